// How facts are shown, by pith facts and pith lookup alike.

#ifndef PITH_TOOLS_PITH_PRINT_FACT_H_
#define PITH_TOOLS_PITH_PRINT_FACT_H_

#include <vector>

#include "pith/pith.h"
#include "tools/pith/open_index.h"

namespace pith::command {

// One JSON object a line, or lines for people: the sentence's number, subject, relation and object, then what else is
// known of it.
void PrintFacts(const OpenIndex& index, const std::vector<pith_fact>& facts, bool json);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PRINT_FACT_H_
