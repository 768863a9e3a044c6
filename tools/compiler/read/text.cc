#include "tools/compiler/read/text.h"

#include "absl/status/status.h"
#include "tools/compiler/read/article_text.h"

namespace pith::compiler {
namespace {

absl::StatusOr<Article> ArticleOf(const Input& input) {
  Article article;
  article.id = input.id;
  if (absl::Status status = FillText(input.contents, input.default_date, &article); !status.ok()) return status;
  return article;
}

}  // namespace

void ReadText(const Input& input, ArticleCollector* articles) { articles->Add(input.shown, ArticleOf(input)); }

}  // namespace pith::compiler
