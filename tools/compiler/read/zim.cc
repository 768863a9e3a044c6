#include "tools/compiler/read/zim.h"

#include <zim/archive.h>
#include <zim/item.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/markup/clean_text.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/html.h"

namespace pith::compiler {
namespace {

absl::StatusOr<Article> ReadEntry(const zim::Entry& entry, const Input& input) {
  const zim::Item item = entry.getItem();
  if (item.getSize() > kMaxPageBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("a page of ", item.getSize(), " bytes; the limit is ", uint64_t{kMaxPageBytes}));
  }
  const std::string html = item.getData();
  const std::string path = entry.getPath();
  absl::StatusOr<Article> article =
      ReadPage(html, input.folder_id.empty() ? path : absl::StrCat(input.folder_id, "/", path), input.default_date);
  const std::string title = entry.getTitle();
  if (article.ok() && article->title.empty() && CheckText(title).ok()) article->title = CleanLine(title);
  return article;
}

using Aliases = absl::flat_hash_map<std::string, std::vector<std::string>>;  // of pages, by path

// The titles of redirects, in order of their paths. What redirects to nothing is nobody's alias.
Aliases FindAliases(const zim::Archive& archive) {
  Aliases aliases;
  for (const zim::Entry& entry : archive.iterByPath()) {
    if (!entry.isRedirect()) continue;
    try {
      std::string title = CleanLine(entry.getTitle());
      std::vector<std::string>& known = aliases[entry.getItem(true).getPath()];
      if (!title.empty() && !absl::c_linear_search(known, title)) known.push_back(std::move(title));
    } catch (const std::exception&) {
    }
  }
  return aliases;
}

// The library finds the parts of a split file, "a.zimaa", "a.zimab" ..., by the name of the whole, where no such file
// is.
std::string WholeName(const std::string& path) {
  absl::string_view whole = path;
  const bool split = absl::ConsumeSuffix(&whole, "aa") && absl::EndsWith(whole, ".zim");
  return split && !CheckReadable(std::string(whole)).ok() ? std::string(whole) : path;
}

// Throws what the library throws.
void ReadArchive(const Input& input, ArticleCollector* articles) {
  const zim::Archive archive(WholeName(input.path));
  const auto refuse = [&](absl::string_view what) { articles->Add(input.shown, absl::InvalidArgumentError(what)); };
  if (archive.hasChecksum() && !archive.check()) return refuse("damaged: it does not match its checksum");
  Aliases aliases = FindAliases(archive);
  size_t added = 0;
  for (const zim::Entry& entry : archive.iterByPath()) {
    if (entry.isRedirect() || !absl::StartsWith(entry.getItem().getMimetype(), "text/html")) continue;
    absl::StatusOr<Article> article = ReadEntry(entry, input);
    if (absl::IsNotFound(article.status())) continue;
    if (article.ok()) article->aliases = std::move(aliases[entry.getPath()]);
    ++added;
    if (!articles->Add(absl::StrCat(input.shown, ":", entry.getPath()), std::move(article))) return;
  }
  if (added == 0) refuse("no page with text in it");
}

}  // namespace

void ReadZim(const Input& input, ArticleCollector* articles) {
  // The library opens files, not streams, and its errors are exceptions.
  if (input.path == "-") {
    articles->Add(input.shown, absl::InvalidArgumentError("ZIM is read from a file, not from standard input"));
    return;
  }
  try {
    ReadArchive(input, articles);
  } catch (const std::exception& error) {
    articles->Add(input.shown, absl::InvalidArgumentError(absl::StrCat(
                                   "no ZIM file that can be read: ", error.what(),
                                   absl::EndsWith(input.path, "aa") ? " (are all its parts there?)" : "")));
  }
}

}  // namespace pith::compiler
