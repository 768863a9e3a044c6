// JSONL: one article per line, a JSON object with "id", "text" and optionally "title", "date", "url", "lang",
// "aliases", "tags", "author", "licence", "image" and "meta".

#ifndef PITH_TOOLS_COMPILER_READ_JSONL_H_
#define PITH_TOOLS_COMPILER_READ_JSONL_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/read/formats.h"

namespace pith::compiler {

// Reads each line that is not blank as an article. Messages name the line.
void ReadJsonl(const Input& input, ArticleCollector* articles);

// Whether an article may have this id: 1 to 1,024 bytes, none of them a control character. Otherwise InvalidArgument.
absl::Status CheckArticleId(absl::string_view id);

// One article from `json`, an object. InvalidArgument for what is no such object.
absl::StatusOr<Article> ReadRecord(absl::string_view json, const std::string& default_date);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_JSONL_H_
