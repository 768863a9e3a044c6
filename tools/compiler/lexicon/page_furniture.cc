#include "tools/compiler/lexicon/page_furniture.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostBytes = 160;  // a longer line is a paragraph

constexpr absl::string_view kBeginnings[] = {"photo:",
                                             "photos:",
                                             "photograph:",
                                             "picture:",
                                             "image:",
                                             "images:",
                                             "caption:",
                                             "credit:",
                                             "video:",
                                             "listen:",
                                             "watch:",
                                             "file photo",
                                             "share this",
                                             "share on",
                                             "tweet this",
                                             "print this",
                                             "email this",
                                             "follow us",
                                             "sign up",
                                             "subscribe to",
                                             "subscribe now",
                                             "log in",
                                             "register now",
                                             "click here",
                                             "read more",
                                             "read also",
                                             "read next",
                                             "see also:",
                                             "related:",
                                             "related articles",
                                             "more on this",
                                             "advertisement",
                                             "sponsored",
                                             "skip to",
                                             "back to top",
                                             "all rights reserved",
                                             "copyright \xC2\xA9",
                                             "\xC2\xA9 ",
                                             "copyright (c)",
                                             "terms of use",
                                             "privacy policy",
                                             "this site uses cookies",
                                             "we use cookies",
                                             "accept all",
                                             "cookie settings",
                                             "load more",
                                             "show comments",
                                             "leave a comment"};

}  // namespace

bool IsPageFurniture(absl::string_view line) {
  if (line.size() > kMostBytes) return false;
  const std::string lower = absl::AsciiStrToLower(line);
  return std::any_of(std::begin(kBeginnings), std::end(kBeginnings),
                     [&lower](absl::string_view beginning) { return absl::StartsWith(lower, beginning); });
}

}  // namespace pith::compiler
