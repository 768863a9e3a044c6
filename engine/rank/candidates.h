// From a question to scored candidates: retrieval, a look at each of the best sentences, the ranker, and the judgement
// whether the best candidate is an answer at all.

#ifndef PITH_ENGINE_RANK_CANDIDATES_H_
#define PITH_ENGINE_RANK_CANDIDATES_H_

#include <cstddef>
#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/find/retrieve.h"
#include "engine/index/index.h"
#include "engine/index/work.h"
#include "engine/rank/fact_support.h"
#include "engine/rank/features.h"
#include "engine/rank/scan.h"
#include "engine/reader/reader.h"

namespace pith {

inline constexpr uint32_t kReadSentences = 6;  // looked into for candidates
inline constexpr uint32_t kKeptCandidates = 48;

struct ScoredCandidate {
  int32_t score;        // of the ranker: 16384 is one unit of log-odds
  int32_t read, joint;  // with the reader: its log-odds (512 a unit), and what the order goes by (16384)
  uint32_t article, sentence;
  uint32_t begin, end;     // bytes in the text
  uint16_t value, entity;  // of the part, kNone16: none
  uint8_t first, last;     // tokens of the sentence, [first, last)
  uint8_t score_share;     // of the sentence, 0..16
  uint8_t expected;        // with the reader: ReaderWork::ExpectedF1
  uint8_t coverage;        // share of the question's weight in the sentence, 0..16
  uint8_t covered_words;   // and of its content words
  uint8_t missing;         // share of the question's weight that the whole article lacks, 0..16
  uint8_t missing_words;   // and the number of those words
  uint8_t clause_share, tree_distance, nearest, governor, focus_share, modifier_share;  // of FeatureList
  FactSupport support;                                                                  // of the sentence's facts
  bool bare : 1;            // a span of the reader that is no candidate
  bool list : 1;            // a list of phrases, whole
  bool missing_name : 1;    // a capitalised or unknown word among those that the article lacks
  bool name_elsewhere : 1;  // one that the article has, but not the sentence
  bool focus_missing : 1;   // the sentence lacks the noun that the question asks about
  bool last_missing : 1;    // the sentence lacks the last content word of the question, often its verb
  bool nothing_said : 1;    // all that the sentence holds of the question is names
  bool fits : 1, misfits : 1, has_focus : 1, stated : 1, contradicted : 1, foreign_verb : 1;
};

// What finding and judging candidates needs.
struct CandidateWork {
  RetrieveWork retrieve;
  Scan scan;
  FeatureList features;
  SentenceFacts facts;
  pith_fact fact;
};

// All that a question needs, inside the caller's work space.
struct AskWork {
  AskWork() {}  // as it comes: whoever uses a part fills it first

