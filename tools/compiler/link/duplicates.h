// In: the articles of segments. Out: those whose text is, or nearly is, that of one before them.

#ifndef PITH_TOOLS_COMPILER_LINK_DUPLICATES_H_
#define PITH_TOOLS_COMPILER_LINK_DUPLICATES_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/write/join.h"

namespace pith::compiler {

// An article and the earlier one that it repeats.
struct Duplicate {
  PlaceInSegments article, of;
  bool near;  // not the same text, but most of its runs of words
};

struct NamedDuplicate {
  std::string id, input, of_id, of_input;
  bool near;
};

// Two texts are nearly the same if they share at least four fifths of the runs of kShingleWords words that either has.
inline constexpr uint32_t kShingleWords = 4;
inline constexpr double kNearShare = 0.8;

// What is compared of a text: the least hash of its runs of words in each of kSketchBins classes (MinHash; Li, Owen and
// Zhang 2012). Case and punctuation do not count.
inline constexpr uint32_t kSketchBins = 32;
using Sketch = std::array<uint32_t, kSketchBins>;
Sketch SketchOf(absl::string_view text);

// The share of runs of words that two texts have in common, of those that either has.
double CommonShare(absl::string_view a, absl::string_view b);

// The articles that repeat an earlier one, in order. If one segment has more articles than all others together, its
// articles are not compared with one another, unless it is the only one: that was the time to do so when it was linked.
// So memory grows with the articles that are added to a library, and not with those that it has. O(text).
std::vector<Duplicate> PairsOf(const Segments& segments);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_LINK_DUPLICATES_H_
