// How sentences that were found are shown, by pith search and pith ask alike.

#ifndef PITH_TOOLS_PITH_PRINT_HIT_H_
#define PITH_TOOLS_PITH_PRINT_HIT_H_

#include "pith/pith.h"
#include "tools/pith/open_index.h"

namespace pith::command {

// For people: the sentence with its number, and with its article's id where the index has several.
void PrintHit(const OpenIndex& index, const pith_hit& hit);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_PRINT_HIT_H_
