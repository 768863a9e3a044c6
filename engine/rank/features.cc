#include "engine/rank/features.h"

#include <cstring>

#include "engine/language/fold.h"
#include "engine/rank/answer_type.h"
#include "engine/rank/surroundings.h"

namespace pith {
namespace {

// The place of a phrase in its clause.
Slot SlotOf(const ScannedToken& head) {
  switch (head.slot) {
    case Rel::kNsubj:
    case Rel::kCsubj:
      return kSlotSubject;
    case Rel::kNsubjPass:
    case Rel::kCsubjPass:
      return kSlotPassiveSubject;
    case Rel::kObj:
      return kSlotObject;
    case Rel::kIobj:
      return kSlotIndirectObject;
    case Rel::kObl:
      return kSlotOblique;
    case Rel::kOblAgent:
      return kSlotAgent;
    case Rel::kOblUnmarked:
    case Rel::kAdvmod:
      return kSlotAdverbial;
    case Rel::kNmod:
      return kSlotNominal;
    case Rel::kNmodPoss:
      return kSlotPossessor;
    case Rel::kAppos:
    case Rel::kParataxis:
      return kSlotApposition;
    case Rel::kAmod:
    case Rel::kCompound:
    case Rel::kNummod:
      return kSlotModifier;
    case Rel::kAdvcl:
    case Rel::kAcl:
    case Rel::kAclRelcl:
      return kSlotClause;
    case Rel::kCcomp:
    case Rel::kXcomp:
      return kSlotComplement;
    default:
      return kSlotOther;
  }
}

// The words of the question that are within two steps of a token in the tree, one bit each.
uint64_t WordsNear(const Scan& scan, uint8_t token) {
  uint64_t near = 0;
  if (token == kNoToken) return near;
  for (uint32_t m = 0; m < scan.matched_count; ++m) {
    const uint8_t i = scan.matched[m];
    if (TreeDistance(scan, token, i, 3) < 3) near |= uint64_t{1} << scan.all[i].word;
  }
  return near;
}

// Whether `noun` has a name of another thing attached, one that is not in the question: "Ruritania's prime minister".
// Names inside the candidate do not count, unless `noun` is its head.
bool HasOtherName(const SentenceContext& c, uint8_t noun, const CandidateRecord& candidate) {
  for (uint32_t i = 0; i < c.scan->count; ++i) {
    const ScannedToken& t = c.scan->all[i];
    const bool inside = i >= candidate.first && i < candidate.last && i != noun && candidate.head != noun;
    if (t.head == noun && t.word == kNoWord && t.pos == Pos::kPropn && !inside && t.rel != Rel::kAppos &&
        t.rel != Rel::kFlat && t.rel != Rel::kConj) {
      return true;
    }
  }
  return false;
}

// The share, 0..16, that `words` holds of the weight of the question's content words inside (`focus`) or outside the
// noun phrase asked about; 16 if there are none.
uint32_t ShareOf(const SentenceContext& c, bool focus, uint64_t words) {
  uint32_t all = 0, found = 0;
  for (uint32_t i = 0; i < c.query->count; ++i) {
    const QueryWord& word = c.query->words[i];
    if (!word.content || c.question->InFocus(i) != focus) continue;
    all += word.idf;
    if (((words >> i) & 1) != 0) found += word.idf;
  }
  return all == 0 ? 16 : found * 16 / all;
}

bool IsToken(const SentenceContext& c, uint32_t token, const uint32_t* hashes, uint32_t count) {
  const FoldedWord folded(*c.language, c.scan->TextOf(*c.part, token));
  const uint32_t hash = HashWord(folded.bytes());
  for (uint32_t i = 0; i < count; ++i) {
    if (hashes[i] == hash) return true;
  }
  return false;
}

// Whether a candidate begins with a word that introduces a reason, or follows one.
bool HasCue(const SentenceContext& c, const CandidateRecord& candidate) {
  if (c.question->cues[0] == 0) return false;
  return IsToken(c, candidate.first, c.question->cues, kMaxCues) ||
         (candidate.first > 0 && IsToken(c, candidate.first - 1u, c.question->cues, kMaxCues));
}

bool SameBytes(Bytes a, pith_text b) {
  return b.size != 0 && a.size() == b.size && std::memcmp(a.data(), b.data, b.size) == 0;
}

// Whether a candidate is what a fact states about the noun asked for: "Ruritania, prime minister, Jane Doe".
bool IsStated(const SentenceContext& c, const CandidateRecord& candidate) {
  if (c.stated.size == 0) return false;
  const Range span = c.scan->SpanOf(*c.part, candidate.first, candidate.last);
  if (SameBytes(c.part->text.Sub(span.begin, span.size()), c.stated)) return true;
  return candidate.entity != kNone16 &&
         SameBytes(c.part->StringBytes(c.part->entities[candidate.entity].name), c.stated);
}

// Whether a candidate is as long as its entity's full name, and so taken to be that name.
bool IsFullName(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.entity == kNone16) return false;
  const Range span = c.scan->SpanOf(*c.part, candidate.first, candidate.last);
  return c.part->StringBytes(c.part->entities[candidate.entity].name).size() == span.size();
}

// Whether the phrase headed by `head` has the preposition that the question leaves for the answer.
bool HasPreposition(const SentenceContext& c, uint32_t head) {
  if (c.question->preposition == 0) return false;
  for (uint32_t i = 0; i < c.scan->count; ++i) {
    const ScannedToken& t = c.scan->all[i];
    if (t.head == head && t.rel == Rel::kCase && IsToken(c, i, &c.question->preposition, 1)) return true;
  }
  return false;
}

// Whether the name in `candidate` has a word that the question lacks: "Mill" of "Mill Street". Never so for a person:
// one of the names is enough, and titles make no difference.
bool HasMoreName(const SentenceContext& c, uint32_t head, const CandidateRecord& candidate) {
  if (c.scan->all[head].name == NameType::kPerson) return false;
  for (uint32_t i = candidate.first; i < candidate.last; ++i) {
    const ScannedToken& t = c.scan->all[i];
    if (t.word == kNoWord && (t.pos == Pos::kPropn || t.pos == Pos::kNum)) return true;
  }
  return false;
}

// Whether a word of the question is (part of) the name headed by token `head`: "Doe" of "Mr Doe".
bool IsNamed(const SentenceContext& c, uint32_t head, const CandidateRecord& candidate) {
  if (HasMoreName(c, head, candidate)) return false;
  for (uint32_t m = 0; m < c.scan->matched_count; ++m) {
    const uint32_t i = c.scan->matched[m];
    const ScannedToken& t = c.scan->all[i];
    if (i < candidate.first || i >= candidate.last) continue;
    if (t.pos != Pos::kPropn || t.strength != kFullStrength || c.question->InFocus(t.word)) continue;
    if (i == head || (t.rel == Rel::kFlat && t.head == head)) return true;
  }
  return false;
}

// Whether a candidate is another name for something that the question names, such as the long form of an acronym.
bool NamesTheSame(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.entity == kNone16) return false;
  for (CandidateReader candidates(*c.part, c.scan->sentence, c.scan->count); candidates.Next();) {
    const CandidateRecord& other = candidates.candidate();
    if (other.entity == candidate.entity && IsNamed(c, other.head, other)) return true;
  }
  return false;
}

