// The numbers from which the rank of a sentence is computed.

#ifndef PITH_TOOLS_COMPILER_RANK_RANK_FEATURES_H_
#define PITH_TOOLS_COMPILER_RANK_RANK_FEATURES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Features of a sentence, each about 0..1. Positions count sentences that are no fragments.
enum RankFeature : int {
  kRankEarly,      // falls from 1 to 0 over ten sentences
  kRankLead,       // 1/(1 + position)
  kRankDegree,     // words shared with all other sentences, a share of the article's greatest
  kRankKindCount,  // what these three weigh depends on the kind of text; the others weigh the same everywhere
  kRankFirst = kRankKindCount,  // the first sentence
  kRankPlace,                   // 0 first .. 1 last
  kRankCoverage,    // likeness to the whole article; this and the next four as shares of the article's greatest
  kRankTopic,       // rare words that the article repeats
  kRankMean,        // the same, a word
  kRankForward,     // likeness to the sentences after it
  kRankBackward,    // and before it
  kRankKnown,       // the share of its words that the sentences before it have said
  kRankTitle,       // words of the title
  kRankEntities,    // the share of the article's mentions that its entities have
  kRankNumbers,     // quantities
  kRankLength,      // grows with its words, up to forty
  kRankLong,        // beyond thirty words, grows up to sixty
  kRankQuoted,      // the share of it that is quoted
  kRankOpensQuote,  // begins with a quotation mark
  kRankPronoun,     // begins with a pronoun
  kRankPronouns,    // third-person pronouns that it holds
  kRankConnective,  // begins with "But", "However"
  kRankDefinition,  // says what something is
  kRankPassive,     // its main verb is passive
  kRankNegation,    // "not", "no"
  kRankFeatureCount
};
using RankFeatures = std::array<double, kRankFeatureCount>;

// Features that tell the kind of a text, each about 0..1. Most are of its first sentence, which in a report names the
// persons and things that the text is about, and in a story or an excerpt takes them for known. The layout tells
// nothing, because many texts come without their paragraphs.
enum TextFeature : int {
  kTextAny,            // 1
  kTextPersons,        // "I", "you"
  kTextQuoted,         // quotations
  kTextLength,         // grows with the logarithm of the words
  kTextFirstLength,    // of the first sentence: kRankLength
  kTextFirstNames,     // names
  kTextFirstDegree,    // kRankDegree
  kTextFirstEntities,  // kRankEntities
  kTextFirstSaying,    // its main verb says
  kTextFirstBack,      // it points back or says "the" or "Mr" of someone never introduced
  kTextFeatureCount
};
using TextFeatures = std::array<double, kTextFeatureCount>;

// A sentence's content words as numbers, equal for equal lemmas, each once and in ascending order, with the weight of
// each in this article (the weights of a sentence have unit length).
struct ContentWords {
  std::vector<uint32_t> words;
  std::vector<double> weights;
};

struct RankInput {
  std::vector<RankFeatures> features;  // per sentence
  std::vector<ContentWords> content;   // per sentence
  uint32_t words = 0;                  // distinct content words; they are numbered from 0
  std::vector<double> topic;           // per content word: how much it is the article's own, 0 for those said once
  TextFeatures text = {};
};

// The features of every sentence and of the text. `language` tells which words are rare. Linear in the number of
// tokens.
RankInput MakeRankInput(const Analysis& analysis, const Language& language);

// Whether a sentence is a headline, caption, dateline or fragment, none of which belongs early in a summary.
bool IsFragment(const Sentence& sentence);

// Whether the sentence begins with a pronoun or demonstrative that points back.
bool PointsBack(const Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_RANK_FEATURES_H_
