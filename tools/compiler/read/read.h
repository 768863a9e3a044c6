// The first stage. Comes in: the bytes of an input file. Goes out: its articles, with their text byte for byte.
// Used by the command and by trainers. Reading is strict: bytes that are not clean UTF-8 text are an error that says
// where, and nothing is guessed unless `auto_encoding` asks for it.

#ifndef PITH_TOOLS_COMPILER_READ_READ_H_
#define PITH_TOOLS_COMPILER_READ_READ_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/read/article_collector.h"
#include "tools/compiler/read/formats.h"

namespace pith::compiler {

struct ReadOptions {
  const Format* from = nullptr;  // null: by FormatOf
  std::string date;              // YYYY-MM-DD for articles that do not say theirs, or empty
  std::string id;                // of an article whose format tells none; empty: the name of its file
  bool auto_encoding = false;    // detect UTF-8, UTF-16 (by its mark) and windows-1252, and convert
  bool keep_going = false;       // leave bad articles out and go on
};

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
