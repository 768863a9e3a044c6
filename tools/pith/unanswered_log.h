// The questions that got no answer, kept in a file for an editor to read.

#ifndef PITH_TOOLS_PITH_UNANSWERED_LOG_H_
#define PITH_TOOLS_PITH_UNANSWERED_LOG_H_

#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/pith/json.h"

namespace pith::command {

// A line of the file is a question as `ask --questions` and `test` take it: {"id", "question", "doc"?, "answers": [],
// "asked"}; `asked` is the time in UTC. Lines are only ever added, each whole, so processes may share the file.
class UnansweredLog {
 public:
  // Opens the file, which is made where there is none. Wrong usage if it holds anything else; the other errors are
  // those of the system.
  static absl::StatusOr<UnansweredLog> Open(const std::string& path);

  // `id` may be null: then the time and a number stand for it.
  absl::Status Add(const Json& id, absl::string_view question, absl::string_view doc);

 private:
  UnansweredLog(std::string path, FILE* file) : path_(std::move(path)), file_(file, &fclose) {}

  std::string path_;
  std::unique_ptr<FILE, int (*)(FILE*)> file_;
  size_t added_ = 0;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_UNANSWERED_LOG_H_
