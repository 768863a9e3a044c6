// The language blocks of the data folder, opened as they are asked for.

#ifndef PITH_TOOLS_PITH_LANGUAGE_BLOCKS_H_
#define PITH_TOOLS_PITH_LANGUAGE_BLOCKS_H_

#include <memory>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "tools/pith/data_files.h"
#include "tools/pith/mapped_file.h"

namespace pith::command {

class LanguageBlocks {
 public:
  // The first one that fits, which lives as long as this; empty if none does.
  absl::string_view Find(absl::FunctionRef<bool(absl::string_view)> fits) {
    for (const std::string& path : LanguageFiles()) {
      absl::StatusOr<std::unique_ptr<MappedFile>> block = MappedFile::Open(path);
      if (!block.ok() || !fits((*block)->contents())) continue;
      opened_.push_back(*std::move(block));
      return opened_.back()->contents();
    }
    return {};
  }

 private:
  std::vector<std::unique_ptr<MappedFile>> opened_;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_LANGUAGE_BLOCKS_H_
