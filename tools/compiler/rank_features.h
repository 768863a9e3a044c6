// What the rank of a sentence is computed from.

#ifndef PITH_TOOLS_COMPILER_RANK_FEATURES_H_
#define PITH_TOOLS_COMPILER_RANK_FEATURES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Features of a sentence, each about 0..1.
enum RankFeature : int {
  kRankLeadNews,     // 1/(1 + position), in so far as the text reads like news
  kRankLeadOther,    // the same, in so far as it does not
  kRankEarlyNews,    // falls from 1 to 0 over the first sentences of a news text
  kRankEarlyOther,   // of another text
  kRankPlace,        // 0 first .. 1 last
  kRankParagraph,    // opens a paragraph
  kRankCoverage,     // its words are the article's frequent words
  kRankForward,      // likeness to the sentences after it
  kRankBackward,     // and before it
  kRankTitle,        // words shared with the title
  kRankNames,        // names it holds
  kRankValues,       // numbers and dates
  kRankShort,        // fewer than eight words
  kRankLength,       // grows with its words, up to forty
  kRankLong,         // beyond forty-five words
  kRankQuoted,       // the share of it that is quoted
  kRankQuestion,     // asks
  kRankFirstPerson,  // "I", "we", "you"
  kRankPronoun,      // begins with a pronoun
  kRankSaying,       // its main verb says
  kRankConnective,   // begins with "But", "However"
  kRankFeatureCount
};
using RankFeatures = std::array<double, kRankFeatureCount>;

// A sentence's content words: numbers that are equal for equal lemmas, each once, in ascending order, and what each
// weighs in this article (the weights of a sentence have unit length).
struct ContentWords {
  std::vector<uint32_t> words;
  std::vector<double> weights;
};

struct RankInput {
  std::vector<RankFeatures> features;  // per sentence
  std::vector<ContentWords> content;   // per sentence
  uint32_t words = 0;                  // distinct content words; they are numbered from 0
  double news = 0;                     // 0..1: how much the text reads like a news report
};

// Linear in the number of tokens.
RankInput MakeRankInput(const Analysis& analysis);

// Whether a sentence is a headline, caption, dateline or fragment, which no summary wants early.
bool IsFragment(const Sentence& sentence);

// Whether the sentence begins with a pronoun or demonstrative that points back.
bool PointsBack(const Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_FEATURES_H_
