// The index that a verb works on.

#ifndef PITH_TOOLS_PITH_OPEN_SET_H_
#define PITH_TOOLS_PITH_OPEN_SET_H_

#include <memory>

#include "absl/status/statusor.h"
#include "tools/pith/open_index.h"
#include "tools/pith/options.h"

namespace pith::command {

// The index that the arguments name. With --with and --withdrawn it is a set of what they name (pith_open_set), which
// takes time for what is new and what is withdrawn. With --tag, with more than PITH_MAX_MEMBERS files, or with one that
// is a stream of objects, it is linked in a file without a name, so that it is the index of these articles alone:
// O(bytes). Warnings tell of an id that is in two files, where the later one counts, and of a withdrawn id that is
// nowhere.
absl::StatusOr<std::unique_ptr<OpenIndex>> OpenSet(const IndexArguments& arguments);

// The same for verbs that need more than search, titles and summaries do.
absl::StatusOr<std::unique_ptr<OpenIndex>> OpenForAnswers(const IndexArguments& arguments);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_OPEN_SET_H_
