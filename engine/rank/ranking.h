// What is known of a question once its sentences were found and its candidates scored: what the ranker hands to whoever
// comes after it (engine/reader, engine/polar, engine/api).

#ifndef PITH_ENGINE_RANK_RANKING_H_
#define PITH_ENGINE_RANK_RANKING_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/find/retrieve.h"
#include "engine/rank/fact_support.h"
#include "engine/rank/features.h"

namespace pith {

inline constexpr uint32_t kReadSentences = 6;  // looked into for candidates
inline constexpr uint32_t kKeptCandidates = 48;

struct ScoredCandidate {
  int32_t score;  // of the ranker: kLogOddsUnit is one unit of log-odds
  uint32_t article, sentence;
  uint32_t begin, end;     // bytes in the text
  uint16_t value, entity;  // of the part, kNone16: none
  uint8_t first, last;     // tokens of the sentence, [first, last)
  uint8_t score_share;     // of the sentence, 0..16
  uint8_t coverage;        // share of the question's weight in the sentence, 0..16
  uint8_t covered_words;   // and of its content words
  uint8_t missing;         // share of the question's weight that the whole article lacks, 0..16
  uint8_t missing_words;   // and the number of those words
  Judged judged;
  FactSupport support;      // of the sentence's facts
  bool list : 1;            // a list of phrases, whole
  bool missing_name : 1;    // a capitalized or unknown word among those that the article lacks
  bool name_elsewhere : 1;  // one that the article has, but not the sentence
  bool focus_missing : 1;   // the sentence lacks the noun that the question asks about
  bool last_missing : 1;    // the sentence lacks the last content word of the question, often its verb
  bool nothing_said : 1;    // all that the sentence holds of the question is names
};

// Whether two candidates share bytes of a text.
inline bool Overlap(const ScoredCandidate& a, const ScoredCandidate& b) {
  return a.article == b.article && a.begin < b.end && b.begin < a.end;
}

// A question, the sentences that it is about, and the best candidates in them. Filled by RankCandidates, all of it.
struct Ranking {
  Query query;  // its text is the caller's
  Question question;
  ScoredSentence sentences[kReadSentences];  // best first
  uint32_t sentence_count;
  ScoredCandidate kept[kKeptCandidates];  // best first
  uint32_t kept_count;
};

}  // namespace pith

#endif  // PITH_ENGINE_RANK_RANKING_H_
