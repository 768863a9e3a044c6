// In: the bytes given to pith_open. Out: an OpenedIndex, which says where the sections lie, and from it the Part of an
// article.
// Who may use it: everything above engine/format, engine/language and engine/network. pith_open places an OpenedIndex
// inside the caller's pith_index, and every other call starts from it. No data page is read before it is asked for.

#ifndef PITH_ENGINE_INDEX_INDEX_H_
#define PITH_ENGINE_INDEX_INDEX_H_

#include <cstdint>
#include <cstring>
#include <type_traits>

#include "engine/format/bytes.h"
#include "engine/format/records.h"
#include "engine/format/sections.h"
#include "engine/index/lookup_places.h"
#include "engine/language/language.h"
#include "pith/pith.h"

// Whether pith_open_set is there. Firmware that opens one index does without: -DPITH_SETS=0.
#ifndef PITH_SETS
#define PITH_SETS 1
#endif

namespace pith {

inline constexpr bool kSets = PITH_SETS != 0;
inline constexpr uint32_t kMaxMembers = kSets ? PITH_MAX_MEMBERS : 1;

// The numbers [begin, end) in a table, or bytes of a text; begin <= end, whatever the file says.
struct Range {
  uint32_t begin, end;
  uint32_t size() const { return end - begin; }
};

// [begin, end) limited to numbers below `size`.
inline Range Clamp(uint32_t begin, uint32_t end, uint32_t size) {
  if (end > size) end = size;
  return {begin < end ? begin : end, end};
}

// The number of the term with this key, or kNone; `terms` holds one record more than there are terms. O(log terms).
template <typename Terms>
uint32_t FindKey(const Terms& terms, uint32_t key) {
  const uint32_t term = LowerBound(terms, key);
  return term + 1 < terms.size() && terms.FirstField(term) == key ? term : kNone;
}

// The postings of term number `term`, out of `postings` in all. O(1).
template <typename Terms>
Range PostingsAt(const Terms& terms, uint32_t term, uint32_t postings) {
  const auto first = [&](uint64_t i) { return static_cast<uint32_t>(terms.Field(i, TermRecord::kFirstPosting)); };
  return Clamp(first(term), first(uint64_t{term} + 1), postings);
}

// Views into the bytes given to pith_open; sections that the file lacks are empty.
struct OpenedIndex {
  uint64_t mark = 0;   // kMark once opened
  Bytes file;          // cut to the length in its header
  uint64_t given = 0;  // bytes that the caller gave; at least the file's
  uint16_t major = 0, minor = 0;
  uint32_t sections = 0;
  Bytes articles;  // ARTS
  Table<DirectoryRecord> directory;
  Table<NumberRecord> ids;                   // article numbers in the order of their ids
  PackedTable<TermRecord> terms;             // TERM: one record more than there are terms
  PackedTable<PostingRecord> postings;       // POST: here `sentence` is an article
  PackedTable<TitleRecord> titles;           // TITL
  Bytes title_words;                         // TITN (engine/index/dictionary.h)
  Bytes spellings;                           // SPEL (engine/index/dictionary.h)
  PackedTable<WordingPlaceRecord> wordings;  // ASKS
  PackedTable<LookupPlaceRecord> lookups;    // LOOK
  Bytes vectors;                             // VECS (engine/language/word_vectors.h)
  MetaRecord meta = {};
  uint8_t kernel = 0;  // Kernel (engine/network/network.h)
  Language language;

  // Of a set, which has no sections of its own (engine/index/members.h):
  const pith_index* members = nullptr;  // null: this is an index by itself
  uint32_t member_count = 0;
  // Of a member of a set, for that set alone:
  uint32_t first = 0;           // the number of its first article
  uint32_t left_out_count = 0;  // its articles that the set does without, in rising order
  const uint32_t* left_out = nullptr;

  static constexpr uint64_t kMark = 0x70697468206F7065;

  uint32_t size() const { return meta.articles; }

  // The table entry of section `number`, which is below `sections`.
  SectionRecord Section(uint32_t number) const {
    return SectionRecord::Load(
        file.Sub(kHeaderBytes + uint64_t{number} * SectionRecord::kBytes, SectionRecord::kBytes));
  }
};

static_assert(sizeof(OpenedIndex) <= sizeof(pith_index), "pith_index is too small");
static_assert(alignof(OpenedIndex) <= alignof(pith_index), "pith_index is aligned too loosely");
static_assert(std::is_trivially_copyable<OpenedIndex>::value, "a pith_index may be copied as bytes");

// Opens an index; see pith_open. On error *out is unchanged. O(sections).
pith_status OpenIndex(Bytes file, Bytes language, OpenedIndex* out);

// Stores an OpenedIndex, opened or not, in a pith_index.
inline void PlaceIn(const OpenedIndex& opened, pith_index* index) {
  std::memcpy(index->opaque, &opened, sizeof opened);
}

// The OpenedIndex inside a pith_index, or null if pith_open has not stored one there.
inline const OpenedIndex* OpenedIn(const pith_index* index) {
  if (index == nullptr) return nullptr;
  const OpenedIndex* opened = reinterpret_cast<const OpenedIndex*>(index->opaque);
  return opened->mark == OpenedIndex::kMark ? opened : nullptr;
}

// Compares two strings by their bytes: negative, zero or positive.
int Compare(Bytes a, Bytes b);

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_INDEX_H_
