// The timeline: what happened on which date.

#ifndef PITH_TOOLS_COMPILER_FACTS_EVENTS_H_
#define PITH_TOOLS_COMPILER_FACTS_EVENTS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills analysis->events from sentences and values: one event for each date and the clause that it dates, in order of
// date (an interval by its start), then of text. Durations and dates that fix no time ("recently") are left out, and so
// is the date of a verb of saying whose words have a date of their own. Deterministic; near linear.
void FindEvents(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_EVENTS_H_
