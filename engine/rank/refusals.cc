#include "engine/rank/refusals.h"

#include "engine/language/fold.h"
#include "engine/language/words.h"
#include "engine/rank/answer_type.h"
#include "engine/rank/weekdays.h"

namespace pith {
namespace {

bool HasCopula(const Scan& scan, uint32_t predicate) {
  for (uint32_t t = 0; t < scan.count; ++t) {
    if (scan.all[t].rel == Rel::kCop && scan.all[t].head == predicate) return true;
  }
  return false;
}

// Whether the sentence has what the question asks of: a verb of it, or a predicate with "be", or its subject. "In which
// city is the statue?" does not ask who tried to pull it down.
bool SaysEvent(const Scan& scan) {
  for (uint32_t t = 0; t < scan.count; ++t) {
    const ScannedToken& token = scan.all[t];
    if (token.word != kNoWord && token.pos == Pos::kVerb) return true;
    if (token.rel == Rel::kCop && scan.all[token.head].word != kNoWord) return true;
    const bool subject = token.rel == Rel::kNsubj && token.word != kNoWord;
    if (subject && HasCopula(scan, token.head)) return true;
  }
  return false;
}

// "Who was not the mayor?" of "Otto Krill is the mayor": whether the question denies what the sentence does not. Other
// questions with "not" are often answered by what is so ("refused").
bool DeniesNothing(const SentenceContext& c) {
  if (!c.question->denies) return false;
  for (uint32_t t = 0; t < c.scan->count; ++t) {
    if (IsNegation(c, t)) return false;
  }
  return true;
}

// "no", "nobody", "the ferry never": whether a phrase begins or ends with a negation, and is no clause and no bound
// ("no less than one percent").
bool SaysNone(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.first >= candidate.last || candidate.last > c.scan->count) return false;
  for (uint32_t t = candidate.first; t < candidate.last; ++t) {
    const Pos pos = c.scan->all[t].pos;
    if (pos == Pos::kVerb || pos == Pos::kAux || pos == Pos::kNum) return false;
  }
  const uint32_t ends[] = {candidate.first, candidate.last - uint32_t{1}};
  return IsNegation(c, ends[0]) || IsNegation(c, ends[1]);
}

// "Touch the lens" of "do not touch the lens": whether a candidate is a predicate that words before it negate.
bool IsUndone(const SentenceContext& c, const CandidateRecord& candidate) {
  return c.scan->all[candidate.head].pos == Pos::kVerb && IsNegatedBefore(c, candidate.head, candidate.first);
}

// "1950": four digits that count years.
bool IsYear(Bytes word) {
  if (word.size() != 4 || (word.U8(0) != '1' && word.U8(0) != '2')) return false;
  for (uint64_t i = 1; i < 4; ++i) {
    if (word.U8(i) < '0' || word.U8(i) > '9') return false;
  }
  return true;
}

// "Who repaired the roof in 1960?" of "In 1950 the roof was repaired": whether the candidate's clause has a year, and
// the sentence lacks the question's. A question for a time may name one to find another.
bool HasOtherYear(const SentenceContext& c, const CandidateRecord& candidate) {
  if (c.question->kind == AskKind::kTime || c.question->kind == AskKind::kDuration) return false;
  bool asked = false;
  for (uint32_t i = 0; i < c.query->count; ++i) {
    const QueryWord& word = c.query->words[i];
    if (!IsYear(c.query->text.Sub(word.begin, word.end - word.begin))) continue;
    if (((c.scan->matched_words >> i) & 1) != 0) return false;
    asked = true;
  }
  for (uint32_t t = 0; asked && t < c.scan->count; ++t) {
    const uint32_t governor = c.scan->all[t].governor;
    const bool inside = t >= candidate.first && t < candidate.last;
    const bool beside = governor == c.scan->all[candidate.head].governor || governor == candidate.head;
    if (!inside && beside && IsYear(c.scan->TextOf(*c.part, t))) return true;
  }
  return false;
}

// "Who closed the museum?" of "Zara Holm opened the museum", "the smallest lake" of "the largest lake": whether the
// verb that governs the candidate, or what modifies a word of the question or the candidate, is the opposite of what is
// asked. Whoever is not the subject may do the opposite: "sold the house to Bo" says who bought it.
bool IsOpposed(const SentenceContext& c, const CandidateRecord& candidate) {
  const ScannedToken& head = c.scan->all[candidate.head];
  const bool subject = head.slot == Rel::kNsubj || head.slot == Rel::kNsubjPass || head.slot == Rel::kCsubj;
  const Pos governor = c.scan->all[head.governor].pos;
  const bool verbal = governor == Pos::kVerb || governor == Pos::kAdj;
  // When something was sold is when it was bought, and where.
  const bool even_related = c.question->role != AskRole::kAdverbial || c.question->kind == AskKind::kMeasure;
  // "How long" it lasted says nothing of length.
  const uint32_t from = c.question->kind == AskKind::kDuration ? c.question->opening_end : 0;
  if (verbal && (subject || c.question->role != AskRole::kSubject) &&
      IsOpposite(*c.language, *c.part, *c.query, *c.scan, head.governor, even_related, from))
    return true;
  for (uint32_t t = 0; t < c.scan->count; ++t) {
    const ScannedToken& token = c.scan->all[t];
    if (token.rel != Rel::kAmod && token.rel != Rel::kAdvmod && token.rel != Rel::kCompound) continue;
    if (c.scan->all[token.head].word == kNoWord && token.head != candidate.head) continue;
    if (IsOpposite(*c.language, *c.part, *c.query, *c.scan, t, even_related, from)) return true;
  }
  return false;
}

// "400 metres away" and "at a height of 400 metres" do not say how wide: whether what a measure depends on says another
// dimension than the one asked for.
bool IsOfOtherDimension(const SentenceContext& c, const CandidateRecord& candidate) {
  const ScannedToken& head = c.scan->all[candidate.head];
  return head.pos == Pos::kNoun && candidate.value != kNone16 &&
         IsOpposite(*c.language, *c.part, *c.query, *c.scan, head.head, true);
}

// "Who is the ferryman?": "The ferryman", a heading. Whether a span says nothing but words of the question. A choice
// ("A or B?") is answered with them.
bool SaysNothingNew(const SentenceContext& c, const CandidateRecord& candidate) {
  const AskKind kind = c.question->kind;
  if (kind != AskKind::kPerson && kind != AskKind::kDefinition && kind != AskKind::kThing) return false;
  for (uint32_t t = candidate.first; t < candidate.last; ++t) {
    const ScannedToken& token = c.scan->all[t];
    const bool light = token.pos == Pos::kDet || token.pos == Pos::kAdp || token.pos == Pos::kPunct;
    if (!light && (token.word == kNoWord || token.strength != kFullStrength)) return false;
  }
  for (uint32_t i = 0; i < c.query->count; ++i) {
    if (c.query->words[i].Is(kWordConjunction)) return false;
  }
  return true;
}

bool IsOfTime(NounClass it) { return it == NounClass::kTimeUnit || it == NounClass::kTime; }

// Whether a span is of a kind that never answers the question, whoever proposes it: a count of rooms or a person for
// "when", a year for "how old", "by a technician" for "where". Lenient, since what a span is known to be may be wrong:
// where in doubt it is not.
bool IsOfOtherKind(const SentenceContext& c, const CandidateRecord& candidate) {
  const ScannedToken& head = c.scan->all[candidate.head];
  const bool valued = candidate.value != kNone16 && candidate.value < c.part->values.size();
  const ValueRecord record = valued ? c.part->values[candidate.value] : ValueRecord();
  const ValueKind value = valued ? static_cast<ValueKind>(record.kind) : ValueKind::kNone;
  const bool number = head.pos == Pos::kNum || value == ValueKind::kNumber;
  const bool someone = value == ValueKind::kNone && (head.pos == Pos::kPron || head.name == NameType::kPerson ||
                                                     IsPersonal(NounClassOf(c, candidate.head)));
  // "After Waterloo", "until 2007", "from 1914 to 1918", "when it rains" may answer what "Waterloo" and "2007" do not.
  const Pos opening = c.scan->all[candidate.first].pos;
  const bool bare = opening != Pos::kAdp && opening != Pos::kSconj && (opening != Pos::kAdv || head.pos != Pos::kVerb);
  // "Who built the bridge?": not "the new bridge".
  const bool echo = head.pos == Pos::kNoun && head.word != kNoWord && head.strength == kFullStrength &&
                    !c.question->InFocus(head.word) && !IsPersonal(NounClassOf(c, candidate.head));
  const bool has_unit = value == ValueKind::kNumber && !c.part->StringBytes(record.string).empty();
  const auto unit = [&] { return static_cast<NounClass>(UnitOf(c, record).noun_class); };
  // "44" of "Helen Abara, 44, ..." says neither when she was born nor who she is.
  const bool age = value == ValueKind::kDuration && candidate.last - candidate.first == 1;
  // "90 minutes", of a price; but not "14 kilograms", since pounds and drams are units too.
  if (c.question->priced && (value == ValueKind::kDate || value == ValueKind::kDuration)) return true;
  // "It", where nobody knows what it is.
  if (head.pos == Pos::kPron && candidate.last - candidate.first == 1 && candidate.entity == kNone16) return true;
  switch (c.question->kind) {
    case AskKind::kTime:
      if (has_unit) return unit() != NounClass::kNone && !IsOfTime(unit());
      if (age) return true;
      return bare && (someone || head.pos == Pos::kVerb);
    case AskKind::kDefinition:
      return age;
    case AskKind::kFrequency:
      return has_unit && unit() == NounClass::kUnit;
    case AskKind::kAge:
      if (has_unit && unit() != NounClass::kNone && !IsOfTime(unit())) return true;  // "sixty injuries"
      return someone || value == ValueKind::kDate;
    case AskKind::kDuration:
      return someone || (bare && value == ValueKind::kDate && candidate.last - candidate.first == 1);
    case AskKind::kNumber:
    case AskKind::kAmount:
    case AskKind::kShare:
    case AskKind::kMeasure:
      return (someone && head.pos == Pos::kPropn) || (value == ValueKind::kDate && head.rel != Rel::kNummod);
    case AskKind::kMaterial:  // "kg" of "a lead weight of 14 kg"
      return value != ValueKind::kNone || head.name != NameType::kNone ||
             NounClassOf(c, candidate.head) == NounClass::kUnit;
    case AskKind::kPerson:
      for (uint32_t t = candidate.first; t < candidate.last; ++t) {
        if (c.scan->all[t].pos == Pos::kVerb && c.scan->all[t].word != kNoWord) return true;  // "the story that he won"
      }
      return echo || (head.pos == Pos::kNum && value != ValueKind::kNone) || head.pos == Pos::kVerb;
    case AskKind::kPlace:
      if (bare && IsOfTime(NounClassOf(c, candidate.head))) return true;  // "the year"
      return value == ValueKind::kDate || value == ValueKind::kDuration || (bare && echo) ||
             (someone && head.slot == Rel::kOblAgent);
    case AskKind::kManner:
      if (opening == Pos::kAdp && IsNegation(c, candidate.first)) return true;  // "without digging"
      return number && candidate.last - candidate.first == 1;
    case AskKind::kReason:  // "six in the evening"
      return number && (candidate.last - candidate.first == 1 || (bare && has_unit && IsOfTime(unit())));
    default:
      return false;
  }
}

// "60,000 francs", and "francs" of it.
bool SaysAmount(const SentenceContext& c, const CandidateRecord& candidate) {
  if (candidate.value != kNone16) return true;
  const NounClass head = candidate.head < c.scan->count ? NounClassOf(c, candidate.head) : NounClass::kNone;
  return head == NounClass::kMoney || head == NounClass::kUnit;
}

// "When do you open on Sunday?" of "from Tuesday to Friday from 9 to 5": whether a candidate says days and no time,
// where the question has a day and does not ask for another one.
bool SaysDaysAgain(const SentenceContext& c, const CandidateRecord& candidate) {
  const Question& q = *c.question;
  if (q.kind != AskKind::kTime || !c.on_weekday || q.focus_end > q.focus_begin) return false;
  bool days = false;
  for (uint32_t t = candidate.first; t < candidate.last && t < c.scan->count; ++t) {
    if (c.scan->all[t].pos == Pos::kNum) return false;
    days |= WeekdayOf(c.scan->TextOf(*c.part, t)) != kNoWeekday;
  }
  return days;
}

// "How much do children pay?" of "Adults: 12 euros" above "Children: 5 euros"; or the label of the row that is meant.
bool IsOfOtherRow(const SentenceContext& c, const CandidateRecord& candidate) {
  return c.row.outdone || (c.row.labelled && candidate.first < c.row.label_end);
}

}  // namespace

