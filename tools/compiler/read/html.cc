#include "tools/compiler/read/html.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/markup/main_blocks.h"
#include "tools/compiler/markup/page_blocks.h"
#include "tools/compiler/markup/page_metadata.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"

namespace pith::compiler {
namespace {

// XML says so in its first bytes.
bool IsXhtml(absl::string_view html) { return absl::StartsWith(absl::StripLeadingAsciiWhitespace(html), "<?xml"); }

}  // namespace

absl::StatusOr<Article> ReadPage(absl::string_view html, std::string id, const std::string& default_date) {
  if (absl::Status status = CheckText(html); !status.ok()) return status;
  const absl::StatusOr<Document> page = Document::Parse(html, IsXhtml(html));
  if (!page.ok()) return page.status();
  PageMetadata metadata = ReadMetadata(*page);
  Article article;
  article.id = std::move(id);
  JoinBlocks(MainBlocks(*page, metadata.title), &article);
  if (article.blocks.empty()) return absl::NotFoundError("a page without text (scripts may make it; they are not run)");
  article.title = std::move(metadata.title);
  article.date = metadata.date.empty() ? default_date : std::move(metadata.date);
  article.lang = std::move(metadata.language);
  article.url = std::move(metadata.url);
  article.author = std::move(metadata.author);
  if (absl::Status status = CheckArticle(article); !status.ok()) return status;
  return article;
}

void ReadHtml(const Input& input, ArticleCollector* articles) {
  absl::StatusOr<Article> article = ReadPage(input.contents, input.id, input.default_date);
  if (absl::IsNotFound(article.status())) article = absl::InvalidArgumentError(article.status().message());
  articles->Add(input.shown, std::move(article));
}

}  // namespace pith::compiler
