// pith_ask: the best candidates, or for a yes/no question the best sentences, as answers with their evidence.

#include <cstddef>
#include <cstring>

#include "engine/api/answer_context.h"
#include "engine/api/answer_sources.h"
#include "engine/api/arguments.h"
#include "engine/find/wording.h"
#include "engine/format/inlining.h"
#include "engine/index/index.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "engine/index/work.h"
#include "engine/polar/polar.h"
#include "engine/rank/candidates.h"
#include "engine/rank/completion.h"
#include "engine/rank/doubt.h"
#include "engine/rank/ranking.h"
#include "engine/reader/reader.h"
#include "engine/reader/rerank.h"

namespace pith {
namespace {

// What answers a question; decided once its candidates are ranked.
enum class AskedOf : uint32_t {
  kUndecided,      // still being ranked
  kRanker,         // the ranking as it is
  kReader,         // the reader first, then the joint order
  kSentences,      // a yes/no question: the sentences themselves, as they are
  kSentencesRead,  // the same, after the reader
  kEditor,         // an editor
};

constexpr uint16_t kCertain = 10000;  // the confidence of an editor

// Everything that a question needs, in the caller's work space; begun by pith_ask_begin, used up by pith_ask_end.
struct AskWork {
  static constexpr uint64_t kMark = 0x6B73612068746970;
  uint64_t mark;  // kMark between begin and end
  AskedOf asked_of;
  uint32_t records;  // that may still be read
  uint32_t article;  // of kEditor, as pith_ask_begin got it
  uint64_t wording;  // of kEditor: the question's key; 0: it must stay unanswered
  Ranking ranking;
  // Sentences are examined before the reader runs and after it, never meanwhile. Last, so that an index without a
  // reader needs less space.
  union {
    CandidateWork candidates;
    ReaderWork reader;
  };

  AskWork() {}  // left as it comes; pith_ask_begin fills it in
};
static_assert(offsetof(AskWork, candidates) + sizeof(CandidateWork) <= kPlainWorkBytes, "raise kPlainWorkBytes");

bool Reads(const AskWork& work) {
  return work.asked_of == AskedOf::kReader || work.asked_of == AskedOf::kSentencesRead;
}

// Decides who answers a question whose candidates are ranked.
void Decide(const OpenedIndex& index, uint64_t work_size, AskWork* work) {
  const Bytes weights = WeightsOf(index);
  const Ranking& ranking = work->ranking;
  const bool polar = IsPolar(index.language, ranking.query, ranking.question);
  // By the size, not by the index: its bytes may have changed since the caller asked how much space it needs.
  const bool reads =
      work_size >= kWorkBytes && BeginReadingFor(index, ReaderSections::Of(index), weights, ranking, &work->reader);
  work->asked_of =
      polar ? (reads ? AskedOf::kSentencesRead : AskedOf::kSentences) : (reads ? AskedOf::kReader : AskedOf::kRanker);
}

// One step: of the ranking, or of the reader. Returns whether more are to be done.
bool Step(const OpenedIndex& index, uint64_t work_size, uint32_t records, AskWork* work) {
  Ranking& ranking = work->ranking;
  if (work->asked_of == AskedOf::kUndecided) {
    Meter meter(work->records, records);
    const bool more = StepRanking(index, WeightsOf(index), &meter, &work->candidates, &ranking);
    work->records = meter.left();
    if (!more) Decide(index, work_size, work);
    return more || Reads(*work);
  }
  return Reads(*work) && work_size >= kWorkBytes &&
         StepReading(index, ReaderSections::Of(index), ranking.query, ranking.question, &work->reader);
}

// The full name behind an answer, if the answer does not contain it.
pith_text Resolved(const Part& part, uint16_t entity, Bytes text) {
  if (entity == kNone16 || entity >= part.entities.size()) return {nullptr, 0};
  const uint32_t name = part.entities[entity].name;
  return Contains(text, part.StringBytes(name)) ? pith_text{nullptr, 0} : part.String(name);
}

void AddContext(const Part& part, uint32_t sentence, pith_answer* answer) {
  uint32_t context[PITH_MAX_CONTEXT];
  const uint32_t count = ContextOf(part, sentence, context);
  for (uint32_t i = 0; i < count; ++i) answer->context[i] = context[i] + 1;
}

uint8_t ModalityOf(Reality reality) {
  switch (reality) {
    case Reality::kPlanned:
      return PITH_PLANNED;
    case Reality::kPossible:
    case Reality::kAsked:
      return PITH_POSSIBLE;
    case Reality::kDenied:
      return PITH_DENIED;
    case Reality::kFailed:
      return PITH_FAILED;
    default:
      return PITH_STATED;
  }
}

pith_answer MakeAnswer(const Part& part, const ScoredCandidate& candidate, uint32_t confidence) {
  const pith_sentence sentence = part.MakeSentence(candidate.article, candidate.sentence);
  pith_answer answer = {};
  answer.text = part.Text({candidate.begin, candidate.end});
  answer.article = candidate.article;
  answer.sentence = sentence.number;
  answer.begin = candidate.begin;
  answer.end = candidate.end;
  answer.evidence = sentence.text;
  answer.evidence_at = {sentence.begin, sentence.end};
  answer.confidence = static_cast<uint16_t>(confidence);
  answer.source = PITH_SOURCE_TEXT;
  answer.value = part.MakeValue(candidate.value == kNone16 ? kNone : candidate.value);
  answer.resolved = Resolved(part, candidate.entity, part.text.Sub(answer.begin, answer.end - answer.begin));
  // Nobody says what somebody denies.
  if (candidate.reality != Reality::kDenied) answer.attribution = part.SpeakerOf(answer.begin, answer.end);
  answer.negated = candidate.reality == Reality::kNegated ? 1 : 0;
  answer.modality = ModalityOf(candidate.reality);
  AddContext(part, candidate.sentence, &answer);
  return answer;
}

bool SameText(pith_text a, pith_text b) {
  return a.size == b.size && (a.size == 0 || std::memcmp(a.data, b.data, a.size) == 0);
}

// Whether an answer or a candidate overlaps an earlier answer.
template <typename Answer>
bool Overlaps(const Answer& answer, const pith_answer* earlier, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    const pith_answer& other = earlier[i];
    if (other.article == answer.article && answer.begin < other.end && other.begin < answer.end) return true;
  }
  return false;
}

// Whether an answer overlaps an earlier one or has the same text.
bool Repeats(const pith_answer& answer, const pith_answer* earlier, uint32_t count) {
  bool same = Overlaps(answer, earlier, count);
  for (uint32_t i = 0; i < count; ++i) same |= SameText(earlier[i].text, answer.text);
  return same;
}

// The candidates of which answers were made, a bit each.
class Given {
 public:
  void Add(uint32_t number) { bits_[number / 64] |= uint64_t{1} << number % 64; }
  bool Has(uint32_t number) const { return ((bits_[number / 64] >> number % 64) & 1) != 0; }

