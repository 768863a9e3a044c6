#include "tools/compiler/markup/main_blocks.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/markup/boilerplate.h"
#include "tools/compiler/markup/element_kinds.h"

namespace pith::compiler {
namespace {

constexpr size_t kLongLine = 60;    // bytes; a line that is as long is a sentence or more
constexpr size_t kTeaser = 400;     // bytes; an invitation to another page has no more
constexpr size_t kLeastText = 250;  // bytes; an article has more
constexpr double kMostlyLinks = 0.5;
constexpr double kNamedShare = 0.75;    // of the value, for an element that is called a body
constexpr double kUnnamedShare = 0.93;  // and for others
constexpr double kDroppedCost = 0.5;    // of what a part with more scraps than prose costs, for it can be dropped
constexpr size_t kMostAboveText = 12;   // blocks between the title and the text

bool EndsSentence(absl::string_view text) {
  for (const absl::string_view closer : {"\"", "'", ")", "]", "”", "’", "»"}) absl::ConsumeSuffix(&text, closer);
  return absl::EndsWith(text, ".") || absl::EndsWith(text, "!") || absl::EndsWith(text, "?") ||
         absl::EndsWith(text, "…") || absl::EndsWith(text, ":");
}

double LinkShare(const PageBlock& block) {
  return static_cast<double>(block.linked) / static_cast<double>(block.text.size());
}

// How much the block speaks for being in the main text, in bytes: prose is worth its length, links and scraps cost it.
double ValueOf(const PageBlock& block) {
  const auto size = static_cast<double>(block.text.size());
  const double links = LinkShare(block);
  if (links > kMostlyLinks) return -size;
  const bool prose = block.text.size() >= kLongLine || (EndsSentence(block.text) && block.text.size() > kLongLine / 4);
  switch (block.kind) {
    case BlockKind::kHeading:
      return 0;
    case BlockKind::kListItem:
      return size * (1 - links) * (prose ? 1 : 0.3);
    case BlockKind::kCaption:
      return size * 0.3;
    case BlockKind::kTableRow:
      return size * 0.5 * (1 - links);
    case BlockKind::kCode:
      return size;
    default:
      return prose ? size * (1 - links) : -size * 0.5;
  }
}

// Whether an element may be left out of the text around it: lines of text may not, however short they are.
bool IsPart(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_CAPTION:
      return false;
    default:
      return IsBlockElement(tag) && HeadingLevel(tag) == 0;
  }
}

// The letters and digits of a text, in lower case.
std::string Letters(absl::string_view text) {
  std::string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || byte >= 0x80) letters += absl::ascii_tolower(byte);
  }
  return letters;
}

// A line that is nothing but a link leads elsewhere: "Read more: ...".
bool IsLink(const PageBlock& block) {
  constexpr double kAll = 0.8;
  return block.kind == BlockKind::kParagraph && LinkShare(block) > kAll && !EndsSentence(block.text);
}

