#include "tools/compiler/suggest/asked_sentence.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "engine/format/records.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"

namespace pith::compiler {
namespace {

constexpr uint16_t kSureFact = 1500;
constexpr size_t kMaxWords = 17, kMaxPhraseWords = 9;
}  // namespace

std::vector<int> TokensOf(const Span& span) {
  std::vector<int> tokens;
  for (uint32_t t = span.first; t < span.last; ++t) tokens.push_back(static_cast<int>(t));
  return tokens;
}

size_t WordsOf(absl::string_view text) {
  return text.empty() ? 0 : 1 + static_cast<size_t>(std::count(text.begin(), text.end(), ' '));
}

absl::Span<const Fact> AskedSentence::FactsOf(const Analysis& analysis, uint32_t sentence) {
  const auto first = std::lower_bound(analysis.facts.begin(), analysis.facts.end(), sentence,
                                      [](const Fact& fact, uint32_t s) { return fact.sentence < s; });
  auto last = first;
  while (last != analysis.facts.end() && last->sentence == sentence) ++last;
  return absl::MakeConstSpan(analysis.facts)
      .subspan(static_cast<size_t>(first - analysis.facts.begin()), static_cast<size_t>(last - first));
}

uint32_t AskedSentence::BestImportance(int i, bool possible) const {
  uint32_t best = 0;
  const Token& token = tree_[i];
  for (const Fact& fact : facts_) {
    const bool real = fact.modality == Modality::kNone ||
                      (possible && (fact.modality == Modality::kPossible || fact.modality == Modality::kObligatory));
    const bool sure = fact.confidence >= kSureFact && !fact.negated && real;
    if (sure && fact.begin <= token.begin && token.end <= fact.end) best = std::max<uint32_t>(best, fact.importance);
  }
  return best;
}

uint32_t AskedSentence::ImportanceAt(int i) const { return BestImportance(i, false); }
uint32_t AskedSentence::PossibleImportanceAt(int i) const { return BestImportance(i, true); }

uint32_t AskedSentence::SentenceImportance() const {
  return number_ < analysis_.importance.size() ? std::max<uint32_t>(analysis_.importance[number_], 1) : 1;
}

bool AskedSentence::IsMisread(int i) const {
  const auto person = [&](int t) { return tree_[t].pos == Pos::kPropn && reading_.TypeOf(t) == NameType::kPerson; };
  const std::vector<int> beside = tree_.Children(i, {Rel::kConj});
  const bool mixed = tree_[i].pos == Pos::kNoun && !IsPersonal(reading_, language_, i) &&
                     std::any_of(beside.begin(), beside.end(), [&](int t) {
                       const int name = tree_.Child(t, {Rel::kAppos, Rel::kFlat});
                       return person(t) || person(name);
                     });
  // "was built by Ann Weir and ground flour"
  const bool joined = person(i) && std::any_of(beside.begin(), beside.end(), [&](int t) {
                        return tree_[t].pos == Pos::kNoun && !IsPersonal(reading_, language_, t);
                      });
  const int name = tree_.Child(i, {Rel::kAppos, Rel::kFlat});
  return mixed || joined || (IsBare(i) && name > i && tree_[name].pos == Pos::kPropn);
}

std::optional<Wording> AskedSentence::Phrase(int i, uint32_t drop, int self) const {
  std::vector<int> tokens = reading_.Phrase(i, drop);
  if (tokens.size() > kMaxPhraseWords || IsMisread(i)) return std::nullopt;
  // "in a bid to win" is not "in a bid".
  for (int t : tokens) {
    for (int clause : tree_.Children(t, {Rel::kAcl, Rel::kAclRelcl, Rel::kCcomp})) {
      // "water that fell on the mountains" is not "water"; what follows a comma only adds to it.
      const bool describes = IsOneOf(tree_[clause].rel, {Rel::kAclRelcl, Rel::kAcl});
      const bool adds = describes && tree_[tree_.SubtreeBegin(clause)].pos == Pos::kPunct;
      const bool added = describes && tree_[tree_.SubtreeBegin(clause) - 1].folded == ",";
      if (!adds && !added && std::find(tokens.begin(), tokens.end(), clause) == tokens.end()) return std::nullopt;
    }
  }
  return WordPhrase(reading_, std::move(tokens), i, self);
}

bool AskedSentence::IsFirstNamed(int entity) const {
  const auto means = [&](const Mention& mention) { return static_cast<int>(mention.entity) == entity; };
  return entity >= 0 && !analysis_.mentions.empty() && means(analysis_.mentions.front()) &&
         std::count_if(analysis_.mentions.begin(), analysis_.mentions.end(), means) >= 3;
}

bool AskedSentence::IsBare(int i) const {
  return tree_[i].pos == Pos::kNoun && !IsPlural(tree_, i) &&
         tree_.Child(i, {Rel::kDet, Rel::kNmodPoss, Rel::kNummod}) < 0;
}

bool AskedSentence::IsTypeSure(int i) const {
  if (tree_[i].pos != Pos::kPropn) return true;
  if (reading_.TypeOf(i) == NameType::kNone || (reading_.TypeOf(i) == NameType::kOther && !tree_.Has(i, Rel::kDet)))
    return false;
  const int entity = reading_.text().EntityOf(i);
  if (entity < 0) return false;
  const Entity& known = analysis_.entities[static_cast<size_t>(entity)];
  if (absl::StrContains(known.name, " ") || LooksLikeAcronym(known.name)) return true;
  return known.type == NameType::kPerson &&
         std::any_of(analysis_.mentions.begin(), analysis_.mentions.end(), [&](const Mention& mention) {
           const Token& token = analysis_.sentences[mention.span.sentence].tokens[mention.span.head];
           return static_cast<int>(mention.entity) == entity &&
                  IsOneOf(token.folded, {"he", "she", "his", "her", "him"});
         });
}

bool AskedSentence::IsRelativeTime(const Span& span) const {
  if (IsOneOf(tree_[static_cast<int>(span.first)].folded, {"that", "this", "those", "these"})) return true;
  for (uint32_t t = span.first; t < span.last; ++t) {
    if (IsRelativeTimeWord(tree_[static_cast<int>(t)].folded)) return true;
  }
  return false;
}

std::string AskedSentence::Counted(int noun, int value) const {
  if (tree_[noun].pos != Pos::kNoun || !IsPlural(tree_, noun)) return "";
  const int numeral = tree_.Child(noun, Rel::kNummod);
  const Value& number = analysis_.values[static_cast<size_t>(value)];
  if (tree_.Has(noun, Rel::kNmodPoss) || numeral < 0 || number.kind != ValueKind::kNumber ||
      number.hedge == Hedge::kVague)
    return "";
  const bool unit = NounClassOf(language_, tree_[noun].lemma) == NounClass::kUnit && tree_[noun].lemma != "degree";
  // "In 2015 helicopters came": a date.
  if (numeral > 0 && IsOneOf(tree_[numeral - 1].folded, {"in", "since", "by"}) && number.scale == 0 &&
      tree_[numeral].folded.size() == 4 && number.mantissa >= 1000 && number.mantissa <= 2100) {
    return "";
  }
  // "three cats and dogs": three of which? "three hearts and blue blood" is plain.
  for (int other : tree_.Children(noun, {Rel::kConj})) {
    if (IsPlural(tree_, other)) return "";
  }
  if (number.unit == "%") return "";
  if (IsMeasure(language_, tree_[noun].lemma) && !unit) return "";
  std::vector<int> tokens;
  for (int t : reading_.Phrase(noun, kBarePhrase | kDropConjuncts)) {
    if (t > numeral && !tree_.Under(t, numeral)) tokens.push_back(t);
  }
  const std::optional<Wording> words = WordPhrase(reading_, tokens, noun);
  return words && !words->open && words->tokens.size() <= 6 ? words->text : "";
}

// Whether the question contains a name, a number or most words of its answer.
bool AskedSentence::GivesAway(absl::string_view question, const std::vector<int>& answer) const {
  int content = 0, told = 0;
  const std::string spaced = absl::StrCat(" ", absl::AsciiStrToLower(question), " ");
  for (int t : answer) {
    const Token& token = tree_[t];
    if (token.pos != Pos::kNoun && token.pos != Pos::kPropn && token.pos != Pos::kNum && token.pos != Pos::kAdj &&
        token.pos != Pos::kVerb) {
      continue;
    }
    ++content;
    const bool holds = absl::StrContains(spaced, absl::StrCat(" ", token.folded, " ")) ||
                       absl::StrContains(spaced, absl::StrCat(" ", token.folded, "'"));
    if (holds && (token.pos == Pos::kPropn || token.pos == Pos::kNum)) return true;
    told += holds;
  }
  return told * 2 > content;
}

void AskedSentence::Emit(QuestionKind kind, uint32_t importance, std::string question, const std::vector<int>& answer,
                         const Wording& words) {
  if (answer.empty()) return;
  const Token& first = tree_[answer.front()];
  const bool clause = kind == QuestionKind::kEvent || first.rel == Rel::kNmodPoss;
  if (first.pos == Pos::kPron && !clause) return;
  // "the time frame of this transition": of which?
  for (int t : answer) {
    const bool this_one = IsOneOf(tree_[t].folded, {"this", "these", "those", "such"}) ||
                          (tree_[t].folded == "that" && tree_[t].rel == Rel::kDet);
    const bool relative = (kind == QuestionKind::kWhen || kind == QuestionKind::kWhere) &&
                          IsOneOf(tree_[t].folded, {"same", "other", "following", "previous"});
    if ((this_one || relative) && kind != QuestionKind::kWhatToDo) return;
  }
  // Words left out in the middle, a gloss, a quotation: not a plain answer.
  if (answer.back() - answer.front() + 1 != static_cast<int>(answer.size())) return;
  for (int t = answer.front(); t <= answer.back(); ++t) {
    if (IsOneOf(tree_[t].folded, {";", ":", "(", ")", "[", "]", "\"", "“", "”"})) return;
  }
  // The question may contain a number's own unit: "How many people".
  const bool counts = kind == QuestionKind::kHowMany || kind == QuestionKind::kHowMuch;
  if (!counts && GivesAway(question, answer)) return;
  EmitBytes(kind, importance, std::move(question), tree_[answer.front()].begin, tree_[answer.back()].end, words);
}

void AskedSentence::EmitBytes(QuestionKind kind, uint32_t importance, std::string question, uint32_t begin,
                              uint32_t end, const Wording& words) {
  // "When did Ann Lee's father teach Ann Lee?"
  const std::vector<absl::string_view> said = absl::StrSplit(question, absl::ByAnyChar(" '"), absl::SkipEmpty());
  for (size_t i = 1; i < said.size(); ++i) {
    const bool name = said[i].size() > 3 && absl::ascii_isupper(static_cast<unsigned char>(said[i].front()));
    if (name && std::count(said.begin(), said.end(), said[i]) > 1) return;
  }
  // Something that only its article explains may stay if a name shows what it is about.
  if (words.open && !words.named) return;
  const size_t size = WordsOf(question);
  if (size > kMaxWords || question.size() + 1 > kMaxSuggestionBytes) return;
  if (!words.named && size < 4) return;
  SuggestionDraft draft;
  draft.suggestion = {absl::StrCat(question, "?"), number_, begin, end};
  draft.kind = kind;
  draft.importance = importance * (words.named ? 10u : 7u) / 10u * (words.resolved ? 8u : 10u) / 10u;
  drafts_.push_back(std::move(draft));
}

}  // namespace pith::compiler
