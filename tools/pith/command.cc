#include "tools/pith/command.h"

#include <cstdio>

#include "absl/strings/str_cat.h"

namespace pith::command {

int ExitCode(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return 0;
    case absl::StatusCode::kInvalidArgument:
      return 1;
    case absl::StatusCode::kFailedPrecondition:
    case absl::StatusCode::kUnimplemented:
      return 2;
    default:
      return 3;
  }
}

absl::Status UsageError(absl::string_view message) { return absl::FailedPreconditionError(message); }

void Warn(absl::string_view message) {
  const std::string line = absl::StrCat("pith: ", message, "\n");
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void AddIndexArguments(CLI::App* verb, IndexArguments* out, bool with_doc) {
  verb->add_option("INDEX", out->index, "An index made by pith compile")->required();
  if (with_doc) verb->add_option("--doc", out->doc, "Only the article of this id");
  verb->add_flag("--json", out->json, "One JSON object a line");
}

}  // namespace pith::command