bool IsNegation(const SentenceContext& c, uint32_t token) {
  const FoldedWord word(*c.language, c.scan->TextOf(*c.part, token));
  return (c.language->Find(word.bytes()).flags & kWordNegation) != 0;
}

bool IsNegatedBefore(const SentenceContext& c, uint32_t verb, uint32_t end) {
  for (uint32_t t = 0; t < end; ++t) {
    if (c.scan->all[t].head == verb && IsNegation(c, t)) return true;
  }
  return false;
}

bool IsOpposite(const Language& language, const Part& part, const Query& query, const Scan& scan, uint32_t t,
                bool even_related, uint32_t from) {
  const ScannedToken& token = scan.all[t];
  if (token.term == kNoTerm || (token.word != kNoWord && (!even_related || token.strength == kFullStrength)))
    return false;
  const uint32_t key = part.terms()[token.term].key;
  for (uint32_t i = from; i < query.count; ++i) {
    if (!query.words[i].content || !language.AreOpposites(query.words[i].key, key)) continue;
    bool said = false;
    for (uint32_t m = 0; m < scan.matched_count; ++m) {
      const ScannedToken& matched = scan.all[scan.matched[m]];
      said |= matched.word == i && matched.strength == kFullStrength;
    }
    if (!said) return true;
  }
  return false;
}

bool IsRefused(const SentenceContext& c, const CandidateRecord& candidate) {
  const Reality reality = static_cast<Reality>(candidate.reality);
  if (reality == Reality::kAsked || (c.scan->sentence != 0 && c.part->IsTitle(c.scan->sentence))) return true;
  const bool accepted =
      c.question->Accepts(reality) && (c.question->Accepts(Reality::kNegated) || !SaysNone(c, candidate));
  // An amount that is asked for or planned is none that was paid, whatever the verbs.
  const bool wished = reality == Reality::kPlanned && SaysAmount(c, candidate);
  return (!accepted && (wished || SaysEvent(*c.scan) || IsUndone(c, candidate))) || DeniesNothing(c) ||
         IsOfOtherKind(c, candidate) || HasOtherYear(c, candidate) || IsOpposed(c, candidate) ||
         IsOfOtherDimension(c, candidate) || SaysNothingNew(c, candidate) || SaysDaysAgain(c, candidate) ||
         IsOfOtherRow(c, candidate);
}

}  // namespace pith
