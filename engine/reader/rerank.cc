#include "engine/reader/rerank.h"

#include "engine/format/inlining.h"
#include "engine/format/order.h"
#include "engine/network/network.h"
#include "engine/rank/claims.h"
#include "engine/rank/doubt.h"

namespace pith {
namespace {

// The reader gets the first kAlwaysRead sentences whatever their scores, and further ones only if they have at least
// kLeastShare eighths of the best score. More sentences, and weaker ones, cost time and gave no better answers on
// development articles.
constexpr uint32_t kReadByReader = 4, kAlwaysRead = 2, kLeastShare = 3;

constexpr int32_t kLeastRead = -12;  // log-odds of a span that was not read; lower ones are raised to this
constexpr uint32_t kBeside = 4;  // tokens by which a candidate may differ in length from a span that takes its value

// The reader's log-odds of a span against all others; kLeastRead if it was not read.
int32_t LogOddsOf(int32_t score, int32_t total) {
  if (score == ReaderWork::kUnread) return kLeastRead * kReadUnit;
  return ClampTo(int64_t{score} - total, kLeastRead * kReadUnit, 0);
}

// A span as a candidate: the candidate with exactly these tokens, or else (*bare) one that takes its value, entity and
// kind from the nearest candidate, if any, that contains it or lies in it.
CandidateRecord RecordOf(const Part& part, const Scan& scan, uint32_t first, uint32_t last, bool* bare) {
  CandidateRecord record = {static_cast<uint8_t>(first),
                            static_cast<uint8_t>(last),
                            static_cast<uint8_t>(first),
                            static_cast<uint8_t>(CandidateKind::kNominal),
                            kNone16,
                            kNone16,
                            static_cast<uint8_t>(Reality::kStated)};
  for (uint32_t t = first; t < last; ++t) {
    const uint32_t head = scan.all[t].head;
    if (head < first || head >= last || head == t) record.head = static_cast<uint8_t>(t);
  }
  *bare = true;
  uint32_t nearest = kBeside + 1;
  const uint32_t governor = scan.all[record.head].governor;
  bool inside = false, beside = false;  // whether a candidate was found in the span, and in its clause
  for (CandidateReader candidates(part, scan.sentence, scan.count); candidates.Next();) {
    const CandidateRecord& it = candidates.candidate();
    if (it.first == first && it.last == last) {
      *bare = false;
      return it;
    }
    // A span takes part in what the phrases take part in that join it to the rest of the sentence; "they", which is no
    // candidate, in what the other phrases of its clause do.
    const uint32_t joined = scan.all[it.head].head;
    const bool outward = joined < first || joined >= last || joined == it.head;
    // "close" of "the owner would not close": what is negated inside the span says so there.
    const bool within_span = static_cast<CandidateKind>(it.kind) == CandidateKind::kPredicate && it.first > first;
    if (it.head >= first && it.head < last && outward && !within_span) {
      if (!inside || it.reality > record.reality) record.reality = it.reality;
      inside = true;
    } else if (!inside && scan.all[it.head].governor == governor) {
      const bool stated = it.reality == static_cast<uint8_t>(Reality::kStated);
      if (!beside || stated) record.reality = it.reality;
      beside = true;
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

// The number of a sentence in a ranking; sentence_count if it is not there.
uint32_t RankOf(const Ranking& ranking, uint32_t article, uint32_t sentence) {
  uint32_t rank = 0;
  while (rank < ranking.sentence_count &&
         (ranking.sentences[rank].article != article || ranking.sentences[rank].sentence != sentence)) {
    ++rank;
  }
  return rank;
}

// Adds spans of the reader to a ranking's candidates.
class SpanAdder {
 public:
  SpanAdder(const OpenedIndex& index, Bytes weights, CandidateWork* work, Ranking* ranking, Reranking* reranking)
      : sentence_(index, *ranking, work),
        ranker_(weights, ranking->question.kind),
        features_(work->features),
        ranking_(*ranking),
        reranking_(*reranking) {}

  // Adds one span. If there is no room, it replaces the last candidate that was not added here.
  // What it needs would count for the frame that has this object.
  PITH_NOINLINE void Add(const ReaderAnswer& answer) {
    if (IsKept(answer)) return;
    const uint32_t rank = RankOf(ranking_, answer.article, answer.sentence);
    if (rank == ranking_.sentence_count || !sentence_.GoTo(rank)) return;
    const SentenceContext& context = sentence_.context();
    if (answer.last > context.scan->count) return;
    bool bare = false;
    const CandidateRecord record = RecordOf(sentence_.part(), *context.scan, answer.first, answer.last, &bare);
    if (IsNamedByQuestion(context, record)) return;
    ExtractFeatures(context, record, &features_);
    const uint32_t at = ranking_.kept_count < kKeptCandidates ? ranking_.kept_count++ : kKeptCandidates - 1 - added_;
    ++added_;
    ScoredCandidate& added = ranking_.kept[at];
    added = ScoreCandidate(sentence_, record, features_, ranker_.Score(features_));
    added.refused |= bare && HoldsPlanned(added);
    reranking_.of[at] = {LogOddsOf(answer.score, reranking_.total), 0, static_cast<uint8_t>(answer.expected), bare};
  }

 private:
  // "offered 60,000 francs": whether a span holds a candidate that is refused because it is only planned.
  bool HoldsPlanned(const ScoredCandidate& span) const {
    for (uint32_t i = 0; i < ranking_.kept_count; ++i) {
      const ScoredCandidate& it = ranking_.kept[i];
      if (it.refused && it.reality == Reality::kPlanned && it.article == span.article && it.begin >= span.begin &&
          it.end <= span.end) {
        return true;
      }
    }
    return false;
  }

  bool IsKept(const ReaderAnswer& answer) const {
    for (uint32_t i = 0; i < ranking_.kept_count; ++i) {
      const ScoredCandidate& it = ranking_.kept[i];
      if (it.article == answer.article && it.sentence == answer.sentence && it.first == answer.first &&
          it.last == answer.last) {
        return true;
      }
    }
    return false;
  }

  SentenceCursor sentence_;
  const Ranker ranker_;
  FeatureList& features_;
  Ranking& ranking_;
  Reranking& reranking_;
  uint32_t added_ = 0;
};

// Moves candidate `from` up to place `to`, along with what the reader says about it.
void MoveUp(uint32_t from, uint32_t to, Ranking* ranking, Reranking* reranking) {
  MoveUp(from, to, ranking->kept);
  MoveUp(from, to, reranking->of);
}

// Makes candidate `from` the first, with the order value of the one that it displaces.
void PutFirst(uint32_t from, Ranking* ranking, Reranking* reranking) {
  reranking->of[from].order = reranking->of[0].order;
  MoveUp(from, 0, ranking, reranking);
}

// "The vaccine does not cause fever. The virus causes it.": what is stated goes before what is not.
void PutAllowedFirst(Ranking* ranking, Reranking* reranking) {
  if (ranking->kept_count == 0 || !ranking->kept[0].refused) return;
  for (uint32_t i = 1; i < ranking->kept_count; ++i) {
    if (!ranking->kept[i].refused) return PutFirst(i, ranking, reranking);
  }
}

// "Which countries": a list replaces its first or last member, unless the reader thinks much less of the list. (Members
// in the middle, and lists at any price, cost a point of exact answers on development articles.)
void PutListFirst(Ranking* ranking, Reranking* reranking) {
  constexpr int32_t kMostBehind = 2 * kReadUnit;
  const ScoredCandidate& first = ranking->kept[0];
  for (uint32_t i = 1; i < ranking->kept_count && !first.list; ++i) {
    const ScoredCandidate& it = ranking->kept[i];
    const bool around = it.article == first.article && it.begin <= first.begin && first.end <= it.end;
    const bool edge = it.begin == first.begin || it.end == first.end;
    if (!it.list || !around || !edge || reranking->of[i].read < reranking->of[0].read - kMostBehind) continue;
    return PutFirst(i, ranking, reranking);
  }
}

// What is open meanwhile would count for Rerank's frame.
PITH_NOINLINE void AddSpans(const OpenedIndex& index, Bytes weights, const ReaderFindings& found, CandidateWork* work,
                            Ranking* ranking, Reranking* reranking) {
  SpanAdder spans(index, weights, work, ranking, reranking);
  for (uint32_t i = 0; i < found.count; ++i) spans.Add(found.answers[i]);
}

// The logarithm of the sum of two probabilities, given theirs; kReadUnit is one unit.
int32_t LogOfSum(int32_t a, int32_t b) {
  const int32_t more = a > b ? a : b, less = a > b ? b : a;
  // 512 ln 2 / 16 = 22.18
  return more + (static_cast<int32_t>(Log2x16(static_cast<uint32_t>(32768 + ExpOfMinus15(more - less)))) - 15 * 16) *
                    2218 / 100;
}

// What several articles say, the reader believes as much as all of them together: a second copy of an article takes
// nothing from the first, nor does another answer to the same question.
// Its arrays would count for Rerank's frame.
PITH_NOINLINE void JoinArticles(const Ranking& ranking, Reranking* reranking) {
  int32_t read[kKeptCandidates];
  uint8_t expected[kKeptCandidates];
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    read[i] = reranking->of[i].read;
    uint32_t sum = reranking->of[i].expected;
    for (uint32_t k = 0; k < ranking.kept_count; ++k) {
      if (!SaySame(ranking.kept[i], ranking.kept[k]) && !Contradict(ranking.kept[i], ranking.kept[k])) continue;
      read[i] = ClampTo(LogOfSum(read[i], reranking->of[k].read), kLeastRead * kReadUnit, 0);
      sum += reranking->of[k].expected;
    }
    expected[i] = static_cast<uint8_t>(sum < ReaderWork::kCertain ? sum : ReaderWork::kCertain);
  }
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    reranking->of[i].read = read[i];
    reranking->of[i].expected = expected[i];
  }
}

}  // namespace

bool BeginReadingFor(const OpenedIndex& index, const ReaderSections& sections, Bytes weights, const Ranking& ranking,
                     ReaderWork* reader) {
  if (weights.size() < uint64_t{kWeights} * 4) return false;
  ReaderSentence sentences[kReadByReader];
  uint32_t count = 0;
  for (; count < kReadByReader && count < ranking.sentence_count; ++count) {
    const ScoredSentence& s = ranking.sentences[count];
    if (count >= kAlwaysRead && uint64_t{s.score} * 8 < uint64_t{ranking.sentences[0].score} * kLeastShare) break;
    sentences[count] = {s.article, s.sentence, s.score};
  }
  return BeginReading(index, sections, ranking.query, ranking.question, sentences, count, reader);
}

ReaderFindings FinishReading(const OpenedIndex& index, const ReaderSections& sections, const Ranking& ranking,
                             ReaderWork* reader) {
  while (StepReading(index, sections, ranking.query, ranking.question, reader)) {
  }
  return reader->findings;
}

ReaderFindings EndReadingFor(const OpenedIndex& index, const ReaderSections& sections, const Ranking& ranking,
                             ReaderWork* reader, Reranking* reranking) {
  const ReaderFindings found = FinishReading(index, sections, ranking, reader);
  reranking->none = found.none;
  reranking->total = found.total;
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    const ScoredCandidate& it = ranking.kept[i];
    reranking->of[i] = {LogOddsOf(reader->ScoreOf(it.article, it.sentence, it.first, it.last), found.total), 0,
                        static_cast<uint8_t>(reader->ExpectedF1(it.article, it.sentence, it.first, it.last)), false};
  }
  return found;
}

void Rerank(const OpenedIndex& index, Bytes weights, const ReaderFindings& found, CandidateWork* work, Ranking* ranking,
            Reranking* reranking) {
  AddSpans(index, weights, found, work, ranking, reranking);
  JoinArticles(*ranking, reranking);
  for (uint32_t i = 0; i < ranking->kept_count; ++i) {
    int32_t features[kOrderFeatures];
    ExtractOrder(*ranking, *reranking, i, features);
    const int64_t sum = NetworkLogOdds(weights, kOrderAt, features, kOrderFeatures);
    reranking->of[i].order = ClampTo(sum, -0x40000000, 0x40000000);
  }
  // An insertion sort: it is stable, and there are few candidates.
  for (uint32_t i = 1; i < ranking->kept_count; ++i) {
    uint32_t to = i;
    while (to > 0 && reranking->of[to - 1].order < reranking->of[i].order) --to;
    MoveUp(i, to, ranking, reranking);
  }
  PutAllowedFirst(ranking, reranking);
  if (ranking->question.plural) PutListFirst(ranking, reranking);
}

void ExtractOrder(const Ranking& ranking, const Reranking& reranking, uint32_t number,
                  int32_t features[kOrderFeatures]) {
  const ScoredCandidate& it = ranking.kept[number];
  const ReaderScore& reader = reranking.of[number];
  const FactSupport& fact = it.support;
  int32_t best = it.score;
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    if (ranking.kept[i].score > best) best = ranking.kept[i].score;
  }
  features[kOrderRead] = reader.read * static_cast<int32_t>(kWholly) / kReadUnit;
  features[kOrderScore] = ClampTo((int64_t{it.score} - best) / kFeatureScore, -128, 0);
  features[kOrderUnread] = YesNo(reader.read <= kLeastRead * kReadUnit);
  features[kOrderBare] = YesNo(reader.bare);
  features[kOrderExpectedF1] = reader.expected;
  features[kOrderFactFit] = fact.fit;
  features[kOrderFactShare] = fact.fit * fact.share / 16;
  features[kOrderFactRelation] = fact.fit * fact.relation / 16;
  features[kOrderList] = YesNo(it.list);
  features[kOrderListWanted] = YesNo(it.list && ranking.question.plural);
  features[kOrderListUnwanted] = YesNo(it.list && !ranking.question.plural);
}

