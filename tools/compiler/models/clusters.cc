#include "tools/compiler/models/clusters.h"

namespace pith::compiler {

absl::Status Clusters::Open(Bytes section) {
  if (section.empty()) return absl::OkStatus();
  const uint64_t levels = uint64_t{section.U32(0)} * 4;
  const uint32_t bits = section.U32(4 + levels);
  if (bits < 1 || bits > 24 || !section.Has(8 + levels, uint64_t{4} << bits)) {
    return absl::DataLossError("has damaged clusters");
  }
  slot_bits_ = bits;
  levels_ = section.Sub(4, levels);
  slots_ = section.Sub(8 + levels, uint64_t{4} << bits);
  return absl::OkStatus();
}

WordClusters Clusters::Find(Feature lower) const {
  if (slots_.empty()) return {};
  const uint64_t mask = (uint64_t{1} << slot_bits_) - 1;
  const uint16_t mark = static_cast<uint16_t>(lower);
  // A full table cannot trap the search: it ends after one round.
  uint64_t slot = lower >> (64 - slot_bits_);
  for (uint64_t step = 0; step <= mask; ++step, slot = (slot + 1) & mask) {
    const uint16_t fine = slots_.U16(4 * slot + 2);
    if (fine == 0) return {};
    if (slots_.U16(4 * slot) != mark) continue;
    const uint64_t levels_at = 4 * (fine - uint64_t{1});
    return {fine, levels_.U16(levels_at), levels_.U16(levels_at + 2)};
  }
  return {};
}

}  // namespace pith::compiler
