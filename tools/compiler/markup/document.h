// In: the bytes of an HTML page. Out: its elements and text, as the HTML standard's parser (Gumbo) leaves them.
// Who may use it: the readers of formats that hold HTML, and the other files of this folder.

#ifndef PITH_TOOLS_COMPILER_MARKUP_DOCUMENT_H_
#define PITH_TOOLS_COMPILER_MARKUP_DOCUMENT_H_

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace pith::compiler {

// What a page may take; no page that people read comes near.
constexpr uint64_t kMaxPageBytes = uint64_t{32} << 20;
constexpr uint64_t kMaxTreeBytes = uint64_t{512} << 20;  // memory for its tree
constexpr uint32_t kMaxPageDepth = 4096;                 // elements open at once
constexpr uint32_t kMaxTagAttributes = 4096;             // of one tag

// An element or a piece of text. Nodes lie in document order, so a node's descendants are those from the next one to
// `end`, and its next sibling, if it has one, is the node at `end`.
struct Node {
  uint32_t parent = 0;
  uint32_t end = 0;
  GumboTag tag = GUMBO_TAG_UNKNOWN;       // of an element
  absl::string_view text;                 // of a piece of text, with its entities decoded
  const GumboElement* element = nullptr;  // null for text
};

class Arena;

class Document {
 public:
  // Parses `html`, UTF-8; any bytes that are HTML to a browser. `xhtml`: a tag that ends in "/>" has no contents, also
  // where HTML would ignore the slash. InvalidArgument for a page beyond the limits above. `html` must outlive the
  // document. O(size) for pages in use.
  static absl::StatusOr<Document> Parse(absl::string_view html, bool xhtml);

  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  uint32_t size() const { return static_cast<uint32_t>(nodes_.size()); }  // node 0 is <html>
  const Node& operator[](uint32_t node) const { return nodes_[node]; }
  bool IsText(uint32_t node) const { return nodes_[node].element == nullptr; }

  // The value of an attribute; "" if the element has none, or for text.
  absl::string_view Attribute(uint32_t node, const char* name) const;
  bool HasAttribute(uint32_t node, const char* name) const;

  // The name of an element's tag, in lower case where HTML knows it.
  absl::string_view Name(uint32_t node) const;

  // All text inside the node, with white space as it stands. Scripts and style sheets count as text.
  std::string TextOf(uint32_t node) const;

 private:
  Document();

  std::unique_ptr<Arena> arena_;         // what the parser allocated: `text` and `element` point into it
  std::unique_ptr<std::string> source_;  // what was parsed, if it is not the caller's
  std::vector<Node> nodes_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MARKUP_DOCUMENT_H_
