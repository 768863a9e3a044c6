#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/clause_questions.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostTimeTokens = 12;

}  // namespace

bool ClauseQuestions::AskCounted(const Complement& one) {
  const std::string preposition = tree_.CaseOf(one.head);
  const int number = reading_.ValueOf(one.head, ValueKind::kNumber);
  if (number < 0 || one.before || preposition.empty() || tree_.SubtreeBegin(one.head) != verb_ + 1 ||
      !IsOneOf(preposition, {"to", "of", "by", "from", "with"})) {
    return false;
  }
  const std::string counted = sentence_.Counted(one.head, number);
  if (counted.empty()) return false;
  Wording stranded;
  stranded.text = absl::StrCat(" ", preposition);
  Ask(QuestionKind::kHowMany, absl::StrCat("How many ", counted), TokensOf(sentence_.value(number).span), stranded);
  return true;
}

bool ClauseQuestions::AskMaterial(const Complement& one) {
  const std::string preposition = tree_.CaseOf(one.head);
  if (!tree_.IsPassive(verb_) || !IsMakingVerb(tree_[verb_].lemma) || one.before || one.head < verb_ ||
      !IsOneOf(preposition, {"of", "from", "with", "for", "in", "as"}) || reading_.IsPlace(one.head) ||
      reading_.ValueOf(one.head, ValueKind::kNumber) >= 0 || tree_[one.head].pos != Pos::kNoun) {
    return false;
  }
  const NounClass kind = NounClassOf(sentence_.language(), tree_[one.head].lemma);
  if (kind == NounClass::kTime || kind == NounClass::kTimeUnit || tree_[one.head].lemma == "time") return false;
  if (SaysNothing(reading_.Phrase(one.head))) return false;
  // "in two halves": how, and not of what.
  if (preposition == "in" && kind != NounClass::kSubstance) return false;
  // Nothing may stand between the verb and the preposition at the end of the question.
  if (tree_.SubtreeBegin(one.head) != verb_ + 1) return false;
  Wording stranded;
  stranded.text = absl::StrCat(" ", preposition);
  Ask(QuestionKind::kMaterial, "What", reading_.Phrase(one.head, kBarePhrase), stranded);
  return true;
}

bool ClauseQuestions::AskDate(const Complement& one, const Wording& tail) {
  if (verb_words_.perfect || !IsOneOf(tree_.CaseOf(one.head), {"", "in", "on", "at", "during"})) return false;
  const Value& date = sentence_.value(reading_.ValueOf(one.head, ValueKind::kDate));
  if (date.iso.empty() || date.hedge == Hedge::kVague || !IsWholeDate(date.span)) return false;
  if (!IsWhole(tail) || sentence_.IsRelativeTime(date.span)) return false;
  Ask(QuestionKind::kWhen, "When", TokensOf(date.span), tail);
  return true;
}

bool ClauseQuestions::IsTime(const Complement& one) const {
  if (!IsStanding()) return false;
  const std::string preposition = tree_.CaseOf(one.head);
  const NounClass kind = NounClassOf(sentence_.language(), tree_[one.head].lemma);
  const bool time = one.date || kind == NounClass::kTime || kind == NounClass::kTimeUnit;
  const bool number = tree_[one.head].pos == Pos::kNum && IsOneOf(preposition, {"at", "from", "until"});
  const bool around = IsOneOf(preposition, {"before", "after", "until"}) && tree_[one.head].pos == Pos::kNoun;
  // "from May to October"
  const bool range = preposition == "to" && tree_.CaseOf(tree_.SubtreeBegin(one.head) - 1) == "from";
  return number || around || range ||
         (time && IsOneOf(preposition, {"at", "on", "in", "from", "until", "during", "by"}));
}

