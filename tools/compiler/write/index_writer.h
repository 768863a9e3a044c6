// In: the parts of articles, each from WritePart. Out: the bytes of the index file, laid out as engine/format/records.h
// describes, so that readers need not compute anything more.
// Who may use it: the command's verbs, the trainers and the tests. Nothing in this folder includes a stage.

#ifndef PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_
#define PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/language/word_vectors.h"

namespace pith::compiler {

// An article to write into the index.
struct PartInput {
  std::string id;
  std::string bytes;  // from WritePart
};

// The whole file. Articles keep their order. `language_block` is the block that the parts were written with; the file
// contains it with `embed_language`, and otherwise only names it. `threshold` is the confidence, in ten-thousandths,
// below which an answer is withheld unless the caller says otherwise; without one, the block's learned threshold
// applies. `vectors` has the vectors of all words that the reader's model knows (Models::word_vectors); the file gets
// those that its words need and the block lacks. O(bytes + terms * log terms). InvalidArgument for two articles with
// the same id, more than kMaxArticles, or a damaged part or language block.
absl::StatusOr<std::string> WriteIndex(const std::vector<PartInput>& parts, absl::string_view language_block,
                                       bool embed_language, const WordVectors& vectors,
                                       std::optional<uint16_t> threshold = std::nullopt);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_
