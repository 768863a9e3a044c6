// The timeline: what happened on which date.

#ifndef PITH_TOOLS_COMPILER_FACTS_EVENTS_H_
#define PITH_TOOLS_COMPILER_FACTS_EVENTS_H_

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Fills analysis->events from sentences and values: one event per date and the clause that it dates, ordered by date
// (for an interval, its start), then by position in the text. Omits durations, dates that fix no time ("recently"), and
// the date of a verb of saying if the reported words have a date of their own. Deterministic; nearly linear.
void FindEvents(Analysis* analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_EVENTS_H_
