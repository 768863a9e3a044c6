// The formats of input files. To add one, write its reader in a file of this folder and add a row to formats.cc.

#ifndef PITH_TOOLS_COMPILER_READ_FORMATS_H_
#define PITH_TOOLS_COMPILER_READ_FORMATS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/compiler/read/article_collector.h"

namespace pith::compiler {

// One input: its path as in messages ("standard input" for "-"), its id for formats that do not tell one, its bytes in
// UTF-8 without a byte order mark, and the date of articles that do not say theirs.
struct Input {
  std::string shown;
  std::string id;
  absl::string_view contents;
  std::string default_date;
};

struct Format {
  absl::string_view name;   // as of --from: "jsonl"
  absl::string_view title;  // in messages: "JSONL"
  absl::Span<const absl::string_view> extensions;
  // Adds the input's articles, until the collector says stop. Null: the format is known only so that it is refused, and
  // not misread as plain text.
  void (*read)(const Input& input, ArticleCollector* articles);
};

// All formats.
absl::Span<const Format> Formats();

// The format of that name, which must be one of Formats().
const Format& FormatNamed(absl::string_view name);

// The format of the input at `path`, by the extension of its name; for standard input ("-") JSONL where the
// first character is a '{', JSON where it is a '[' before a '{'. Plain text where neither tells.
const Format& FormatOf(absl::string_view path, absl::string_view contents);

// The format that the extension of the file's name stands for; null for one that stands for none.
const Format* FormatByExtension(absl::string_view path);

// The name of the file at `path` without folder and extension; "stdin" for "-".
std::string IdOf(absl::string_view path);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_FORMATS_H_