void ClauseQuestions::AskTime(size_t number) {
  size_t first = number, last = number + 1;
  const auto joins = [&](const Complement& one) { return IsTime(one) || one.rel == Rel::kOblUnmarked; };
  while (last < complements_.size() && joins(complements_[last]) && Touch(last - 1, last)) ++last;
  // "two hours before kick-off"
  if (first > 0 && Touch(first - 1, first) && reading_.ValueOf(complements_[first - 1].head, ValueKind::kDuration) >= 0)
    --first;
  // The first of the row asks for all.
  if (first > 0 && first == number && Touch(first - 1, first) && IsTime(complements_[first - 1])) return;
  std::vector<Complement> rest(complements_.begin(), complements_.begin() + static_cast<std::ptrdiff_t>(first));
  rest.insert(rest.end(), complements_.begin() + static_cast<std::ptrdiff_t>(last), complements_.end());
  if (std::any_of(rest.begin(), rest.end(), [&](const Complement& one) { return one.date || joins(one); })) return;
  const Complement &begin = complements_[first], &end = complements_[last - 1];
  // "for an hour", "two hours": a length of time unless something follows that it is counted from.
  const bool length = reading_.ValueOf(begin.head, ValueKind::kDuration) >= 0 && first + 1 == last &&
                      !IsOneOf(tree_.CaseOf(begin.head), {"before", "after"});
  const Wording tail = TailOf(sentence_, rest, -1, kTailRoom);
  // Of several phrases beside the time one may belong to another.
  const auto beside =
      std::count_if(rest.begin(), rest.end(), [](const Complement& one) { return one.rel == Rel::kObl; });
  if (begin.before || length || beside > 1 || !IsWhole(tail)) return;
  std::vector<int> answer;
  for (int t = tree_.SubtreeBegin(begin.head); t < tree_.SubtreeEnd(end.head); ++t) {
    if (!answer.empty() || tree_[t].pos != Pos::kPunct) answer.push_back(t);
  }
  while (!answer.empty() && tree_[answer.back()].pos == Pos::kPunct) answer.pop_back();
  if (answer.empty()) return;
  const absl::string_view word = tree_[answer.front()].folded == "until" ? "Until when" : "When";
  if (answer.size() <= kMostTimeTokens) Ask(QuestionKind::kWhen, word, answer, tail);
}

bool ClauseQuestions::Touch(size_t a, size_t b) const {
  return tree_.SubtreeEnd(complements_[a].head) == tree_.SubtreeBegin(complements_[b].head);
}

bool ClauseQuestions::IsWholeDate(const Span& span) const {
  const std::vector<int> tokens = TokensOf(span);
  return std::any_of(tokens.begin(), tokens.end(), [&](int t) {
    const std::string& word = tree_[t].folded;
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  });
}

void ClauseQuestions::AskDuration(const Complement& one, const Wording& tail) {
  // "for ninety years the clock was wound each Thursday": the question would leave the day out.
  const bool often = std::any_of(complements_.begin(), complements_.end(), [&](const Complement& other) {
    const bool place = !other.wording && IsOneOf(tree_.CaseOf(other.head), {"in", "at", "on"});
    return other.head != one.head && (other.rel == Rel::kOblUnmarked || place);
  });
  if (tree_.CaseOf(one.head) != "for" || often) return;
  const int duration = reading_.ValueOf(one.head, ValueKind::kDuration);
  Ask(QuestionKind::kHowLong, "How long", TokensOf(sentence_.value(duration).span), tail);
}

