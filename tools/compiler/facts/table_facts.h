// Facts that tables state.

#ifndef PITH_TOOLS_COMPILER_FACTS_TABLE_FACTS_H_
#define PITH_TOOLS_COMPILER_FACTS_TABLE_FACTS_H_

#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The facts in rows of the article's tables, in order, without importance. Under a row of headers, each row says of its
// first cell what stands in the others: "Ruth Ames | 1861" under "Keeper | From" is (Ruth Ames, From, 1861). A row of a
// header and one value, as infoboxes have them, says it of the article's title: (Tarn Lighthouse, Height, 31 m). Each
// fact's evidence is its row. O(size).
std::vector<Fact> FindTableFacts(const Analysis& analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_TABLE_FACTS_H_
