// pith suggest: questions that an index answers well.

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

struct SuggestArguments : IndexArguments {
  uint32_t top = 10;
};

// Of several articles first the best of each, then the second best of each, and so on: no article hides the others.
std::vector<pith_suggestion> Suggestions(const OpenIndex& index, uint32_t article, uint32_t top) {
  const std::vector<pith_article> articles = index.Articles(article);
  uint32_t most = 0;
  for (const pith_article& one : articles) most = std::max(most, one.suggestions);
  std::vector<pith_suggestion> found;
  for (uint32_t i = 0; i < most; ++i) {
    for (const pith_article& one : articles) {
      pith_suggestion suggestion;
      if (found.size() == top) return found;
      if (pith_get_suggestion(index.get(), one.number, i, &suggestion) == PITH_OK) found.push_back(suggestion);
    }
  }
  return found;
}

absl::Status Suggest(const SuggestArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  const std::vector<pith_suggestion> suggestions = Suggestions(index, *article, arguments.top);
  if (suggestions.empty() && !arguments.json) {
    Print(absl::StrCat("No suggestions for this ", index.articles() > 1 ? "index" : "article", ".\n"));
  }
  for (const pith_suggestion& suggestion : suggestions) {
    if (arguments.json) {
      PrintJson(ToJson(index, suggestion));
      continue;
    }
    std::string place = absl::StrCat(suggestion.sentence);
    if (index.articles() > 1) absl::StrAppend(&place, " of ", index.Id(suggestion.article));
    const std::string question(View(suggestion.question));
    PrintWrapped("", absl::StrCat(question, " ", View(suggestion.answer), " [", place, "]"), Style::kStrong, 0,
                 question.size());
  }
  return absl::OkStatus();
}

}  // namespace

void AddSuggest(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<SuggestArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  WholeNumber(verb->add_option("--top", arguments->top,
                               "So many questions at most; of several articles the best of each first"),
              1, 1000000)
      ->capture_default_str();
  verb->callback([arguments, action] { *action = [arguments] { return Suggest(*arguments); }; });
}

}  // namespace pith::command
