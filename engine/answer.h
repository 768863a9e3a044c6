// From a question to scored candidates: retrieval, a look at each of the best sentences, the ranker, and the judgement
// whether the best candidate is an answer at all.

#ifndef PITH_ENGINE_ANSWER_H_
#define PITH_ENGINE_ANSWER_H_

#include <cstdint>

#include "engine/features.h"
#include "engine/index.h"
#include "engine/match.h"
#include "engine/query.h"
#include "engine/question.h"
#include "engine/retrieve.h"
#include "engine/scan.h"
#include "engine/work.h"

namespace pith {

inline constexpr uint32_t kReadSentences = 6;  // looked into for candidates
inline constexpr uint32_t kKeptCandidates = 48;

struct ScoredCandidate {
  int32_t score;                       // of the ranker: 16384 is one unit of log-odds
  uint32_t article, sentence, number;  // number: in the part's candidates
  uint32_t begin, end;                 // bytes in the text
  uint8_t coverage;                    // share of the question's weight in the sentence, 0..16
  uint8_t covered_words;               // and of its content words
  uint8_t missing;                     // share of the question's weight that the whole article lacks, 0..16
  uint8_t missing_words;               // and the number of those words
  bool missing_name;                   // a capitalised or unknown word among them
  bool name_elsewhere;                 // one that the article has, but not the sentence
  bool focus_missing;                  // the sentence lacks the noun that the question asks about
  uint8_t clause_share, tree_distance, nearest, governor, focus_share, modifier_share;  // of FeatureList
  bool last_missing;  // the sentence lacks the last content word of the question, often its verb
  bool nothing_said;  // all that the sentence holds of the question is names
  bool fits, misfits, has_focus, stated, contradicted, foreign_verb;
};

// All that a question needs, inside the caller's work space.
struct AskWork {
  Query query;
  Question question;
  Matches matches;
  RetrieveWork retrieve;
  ScoredSentence sentences[kReadSentences];
  Scan scan;
  FeatureList features;
  pith_fact fact;
  ScoredCandidate kept[kKeptCandidates];
  uint32_t kept_count;
};
static_assert(sizeof(AskWork) <= kWorkBytes, "raise kWorkBytes");

// Finds the sentences to look into: of one article, or of the index. Returns their number.
uint32_t FindSentences(const OpenedIndex& index, uint32_t article, AskWork* work, BestSentences* best);

// A sentence's score as a share of the best one's (not 0), 0..16.
uint32_t ScoreShare(uint32_t score, uint32_t best);

// What a fact of the article states of the noun that an identity question asks about ("the prime minister of ..."), by
// its words as work->matches has them; empty where it states nothing. Uses work->fact.
pith_text StatedAnswer(const OpenedIndex& index, const Part& part, uint32_t article, AskWork* work);

// Calls visit(const SentenceContext&, uint32_t candidate number, const CandidateRecord&) for every candidate of the
// best sentences that can answer at all, its features being in work->features. The trainer sees what the engine sees.
template <typename Visit>
void ForEachCandidate(const OpenedIndex& index, const BestSentences& best, AskWork* work, Visit visit) {
  uint32_t open_article = kNone;
  Part part;
  pith_text stated = {nullptr, 0};
  const uint32_t weight = work->query.ContentWeight();
  for (uint32_t i = 0; i < best.count; ++i) {
    const ScoredSentence& s = best.all[i];
    if (s.article != open_article) {
      if (!OpenPart(index, s.article, &part)) continue;
      FindMatches(index.language, part, work->query, &work->matches);
      open_article = s.article;
      stated = StatedAnswer(index, part, s.article, work);
    }
    ScanSentence(part, s.article, s.sentence, work->query, work->matches, &work->scan);
    const SentenceContext context = {&index.language,
                                     &part,
                                     &work->query,
                                     &work->question,
                                     &work->scan,
                                     weight == 0 ? 1 : weight,
                                     i,
                                     best.all[0].score == 0 ? 0 : ScoreShare(s.score, best.all[0].score),
                                     stated};
    const Range range = part.CandidatesOf(s.sentence);
    for (uint32_t c = range.begin; c < range.end; ++c) {
      const CandidateRecord record = part.candidates[c];
      if (!CanAnswer(context, record)) continue;
      ExtractFeatures(context, record, &work->features);
      visit(context, c, record);
    }
  }
}

// The weights of an index: section WGHT of its language block (engine/features.h).
Bytes WeightsOf(const OpenedIndex& index);

// Reads, retrieves and ranks: fills work->kept, best first. Errors as pith_ask.
pith_status RankCandidates(const OpenedIndex& index, uint32_t article, Bytes question, Bytes weights, AskWork* work);

// What counts for candidate `number` of work->kept being right, against the best one that does not overlap it.
void ExtractDoubt(const AskWork& work, uint32_t number, int32_t features[kDoubtFeatures]);

// What rules add to the learned log-odds of candidate `number` of work->kept, in 1/16384: for cases too rare in the
// data that the weights were learned from, where people ask about what the article holds.
int64_t RuleLogOdds(const AskWork& work, uint32_t number);

// The confidence below which an answer is left out, unless the caller says otherwise.
uint32_t DefaultThreshold(Bytes weights);

// The probability that candidate `number` of work->kept is right, in ten-thousandths.
uint32_t Confidence(Bytes weights, const AskWork& work, uint32_t number);

}  // namespace pith

#endif  // PITH_ENGINE_ANSWER_H_
