// A word as the models see it: hashes of its form, its beginning, end and shape, and the clusters of its meaning.
// Typographic marks count as their ASCII forms (“ ” as ", ’ as ', – as -, — as --, … as ...), digits as 0.

#ifndef PITH_TOOLS_COMPILER_MODELS_WORD_VIEW_H_
#define PITH_TOOLS_COMPILER_MODELS_WORD_VIEW_H_

#include <array>
#include <cstdint>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/clusters.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {

inline constexpr int kAffixes = 5;

struct WordView {
  Feature form = 0;               // normalized, case kept
  Feature lower = 0;              // normalized and lower-cased
  Feature shape = 0;              // "Xx" for "Kenya", "X.X." for "U.S.", "00" for "1,999" after collapsing runs
  Feature prefix[kAffixes] = {};  // of the first 1..5 bytes of `lower`; of all of it if it is shorter
  Feature suffix[kAffixes] = {};  // the same for the last bytes
  uint16_t fine = 0, mid = 0, coarse = 0;  // as WordClusters
  bool capital = false;                    // begins with an upper-case letter
  bool upper = false;                      // several letters, all upper case
  bool letters = false;
  bool digits = false;
  bool glued = false;  // no white space before it
};

// How a whole sentence is written: in a text that is all capitals, letter case says little.
enum class CaseStyle : uint8_t { kMixed, kUpper, kLower, kTitle };

struct SentenceView {
  std::vector<WordView> words;
  CaseStyle style = CaseStyle::kMixed;
  std::vector<std::array<int16_t, kNameLabels>> labels;  // a word's as WordSyntax::names; empty: not read yet
};

// The views of the sentence's tokens, in order. O(bytes of the sentence).
SentenceView ViewSentence(const Clusters& clusters, absl::string_view text, const Sentence& sentence);

// The hash under which the cluster table stores a lower-cased word.
Feature HashBytes(absl::string_view bytes);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_WORD_VIEW_H_
