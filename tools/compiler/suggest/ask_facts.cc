#include "tools/compiler/suggest/ask_facts.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "pith/pith.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostObjectWords = 11, kMostAnswerWords = 9;

bool IsFirst(absl::string_view word, std::initializer_list<absl::string_view> words) {
  return IsOneOf(absl::AsciiStrToLower(word), words);
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
    // "What was built in 1838? The house"
    const bool says_nothing = fact.subject_entity < 0 && size < 3;
    if (at == std::string::npos || says_nothing || size > kMostAnswerWords || !IsAskable(fact.relation) ||
        fact.relation == "is" || WordsOf(fact.object) > kMostObjectWords || !IsTelling(fact.object)) {
      return;
    }
    const NameType type = fact.subject_entity < 0
                              ? NameType::kNone
                              : sentence_.analysis().entities[static_cast<size_t>(fact.subject_entity)].type;
    // Of a name of an unsure kind and of firms that do something, neither "who" nor "what" is surely right.
    if (fact.subject_entity >= 0 && type != NameType::kPerson && type != NameType::kPlace) return;
    // One word alone may be of another kind: "Sandholm lies", an island.
    if (type == NameType::kPerson && size < 2) return;
    if (type == NameType::kPlace && !IsOneOf(verb, {"is", "was", "has", "had"})) return;
    sentence_.EmitBytes(QuestionKind::kSubject, fact.importance,
                        absl::StrCat(type == NameType::kPerson ? "Who " : "What ", fact.relation, " ", fact.object),
                        static_cast<uint32_t>(at), static_cast<uint32_t>(at + fact.subject.size()), words_);
  }

  void AskPrice(const Fact& fact) {
    const bool costs = IsOneOf(fact.relation, {"costs", "cost"});
    if (!costs || fact.value < 0 || sentence_.value(fact.value).kind != ValueKind::kNumber) return;
    const size_t at = Find(fact, fact.object);
    if (at == std::string::npos || WordsOf(fact.subject) > kMostAnswerWords) return;
    std::string subject = fact.subject;
    if (fact.subject_entity < 0) subject[0] = absl::ascii_tolower(static_cast<unsigned char>(subject[0]));
    sentence_.EmitBytes(QuestionKind::kHowMuch, fact.importance,
                        absl::StrCat("How much ", fact.relation == "cost" ? "do " : "does ", subject, " cost"),
                        static_cast<uint32_t>(at), static_cast<uint32_t>(at + fact.object.size()), words_);
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
