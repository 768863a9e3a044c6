// Asks why and how something is done, how often, and for what stands behind a preposition that belongs to the verb.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/clause_questions.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostReasonTokens = 20;

}  // namespace

int ClauseQuestions::ReasonOf() const {
  int reason = -1;
  for (int child : tree_.children(verb_)) {
    const std::string mark = tree_[child].rel == Rel::kAdvcl ? tree_.MarkOf(child) : "";
    const bool clause = IsOneOf(mark, {"because", "in order", "so that"});
    // "has stood empty since he left": a time
    const bool since = mark == "since" && !verb_words_.perfect && child > verb_;
    const bool phrase = tree_[child].rel == Rel::kObl && IsOneOf(tree_.CaseOf(child), {"because of", "due to"});
    if (clause || phrase || since || IsPurpose(child)) reason = child;
  }
  return reason;
}

bool ClauseQuestions::IsPurpose(int clause) const {
  const int begin = tree_.SubtreeBegin(clause);
  if (tree_[clause].rel != Rel::kAdvcl || (clause < verb_ && begin > 0) || addressed_ || state_) return false;
  if (tree_[begin].folded != "to" || tree_[begin].pos != Pos::kPart || tree_[clause].pos != Pos::kVerb) return false;
  // "grew up to become", "takes an hour to reach", "went home to find"
  return (tree_.IsPassive(verb_) || tree_.Has(verb_, Rel::kObj)) && !TakesInfinitive(tree_[verb_].lemma) &&
         tree_[begin - 1].folded != "only" && tree_[begin - 1].folded != "," &&
         !IsOneOf(tree_[clause].lemma, {"be", "become", "have", "find"});
}

void ClauseQuestions::AskWhy() {
  const int reason = ReasonOf();
  if (reason < 0) return;
  // "is allowed everywhere except in the library, because": the reason of the exception.
  for (int t = verb_; t < reason; ++t) {
    if (tree_[t].folded == "except") return;
  }
  // "grow cloves and pollinate the vanilla by hand, since": the reason of the second.
  if (std::any_of(tree_.children(verb_).begin(), tree_.children(verb_).end(),
                  [&](int c) { return tree_[c].rel == Rel::kConj && c < reason; })) {
    return;
  }
  // "because of pain in his knees": what follows may belong to the reason.
  const int after = tree_.SubtreeEnd(reason);
  if (std::any_of(complements_.begin(), complements_.end(),
                  [&](const Complement& c) { return c.head >= after && !c.date && reason > verb_; })) {
    return;
  }
  const std::vector<int> answer = tree_.Yield(reason);
  if (answer.size() > kMostReasonTokens) return;
  // "studied by letter because": how it was done may be what the reason is for.
  std::vector<Complement> whole = complements_;
  for (Complement& one : whole)
    one.essential =
        one.essential || (one.rel == Rel::kObl && !one.date && one.head < reason && !one.before && one.head != reason);
  if (!CanBeTold(whole, -1)) return;
  Wording tail = TailOf(sentence_, whole, -1, kTailRoom, true);
  for (int child : tree_.Children(verb_, {Rel::kAdvmod})) {
    // "decay slowly"
    if (child > verb_ && child < reason && absl::EndsWith(tree_[child].folded, "ly")) {
      absl::StrAppend(&tail.text, " ", tree_[child].folded);
    }
  }
  // "Why does the family insist?"
  if (tail.text.empty() && !IsWhole(tail) && !tree_.IsNegated(verb_) && !verb_words_.modal) return;
  Ask(QuestionKind::kWhy, "Why", answer, tail);
}

