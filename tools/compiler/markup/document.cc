#include "tools/compiler/markup/document.h"

#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <string>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/markup/tag_scan.h"

namespace pith::compiler {

// Memory for the parser, given back as a whole: freeing a tree node by node takes a stack as deep as the tree.
class Arena {
 public:
  explicit Arena(uint64_t limit) : limit_(limit) {}

  std::jmp_buf& exhausted() { return exhausted_; }

  // Leaves the parser by `exhausted` where the limit is reached; it has no other way to learn of that.
  void* Allocate(size_t size) {
    constexpr size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > limit_ - used_) std::longjmp(exhausted_, 1);
    used_ += size;
    if (size > left_) AddChunk(size);
    last_ = next_;
    next_ += size;
    left_ -= size;
    return last_;
  }

  // Only what was allocated last is used again: that is how the parser's buffers grow.
  void Free(void* pointer) {
    if (pointer == nullptr || pointer != last_) return;
    used_ -= static_cast<uint64_t>(next_ - last_);
    left_ += static_cast<size_t>(next_ - last_);
    next_ = last_;
    last_ = nullptr;
  }

 private:
  static constexpr size_t kChunk = 1 << 20;

  void AddChunk(size_t size) {
    left_ = size > kChunk ? size : kChunk;
    chunks_.push_back(std::make_unique<char[]>(left_));
    next_ = chunks_.back().get();
  }

  const uint64_t limit_;
  uint64_t used_ = 0;
  size_t left_ = 0;       // of the last chunk
  char* next_ = nullptr;  // where it goes on
  char* last_ = nullptr;  // what was allocated last
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::jmp_buf exhausted_;
};

namespace {

// The parser's tree, in the arena; null if that is too small. Nothing here has a destructor, for longjmp passes by.
const GumboOutput* ParseInto(Arena* arena, const char* html, size_t size) {
  if (setjmp(arena->exhausted()) != 0) return nullptr;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* arena, size_t size) { return static_cast<Arena*>(arena)->Allocate(size); };
  options.deallocator = [](void* arena, void* pointer) { static_cast<Arena*>(arena)->Free(pointer); };
  options.userdata = arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html, size);
}

bool IsTextNode(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}

bool IsElementNode(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

// The tree under `root` in document order.
std::vector<Node> Flatten(const GumboNode& root) {
  struct Open {
    const GumboVector* children;
    unsigned next;
    uint32_t node;
  };
  std::vector<Node> nodes;
  std::vector<Open> open;
  const auto enter = [&](const GumboNode& node, uint32_t parent) {
    const auto index = static_cast<uint32_t>(nodes.size());
    nodes.emplace_back();
    nodes.back().parent = parent;
    nodes.back().end = index + 1;
    if (IsTextNode(node)) {
      nodes.back().text = node.v.text.text;
    } else {
      nodes.back().tag = node.v.element.tag;
      nodes.back().element = &node.v.element;
      open.push_back({&node.v.element.children, 0, index});
    }
  };
  enter(root, 0);
  while (!open.empty()) {
    Open& last = open.back();
    if (last.next == last.children->length) {
      nodes[last.node].end = static_cast<uint32_t>(nodes.size());
      open.pop_back();
      continue;
    }
    const auto& child = *static_cast<const GumboNode*>(last.children->data[last.next++]);
    if (IsTextNode(child) || IsElementNode(child)) enter(child, last.node);
  }
  return nodes;
}

}  // namespace

Document::Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

absl::StatusOr<Document> Document::Parse(absl::string_view html, bool xhtml) {
  if (html.size() > kMaxPageBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("a page of ", html.size(), " bytes; the limit is ", uint64_t{kMaxPageBytes}));
  }
  Document document;
  if (xhtml) {
    document.source_ = std::make_unique<std::string>(ExpandEmptyTags(html));
    html = *document.source_;
  }
  if (absl::Status status = CheckTags(html); !status.ok()) return status;
  document.arena_ = std::make_unique<Arena>(kMaxTreeBytes);
  const GumboOutput* const parsed = ParseInto(document.arena_.get(), html.data(), html.size());
  if (parsed == nullptr) {
    return absl::InvalidArgumentError(
        absl::StrCat("markup whose tree takes more than ", kMaxTreeBytes >> 20, " MiB of memory"));
  }
  document.nodes_ = Flatten(*parsed->root);
  return document;
}

absl::string_view Document::Attribute(uint32_t node, const char* name) const {
  if (IsText(node)) return "";
  const GumboAttribute* const attribute = gumbo_get_attribute(&nodes_[node].element->attributes, name);
  return attribute == nullptr ? "" : attribute->value;
}

bool Document::HasAttribute(uint32_t node, const char* name) const {
  return !IsText(node) && gumbo_get_attribute(&nodes_[node].element->attributes, name) != nullptr;
}

absl::string_view Document::Name(uint32_t node) const {
  if (IsText(node)) return "";
  if (nodes_[node].tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(nodes_[node].tag);
  GumboStringPiece name = nodes_[node].element->original_tag;
  if (name.data == nullptr) return "";
  gumbo_tag_from_original_text(&name);
  return absl::string_view(name.data, name.length);
}

std::string Document::TextOf(uint32_t node) const {
  std::string text;
  for (uint32_t i = node; i < nodes_[node].end; ++i) absl::StrAppend(&text, nodes_[i].text);
  return text;
}

}  // namespace pith::compiler