void ClauseQuestions::AskPlace(const Complement& one, const Wording& tail) {
  if (IsNearAThing(one.head)) {
    if (!one.wording || one.before || !Follows(one.head)) return;
    Ask(QuestionKind::kWhere, "Where", reading_.Phrase(one.head, kBarePhrase & ~kDropCase), tail);
    return;
  }
  if (!IsOneOf(tree_.CaseOf(one.head), {"in", "at", "near"}) || reading_.TypeOf(one.head) != NameType::kPlace ||
      TakesFigurativePlace(tree_[verb_].lemma)) {
    return;
  }
  // "twinned with Kirkbrae in Scotland": that is where Kirkbrae is.
  const int before = tree_.SubtreeBegin(one.head) - 1;
  if (before > verb_ && tree_[before].pos == Pos::kPropn && tree_.CaseOf(before) == "with") return;
  // "in Lima, in Peru": a question that names one of two places gives too much away.
  for (const Complement& other : complements_) {
    if (other.head != one.head && other.rel == Rel::kObl && reading_.IsPlace(other.head) &&
        IsOneOf(tree_.CaseOf(other.head), {"in", "at", "near", "on"})) {
      return;
    }
  }
  if (!IsWhole(tail)) return;
  const bool near = tree_.CaseOf(one.head) == "near";
  std::vector<int> place = reading_.Phrase(one.head, near ? kBarePhrase & ~kDropCase : kBarePhrase);
  if (place.size() > 4) place = reading_.Phrase(one.head, kBarePhrase | kDropNominals | kDropConjuncts);
  Ask(QuestionKind::kWhere, "Where", place, tail);
}

bool ClauseQuestions::Follows(int phrase) const {
  return std::all_of(complements_.begin(), complements_.end(), [&](const Complement& other) {
    return other.head >= phrase || other.head < verb_ || other.rel == Rel::kObj || other.rel == Rel::kCompoundPrt;
  });
}

bool ClauseQuestions::IsNearAThing(int place) const {
  if (tree_[place].pos != Pos::kNoun || reading_.ValueOf(place, ValueKind::kNumber) >= 0 ||
      IsOneOf(tree_[place].lemma, {"front", "back", "spot", "place", "side", "way", "time", "bottom", "top"}) ||
      (!IsDoneAtPlace(tree_[verb_].lemma) && !tree_.IsPassive(verb_)) ||
      !IsOneOf(tree_.CaseOf(place), {"in", "at", "on", "near", "behind", "beside", "under", "outside", "inside",
                                     "next to", "opposite", "above", "below", "between"})) {
    return false;
  }
  const NounClass kind = NounClassOf(sentence_.language(), tree_[place].lemma);
  const bool thing = IsDoneAtPlace(tree_[verb_].lemma) && (kind == NounClass::kArtifact || kind == NounClass::kNone);
  return reading_.IsPlace(place) || thing || kind == NounClass::kPlace || kind == NounClass::kBuilding ||
         kind == NounClass::kLandform || kind == NounClass::kCity;
}

void ClauseQuestions::AskWhy() {
  int reason = -1;
  for (int child : tree_.children(verb_)) {
    const bool clause = tree_[child].rel == Rel::kAdvcl && IsOneOf(tree_.MarkOf(child), {"because", "in order"});
    // "has stood empty since he left": a time
    const bool since =
        tree_[child].rel == Rel::kAdvcl && tree_.MarkOf(child) == "since" && !verb_words_.perfect && child > verb_;
    const bool phrase = tree_[child].rel == Rel::kObl && IsOneOf(tree_.CaseOf(child), {"because of", "due to"});
    if (clause || phrase || since) reason = child;
  }
  if (reason < 0) return;
  // "grow cloves and pollinate the vanilla by hand, since": the reason of the second.
  if (std::any_of(tree_.children(verb_).begin(), tree_.children(verb_).end(),
                  [&](int c) { return tree_[c].rel == Rel::kConj && c < reason; })) {
    return;
  }
  // "because of pain in his knees": what follows may belong to the reason.
  const int after = tree_.SubtreeEnd(reason);
  if (std::any_of(complements_.begin(), complements_.end(),
                  [&](const Complement& c) { return c.head >= after && !c.date; }))
    return;
  Ask(QuestionKind::kWhy, "Why", tree_.Yield(reason), TailOf(sentence_, complements_, -1, kTailRoom));
}

}  // namespace pith::compiler
