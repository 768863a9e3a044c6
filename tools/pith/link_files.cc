#include "tools/pith/link_files.h"

#include <utility>

#include "absl/functional/function_ref.h"
#include "absl/strings/string_view.h"
#include "tools/pith/data_files.h"
#include "tools/pith/output.h"

namespace pith::command {

absl::StatusOr<LinkFiles> LinkFiles::Open(const std::vector<std::string>& paths) {
  LinkFiles opened;
  for (const std::string& path : paths) {
    absl::StatusOr<std::unique_ptr<MappedFile>> file =
        MappedFile::Open(path == "-" ? "/dev/stdin" : path, IndexBeginning());
    if (!file.ok()) return file.status();
    opened.files_.push_back(*std::move(file));
    opened.inputs_.push_back({path == "-" ? "standard input" : path, opened.files_.back()->contents()});
  }
  return opened;
}

absl::Status LinkFiles::Link(const compiler::LinkOptions& options, compiler::Output* out,
                             compiler::LinkReport* report) const {
  std::vector<std::unique_ptr<MappedFile>> blocks;
  const auto find = [&blocks](absl::FunctionRef<bool(absl::string_view)> fits) -> absl::string_view {
    for (const std::string& path : LanguageFiles()) {
      absl::StatusOr<std::unique_ptr<MappedFile>> block = MappedFile::Open(path);
      if (!block.ok() || !fits((*block)->contents())) continue;
      blocks.push_back(*std::move(block));
      return blocks.back()->contents();
    }
    return {};
  };
  return compiler::Link(inputs_, options, find, out, report);
}

}  // namespace pith::command
