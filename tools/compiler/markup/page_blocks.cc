#include "tools/compiler/markup/page_blocks.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/markup/class_words.h"
#include "tools/compiler/markup/clean_text.h"
#include "tools/compiler/markup/element_kinds.h"
#include "tools/compiler/markup/tables.h"

namespace pith::compiler {
namespace {

// "[3]" above the line: a link to a note.
bool IsNoteMark(const Document& page, uint32_t node) {
  if (page[node].tag != GUMBO_TAG_SUP) return false;
  const std::string text = page.TextOf(node);
  const absl::string_view mark = absl::StripAsciiWhitespace(text);
  if (mark.empty() || mark.size() > 12) return false;
  for (uint32_t i = node + 1; i < page[node].end; ++i) {
    if (page[i].tag == GUMBO_TAG_A && absl::StrContains(page.Attribute(i, "href"), "#")) return true;
  }
  return false;
}

// The sign behind a heading that links to it.
bool IsPermalink(const Document& page, uint32_t node) {
  if (page[node].tag != GUMBO_TAG_A) return false;
  const std::string text = page.TextOf(node);
  return text == "¶" || text == "#" || text == "§" || text == "\xEF\x83\x81";
}

bool IsCalledCaption(const Document& page, uint32_t node) {
  const std::vector<std::string> words = ClassWords(page, node);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return absl::EndsWith(word, "caption"); });
}

// A block element that is open.
struct OpenBlock {
  uint32_t node = 0;
  BlockKind kind = BlockKind::kParagraph;  // of the blocks in it
  uint8_t level = 0;                       // of a heading
  uint8_t lists = 0;                       // how many lists hold it
  std::string marker;                      // for the first block in it
  uint32_t items = 0;                      // of a numbered list, so far
  bool numbered = false;                   // an <ol>
  bool data = false;                       // a table of data
};

class PageBlockFinder {
 public:
  PageBlockFinder(const Document& page, const std::vector<bool>& skipped) : page_(page), skipped_(skipped), open_(1) {}

  std::vector<PageBlock> Find() {
    std::vector<uint32_t> open;
    for (uint32_t i = 0; i < page_.size();) {
      while (!open.empty() && page_[open.back()].end <= i) {
        Leave(open.back());
        open.pop_back();
      }
      if (page_.IsText(i)) {
        AddText(page_[i++].text);
      } else if (skipped_[i] || IsUnseen(page_, i)) {
        if (IsBlockElement(page_[i].tag) && !in_row_) Flush();
        if (InHeading()) NoteAnchor(i);  // of a sign that links to it
        i = page_[i].end;
      } else {
        Enter(i);
        open.push_back(i++);
      }
    }
    Flush();
    return std::move(blocks_);
  }

 private:
  void Enter(uint32_t node) {
    const GumboTag tag = page_[node].tag;
    if (tag == GUMBO_TAG_A) ++links_;
    NoteAnchor(node);
    if (in_row_) {
      EnterInRow(tag);
    } else if (tag == GUMBO_TAG_BR) {
      text_ += '\n';
    } else if (IsBlockElement(tag)) {
      Flush();
      Open(node);
    }
  }

  void Leave(uint32_t node) {
    const GumboTag tag = page_[node].tag;
    if (tag == GUMBO_TAG_A) --links_;
    if (in_row_ && tag != GUMBO_TAG_TR) {
      if (IsBlockElement(tag)) text_ += ' ';
    } else if (IsBlockElement(tag)) {
      Flush();
      in_row_ = false;
      open_.pop_back();
    }
  }