 private:
  uint64_t bits_[(kKeptCandidates + 63) / 64] = {};
};

// Whether candidate `number` says the same as one before it of which an answer was made.
bool SaysAgain(const Ranking& ranking, uint32_t number, const Given& given) {
  for (uint32_t i = 0; i < number; ++i) {
    if (given.Has(i) && SaySame(ranking.kept[number], ranking.kept[i])) return true;
  }
  return false;
}

pith_answer MakeAnswer(const Part& part, const PolarAnswer& polar) {
  const pith_sentence sentence = part.MakeSentence(polar.article, polar.sentence);
  pith_answer answer = {};
  answer.text = answer.evidence = sentence.text;
  answer.evidence_at = {sentence.begin, sentence.end};
  answer.article = polar.article;
  answer.sentence = sentence.number;
  answer.begin = sentence.begin;
  answer.end = sentence.end;
  answer.confidence = polar.confidence;
  answer.source = PITH_SOURCE_TEXT;
  answer.attribution = part.SpeakerOf(polar.begin, polar.end);
  answer.polarity = polar.polarity;
  AddContext(part, polar.sentence, &answer);
  return answer;
}

// Turns the sentences that answer a yes/no question into answers. Its frame would count twice for that of AnswerPolar.
PITH_NOINLINE uint32_t AnswerWithSentences(const OpenedIndex& index, uint32_t least, const PolarAnswer* polar,
                                           uint32_t found, pith_answer* out, uint32_t capacity) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < found && count < capacity && polar[i].confidence >= least; ++i) {
    Part part;
    if (!OpenPart(index, polar[i].article, &part)) continue;
    const pith_answer answer = MakeAnswer(part, polar[i]);
    if (answer.text.size != 0 && !Repeats(answer, out, count)) out[count++] = answer;
  }
  return count;
}

