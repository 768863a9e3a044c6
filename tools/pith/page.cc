#include "tools/pith/page.h"

#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace pith::command {
namespace {

constexpr size_t kLeastColumns = 40;  // narrower terminals scroll sideways
constexpr char kStyleOff[] = "\033[0m";

bool Colored() {
  static const bool colored = [] {
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return isatty(STDOUT_FILENO) == 1 && (no_color == nullptr || *no_color == '\0') &&
           (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
  }();
  return colored;
}

// The terminal's width; where there is none, lines are as long as they are.
size_t PageColumns() {
  static const size_t columns = [] {
    winsize size;
    uint32_t set = 0;
    const char* variable = std::getenv("COLUMNS");
    if (variable != nullptr && absl::SimpleAtoi(variable, &set) && set > 0) return std::max<size_t>(set, kLeastColumns);
    if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
      return std::max<size_t>(size.ws_col, kLeastColumns);
    }
    return std::numeric_limits<size_t>::max();
  }();
  return columns;
}

absl::string_view StyleOn(Style style) {
  if (!Colored()) return "";
  switch (style) {
    case Style::kStrong:
      return "\033[1;4m";
    case Style::kFaint:
      return "\033[2m";
    default:
      return "";
  }
}

// One character of a text as it is shown.
struct Shown {
  size_t bytes = 1;
  size_t columns = 1;
  bool space = false;
  bool control = false;  // shown as U+FFFD
};

Shown At(absl::string_view text) {
  utf8proc_int32_t code = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &code);
  Shown shown;
  if (size <= 0) {
    shown.control = true;
    return shown;
  }
  shown.bytes = static_cast<size_t>(size);
  shown.space = code == ' ' || (code >= '\t' && code <= '\r') || code == 0x2028 || code == 0x2029;
  shown.control = !shown.space && utf8proc_category(code) == UTF8PROC_CATEGORY_CC;
  if (!shown.control) shown.columns = static_cast<size_t>(std::max(utf8proc_charwidth(code), 0));
  return shown;
}

}  // namespace

void Print(absl::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

absl::Status FlushPage() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return absl::OkStatus();
  const std::string message = absl::StrCat("cannot write to standard output: ", std::strerror(errno ? errno : EIO));
  return errno == ENOSPC ? absl::ResourceExhaustedError(message) : absl::UnavailableError(message);
}

std::string Styled(Style style, absl::string_view text) {
  const absl::string_view on = StyleOn(style);
  return on.empty() ? std::string(text) : absl::StrCat(on, text, kStyleOff);
}

size_t Columns(absl::string_view text) {
  size_t columns = 0;
  while (!text.empty()) {
    const Shown shown = At(text);
    columns += shown.columns;
    text.remove_prefix(shown.bytes);
  }
  return columns;
}

std::string Padded(absl::string_view text, size_t columns) {
  const size_t width = Columns(text);
  return absl::StrCat(text, std::string(columns > width ? columns - width : 0, ' '));
}

void PrintWrapped(absl::string_view gutter, absl::string_view text, Style style, size_t strong_begin,
                  size_t strong_end) {
  const size_t indent = Columns(gutter);
  const absl::string_view on = StyleOn(style), strong_on = StyleOn(Style::kStrong);
  const absl::string_view off = Colored() ? kStyleOff : "";
  std::string out = absl::StrCat(gutter, on);
  size_t column = indent;
  size_t at = 0;
  bool strong = false, first = true;
  while (at < text.size()) {
    // The next word: its bytes, and how it looks.
    size_t end = at, columns = 0;
    while (end < text.size()) {
      const Shown shown = At(text.substr(end));
      if (shown.space) break;
      columns += shown.columns;
      end += shown.bytes;
    }
    if (end == at) {
      at += At(text.substr(at)).bytes;
      continue;
    }
    if (!first && column + 1 + columns > PageColumns()) {
      absl::StrAppend(&out, strong ? off : "", "\n", std::string(indent, ' '), strong ? strong_on : "");
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    first = false;
    column += columns;
    while (at < end) {
      if (!strong && at >= strong_begin && at < strong_end) {
        absl::StrAppend(&out, strong_on);
        strong = true;
      }
      const Shown shown = At(text.substr(at));
      absl::StrAppend(&out, shown.control ? "\xEF\xBF\xBD" : text.substr(at, shown.bytes));
      at += shown.bytes;
      if (strong && at >= strong_end) {
        absl::StrAppend(&out, off, on);
        strong = false;
      }
    }
  }
  absl::StrAppend(&out, on.empty() && !strong ? "" : off, "\n");
  Print(out);
}

}  // namespace pith::command
