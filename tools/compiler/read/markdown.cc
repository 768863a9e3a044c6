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
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/markup/heading_slugs.h"
#include "tools/compiler/markup/page_blocks.h"
#include "tools/compiler/markup/written_day.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"

namespace pith::compiler {
namespace {

// The front matter at the beginning of `text`, without the lines around it, which is then taken from there; "" if there
// is none.
absl::string_view TakeFrontMatter(absl::string_view* text) {
  for (const absl::string_view fence : {"---", "+++"}) {
    absl::string_view rest = *text;
    if (!absl::ConsumePrefix(&rest, fence)) continue;
    const size_t begin = rest.find('\n');
    if (begin == absl::string_view::npos || !absl::StripAsciiWhitespace(rest.substr(0, begin)).empty()) continue;
    for (size_t at = begin; at != absl::string_view::npos; at = rest.find('\n', at + 1)) {
      absl::string_view line = rest.substr(at + 1);
      line = absl::StripTrailingAsciiWhitespace(line.substr(0, line.find('\n')));
      if (line != fence && !(fence == "---" && line == "...")) continue;
      const size_t next = rest.find('\n', at + 1);
      *text = next == absl::string_view::npos ? absl::string_view() : rest.substr(next + 1);
      return rest.substr(begin + 1, at - begin);
    }
  }
  return "";
}

// The value of `name` on a line of its own, "title: The mill" or "title = "The mill""; "" if there is none.
std::string FieldOf(absl::string_view front_matter, absl::string_view name) {
  while (!front_matter.empty()) {
    const size_t end = front_matter.find('\n');
    absl::string_view line = front_matter.substr(0, end);
    front_matter.remove_prefix(end == absl::string_view::npos ? front_matter.size() : end + 1);
    if (!absl::ConsumePrefix(&line, name)) continue;
    line = absl::StripLeadingAsciiWhitespace(line);
    if (!absl::ConsumePrefix(&line, ":") && !absl::ConsumePrefix(&line, "=")) continue;
    line = absl::StripAsciiWhitespace(line);
    for (const absl::string_view quote : {"\"", "'"}) {
      if (line.size() >= 2 && absl::ConsumePrefix(&line, quote)) absl::ConsumeSuffix(&line, quote);
    }
    return std::string(line);
  }
  return "";
}

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
  const absl::string_view front_matter = TakeFrontMatter(&markdown);
  if (markdown.size() > kMaxPageBytes) return TooLarge(markdown.size());
  const std::string html = ToHtml(markdown);
  const absl::StatusOr<Document> page = Document::Parse(html, false);
  if (!page.ok()) return page.status();
  std::vector<PageBlock> blocks = FindBlocks(*page, std::vector<bool>(page->size()));
  HeadingSlugs slugs;
  for (PageBlock& block : blocks) {
    if (block.kind == BlockKind::kHeading && block.anchor.empty()) block.anchor = slugs.Next(block.text);
  }

  Article article;
  article.id = input.id;
  article.title = FieldOf(front_matter, "title");
  const bool headed = !blocks.empty() && blocks[0].kind == BlockKind::kHeading && blocks[0].level == 1;
  if (article.title.empty() && headed) article.title = blocks[0].text;
  if (headed && blocks[0].text == article.title) blocks.erase(blocks.begin());
  article.date = WrittenDay(FieldOf(front_matter, "date"));
  if (article.date.empty()) article.date = input.default_date;
  article.lang = FieldOf(front_matter, "lang");
  if (article.lang.empty()) article.lang = FieldOf(front_matter, "language");
  article.url = FieldOf(front_matter, "url");
  article.author = FieldOf(front_matter, "author");
  JoinBlocks(blocks, &article);
  if (absl::Status status = CheckArticle(article); !status.ok()) return status;
  return article;
}

}  // namespace

void ReadMarkdown(const Input& input, ArticleCollector* articles) {
  articles->Add(input.shown, MarkdownArticle(input));
}

}  // namespace pith::compiler
