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

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"

namespace pith::command {
namespace {

constexpr size_t kLeastColumns = 20;  // narrower terminals scroll sideways
constexpr size_t kHangingIndent = 4;  // of text below a wide gutter
constexpr char kStyleOff[] = "\033[0m";
constexpr char kReplacement[] = "\xEF\xBF\xBD";  // U+FFFD

Color chosen_color = Color::kAuto;
int write_error = 0;  // errno of the first write that failed

bool OnTerminal() {
  static const bool on_terminal = isatty(STDOUT_FILENO) == 1;
  return on_terminal;
}

bool Colored() {
  static const bool welcome = [] {
    const char* no_color = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return OnTerminal() && (no_color == nullptr || *no_color == '\0') &&
           (terminal == nullptr || std::strcmp(terminal, "dumb") != 0);
  }();
  return chosen_color == Color::kAuto ? welcome : chosen_color == Color::kAlways;
}

// The terminal's width; where there is none, lines are as long as they are.
size_t PageColumns() {
  static const size_t columns = [] {
    winsize size;
    uint32_t set = 0;
    const char* variable = std::getenv("COLUMNS");
    if (variable != nullptr && absl::SimpleAtoi(variable, &set) && set > 0) return std::max<size_t>(set, kLeastColumns);
    if (OnTerminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
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
  int32_t code = -1;  // -1: not UTF-8
  bool space = false;
  bool hidden = false;  // a control or bidirectional character, or no character: shown as U+FFFD
};

// What turns the direction of the text around it: the marks, embeddings, overrides and isolates.
bool IsBidirectional(int32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

Shown At(absl::string_view text) {
  if (text[0] >= ' ' && text[0] <= '~') return {1, 1, text[0], text[0] == ' ', false};
  utf8proc_int32_t code = 0;
  const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &code);
  Shown shown;
  shown.hidden = true;
  if (size <= 0) return shown;
  shown.bytes = static_cast<size_t>(size);
  shown.code = code;
  shown.space = code == ' ' || (code >= '\t' && code <= '\r') || code == 0x2028 || code == 0x2029;
  shown.hidden = utf8proc_category(code) == UTF8PROC_CATEGORY_CC || IsBidirectional(code);
  if (!shown.hidden) shown.columns = static_cast<size_t>(std::max(utf8proc_charwidth(code), 0));
  return shown;
}

// `text` with `replace(shown)` for each character that is hidden and not in `kept`.
template <typename Replace>
std::string Replaced(absl::string_view text, absl::string_view kept, const Replace& replace) {
  std::string out;
  size_t copied = 0;
  for (size_t at = 0; at < text.size();) {
    const Shown shown = At(text.substr(at));
    if (shown.hidden && !absl::StrContains(kept, text.substr(at, shown.bytes))) {
      absl::StrAppend(&out, text.substr(copied, at - copied), replace(shown));
      copied = at + shown.bytes;
    }
    at += shown.bytes;
  }
  absl::StrAppend(&out, text.substr(copied));
  return out;
}

std::string Replacement(const Shown&) { return kReplacement; }

void Write(absl::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) < text.size() && write_error == 0) write_error = errno;
}

// Where the next word of `text` from `at` on ends, and the columns that it takes: no more than `most`.
size_t WordEnd(absl::string_view text, size_t at, size_t most, size_t* columns) {
  *columns = 0;
  while (at < text.size()) {
    const Shown shown = At(text.substr(at));
    if (shown.space || (*columns > 0 && *columns + shown.columns > most)) break;
    *columns += shown.columns;
    at += shown.bytes;
  }
  return at;
}

}  // namespace

void SetColor(Color color) { chosen_color = color; }

void Print(absl::string_view text) {
  if (!OnTerminal()) return Write(text);
  Write(Replaced(absl::StrReplaceAll(text, {{"\r\n", "\n"}}), "\n\t", Replacement));
}

std::string Visible(absl::string_view text) { return Replaced(text, "", Replacement); }

std::string EscapedJson(absl::string_view json) {
  return Replaced(json, "", [](const Shown& shown) { return absl::StrFormat("\\u%04x", shown.code); });
}

absl::Status FlushPage() {
  errno = 0;
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return absl::OkStatus();
  const int flush_error = errno != 0 ? errno : EIO;
  const int error = write_error != 0 ? write_error : flush_error;
  const std::string message = absl::StrCat("cannot write to standard output: ", std::strerror(error));
  return error == ENOSPC ? absl::ResourceExhaustedError(message) : absl::UnavailableError(message);
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
  const size_t width = PageColumns();
  size_t indent = Columns(gutter);
  std::string out = Visible(gutter);
  if (indent > width / 2) {
    PrintWrapped("", gutter);
    indent = kHangingIndent;
    out.assign(indent, ' ');
  }
  const absl::string_view on = StyleOn(style), strong_on = StyleOn(Style::kStrong);
  const absl::string_view off = Colored() ? kStyleOff : "";
  absl::StrAppend(&out, on);
  size_t column = indent;
  size_t at = 0;
  bool strong = false, first = true, parted = false;  // parted: white space came before
  while (at < text.size()) {
    size_t columns = 0;
    const size_t end = WordEnd(text, at, width - indent, &columns);
    if (end == at) {
      at += At(text.substr(at)).bytes;
      parted = true;
      continue;
    }
    const size_t gap = !first && parted ? 1 : 0;
    if (!first && column + gap + columns > width) {
      absl::StrAppend(&out, strong ? off : "", "\n", std::string(indent, ' '), strong ? strong_on : "");
      column = indent;
    } else {
      out.append(gap, ' ');
      column += gap;
    }
    first = parted = false;
    column += columns;
    while (at < end) {
      if (!strong && at >= strong_begin && at < strong_end) {
        absl::StrAppend(&out, strong_on);
        strong = true;
      }
      const Shown shown = At(text.substr(at));
      absl::StrAppend(&out, shown.hidden ? kReplacement : text.substr(at, shown.bytes));
      at += shown.bytes;
      if (strong && at >= strong_end) {
        absl::StrAppend(&out, off, on);
        strong = false;
      }
    }
  }
  absl::StrAppend(&out, on.empty() && !strong ? "" : off, "\n");
  Write(out);
}

}  // namespace pith::command
