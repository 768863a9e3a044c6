// pith timeline: what happened when.

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/calendar.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

absl::Status Timeline(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  std::vector<pith_event> events;
  for (const pith_article& one : index.Articles(*article)) {
    for (uint32_t i = 0; i < one.events; ++i) {
      pith_event event;
      if (pith_get_event(index.get(), one.number, i, &event) == PITH_OK) events.push_back(event);
    }
  }
  // Each article's events are in order already; this merges them, and equal dates keep the order of the text.
  std::stable_sort(events.begin(), events.end(), [](const pith_event& a, const pith_event& b) {
    return compiler::DateOrder(View(a.date)) < compiler::DateOrder(View(b.date));
  });
  size_t date_columns = 0;
  for (const pith_event& event : events) date_columns = std::max(date_columns, Columns(View(event.date)));
  for (const pith_event& event : events) {
    if (arguments.json) {
      PrintJson(ToJson(index, event));
      continue;
    }
    std::string place = absl::StrCat(event.sentence);
    if (index.articles() > 1) absl::StrAppend(&place, " of ", index.Id(event.article));
    PrintWrapped(absl::StrCat(Padded(View(event.date), date_columns), "  "),
                 absl::StrCat(View(event.text), " [", place, "]"));
  }
  return absl::OkStatus();
}

}  // namespace

void AddTimeline(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<IndexArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->callback([arguments, action] { *action = [arguments] { return Timeline(*arguments); }; });
}

}  // namespace pith::command
