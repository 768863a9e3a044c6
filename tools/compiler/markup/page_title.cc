#include "tools/compiler/markup/page_title.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace pith::compiler {
namespace {

std::vector<std::string> TitleWords(absl::string_view title) {
  std::string letters;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    letters += absl::ascii_isalnum(byte) || byte >= 0x80 ? absl::ascii_tolower(byte) : ' ';
  }
  return absl::StrSplit(letters, ' ', absl::SkipEmpty());
}

// How many of `words` are among `others`.
size_t Shared(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  return static_cast<size_t>(std::count_if(
      words.begin(), words.end(), [&others](const std::string& word) { return absl::c_linear_search(others, word); }));
}

// The parts of a title between " | ", " - " and the like.
std::vector<absl::string_view> PartsOf(absl::string_view title) {
  std::vector<absl::string_view> parts;
  while (true) {
    size_t at = absl::string_view::npos, size = 0;
    for (const absl::string_view mark :
         {" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", " > "}) {
      const size_t found = title.find(mark);
      if (found < at) at = found, size = mark.size();
    }
    parts.push_back(title.substr(0, at));
    if (at == absl::string_view::npos) return parts;
    title.remove_prefix(at + size);
  }
}

// The title without the part that is the site's name: the one that is told, or else the probable one.
std::string WithoutSite(const std::string& title, const std::string& site) {
  std::vector<absl::string_view> parts = PartsOf(title);
  if (parts.size() == 1) return title;
  const std::vector<std::string> site_words = TitleWords(site);
  if (!site_words.empty()) {
    const auto is_site = [&](absl::string_view part) { return TitleWords(part) == site_words; };
    if (is_site(parts.back())) return title.substr(0, static_cast<size_t>(parts.rbegin()[1].end() - &title[0]));
    if (is_site(parts.front())) return title.substr(static_cast<size_t>(parts[1].data() - &title[0]));
  }
  // "Title - Section - Site" is common, "Site - Title" is seen.
  const bool site_first = TitleWords(parts.front()).size() <= 2 && TitleWords(parts.back()).size() >= 4;
  return std::string(site_first ? parts.back() : parts.front());
}

// Whether a heading and a title say the same, but for a site's name or a section in one of them.
bool SaySame(const std::vector<std::string>& heading, const std::string& title) {
  const std::vector<std::string> words = TitleWords(title);
  return !heading.empty() && !words.empty() && Shared(heading, words) * 10 >= heading.size() * 6;
}

// The heading that says most of those that say what a title says; null if there is none.
const TitleHeading* BestHeading(const TitleSources& sources) {
  const std::vector<std::string> site = TitleWords(sources.site);
  const std::vector<absl::string_view> parts = PartsOf(sources.document);
  const TitleHeading* best = nullptr;
  size_t best_words = 0;
  for (const TitleHeading& heading : sources.headings) {
    const std::vector<std::string> words = TitleWords(heading.text);
    const bool whole = words == TitleWords(sources.stated) ||
                       std::any_of(parts.begin(), parts.end(), [&](auto part) { return TitleWords(part) == words; });
    const bool agrees = heading.main && (SaySame(words, sources.stated) || SaySame(words, sources.document));
    if (words == site || words.size() <= best_words || (!whole && !agrees)) continue;
    best = &heading;
    best_words = words.size();
  }
  return best;
}

}  // namespace

std::string ChooseTitle(const TitleSources& sources) {
  const TitleHeading* const best = BestHeading(sources);
  if (best != nullptr) return best->text;
  if (!sources.stated.empty()) return WithoutSite(sources.stated, sources.site);
  if (!sources.document.empty()) return WithoutSite(sources.document, sources.site);
  const auto main = std::find_if(sources.headings.begin(), sources.headings.end(),
                                 [](const TitleHeading& heading) { return heading.main; });
  return main == sources.headings.end() ? "" : main->text;
}

}  // namespace pith::compiler
