#include "tools/pith/help.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

constexpr size_t kMaxTermColumns = 26;
constexpr HelpRow kHelpRow = {"help", "Explains a verb: pith help ask"};

template <typename Rows>
void PrintRows(const Rows& rows) {
  size_t columns = 0;
  for (const auto& row : rows) columns = std::max(columns, Columns(row.term));
  columns = std::min(columns, kMaxTermColumns);
  for (const auto& row : rows) {
    const bool fits = Columns(row.term) <= columns;
    if (!fits) PrintWrapped("  ", row.term, Style::kStrong);
    if (row.term.empty()) {
      PrintWrapped("  ", row.text);
    } else {
      PrintWrapped(absl::StrCat("  ", Padded(fits ? row.term : "", columns), "  "), row.text);
    }
  }
}

void PrintTitle(absl::string_view title) {
  Print("\n");
  PrintWrapped("", title, Style::kStrong);
}

void PrintSections(absl::Span<const HelpSection> sections) {
  for (const HelpSection& section : sections) {
    PrintTitle(section.title);
    PrintRows(section.rows);
  }
}

void PrintExamples(absl::Span<const absl::string_view> examples) {
  PrintTitle(examples.size() == 1 ? "Example" : "Examples");
  for (const absl::string_view example : examples) PrintWrapped("  ", example);
}

// As it stands in the usage: "[--top N]", "INPUT...".
std::string InUsage(const CLI::Option& option, absl::string_view term) {
  const bool many = option.get_positional() && option.get_items_expected_max() > 1;
  const std::string word = absl::StrCat(term, many ? "..." : "");
  return option.get_required() ? word : absl::StrCat("[", word, "]");
}

// Whether every verb has the option.
bool IsCommon(const CLI::Option& option) {
  const std::string name = option.get_lnames().empty() ? "" : option.get_lnames()[0];
  return name == "help" || name == "json" || name == "color";
}

}  // namespace

HelpPage PageOf(const Verb& verb, const CLI::App& app) {
  HelpPage page = {&verb, absl::StrCat("pith ", verb.name), {}, {}, {}, {}};
  std::string flags;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      page.arguments.push_back({option->get_name(), option->get_description()});
      absl::StrAppend(&page.usage, " ", InUsage(*option, option->get_name()));
      continue;
    }
    std::vector<std::string> names;
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : names) page.flags.push_back({name, option->get_description()});
    const std::string value = option->get_items_expected_max() > 0 ? absl::StrCat(" ", option->get_type_name()) : "";
    const std::string preset = option->get_default_str();
    const bool common = IsCommon(*option);
    (common ? page.common : page.options)
        .push_back(
            {absl::StrCat(absl::StrJoin(names, ", "), value),
             absl::StrCat(option->get_description(), preset.empty() ? "" : " [", preset, preset.empty() ? "" : "]")});
    if (!common) absl::StrAppend(&flags, " ", InUsage(*option, absl::StrCat(names[0], value)));
  }
  absl::StrAppend(&page.usage, flags);
  return page;
}

void PrintPage(const HelpPage& page) {
  PrintWrapped("", absl::StrCat(page.verb->summary, "."), Style::kStrong);
  Print("\n");
  PrintWrapped("Usage: ", page.usage);
  if (!page.arguments.empty()) PrintTitle("Arguments");
  PrintRows(page.arguments);
  std::vector<HelpPage::Row> options = page.options;
  options.insert(options.end(), page.common.begin(), page.common.end());
  PrintTitle("Options");
  PrintRows(options);
  PrintSections(page.verb->sections);
  PrintExamples(page.verb->examples);
}

void PrintOverview() {
  PrintWrapped("", kAbout);
  Print("\n");
  PrintWrapped("Usage: ", "pith VERB ...");
  PrintTitle("Verbs");
  std::vector<HelpRow> rows;
  for (const Verb& verb : Verbs()) rows.push_back({verb.name, verb.summary});
  rows.push_back(kHelpRow);
  PrintRows(rows);
  PrintSections(CommandSections());
  PrintTitle("Begin with");
  for (const absl::string_view step : kFirstSteps) PrintWrapped("  ", step);
}

std::string VerbWords(const std::vector<HelpPage>& pages) {
  std::string out;
  for (const HelpPage& page : pages) absl::StrAppend(&out, page.verb->name, "\t", page.verb->summary, "\n");
  return absl::StrCat(out, kHelpRow.term, "\t", kHelpRow.text, "\n");
}

std::string FlagWords(const HelpPage& page) {
  std::string out;
  for (const HelpPage::Row& flag : page.flags) absl::StrAppend(&out, flag.term, "\t", flag.text, "\n");
  return out;
}

Json ToJson(const HelpPage& page) {
  const auto rows = [](const std::vector<HelpPage::Row>& from) {
    Json list = Json::array();
    for (const HelpPage::Row& row : from) list.push_back({{"name", row.term}, {"text", row.text}});
    return list;
  };
  Json out;
  out["verb"] = String(page.verb->name);
  out["summary"] = String(page.verb->summary);
  out["usage"] = page.usage;
  out["arguments"] = rows(page.arguments);
  out["options"] = rows(page.options);
  out["common_options"] = rows(page.common);
  out["examples"] = Json::array();
  for (const absl::string_view example : page.verb->examples) out["examples"].push_back(String(example));
  return out;
}

}  // namespace pith::command