void ClauseQuestions::AskWhenClause() {
  if (state_ || added_ || counts_only_ ||
      std::any_of(complements_.begin(), complements_.end(),
                  [&](const Complement& one) { return one.date || IsTime(one); })) {
    return;
  }
  for (int child : tree_.Children(verb_, {Rel::kAdvcl})) {
    const std::string mark = tree_.MarkOf(child);
    const std::string& first = tree_[tree_.SubtreeBegin(child)].folded;
    if (child < verb_ || !IsOneOf(first, {"when", "whenever", "after", "before", "until", "as"}) ||
        (first == "as" && mark != "as soon as")) {
      continue;
    }
    const std::vector<int> answer = tree_.Yield(child);
    const Wording tail = TailOf(sentence_, complements_, -1, kTailRoom);
    if (answer.size() < 4 || answer.size() > kMostReasonTokens || !IsWhole(tail)) continue;
    Ask(QuestionKind::kWhen, first == "until" ? "Until when" : "When", answer, tail);
  }
}

void ClauseQuestions::AskHow() {
  for (int child : tree_.Children(verb_, {Rel::kAdvcl})) {
    if (child < verb_ || tree_[tree_.SubtreeBegin(child)].folded != "by" || tree_[child].pos != Pos::kVerb) continue;
    const std::vector<int> answer = tree_.Yield(child);
    if (answer.size() > kMostReasonTokens || answer.size() < 3) continue;
    const Wording tail = TailOf(sentence_, complements_, -1, kTailRoom);
    if (IsWhole(tail)) Ask(QuestionKind::kHowTo, "How", answer, tail);
  }
}

void ClauseQuestions::AskOften() {
  // "18,000 cars cross the bridge every day": how many, not how often.
  if (counts_only_ || (subject_ >= 0 && reading_.ValueOf(subject_, ValueKind::kNumber) >= 0)) return;
  for (int child : tree_.Children(verb_, {Rel::kOblUnmarked, Rel::kAdvmod})) {
    if (child < verb_) continue;
    const Token& noun = tree_[child];
    const NounClass kind = NounClassOf(sentence_.language(), noun.lemma);
    const bool every = IsOneOf(tree_[tree_.Child(child, Rel::kDet)].folded, {"every", "each"}) &&
                       (kind == NounClass::kTime || kind == NounClass::kTimeUnit || noun.pos == Pos::kPropn);
    // "twice a day", wherever the tree hangs the day
    const bool times = IsOneOf(noun.folded, {"once", "twice"}) && tree_[child + 2].pos == Pos::kNoun &&
                       IsOneOf(tree_[child + 1].folded, {"a", "an", "every", "each"});
    if (!every && !times) continue;
    const std::vector<int> answer = times ? std::vector<int>{child, child + 1, child + 2} : tree_.Yield(child);
    if (!times && !IsOneOf(tree_[answer.front()].folded, {"every", "each"})) continue;
    std::vector<Complement> rest;
    for (const Complement& one : complements_) {
      if (one.head != child && !(times && one.head == child + 2)) rest.push_back(one);
    }
    const bool timed = std::any_of(rest.begin(), rest.end(), [&](const Complement& one) { return IsTime(one); });
    const Wording tail = TailOf(sentence_, rest, -1, kTailRoom);
    if (!timed && IsWhole(tail)) Ask(QuestionKind::kHowOften, "How often", answer, tail);
  }
}

void ClauseQuestions::AskUse() {
  if (tree_[verb_].lemma != "use" || !tree_.IsPassive(verb_)) return;
  for (int child : tree_.Children(verb_, {Rel::kAdvcl, Rel::kXcomp})) {
    const std::vector<int> answer = tree_.Yield(child);
    Wording stranded;
    stranded.text = " for";
    if (child > verb_ && IsOneOf(tree_[answer.front()].folded, {"to", "for"}) && answer.size() <= kMostReasonTokens &&
        answer.size() > 2) {
      Ask(QuestionKind::kMaterial, "What", answer, stranded);
    }
  }
}

bool ClauseQuestions::FollowsVerb(int phrase) const {
  const int particle = tree_.Child(verb_, Rel::kCompoundPrt);
  return tree_.SubtreeBegin(phrase) == verb_ + 1 || (particle == verb_ + 1 && tree_.SubtreeBegin(phrase) == verb_ + 2);
}

std::string ClauseQuestions::Stranded(const std::string& preposition) const {
  const int particle = tree_.Child(verb_, Rel::kCompoundPrt);
  return absl::StrCat(particle == verb_ + 1 ? " " : "", particle == verb_ + 1 ? tree_[particle].folded : "", " ",
                      preposition);
}

