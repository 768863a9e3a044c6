#include "tools/compiler/read/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/markup/heading_slugs.h"
#include "tools/compiler/markup/page_blocks.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/front_matter.h"

namespace pith::compiler {
namespace {

// Markdown as HTML. HTML within stays as it is.
std::string ToHtml(absl::string_view markdown) {
  struct Deleter {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_node* node) const { cmark_node_free(node); }
  };
  cmark_gfm_core_extensions_ensure_registered();
  constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
  const std::unique_ptr<cmark_parser, Deleter> parser(cmark_parser_new(kOptions));
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, Deleter> root(cmark_parser_finish(parser.get()));
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(root.get(), kOptions, cmark_parser_get_syntax_extensions(parser.get())), &std::free);
  return html.get();
}

absl::Status TooLarge(uint64_t bytes) {
  return absl::InvalidArgumentError(
      absl::StrCat("Markdown of ", bytes, " bytes; the limit is ", uint64_t{kMaxPageBytes}));
}

absl::StatusOr<Article> MarkdownArticle(const Input& input) {
  if (absl::Status status = CheckText(input.contents); !status.ok()) return status;
  absl::string_view markdown = input.contents;
  Article article;
  article.id = input.id;
  if (absl::Status status = TakeFrontMatter(&markdown, &article); !status.ok()) return status;
  if (absl::Status status = CheckProperties(&article); !status.ok()) return status;
  if (markdown.size() > kMaxPageBytes) return TooLarge(markdown.size());
  const std::string html = ToHtml(markdown);
  const absl::StatusOr<Document> page = Document::Parse(html, false);
  if (!page.ok()) return page.status();
  std::vector<PageBlock> blocks = FindBlocks(*page, std::vector<bool>(page->size()));
  HeadingSlugs slugs;
  for (PageBlock& block : blocks) {
    if (block.kind == BlockKind::kHeading && block.anchor.empty()) block.anchor = slugs.Next(block.text);
  }

  const bool headed = !blocks.empty() && blocks[0].kind == BlockKind::kHeading && blocks[0].level == 1;
  if (article.title.empty() && headed) article.title = blocks[0].text;
  if (headed && blocks[0].text == article.title) blocks.erase(blocks.begin());
  if (article.date.empty()) article.date = input.default_date;
  JoinBlocks(blocks, &article);
  if (absl::Status status = CheckArticle(article); !status.ok()) return status;
  return article;
}

}  // namespace

void ReadMarkdown(const Input& input, ArticleCollector* articles) {
  articles->Add(input.shown, MarkdownArticle(input));
}

}  // namespace pith::compiler
