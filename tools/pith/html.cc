#include "tools/pith/html.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "tools/pith/page.h"

namespace pith::command {

std::string Html(absl::string_view text) {
  std::vector<std::string> lines;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) lines.push_back(Visible(line));
  return absl::StrReplaceAll(absl::StrJoin(lines, "\n"),
                             {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}});
}

std::string Tag(absl::string_view name, const Attributes& attributes) {
  std::string tag = absl::StrCat("<", name);
  for (const auto& [attribute, value] : attributes) absl::StrAppend(&tag, " ", attribute, "=\"", Html(value), "\"");
  return absl::StrCat(tag, ">");
}

std::string Element(absl::string_view name, const Attributes& attributes, absl::string_view content) {
  return absl::StrCat(Tag(name, attributes), content, "</", name, ">");
}

}  // namespace pith::command
