// The spans of each sentence that may answer a question.
// Comes in: trees, names, values and mentions. Goes out: candidates, which the engine ranks against a question.
// Used by compile.cc; the rules by which spans are proposed are in *_rules.h.

#ifndef PITH_TOOLS_COMPILER_CANDIDATES_CANDIDATES_H_
#define PITH_TOOLS_COMPILER_CANDIDATES_CANDIDATES_H_

#include <cstdint>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// No sentence gets more candidates than this; those of the least likely rules go first.
inline constexpr int kMaxSentenceCandidates = 32;

// The rules that propose candidates, the one that answers most often first.
enum class CandidateRule : uint8_t {
  kName,           // a name as the name tagger found it
  kValue,          // a number, date or duration as found, hedge and unit included
  kNumber,         // "33" or "more than 200" of a counted noun
  kQuoted,         // the words within quotation marks
  kPronoun,        // a pronoun whose name is known
  kBase,           // determiner, modifiers and head
  kList,           // coordinated phrases, whole
  kBracketed,      // the words within brackets: an acronym, a gloss
  kWithNominals,   // with all its prepositional phrases: "the cost of fuel in March"
  kBareName,       // the run of proper nouns within a phrase
  kReason,         // "because ...", without the marker
  kPurpose,        // "to ...", without "to"
  kWithAll,        // relative clause, apposition and all
  kWithClauses,    // a noun with its participle or infinitive
  kFirstNominal,   // with the first of several prepositional phrases
  kModifiers,      // all that stands before the head: "police" of "police vehicles"; a title before a name
  kManner,         // an adverb or adjective of its own
  kModifier,       // one modifier: "bronze", "Spanish"
  kUndetermined,   // without possessor or leading adjectives: "prime minister"
  kPurposeMarked,  // with "to"
  kReasonMarked,   // with "because"
  kComplement,     // what is said, known or wanted: "that the tax was too high" without "that"
  kOblique,        // with its preposition
  kHead,           // the head alone
  kPredicate,      // what someone did: the verb with all that follows
  kCount
};

// Fills analysis->candidates from sentences, names, values and mentions: in order of sentence, then first, then last
// token, no span twice. A span of several kinds is of the most specific: a name rather than a plain noun phrase.
// `value` and `entity` are set where a value or a mention hangs on the candidate's head. `rules`, if given, receives
// the rule behind each candidate, for measuring. Deterministic; near linear in the number of tokens.
void FindCandidates(Analysis* analysis, std::vector<CandidateRule>* rules = nullptr);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CANDIDATES_CANDIDATES_H_