// "24" of "24 euros": an answer to "how much" or "how tall" needs the unit.
bool LacksUnit(const SentenceContext& c, const CandidateRecord& candidate) {
  return c.scan->all[candidate.head].rel == Rel::kNummod;
}

// The kind of question whose weights apply. Questions about materials are too rare to learn weights of their own.
AskKind WeighedAs(AskKind kind) { return kind == AskKind::kMaterial ? AskKind::kThing : kind; }

}  // namespace

bool IsNamedByQuestion(const SentenceContext& c, const CandidateRecord& candidate) {
  if (static_cast<CandidateKind>(candidate.kind) == CandidateKind::kList) return false;
  if (IsNamed(c, candidate.head, candidate)) return true;
  if (c.question->kind == AskKind::kExpansion || c.question->kind == AskKind::kDefinition) return false;
  return c.scan->all[candidate.head].pos == Pos::kPropn && NamesTheSame(c, candidate);
}

bool CanAnswer(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.last <= candidate.first || candidate.last > c.scan->count || candidate.head < candidate.first ||
      candidate.head >= candidate.last) {
    return false;
  }
  if (IsNamedByQuestion(c, candidate)) return false;
  const ValueKind value =
      candidate.value == kNone16 ? ValueKind::kNone : static_cast<ValueKind>(c.part->values[candidate.value].kind);
  switch (c.question->kind) {
    case AskKind::kNumber:
    case AskKind::kShare:
      return value == ValueKind::kNumber || value == ValueKind::kDuration;
    case AskKind::kAmount:
      return value == ValueKind::kNumber && !LacksUnit(c, candidate);
    case AskKind::kMeasure:
      return value == ValueKind::kNumber && !LacksUnit(c, candidate) && IsMeasure(c, c.part->values[candidate.value]);
    case AskKind::kTime:
      return value == ValueKind::kDate || value == ValueKind::kDuration ||
             static_cast<CandidateKind>(candidate.kind) == CandidateKind::kTime ||
             static_cast<CandidateKind>(candidate.kind) == CandidateKind::kClause ||
             c.scan->all[candidate.head].name == NameType::kOther;
    case AskKind::kDuration:
      return value == ValueKind::kDuration || value == ValueKind::kNumber || value == ValueKind::kDate;
    case AskKind::kAge:
      return value == ValueKind::kDuration || value == ValueKind::kNumber;
    case AskKind::kExpansion:
      return NamesTheSame(c, candidate);
    default:
      return true;
  }
}

