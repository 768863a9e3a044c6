#include "engine/reader/join.h"

#include "engine/reader/reader.h"

namespace pith {
namespace {

// The reader is given the first sentences whatever their scores are, further ones from a share of the best one's score
// on (in eighths): more, and weaker ones, cost time and gave no better answers on development articles.
constexpr uint32_t kReadByReader = 4, kAlwaysRead = 2, kLeastShare = 3;

constexpr int32_t kReadUnit = 512;   // of ScoredCandidate::read
constexpr int32_t kLeastRead = -12;  // log-odds of a span that was not read, and of all below
constexpr uint32_t kBeside = 4;  // tokens by which a candidate may be longer or shorter than a span that it explains

int32_t Yes(bool b) { return b ? 16 : 0; }

// The reader's log-odds of a span against all others; kLeastRead where it was not read.
int32_t LogOddsOf(int32_t score, int32_t total) {
  if (score == ReaderWork::kUnread) return kLeastRead * kReadUnit;
  return Limit(int64_t{score} - total, kLeastRead * kReadUnit, 0);
}

// A span as a candidate: the one of just these tokens, or one that takes value, entity and kind from the candidate
// that it lies in or that lies in it.
CandidateRecord RecordOf(const Part& part, const Scan& scan, uint32_t first, uint32_t last, bool* bare) {
  CandidateRecord record = {static_cast<uint8_t>(first),
                            static_cast<uint8_t>(last),
                            static_cast<uint8_t>(first),
                            static_cast<uint8_t>(CandidateKind::kNominal),
                            kNone16,
                            kNone16};
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t head = scan.all[t].head;
    if (head < first || head >= last || head == t) record.head = static_cast<uint8_t>(t);
  }
  *bare = true;
  uint32_t nearest = kBeside + 1;
  const Range range = part.CandidatesOf(scan.sentence);
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const CandidateRecord it = part.candidates[i];
    if (it.first == first && it.last == last) {
      *bare = false;
      return it.head >= first && it.head < last ? it : record;
    }
    const bool around = it.first <= first && last <= it.last, within = first <= it.first && it.last <= last;
    if (!around && !within) continue;
    const uint32_t size = it.last - uint32_t{it.first}, apart = around ? size - (last - first) : last - first - size;
    if (apart >= nearest) continue;
    nearest = apart;
    record.kind = it.kind;
    record.value = it.value;
    record.entity = it.entity;
  }
  return record;
}

// The article that work->matches are of.
struct OpenArticle {
  uint32_t number = kNone;
  Part part;
  pith_text stated = {nullptr, 0};
};

// Adds a span of the reader to the candidates; where there is no room, in the place of the last that is not one itself,
// of which `added` are there. Whether it was added.
bool Add(const OpenedIndex& index, Bytes weights, const ReaderAnswer& answer, uint32_t added, OpenArticle* open,
         AskWork* work) {
  for (uint32_t i = 0; i < work->kept_count; ++i) {
    const ScoredCandidate& it = work->kept[i];
    if (it.article == answer.article && it.sentence == answer.sentence && it.first == answer.first &&
        it.last == answer.last) {
      return false;
    }
  }
  const BestSentences best = {work->sentences, kReadSentences, work->sentence_count};
  uint32_t rank = 0;
  while (rank < best.count && (best.all[rank].article != answer.article || best.all[rank].sentence != answer.sentence))
    ++rank;
  if (rank == best.count) return false;
  const Part& part = open->part;
  if (open->number != answer.article) {
    if (!OpenPart(index, answer.article, &open->part)) return false;
    FindMatches(index.language, part, work->query, &work->matches);
    open->stated = StatedAnswer(index, part, answer.article, work);
    open->number = answer.article;
  }
  SentenceContext context;
  OpenSentence(index, best, rank, part, open->stated, work, &context);
  if (answer.last > work->look.scan.count) return false;
  bool bare = false;
  const CandidateRecord record = RecordOf(part, work->look.scan, answer.first, answer.last, &bare);
  if (IsNamedByQuestion(context, record)) return false;
  ExtractFeatures(context, record, &work->look.features);
  const Ranker ranker(weights, work->question.kind);
  ScoredCandidate scored = ScoreCandidate(context, record, ranker, *work);
  scored.read = LogOddsOf(answer.score, work->total);
  scored.bare = bare;
  scored.expected = static_cast<uint8_t>(answer.expected);
  const uint32_t at = work->kept_count < kKeptCandidates ? work->kept_count++ : kKeptCandidates - 1 - added;
  work->kept[at] = scored;
  return true;
}