class MainFinder {
 public:
  MainFinder(const Document& page, const std::vector<PageBlock>& blocks)
      : page_(page), blocks_(blocks), sizes_(page.size()), values_(page.size()) {
    for (const PageBlock& block : blocks_) sizes_[block.node] += block.text.size();
    for (uint32_t i = page_.size(); i-- > 1;) sizes_[page_[i].parent] += sizes_[i];
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const double value = ValueOf(blocks_[i]);
      values_[blocks_[i].node] += value > 0 && IsTeaser(i) ? -value : value;
    }
    for (uint32_t i = page_.size(); i-- > 1;)
      values_[page_[i].parent] += values_[i] * (IsDroppable(i) ? kDroppedCost : 1);
  }

  // Whether each block belongs to the main text of the article with this title.
  std::vector<bool> Find(absl::string_view title) const {
    const uint32_t root = Root();
    const std::vector<bool> dropped = Dropped(root);
    std::vector<bool> kept(blocks_.size());
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const uint32_t node = blocks_[i].node;
      kept[i] = node >= root && node < page_[root].end && !dropped[node] && !IsLink(blocks_[i]);
    }
    KeepAbove(Letters(title), &kept);
    return kept;
  }

 private:
  // Whether the block says a few words about a page that the link before it leads to, in a box with nothing else.
  bool IsTeaser(size_t i) const {
    if (i == 0 || LinkShare(blocks_[i - 1]) <= kMostlyLinks || blocks_[i].text.size() > kTeaser) return false;
    const uint32_t link = blocks_[i - 1].node;
    const auto holds_link = [&](uint32_t box) { return link >= box && link < page_[box].end; };
    const uint32_t node = blocks_[i].node, box = holds_link(node) ? node : page_[node].parent;
    const size_t both = blocks_[i - 1].text.size() + blocks_[i].text.size();
    return holds_link(box) && sizes_[box] <= both + kLongLine;
  }

  // Whether the node is a part with more links and scraps than prose.
  bool IsDroppable(uint32_t node) const { return values_[node] < 0 && IsPart(page_[node].tag); }

  // What stands between the title and the text, a standfirst or a caption, belongs to it.
  void KeepAbove(const std::string& title, std::vector<bool>* kept) const {
    const auto first = static_cast<size_t>(std::find(kept->begin(), kept->end(), true) - kept->begin());
    if (title.empty()) return;
    for (size_t i = first; i-- > 0 && first - i <= kMostAboveText;) {
      if (Letters(blocks_[i].text) != title) continue;
      for (size_t j = i + 1; j < first; ++j) (*kept)[j] = ValueOf(blocks_[j]) > 0 && !IsTeaser(j);
      return;
    }
  }

  // The element that holds the main text.
  uint32_t Root() const {
    auto root = static_cast<uint32_t>(std::max_element(values_.begin(), values_.end()) - values_.begin());
    for (uint32_t i = root + 1; i < page_[root].end; ++i) {
      if (!IsPart(page_[i].tag)) continue;
      const double share = IsNamedAsBody(page_, i) ? kNamedShare : kUnnamedShare;
      if (values_[i] >= share * values_[root]) root = i;
    }
    return root;
  }

  // The nodes in `root` that lie in a droppable part.
  std::vector<bool> Dropped(uint32_t root) const {
    std::vector<bool> dropped(page_.size());
    for (uint32_t i = root + 1; i < page_[root].end; ++i) {
      dropped[i] = dropped[page_[i].parent] || IsDroppable(i);
    }
    return dropped;
  }

  const Document& page_;
  const std::vector<PageBlock>& blocks_;
  std::vector<size_t> sizes_;   // of the text in each node
  std::vector<double> values_;  // how much each node speaks for being in the main text
};

// The kept blocks, without a heading that repeats the title and headings that nothing stands under.
std::vector<PageBlock> Tidy(std::vector<PageBlock> blocks, const std::vector<bool>& kept, absl::string_view title) {
  std::vector<PageBlock> tidy;
  const std::string title_letters = Letters(title);
  const auto drop_empty = [&tidy](uint8_t level) {
    while (!tidy.empty() && tidy.back().kind == BlockKind::kHeading && tidy.back().level >= level) tidy.pop_back();
  };
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (!kept[i]) continue;
    const bool heading = blocks[i].kind == BlockKind::kHeading;
    const bool repeats = !title_letters.empty() && Letters(blocks[i].text) == title_letters;
    if (repeats && (heading || blocks[i].kind == BlockKind::kCaption)) continue;
    if (heading) drop_empty(blocks[i].level);
    tidy.push_back(std::move(blocks[i]));
  }
  drop_empty(0);
  return tidy;
}

size_t TextSize(const std::vector<PageBlock>& blocks) {
  size_t size = 0;
  for (const PageBlock& block : blocks) size += block.text.size();
  return size;
}

}  // namespace

std::vector<PageBlock> MainBlocks(const Document& page, absl::string_view title) {
  std::vector<PageBlock> main;
  // Where so little is left that the article must have gone with it, names count for nothing.
  for (const bool by_name : {true, false}) {
    std::vector<PageBlock> blocks = FindBlocks(page, by_name ? FindBoilerplate(page) : std::vector<bool>(page.size()));
    const std::vector<bool> kept = MainFinder(page, blocks).Find(title);
    std::vector<PageBlock> found = Tidy(std::move(blocks), kept, title);
    if (TextSize(found) > TextSize(main)) main = std::move(found);
    if (TextSize(main) >= kLeastText) break;
  }
  return main;
}

}  // namespace pith::compiler
