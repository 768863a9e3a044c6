#include "engine/rank/completion.h"

#include "engine/rank/answer_type.h"
#include "engine/rank/refusals.h"

namespace pith {
namespace {

constexpr uint32_t kMostTokens = 40;  // of a completed answer

// The head of tokens [first, last): the first one whose own head is outside.
uint32_t HeadOf(const Scan& scan, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t head = scan.all[t].head;
    if (head < first || head >= last || head == t) return t;
  }
  return first;
}

// The child of `root` above token `t`, or `t` itself if it is one; kNoToken if it does not depend on `root`.
uint32_t BranchOf(const Scan& scan, uint32_t t, uint32_t root) {
  for (uint32_t step = 0; step < kMaxAncestors && t != root; ++step) {
    const uint32_t head = scan.all[t].head;
    if (head == root) return t;
    if (head == t) break;
    t = head;
  }
  return kNoToken;
}

// Brackets and quotation marks that are open: a part of a sentence may hold one and not its partner.
class OpenMarks {
 public:
  // Returns whether the token closes one.
  bool Read(Bytes text) {
    const int32_t before = depth_;
    const uint8_t first = text.U8(0);
    const uint8_t curly = first == 0xE2 && text.U8(1) == 0x80 ? text.U8(2) : uint8_t{0};
    if (first == '(' || first == '[' || curly == 0x9C) ++depth_;
    if (first == ')' || first == ']' || curly == 0x9D) --depth_;
    if (first == '"') {
      depth_ += quoted_ ? -1 : 1;
      quoted_ = !quoted_;
    }
    return depth_ < before;
  }
  bool none() const { return depth_ == 0; }

