// The words of sentences as ranking sees them: those that count, and how far sentences share them.

#ifndef PITH_TOOLS_COMPILER_RANK_RANK_WORDS_H_
#define PITH_TOOLS_COMPILER_RANK_RANK_WORDS_H_

#include <vector>

#include "tools/compiler/rank/rank_features.h"

namespace pith::compiler {

// Whether the token is no punctuation.
bool IsWord(const Token& token);
// Whether it is a double quotation mark.
bool IsQuote(const Token& token);
// Whether it is a verb of reporting: "say", "announce".
bool IsSaying(const Token& token);
// The number of words in the sentence, and its first; null: it has none.
int WordsIn(const Sentence& sentence);
const Token* FirstWord(const Sentence& sentence);

// Fills input->content, input->words and input->topic.
void NumberWords(const Analysis& analysis, const Language& language, RankInput* input);

// Fills the features from kRankCoverage to kRankKnown of the sentences `whole`. Linear in the number of tokens: as
// cosines add up, the sum over all pairs (the directed centrality of Zheng and Lapata, 2019) takes one pass.
void WordFeatures(const std::vector<size_t>& whole, RankInput* input);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_RANK_WORDS_H_
