// Writing an index, after which nothing is left to find out: engine/format/records.h draws the layout.
// Comes in: the parts of articles, each from WritePart. Goes out: the bytes of the file.
// Used by the command's verbs, trainers and tests. Nothing in this folder includes a stage.

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

// An article of the index to write.
struct PartInput {
  std::string id;
  std::string bytes;  // from WritePart
};

// The whole file. Articles keep their order. `language_block` is the block that the parts were written with; the file
// holds it with `embed_language`, and otherwise only names it. `threshold` is the confidence, in ten-thousandths, below
// which an answer is left out unless the caller says otherwise; without one, it is as the block has learned it.
// `vectors` has those of all words that the reader's model knows (Models::word_vectors); the file gets those that its
// words need and the block lacks. O(bytes + terms * log terms). Errors: InvalidArgument for two articles of one id,
// more than kMaxArticles, a damaged part or language block.
absl::StatusOr<std::string> WriteIndex(const std::vector<PartInput>& parts, absl::string_view language_block,
                                       bool embed_language, const WordVectors& vectors,
                                       std::optional<uint16_t> threshold = std::nullopt);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_