// Answers a yes/no question with sentences.
uint32_t AnswerPolar(const OpenedIndex& index, uint32_t least, AskWork* work, pith_answer* out, uint32_t capacity) {
  PolarAnswer polar[kReadSentences];
  ReaderFindings read;
  const bool reads = work->asked_of == AskedOf::kSentencesRead;
  if (reads) read = FinishReading(index, ReaderSections::Of(index), work->ranking, &work->reader);
  const uint32_t found =
      JudgeSentences(index, WeightsOf(index), work->ranking, reads ? &read : nullptr, &work->candidates, polar);
  return AnswerWithSentences(index, least, polar, found, out, capacity);
}

// The confidence that an answer needs to contradict others, whatever the caller wants to see.
uint32_t WorthShowing(const OpenedIndex& index, uint32_t least) {
  return least > index.meta.threshold ? least : index.meta.threshold;
}

// Turns the candidates of a ranking into answers, best first. `confidence_of(i)`: the confidence of candidate i.
// Its frame would count twice for that of the reranking before it.
template <typename ConfidenceOf>
PITH_NOINLINE uint32_t AnswerWithCandidates(const OpenedIndex& index, const Ranking& ranking, uint32_t least,
                                            ConfidenceOf confidence_of, CandidateWork* work, pith_answer* out,
                                            uint32_t capacity) {
  uint32_t count = 0, previous = 10000;
  Given given;
  for (uint32_t i = 0; i < ranking.kept_count && count < capacity; ++i) {
    ScoredCandidate candidate = ranking.kept[i];
    if (Overlaps(candidate, out, count)) continue;  // so would the whole of it
    CompleteAnswer(index, ranking, work, &candidate);
    Part part;
    if (!OpenPart(index, candidate.article, &part)) continue;
    uint32_t confidence = confidence_of(i);
    if (confidence > previous) confidence = previous;  // answers come in order of score
    pith_answer answer = MakeAnswer(part, candidate, confidence);
    if (answer.text.size == 0 || SaysAgain(ranking, i, given) || Repeats(answer, out, count)) continue;
    if (confidence < least) break;  // after skipping repeats, whose confidence says nothing about what follows
    previous = confidence;
    answer.differs = Differs(ranking, i, WorthShowing(index, least), confidence_of) ? 1 : 0;
    AddSources(index, ranking, i, &answer);
    given.Add(i);
    out[count++] = answer;
  }
  return count;
}

// Does the same after reading, with spans and candidates in the joint order.
uint32_t AnswerWithReader(const OpenedIndex& index, uint32_t least, AskWork* work, pith_answer* out,
                          uint32_t capacity) {
  const Bytes weights = WeightsOf(index);
  Ranking& ranking = work->ranking;
  Reranking reranking;
  const ReaderFindings found = EndReadingFor(index, ReaderSections::Of(index), ranking, &work->reader, &reranking);
  Rerank(index, weights, found, &work->candidates, &ranking, &reranking);
  const auto confidence_of = [&](uint32_t i) { return JointConfidence(weights, ranking, reranking, i); };
  PutDifferingFirst(index, ranking, WorthShowing(index, least), confidence_of, [&](uint32_t from, uint32_t to) {
    MoveUp(from, to, ranking.kept);
    MoveUp(from, to, reranking.of);
  });
  return AnswerWithCandidates(index, ranking, least, confidence_of, &work->candidates, out, capacity);
}

// An editor's answers to a question, in order of article.
uint32_t AnswerByEditor(const OpenedIndex& index, const AskWork& work, pith_answer* out, uint32_t capacity) {
  uint32_t count = 0;
  if (work.wording == 0) return count;
  ForEachSettling(index, work.article, work.wording, [&](uint32_t article, const Part& part, const ReplyRecord& reply) {
    if (reply.kind != static_cast<uint8_t>(ReplyKind::kAnswer) || count == capacity) return;
    pith_answer answer = {};
    answer.text = part.String(reply.text);
    answer.article = article;
    answer.confidence = kCertain;
    answer.source = PITH_SOURCE_EDITOR;
    if (reply.sentence < part.sentences.size()) {
      const pith_sentence sentence = part.MakeSentence(article, reply.sentence);
      const Range place = part.InText(reply.begin, reply.end);
      answer.sentence = sentence.number;
      answer.begin = place.begin;
      answer.end = place.end;
      answer.evidence = sentence.text;
      answer.evidence_at = {sentence.begin, sentence.end};
    }
    out[count++] = answer;
  });
  return count;
}

