// In: two open indexes. Out: what the newer one holds that the older one does not, and the other way round.

#ifndef PITH_TOOLS_PITH_CHANGES_H_
#define PITH_TOOLS_PITH_CHANGES_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/pith/contents_items.h"
#include "tools/pith/open_index.h"

namespace pith::command {

struct Change {
  std::string kind;  // "article", "fact", "entity", "event" or "answer"
  std::string doc;
  std::optional<ContentsItem> before, after;  // none: it is new, or gone
};

// "Facts": what a list of changes of that kind is called.
std::string TitleOf(const std::string& kind);

// The changes by kind, article by article: what changed, what is gone, what is new. Both indexes are asked the
// questions of `expectations`, a file as pith test takes it, or, if that is empty, those that either of them suggests.
// With `doc` only that article counts, as if each index held nothing else.
absl::StatusOr<std::vector<Change>> ChangesBetween(OpenIndex* before, OpenIndex* after, const std::string& doc,
                                                   const std::string& expectations);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_CHANGES_H_
