// pith_ask: the best candidates, or for a yes or no the best sentences, as answers with their evidence.

#include <cstring>

#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/index/work.h"
#include "engine/language/fold.h"
#include "engine/polar/polar.h"
#include "engine/rank/candidates.h"
#include "engine/reader/join.h"

namespace pith {
namespace {

// The full name behind an answer, where the answer does not say it itself.
pith_text Resolved(const Part& part, uint16_t entity, Bytes text) {
  if (entity == kNone16 || entity >= part.entities.size()) return {nullptr, 0};
  const uint32_t name = part.entities[entity].name;
  return Contains(text, part.StringBytes(name)) ? pith_text{nullptr, 0} : part.String(name);
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
  answer.confidence = static_cast<uint16_t>(confidence);
  answer.source = PITH_SOURCE_TEXT;
  answer.value = part.MakeValue(candidate.value == kNone16 ? kNone : candidate.value);
  answer.resolved = Resolved(part, candidate.entity, part.text.Sub(answer.begin, answer.end - answer.begin));
  answer.attribution = part.SpeakerOf(answer.begin, answer.end);
  return answer;
}

bool SameText(pith_text a, pith_text b) {
  return a.size == b.size && (a.size == 0 || std::memcmp(a.data, b.data, a.size) == 0);
}

// Whether an answer says again what an earlier one says, or a part of it.
bool Repeats(const pith_answer& answer, const pith_answer* earlier, uint32_t count) {
  for (uint32_t i = 0; i < count; ++i) {
    const pith_answer& other = earlier[i];
    const bool overlaps = other.article == answer.article && answer.begin < other.end && other.begin < answer.end;
    if (overlaps || SameText(other.text, answer.text)) return true;
  }
  return false;
}

pith_answer MakeAnswer(const Part& part, const PolarAnswer& polar) {
  const pith_sentence sentence = part.MakeSentence(polar.article, polar.sentence);
  pith_answer answer = {};
  answer.text = answer.evidence = sentence.text;
  answer.article = polar.article;
  answer.sentence = sentence.number;
  answer.begin = sentence.begin;
  answer.end = sentence.end;
  answer.confidence = polar.confidence;
  answer.source = PITH_SOURCE_TEXT;
  answer.attribution = part.SpeakerOf(polar.begin, polar.end);
  answer.polarity = polar.polarity;
  return answer;
}

// The answers to a question for yes or no: sentences.
uint32_t AnswerPolar(const OpenedIndex& index, uint32_t least, AskWork* work, pith_answer* out, uint32_t capacity) {
  PolarAnswer polar[kReadSentences];
  const uint32_t found = JudgeSentences(index, work, polar);
  uint32_t count = 0;
  for (uint32_t i = 0; i < found && count < capacity && polar[i].confidence >= least; ++i) {
    Part part;
    if (!OpenPart(index, polar[i].article, &part)) continue;
    const pith_answer answer = MakeAnswer(part, polar[i]);
    if (answer.text.size != 0 && !Repeats(answer, out, count)) out[count++] = answer;
  }
  return count;
}

}  // namespace
}  // namespace pith

extern "C" {

pith_status pith_ask_begin(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                           void* work_space, uint64_t work_size) {
  using namespace pith;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || (question == nullptr && question_size != 0)) return PITH_INVALID_ARGUMENT;
  if (article != PITH_ALL_ARTICLES && article >= opened->size()) return PITH_NO_SUCH_ARTICLE;
  AskWork* work = BorrowWork<AskWork>(*opened, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  work->mark = 0;
  const Bytes text(reinterpret_cast<const uint8_t*>(question), question_size);
  const Bytes weights = WeightsOf(*opened);
  const pith_status status = RankCandidates(*opened, article, text, weights, work);
  if (status != PITH_OK) return status;
  // By the size, not by the index, whose bytes may have changed since they were asked how much space it needs.
  work->polar = IsPolar(opened->language, work->query, work->question);
  work->reads = work_size >= kWorkBytes && !work->polar && !IsSettled(weights, *work) &&
                BeginJoin(*opened, ReaderSections::Of(*opened), weights, work);
  work->mark = AskWork::kMark;
  return PITH_OK;
}

pith_status pith_ask_step(const pith_index* index, void* work_space, uint64_t work_size, int32_t* more) {
  using namespace pith;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || more == nullptr) return PITH_INVALID_ARGUMENT;
  *more = 0;
  AskWork* work = BorrowWork<AskWork>(*opened, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  if (work->mark != AskWork::kMark) return PITH_INVALID_ARGUMENT;
  if (work->reads && work_size >= kWorkBytes) {
    *more = StepReading(*opened, ReaderSections::Of(*opened), work->query, work->question, &work->reader) ? 1 : 0;
  }
  return PITH_OK;
}

pith_status pith_ask_end(const pith_index* index, int32_t threshold, void* work_space, uint64_t work_size,
                         pith_answer* out, uint32_t capacity, uint32_t* count) {
  using namespace pith;
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || (out == nullptr && capacity != 0)) return PITH_INVALID_ARGUMENT;
  AskWork* work = BorrowWork<AskWork>(*opened, work_space, work_size);
  if (work == nullptr) return PITH_WORK_TOO_SMALL;
  if (work->mark != AskWork::kMark) return PITH_INVALID_ARGUMENT;
  if (work->reads && work_size < kWorkBytes) return PITH_WORK_TOO_SMALL;
  work->mark = 0;
  const Bytes weights = WeightsOf(*opened);
  if (work->reads) EndJoin(*opened, ReaderSections::Of(*opened), weights, work);
  const uint32_t least = threshold >= 0 ? static_cast<uint32_t>(threshold) : opened->meta.threshold;
  if (capacity > PITH_MAX_RESULTS) capacity = PITH_MAX_RESULTS;
  if (work->polar) {
    *count = AnswerPolar(*opened, least, work, out, capacity);
    return PITH_OK;
  }
  uint32_t previous = 10000;
  for (uint32_t i = 0; i < work->kept_count && *count < capacity; ++i) {
    const ScoredCandidate& candidate = work->kept[i];
    Part part;
    if (!OpenPart(*opened, candidate.article, &part)) continue;
    uint32_t confidence = work->reads ? JointConfidence(weights, *work, i) : Confidence(weights, *work, i);
    if (confidence > previous) confidence = previous;  // the order is that of the scores
    const pith_answer answer = MakeAnswer(part, candidate, confidence);
    if (answer.text.size == 0 || Repeats(answer, out, *count)) continue;
    if (confidence < least) break;  // after those that repeat, whose confidence says nothing of what follows
    previous = confidence;
    out[(*count)++] = answer;
  }
  return PITH_OK;
}

pith_status pith_ask(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                     int32_t threshold, void* work, uint64_t work_size, pith_answer* out, uint32_t capacity,
                     uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  if (out == nullptr && capacity != 0) return PITH_INVALID_ARGUMENT;
  const pith_status status = pith_ask_begin(index, article, question, question_size, work, work_size);
  return status != PITH_OK ? status : pith_ask_end(index, threshold, work, work_size, out, capacity, count);
}
}
