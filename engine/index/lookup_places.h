// Which articles of an index have facts of a key: the section LOOK.
//
//   LOOK  only with two articles or more of which one has facts: u32 records, then a packed table of LookupPlaceRecord,
//         one for each article and each LookupPrefix that a LookupRecord of it has, in order of prefix, then of article

#ifndef PITH_ENGINE_INDEX_LOOKUP_PLACES_H_
#define PITH_ENGINE_INDEX_LOOKUP_PLACES_H_

#include <cstdint>

namespace pith {

struct LookupPlaceRecord {
  uint32_t prefix, article;
  template <typename Cursor>
  static constexpr LookupPlaceRecord Load(Cursor f) {
    return {f.U32(), f.U32()};
  }
};

// What LOOK keeps of a key: so many of its first bits that, with a few dozen keys an article, two articles seldom share
// one by chance.
constexpr uint32_t LookupPrefix(uint32_t key, uint32_t articles) {
  uint32_t bits = 7;
  while (bits < 32 && articles >> (bits - 7) != 0) ++bits;
  return key >> (32 - bits);
}

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_LOOKUP_PLACES_H_
