#include "tools/pith/report_parts.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace pith::command {
namespace {

// Bytes that the page's script reads.
std::string Embedded(absl::string_view id, absl::string_view bytes) {
  return absl::StrCat(Tag("script", {{"type", "text/plain"}, {"id", std::string(id)}}), absl::Base64Escape(bytes),
                      "</script>\n");
}

std::string Shown(const std::optional<ContentsItem>& item, absl::string_view element) {
  return item.has_value() ? Element(element, {}, Html(item->shown)) : "";
}

}  // namespace

std::string Row(const std::vector<std::string>& html_cells) {
  std::string html;
  for (const std::string& cell : html_cells) absl::StrAppend(&html, Element("td", {}, cell));
  return absl::StrCat(Element("tr", {{"data-search", ""}}, html), "\n");
}

std::string TableOf(const std::vector<absl::string_view>& heads, const std::string& html_rows, absl::string_view none) {
  if (html_rows.empty()) return Element("p", {{"class", "faint"}}, Html(none));
  std::string head;
  for (const absl::string_view one : heads) {
    absl::StrAppend(&head, one.empty() ? "<td></td>" : Element("th", {{"scope", "col"}}, Html(one)));
  }
  return absl::StrCat("<table><thead>", Element("tr", {}, head), "</thead><tbody>\n", html_rows, "</tbody></table>\n");
}

std::string Section(absl::string_view id, absl::string_view title, absl::string_view html) {
  return absl::StrCat(Tag("section", {{"id", std::string(id)}}), Element("h2", {}, Html(title)), "\n", html,
                      "</section>\n");
}

std::string SentenceLink(uint32_t number) {
  if (number == 0) return "editor";
  return Element("a", {{"href", absl::StrCat("#s", number)}}, absl::StrCat(number));
}

std::string Button(Attributes attributes, absl::string_view label) {
  attributes.emplace_back("type", "button");
  return Element("button", attributes, Html(label));
}

std::string AskSection(absl::string_view engine, absl::string_view index) {
  if (engine.empty()) {
    return Section("ask", "Ask",
                   "<p class=\"faint\">This page was made without the engine, so it answers no questions: "
                   "<code>pith report --engine pith.wasm</code> puts it in.</p>");
  }
  return absl::StrCat(Section("ask", "Ask",
                              "<form id=\"ask-form\"><label>A question to the article <input id=\"question\" "
                              "type=\"search\" autocomplete=\"off\" maxlength=\"1000\"></label><button>Ask</button>"
                              "</form>\n<div id=\"answer\" role=\"status\"></div>\n"),
                      Embedded("engine", engine), Embedded("index", index));
}

std::string ChangesSection(const std::vector<Change>& changes, const std::string& since) {
  if (since.empty()) return "";
  std::string rows;
  for (const Change& change : changes) {
    const absl::string_view sort = !change.before.has_value()  ? "added"
                                   : !change.after.has_value() ? "gone"
                                                               : "changed";
    rows += Row({Html(TitleOf(change.kind)), Element("span", {{"class", absl::StrCat("change ", sort)}}, sort),
                 Shown(change.before, "del"), Shown(change.after, "ins")});
  }
  return Section("changes", absl::StrCat("What changed since ", since),
                 TableOf({"Of", "Change", "Before", "Now"}, rows, "Nothing that the index holds."));
}

std::string ChangeMark(const std::vector<Change>& changes, absl::string_view kind, const std::string& key) {
  for (const Change& change : changes) {
    if (change.kind != kind || !change.after.has_value() || change.after->key != key) continue;
    if (!change.before.has_value()) return "<span class=\"change added\">new</span> ";
    return absl::StrCat(Element("span", {{"class", "change changed"}, {"title", change.before->shown}}, "changed"),
                        " ");
  }
  return "";
}

}  // namespace pith::command
