#include "tools/compiler/write/place_sections.h"

#include <algorithm>
#include <tuple>

#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
namespace {

template <typename Place>
void WritePlaces(uint32_t section, const std::vector<Place>& places, IndexFile* file) {
  ByteWriter records;
  for (const Place& place : places) Append(place, &records);
  file->Add(section, 0, PackSection(SizesOf<Place>(), records.bytes()));
}

}  // namespace

void PlaceSections::Add(const Part& part, uint32_t article, uint32_t articles) {
  for (uint32_t w = 0; w < part.wordings.size(); ++w) wordings_.push_back({part.wordings[w].key, article});
  for (uint32_t i = 0; i < part.lookup.size(); ++i) {  // in order of key
    const uint32_t prefix = LookupPrefix(part.lookup[i].key, articles);
    if (i != 0 && lookups_.back().prefix == prefix) continue;
    lookups_.push_back({prefix, article});
  }
}

void PlaceSections::WriteWordings(IndexFile* file) {
  std::sort(wordings_.begin(), wordings_.end(), [](const WordingPlaceRecord& x, const WordingPlaceRecord& y) {
    return std::tie(x.key, x.article) < std::tie(y.key, y.article);
  });
  WritePlaces(kSectionWordings, wordings_, file);
}

void PlaceSections::WriteLookups(IndexFile* file) {
  std::sort(lookups_.begin(), lookups_.end(), [](const LookupPlaceRecord& x, const LookupPlaceRecord& y) {
    return std::tie(x.prefix, x.article) < std::tie(y.prefix, y.article);
  });
  WritePlaces(kSectionLookups, lookups_, file);
}

}  // namespace pith::compiler