// Candidate `at` becomes the first.
void PutFirst(uint32_t at, AskWork* work) {
  ScoredCandidate it = work->kept[at];
  it.joint = work->kept[0].joint;
  for (; at > 0; --at) work->kept[at] = work->kept[at - 1];
  work->kept[0] = it;
}

// "Which countries": the first or last member of a list stands for all of it, where the reader does not think much less
// of that. (Members in the middle, and lists at any price, cost a point of exact answers on development articles.)
void PutListFirst(AskWork* work) {
  constexpr int32_t kMostBehind = 2 * kReadUnit;
  const ScoredCandidate first = work->kept[0];
  for (uint32_t i = 1; i < work->kept_count && !first.list; ++i) {
    const ScoredCandidate& it = work->kept[i];
    const bool around = it.article == first.article && it.begin <= first.begin && first.end <= it.end;
    const bool edge = it.begin == first.begin || it.end == first.end;
    if (!it.list || !around || !edge || it.read < first.read - kMostBehind) continue;
    return PutFirst(i, work);
  }
}

}  // namespace

bool IsSaidByFact(const AskWork& work, uint32_t number) {
  const ScoredCandidate& it = work.kept[number];
  return it.stated || (it.support.fit >= 14 && it.support.relation >= 14 && it.support.share >= 14);
}

void PutSaidFirst(AskWork* work) {
  if (work->kept_count == 0 || IsSaidByFact(*work, 0)) return;
  const ScoredCandidate first = work->kept[0];
  for (uint32_t i = 1; i < work->kept_count; ++i) {
    const ScoredCandidate& it = work->kept[i];
    if (it.joint < first.joint - kMostBehindSaid) return;
    const bool overlaps = it.article == first.article && it.begin < first.end && first.begin < it.end;
    if (!overlaps && IsSaidByFact(*work, i)) return PutFirst(i, work);
  }
}

bool IsSettled(Bytes weights, const AskWork& work) {
  return work.kept_count != 0 && IsSaidByFact(work, 0) &&
         Confidence(weights, work, 0) >= weights.U32(uint64_t{kSettledAt} * 4);
}

bool BeginJoin(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, AskWork* work) {
  if (weights.size() < uint64_t{kWeights} * 4) return false;
  ReaderSentence sentences[kReadByReader];
  uint32_t count = 0;
  for (; count < kReadByReader && count < work->sentence_count; ++count) {
    const ScoredSentence& s = work->sentences[count];
    if (count >= kAlwaysRead && uint64_t{s.score} * 8 < uint64_t{work->sentences[0].score} * kLeastShare) break;
    sentences[count] = {s.article, s.sentence, s.score};
  }
  return BeginReading(index, sections, work->query, work->question, sentences, count, &work->matches, &work->reader);
}

void EndJoin(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, AskWork* work) {
  ReaderWork* reader = &work->reader;
  while (StepReading(index, sections, work->query, work->question, reader)) {
  }
  const ReaderFindings found = reader->findings;
  work->none = found.none;
  work->total = found.total;
  for (uint32_t i = 0; i < work->kept_count; ++i) {
    ScoredCandidate& it = work->kept[i];
    it.read = LogOddsOf(reader->ScoreOf(it.article, it.sentence, it.first, it.last), found.total);
    it.expected = static_cast<uint8_t>(reader->ExpectedF1(it.article, it.sentence, it.first, it.last));
  }
  // From here on the reader's space holds candidates again.
  OpenArticle open;
  uint32_t added = 0;
  for (uint32_t i = 0; i < found.count; ++i) added += Add(index, weights, found.answers[i], added, &open, work) ? 1 : 0;
  for (uint32_t i = 0; i < work->kept_count; ++i) {
    int32_t features[kJoinFeatures];
    ExtractJoin(*work, i, features);
    const int64_t sum = NetworkLogOdds(weights, kJoinAt, features, kJoinFeatures);
    work->kept[i].joint = Limit(sum, -0x40000000, 0x40000000);
  }
  // In order; stable, and there are few.
  for (uint32_t i = 1; i < work->kept_count; ++i) {
    const ScoredCandidate it = work->kept[i];
    uint32_t at = i;
    for (; at > 0 && work->kept[at - 1].joint < it.joint; --at) work->kept[at] = work->kept[at - 1];
    work->kept[at] = it;
  }
  PutSaidFirst(work);
  if (work->question.plural) PutListFirst(work);
}

