#include "tools/compiler/models/perceptron.h"

#include <algorithm>
#include <cstring>

namespace pith::compiler {
namespace {

constexpr uint64_t kHeader = 8;
constexpr uint32_t kMaxBits = 24;

// Unaligned little-endian loads without bounds checks: Open has checked the bounds.
inline uint32_t Load32(const uint8_t* at) {
  return static_cast<uint32_t>(at[0]) | static_cast<uint32_t>(at[1]) << 8 | static_cast<uint32_t>(at[2]) << 16 |
         static_cast<uint32_t>(at[3]) << 24;
}
inline uint32_t Load16(const uint8_t* at) { return static_cast<uint32_t>(at[0]) | static_cast<uint32_t>(at[1]) << 8; }

}  // namespace

absl::Status LinearModel::Open(Bytes bytes) {
  const absl::Status damaged = absl::DataLossError("a classifier in the model file is damaged");
  const uint32_t classes = bytes.U32(0), bits = bytes.U32(4);
  if (classes == 0 || classes > kMaxClasses || bits > kMaxBits) return damaged;
  const uint64_t buckets = uint64_t{1} << bits, records_at = kHeader + 4 * (buckets + 1);
  if (!bytes.Has(kHeader, 4 * (buckets + 1))) return damaged;
  const Bytes records = bytes.Sub(records_at, bytes.size() - records_at);
  if (bytes.U32(kHeader) != 0 || bytes.U32(records_at - 4) != records.size()) return damaged;
  for (uint64_t bucket = 0, at = 0; bucket < buckets; ++bucket) {
    const uint32_t end = bytes.U32(kHeader + 4 * (bucket + 1));
    if (end < at || end > records.size()) return damaged;
    while (at < end) {
      const uint64_t size = 3 + 2 * uint64_t{records.U8(at + 2)};
      if (size > end - at) return damaged;
      for (uint64_t entry = at + 3; entry < at + size; entry += 2) {
        if (records.U8(entry) >= classes) return damaged;
      }
      at += size;
    }
  }
  starts_ = bytes.data() + kHeader;
  records_ = records.data();
  classes_ = static_cast<int>(classes);
  bits_ = bits;
  return absl::OkStatus();
}

void LinearModel::Score(absl::Span<const Feature> features, absl::Span<int32_t> scores) const {
  std::fill(scores.begin(), scores.begin() + classes_, 0);
  if (classes_ == 0) return;
  // All buckets first, then all records, so the processor overlaps the cache misses of each pass.
  const uint8_t* begins[kMaxFeatures];
  const uint8_t* ends[kMaxFeatures];
  const size_t count = std::min<size_t>(features.size(), kMaxFeatures);
  for (size_t i = 0; i < count; ++i) {
    const uint64_t bucket = bits_ == 0 ? 0 : features[i] >> (64 - bits_);
    begins[i] = records_ + Load32(starts_ + 4 * bucket);
    ends[i] = records_ + Load32(starts_ + 4 * bucket + 4);
    __builtin_prefetch(begins[i]);
  }
  for (size_t i = 0; i < count; ++i) {
    const uint32_t mark = static_cast<uint16_t>(features[i]);
    for (const uint8_t* at = begins[i]; at < ends[i]; at += 3 + 2 * at[2]) {
      if (Load16(at) != mark) continue;
      const uint8_t* end = at + 3 + 2 * at[2];
      for (const uint8_t* entry = at + 3; entry < end; entry += 2) {
        const int32_t code = static_cast<int8_t>(entry[1]);
        scores[entry[0]] += code * (code < 0 ? -code : code);
      }
      break;
    }
  }
}

int BestClass(absl::Span<const int32_t> scores, int count) {
  return count == 0 ? 0 : static_cast<int>(std::max_element(scores.begin(), scores.begin() + count) - scores.begin());
}

}  // namespace pith::compiler
