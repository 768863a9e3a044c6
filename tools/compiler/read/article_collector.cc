#include "tools/compiler/read/article_collector.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {

bool ArticleCollector::Add(const std::string& where, absl::StatusOr<Article> article) {
  absl::Status status = article.status();
  if (status.ok()) {
    const auto [it, is_new] = origins_->emplace(article->id, where);
    if (is_new) {
      if (take_) error_ = take_(&*article);
      if (!error_.ok()) return false;
      articles_.push_back(*std::move(article));
      return true;
    }
    status = absl::InvalidArgumentError(absl::StrCat("the id \"", article->id, "\" is taken by ", it->second));
  }
  if (keep_going_) {
    problems_->push_back({where, absl::StrCat(where, ": ", status.message())});
    return true;
  }
  error_ = Prefixed(where, status);
  return false;
}

absl::StatusOr<std::vector<Article>> ArticleCollector::Finish() {
  if (!error_.ok()) return error_;
  return std::move(articles_);
}

}  // namespace pith::compiler
