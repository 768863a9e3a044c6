// The first stage: files of plain text and JSONL become articles. Reading is strict: what is not clean UTF-8 text is an
// error that says where, never a guess (unless `auto_encoding` asks for one).

#ifndef PITH_TOOLS_COMPILER_READ_READ_H_
#define PITH_TOOLS_COMPILER_READ_READ_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// What the input is. kAuto goes by the name's extension (.jsonl, .ndjson: JSONL; .md, .html, .epub, .zim: those; others
// plain text) and, for standard input ("-"), by a first byte '{'.
enum class Format { kAuto, kText, kMarkdown, kHtml, kEpub, kJsonl, kZim };

struct ReadOptions {
  Format from = Format::kAuto;
  std::string date;            // YYYY-MM-DD for articles that do not say theirs, or empty
  bool auto_encoding = false;  // detect UTF-8, UTF-16 (by its mark) and windows-1252, and convert
  bool keep_going = false;     // leave bad articles out and go on
};

// Where each article id was first read ("news.jsonl:12"). Shared between the inputs of one run, it finds ids given
// twice.
using Origins = absl::flat_hash_map<std::string, std::string>;

// The articles of one input. `path` names it in messages and, for plain text, gives the id: the name without folder and
// extension ("stdin" for "-"). `contents` are its bytes.
//
// A leading `date YYYY-MM-DD`, as news wires write it, becomes Article::date and is taken off the text together with
// the white space around it; a JSONL record's `date` goes before it, and both go before `options.date`. A byte order
// mark is taken off; every other byte is kept.
//
// Errors are kInvalidArgument and name the file and line, or the byte counted from 0. With `keep_going` the result
// holds the good articles and `problems` a line for each one left out. O(size).
absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<std::string>* problems,
                                                  Origins* origins);

// The same for a run of one input.
absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<std::string>* problems);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_READ_H_
