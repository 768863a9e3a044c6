// pith list and pith text: the articles themselves.

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

using GetText = pith_status (*)(const pith_index*, uint32_t article, uint32_t number, pith_text* out);

// The strings of one kind that an article lists.
Json StringsOf(const OpenIndex& index, const pith_article& article, uint32_t count, GetText get) {
  Json out = Json::array();
  pith_text text;
  for (uint32_t i = 0; i < count; ++i) {
    if (get(index.get(), article.number, i, &text) == PITH_OK) out.push_back(String(text));
  }
  return out;
}

// The object that an article's `meta` is; null if it is damaged, or nested deeper than anyone means.
Json Meta(pith_text meta) {
  constexpr int kMaxDepth = 64;
  const auto shallow = [](int depth, Json::parse_event_t, Json&) { return depth < kMaxDepth; };
  const Json out = Json::parse(meta.data, meta.data + meta.size, shallow, false);
  return out.is_object() ? out : Json();
}

// What the index knows of an article beside its text.
Json Head(const OpenIndex& index, const pith_article& article) {
  Json out;
  const auto add = [&out](const char* name, pith_text text) {
    if (text.size > 0) out[name] = String(text);
  };
  add("doc", article.id);
  add("title", article.title);
  add("date", article.date);
  add("url", article.url);
  if (article.aliases > 0) out["aliases"] = StringsOf(index, article, article.aliases, pith_get_article_alias);
  if (article.tags > 0) out["tags"] = StringsOf(index, article, article.tags, pith_get_tag);
  add("author", article.author);
  add("licence", article.licence);
  add("image", article.image);
  if (article.meta.size > 0) out["meta"] = Meta(article.meta);
  return out;
}

Json ToJson(const OpenIndex& index, const pith_article& article) {
  Json out = Head(index, article);
  out["sentences"] = article.sentences;
  out["bytes"] = article.text.size;
  return out;
}

absl::Status List(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenSet(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  const absl::StatusOr<uint32_t> chosen = index.Find(arguments.doc);
  if (!chosen.ok()) return chosen.status();
  const std::vector<pith_article> articles = index.Articles(*chosen);
  size_t id_columns = 0;
  for (const pith_article& article : articles) id_columns = std::max(id_columns, Columns(View(article.id)));
  id_columns = std::min<size_t>(id_columns, 40);
  for (const pith_article& article : articles) {
    if (arguments.json) {
      PrintJson(ToJson(index, article));
      continue;
    }
    PrintWrapped(absl::StrCat(Padded(View(article.id), id_columns), "  ", Padded(View(article.date), 10), "  "),
                 absl::StrCat(article.sentences, article.sentences == 1 ? " sentence, " : " sentences, ",
                              article.text.size, " bytes", article.title.size > 0 ? " · " : "", View(article.title)));
  }
  return absl::OkStatus();
}

absl::Status PrintTexts(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenSet(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.FindOne(arguments.doc);
  if (!article.ok()) return article.status();
  for (const pith_article& one : index.Articles(*article)) {
    if (arguments.json) {
      Json out = Head(index, one);
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
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->callback([arguments, action] { *action = [arguments] { return List(*arguments); }; });
}

void AddText(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<IndexArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kSet);
  verb->add_option("--doc", arguments->doc, "The article's id; needed where there are several")->type_name("ID");
  verb->callback([arguments, action] { *action = [arguments] { return PrintTexts(*arguments); }; });
}

}  // namespace pith::command
