// Clusters of words by meaning (Brown clusters): words that stand in like company share a number, at three levels.
//
//   clusters      u32 n, n x { u16 mid, u16 coarse }, u32 bits, 2^bits x { u16 mark, u16 fine }: open addressing by the
//                 top bits of a lower-cased word's hash; fine 0: free; cluster numbers begin with 1

#ifndef PITH_TOOLS_COMPILER_MODELS_CLUSTERS_H_
#define PITH_TOOLS_COMPILER_MODELS_CLUSTERS_H_

#include <cstdint>

#include "absl/status/status.h"
#include "engine/format/bytes.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {

// The numbers of a word's clusters, 0 where it is unknown.
struct WordClusters {
  uint16_t fine = 0, mid = 0, coarse = 0;
};

class Clusters {
 public:
  // No words.
  Clusters() = default;

  // Takes over a section, which must outlive the clusters; an empty one has no words. DataLoss where it is damaged.
  absl::Status Open(Bytes section);

  // The clusters of the word whose lower-cased form has this hash (HashBytes of word_view.h).
  WordClusters Find(Feature lower) const;

 private:
  Bytes levels_, slots_;
  uint32_t slot_bits_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_CLUSTERS_H_
