// In: an analysis and the corrections of its article. Out: the analysis corrected. compile.cc runs each function behind
// the stage whose output it corrects. Without corrections they do nothing.
//
// What does not apply is left out, and Analysis::warnings says so, with the line and what is nearest. Of two
// corrections of one sort that contradict one another the first in the file holds; removals go before changes, and
// answers before questions that mean others, and those before silence.

#ifndef PITH_TOOLS_COMPILER_CORRECTIONS_APPLY_H_
#define PITH_TOOLS_COMPILER_CORRECTIONS_APPLY_H_

#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Behind times: what dates mean.
void CorrectDates(Analysis* analysis, const Language& language);

// Behind entities, before pronouns are resolved: which names are one entity, what it is and what else it is called.
void CorrectEntities(Analysis* analysis, const Language& language);

// Behind rank: which sentences come first in summaries, and which in none.
void CorrectSummary(Analysis* analysis, const Language& language);

// At the end, when offsets are those of the stored text, as the ids of facts are: facts removed, changed and added.
void CorrectFacts(Analysis* analysis, const Language& language);

// At the end: what the article's words mean as well, and what questions are answered with.
void CorrectAnswers(Analysis* analysis, const Language& language);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CORRECTIONS_APPLY_H_
