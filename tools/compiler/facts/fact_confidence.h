// How probable it is that a careful reader signs a fact: a logistic model over binary features, learned from facts that
// were judged by eye (tools/train/facts).

#ifndef PITH_TOOLS_COMPILER_FACTS_FACT_CONFIDENCE_H_
#define PITH_TOOLS_COMPILER_FACTS_FACT_CONFIDENCE_H_

#include <cstdint>

#include "tools/compiler/facts/fact_drafts.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

enum FactFeature {
  kFactAlways,
  // What made it.
  kFactCopula,
  kFactInstruction,
  kFactApposition,
  kFactRole,
  kFactPlaceKind,
  kFactBare,  // a title or a noun in passing that says of nobody more than a trade: "Ann Lee is the banker"
  kFactHyphened,
  kFactLasting,
  kFactTitle,
  kFactAcronym,
  // Its clause.
  kFactRoot,
  kFactConjunct,
  kFactComplement,
  kFactAdverbial,
  kFactRelative,
  kFactParticiple,
  kFactSubjectElsewhere,  // not a child of its verb
  kFactRestrictive,       // a relative clause or participle without a comma before it
  kFactAmbiguousNoun,     // one that may belong to either of two nouns: "a wheel of gum that"
  // Its subject.
  kFactNamedSubject,
  kFactPronounSubject,  // not resolved
  kFactResolvedSubject,
  kFactYou,
  kFactDefiniteSubject,
  kFactIndefiniteSubject,
  kFactBareSubject,
  kFactPointingSubject,  // "this", "such"
  kFactOwnedSubject,     // by a pronoun that is not resolved: "his mule"
  kFactLongSubject,
  kFactPlainDefinite,  // "the tin", without a word that says which
  kFactTopicSubject,   // its noun stands in the title or in the first two sentences
  kFactPastBare,       // told of some in the past: "twins were held"
  kFactElliptic,       // lacks its noun: "the first", "some", "a second", "the rest"
  // Its object.
  kFactNoObject,
  kFactPronounObject,  // holds one that is not resolved
  kFactLongObject,
  kFactVeryLongObject,
  kFactPointingObject,  // "that date", "there"
  kFactClauseObject,    // holds a verb
  kFactOddObject,       // holds a semicolon, a colon or a bracket
  kFactPlainObject,     // "the tin" and nothing more
  kFactEllipticObject,  // "a third", "the rest"
  kFactNamedObject,     // holds a name
  kFactLooseClause,     // holds a clause with a subject and no word that joins it
  // How sure the parser is of the heads of its words: the least sure, and of subject, verb and object.
  kFactLeast1,  // certainty below 8: two heads are about equally probable
  kFactLeast2,  // below 20
  kFactLeast3,  // below 40
  kFactCore1,
  kFactCore2,
  kFactCore3,
  // What else.
  kFactNegated,
  kFactModal,
  kFactAttributed,
  kFactHasDate,
  kFactHasNumber,
  kFactLongSentence,      // more than 25 words
  kFactVeryLongSentence,  // more than 40
  kFactQuoted,            // in a sentence with quotation marks
  kFactLeaning,           // in a sentence that says little without one before it
  kFactCut,               // without words of its clause that stand between its own
  kFactTwoSubjects,       // its verb has two, or a subject and a verb that do not agree
  kFactReported,          // what somebody says
  kFactFlawless,          // none of the features that speak most against a fact
  kFactFeatureCount,
};

// A bit for each FactFeature that the draft has. `attributed`: whether the article says that somebody says so. O(its
// tokens).
uint64_t FactFeaturesOf(const SentenceReading& reading, const Draft& draft, bool attributed);

// The probability, 0..10000.
uint16_t FactConfidence(uint64_t features);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACT_CONFIDENCE_H_
