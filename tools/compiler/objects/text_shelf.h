// Where the texts of articles wait for their turn, so that no one needs all of them in memory.

#ifndef PITH_TOOLS_COMPILER_OBJECTS_TEXT_SHELF_H_
#define PITH_TOOLS_COMPILER_OBJECTS_TEXT_SHELF_H_

#include <cstdint>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/read/new_file.h"

namespace pith::compiler {

class TextShelf {
 public:
  explicit TextShelf(ScratchFile file) : file_(std::move(file)) {}

  // Takes the article's text from it.
  absl::Status Put(Article* article);
  // Gives it back; the shelf keeps a copy. Processes forked from this one may call it too.
  absl::Status Fetch(Article* article) const;

 private:
  struct Place {
    uint64_t offset;
    uint32_t size;
  };

  ScratchFile file_;
  absl::flat_hash_map<std::string, Place> places_;  // by id
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_OBJECTS_TEXT_SHELF_H_
