#include "tools/compiler/read/epub.h"

#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/markup/page_blocks.h"
#include "tools/compiler/markup/written_day.h"
#include "tools/compiler/read/article_text.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/epub_package.h"
#include "tools/compiler/read/zip_archive.h"

namespace pith::compiler {
namespace {

// An article without text, if the chapter has none.
absl::StatusOr<Article> ReadChapter(const std::string& bytes, const EpubChapter& chapter) {
  const absl::StatusOr<ConvertedText> xhtml = ConvertToUtf8(bytes, DeclaredEncoding(bytes));
  if (!xhtml.ok()) return xhtml.status();
  const absl::StatusOr<Document> page = Document::Parse(xhtml->text, true);
  if (!page.ok()) return page.status();
  std::vector<PageBlock> blocks = FindBlocks(*page, std::vector<bool>(page->size()));
  Article article;
  const bool headed = !blocks.empty() && blocks[0].kind == BlockKind::kHeading;
  article.title = !chapter.title.empty() || !headed ? chapter.title : blocks[0].text;
  if (headed && blocks[0].text == article.title) blocks.erase(blocks.begin());
  article.lang = std::string(page->Attribute(0, "lang"));
  JoinBlocks(blocks, &article);
  return article;
}

// False: stop reading.
bool AddChapter(const Input& input, const EpubPackage& package, const EpubChapter& chapter, ZipArchive* archive,
                ArticleCollector* articles, size_t* added) {
  const std::string where = absl::StrCat(input.shown, ":", chapter.path);
  const absl::StatusOr<std::string> bytes = archive->Read(chapter.path);
  // The archive's message names the file.
  if (!bytes.ok()) return articles->Add(input.shown, bytes.status());
  absl::StatusOr<Article> article = ReadChapter(*bytes, chapter);
  if (article.ok() && article->blocks.empty()) return true;
  if (article.ok()) {
    article->id = input.folder_id.empty() ? chapter.path : absl::StrCat(input.folder_id, "/", chapter.path);
    if (article->title.empty()) article->title = package.title;
    if (article->lang.empty()) article->lang = package.language;
    article->author = package.author;
    article->date = WrittenDay(package.date);
    if (article->date.empty()) article->date = input.default_date;
    if (absl::Status status = CheckArticle(*article); !status.ok()) article = status;
  }
  ++*added;
  return articles->Add(where, std::move(article));
}

}  // namespace

void ReadEpub(const Input& input, ArticleCollector* articles) {
  absl::StatusOr<ZipArchive> archive = ZipArchive::Open(input.contents);
  if (!archive.ok()) {
    articles->Add(input.shown, archive.status());
    return;
  }
  const absl::StatusOr<EpubPackage> package = ReadEpubPackage(&*archive);
  if (!package.ok()) {
    articles->Add(input.shown, package.status());
    return;
  }
  size_t added = 0;
  for (const EpubChapter& chapter : package->chapters) {
    if (!AddChapter(input, *package, chapter, &*archive, articles, &added)) return;
  }
  if (added == 0) articles->Add(input.shown, absl::InvalidArgumentError("a book without text"));
}

}  // namespace pith::compiler
