// Verbs by their behavior in suggested questions, by dictionary form. Tables only: suggest/ask_clause.cc applies them.

#ifndef PITH_TOOLS_COMPILER_LEXICON_QUESTION_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_QUESTION_VERBS_H_

#include "absl/strings/string_view.h"

namespace pith::compiler {

// "believe", "include", "happen": a question about a clause with this verb is seldom a good one.
bool IsUnaskedVerb(absl::string_view lemma);
// "urge", "consider", "try": misread without the predicate that completes it.
bool NeedsPredicate(absl::string_view lemma);
// "base", "locate": says nothing without its place.
bool IsLocatingVerb(absl::string_view lemma);
// "take", "play", "start": a "what" question makes no sense, because verb and object form one meaning.
bool HasUnaskedObject(absl::string_view lemma);
// "begin", "die", "arrive": a question is complete with nothing after the verb.
bool StandsWithoutObject(absl::string_view lemma);
// "stand", "keep", "sell": "where" asks for the spot, which may be a thing ("in the box"). Takes a dictionary form.
bool IsDoneAtPlace(absl::string_view lemma);
// "make", "dye", "use": done of, with or for something. Takes a dictionary form.
bool IsMakingVerb(absl::string_view lemma);
// "call", "wear", "promise": whoever does it is asked for with "who". Takes a dictionary form.
bool IsDeedOfPeople(absl::string_view lemma);
// "result", "invest", "participate": "in" after the verb does not introduce a place.
bool TakesFigurativePlace(absl::string_view lemma);

// Whether a question may end in the verb, adjective or participle with this preposition and ask for what follows: "What
// did she die of?"
bool IsAskedWith(absl::string_view lemma, absl::string_view preposition);

// "build", "write", "die": happens to a thing only once, so that no date need tell which time is meant.
bool IsDoneOnce(absl::string_view lemma);

// Verbs after which "to" and a verb is no purpose: "takes an hour to reach".
bool TakesInfinitive(absl::string_view lemma);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_QUESTION_VERBS_H_
