// Verbs by which a number without a noun counts people: "more than 200 were detained".

#ifndef PITH_TOOLS_COMPILER_LEXICON_PERSON_VERBS_H_
#define PITH_TOOLS_COMPILER_LEXICON_PERSON_VERBS_H_

#include "tools/compiler/lexicon/lexicon.h"

namespace pith::compiler {

// By dictionary form: what only people do, "flee".
const WordSet& VerbsOfPeople();
// What is done only to people, "detain".
const WordSet& VerbsDoneToPeople();

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LEXICON_PERSON_VERBS_H_
