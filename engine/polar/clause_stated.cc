// Decides whether a clause that agrees with the question is stated, denied, or left open.

#include "engine/polar/clause_reader.h"

namespace pith {
namespace {

constexpr uint32_t kMaxFacts = 64;  // per sentence; further ones are ignored
constexpr WordClassSet kUnsure = SetOf(AskClass::kDoubtful) | SetOf(AskClass::kOr);

// Whether a stated head makes a part with this relation to it stated as well. Not so for a clause that modifies a noun:
// it may be the content of a report or a fear.
bool KeepsStatement(Rel rel) {
  switch (rel) {
    case Rel::kNsubj:
    case Rel::kNsubjPass:
    case Rel::kObj:
    case Rel::kIobj:
    case Rel::kObl:
    case Rel::kOblAgent:
    case Rel::kNmod:
    case Rel::kAppos:
    case Rel::kConj:
    case Rel::kAdvcl:
      return true;
    default:
      return false;
  }
}

}  // namespace

// Whether the tenses agree: a question about the present is not settled by the past.
bool ClauseReader::TenseAgrees() const {
  const bool past = Asks(kPastForm), now = !past && !Asks(SetOf(AskClass::kHave));
  const uint32_t finite = Auxiliary();
  if (finite != kNoToken) return now != Is(finite, kPastForm | SetOf(AskClass::kHave));
  const QueryWord& asked = word(word_);
  const Bytes form = Text(verb_);
  const bool same = HashOf(verb_) == asked.hash;
  const bool third = !same && form.size() + asked.begin > asked.end && form.U8(form.size() - 1) == 's';
  if (now) return Asks(SetOf(AskClass::kDo)) && (same || third);
  return !third && !(same && Asks(SetOf(AskClass::kDo)));
}

// Whether the sentence asserts the clause (or, if it is negated, its opposite): no condition, wish, report or question.
bool ClauseReader::IsStated() const {
  if (Is(verb_, kQuoted)) return false;
  for (uint32_t i = 0; i < scan_.count; ++i) {
    if (token(i).pos == Pos::kPunct && Text(i).U8(0) == '?') return false;
  }
  uint32_t node = verb_;
  for (uint32_t step = 0; step < kMaxClimb; ++step) {
    for (uint32_t i = 0; i < scan_.count; ++i) {
      const ScannedToken& t = token(i);
      if (Is(i, SetOf(AskClass::kOr)) && Hangs(t.head, node) && token(t.head).rel == Rel::kConj) return false;
      if (!Hangs(i, node)) continue;
      if (IsAuxiliary(t.rel) && !Is(i, kPlainAuxiliary)) return false;
      if (t.rel == Rel::kMark && !Is(i, SetOf(AskClass::kFactual))) return false;
      if (node != verb_ && Is(i, kUnsure | kNegativeWord)) return false;
    }
    const ScannedToken& t = token(node);
    if (t.head == node) return true;
    if (!KeepsStatement(t.rel)) return false;
    node = t.head;
  }
  return false;
}

// Whether nothing that the compiler found in the clause contradicts the verdict.
bool ClauseReader::FactsAgree(bool negated) const {
  const uint32_t anchor = copular_ ? Child(verb_, Rel::kCop) : verb_;
  const Range span = scan_.SpanOf(part_, anchor, anchor + 1);
  if (part_.SpeakerOf(span.begin, span.end).size != 0) return false;
  uint32_t number = LowerBound(part_.facts, scan_.sentence);
  for (uint32_t n = 0; n < kMaxFacts && number < part_.facts.size(); ++n, ++number) {
    const FactRecord fact = part_.facts[number];
    if (fact.sentence != scan_.sentence) break;
    if (span.begin < fact.begin || span.end > fact.end) continue;
    if (!Contains(part_.StringBytes(fact.relation), Text(anchor))) continue;
    if (fact.modality != PITH_STATED || fact.attribution != kNone || (fact.negated != 0) != negated) return false;
  }
  return true;
}

// Whether a negative word denies the clause: "not" with the verb or its auxiliary, "no" with the subject or object.
bool ClauseReader::IsDenied(uint32_t negation) const {
  const ScannedToken& t = token(negation);
  const ScannedToken& above = token(t.head);
  if (t.rel == Rel::kAdvmod) return t.head == verb_ || (IsAuxiliary(above.rel) && above.head == verb_);
  if (t.rel != Rel::kDet) return false;
  return t.head == verb_ ||
         (Matched(t.head) && above.head == verb_ && (IsSubject(above.rel) || above.rel == Rel::kObj));
}

// Whether the denial covers the whole clause and not just a word: "did not open fire on Monday" leaves other days open.
bool ClauseReader::DeniesAll() const {
  for (uint32_t i = 0; i < scan_.count; ++i) {
    const ScannedToken& t = token(i);
    if (i != verb_ && Matched(i) && PlaceOf(i).inside && IsNarrowed(i)) return false;
    if (i == verb_ || Matched(i) || Is(i, kNegativeWord)) continue;
    if (t.rel == Rel::kDet && Matched(t.head) && PlaceOf(i).inside && !Is(i, SetOf(AskClass::kLight))) return false;
    if (!Hangs(i, verb_)) continue;
    const bool harmless = IsAuxiliary(t.rel) || t.rel == Rel::kPunct || t.rel == Rel::kConj || t.rel == Rel::kCc ||
                          t.rel == Rel::kMark || t.rel == Rel::kDet;
    if (!harmless) return false;
  }
  return true;
}

uint8_t ClauseReader::Polarity() const {
  if (!TenseAgrees() || !IsStated()) return PITH_POLARITY_NONE;
  const uint32_t auxiliary = Auxiliary(), subject = Subject(verb_);
  if (auxiliary != kNoToken && subject != kNoToken && auxiliary < subject) return PITH_POLARITY_NONE;  // "had they won"
  uint32_t negations = 0;
  for (uint32_t i = 0; i < scan_.count; ++i) {
    if (i == verb_ || Matched(i) || !PlaceOf(i).inside) continue;
    const Rel rel = token(i).rel;
    if (Is(i, kUnsure)) return PITH_POLARITY_NONE;
    if (Is(i, kNegativeWord)) {
      if (!IsDenied(i)) return PITH_POLARITY_NONE;
      ++negations;
    } else if (Hangs(i, verb_)) {
      // "stopped working" is not "stopped", "broke out" is not "broke", "the former capital" is not "the capital".
      const bool other = rel == Rel::kXcomp || rel == Rel::kCcomp || rel == Rel::kCompoundPrt ||
                         (copular_ && (rel == Rel::kAdvmod || Narrows(rel)));
      if (other) return PITH_POLARITY_NONE;
    }
  }
  if (negations > 1 || !FactsAgree(negations == 1)) return PITH_POLARITY_NONE;
  if (negations == 0) return PITH_YES;
  return DeniesAll() ? PITH_NO : PITH_POLARITY_NONE;
}

}  // namespace pith
