// Words that a suggested question must not contain, or that decide what it asks for. Tables only: suggest/ applies
// them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_QUESTION_WORDS_H_
#define PITH_TOOLS_COMPILER_LEXICON_QUESTION_WORDS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "this", "former", "recent": as a determiner, pronoun, adjective, adverb or preposition, refers to the surrounding
// text.
bool IsDeicticModifier(absl::string_view folded);
// "we", "himself", "thing", "monday": refers to the surrounding text or says too little, whatever its part of speech.
bool IsDeicticWord(absl::string_view folded);
// "yesterday", "last", "ago": means a time only to readers who know when the article was written.
bool IsRelativeTimeWord(absl::string_view folded);
// "bid", "effort", "response": a phrase of a preposition and this noun adds nothing to a question.
bool IsEmptyNoun(absl::string_view lemma);
// "number", "part", "reason": as a predicate, does not say what its subject is.
bool IsPredicateOnlyNoun(absl::string_view lemma);
// "third", "part", "rest": says nothing without what it is a part of. Takes a dictionary form.
bool IsShare(absl::string_view lemma);
// "with", "despite", "after": a question omits a phrase with this preposition.
bool IsDroppedPreposition(absl::string_view preposition);
// "tall", "deep": a "how tall" question is answered by a measure.
bool IsMeasureAdjective(absl::string_view folded);
// "nearly", "rarely", "only": a clause with this adverb does not plainly state its verb.
bool IsHedgingAdverb(absl::string_view folded);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_QUESTION_WORDS_H_
