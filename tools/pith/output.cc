#include "tools/pith/output.h"

#include <sys/stat.h>
#include <unistd.h>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "engine/format/records.h"
#include "tools/compiler/read/files.h"
#include "tools/pith/messages.h"

namespace pith::command {

absl::string_view IndexBeginning() { return {reinterpret_cast<const char*>(kMagic), sizeof kMagic}; }

bool BeginsAsIndex(absl::string_view bytes) { return absl::StartsWith(bytes, IndexBeginning()); }

bool IsIndex(const std::string& path) {
  struct stat info;
  if (stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return false;  // opening a pipe would wait
  const absl::StatusOr<std::string> head = compiler::ReadBeginning(path, sizeof kMagic);
  return head.ok() && BeginsAsIndex(*head);
}

absl::Status CheckOutput(const std::string& path, const std::vector<std::string>& inputs) {
  if (path == "-") {
    if (isatty(STDOUT_FILENO) != 1) return absl::OkStatus();
    return UsageError("-o -: an index is not for a terminal; name a file, or send it on through a pipe");
  }
  struct stat output;
  if (stat(path.c_str(), &output) != 0 || !S_ISREG(output.st_mode)) return absl::OkStatus();
  const auto is_output = [&output](const std::string& input) {
    struct stat info;
    return stat(input.c_str(), &info) == 0 && info.st_dev == output.st_dev && info.st_ino == output.st_ino;
  };
  if (absl::c_any_of(inputs, is_output)) {
    return UsageError(absl::StrCat(path, ": is one of the inputs, which --force would overwrite; name another file"));
  }
  if (output.st_size == 0) return absl::OkStatus();
  const absl::StatusOr<std::string> head = compiler::ReadBeginning(path, sizeof kMagic);
  if (absl::IsNotFound(head.status())) return absl::OkStatus();  // gone meanwhile: nothing would be overwritten
  if (!head.ok()) return head.status();
  if (BeginsAsIndex(*head)) return absl::OkStatus();
  return UsageError(absl::StrCat(path, ": exists and is no index; --force overwrites it"));
}

}  // namespace pith::command
