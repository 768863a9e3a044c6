// pith entities: the people, organizations and places of the articles.

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

constexpr size_t kTypeColumns = 14;  // "organization" and a gap

void PrintEntity(const OpenIndex& index, const pith_entity& entity, size_t name_columns) {
  std::vector<uint32_t> sentences;
  for (uint32_t i = 0; i < entity.mentions; ++i) {
    pith_mention mention;
    if (pith_get_mention(index.get(), &entity, i, &mention) == PITH_OK) sentences.push_back(mention.sentence);
  }
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  std::vector<absl::string_view> aliases;
  for (uint32_t i = 0; i < entity.aliases; ++i) {
    pith_text alias;
    if (pith_get_alias(index.get(), &entity, i, &alias) == PITH_OK) aliases.push_back(View(alias));
  }
  std::string rest = absl::StrCat("in ", absl::StrJoin(sentences, ", "));
  if (index.articles() > 1) absl::StrAppend(&rest, " of ", index.Id(entity.article));
  if (!aliases.empty()) absl::StrAppend(&rest, " · also ", absl::StrJoin(aliases, ", "));
  PrintWrapped(absl::StrCat(Padded(View(entity.name), name_columns), "  ", Padded(TypeName(entity.type), kTypeColumns)),
               rest);
}

absl::Status Entities(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  std::vector<pith_entity> entities;
  for (const pith_article& one : index.Articles(*article)) {
    for (uint32_t i = 0; i < one.entities; ++i) {
      pith_entity entity;
      if (pith_get_entity(index.get(), one.number, i, &entity) == PITH_OK) entities.push_back(entity);
    }
  }
  size_t name_columns = 0;
  for (const pith_entity& entity : entities) name_columns = std::max(name_columns, Columns(View(entity.name)));
  for (const pith_entity& entity : entities) {
    if (arguments.json) {
      PrintJson(ToJson(index, entity));
    } else {
      PrintEntity(index, entity, std::min<size_t>(name_columns, 40));
    }
  }
  return absl::OkStatus();
}

}  // namespace

void AddEntities(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<IndexArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->callback([arguments, action] { *action = [arguments] { return Entities(*arguments); }; });
}

}  // namespace pith::command