bool ClauseQuestions::AskMeasured(const Complement& one, const Wording& tail) {
  const int number = reading_.ValueOf(one.head, ValueKind::kNumber);
  if (number < 0 || one.before || one.rel != Rel::kObl) return false;
  const std::string preposition = tree_.CaseOf(one.head);
  const Value& value = sentence_.value(number);
  if (IsCurrency(value.unit) && preposition == "for" && tree_.SubtreeBegin(one.head) == verb_ + 1 &&
      !verb_words_.modal) {
    Wording stranded;
    stranded.text = " for";
    Ask(QuestionKind::kHowMuch, "How much", TokensOf(value.span), stranded);
    return true;
  }
  const bool warm = preposition == "at" && (absl::StrContains(value.unit, "°") || value.unit == "K");
  if (warm) Ask(QuestionKind::kHowMuch, "At what temperature", TokensOf(value.span), tail);
  return warm;
}

bool ClauseQuestions::AskDistance(const Complement& one) {
  const int number = reading_.ValueOf(one.head, ValueKind::kNumber);
  const bool runs = IsOneOf(tree_[verb_].lemma, {"run", "stretch", "extend", "walk", "travel", "sail", "fly", "swim",
                                                 "march", "row", "drive", "ride", "hike", "cycle"});
  if (number < 0 || one.before || !runs || !IsOneOf(sentence_.value(number).unit, {"km", "m", "mi", "ft", "nmi"}) ||
      !IsOneOf(tree_.CaseOf(one.head), {"", "for"})) {
    return false;
  }
  Ask(QuestionKind::kHowMuch, "How far", TokensOf(sentence_.value(number).span), Wording());
  return true;
}

bool ClauseQuestions::AskStranded(const Complement& one) {
  const std::string preposition = tree_.CaseOf(one.head);
  const Token& noun = tree_[one.head];
  // "What should you never clean the lens with?"
  const bool told = addressed_ && preposition == "with";
  if (one.rel != Rel::kObl || one.before || (!told && !IsAskedWith(tree_[verb_].lemma, preposition)) ||
      (noun.pos != Pos::kNoun && noun.pos != Pos::kPropn) || (!told && !FollowsVerb(one.head)) ||
      reading_.ValueOf(one.head, ValueKind::kNumber) >= 0 || reading_.ValueOf(one.head, ValueKind::kDate) >= 0) {
    return false;
  }
  const std::vector<int> answer = WholePhrase(one.head);
  if (answer.size() < 3 && (!one.wording || (one.wording->open && !one.wording->named))) return true;
  if (answer.empty() || (told && tree_[answer.front()].rel == Rel::kNmodPoss)) return true;
  if (SaysNothing(answer) && (!told || tree_[answer.front()].folded == "the")) return true;
  const bool person = IsPersonal(reading_, sentence_.language(), one.head);
  const NounClass kind = NounClassOf(sentence_.language(), noun.lemma);
  const bool from_there = tree_[verb_].lemma == "come" && (kind == NounClass::kArtifact || kind == NounClass::kPlace ||
                                                           kind == NounClass::kBuilding || reading_.IsPlace(one.head));
  // "was sent to Lima"
  if (preposition == "to" && !person &&
      IsOneOf(tree_[verb_].lemma, {"open", "sell", "give", "lend", "send", "award"})) {
    return false;
  }
  Wording stranded;
  for (const Complement& other : complements_) {
    if (told && other.essential && other.head != one.head) {
      if (other.rel != Rel::kObj) return true;
      stranded.text = absl::StrCat(" ", other.wording->text);
    }
  }
  if (stranded.text.empty()) {
    stranded.text = Stranded(preposition);
  } else {
    absl::StrAppend(&stranded.text, " ", preposition);
  }
  Ask(QuestionKind::kMaterial, person ? "Who" : from_there ? "Where" : "What", answer, stranded);
  return true;
}

}  // namespace pith::compiler
