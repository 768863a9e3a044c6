#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/prepositions.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/clause_questions.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostTimeTokens = 12, kMostEventTokens = 22;

// Whether a number may be an hour of the day: "seven", "16:30", but not "fifty-five".
bool IsHour(absl::string_view number) {
  constexpr int kMostHour = 24;
  int hour = 0, minutes = 0;
  const size_t mark = number.find_first_of(":.");
  if (mark != absl::string_view::npos) {
    const absl::string_view behind = number.substr(mark + 1);
    if (behind.size() != 2 || !absl::SimpleAtoi(behind, &minutes)) return false;
    number = number.substr(0, mark);
  }
  if (absl::SimpleAtoi(number, &hour)) return hour <= kMostHour;
  return IsOneOf(number, {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                          "twelve", "noon", "midday", "midnight"});
}

}  // namespace

bool ClauseQuestions::AskCounted(const Complement& one) {
  const std::string preposition = tree_.CaseOf(one.head);
  const int number = reading_.ValueOf(one.head, ValueKind::kNumber);
  if (number < 0 || one.before || preposition.empty() || tree_.SubtreeBegin(one.head) != verb_ + 1 ||
      !IsOneOf(preposition, {"to", "of", "by", "from", "with", "on"})) {
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
  const std::string preposition = tree_.CaseOf(one.head);
  const Value& date = sentence_.value(reading_.ValueOf(one.head, ValueKind::kDate));
  const bool range = IsOneOf(preposition, {"between", "from"}) && absl::StrContains(date.iso, "/");
  if (verb_words_.perfect || (!range && !IsOneOf(preposition, {"", "in", "on", "at", "during"}))) return false;
  if (date.iso.empty() || date.hedge == Hedge::kVague || !IsWholeDate(date.span)) return false;
  // "was stopped seven times, last in March 1897"
  const bool counted = std::any_of(complements_.begin(), complements_.end(), [&](const Complement& other) {
    return other.head != one.head && tree_[other.head].lemma == "time";
  });
  if (!IsWhole(tail) || sentence_.IsRelativeTime(date.span) || counted) return false;
  std::vector<int> answer = TokensOf(date.span);
  if (range && answer.front() > 0 && tree_[answer.front() - 1].folded == preposition) {
    answer.insert(answer.begin(), answer.front() - 1);
  }
  Ask(QuestionKind::kWhen, "When", answer, tail);
  return true;
}

void ClauseQuestions::AskEvent() {
  // Of several dates in a clause each may tell another part.
  const Complement* date = nullptr;
  for (const Complement& one : complements_) {
    if (!one.date) continue;
    if (date != nullptr) return;
    date = &one;
  }
  if (date == nullptr || verb_words_.front != "did" || state_ || added_ || addressed_ || !date->wording) return;
  const Value& value = sentence_.value(reading_.ValueOf(date->head, ValueKind::kDate));
  const bool year = !absl::StartsWith(value.iso, "XXXX");
  if (!year || !IsWholeDate(value.span) || sentence_.IsRelativeTime(value.span) || value.hedge != Hedge::kExact) return;
  if (!IsOneOf(tree_.CaseOf(date->head), {"in", "on"}) || value.iso.size() < 4) return;
  // Only a date at the edge of the clause leaves the rest whole.
  if (!date->before || tree_[subject_].pos == Pos::kPron || date->head > subject_) return;
  std::vector<int> answer;
  for (int t = tree_.SubtreeBegin(subject_); t < ClauseEnd(); ++t) answer.push_back(t);
  while (!answer.empty() && tree_[answer.back()].pos == Pos::kPunct) answer.pop_back();
  if (answer.size() < 4 || answer.size() > kMostEventTokens) return;
  Wording words;
  words.named = true;
  sentence_.Emit(QuestionKind::kEvent, importance_, absl::StrCat("What happened ", date->wording->text), answer, words);
}

int ClauseQuestions::ClauseEnd() const {
  int end = tree_.SubtreeEnd(verb_);
  for (int child : tree_.children(verb_)) {
    const bool other = IsOneOf(tree_[child].rel, {Rel::kConj, Rel::kParataxis}) &&
                       tree_.Child(child, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) >= 0;
    if (child > verb_ && other) end = std::min(end, tree_.SubtreeBegin(child));
  }
  for (int t = verb_; t < end; ++t) {
    if (IsOneOf(tree_[t].folded, {";", ":"})) end = t;
  }
  while (end > verb_ + 1 && (tree_[end - 1].pos == Pos::kPunct || tree_[end - 1].pos == Pos::kCconj)) --end;
  return end;
}

bool ClauseQuestions::IsTime(const Complement& one) const {
  if (!IsStanding() || IsOneOf(tree_[verb_].lemma, {"pay", "cost"})) return false;
  const std::string preposition = tree_.CaseOf(one.head);
  const NounClass kind = NounClassOf(sentence_.language(), tree_[one.head].lemma);
  const bool time = one.date || kind == NounClass::kTime || kind == NounClass::kTimeUnit;
  const bool number = (tree_[one.head].pos == Pos::kNum && IsHour(tree_[one.head].folded) &&
                       IsOneOf(preposition, {"at", "from", "until", "between", "by"})) ||
                      (preposition == "at" && IsOneOf(tree_[one.head].lemma, {"half", "quarter", "noon", "midnight",
                                                                              "dawn", "dusk", "sunset", "sunrise"}));
  const bool around = IsOneOf(preposition, {"before", "after", "until"}) && tree_[one.head].pos == Pos::kNoun;
  // "from May to October"
  const bool range = preposition == "to" && tree_.CaseOf(tree_.SubtreeBegin(one.head) - 1) == "from";
  return number || around || range ||
         (time && IsOneOf(preposition, {"at", "on", "in", "from", "until", "during", "by", "between"}));
}

void ClauseQuestions::AskTime(size_t number) {
  size_t first = number, last = number + 1;
  const auto joins = [&](const Complement& one) { return IsTime(one) || one.rel == Rel::kOblUnmarked; };
  while (last < complements_.size() && joins(complements_[last]) && Touch(last - 1, last)) ++last;
  // "two hours before kick-off"
  if (first > 0 && Touch(first - 1, first) && reading_.ValueOf(complements_[first - 1].head, ValueKind::kDuration) >= 0)
    --first;
  // "every Tuesday and Friday at 7 p.m."
  while (first > 0 && Touch(first - 1, first) && complements_[first - 1].rel == Rel::kOblUnmarked &&
         !complements_[first - 1].before)
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
  Wording tail = TailOf(sentence_, rest, -1, kTailRoom, true);
  if (tree_[verb_].folded == "born") tail = Wording();
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
  // "is open daily from 10 to 5, except on Mondays": nothing may be left out.
  if (state_) {
    if (answer.back() + 1 != ClauseEnd()) return;
    if (answer.front() > verb_ + 1 && tree_[verb_ + 1].rel == Rel::kAdvmod) answer.insert(answer.begin(), verb_ + 1);
  }
  // "on the day": on which?
  if (answer.size() < 4 && IsOneOf(tree_[answer.back()].lemma, {"day", "time", "moment", "end", "beginning", "year"}))
    return;
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
  // "lived for ten years by giving lessons"
  const bool otherwise =
      std::any_of(tree_.children(verb_).begin(), tree_.children(verb_).end(),
                  [&](int child) {
                    return IsOneOf(tree_.MarkOf(child), {"by", "to"}) && tree_[child].rel == Rel::kAdvcl;
                  }) ||
      (tail.text.empty() && IsOneOf(tree_[verb_].lemma, {"live", "work"}));
  const bool lasts =
      one.rel == Rel::kOblUnmarked && IsOneOf(tree_[verb_].lemma, {"last", "live", "stay"}) && !one.before;
  if ((tree_.CaseOf(one.head) != "for" && !lasts) || often || otherwise) return;
  const int duration = reading_.ValueOf(one.head, ValueKind::kDuration);
  // "for years"
  if (TokensOf(sentence_.value(duration).span).size() < 2 || (addressed_ && tail.text.empty())) return;
  Ask(QuestionKind::kHowLong, "How long", TokensOf(sentence_.value(duration).span), tail);
}

void ClauseQuestions::AskPlace(size_t number) {
  if (state_) return;
  const Complement& one = complements_[number];
  // "is served in the hall from eight, on Sundays until noon": where has nothing to do with when.
  std::vector<Complement> rest;
  for (const Complement& other : complements_) {
    if (other.head != one.head && !IsTime(other)) rest.push_back(other);
  }
  const Wording tail = TailOf(sentence_, rest, -1, kTailRoom);
  if (IsNearAThing(one.head)) {
    if (one.before || !Follows(one.head)) return;
    // "The test hung weights on threads": people put things somewhere.
    if (tree_.Has(verb_, Rel::kObj) && !addressed_ && !verb_words_.modal &&
        (subject_ < 0 || !IsPersonal(reading_, sentence_.language(), subject_))) {
      return;
    }
    std::vector<int> place = WholePhrase(one.head);
    // "kept on a lead"
    const std::string& article = tree_[tree_.Child(one.head, Rel::kDet)].folded;
    if (place.empty() || (tree_.CaseOf(one.head) == "on" && IsOneOf(article, {"a", "an"}))) return;
    for (int t = place.front() - 1; t >= tree_.SubtreeBegin(one.head); --t) place.insert(place.begin(), t);
    Ask(QuestionKind::kWhere, "Where", place, tail);
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
        IsOneOf(tree_.CaseOf(other.head),
                {"in", "at", "near", "on", "along", "around", "across", "off", "throughout"})) {
      return;
    }
  }
  if (!IsWhole(tail)) return;
  const bool near = tree_.CaseOf(one.head) == "near";
  std::vector<int> place = reading_.Phrase(one.head, near ? kBarePhrase & ~kDropCase : kBarePhrase);
  if (tree_.Has(one.head, Rel::kConj) && place.back() + 1 < tree_.SubtreeEnd(one.head)) return;
  if (place.size() > 4) place = reading_.Phrase(one.head, kBarePhrase | kDropNominals);
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
      (!IsDoneAtPlace(tree_[verb_].lemma) && !tree_.IsPassive(verb_)) || !TellsWhereItStands(tree_.CaseOf(place))) {
    return false;
  }
  const NounClass kind = NounClassOf(sentence_.language(), tree_[place].lemma);
  const bool thing = IsDoneAtPlace(tree_[verb_].lemma) && (kind == NounClass::kArtifact || kind == NounClass::kNone);
  return reading_.IsPlace(place) || thing || kind == NounClass::kPlace || kind == NounClass::kBuilding ||
         kind == NounClass::kLandform || kind == NounClass::kCity;
}

}  // namespace pith::compiler
