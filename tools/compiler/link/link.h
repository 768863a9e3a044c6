// In: indexes. Out: one index of all their articles, as if these had been compiled at once.
// Who may use it: the command.
//
// Inputs are read where they lie and copied part by part, so that the memory it takes does not grow with a library to
// which a few articles are added.

#ifndef PITH_TOOLS_COMPILER_LINK_LINK_H_
#define PITH_TOOLS_COMPILER_LINK_LINK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/link/duplicates.h"
#include "tools/compiler/output.h"

namespace pith::compiler {

// A file: an index, or several one after the other, as `pith compile --stream` writes them.
struct LinkInput {
  std::string name;         // for messages
  absl::string_view bytes;  // must outlive the linking
};

// Opens the language block of an index that has none of its own: calls `fits` with one block after the other until that
// returns true, and returns the block; or an empty one if none fits.
using BlockFinder = absl::FunctionRef<absl::string_view(absl::FunctionRef<bool(absl::string_view block)> fits)>;

struct LinkOptions {
  bool replace = false;           // of two articles with one id the later one counts; otherwise that is an error
  bool find_duplicates = true;    // report articles with the same text, or nearly the same
  bool drop_duplicates = false;   // and of these, only the first one stays
  std::vector<std::string> drop;  // ids of articles to leave out
  bool drop_strangers = false;    // such an id may be nowhere; otherwise that is an error
  std::string tag;                // only articles that carry it stay; empty: all
  bool embed_language = true;
};

struct LinkReport {
  uint64_t articles = 0, replaced = 0;
  std::string first_replaced;              // "old.pith and new.pith both have an article "b" (and 2 more)"
  std::vector<std::string> strangers;      // ids in `drop` that are nowhere
  std::vector<std::string> signed_inputs;  // whose signatures, of those files as they are, the index does not have
  std::vector<NamedDuplicate> duplicates;
};

// Writes the index to `out`. Articles stand in the order of the inputs; one that replaces another stands in its own
// place. Errors are InvalidArgument and name the input: damaged or foreign files, another language block than the first
// input's, an id that occurs twice or, in `drop`, not at all, a tag that no article carries.
// O(bytes), and as PairsOf for duplicates.
absl::Status Link(const std::vector<LinkInput>& inputs, const LinkOptions& options, BlockFinder find_block, Output* out,
                  LinkReport* report);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LINK_LINK_H_
