// pith titles: articles by how their titles begin.

#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/nothing_found.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

struct TitlesArguments : IndexArguments {
  std::string prefix;
  uint32_t top = 10;
};

absl::Status Titles(const TitlesArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenSet(arguments);
  if (!index.ok()) return index.status();
  std::vector<pith_title> titles(arguments.top);
  uint32_t count = 0;
  const pith_status status = pith_find_titles((*index)->get(), arguments.prefix.data(), arguments.prefix.size(),
                                              titles.data(), arguments.top, &count);
  if (status != PITH_OK) return ToStatus(status, (*index)->path());
  titles.resize(count);
  if (titles.empty()) SayNothingFound(arguments.json);
  for (const pith_title& title : titles) {
    if (arguments.json) {
      Json out;
      out["doc"] = String((*index)->Id(title.article));
      if (title.title.size > 0) out["title"] = String(title.title);
      if (title.alias.size > 0) out["alias"] = String(title.alias);
      PrintJson(out);
      continue;
    }
    const std::string alias = title.alias.size > 0 ? absl::StrCat(" (", View(title.alias), ")") : "";
    PrintWrapped(absl::StrCat((*index)->Id(title.article), "  "), absl::StrCat(View(title.title), alias),
                 Style::kPlain);
  }
  return absl::OkStatus();
}

}  // namespace

void AddTitles(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<TitlesArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kSet);
  verb->add_option("PREFIX", arguments->prefix, "How the title or an alias begins; a slip is forgiven")->required();
  WholeNumber(verb->add_option("--top", arguments->top, "So many articles at most"), 1, PITH_MAX_RESULTS)
      ->capture_default_str();
  verb->callback([arguments, action] { *action = [arguments] { return Titles(*arguments); }; });
}

}  // namespace pith::command
