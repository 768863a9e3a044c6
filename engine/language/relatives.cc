#include "engine/language/relatives.h"

#include "engine/format/fnv.h"
#include "engine/language/language.h"

namespace pith {
namespace {

constexpr uint32_t kLevelBits = 2;
constexpr uint32_t kMaxGammaZeros = 5;   // of kMaxRelated + 1
constexpr uint32_t kMaxRiceOnes = 63;    // RelativesBits leaves no more
constexpr uint32_t kMaxPhraseBits = 15;  // of bucket numbers; phrases are numbered with 16

// How many times `bit` stands from bit `at` on, at most 64.
uint32_t Run(Bytes bytes, uint64_t at, uint32_t bit) {
  uint64_t rest = bytes.Bits(at, 64) ^ (bit == 0 ? ~uint64_t{0} : 0);
  uint32_t n = 0;
  for (; (rest & 1) != 0; rest >>= 1) ++n;
  return n;
}

}  // namespace

uint32_t RelativesBits(uint32_t lists, uint32_t count) {
  uint32_t bits = 0;
  while (lists / (2 * (count + 1)) >> bits != 0) ++bits;
  return bits;
}

Relatives::Relatives(Bytes section) : section_(section) {
  const uint32_t lists = section.U32(kRelatedLevels);
  const uint64_t groups = (uint64_t{lists} + kListsInGroup - 1) / kListsInGroup;
  if (!section.Has(kHeadBytes, (groups + 1) * 4)) return;
  lists_ = lists;
  bits_at_ = (kHeadBytes + (groups + 1) * 4) * 8;
  bits_end_ = section.size() * 8;
}

// Reads the list that begins at bit *at, and moves there behind it. False where it is damaged.
bool Relatives::Read(uint64_t* at, RelatedKey* out, uint32_t* count) const {
  *count = 0;
  const uint32_t zeros = Run(section_, *at, 0);
  if (zeros > kMaxGammaZeros) return false;
  *at += zeros + 1;
  // Lowest bit first, as all bits here.
  const uint32_t size = (1u << zeros | static_cast<uint32_t>(section_.Bits(*at, zeros))) - 1;
  *at += zeros;
  if (size > kMaxRelated) return false;
  const uint32_t bits = RelativesBits(lists_, size);
  uint32_t key = 0;
  for (uint32_t i = 0; i < size; ++i) {
    const uint32_t ones = Run(section_, *at, 1);
    if (ones > kMaxRiceOnes) return false;
    *at += ones + 1;
    key += (ones << bits | static_cast<uint32_t>(section_.Bits(*at, bits))) + 1;
    const uint64_t level = section_.Bits(*at + bits, kLevelBits);
    *at += bits + kLevelBits;
    if (key >= lists_ || *at > bits_end_) return false;
    out[(*count)++] = {key, section_.U8(level)};
  }
  return true;
}

uint32_t Relatives::Of(uint32_t key, RelatedKey* out, uint32_t capacity) const {
  if (key >= lists_) return 0;
  uint64_t at = bits_at_ + section_.U32(kHeadBytes + uint64_t{key / kListsInGroup} * 4);
  RelatedKey list[kMaxRelated];
  uint32_t count = 0;
  for (uint32_t i = key % kListsInGroup;; --i) {
    const bool good = Read(&at, list, &count);
    if (i == 0) break;
    if (!good) return 0;
  }
  if (count > capacity) count = capacity;
  for (uint32_t i = 0; i < count; ++i) out[i] = list[i];
  return count;
}

bool Relatives::IsWhole() const {
  if (section_.empty()) return true;
  if (lists_ == 0) return false;
  uint64_t at = bits_at_;
  RelatedKey list[kMaxRelated];
  for (uint32_t key = 0; key < lists_; ++key) {
    if (key % kListsInGroup == 0 && at - bits_at_ != section_.U32(kHeadBytes + uint64_t{key / kListsInGroup} * 4)) {
      return false;
    }
    uint32_t count = 0;
    if (!Read(&at, list, &count)) return false;
  }
  return at <= bits_end_ && bits_end_ - at < 8;
}

uint32_t HashPhrase(const uint32_t* keys, uint32_t count) {
  uint32_t hash = kFnvStart32;
  for (uint32_t i = 0; i < count; ++i) hash = FnvStep(hash, keys[i]);
  return HashEnd(hash);
}

Phrases::Phrases(Bytes section) : section_(section) {
  const uint32_t bits = section.U16(0);
  if (bits == 0 || bits > kMaxPhraseBits || !section.Has(2, ((uint64_t{1} << bits) + 1) * 2)) return;
  bits_ = bits;
  size_ = static_cast<uint32_t>(section.size() / 2 - (buckets() + 2));
}

uint32_t Phrases::Find(const uint32_t* keys, uint32_t count) const {
  if (size_ == 0) return 0;
  const uint32_t hash = HashPhrase(keys, count);
  const uint64_t bucket = hash >> (32 - bits_);
  const uint32_t begin = First(bucket), end = First(bucket + 1);
  if (end > begin + kMaxBucketPhrases) return size_;
  for (uint32_t i = begin; i < end && i < size_; ++i) {
    if (((Entry(i) ^ hash) & ~uint32_t{kPhraseInTexts} & 0xFFFF) == 0) return i;
  }
  return size_;
}

bool Phrases::IsWhole() const {
  if (section_.empty()) return true;
  if (bits_ == 0 || First(0) != 0 || First(buckets()) != size_) return false;
  for (uint64_t i = 0; i < buckets(); ++i) {
    if (First(i) > First(i + 1) || First(i + 1) > First(i) + kMaxBucketPhrases) return false;
  }
  return true;
}

}  // namespace pith