bool JoinReader(const OpenedIndex& index, Bytes weights, AskWork* work) {
  const ReaderSections sections = ReaderSections::Of(index);
  if (!BeginJoin(index, sections, weights, work)) return false;
  EndJoin(index, sections, weights, work);
  return true;
}

void ExtractJoin(const AskWork& work, uint32_t number, int32_t features[kJoinFeatures]) {
  const ScoredCandidate& it = work.kept[number];
  int32_t best = it.score;
  for (uint32_t i = 0; i < work.kept_count; ++i) best = work.kept[i].score > best ? work.kept[i].score : best;
  const int32_t all[kJoinFeatures] = {
      it.read * 16 / kReadUnit,
      Limit((int64_t{it.score} - best) / 1024, -128, 0),
      Yes(it.read <= kLeastRead * kReadUnit),
      Yes(it.bare),
      it.expected,
      it.support.fit,
      it.support.fit * it.support.share / 16,
      it.support.fit * it.support.relation / 16,
      Yes(it.list),
      Yes(it.list && work.question.plural),
      Yes(it.list && !work.question.plural),
  };
  for (uint32_t f = 0; f < kJoinFeatures; ++f) features[f] = all[f];
}

void ExtractJointDoubt(Bytes weights, const AskWork& work, uint32_t number, int32_t features[kJoinDoubtFeatures]) {
  constexpr int32_t kMost = 128;  // eight units
  ExtractDoubt(work, number, features);
  const ScoredCandidate& it = work.kept[number];
  int64_t rival = int64_t{it.joint} - (int64_t{64} << 14), best_read = kLeastRead * kReadUnit, best_score = it.score;
  bool reader_agrees = true, ranker_agrees = true;
  for (uint32_t i = 0; i < work.kept_count; ++i) {
    const ScoredCandidate& other = work.kept[i];
    const bool overlaps = Overlap(it, other);
    if (!overlaps && other.joint > rival) rival = other.joint;
    if (other.read > best_read) {
      best_read = other.read;
      reader_agrees = overlaps;
    }
    if (other.score > best_score) {
      best_score = other.score;
      ranker_agrees = overlaps;
    }
  }
  const int32_t all[kJoinDoubtFeatures - kDoubtFeatures] = {
      Limit((int64_t{work.total} - work.none) * 16 / kReadUnit, -kMost, kMost),
      Limit((int64_t{work.total} + it.read - work.none) * 16 / kReadUnit, -kMost, kMost),
      it.read * 16 / kReadUnit,
      Limit((it.joint - rival) / 8192, -kMost, kMost),
      Yes(reader_agrees),
      Yes(ranker_agrees),
      Limit(RuleLogOdds(work, number) / 1024, -kMost, kMost),
      Yes(it.bare),
      it.score_share,
      Limit(DoubtLogOdds(weights, work, number) / 1024, -kMost, kMost),
      it.expected,
      it.support.fit,
      it.support.fit * it.support.share / 16,
      it.support.fit * it.support.relation / 16,
      Yes(it.list == work.question.plural),
      static_cast<int32_t>(work.sentence_count * 16 / kReadSentences),
  };
  for (uint32_t f = kDoubtFeatures; f < kJoinDoubtFeatures; ++f) features[f] = all[f - kDoubtFeatures];
}

int64_t JointRuleLogOdds(const AskWork& work, uint32_t number) {
  constexpr int64_t kUnit = 16384;
  const ScoredCandidate& it = work.kept[number];
  const bool identity = work.question.role == AskRole::kIdentity, counts = work.question.kind == AskKind::kNumber;
  int64_t sum = 0;
  // "Who is the mayor of Hallam", "how many visitors".
  if ((identity || counts) && LacksFocus(it) && !it.stated) sum -= 3 * kUnit / 2;
  // "Who is the prime minister of Russia" where the sentence has Armenia's.
  if (identity && it.contradicted && !it.stated) sum -= 3 * kUnit / 2;
  // "How tall is the statue": of bronze.
  if (work.question.kind == AskKind::kMeasure && it.value == kNone16) sum -= 3 * kUnit / 2;
  return sum;
}

uint32_t JointConfidence(Bytes weights, const AskWork& work, uint32_t number) {
  int32_t features[kJoinDoubtFeatures];
  ExtractJointDoubt(weights, work, number, features);
  const int64_t learnt = NetworkLogOdds(weights, kJoinDoubtAt, features, kJoinDoubtFeatures);
  return ConfidenceOf(learnt + JointRuleLogOdds(work, number));
}

}  // namespace pith
