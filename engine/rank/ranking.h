// A question with its sentences found and its candidates scored: what the ranker hands on to engine/reader,
// engine/polar and engine/api.

#ifndef PITH_ENGINE_RANK_RANKING_H_
#define PITH_ENGINE_RANK_RANKING_H_

#include <cstdint>

#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/find/retrieve.h"
#include "engine/rank/fact_support.h"
#include "engine/rank/features.h"

namespace pith {

inline constexpr uint32_t kReadSentences = 6;  // searched for candidates
inline constexpr uint32_t kKeptCandidates = 48;
inline constexpr uint32_t kFoundSentences = 24;  // of which the copies are dropped
inline constexpr uint32_t kMaxTwins = 8;

struct ScoredCandidate {
  int32_t score;  // the ranker's; kLogOddsUnit is one unit of log-odds
  uint32_t article, sentence;
  uint32_t begin, end;     // bytes in the text
  uint32_t claim;          // equal for candidates that say the same (engine/rank/claims.h); 0: not compared
  uint32_t measure;        // equal for values of which only one can be right; 0: not compared
  uint16_t value, entity;  // numbers in the part; kNone16: none
  uint8_t first, last;     // tokens of the sentence, [first, last)
  uint8_t score_share;     // the sentence's score as a share of the best one's, 0..16
  uint8_t coverage;        // share of the question's weight that the sentence contains, 0..16
  uint8_t covered_words;   // the same share, of its number of content words
  uint8_t missing;         // share of the question's weight that the whole article lacks, 0..16
  uint8_t missing_words;   // the number of words that it lacks
  Judged judged;
  FactSupport support;  // by the sentence's facts
  Reality reality;
  bool list : 1;            // it is a whole list of phrases
  bool refused : 1;         // IsRefused: whatever the learned weights say, it is no answer
  bool missing_name : 1;    // the article lacks a capitalized or unknown word
  bool name_elsewhere : 1;  // the article has such a word, but not the sentence
  bool focus_missing : 1;   // the sentence lacks the noun that the question asks about
  bool last_missing : 1;    // the sentence lacks the question's last content word, often its verb
  bool titled : 1;          // of the question's words, some stand in the article's title and not in the sentence
  bool replies : 1;         // the sentence replies to this very question, which the text asks
  bool labelled : 1;        // it is a value in a row whose label the question names
  bool nothing_said : 1;    // of the question's words, the sentence has only names and lacks some
};

// Whether two candidates share bytes of a text.
inline bool Overlap(const ScoredCandidate& a, const ScoredCandidate& b) {
  return a.article == b.article && a.begin < b.end && b.begin < a.end;
}

// A sentence of another article that is the same, byte for byte, as one of the ranking's.
struct TwinSentence {
  uint32_t rank;  // of the ranking's sentence
  uint32_t article, sentence;
};

// A question, the sentences that it is about, and the best candidates in them. RankCandidates fills in all of it.
struct Ranking {
  Query query;  // its text is the caller's
  Question question;
  ScoredSentence sentences[kReadSentences];  // best first
  uint32_t sentence_count;
  bool found;             // whether those are all, and none of them a twin
  uint32_t ranked_count;  // sentences whose candidates are scored
  TwinSentence twins[kMaxTwins];
  uint32_t twin_count;
  ScoredCandidate kept[kKeptCandidates];  // best first
  uint32_t kept_count;
};

}  // namespace pith

#endif  // PITH_ENGINE_RANK_RANKING_H_