  // In a row of data, cells stand beside each other, and whatever is in them is one line.
  void EnterInRow(GumboTag tag) {
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
      EndCell();
      in_header_ = tag == GUMBO_TAG_TH;
    } else if (tag == GUMBO_TAG_BR || IsBlockElement(tag)) {
      text_ += ' ';
    }
  }

  // Puts the text so far into the row, as a cell of it.
  void EndCell() {
    const std::string text = CleanLine(text_);
    text_.clear();
    if (text.empty()) return;
    const bool behind_header = cells_.size() == 1 && cells_[0].header && !in_header_;
    absl::StrAppend(&row_, cells_.empty() ? "" : behind_header ? ": " : " | ");
    const auto begin = static_cast<uint32_t>(row_.size());
    row_ += text;
    cells_.push_back({begin, static_cast<uint32_t>(row_.size()), in_header_});
  }

  void Open(uint32_t node) {
    OpenBlock block;
    block.kind = open_.back().kind;
    block.level = open_.back().level;
    block.lists = open_.back().lists;
    block.node = node;
    const GumboTag tag = page_[node].tag;
    if (HeadingLevel(tag) > 0) {
      block.kind = BlockKind::kHeading;
      block.level = HeadingLevel(tag);
      own_anchor_ = !AnchorOf(node).empty();
    } else if (tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_FIGCAPTION || IsCalledCaption(page_, node)) {
      block.kind = BlockKind::kCaption;
    } else if (tag == GUMBO_TAG_PRE) {
      block.kind = BlockKind::kCode;
    } else if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) {
      block.numbered = tag == GUMBO_TAG_OL;
      if (block.lists < UINT8_MAX) ++block.lists;
    } else if (tag == GUMBO_TAG_LI) {
      OpenItem(&block);
    } else if (tag == GUMBO_TAG_TABLE) {
      block.data = IsDataTable(page_, node);
    } else if (tag == GUMBO_TAG_TR && InDataTable()) {
      block.kind = BlockKind::kTableRow;
      in_row_ = true;
      in_header_ = false;
    }
    open_.push_back(std::move(block));
  }

  // Items of the list that is open, if one is: pages have items without a list, too.
  void OpenItem(OpenBlock* item) {
    OpenBlock& list = open_.back();
    item->kind = BlockKind::kListItem;
    item->lists = std::max<uint8_t>(item->lists, 1);
    item->marker = list.numbered ? absl::StrCat(++list.items, ". ") : "- ";
  }

  // Whether the table that the row belongs to is one of data. Between them stands at most a part of the table.
  bool InDataTable() const {
    for (size_t i = open_.size(); i > 0 && i + 2 > open_.size(); --i) {
      if (open_[i - 1].data) return true;
    }
    return false;
  }

  absl::string_view AnchorOf(uint32_t node) const {
    absl::string_view anchor = page_.Attribute(node, "id");
    if (anchor.empty() && page_[node].tag == GUMBO_TAG_A) anchor = page_.Attribute(node, "name");
    return anchor;
  }

  bool InHeading() const { return open_.back().kind == BlockKind::kHeading; }

  // The next block has the anchor that is nearest before its text; a heading has its own, or else the last one in it.
  void NoteAnchor(uint32_t node) {
    const absl::string_view anchor = AnchorOf(node);
    if (!anchor.empty() && !(InHeading() && own_anchor_)) anchor_ = std::string(anchor);
  }

  void AddText(absl::string_view text) {
    if (!begun_ && !InHeading() && !absl::StripAsciiWhitespace(text).empty()) {
      begun_ = true;
      block_anchor_ = std::exchange(anchor_, "");
    }
    const size_t before = text_.size();
    text_.append(text.data(), text.size());
    if (open_.back().kind != BlockKind::kCode) {
      std::replace(text_.begin() + static_cast<std::ptrdiff_t>(before), text_.end(), '\n', ' ');
    }
    if (links_ > 0) linked_ += CleanLine(text).size();
  }

  // Ends a block, if there is text for one.
  void Flush() {
    if (in_row_) {
      EndCell();
      AddBlock(std::exchange(row_, ""));
      cells_.clear();
    } else if (open_.back().kind == BlockKind::kCode) {
      AddBlock(CleanLines(text_));
    } else if (!text_.empty()) {
      AddLines();
    }
    text_.clear();
    linked_ = 0;
    begun_ = false;
  }

  // A line break ends a line, two of them end a paragraph.
  void AddLines() {
    std::vector<std::string> paragraphs(1);
    size_t size = 0;
    for (const absl::string_view line : absl::StrSplit(text_, '\n')) {
      const std::string clean = CleanLine(line);
      if (clean.empty()) {
        paragraphs.emplace_back();
      } else {
        absl::StrAppend(&paragraphs.back(), paragraphs.back().empty() ? "" : EndOfLine(), clean);
      }
      size += clean.size();
    }
    // Where the links were is not known any more; each paragraph has its share of them.
    const double linked_share = size == 0 ? 0 : static_cast<double>(linked_) / static_cast<double>(size);
    for (std::string& paragraph : paragraphs) {
      linked_ = static_cast<size_t>(linked_share * static_cast<double>(paragraph.size()));
      AddBlock(std::move(paragraph));
    }
  }

  absl::string_view EndOfLine() const { return open_.back().kind == BlockKind::kParagraph ? "\n" : " "; }

  void AddBlock(std::string text) {
    if (text.empty()) return;
    OpenBlock& open = open_.back();
    PageBlock block;
    block.node = open.node;
    block.kind = open.kind;
    block.level = open.kind == BlockKind::kHeading ? open.level : open.lists;
    block.anchor = std::exchange(InHeading() ? anchor_ : block_anchor_, "");
    block.linked = static_cast<uint32_t>(std::min(linked_, text.size()));
    block.text = std::move(text);
    block.cells = cells_;
    // An item may begin with a paragraph of its own.
    for (size_t i = open_.size(); i > 0 && block.marker.empty() && open_[i - 1].kind == BlockKind::kListItem; --i) {
      block.marker = std::exchange(open_[i - 1].marker, "");
    }
    blocks_.push_back(std::move(block));
  }

  const Document& page_;
  const std::vector<bool>& skipped_;
  std::vector<OpenBlock> open_;  // the first one is the page itself
  std::vector<PageBlock> blocks_;
  std::string text_;    // of the block that is open, with line breaks as line ends
  std::string anchor_;  // the nearest one that no block has
  std::string block_anchor_;
  bool own_anchor_ = false;  // of the heading that is open: it has one itself
  bool begun_ = false;       // there is text for a block
  size_t linked_ = 0;
  uint32_t links_ = 0;       // that are open
  bool in_row_ = false;      // of a table of data
  bool in_header_ = false;   // a cell that is one
  std::string row_;          // so far
  std::vector<Cell> cells_;  // of it
};

