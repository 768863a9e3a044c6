#include "tools/pith/unanswered_log.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/messages.h"

namespace pith::command {
namespace {

absl::Status LogError(const char* what, const std::string& path) {
  const std::string message = absl::StrCat(path, ": ", what, ": ", std::strerror(errno));
  const bool full = errno == ENOSPC || errno == EDQUOT;
  return compiler::AtFile(full ? absl::ResourceExhaustedError(message) : absl::UnavailableError(message), path);
}

}  // namespace

absl::StatusOr<UnansweredLog> UnansweredLog::Open(const std::string& path) {
  struct stat info;
  if (stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
    const absl::StatusOr<std::string> head = compiler::ReadBeginning(path, 1);
    if (head.ok() && *head != "{") return UsageError(absl::StrCat("--log: ", path, ": exists and is no such log"));
  }
  FILE* file = std::fopen(path.c_str(), "ae");
  if (file == nullptr) return LogError("cannot open", path);
  return UnansweredLog(path, file);
}

absl::Status UnansweredLog::Add(const Json& id, absl::string_view question, absl::string_view doc) {
  const std::string now = absl::FormatTime(absl::RFC3339_sec, absl::Now(), absl::UTCTimeZone());
  Json line;
  line["id"] = id.is_null() ? Json(absl::StrCat(now, "/", ++added_)) : id;
  line["question"] = String(question);
  if (!doc.empty()) line["doc"] = String(doc);
  line["answers"] = Json::array();
  line["asked"] = now;
  const std::string text = absl::StrCat(JsonLine(line), "\n");
  // Flushed at once, so that the line reaches the file in one piece.
  const bool written = std::fwrite(text.data(), 1, text.size(), file_.get()) == text.size();
  return written && std::fflush(file_.get()) == 0 ? absl::OkStatus() : LogError("cannot write", path_);
}

}  // namespace pith::command