void ExtractFeatures(const SentenceContext& c, const CandidateRecord& candidate, FeatureList* out) {
  const Scan& scan = *c.scan;
  const Question& q = *c.question;
  const ScannedToken& head = scan.all[candidate.head];
  const ScannedToken& governor = scan.all[head.governor];
  const ScannedToken& parent = scan.all[head.head];
  Surroundings s;
  NoteStructure(scan, candidate, &s);
  NoteMatches(c, candidate, &s);
  const AnswerType type = TypeOf(c, candidate, head);
  const uint32_t size = candidate.last - candidate.first;
  const uint32_t group = GroupOf(q.kind);
  const Slot slot = SlotOf(head);
  const bool verb = head.governor != candidate.head && governor.word != kNoWord;
  const auto matched = [&](const ScannedToken& t) { return t.word == kNoWord ? 0u : (t.strength + 1u) / 16; };
  const auto yes = [](bool b) { return b ? 16u : 0u; };

  const uint64_t near = WordsNear(scan, s.focus_token);
  const uint32_t focus_share = s.focus_token == kNoToken ? 0 : ShareOf(c, true, near);
  const uint32_t modifier_share = s.focus_token == kNoToken ? 0 : ShareOf(c, false, near);

  out->dense_at = kDenseAt + group * kDenseFeatures;
  const auto dense = [&](DenseFeature feature, uint32_t value) {
    out->dense[feature] = static_cast<uint8_t>(value < kWholly ? value : kWholly);
  };
  dense(kDenseScoreShare, c.score_share);
  dense(kDenseFirstSentence, yes(c.rank == 0));
  dense(kDenseSentenceCoverage, scan.matched_weight * 16 / c.content_weight);
  dense(kDenseMatchedInside, s.content_inside == 0 ? 0 : s.matched_inside * 16 / s.content_inside);
  dense(kDenseAllMatchedInside, yes(s.content_inside != 0 && s.matched_inside == s.content_inside));
  dense(kDenseHeadMatched, matched(head));
  dense(kDenseGovernorMatched, head.governor == candidate.head ? 0 : matched(governor));
  dense(kDenseParentMatched, head.head == candidate.head ? 0 : matched(parent));
  dense(kDenseClauseCoverage, s.clause_weight * 16 / c.content_weight);
  dense(kDenseNearestWord, 16 - s.nearest * 16 / kFar);
  dense(kDenseMeanDistance, s.weight_sum == 0 ? 16 : s.distance_sum * 16 / (s.weight_sum * kFar));
  dense(kDenseNearestInTree, 16 - s.nearest_tree * 16 / kFar);
  dense(kDenseMeanTreeDistance, s.weight_sum == 0 ? 16 : s.tree_sum * 16 / (s.weight_sum * kFar));
  dense(kDenseFocusIsHead, s.focus_head);
  dense(kDenseFocusInside, yes(s.focus_inside && s.focus_head == 0));
  dense(kDenseFocusBeside, s.focus_near);
  dense(kDenseSize, size < 16 ? size : 16);
  dense(kDenseOneToken, yes(size == 1));
  dense(kDenseVerbInside, yes(s.verb_inside));
  dense(kDenseStartsSentence, yes(candidate.first == 0));
  dense(kDenseDeepInClause, yes(head.depth > 1));
  dense(kDenseMatchedBefore, candidate.first > 0 ? matched(scan.all[candidate.first - 1]) : 0);
  dense(kDenseMatchedAfter, candidate.last < scan.count ? matched(scan.all[candidate.last]) : 0);
  dense(kDenseHasPreposition, yes(HasPreposition(c, candidate.head)));
  dense(kDenseIsEntity, yes(candidate.entity != kNone16));
  dense(kDenseCutNominal, yes((s.cut & kNoteNominal) != 0));
  dense(kDenseCutConjunct, yes((s.cut & kNoteConjunct) != 0));
  dense(kDenseCutName, yes((s.cut & kNoteName) != 0));
  dense(kDenseCutClause, yes((s.cut & kNoteClause) != 0));
  dense(kDenseCutApposition, yes((s.cut & kNoteApposition) != 0));
  dense(kDenseFocusCoverage, yes(s.focus_head + s.focus_near != 0) * s.clause_weight / c.content_weight);
  dense(kDenseSubjectOfVerb, yes(verb && (slot == kSlotSubject || slot == kSlotPassiveSubject)));
  dense(kDenseObjectOfVerb, yes(verb && slot == kSlotObject));
  dense(kDenseHeadIsName, yes(head.name != NameType::kNone));
  dense(kDenseNothingMatchedInside, yes(s.matched_inside == 0));
  dense(kDenseFocusShare, focus_share);
  dense(kDenseModifierShare, modifier_share);
  dense(kDenseForeignSubject, yes(verb && (s.beside & (kNoteForeignSubject | kNoteOwnSubject)) == kNoteForeignSubject &&
                                  q.role == AskRole::kObject));
  dense(kDenseForeignObject, yes(verb && (s.beside & kNoteForeignObject) != 0 && q.role == AskRole::kSubject));
  dense(kDenseHasCue, yes(HasCue(c, candidate)));
  dense(kDenseIsFullName, yes(IsFullName(c, candidate)));
  const bool stated = IsStated(c, candidate);
  dense(kDenseStatedByFact, yes(stated));

  const auto whole = [&](WholeFeature feature, uint32_t at) { out->whole[feature] = static_cast<uint16_t>(at); };
  const uint32_t kind = static_cast<uint32_t>(WeighedAs(q.kind)), role = static_cast<uint32_t>(q.role);
  whole(kWholeType, kTypesAt + kind * kTypes + type);
  whole(kWholeKindSlot, kKindSlotsAt + kind * kSlots + slot);
  // A slot means something else under the question's verb than under another, so there are two sets of weights.
  whole(kWholeRoleSlot, kRoleSlotsAt + ((verb ? 1u : 0u) * kAskRoleCount + role) * kSlots + slot);
  whole(kWholeForm,
        kFormsAt + group * kCandidateKindCount + (candidate.kind < kCandidateKindCount ? candidate.kind : 0u));
  whole(kWholeRoleType, kRoleTypesAt + role * kTypes + type);
  // A list has the type of its members.
  const Fit fit = type == kTypeNumber && candidate.value != kNone16 && q.kind == AskKind::kNumber
                      ? FitOfNumber(c, candidate)
                  : type == kTypeList && head.name != NameType::kNone ? FitOf(q, TypeOfName(head.name))
                                                                      : FitOf(q, type);
  whole(kWholeFit, kFitsAt + group * kFits + fit);

  Judged& judged = out->judged;
  judged.clause_share =
      static_cast<uint8_t>(s.clause_weight < c.content_weight ? s.clause_weight * 16 / c.content_weight : 16);
  judged.tree_distance = out->dense[kDenseMeanTreeDistance];
  judged.nearest = out->dense[kDenseNearestInTree];
  judged.governor = static_cast<uint8_t>(verb ? matched(governor) : 0);
  judged.focus_share = static_cast<uint8_t>(focus_share);
  judged.modifier_share = static_cast<uint8_t>(modifier_share);
  judged.stated = stated;
  judged.has_focus = s.focus_head + s.focus_near != 0;
  judged.contradicted = s.focus_token != kNoToken && modifier_share < 8 && HasOtherName(c, s.focus_token, candidate);
  judged.foreign_verb = head.governor != candidate.head && governor.pos == Pos::kVerb && governor.word == kNoWord;
  judged.fits = fit == kFitGood;
  judged.misfits = fit == kFitBad;
}

}  // namespace pith
