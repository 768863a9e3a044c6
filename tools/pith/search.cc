// pith search: the sentences that answer to some words.

#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/mistakes.h"
#include "tools/pith/nothing_found.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"
#include "tools/pith/print_hit.h"

namespace pith::command {
namespace {

struct SearchArguments : IndexArguments {
  std::string words;
  uint32_t top = 10, skip = 0;
};

absl::Status Search(const SearchArguments& arguments) {
  if (absl::Status status = CheckOrder("search", arguments.index, arguments.words); !status.ok()) return status;
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenSet(arguments);
  if (!opened.ok()) return opened.status();
  OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  std::vector<pith_hit> hits;
  const pith_status status = AllPages(
      arguments.top,
      [&](uint32_t skip, pith_hit* out, uint32_t capacity, uint32_t* count) {
        return pith_search(index.get(), *article, arguments.words.data(), arguments.words.size(), index.work(),
                           index.work_size(), arguments.skip + skip, out, capacity, count);
      },
      &hits);
  if (SaysNothing(status)) {
    Warn(absl::StrCat(pith_status_text(status), "; nothing found"));
    return absl::OkStatus();
  }
  if (status != PITH_OK) return ToStatus(status, index.path());
  if (hits.empty()) SayNothingFound(arguments.json);
  for (const pith_hit& hit : hits) {
    if (arguments.json) {
      PrintJson(ToJson(index, hit));
      continue;
    }
    PrintHit(index, hit);
  }
  return absl::OkStatus();
}

}  // namespace

void AddSearch(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<SearchArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->add_option(
          "WORDS", arguments->words,
          "What to look for; misspelled words match too. A \"phrase\", a -word that must not be there, title:words")
      ->required();
  WholeNumber(verb->add_option("--top", arguments->top, "So many sentences at most"), 1, 10000)->capture_default_str();
  WholeNumber(verb->add_option("--skip", arguments->skip, "Leave out the first so many, for the next page"), 0, 1000000)
      ->capture_default_str();
  verb->callback([arguments, action] { *action = [arguments] { return Search(*arguments); }; });
}

}  // namespace pith::command