void ExtractJointDoubt(Bytes weights, const Ranking& ranking, const Reranking& reranking, uint32_t number,
                       int32_t features[kJointFeatures]) {
  constexpr int32_t kMost = 128;  // eight units
  ExtractDoubt(ranking, number, features);
  const ScoredCandidate& it = ranking.kept[number];
  const ReaderScore& reader = reranking.of[number];
  const FactSupport& fact = it.support;
  int64_t rival = int64_t{reader.order} - int64_t{64} * kLogOddsUnit, best_read = kLeastRead * kReadUnit,
          best_score = it.score;
  bool reader_agrees = true, ranker_agrees = true;
  for (uint32_t i = 0; i < ranking.kept_count; ++i) {
    const bool overlaps = !IsRival(it, ranking.kept[i]);
    if (!overlaps && reranking.of[i].order > rival) rival = reranking.of[i].order;
    if (reranking.of[i].read > best_read) {
      best_read = reranking.of[i].read;
      reader_agrees = overlaps;
    }
    if (ranking.kept[i].score > best_score) {
      best_score = ranking.kept[i].score;
      ranker_agrees = overlaps;
    }
  }
  const int64_t answered = int64_t{reranking.total} - reranking.none;
  features[kJointAnswered] = ReadFeature(answered);
  features[kJointAnsweredBy] = ReadFeature(answered + reader.read);
  features[kJointRead] = reader.read * static_cast<int32_t>(kWholly) / kReadUnit;
  features[kJointLead] = ClampTo((reader.order - rival) / 8192, -kMost, kMost);
  features[kJointReaderAgrees] = YesNo(reader_agrees);
  features[kJointRankerAgrees] = YesNo(ranker_agrees);
  features[kJointRules] = ClampTo(RuleLogOdds(ranking, number) / kFeatureScore, -kMost, kMost);
  features[kJointBare] = YesNo(reader.bare);
  features[kJointScoreShare] = it.score_share;
  features[kJointDoubt] =
      ClampTo(NetworkLogOdds(weights, kDoubtAt, features, kDoubtFeatures) / kFeatureScore, -kMost, kMost);
  features[kJointExpectedF1] = reader.expected;
  features[kJointFactFit] = fact.fit;
  features[kJointFactShare] = fact.fit * fact.share / 16;
  features[kJointFactRelation] = fact.fit * fact.relation / 16;
  features[kJointNumberAgrees] = YesNo(it.list == ranking.question.plural);
  features[kJointSentences] = static_cast<int32_t>(ranking.sentence_count * 16 / kReadSentences);
}

