#include "tools/compiler/markup/boilerplate.h"

#include <algorithm>
#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "tools/compiler/markup/class_words.h"
#include "tools/compiler/markup/page_blocks.h"

namespace pith::compiler {
namespace {

// Words of classes and ids. What has one of the first is never an article, whatever its size.
constexpr absl::string_view kForeignBeginnings[] = {"cookie",   "comentari", "kommentar", "commentair", "disqus",
                                                    "onetrust", "didomi",    "outbrain",  "taboola"};
constexpr absl::string_view kForeignWords[] = {"comment", "comments", "commentlist", "commentarea", "consent",
                                               "gdpr",    "cmp",      "respond",     "interstitial"};
constexpr absl::string_view kAsideBeginnings[] = {"advert",    "breadcrumb", "newsletter", "pagination",
                                                  "recommend", "sharing",    "sidebar",    "sponsor",
                                                  "subscri",   "reflist",    "navbox"};
constexpr absl::string_view kAsideWords[] = {
    "ad",       "ads",         "adsense",    "addthis",    "ambox",     "banner",   "bio",        "bottombar",
    "catlinks", "copyright",   "crumbs",     "disclaimer", "dropdown",  "feedback", "footer",     "hatnote",
    "infobar",  "login",       "mashsb",     "masthead",   "menu",      "metadata", "modal",      "mostread",
    "nav",      "navbar",      "navigation", "noprint",    "overlay",   "pager",    "paywall",    "popular",
    "popup",    "printfooter", "promo",      "promos",     "promotion", "recirc",   "references", "register",
    "related",  "rail",        "share",      "sharedaddy", "sharebar",  "signin",   "signup",     "skip",
    "skiplink", "social",      "socials",    "survey",     "tags",      "taglist",  "teaser",     "teasers",
    "toc",      "toolbar",     "tools",      "topbar",     "trending",  "widget"};
constexpr absl::string_view kAsideRoles[] = {"navigation", "complementary", "banner", "contentinfo", "search", "alert",
                                             "dialog",     "alertdialog",   "menu",   "menubar",     "toolbar"};
constexpr absl::string_view kBodyWords[] = {"article", "entry", "post", "story", "page", "main", "news", "blog", "mw"};
constexpr absl::string_view kBodyParts[] = {"body", "content", "text", "copy"};

template <typename Beginnings>
bool BeginsAsOne(const Beginnings& beginnings, absl::string_view word) {
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [word](absl::string_view beginning) { return absl::StartsWith(word, beginning); });
}

bool IsHidden(const Document& page, uint32_t node) {
  if (page.HasAttribute(node, "hidden") || page.Attribute(node, "aria-hidden") == "true") return true;
  const std::string style = absl::StrReplaceAll(absl::AsciiStrToLower(page.Attribute(node, "style")), {{" ", ""}});
  return absl::StrContains(style, "display:none") || absl::StrContains(style, "visibility:hidden");
}

bool IsAsideTag(GumboTag tag) {
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FORM ||
         tag == GUMBO_TAG_MENU;
}

// How sure it is that an element is not of the article.
enum class Suspicion { kNone, kAside, kForeign };

Suspicion SuspicionOf(const Document& page, uint32_t node) {
  if (page.Name(node) == "dialog") return Suspicion::kForeign;
  Suspicion found = Suspicion::kNone;
  if (IsAsideTag(page[node].tag) || absl::c_linear_search(kAsideRoles, page.Attribute(node, "role")) ||
      IsHidden(page, node)) {
    found = Suspicion::kAside;
  }
  const std::vector<std::string> words = ClassWords(page, node);
  for (const std::string& word : words) {
    if (absl::c_linear_search(kForeignWords, word) || BeginsAsOne(kForeignBeginnings, word)) return Suspicion::kForeign;
    // Elementor calls every part of a page a widget.
    if (word == "widget" && absl::c_linear_search(words, absl::string_view("elementor"))) continue;
    if (absl::c_linear_search(kAsideWords, word) || BeginsAsOne(kAsideBeginnings, word)) found = Suspicion::kAside;
  }
  return found;
}

// What speaks against leaving an element out.
struct Weights {
  std::vector<uint32_t> text;      // bytes of text that a reader sees, in each node
  std::vector<bool> main_heading;  // whether an <h1> is in it
};

Weights Weigh(const Document& page) {
  Weights weights{std::vector<uint32_t>(page.size()), std::vector<bool>(page.size())};
  for (uint32_t i = 0; i < page.size();) {
    if (page.IsText(i)) {
      weights.text[i] = static_cast<uint32_t>(absl::StripAsciiWhitespace(page[i].text).size());
    } else if (IsUnseen(page, i)) {
      i = page[i].end;
      continue;
    }
    weights.main_heading[i] = page[i].tag == GUMBO_TAG_H1;
    ++i;
  }
  for (uint32_t i = page.size(); i-- > 1;) {
    weights.text[page[i].parent] += weights.text[i];
    if (weights.main_heading[i]) weights.main_heading[page[i].parent] = true;
  }
  return weights;
}

}  // namespace

std::vector<bool> FindBoilerplate(const Document& page) {
  constexpr double kMostOfAside = 0.4, kMostOfForeign = 0.9;  // of the page's text; beyond, it is the page
  const Weights weights = Weigh(page);
  std::vector<bool> found(page.size());
  for (uint32_t i = 0; i < page.size();) {
    const GumboTag tag = page[i].tag;
    const bool whole = page.IsText(i) || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN;
    const Suspicion suspicion = whole ? Suspicion::kNone : SuspicionOf(page, i);
    const double most = weights.text[0] * (suspicion == Suspicion::kForeign ? kMostOfForeign : kMostOfAside);
    if (suspicion != Suspicion::kNone && !weights.main_heading[i] && weights.text[i] <= most) {
      found[i] = true;
      i = page[i].end;
    } else {
      ++i;
    }
  }
  return found;
}

bool IsNamedAsBody(const Document& page, uint32_t node) {
  const GumboTag tag = page[node].tag;
  if (page.IsText(node) || tag == GUMBO_TAG_BODY) return false;
  const absl::string_view role = page.Attribute(node, "role");
  if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || role == "main" || role == "article") return true;
  if (absl::StrContains(page.Attribute(node, "itemprop"), "articleBody")) return true;
  const std::vector<std::string> words = ClassWords(page, node);
  const auto has = [&words](const auto& list) {
    return absl::c_any_of(words, [&list](const std::string& word) { return absl::c_linear_search(list, word); });
  };
  return has(kBodyWords) && has(kBodyParts);
}

}  // namespace pith::compiler
