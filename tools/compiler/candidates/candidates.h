// In: trees, names, values and mentions. Out: candidates, the spans of each sentence that may answer a question.
// Who may use it: compile.cc. The engine ranks the candidates against a question; *_rules.h propose the spans.

#ifndef PITH_TOOLS_COMPILER_CANDIDATES_CANDIDATES_H_
#define PITH_TOOLS_COMPILER_CANDIDATES_CANDIDATES_H_

#include <cstdint>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The maximum number of candidates per sentence; those of the least likely rules are dropped first.
inline constexpr int kMaxSentenceCandidates = 32;

// The rules that propose candidates, from the one that answers most often to the one that answers least.
enum class CandidateRule : uint8_t {
  kName,           // a name as the tagger found it
  kValue,          // a number, date or duration as found, including hedge and unit
  kNumber,         // "33" or "more than 200" without the counted noun
  kQuoted,         // the words inside quotation marks
  kPronoun,        // a pronoun whose name is known
  kBase,           // determiner, modifiers and head
  kList,           // a whole list of coordinated phrases
  kBracketed,      // the words in brackets: an acronym, a gloss
  kWithNominals,   // with all its prepositional phrases: "the cost of fuel in March"
  kBareName,       // the run of proper nouns within a phrase
  kReason,         // "because ...", without the marker
  kPurpose,        // "to ...", without "to"
  kWithAll,        // with everything, including relative clauses and appositions
  kWithClauses,    // a noun with its participle or infinitive
  kFirstNominal,   // with the first of several prepositional phrases
  kModifiers,      // everything before the head: "police" in "police vehicles"; a title before a name
  kManner,         // an adverb or adjective that stands alone
  kModifier,       // one modifier: "bronze", "Spanish"
  kUndetermined,   // without possessor or leading adjectives: "prime minister"
  kPurposeMarked,  // with "to"
  kReasonMarked,   // with "because"
  kComplement,     // what is said, known or wanted: "the tax was too high" in "that the tax was too high"
  kOblique,        // a phrase with its preposition
  kHead,           // the head alone
  kPredicate,      // what someone did: the verb and everything after it
  kCount
};

// Fills analysis->candidates from sentences, names, values and mentions, ordered by sentence, first token and last
// token, with no span twice. A span of several kinds gets the most specific one: a name rather than a plain noun
// phrase. `value` and `entity` are set if a value or mention has the candidate's head as its head. `rules`, if given,
// receives the rule behind each candidate, for measurements. Deterministic; nearly linear in the number of tokens.
void FindCandidates(Analysis* analysis, std::vector<CandidateRule>* rules = nullptr);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CANDIDATES_CANDIDATES_H_
