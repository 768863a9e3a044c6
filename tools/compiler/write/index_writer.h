// Writing an index: an article's analysis becomes its part, parts become a file. engine/format/records.h draws the
// layout.

#ifndef PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_
#define PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/format/records.h"
#include "engine/language/language.h"
#include "engine/language/word_vectors.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The part of one article: a function of its analysis and the language block alone. O(size of the analysis * log).
// Errors name the article: InvalidArgument where it is beyond a limit of the format (too long a text, sentence or
// word), Internal where the analysis contradicts itself (a reference outside its table).
absl::StatusOr<std::string> WritePart(const Analysis& analysis, const Language& language);

// An article of the index to write.
struct PartInput {
  std::string id;
  std::string bytes;  // from WritePart
};

// The whole file. Articles keep their order. `language_block`: the block that the parts were written with, laid into
// the file with `embed_language` and only named otherwise. `threshold`: the confidence, in ten-thousandths, below which
// an answer is left out unless the caller says otherwise; none: as the block has learnt it. `vectors`: those of all
// words that the reader's model knows (Models::word_vectors), of which the file gets those that its words need and the
// block lacks. O(bytes + terms * log terms). Errors: InvalidArgument for two articles of one id, more than
// kMaxArticles, a damaged part or language block.
absl::StatusOr<std::string> WriteIndex(const std::vector<PartInput>& parts, absl::string_view language_block,
                                       bool embed_language, const WordVectors& vectors,
                                       std::optional<uint16_t> threshold = std::nullopt);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_INDEX_WRITER_H_
