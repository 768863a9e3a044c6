// In: segments. Out: the index that holds the articles of all of them, in order; the same as if they had been compiled
// at once. Takes memory for the distinct words, and for what loose parts say of words, but none for articles' texts.

#ifndef PITH_TOOLS_COMPILER_WRITE_JOIN_H_
#define PITH_TOOLS_COMPILER_WRITE_JOIN_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/output.h"
#include "tools/compiler/write/segment.h"

namespace pith::compiler {

// What the index's only article was compiled from (tools/compiler/objects/object.h). The engine skips it.
inline constexpr uint32_t kSectionOrigin = FourLetters("ORIG");

using Segments = std::vector<std::unique_ptr<Segment>>;

// An article of a segment.
struct PlaceInSegments {
  size_t segment;
  uint32_t article;
};

// Visits the articles of all segments that are kept, in order of their ids' bytes; those of one id in order.
class IdCursor {
 public:
  // The segments must stay as they are while it is in use.
  explicit IdCursor(const Segments& segments);
  // False after the last. `id` is valid as long as the segment's bytes.
  bool Next(PlaceInSegments* place, Bytes* id);

 private:
  struct Head {
    Bytes id;
    size_t segment;
    uint32_t place;  // in the segment's order of ids
  };
  void Push(size_t segment, uint32_t place);
  // A heap's order: whether `x` comes after `y`.
  static bool After(const Head& x, const Head& y);

  const Segments& segments_;
  std::vector<Head> heads_;  // a heap
};

struct JoinOptions {
  absl::string_view language_block;   // with which all articles were compiled
  bool embed_language = true;         // otherwise it is only named
  std::optional<uint16_t> threshold;  // of confidence, in ten-thousandths; the block's own unless said
  absl::string_view origin;           // the bytes of ORIG; empty: there is no such section
};

// Writes the index to `out`, which is empty. InvalidArgument for a damaged part or language block, for two articles of
// one id, and for more than kMaxArticles. O(bytes + postings * log segments).
absl::Status Join(const Segments& segments, const JoinOptions& options, Output* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_JOIN_H_
