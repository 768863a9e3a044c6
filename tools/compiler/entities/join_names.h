// Which occurrences of names mean the same: a full name with and without its middle initials, an acronym and its long
// form, a surname and the full name before it.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_JOIN_NAMES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_JOIN_NAMES_H_

#include <vector>

#include "tools/compiler/entities/name_use.h"

namespace pith::compiler {

// A full name is compared with this many others that share its surname and first letter, the last ones before it.
inline constexpr size_t kMaxNamesakes = 64;

// Gives each use its cluster; returns the number of clusters. `uses` are in text order and have settled votes. Names
// are found by their words and never compared in pairs: O(uses), with kMaxNamesakes as a factor.
int JoinNames(std::vector<NameUse>* uses);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_JOIN_NAMES_H_
