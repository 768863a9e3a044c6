#include "tools/compiler/markup/tag_scan.h"

#include <algorithm>
#include <cstdint>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/markup/document.h"

namespace pith::compiler {
namespace {

// Elements without contents.
constexpr absl::string_view kVoid[] = {"area",  "base",  "basefont", "bgsound", "br",    "col",
                                       "embed", "frame", "hr",       "img",     "input", "keygen",
                                       "link",  "meta",  "param",    "source",  "track", "wbr"};
// Elements that the next of their kind closes.
constexpr absl::string_view kSelfClosed[] = {"p",    "li",    "dt",    "dd",    "tr",     "td",
                                             "th",   "tbody", "thead", "tfoot", "option", "optgroup",
                                             "html", "head",  "body",  "rt",    "rp",     "colgroup"};
// Elements whose contents are text to the parser, whatever it looks like.
constexpr absl::string_view kRaw[] = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"};

struct Tag {
  size_t begin = 0, end = 0;  // from '<' to behind '>'
  std::string name;           // in lower case
  bool closes = false;        // "</p>"
  bool empty = false;         // "<p/>"
  uint32_t attributes = 0;    // at least as many as it has
};

bool IsSpace(char c) { return absl::ascii_isspace(static_cast<unsigned char>(c)); }

// Finds tags one after another, as a browser's tokenizer does; comments and raw text are passed over.
class TagFinder {
 public:
  explicit TagFinder(absl::string_view html) : html_(html) {}

  bool Next(Tag* tag) {
    while (true) {
      at_ = html_.find('<', at_);
      if (at_ == absl::string_view::npos || at_ + 1 >= html_.size()) return false;
      if (absl::StartsWith(html_.substr(at_), "<!--")) {
        SkipBehind("-->", at_ + 4);
      } else if (!ReadTag(tag)) {
        ++at_;
      } else {
        at_ = tag->end;
        if (!tag->closes && !tag->empty && absl::c_linear_search(kRaw, tag->name)) SkipRaw(tag->name);
        return true;
      }
    }
  }

 private:
  void SkipBehind(absl::string_view mark, size_t from) {
    const size_t found = html_.find(mark, from);
    at_ = found == absl::string_view::npos ? html_.size() : found + mark.size();
  }

  // To the end tag of the raw element `name`.
  void SkipRaw(absl::string_view name) {
    for (size_t end = at_; (end = html_.find("</", end)) != absl::string_view::npos; ++end) {
      if (!absl::EqualsIgnoreCase(html_.substr(end + 2, name.size()), name)) continue;
      at_ = end;
      return;
    }
    at_ = html_.size();
  }

  bool ReadTag(Tag* tag) const {
    *tag = Tag();
    tag->begin = at_;
    size_t i = at_ + 1;
    if (html_[i] == '/') tag->closes = true, ++i;
    if (i >= html_.size() || !absl::ascii_isalpha(static_cast<unsigned char>(html_[i]))) return false;
    const size_t name = i;
    while (i < html_.size() && !IsSpace(html_[i]) && html_[i] != '/' && html_[i] != '>') ++i;
    tag->name = absl::AsciiStrToLower(html_.substr(name, i - name));
    ReadAttributes(i, tag);
    return true;
  }

  void ReadAttributes(size_t i, Tag* tag) const {
    char quote = 0;
    for (; i < html_.size() && (quote != 0 || html_[i] != '>'); ++i) {
      const char c = html_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && AfterEquals(i)) {
        quote = c;
        ++tag->attributes;
      } else if (IsSpace(c) || c == '/') {
        ++tag->attributes;
      }
    }
    tag->empty = i < html_.size() && html_[i - 1] == '/';
    tag->end = std::min(i + 1, html_.size());
  }

  // Whether a quotation mark at `i` begins a value.
  bool AfterEquals(size_t i) const {
    while (i > 0 && IsSpace(html_[i - 1])) --i;
    return i > 0 && html_[i - 1] == '=';
  }

  const absl::string_view html_;
  size_t at_ = 0;
};

bool HasContents(const Tag& tag) { return !absl::c_linear_search(kVoid, tag.name); }

}  // namespace

absl::Status CheckTags(absl::string_view html) {
  absl::flat_hash_map<std::string, uint32_t> open;
  uint64_t depth = 0;
  TagFinder finder(html);
  for (Tag tag; finder.Next(&tag);) {
    if (tag.attributes > kMaxTagAttributes) {
      return absl::InvalidArgumentError(
          absl::StrCat("a tag with more than ", uint32_t{kMaxTagAttributes}, " attributes at byte ", tag.begin));
    }
    if (!HasContents(tag) || absl::c_linear_search(kSelfClosed, tag.name)) continue;
    uint32_t& same = open[tag.name];
    if (tag.closes && same > 0) {
      --same;
      --depth;
    } else if (!tag.closes && ++same > 0 && ++depth > kMaxPageDepth) {
      return absl::InvalidArgumentError(
          absl::StrCat("elements nested deeper than ", uint32_t{kMaxPageDepth}, " at byte ", tag.begin));
    }
  }
  return absl::OkStatus();
}

std::string ExpandEmptyTags(absl::string_view xhtml) {
  std::string html;
  html.reserve(xhtml.size() + xhtml.size() / 64);
  size_t copied = 0;
  TagFinder finder(xhtml);
  for (Tag tag; finder.Next(&tag);) {
    if (!tag.empty || tag.closes || !HasContents(tag)) continue;
    absl::StrAppend(&html, xhtml.substr(copied, tag.end - 2 - copied), "></", tag.name, ">");
    copied = tag.end;
  }
  absl::StrAppend(&html, xhtml.substr(copied));
  return html;
}

}  // namespace pith::compiler
