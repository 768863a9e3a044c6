// The manual in Markdown and for man(1).

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "pith/pith.h"
#include "tools/pith/help.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

// Words with what Markdown or a table would take for its own, made plain.
std::string Plain(absl::string_view text) {
  return absl::StrReplaceAll(text, {{"|", "\\|"}, {"_", "\\_"}, {"*", "\\*"}, {"<", "\\<"}});
}

std::string Code(absl::string_view text) { return absl::StrCat("`", absl::StrReplaceAll(text, {{"|", "\\|"}}), "`"); }

template <typename Rows>
void AppendTable(absl::string_view title, const Rows& rows, std::string* out) {
  std::string table;
  for (const auto& row : rows) {
    if (!row.term.empty()) absl::StrAppend(&table, "| ", Code(row.term), " | ", Plain(row.text), " |\n");
  }
  if (!table.empty()) absl::StrAppend(out, "\n| ", title, " | |\n|---|---|\n", table);
  for (const auto& row : rows) {
    if (!row.term.empty()) continue;
    absl::StrAppend(out, "\n", table.empty() ? absl::StrCat("**", title, ".** ") : "", Plain(row.text), "\n");
  }
}

// Text as roff shows it: a dot or quote at the front of a line and backslashes lose their meaning, and "-" stays one.
std::string Roff(absl::string_view text) {
  return absl::StrCat("\\&", absl::StrReplaceAll(text, {{"\\", "\\e"}, {"-", "\\-"}}), "\n");
}

template <typename Rows>
void AppendRoff(const Rows& rows, std::string* out) {
  for (const auto& row : rows) {
    absl::StrAppend(out, row.term.empty() ? ".PP\n" : absl::StrCat(".TP\n\\fB", Roff(row.term)));
    if (!row.term.empty()) out->insert(out->size() - 1, "\\fR");
    absl::StrAppend(out, Roff(row.text));
  }
}

}  // namespace

std::string Markdown(const std::vector<HelpPage>& pages) {
  std::string out = absl::StrCat(
      "# The command\n\n<!-- Made by `pith help --markdown`; a test compares. Its words are in tools/pith. -->\n\n",
      kAbout, "\n\n");
  for (const absl::string_view step : kFirstSteps) absl::StrAppend(&out, "    $ ", step, "\n");
  AppendTable("option of every verb", pages.front().common, &out);
  for (const HelpSection& section : CommandSections()) AppendTable(section.title, section.rows, &out);
  for (const HelpPage& page : pages) {
    absl::StrAppend(&out, "\n## ", page.verb->name, "\n\n", page.verb->summary, ".\n\n");
    for (const absl::string_view example : page.verb->examples) absl::StrAppend(&out, "    $ ", example, "\n");
    AppendTable("argument", page.arguments, &out);
    AppendTable("option", page.options, &out);
    for (const HelpSection& section : page.verb->sections) AppendTable(section.title, section.rows, &out);
  }
  return out;
}

std::string ManPage(const std::vector<HelpPage>& pages) {
  std::string out = absl::StrCat(".TH PITH 1 \"\" \"pith " PITH_VERSION "\" \"User Commands\"\n",
                                 ".SH NAME\npith \\- answers questions from an index of articles\n",
                                 ".SH SYNOPSIS\n\\fBpith\\fR VERB ...\n.SH DESCRIPTION\n", Roff(kAbout), ".SH VERBS\n");
  for (const HelpPage& page : pages) {
    absl::StrAppend(&out, ".SS ", page.verb->name, "\n", Roff(absl::StrCat(page.verb->summary, ".")), ".PP\n",
                    Roff(page.usage));
    AppendRoff(page.arguments, &out);
    AppendRoff(page.options, &out);
    for (const HelpSection& section : page.verb->sections) {
      absl::StrAppend(&out, ".PP\n\\fI", section.title, "\\fR\n");
      AppendRoff(section.rows, &out);
    }
    absl::StrAppend(&out, ".PP\n.EX\n");
    for (const absl::string_view example : page.verb->examples) absl::StrAppend(&out, Roff(example));
    absl::StrAppend(&out, ".EE\n");
  }
  absl::StrAppend(&out, ".SH OPTIONS OF EVERY VERB\n");
  AppendRoff(pages.front().common, &out);
  for (const HelpSection& section : CommandSections()) {
    absl::StrAppend(&out, ".SH \"", absl::AsciiStrToUpper(section.title), "\"\n");
    AppendRoff(section.rows, &out);
  }
  return out;
}

}  // namespace pith::command