// The work of a question that has begun; null, with *status set, if there is none or the space is too small.
AskWork* Begun(const OpenedIndex& index, void* space, uint64_t size, pith_status* status) {
  AskWork* work = BorrowWork<AskWork>(index, space, size);
  *status = work == nullptr ? PITH_WORK_TOO_SMALL : work->mark == AskWork::kMark ? PITH_OK : PITH_INVALID_ARGUMENT;
  return *status == PITH_OK ? work : nullptr;
}

}  // namespace
}  // namespace pith

extern "C" {

pith_status pith_ask_begin(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                           void* work_space, uint64_t work_size) {
  using namespace pith;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !IsText(question, question_size)) return PITH_INVALID_ARGUMENT;
  if (opened->meta.contents == kSearchOnly) return PITH_SEARCH_ONLY;
  if (!IsArticleOrAll(*opened, article)) return PITH_NO_SUCH_ARTICLE;
  AskWork* work = BorrowWork<AskWork>(*opened, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  work->mark = 0;
  work->records = PITH_MAX_RECORDS;
  const Settled settled = SettledBy(*opened, article, BytesOf(question, question_size));
  if (settled.by != Settled::By::kNobody) {
    work->asked_of = AskedOf::kEditor;
    work->article = article;
    work->wording = settled.by == Settled::By::kAnswer ? settled.key : 0;
    work->mark = AskWork::kMark;
    return PITH_OK;
  }
  const pith_status status = BeginRanking(*opened, article, settled.question, &work->candidates, &work->ranking);
  if (status != PITH_OK) return status;
  work->asked_of = AskedOf::kUndecided;
  work->mark = AskWork::kMark;
  return PITH_OK;
}

pith_status pith_ask_step(const pith_index* index, void* work_space, uint64_t work_size, int32_t* more) {
  using namespace pith;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || more == nullptr) return PITH_INVALID_ARGUMENT;
  *more = 0;
  pith_status status;
  AskWork* work = Begun(*opened, work_space, work_size, &status);
  if (work != nullptr) *more = Step(*opened, work_size, PITH_STEP_RECORDS, work) ? 1 : 0;
  return status;
}

pith_status pith_ask_end(const pith_index* index, int32_t threshold, void* work_space, uint64_t work_size,
                         pith_answer* out, uint32_t capacity, uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || !IsRoom(out, capacity) || !IsThreshold(threshold)) return PITH_INVALID_ARGUMENT;
  pith_status status;
  AskWork* work = Begun(*opened, work_space, work_size, &status);
  if (work == nullptr) return status;
  while (work->asked_of == AskedOf::kUndecided) Step(*opened, work_size, PITH_MAX_RECORDS, work);
  if (Reads(*work) && work_size < kWorkBytes) return PITH_WORK_TOO_SMALL;
  work->mark = 0;
  const uint32_t least = threshold >= 0 ? static_cast<uint32_t>(threshold) : opened->meta.threshold;
  capacity = AtMostResults(capacity);
  switch (work->asked_of) {
    case AskedOf::kUndecided:
      break;
    case AskedOf::kEditor:
      *count = AnswerByEditor(*opened, *work, out, capacity);
      break;
    case AskedOf::kSentences:
    case AskedOf::kSentencesRead:
      *count = AnswerPolar(*opened, least, work, out, capacity);
      break;
    case AskedOf::kReader:
      *count = AnswerWithReader(*opened, least, work, out, capacity);
      break;
    case AskedOf::kRanker: {
      const Bytes weights = WeightsOf(*opened);
      Ranking& ranking = work->ranking;
      const auto confidence_of = [&](uint32_t i) { return Confidence(weights, ranking, i); };
      PutDifferingFirst(*opened, ranking, WorthShowing(*opened, least), confidence_of,
                        [&](uint32_t from, uint32_t to) { MoveUp(from, to, ranking.kept); });
      *count = AnswerWithCandidates(*opened, ranking, least, confidence_of, &work->candidates, out, capacity);
      break;
    }
  }
  return StatusOf(work->records == 0);
}

pith_status pith_ask(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                     int32_t threshold, void* work, uint64_t work_size, pith_answer* out, uint32_t capacity,
                     uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  if (!pith::IsRoom(out, capacity) || !pith::IsThreshold(threshold)) return PITH_INVALID_ARGUMENT;
  const pith_status status = pith_ask_begin(index, article, question, question_size, work, work_size);
  return status != PITH_OK ? status : pith_ask_end(index, threshold, work, work_size, out, capacity, count);
}
}
