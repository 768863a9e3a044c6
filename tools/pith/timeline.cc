// pith timeline: what happened when.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/calendar.h"
#include "tools/pith/command.h"
#include "tools/pith/events.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"
#include "tools/pith/plain_dates.h"

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
    for (const pith_event& event : EventsOf(index, one)) events.push_back(event);
  }
  // Each article's events are in order already; this merges them, and equal dates keep the order of the text.
  std::stable_sort(events.begin(), events.end(), [](const pith_event& a, const pith_event& b) {
    return compiler::DateOrder(View(a.date)) < compiler::DateOrder(View(b.date));
  });
  size_t date_columns = 0;
  for (const pith_event& event : events) {
    date_columns = std::max(date_columns, Columns(PlainDate(View(event.date))));
  }
  for (const pith_event& event : events) {
    if (arguments.json) {
      PrintJson(ToJson(index, event));
      continue;
    }
    std::string place = absl::StrCat(event.sentence);
    if (index.articles() > 1) absl::StrAppend(&place, " of ", index.Id(event.article));
    const std::string note = NoteOf(event);
    PrintWrapped(absl::StrCat(Padded(PlainDate(View(event.date)), date_columns), "  "),
                 absl::StrCat(ToldText(event), " [", place, "]", note.empty() ? "" : " · ", note));
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
