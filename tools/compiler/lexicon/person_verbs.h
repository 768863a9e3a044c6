// Verbs that show that a number without a noun counts people: "more than 200 were detained".

#ifndef PITH_TOOLS_COMPILER_LEXICON_PERSON_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_PERSON_VERBS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// Verbs that only people do, by dictionary form: "flee".
const WordSet& VerbsOfPeople();
// Verbs that are only done to people: "detain".
const WordSet& VerbsDoneToPeople();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PERSON_VERBS_H_
