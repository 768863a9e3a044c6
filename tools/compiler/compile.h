// In: articles. Out: their analyses, and the objects of which an index is linked. Runs all stages in order.
// Who may use it: the command, the trainers and the tests. No stage includes this header.

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
#include "tools/compiler/objects/object_file.h"
#include "tools/compiler/objects/text_shelf.h"
#include "tools/compiler/output.h"
#include "tools/compiler/workers/workers.h"
#include "tools/compiler/write/index_writer.h"

namespace pith::compiler {

// Everything that the stages find in one article. Depends on the arguments alone. Nearly linear in the text's size.
Analysis Analyze(Article article, const Models& models, const Language& language);

// Leaves in an analysis what searches, titles and summaries need.
void KeepForSearch(Analysis* analysis);

// The part of an article: the output of WritePart, plus the suggestions that the engine answers from it. Tries at most
// kMaxSuggestions questions. Errors are those of WritePart. `vectors` is as in WriteIndex.
// The analysis goes before the engine is asked, so that no article needs the memory of both.
absl::StatusOr<std::string> CompilePart(Analysis analysis, const Language& language, const WordVectors& vectors);

struct CompileOptions {
  WorkerOptions workers;             // a task is an article
  const TextShelf* shelf = nullptr;  // has the articles' texts; null: they have them themselves
  bool search_only = false;          // KeepForSearch
  // Stands for all that an article's object depends on but the article, so that objects of an earlier run are used
  // again. Empty: none are.
  std::string compiler;
  bool keep_going = false;                    // skip articles that fail; otherwise the first one's error is returned
  std::function<void(size_t done)> progress;  // gets the number of articles done, first of all those of an earlier run
};

// Appends the objects of `articles` to `objects`, in any order, and returns their places in the order of the articles;
// the objects are the same for any number of jobs. Each article is compiled in a worker process, so that even one at
// which the compiler crashes fails alone. With keep_going, articles that fail are missing from the result, and
// `problems` has them. Takes memory for one article a job, and for the articles' records without their texts.
absl::StatusOr<std::vector<ObjectPlace>> CompileArticles(const std::vector<Article>& articles, const Models& models,
                                                         const Language& language, const CompileOptions& options,
                                                         ObjectFile* objects, std::vector<Problem>* problems);

// Writes the index of the articles of these objects, in order: the same as linking them. `objects`: those of the file.
absl::Status JoinObjects(const std::vector<ObjectPlace>& places, const Language& language, bool embed_language,
                         Bytes objects, Output* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_COMPILE_H_
