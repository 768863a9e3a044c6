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

void PrintToError(absl::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

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
    PrintToError(absl::StrCat(JsonLine({{"warning", {{"message", String(message)}}}}), "\n"));
  } else {
    PrintToError(absl::StrCat("pith: warning: ", Visible(message), "\n"));
  }
}

std::string ErrorLine(const absl::Status& status, absl::string_view hint) {
  if (!json_messages) {
    std::string lines = absl::StrCat("pith: ", Visible(status.message()), "\n");
    if (!hint.empty()) absl::StrAppend(&lines, "  ", Visible(hint), "\n");
    return lines;
  }
  Json error;
  error["exit"] = ExitCode(status);
  error["message"] = String(status.message());
  const compiler::Place place = compiler::PlaceOf(status);
  if (place.file.has_value()) error["file"] = *place.file;
  if (place.line.has_value()) error["line"] = *place.line;
  if (place.byte.has_value()) error["byte"] = *place.byte;
  return absl::StrCat(JsonLine({{"error", std::move(error)}}), "\n");
}

void PrintError(const absl::Status& status, absl::string_view hint) { PrintToError(ErrorLine(status, hint)); }

}  // namespace pith::command