  static constexpr uint64_t kMark = 0x6B73612068746970;
  uint64_t mark;  // kMark between pith_ask_begin and pith_ask_end
  bool polar;     // a question for yes or no
  bool reads;     // the reader is at it, or has been
  Query query;
  Question question;
  Matches matches;
  ScoredSentence sentences[kReadSentences];
  uint32_t sentence_count;
  ScoredCandidate kept[kKeptCandidates];
  uint32_t kept_count;
  int32_t none, total;  // with the reader: of ReaderFindings
  // The candidates are judged before the reader begins, and after it has ended. Last, so that an index without a reader
  // asks for less space.
  union {
    CandidateWork look;
    ReaderWork reader;
  };
};
static_assert(offsetof(AskWork, look) + sizeof(CandidateWork) <= kPlainWorkBytes, "raise kPlainWorkBytes");

// Finds the sentences to look into: of one article, or of the index. Returns their number.
uint32_t FindSentences(const OpenedIndex& index, uint32_t article, const Query& query, Matches* matches,
                       RetrieveWork* retrieve, BestSentences* best);

// A sentence's score as a share of the best one's (not 0), 0..16.
uint32_t ScoreShare(uint32_t score, uint32_t best);

// What a fact of the article states of the noun that an identity question asks about ("the prime minister of ..."), by
// its words as work->matches has them; empty where it states nothing. Uses work->look.fact.
pith_text StatedAnswer(const OpenedIndex& index, const Part& part, uint32_t article, AskWork* work);

// Lays sentence `rank` of the best, which lies in `part`, out in work->look, its facts too; work->matches are those of
// its article. `stated`: of StatedAnswer.
inline void OpenSentence(const OpenedIndex& index, const BestSentences& best, uint32_t rank, const Part& part,
                         pith_text stated, AskWork* work, SentenceContext* context) {
  const ScoredSentence& s = best.all[rank];
  const uint32_t weight = work->query.ContentWeight();
  ScanSentence(part, s.article, s.sentence, work->query, work->matches, &work->look.scan);
  ReadFacts(index.language, part, work->query, work->matches, work->look.scan, &work->look.facts);
  *context = {&index.language,
              &part,
              &work->query,
              &work->question,
              &work->look.scan,
              weight == 0 ? 1 : weight,
              rank,
              best.all[0].score == 0 ? 0 : ScoreShare(s.score, best.all[0].score),
              stated};
}

// Calls visit(const SentenceContext&, const CandidateRecord&) for every candidate of the best sentences that can answer
// at all, its features being in work->look.features. The trainer sees what the engine sees.
template <typename Visit>
void ForEachCandidate(const OpenedIndex& index, const BestSentences& best, AskWork* work, Visit visit) {
  uint32_t open_article = kNone;
  Part part;
  pith_text stated = {nullptr, 0};
  for (uint32_t i = 0; i < best.count; ++i) {
    const ScoredSentence& s = best.all[i];
    if (s.article != open_article) {
      if (!OpenPart(index, s.article, &part)) continue;
      FindMatches(index.language, part, work->query, &work->matches);
      open_article = s.article;
      stated = StatedAnswer(index, part, s.article, work);
    }
    SentenceContext context;
    OpenSentence(index, best, i, part, stated, work, &context);
    const Range range = part.CandidatesOf(s.sentence);
    for (uint32_t c = range.begin; c < range.end; ++c) {
      const CandidateRecord record = part.candidates[c];
      if (!CanAnswer(context, record)) continue;
      ExtractFeatures(context, record, &work->look.features);
      visit(context, record);
    }
  }
}

// The weights of an index: section WGHT of its language block (engine/rank/features.h).
Bytes WeightsOf(const OpenedIndex& index);

// What candidates are scored with: the weights of one kind of question.
class Ranker {
 public:
  Ranker(Bytes weights, AskKind kind);
  int32_t Score(const FeatureList& features) const;

 private:
  const Bytes weights_;
  uint32_t dense_[kDenseFeatures];
};

// A candidate with its score and all that the judgement of doubt wants to know of it; its features are in
// work.look.features.
ScoredCandidate ScoreCandidate(const SentenceContext& context, const CandidateRecord& record, const Ranker& ranker,
                               const AskWork& work);

// Reads, retrieves and ranks: fills work->kept, best first. Errors as pith_ask.
pith_status RankCandidates(const OpenedIndex& index, uint32_t article, Bytes question, Bytes weights, AskWork* work);

// What counts for candidate `number` of work->kept being right, against the best one that does not overlap it.
void ExtractDoubt(const AskWork& work, uint32_t number, int32_t features[kDoubtFeatures]);

// What rules add to the learned log-odds of candidate `number` of work->kept, in 1/16384: for cases too rare in the
// data that the weights were learned from, where people ask about what the article holds.
int64_t RuleLogOdds(const AskWork& work, uint32_t number);

// "How many pilots": whether the sentence speaks of no pilots, and the article lacks a word of the question.
bool LacksFocus(const ScoredCandidate& candidate);

inline int32_t Limit(int64_t x, int32_t low, int32_t high) {
  return x < low ? low : x > high ? high : static_cast<int32_t>(x);
}

// Whether two candidates share bytes of a text.
inline bool Overlap(const ScoredCandidate& a, const ScoredCandidate& b) {
  return a.article == b.article && a.begin < b.end && b.begin < a.end;
}

// The small network over `count` features whose weights begin with number `at` (engine/rank/features.h): log-odds in
// 1/16384.
int64_t NetworkLogOdds(Bytes weights, uint32_t at, const int32_t* features, uint32_t count);

// The learned log-odds, in 1/16384, that candidate `number` is right, and the probability that log-odds stand for, in
// ten-thousandths.
int64_t DoubtLogOdds(Bytes weights, const AskWork& work, uint32_t number);
uint32_t ConfidenceOf(int64_t log_odds);

// The confidence below which an answer is left out, unless the caller says otherwise.
uint32_t DefaultThreshold(const Language& language);

// The probability that candidate `number` of work->kept is right, in ten-thousandths.
uint32_t Confidence(Bytes weights, const AskWork& work, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_CANDIDATES_H_
