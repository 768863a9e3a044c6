#include "tools/pith/line_reader.h"

#include <cerrno>
#include <cstring>

#include "absl/status/statusor.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"

namespace pith::command {
namespace {

constexpr size_t kMaxLineBytes = 64u << 20;

// Whether there was a line, which goes to *line without its end.
absl::StatusOr<bool> ReadLine(FILE* file, std::string* line) {
  line->clear();
  for (int c; (c = getc_unlocked(file)) != EOF;) {
    if (c == '\n') return true;
    if (line->size() == kMaxLineBytes) {
      return absl::InvalidArgumentError(absl::StrCat("longer than ", kMaxLineBytes, " bytes"));
    }
    line->push_back(static_cast<char>(c));
  }
  if (std::ferror(file) != 0) return absl::UnavailableError(absl::StrCat("cannot read: ", std::strerror(errno)));
  return !line->empty();
}

}  // namespace

absl::Status ForEachLineOf(FILE* file, const std::string& path,
                           const std::function<absl::Status(const std::string& line, uint64_t number)>& action) {
  std::string line;
  for (uint64_t number = 1;; ++number) {
    const absl::StatusOr<bool> more = ReadLine(file, &line);
    if (!more.ok()) return InLine(path, number, more.status());
    if (!*more) return absl::OkStatus();
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    if (absl::Status status = action(line, number); !status.ok()) return status;
  }
}

absl::Status InLine(const std::string& path, uint64_t number, const absl::Status& status) {
  const std::string place = absl::StrCat(NameOfFile(path), ": line ", number);
  return compiler::AtLine(compiler::AtFile(compiler::Prefixed(place, status), path), number);
}

std::string NameOfFile(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace pith::command
