// pith diff: what a new index holds that an old one did not, and the other way round.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/pith/changes.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

struct DiffArguments {
  std::string before, after, expectations;
  bool json = false;
};

void PrintLine(const Change& change) {
  Json line;
  line["change"] = !change.before.has_value() ? "added" : !change.after.has_value() ? "gone" : "changed";
  line["kind"] = change.kind;
  line["doc"] = change.doc;
  if (change.before.has_value()) line["old"] = change.before->json;
  if (change.after.has_value()) line["new"] = change.after->json;
  PrintJson(line);
}

// Under a title for each kind; `docs`: and with the article of each change.
void PrintChanges(const std::vector<Change>& changes, bool docs) {
  std::string kind;
  for (const Change& change : changes) {
    if (change.kind != kind) {
      kind = change.kind;
      const std::string title = TitleOf(kind);
      PrintWrapped("", title, Style::kStrong, 0, title.size());
    }
    const std::string in = docs ? absl::StrCat("  [", change.doc, "]") : "";
    const bool both = change.before.has_value() && change.after.has_value();
    if (change.before.has_value()) PrintWrapped("  - ", absl::StrCat(change.before->shown, in));
    if (change.after.has_value()) PrintWrapped(both ? "  > " : "  + ", absl::StrCat(change.after->shown, in));
  }
  if (changes.empty()) Print("No differences.\n");
}

absl::Status Diff(const DiffArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> before = OpenIndex::Open(arguments.before);
  if (!before.ok()) return before.status();
  absl::StatusOr<std::unique_ptr<OpenIndex>> after = OpenIndex::Open(arguments.after);
  if (!after.ok()) return after.status();
  const absl::StatusOr<std::vector<Change>> changes =
      ChangesBetween(before->get(), after->get(), "", arguments.expectations);
  if (!changes.ok()) return changes.status();
  if (arguments.json) {
    for (const Change& change : *changes) PrintLine(change);
  } else {
    PrintChanges(*changes, (*before)->articles() > 1 || (*after)->articles() > 1);
  }
  return absl::OkStatus();
}

}  // namespace

void AddDiff(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<DiffArguments>();
  verb->add_option("OLD", arguments->before, "An index")->required();
  verb->add_option("NEW", arguments->after, "Another of the same articles")->required();
  verb->add_option("EXPECTATIONS", arguments->expectations,
                   "Questions to ask of both, as pith test takes them [those that either suggests]");
  AddOutputOptions(verb, &arguments->json);
  verb->callback([arguments, action] { *action = [arguments] { return Diff(*arguments); }; });
}

}  // namespace pith::command
