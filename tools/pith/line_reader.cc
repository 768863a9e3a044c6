#include "tools/pith/line_reader.h"

#include <cerrno>
#include <cstring>

#include "absl/strings/str_cat.h"

namespace pith::command {
namespace {

constexpr size_t kMaxLineBytes = 64u << 20;

}  // namespace

absl::StatusOr<bool> LineReader::Next(std::string* line) {
  ++number_;
  line->clear();
  for (int c; (c = getc_unlocked(file_)) != EOF;) {
    if (c == '\n') return true;
    if (line->size() == kMaxLineBytes) {
      return absl::InvalidArgumentError(absl::StrCat("longer than ", kMaxLineBytes, " bytes"));
    }
    line->push_back(static_cast<char>(c));
  }
  if (std::ferror(file_) != 0) return absl::UnavailableError(absl::StrCat("cannot read: ", std::strerror(errno)));
  return !line->empty();
}

}  // namespace pith::command
