// Verbs as suggested questions need them, by dictionary form.
// Tables alone: suggest/ask_clause.cc asks its questions by them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_QUESTION_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_QUESTION_VERBS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "believe", "include", "happen": a question about a clause with this verb is seldom a good one.
bool IsUnaskedVerb(absl::string_view lemma);
// "urge", "consider", "try": without the predicate that completes it the verb is misread.
bool NeedsPredicate(absl::string_view lemma);
// "base", "locate": says nothing without its place.
bool IsLocatingVerb(absl::string_view lemma);
// "take", "play", "start": "what" asks for nothing with this verb, which makes one meaning with its object.
bool HasUnaskedObject(absl::string_view lemma);
// "begin", "die", "arrive": a question is whole without anything behind the verb.
bool StandsWithoutObject(absl::string_view lemma);
// "result", "invest", "participate": "in" names no place behind the verb.
bool TakesFigurativePlace(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_QUESTION_VERBS_H_
