// Words that a suggested question may not hold, or that decide what it asks for.
// Tables alone: the files of suggest/ word their questions by them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_QUESTION_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_QUESTION_WORDS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "this", "former", "recent": as a determiner, pronoun, adjective, adverb or preposition, points at the text around.
bool IsDeicticModifier(absl::string_view folded);
// "we", "himself", "thing", "monday": points at the text around, or says too little, whatever its part of speech.
bool IsDeicticWord(absl::string_view folded);
// "yesterday", "last", "ago": tells a time only to readers who know when the article was written.
bool IsRelativeTimeWord(absl::string_view folded);
// "bid", "effort", "response": a phrase of this noun and a preposition adds nothing to a question.
bool IsEmptyNoun(absl::string_view lemma);
// "number", "part", "reason": as a predicate, does not say what its subject is.
bool IsPredicateOnlyNoun(absl::string_view lemma);
// "with", "despite", "after": a phrase with this preposition is left out of a question.
bool IsDroppedPreposition(absl::string_view preposition);
// "tall", "deep": answers to "how tall" are measures.
bool IsMeasureAdjective(absl::string_view folded);
// "nearly", "rarely", "only": a clause with this adverb does not plainly state its verb.
bool IsHedgingAdverb(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_QUESTION_WORDS_H_