// Whether `block` stands right below the one before, without a blank line.
bool IsJoined(const PageBlock& before, const PageBlock& block) {
  if (before.kind != block.kind) return false;
  return block.kind == BlockKind::kTableRow || (block.kind == BlockKind::kListItem && !block.marker.empty());
}

}  // namespace

bool IsUnseen(const Document& page, uint32_t node) {
  return IsUnseenElement(page[node].tag) || IsNoteMark(page, node) || IsPermalink(page, node) ||
         HasClass(page, node, "mw-editsection");
}

std::string LineOf(const Document& page, uint32_t node) {
  std::string line;
  for (uint32_t i = node; i < page[node].end;) {
    if (page.IsText(i)) {
      absl::StrAppend(&line, page[i++].text);
    } else if (IsUnseen(page, i)) {
      i = page[i].end;
    } else {
      if (page[i].tag == GUMBO_TAG_BR || IsBlockElement(page[i].tag)) line += ' ';
      ++i;
    }
  }
  return CleanLine(line);
}

std::vector<PageBlock> FindBlocks(const Document& page, const std::vector<bool>& skipped) {
  return PageBlockFinder(page, skipped).Find();
}

void JoinBlocks(const std::vector<PageBlock>& blocks, Article* article) {
  std::string& text = article->text;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const PageBlock& block = blocks[i];
    if (i > 0) text += IsJoined(blocks[i - 1], block) ? "\n" : "\n\n";
    if (!block.marker.empty()) text.append(2 * size_t{std::max<uint8_t>(block.level, 1)} - 2, ' ');
    text += block.marker;
    Block placed;
    placed.begin = static_cast<uint32_t>(text.size());
    text += block.text;
    placed.end = static_cast<uint32_t>(text.size());
    placed.kind = block.kind;
    placed.level = block.level;
    placed.anchor = block.anchor;
    for (const Cell& cell : block.cells) {
      placed.cells.push_back({placed.begin + cell.begin, placed.begin + cell.end, cell.header});
    }
    article->blocks.push_back(std::move(placed));
  }
  if (!text.empty()) text += '\n';
}

}  // namespace pith::compiler
