// pith list and pith text: the articles themselves.

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

// What the index knows of an article beside its text.
Json Head(const pith_article& article) {
  Json out;
  out["doc"] = String(article.id);
  if (article.title.size > 0) out["title"] = String(article.title);
  if (article.date.size > 0) out["date"] = String(article.date);
  if (article.url.size > 0) out["url"] = String(article.url);
  return out;
}

Json ToJson(const pith_article& article) {
  Json out = Head(article);
  out["sentences"] = article.sentences;
  out["bytes"] = article.text.size;
  return out;
}

absl::Status List(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenIndex::Open(arguments.index);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  const std::vector<pith_article> articles = index.Articles(PITH_ALL_ARTICLES);
  size_t id_columns = 0;
  for (const pith_article& article : articles) id_columns = std::max(id_columns, Columns(View(article.id)));
  id_columns = std::min<size_t>(id_columns, 40);
  for (const pith_article& article : articles) {
    if (arguments.json) {
      PrintJson(ToJson(article));
      continue;
    }
    PrintWrapped(absl::StrCat(Padded(View(article.id), id_columns), "  ", Padded(View(article.date), 10), "  "),
                 absl::StrCat(article.sentences, article.sentences == 1 ? " sentence, " : " sentences, ",
                              article.text.size, " bytes", article.title.size > 0 ? " · " : "", View(article.title)));
  }
  return absl::OkStatus();
}

absl::Status PrintTexts(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenIndex::Open(arguments.index);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.FindOne(arguments.doc);
  if (!article.ok()) return article.status();
  for (const pith_article& one : index.Articles(*article)) {
    if (arguments.json) {
      Json out = Head(one);
      out["text"] = String(one.text);
      PrintJson(out);
    } else {
      Print(View(one.text));
    }
  }
  return absl::OkStatus();
}

}  // namespace

void AddList(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<IndexArguments>();
  AddIndexArguments(verb, arguments.get(), false);
  verb->callback([arguments, action] { *action = [arguments] { return List(*arguments); }; });
}

void AddText(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<IndexArguments>();
  AddIndexArguments(verb, arguments.get(), false);
  verb->add_option("--doc", arguments->doc, "The article's id; needed where there are several")->type_name("ID");
  verb->callback([arguments, action] { *action = [arguments] { return PrintTexts(*arguments); }; });
}

}  // namespace pith::command
