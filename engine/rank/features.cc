#include "engine/rank/features.h"

#include <cstring>

#include "engine/language/fold.h"
#include "engine/rank/answer_type.h"
#include "engine/rank/surroundings.h"

namespace pith {
namespace {

static_assert(kFitUnsure + 1 == kFits, "a weight a fit");

// Where a phrase stands in its clause.
uint32_t SlotOf(const ScannedToken& head) {
  switch (head.slot) {
    case Rel::kNsubj:
    case Rel::kCsubj:
      return 0;
    case Rel::kNsubjPass:
    case Rel::kCsubjPass:
      return 1;
    case Rel::kObj:
      return 2;
    case Rel::kIobj:
      return 3;
    case Rel::kObl:
      return 4;
    case Rel::kOblAgent:
      return 5;
    case Rel::kOblUnmarked:
    case Rel::kAdvmod:
      return 6;
    case Rel::kNmod:
      return 7;
    case Rel::kNmodPoss:
      return 8;
    case Rel::kAppos:
    case Rel::kParataxis:
      return 9;
    case Rel::kAmod:
    case Rel::kCompound:
    case Rel::kNummod:
      return 10;
    case Rel::kAdvcl:
    case Rel::kAcl:
    case Rel::kAclRelcl:
      return 11;
    case Rel::kCcomp:
    case Rel::kXcomp:
      return 12;
    default:
      return 13;
  }
}

// The words of the question that stand within two steps of a token in the tree, a bit each.
uint64_t WordsNear(const Scan& scan, uint8_t token) {
  uint64_t near = 0;
  if (token == kNoToken) return near;
  for (uint32_t m = 0; m < scan.matched_count; ++m) {
    const uint8_t i = scan.matched[m];
    if (TreeDistance(scan, token, i, 3) < 3) near |= uint64_t{1} << scan.all[i].word;
  }
  return near;
}

// Whether a name hangs on `noun` that the question does not hold: "Ruritania's prime minister". The answer itself may.
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

// The share of the weight of the question's words, in the noun phrase asked about or outside it, that `words` holds,
// 0..16; 16 where there are none.
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

// Whether a candidate begins with a word that brings in a reason, or follows one.
bool HasCue(const SentenceContext& c, const CandidateRecord& candidate) {
  if (c.question->cues[0] == 0) return false;
  return IsToken(c, candidate.first, c.question->cues, kMaxCues) ||
         (candidate.first > 0 && IsToken(c, candidate.first - 1u, c.question->cues, kMaxCues));
}

bool SameBytes(Bytes a, pith_text b) {
  return b.size != 0 && a.size() == b.size && std::memcmp(a.data(), b.data, b.size) == 0;
}

// Whether a candidate is what a fact states of the noun asked about: "Ruritania, prime minister, Jane Doe".
bool IsStated(const SentenceContext& c, const CandidateRecord& candidate) {
  if (c.stated.size == 0) return false;
  const Range span = c.scan->SpanOf(*c.part, candidate.first, candidate.last);
  if (SameBytes(c.part->text.Sub(span.begin, span.size()), c.stated)) return true;
  return candidate.entity != kNone16 &&
         SameBytes(c.part->StringBytes(c.part->entities[candidate.entity].name), c.stated);
}

// Whether a candidate says an entity's fullest name.
bool IsFullName(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.entity == kNone16) return false;
  const Range span = c.scan->SpanOf(*c.part, candidate.first, candidate.last);
  return c.part->StringBytes(c.part->entities[candidate.entity].name).size() == span.size();
}

// Whether the preposition of the phrase headed by `head` is the one that the question leaves for the answer.
bool HasPreposition(const SentenceContext& c, uint32_t head) {
  if (c.question->preposition == 0) return false;
  for (uint32_t i = 0; i < c.scan->count; ++i) {
    const ScannedToken& t = c.scan->all[i];
    if (t.head == head && t.rel == Rel::kCase && IsToken(c, i, &c.question->preposition, 1)) return true;
  }
  return false;
}

// Whether the question lacks a word of what `candidate` calls something, other than its article: "Mill" of "Mill
// Street". Of a person one name is enough, and a title no difference.
bool HasMoreName(const SentenceContext& c, uint32_t head, const CandidateRecord& candidate) {
  if (c.scan->all[head].name == NameType::kPerson) return false;
  for (uint32_t i = candidate.first; i < candidate.last; ++i) {
    const ScannedToken& t = c.scan->all[i];
    if (t.word == kNoWord && (t.pos == Pos::kPropn || t.pos == Pos::kNum)) return true;
  }
  return false;
}

// Whether a word of the question is (part of) the name that token `head` heads: "Doe" of "Mr Doe".
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

// Whether a candidate is another name of what the question names: the long form of an acronym.
bool NamesTheSame(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.entity == kNone16) return false;
  const Range range = c.part->CandidatesOf(c.scan->sentence);
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const CandidateRecord other = c.part->candidates[i];
    if (other.entity == candidate.entity && other.head < c.scan->count && IsNamed(c, other.head, other)) return true;
  }
  return false;
}

