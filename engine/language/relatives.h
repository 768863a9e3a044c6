// Which families and phrases are near in meaning, in some bits an entry.
//
// A key of the block is the number of a family, from 1, or that of a phrase, after the last family. Each key has a list
// of relatives: the keys that may stand in a text where it stands in a question. Phrases are known by the families of
// their words, so that every form of them is ("passed away"); a frame is a phrase with a gap ("what ... weigh").
//
// clang-format off
//   NEAR := u8 strength[4], u32 lists, u32 first bit of each group of kListsInGroup lists and of what follows the last,
//           then the lists, bit after bit, that of key 0 first
//   list := gamma(count + 1), then count times: rice(the key, less the one before and 1), 2 bits: index into strength
//           keys rise; before the first comes key 0
//   gamma(n) := as many 0 bits as n has bits after its first; a 1 bit; those bits
//   rice(n)  := as many 1 bits as n >> k says; a 0 bit; the k low bits of n; k = RelativesBits(lists, count)
//   PHRS := u16 bits, u16 a bucket of hashes (2^bits of them) and one more: its first phrase, then u16 a phrase: the low
//           15 bits of its hash, whose high bits are its bucket, and kPhraseInTexts
// clang-format on

#ifndef PITH_ENGINE_LANGUAGE_RELATIVES_H_
#define PITH_ENGINE_LANGUAGE_RELATIVES_H_

#include <cstdint>

#include "engine/format/bytes.h"

namespace pith {

inline constexpr uint32_t kMaxRelated = 30;  // relatives of one key
inline constexpr uint32_t kRelatedLevels = 4;
inline constexpr uint32_t kListsInGroup = 8;

// A family or phrase of related meaning.
struct RelatedKey {
  uint32_t key;
  uint8_t strength;  // 255: as good as the same family
};

// The number of low bits that a list of `count` keys stores of each.
uint32_t RelativesBits(uint32_t lists, uint32_t count);

// A view of NEAR. A list that is damaged ends where the damage is seen.
class Relatives {
 public:
  static constexpr uint32_t kHeadBytes = kRelatedLevels + 4;

  explicit Relatives(Bytes section);

  uint32_t lists() const { return lists_; }

  // Writes the relatives of `key` in rising order, at most `capacity`. Returns their number. O(relatives of a group).
  uint32_t Of(uint32_t key, RelatedKey* out, uint32_t capacity) const;

  // Whether every list is as the layout says, and names keys of the block.
  bool IsWhole() const;

 private:
  bool Read(uint64_t* at, RelatedKey* out, uint32_t* count) const;

  Bytes section_;
  uint32_t lists_ = 0;
  uint64_t bits_at_ = 0, bits_end_ = 0;  // of the lists, in bits of the section
};

inline constexpr uint32_t kMaxBucketPhrases = 64;  // of one hash; a bucket with more reads as empty
inline constexpr uint32_t kMaxPhraseWords = 3;     // in one piece
inline constexpr uint32_t kMaxPhraseKeys = 5;      // of a frame: its opening, a gap, and its end
inline constexpr uint32_t kPhraseGap = 0;          // stands for any number of words between the two parts of a frame

// The hash by which a phrase is known.
uint32_t HashPhrase(const uint32_t* keys, uint32_t count);

// A view of PHRS.
class Phrases {
 public:
  static constexpr uint16_t kPhraseInTexts = 0x8000;  // texts are searched for it: it is a relative of something

  explicit Phrases(Bytes section);

  uint32_t size() const { return size_; }

  // The number from 0 of the phrase of these keys; size() if there is none. Only some bits of each hash are stored, so
  // about one in 8,000 other sequences is taken for a phrase. O(1).
  uint32_t Find(const uint32_t* keys, uint32_t count) const;
  bool InTexts(uint32_t number) const { return (Entry(number) & kPhraseInTexts) != 0; }

  // Whether the buckets are in order and hold all phrases.
  bool IsWhole() const;

 private:
  uint64_t buckets() const { return uint64_t{1} << bits_; }
  uint32_t First(uint64_t bucket) const { return section_.U16(2 + 2 * bucket); }
  uint16_t Entry(uint64_t number) const { return section_.U16(2 + 2 * (buckets() + 1 + number)); }

  Bytes section_;
  uint32_t bits_ = 0, size_ = 0;
};

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_RELATIVES_H_
