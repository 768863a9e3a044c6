// Index files, linked with the language blocks of the data folder.

#ifndef PITH_TOOLS_PITH_LINK_FILES_H_
#define PITH_TOOLS_PITH_LINK_FILES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "tools/compiler/link/link.h"
#include "tools/compiler/output.h"
#include "tools/pith/mapped_file.h"

namespace pith::command {

class LinkFiles {
 public:
  // Opens the files at these paths; "-" is standard input.
  static absl::StatusOr<LinkFiles> Open(const std::vector<std::string>& paths);

  // compiler::Link of them all, in order.
  absl::Status Link(const compiler::LinkOptions& options, compiler::Output* out, compiler::LinkReport* report) const;

 private:
  std::vector<std::unique_ptr<MappedFile>> files_;
  std::vector<compiler::LinkInput> inputs_;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_LINK_FILES_H_
