// In: the bytes of an input file (of ZIM, its path). Out: its articles; plain text and JSON keep theirs byte for byte.
// This is the first stage.
// Who may use it: the command and the trainers.
//
// Reading is strict: bytes that are not clean UTF-8 text, nor in an encoding that they declare, are an error that says
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
  const Format* from = nullptr;               // null: chosen by FormatOf
  std::string date;                           // YYYY-MM-DD, for articles that do not state theirs; or empty
  std::string id;                             // for an article whose format has none; empty: the name of its file
  bool auto_encoding = false;                 // detect other encodings and convert
  bool keep_going = false;                    // skip bad articles and go on
  std::vector<std::string>* notes = nullptr;  // gets a line for each input that was converted; may be null
  TakeArticle take;                           // may be empty
};

// The articles of one input, whose bytes are `contents`. `path` names it in messages and, for formats of one article,
// gives the id:
// the name without folder and extension ("stdin" for "-").
//
// A leading `date YYYY-MM-DD`, as news wires write it, becomes Article::date and is removed from the text, together
// with the white space around it. A JSONL record's `date` takes precedence over it, and both take precedence over
// `options.date`. A byte order mark is removed; every other byte of plain text and JSON is kept.
//
// Errors are kInvalidArgument and name the file and line, or the byte, counted from 0. With `keep_going`, the result
// holds the good articles, and `problems` the ones skipped. O(size).
absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<Problem>* problems,
                                                  Origins* origins);

// The same, for a run with only one input.
absl::StatusOr<std::vector<Article>> ReadArticles(const std::string& path, absl::string_view contents,
                                                  const ReadOptions& options, std::vector<Problem>* problems);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_READ_H_
