#include "tools/compiler/suggest/ask_facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "pith/pith.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostObjectWords = 11, kMostAnswerWords = 9;

bool IsFirst(absl::string_view word, std::initializer_list<absl::string_view> words) {
  return IsOneOf(absl::AsciiStrToLower(word), words);
}

// "a third": of what?
bool IsPartOfNothing(absl::string_view phrase) {
  const std::vector<absl::string_view> words = absl::StrSplit(phrase, ' ', absl::SkipEmpty());
  return words.size() > 1 && IsShare(absl::AsciiStrToLower(words[1])) && (words.size() == 2 || words[2] != "of");
}

// Whether the words make sense without the article: with a name or a number, and nothing that points elsewhere.
bool IsTelling(absl::string_view phrase) {
  bool telling = false;
  for (absl::string_view word : absl::StrSplit(phrase, ' ', absl::SkipEmpty())) {
    while (!word.empty() && absl::ascii_ispunct(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
    if (IsFirst(word, {"he",   "she",  "it",    "they",  "his",  "her",   "its",   "their", "him",   "them",
                       "this", "that", "these", "those", "here", "there", "where", "when",  "which", "who",
                       "you",  "your", "i",     "my",    "we",   "our",   "one",   "ones",  "so",    "because"})) {
      return false;
    }
    const auto first = static_cast<unsigned char>(word.empty() ? ' ' : word.front());
    telling = telling || absl::ascii_isupper(first) || absl::ascii_isdigit(first);
  }
  return telling && phrase.find_first_of(";:()[]\"") == absl::string_view::npos;
}

// Whether the relation is in the past or in the third person singular, as behind "who": not "pay", "are".
bool IsAskable(absl::string_view relation) {
  const absl::string_view verb = relation.substr(0, relation.find(' '));
  return IsOneOf(verb, {"is", "was", "has", "had", "belongs"}) || absl::EndsWith(verb, "ed") ||
         (absl::EndsWith(verb, "s") && verb.size() > 3 && !absl::EndsWith(verb, "ss"));
}

// Whether a word of the phrase means something only at the time or place of its text.
bool PointsElsewhere(absl::string_view phrase) {
  for (absl::string_view word : absl::StrSplit(phrase, ' ', absl::SkipEmpty())) {
    const std::string folded = absl::AsciiStrToLower(word.substr(0, word.find_first_of("'\xE2")));
    if (IsRelativeTimeWord(folded) || IsDeicticWord(folded) || IsDeicticModifier(folded)) return true;
  }
  return false;
}

class FactQuestions {
 public:
  explicit FactQuestions(AskedSentence* sentence) : sentence_(*sentence) {}

  void Ask(const Fact& fact) {
    const bool plain = !fact.negated && fact.modality == Modality::kNone && fact.attribution.empty();
    if (!plain || fact.confidence < PITH_SHOWN_CONFIDENCE || fact.object.empty()) return;
    words_.named = true;
    AskPrice(fact);
    AskSubject(fact);
  }

 private:
  // Where the sentence has the phrase, from the fact's beginning on; npos if it says it in other words.
  size_t Find(const Fact& fact, absl::string_view phrase) const {
    const std::string text = absl::AsciiStrToLower(
        absl::string_view(sentence_.analysis().article.text).substr(fact.begin, fact.end - fact.begin));
    const size_t at = text.find(absl::AsciiStrToLower(phrase));
    return at == std::string::npos ? at : fact.begin + at;
  }

  void AskSubject(const Fact& fact) {
    const absl::string_view verb = absl::string_view(fact.relation).substr(0, fact.relation.find(' '));
    const size_t at = Find(fact, fact.subject), size = WordsOf(fact.subject);
    // "a letter found in 1978" is no present "is found".
    if (at == std::string::npos || Find(fact, absl::StrCat(fact.relation, " ", fact.object)) == std::string::npos ||
        size > kMostAnswerWords || !IsAskable(fact.relation) || fact.relation == "is" ||
        WordsOf(fact.object) > kMostObjectWords || !IsTelling(fact.object)) {
      return;
    }
    if (sentence_.IsFirstNamed(fact.subject_entity)) return;
    // What is cheap is no answer to "what", nor "today's team".
    if (IsOneOf(fact.relation, {"costs", "cost"}) || PointsElsewhere(fact.subject)) return;
    // "the King of Portugal": who, and not what.
    const std::vector<std::string> words = absl::StrSplit(absl::AsciiStrToLower(fact.subject), ' ', absl::SkipEmpty());
    const bool titled = std::any_of(words.begin(), words.end(), [](const std::string& word) { return IsTitle(word); });
    // "weighs 17 kilograms and each of the shoes eight": another clause.
    const bool two =
        absl::StrContains(fact.object, " and ") && fact.object.find_first_of("0123456789") != std::string::npos;
    if (IsPartOfNothing(fact.object) || titled || two || IsOneOf(verb, {"included", "includes", "pays", "paid"}))
      return;
    const NameType type = fact.subject_entity < 0
                              ? NameType::kNone
                              : sentence_.analysis().entities[static_cast<size_t>(fact.subject_entity)].type;
    // Of a name of an unsure kind and of firms that do something, neither "who" nor "what" is surely right.
    if (fact.subject_entity >= 0 && type != NameType::kPerson && type != NameType::kPlace) return;
    // One word alone may be of another kind: "Sandholm lies", an island.
    if (type == NameType::kPerson && size < 2) return;
    if (type == NameType::kNone) return;
    if (type == NameType::kPlace && !IsOneOf(verb, {"is", "was", "has", "had"})) return;
    sentence_.EmitBytes(QuestionKind::kSubject, fact.importance,
                        absl::StrCat(type == NameType::kPerson ? "Who " : "What ", fact.relation, " ", fact.object),
                        static_cast<uint32_t>(at), static_cast<uint32_t>(at + fact.subject.size()), words_);
  }

  void AskPrice(const Fact& fact) {
    const bool costs = IsOneOf(fact.relation, {"costs", "cost"});
    if (!costs || fact.value < 0 || sentence_.value(fact.value).kind != ValueKind::kNumber) return;
    // "costs 20 euros, for pupils 12": the first amount is the subject's.
    const Span& span = sentence_.value(fact.value).span;
    const uint32_t at = sentence_.tree()[static_cast<int>(span.first)].begin;
    const uint32_t end = sentence_.tree()[static_cast<int>(span.last) - 1].end;
    if (span.sentence != sentence_.number() || WordsOf(fact.subject) > kMostAnswerWords) return;
    // "6,000 pesos for foreign visitors", "18 dollars for 45 minutes": what a price is for belongs to it.
    if (sentence_.tree()[static_cast<int>(span.last)].folded == "for") return;
    std::string subject = fact.subject;
    // "An astrolabe cost 20 dinars" is in the past.
    const bool one =
        absl::StartsWith(subject, "a ") || absl::StartsWith(subject, "A ") || !absl::EndsWith(subject, "s");
    const absl::string_view front = fact.relation == "costs" ? "does " : one ? "did " : "do ";
    if (fact.subject_entity < 0) subject[0] = absl::ascii_tolower(static_cast<unsigned char>(subject[0]));
    sentence_.EmitBytes(QuestionKind::kHowMuch, fact.importance, absl::StrCat("How much ", front, subject, " cost"), at,
                        end, words_);
  }

  AskedSentence& sentence_;
  Wording words_;
};

}  // namespace

void AskFacts(AskedSentence* sentence) {
  FactQuestions questions(sentence);
  for (const Fact& fact : sentence->facts()) questions.Ask(fact);
}

}  // namespace pith::compiler
