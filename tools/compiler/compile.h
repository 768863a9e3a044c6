// The compiler: all stages in their order. Comes in: articles. Goes out: analyses, and parts of an index.
// Used by the command, trainers and tests. No stage includes this header.

#ifndef PITH_TOOLS_COMPILER_COMPILE_H_
#define PITH_TOOLS_COMPILER_COMPILE_H_

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/write/index_writer.h"

namespace pith::compiler {

// Everything that the stages find in one article. Depends on nothing but the arguments. Near linear in the text.
Analysis Analyze(Article article, const Models& models, const Language& language);

// The warning about an article whose Analysis says that it is foreign.
std::string ForeignWarning(absl::string_view id);

// The part of an article: WritePart, and the suggestions that the engine answers from it. At most kMaxSuggestions
// questions are asked. Errors are those of WritePart. `vectors`: as of WriteIndex.
absl::StatusOr<std::string> CompilePart(const Analysis& analysis, const Language& language, const WordVectors& vectors);

struct CompileOptions {
  int jobs = 1;             // threads
  bool keep_going = false;  // leave out an article that cannot be written, else the first in order ends it
  std::function<void(size_t done)> progress;     // told of the articles done, by one thread at a time; may be empty
  std::vector<std::string>* warnings = nullptr;  // receives warnings in the articles' order
};

// The parts of `articles` in their order, the same for any number of jobs. With keep_going the result lacks the bad
// ones, and `problems` has a line for each.
absl::StatusOr<std::vector<PartInput>> CompileArticles(std::vector<Article> articles, const Models& models,
                                                       const Language& language, const CompileOptions& options,
                                                       std::vector<std::string>* problems);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_COMPILE_H_
