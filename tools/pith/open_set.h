// The index that a verb works on.

#ifndef PITH_TOOLS_PITH_OPEN_SET_H_
#define PITH_TOOLS_PITH_OPEN_SET_H_

#include <memory>

#include "absl/status/statusor.h"
#include "tools/pith/open_index.h"
#include "tools/pith/options.h"

namespace pith::command {

// The index that the arguments name. With --with, --withdrawn or --tag it is linked of what they name, in a file
// without a name, so that it is the index of these articles alone: warnings tell of an id that is in two files, where
// the later one counts, and of a withdrawn id that is nowhere. O(1) for one file, otherwise O(bytes).
absl::StatusOr<std::unique_ptr<OpenIndex>> OpenSet(const IndexArguments& arguments);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_OPEN_SET_H_
