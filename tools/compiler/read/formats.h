// The formats of input files. To add one, write its reader in a file of this folder and add a row to formats.cc.

#ifndef PITH_TOOLS_COMPILER_READ_FORMATS_H_
#define PITH_TOOLS_COMPILER_READ_FORMATS_H_

#include <string>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "tools/compiler/read/article_collector.h"

namespace pith::compiler {

// One input.
struct Input {
  std::string shown;           // its path as shown in messages ("standard input" for "-")
  std::string id;              // for formats that have none of their own
  absl::string_view contents;  // its bytes, of a text in UTF-8 without a byte order mark; none of a format `by_path`
  std::string default_date;    // for articles that do not state theirs
  std::string path;            // as it was given
  std::string folder_id;       // its id where it is a file of a folder that was given, else empty
};

struct Format {
  absl::string_view name;   // as in --from: "jsonl"
  absl::string_view title;  // as shown in messages: "JSONL"
  absl::Span<const absl::string_view> extensions;
  // Adds the input's articles, until the collector says stop. Null if the format is known only in order to refuse it,
  // rather than misread it as plain text.
  void (*read)(const Input& input, ArticleCollector* articles);
  // The encoding that the bytes of an input say they are in, or ""; null if the format never says.
  absl::string_view (*declared_encoding)(absl::string_view contents) = nullptr;
  bool binary = false;   // no text, so never converted
  bool by_path = false;  // read from the file itself, which may be larger than memory
};

// All formats.
absl::Span<const Format> Formats();

// The format with that name, which must be one of Formats().
const Format& FormatNamed(absl::string_view name);

// The format of the input at `path`, by its file extension; for standard input ("-"), by the first character that is
// not white space: JSONL if it is a '{', JSON if it is a '[' before a '{', HTML if it is "<html" or "<!doctype html".
// EPUB if it begins as a ZIP archive. Otherwise plain text.
const Format& FormatOf(absl::string_view path, absl::string_view contents);

// The format that the file's extension stands for; null if it stands for none.
const Format* FormatByExtension(absl::string_view path);

// The name of the file at `path`, without folder and extension; "stdin" for "-".
std::string IdOf(absl::string_view path);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_FORMATS_H_
