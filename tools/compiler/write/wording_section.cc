#include "tools/compiler/write/wording_section.h"

#include <algorithm>
#include <tuple>

#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {

void WordingSection::Add(const Part& part, uint32_t article) {
  for (uint32_t w = 0; w < part.wordings.size(); ++w) places_.push_back({part.wordings[w].key, article});
}

void WordingSection::Write(IndexFile* file) {
  std::sort(places_.begin(), places_.end(), [](const WordingPlaceRecord& x, const WordingPlaceRecord& y) {
    return std::tie(x.key, x.article) < std::tie(y.key, y.article);
  });
  ByteWriter records, out;
  for (const WordingPlaceRecord& place : places_) Append(place, &records);
  constexpr FieldSizes kFields = SizesOf<WordingPlaceRecord>();
  out.U32(static_cast<uint32_t>(places_.size())).Raw(PackRecords(kFields, records.bytes()));
  file->Add(kSectionWordings, 0, out.bytes());
}

}  // namespace pith::compiler
