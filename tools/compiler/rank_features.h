// What the rank of a sentence is computed from.

#ifndef PITH_TOOLS_COMPILER_RANK_FEATURES_H_
#define PITH_TOOLS_COMPILER_RANK_FEATURES_H_

#include <array>
#include <cstdint>
#include <vector>

#include "engine/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Features of a sentence, each about 0..1. Positions count sentences that are no fragments.
enum RankFeature : int {
  kRankFirst,        // the first sentence
  kRankLead,         // 1/(1 + position)
  kRankEarly,        // falls from 1 to 0 over ten sentences
  kRankPlace,        // 0 first .. 1 last
  kRankEnd,          // 1/(1 + position from the end)
  kRankParagraph,    // opens a paragraph
  kRankSection,      // opens the text under a heading
  kRankCoverage,     // likeness to the whole article; this and the next four as shares of the article's greatest
  kRankTopic,        // rare words that the article repeats
  kRankForward,      // likeness to the sentences after it
  kRankBackward,     // and before it
  kRankDegree,       // words shared with all other sentences, without regard to its length
  kRankLikeFirst,    // likeness to the first sentence
  kRankKnown,        // the share of its words that the sentences before it have said
  kRankTitle,        // words of the title
  kRankMain,         // mentions the entity that the article mentions most
  kRankEntities,     // the share of the article's mentions that its entities have
  kRankNames,        // names it holds
  kRankNewNames,     // of these, the ones that it introduces
  kRankNumbers,      // quantities
  kRankDates,        // dates and durations
  kRankShort,        // fewer than eight words
  kRankLength,       // grows with its words, up to forty
  kRankLong,         // beyond thirty words, grows up to sixty
  kRankQuoted,       // the share of it that is quoted
  kRankOpensQuote,   // begins with a quotation mark
  kRankQuestion,     // asks
  kRankFirstPerson,  // "I", "we", "you"
  kRankPronoun,      // begins with a pronoun
  kRankPronouns,     // third-person pronouns that it holds
  kRankSaying,       // its main verb says
  kRankConnective,   // begins with "But", "However"
  kRankDefinition,   // says what something is
  kRankPassive,      // its main verb is passive
  kRankFuture,       // "will", "would", "plan", "expect"
  kRankNegation,     // "not", "no"
  kRankBrackets,     // holds a bracket or a colon
  kRankFeatureCount
};
using RankFeatures = std::array<double, kRankFeatureCount>;

// By what the kind of a text is told, each about 0..1.
enum TextFeature : int {
  kTextAny,          // 1
  kTextSayings,      // who said what
  kTextNames,        // names
  kTextDates,        // dates
  kTextPersons,      // "I", "you"
  kTextPresent,      // "is", "are" against "was", "were"
  kTextQuoted,       // quotations
  kTextPronouns,     // "he", "she"
  kTextLength,       // grows with the logarithm of the words
  kTextSentence,     // mean words of a sentence
  kTextParagraph,    // mean sentences of a paragraph
  kTextFirst,        // how like the whole the first sentence is
  kTextFirstLength,  // words of the first sentence
  kTextFirstNames,   // names in the first sentence
  kTextFirstBack,    // the first sentence points back or says "the" or "Mr" of someone never introduced
  kTextDated,        // its date is known
  kTextFeatureCount
};
using TextFeatures = std::array<double, kTextFeatureCount>;

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
  std::vector<double> topic;           // per content word: how much it is the article's own, 0 for those said once
  TextFeatures text = {};
};

// Linear in the number of tokens. `language` tells which words are rare.
RankInput MakeRankInput(const Analysis& analysis, const Language& language);

// Whether a sentence is a headline, caption, dateline or fragment, which no summary wants early.
bool IsFragment(const Sentence& sentence);

// Whether the sentence begins with a pronoun or demonstrative that points back.
bool PointsBack(const Sentence& sentence);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_RANK_FEATURES_H_
