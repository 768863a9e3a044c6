// One article through everything that Pith does with it.

#ifndef PITH_TESTS_CORPUS_TRY_ARTICLE_H_
#define PITH_TESTS_CORPUS_TRY_ARTICLE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"

namespace pith::testing {

struct Tried {
  size_t words = 0, questions = 0;
};

// Compiles the article alone, verifies the index, reads all that is in it and asks, searches, summarizes and looks up:
// with `questions`, with those that the index suggests, and with some that suit any text. An error says which promise
// is broken.
absl::StatusOr<Tried> TryArticle(const compiler::Article& article, const std::vector<std::string>& questions,
                                 const compiler::Models& models, const Language& language);

}  // namespace pith::testing

#endif  // PITH_TESTS_CORPUS_TRY_ARTICLE_H_