 private:
  int32_t depth_ = 0;
  bool quoted_ = false;
};

bool IsTime(const SentenceContext& c, uint32_t token) {
  const NounClass it = NounClassOf(c, token);
  return c.scan->all[token].pos == Pos::kNum || it == NounClass::kTime || it == NounClass::kTimeUnit;
}

bool IsInQuestion(const SentenceContext& c, uint32_t token) {
  const ScannedToken& it = c.scan->all[token];
  return it.word != kNoWord && it.word < c.query->count && c.query->words[it.word].content &&
         it.strength == kFullStrength;
}

// Whether what a question asks for may be several things that the sentence joins.
bool MayBeSeveral(const Question& q) {
  const bool one = q.focus_end > q.focus_begin && !q.plural;  // "which city", "what is the capital"
  switch (q.kind) {
    case AskKind::kAny:
    case AskKind::kPerson:
    case AskKind::kPlace:
    case AskKind::kTime:
    case AskKind::kThing:
    case AskKind::kChoice:
    case AskKind::kManner:
    case AskKind::kName:
    case AskKind::kPurpose:
    case AskKind::kSort:
    case AskKind::kMaterial:
      return !one;
    default:
      return false;
  }
}

bool AsksWhatItIs(const Question& q) { return q.role == AskRole::kIdentity && q.kind != AskKind::kSort; }

bool IsSubject(const ScannedToken& token) {
  return token.rel == Rel::kNsubj || token.rel == Rel::kNsubjPass || token.rel == Rel::kCsubj;
}

// "10 dollars", "half past two"; but not "four lamps".
bool IsAmount(const SentenceContext& c, uint32_t token) {
  const NounClass unit = NounClassOf(c, token);
  return c.scan->all[token].pos == Pos::kNum || unit == NounClass::kUnit || unit == NounClass::kMoney;
}

bool HasSubject(const Scan& scan, uint32_t verb) {
  for (uint32_t t = 0; t < scan.count; ++t) {
    if (scan.all[t].head == verb && IsSubject(scan.all[t])) return true;
  }
  return false;
}

// The first of the steps of which the verb `head` is a later one ("put on gloves ... and ring the helpline"); `head` if
// it is no step. No answer begins with a step not to take: "do not rub the eye, and keep soap out of it".
uint32_t FirstStep(const SentenceContext& c, uint32_t head) {
  const Scan& scan = *c.scan;
  uint32_t first = head;
  for (uint32_t step = 0; step < kMaxAncestors; ++step) {
    const ScannedToken& verb = scan.all[first];
    const bool later = verb.rel == Rel::kConj && verb.pos == Pos::kVerb && scan.all[verb.head].pos == Pos::kVerb;
    if (!later || HasSubject(scan, first) || HasSubject(scan, verb.head)) break;
    if (IsNegatedBefore(c, verb.head, verb.head)) break;
    first = verb.head;
  }
  return first;
}

// Whether a member of a coordination is of one kind with its first: steps with steps, times with times, and an amount
// with a thing only where the thing has a number too.
bool AreAlike(const SentenceContext& c, uint32_t first, uint32_t member) {
  const ScannedToken &a = c.scan->all[first], &b = c.scan->all[member];
  const bool named = (a.pos == Pos::kPropn) == (b.pos == Pos::kPropn) || IsPersonal(NounClassOf(c, member));
  if ((a.pos == Pos::kVerb) != (b.pos == Pos::kVerb) || !named) return false;
  if (IsAmount(c, member) && !IsAmount(c, first)) return false;
  return c.question->kind != AskKind::kTime || a.term == b.term || IsTime(c, member);
}

// The end of the coordination whose first member has the head `first` and ends at `last`; `last` if there is none that
// answers as a whole.
uint32_t EndOfCoordination(const SentenceContext& c, uint32_t first, uint32_t last) {
  const Scan& scan = *c.scan;
  OpenMarks marks;
  uint32_t end = last;
  for (uint32_t t = last; t < scan.count; ++t) {
    const ScannedToken& token = scan.all[t];
    const uint32_t branch = BranchOf(scan, t, first);
    if (token.rel == Rel::kPunct && scan.TextOf(*c.part, t).U8(0) == ';') break;
    if (branch == kNoToken) {
      if (token.rel == Rel::kPunct) continue;
      break;
    }
    const Rel rel = scan.all[branch].rel;
    // "Teva, who is the pilot, the cook and the postman": what follows a clause may be joined to what is in it.
    if (rel == Rel::kAclRelcl || (rel != Rel::kConj && end != last)) break;
    // But steps belong together whatever the question says of one.
    if (scan.all[first].pos != Pos::kVerb && IsInQuestion(c, t)) return last;
    const bool closes = marks.Read(scan.TextOf(*c.part, t));
    if (branch < last || rel != Rel::kConj) continue;
    if (!AreAlike(c, first, branch) || token.rel == Rel::kOrphan) return last;
    if ((t == branch || token.head == branch) && (IsNegation(c, t) || IsSubject(token))) return last;
    if (marks.none() && (token.rel != Rel::kPunct || closes)) end = t + 1;
  }
  return end;
}

// Whether `head` says what the thing that the question asks about is: "the sledge is the stretcher on which ...".
bool Defines(const SentenceContext& c, uint32_t head) {
  if (!AsksWhatItIs(*c.question) || c.scan->all[head].pos != Pos::kNoun) return false;
  bool copula = false, asked = false;
  for (uint32_t t = 0; t < head; ++t) {
    const ScannedToken& token = c.scan->all[t];
    if (token.head != head) continue;
    copula |= token.rel == Rel::kCop;
    asked |= token.rel == Rel::kNsubj && IsInQuestion(c, t);
  }
  return copula && asked;
}

// The end of the noun phrase of `head` with the phrases and clauses that say which one it is.
uint32_t EndOfDefinition(const Scan& scan, uint32_t head, uint32_t last) {
  for (uint32_t t = last, begin = last; t < scan.count; ++t) {
    const uint32_t branch = BranchOf(scan, t, head);
    if (branch == kNoToken) break;
    const Rel rel = scan.all[branch].rel;
    const bool tells = branch < head || rel == Rel::kNmod || rel == Rel::kAcl || rel == Rel::kAclRelcl;
    if (!tells || (t == begin && scan.all[t].pos == Pos::kPunct)) break;
    last = t + 1;
  }
  return last;
}

// The end of a step that begins with its verb, "keep oil away from it for a week", with all that follows of where, how
// long and with what; `last` where the verb is no step.
uint32_t EndOfStep(const Scan& scan, uint32_t verb, uint32_t last) {
  const ScannedToken& token = scan.all[verb];
  const bool step = token.pos == Pos::kVerb && (token.rel == Rel::kRoot || token.rel == Rel::kConj);
  if (!step || HasSubject(scan, verb)) return last;
  while (last < scan.count) {
    const uint32_t branch = BranchOf(scan, last, verb);
    const Rel rel = branch == kNoToken ? Rel::kRoot : scan.all[branch].rel;
    if (rel != Rel::kObl && rel != Rel::kAdvmod) break;
    ++last;
  }
  return last;
}

// Lengthens an answer of the sentence of `c`.
void Complete(const SentenceContext& c, ScoredCandidate* answer) {
  const Scan& scan = *c.scan;
  if (answer->first >= answer->last || answer->last > scan.count) return;
  const uint32_t head = HeadOf(scan, answer->first, answer->last);
  uint32_t first = answer->first, end = answer->last;
  if (MayBeSeveral(*c.question) && !IsAmount(c, head)) {
    const uint32_t step = FirstStep(c, head);
    end = step == head ? EndOfCoordination(c, head, end) : EndOfCoordination(c, step, step + 1);
    if (step != head && end >= answer->last) first = step;
    if (end < answer->last) end = answer->last;
  }
  if (head == first) end = EndOfStep(scan, head, end);
  if (Defines(c, head)) end = EndOfDefinition(scan, head, end);
  const uint32_t behind = c.row.label_end + 1u;
  if (c.row.labelled && c.question->kind == AskKind::kTime && first >= behind &&
      AreHours(*c.part, scan, behind, scan.count)) {
    first = behind;
    end = scan.count;
  }
  if ((first == answer->first && end == answer->last) || end - first > kMostTokens) return;
  answer->first = static_cast<uint8_t>(first);
  answer->last = static_cast<uint8_t>(end);
  const Range span = scan.SpanOf(*c.part, first, end);
  answer->begin = span.begin;
  answer->end = span.end;
  answer->value = answer->entity = kNone16;
}

}  // namespace

void CompleteAnswer(const OpenedIndex& index, const Ranking& ranking, CandidateWork* work, ScoredCandidate* answer) {
  if (!MayBeSeveral(ranking.question) && !AsksWhatItIs(ranking.question)) return;
  ArticleCursor article(index, ranking.query, &work->find.matches);
  if (!article.GoTo(answer->article)) return;
  ScanSentence(article.part(), answer->article, answer->sentence, ranking.query, article.matches(), &work->scan);
  SentenceContext context = {};
  context.language = &index.language;
  context.part = &article.part();
  context.query = &ranking.query;
  context.question = &ranking.question;
  context.scan = &work->scan;
  context.content_weight = 1;
  context.row = ReadRow(article.part(), ranking.query, article.matches(), work->scan);
  Complete(context, answer);
}

}  // namespace pith
