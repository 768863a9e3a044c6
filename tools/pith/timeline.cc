// pith timeline: what happened when.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/calendar.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"
#include "tools/pith/plain_dates.h"
#include "tools/pith/told_events.h"

namespace pith::command {
namespace {

absl::Status Timeline(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  absl::StatusOr<uint32_t> article = index.Find(arguments.doc);
  if (!article.ok()) return article.status();
  std::vector<ToldEvent> events;
  for (const pith_article& one : index.Articles(*article)) {
    for (ToldEvent& event : EventsOf(index, one)) events.push_back(std::move(event));
  }
  // Each article's events are in order already; this merges them, and equal dates keep the order of the text.
  std::stable_sort(events.begin(), events.end(), [](const ToldEvent& a, const ToldEvent& b) {
    return compiler::DateOrder(View(a.event.date)) < compiler::DateOrder(View(b.event.date));
  });
  size_t date_columns = 0;
  for (const ToldEvent& told : events) {
    date_columns = std::max(date_columns, Columns(PlainDate(View(told.event.date))));
  }
  for (const ToldEvent& told : events) {
    if (arguments.json) {
      PrintJson(ToJson(index, told));
      continue;
    }
    std::string place = absl::StrCat(told.event.sentence);
    if (index.articles() > 1) absl::StrAppend(&place, " of ", index.Id(told.event.article));
    const std::string note = NoteOf(told);
    PrintWrapped(absl::StrCat(Padded(PlainDate(View(told.event.date)), date_columns), "  "),
                 absl::StrCat(told.text, " [", place, "]", note.empty() ? "" : " · ", note));
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
