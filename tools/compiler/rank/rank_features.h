// The features from which a sentence's rank is computed.

#ifndef PITH_TOOLS_COMPILER_RANK_RANK_FEATURES_H_
#define PITH_TOOLS_COMPILER_RANK_RANK_FEATURES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Features of a sentence, each about 0..1. Positions count only sentences that are not fragments.
enum RankFeature : int {
  kRankEarly,      // falls from 1 to 0 over ten sentences
  kRankLead,       // 1/(1 + position)
  kRankDegree,     // words shared with all other sentences, relative to the article's maximum
  kRankKindCount,  // the weights of these three depend on the kind of text; the others are the same everywhere
  kRankFirst = kRankKindCount,  // the first sentence
  kRankPlace,                   // 0 first .. 1 last
  kRankCoverage,    // similarity to the whole article; this and the next four are relative to the article's maximum
  kRankTopic,       // rare words that the article repeats
  kRankMean,        // the same, per word
  kRankForward,     // similarity to the sentences after it
  kRankBackward,    // similarity to the sentences before it
  kRankKnown,       // the share of its words that earlier sentences have said
  kRankTitle,       // words of the title
  kRankEntities,    // the share of the article's mentions that belong to the sentence's entities
  kRankNumbers,     // quantities
  kRankLength,      // grows with its number of words, up to forty
  kRankLong,        // grows from thirty words up to sixty
  kRankQuoted,      // the share of it that is quoted
  kRankOpensQuote,  // begins with a quotation mark
  kRankPronoun,     // begins with a pronoun
  kRankPronouns,    // the number of third-person pronouns in it
  kRankConnective,  // begins with "But", "However"
  kRankDefinition,  // says what something is
  kRankPassive,     // its main verb is passive
  kRankNegation,    // "not", "no"
  kRankFeatureCount
};
using RankFeatures = std::array<double, kRankFeatureCount>;

// Features that indicate the kind of a text, each about 0..1. Most describe its first sentence, which in a report names
// the people and things that the text is about, and in a story or an excerpt assumes that they are known. Layout is not
// used, because many texts come without their paragraphs.
enum TextFeature : int {
  kTextAny,            // always 1
  kTextPersons,        // "I", "you"
  kTextQuoted,         // quotations
  kTextLength,         // grows with the logarithm of the number of words
  kTextFirstLength,    // kRankLength of the first sentence
  kTextFirstNames,     // names in it
  kTextFirstDegree,    // its kRankDegree
  kTextFirstEntities,  // its kRankEntities
  kTextFirstSaying,    // its main verb is a verb of saying
  kTextFirstBack,      // it points back, or says "the" or "Mr" of someone never introduced
  kTextFeatureCount
};
using TextFeatures = std::array<double, kTextFeatureCount>;

// A sentence's content words as numbers, equal for equal lemmas, each once and in ascending order, and the weight of
// each in this article (the weights of a sentence form a vector of length 1).
struct ContentWords {
  std::vector<uint32_t> words;
  std::vector<double> weights;
};

struct RankInput {
  std::vector<RankFeatures> features;  // per sentence
  std::vector<ContentWords> content;   // per sentence
  uint32_t words = 0;                  // distinct content words, numbered from 0
  std::vector<double> topic;           // per content word: how specific it is to the article; 0 if said only once
  TextFeatures text = {};
};

// The features of every sentence and of the text. `language` tells which words are rare. Linear in the number of
// tokens.
RankInput MakeRankInput(const Analysis& analysis, const Language& language);

// Whether a sentence is a headline, caption, dateline or fragment, which do not belong early in a summary.
bool IsFragment(const Sentence& sentence);

// Whether the sentence begins with a pronoun or demonstrative that points back.
bool PointsBack(const Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_RANK_FEATURES_H_