int64_t JointRuleLogOdds(const Ranking& ranking, uint32_t number) {
  constexpr int64_t kUnit = kLogOddsUnit;
  const ScoredCandidate& it = ranking.kept[number];
  const Question& question = ranking.question;
  const bool identity = question.role == AskRole::kIdentity,
             counts = question.kind == AskKind::kNumber || question.kind == AskKind::kAmount;
  int64_t sum = 0;
  // "How tall is the mill": "It is 20 meters tall", in the article on the mill, of which the reader does not know.
  // Where no value of the right kind stands behind it, that a title has the missing words says too little.
  constexpr uint8_t kAll = 16;
  const bool sort = it.judged.fits || (question.kind == AskKind::kMeasure && !it.judged.misfits);
  if (it.titled && it.covered_words == kAll && sort && it.value != kNone16) sum += 2 * kUnit;
  // "Who is the mayor of Hallam", "how many visitors".
  if ((identity || counts) && LacksFocus(it) && !it.judged.stated) sum -= 3 * kUnit / 2;
  // "Who is the prime minister of Russia", but the sentence has Armenia's.
  if (identity && it.judged.contradicted && !it.judged.stated) sum -= 3 * kUnit / 2;
  sum += StandingLogOdds(it.replies, it.labelled);
  sum += RefusalLogOdds(it);
  // "How tall is the statue", answered by "of bronze".
  if (question.kind == AskKind::kMeasure && it.value == kNone16) sum -= 3 * kUnit / 2;
  return sum;
}

uint32_t JointConfidence(Bytes weights, const Ranking& ranking, const Reranking& reranking, uint32_t number) {
  int32_t features[kJointFeatures];
  ExtractJointDoubt(weights, ranking, reranking, number, features);
  const int64_t learned = NetworkLogOdds(weights, kJointDoubtAt, features, kJointFeatures);
  return Probability(learned + JointRuleLogOdds(ranking, number));
}

}  // namespace pith