// "24" of "24 euros": how much or how tall needs the unit.
bool LacksUnit(const SentenceContext& c, const CandidateRecord& candidate) {
  return c.scan->all[candidate.head].rel == Rel::kNummod;
}

}  // namespace

// What the question names is not what it asks for, unless it asks what that is.
bool IsNamedByQuestion(const SentenceContext& c, const CandidateRecord& candidate) {
  if (static_cast<CandidateKind>(candidate.kind) == CandidateKind::kList) return false;
  if (IsNamed(c, candidate.head, candidate)) return true;
  if (c.question->kind == AskKind::kExpansion || c.question->kind == AskKind::kDefinition) return false;
  return c.scan->all[candidate.head].pos == Pos::kPropn && NamesTheSame(c, candidate);
}

uint32_t GroupOf(AskKind kind) {
  switch (kind) {
    case AskKind::kPerson:
    case AskKind::kPossessor:
      return 1;
    case AskKind::kPlace:
      return 2;
    case AskKind::kTime:
    case AskKind::kDuration:
    case AskKind::kAge:
    case AskKind::kFrequency:
      return 3;
    case AskKind::kNumber:
    case AskKind::kAmount:
    case AskKind::kMeasure:
    case AskKind::kShare:
      return 4;
    case AskKind::kReason:
    case AskKind::kPurpose:
    case AskKind::kManner:
      return 5;
    case AskKind::kThing:
    case AskKind::kChoice:
    case AskKind::kName:
      return 6;
    case AskKind::kSort:
    case AskKind::kMaterial:
      return 8;
    case AskKind::kDefinition:
    case AskKind::kExpansion:
      return 7;
    default:
      return 0;
  }
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
  const uint32_t slot = SlotOf(head);
  const bool verb = head.governor != candidate.head && governor.word != kNoWord;
  const auto matched = [&](const ScannedToken& t) { return t.word == kNoWord ? 0u : (t.strength + 1u) / 16; };
  const auto yes = [](bool b) { return b ? 16u : 0u; };

  const uint64_t near = WordsNear(scan, s.focus_token);
  const uint32_t focus_share = s.focus_token == kNoToken ? 0 : ShareOf(c, true, near);
  const uint32_t modifier_share = s.focus_token == kNoToken ? 0 : ShareOf(c, false, near);

  out->dense_at = kDenseAt + group * kDenseFeatures;
  uint32_t next = 0;
  const auto dense = [&](uint32_t value) {
    out->dense[next++] = static_cast<uint8_t>(value < kWholly ? value : kWholly);
  };
  dense(c.score_share);
  dense(yes(c.rank == 0));
  dense(scan.matched_weight * 16 / c.content_weight);
  dense(s.content_inside == 0 ? 0 : s.matched_inside * 16 / s.content_inside);
  dense(yes(s.content_inside != 0 && s.matched_inside == s.content_inside));
  dense(matched(head));
  dense(head.governor == candidate.head ? 0 : matched(governor));
  dense(head.head == candidate.head ? 0 : matched(parent));
  dense(s.clause_weight * 16 / c.content_weight);
  dense(16 - s.nearest * 16 / kFar);
  dense(s.weight_sum == 0 ? 16 : s.distance_sum * 16 / (s.weight_sum * kFar));
  dense(16 - s.nearest_tree * 16 / kFar);
  dense(s.weight_sum == 0 ? 16 : s.tree_sum * 16 / (s.weight_sum * kFar));
  dense(s.focus_head);
  dense(yes(s.focus_inside && s.focus_head == 0));
  dense(s.focus_near);
  dense(size < 16 ? size : 16);
  dense(yes(size == 1));
  dense(yes(s.verb_inside));
  dense(yes(candidate.first == 0));
  dense(yes(head.depth > 1));
  dense(candidate.first > 0 ? matched(scan.all[candidate.first - 1]) : 0);
  dense(candidate.last < scan.count ? matched(scan.all[candidate.last]) : 0);
  dense(yes(HasPreposition(c, candidate.head)));
  dense(yes(candidate.entity != kNone16));
  dense(yes((s.cut & kNoteNominal) != 0));
  dense(yes((s.cut & kNoteConjunct) != 0));
  dense(yes((s.cut & kNoteName) != 0));
  dense(yes((s.cut & kNoteClause) != 0));
  dense(yes((s.cut & kNoteApposition) != 0));
  dense(yes(s.focus_head + s.focus_near != 0) * s.clause_weight / c.content_weight);
  dense(yes(verb && slot <= 1));
  dense(yes(verb && slot == 2));
  dense(yes(head.name != NameType::kNone));
  dense(yes(s.matched_inside == 0));
  dense(focus_share);
  dense(modifier_share);
  dense(yes(verb && (s.beside & (kNoteForeignSubject | kNoteOwnSubject)) == kNoteForeignSubject &&
            q.role == AskRole::kObject));
  dense(yes(verb && (s.beside & kNoteForeignObject) != 0 && q.role == AskRole::kSubject));
  dense(yes(HasCue(c, candidate)));
  dense(yes(IsFullName(c, candidate)));
  out->stated = IsStated(c, candidate);
  dense(yes(out->stated));

  next = 0;
  const auto whole = [&](uint32_t at) { out->whole[next++] = static_cast<uint16_t>(at); };
  // What something is made of is too seldom asked to learn from alone.
  const uint32_t kind = static_cast<uint32_t>(q.kind == AskKind::kMaterial ? AskKind::kThing : q.kind);
  whole(kTypesAt + kind * kTypes + type);
  whole(kKindSlotsAt + kind * kSlots + slot);
  // Whether the verb is the question's makes the difference between the places in its clause.
  whole(kRoleSlotsAt + ((verb ? 1u : 0u) * kAskRoleCount + static_cast<uint32_t>(q.role)) * kSlots + slot);
  whole(kFormsAt + group * kCandidateKindCount + (candidate.kind < kCandidateKindCount ? candidate.kind : 0u));
  whole(kRoleTypesAt + static_cast<uint32_t>(q.role) * kTypes + type);
  // A list is of the kind of its members.
  const Fit fit = type == kTypeNumber && candidate.value != kNone16 && q.kind == AskKind::kNumber
                      ? FitOfNumber(c, candidate)
                  : type == kTypeList && head.name != NameType::kNone ? FitOf(q, TypeOfName(head.name))
                                                                      : FitOf(q, type);
  whole(kFitsAt + group * kFits + fit);
  out->clause_share =
      static_cast<uint8_t>(s.clause_weight < c.content_weight ? s.clause_weight * 16 / c.content_weight : 16);
  out->tree_distance = static_cast<uint8_t>(s.weight_sum == 0 ? 16 : s.tree_sum * 16 / (s.weight_sum * kFar));
  out->nearest = static_cast<uint8_t>(16 - s.nearest_tree * 16 / kFar);
  out->governor = static_cast<uint8_t>(verb ? matched(governor) : 0);
  out->focus_share = static_cast<uint8_t>(focus_share);
  out->modifier_share = static_cast<uint8_t>(modifier_share);
  out->has_focus = s.focus_head + s.focus_near != 0;
  out->contradicted = s.focus_token != kNoToken && modifier_share < 8 && HasOtherName(c, s.focus_token, candidate);
  out->foreign_verb = head.governor != candidate.head && governor.pos == Pos::kVerb && governor.word == kNoWord;
  out->fits = fit == kFitGood;
  out->misfits = fit == kFitBad;
}

}  // namespace pith
