#include "tools/pith/messages.h"

#include <cstdio>
#include <string>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/json.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

bool json_messages = false;

void PrintLine(absl::string_view text) {
  const std::string line = absl::StrCat(text, "\n");
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void UseJsonMessages() { json_messages = true; }

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
  if (json_messages) {
    PrintLine(JsonLine({{"warning", {{"message", String(message)}}}}));
  } else {
    PrintLine(absl::StrCat("pith: warning: ", Visible(message)));
  }
}

void PrintError(const absl::Status& status, absl::string_view hint) {
  if (!json_messages) {
    PrintLine(absl::StrCat("pith: ", Visible(status.message())));
    if (!hint.empty()) PrintLine(absl::StrCat("  ", Visible(hint)));
    return;
  }
  Json error;
  error["exit"] = ExitCode(status);
  error["message"] = String(status.message());
  const compiler::Place place = compiler::PlaceOf(status);
  if (place.file.has_value()) error["file"] = *place.file;
  if (place.line.has_value()) error["line"] = *place.line;
  if (place.byte.has_value()) error["byte"] = *place.byte;
  PrintLine(JsonLine({{"error", std::move(error)}}));
}

}  // namespace pith::command
