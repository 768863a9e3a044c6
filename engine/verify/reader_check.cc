// Checks a reader's tables.

#include "engine/reader/reader.h"
#include "engine/verify/verify.h"

namespace pith {
namespace {

constexpr uint32_t kNetwork = kSectionNetwork, kTables = kSectionEmbeddings, kCommon = kSectionCommonVectors;

// Checks that the hashes rise strictly, so that every word is found, and that the section has exactly the bytes for the
// words it claims. `others`: another table, whose words this one must not repeat.
Fault CheckVectors(uint32_t name, Bytes section, bool with_book, const WordVectors& vectors,
                   const WordVectors& others) {
  if (section.size() < 8 || section.size() != WordVectors::BytesOf(section.U32(0), with_book)) {
    return {"the words do not fill the section", name, 0};
  }
  if (section.U32(4) != 0) return {"a reserved field is not zero", name, 4};
  const uint64_t hashes_at = WordVectors::BytesOf(0, with_book);
  for (uint32_t i = 0; i < vectors.size(); ++i) {
    const uint64_t at = hashes_at + uint64_t{i} * 4;
    if (i != 0 && vectors.Hash(i) <= vectors.Hash(i - 1)) return {"words are out of order", name, at};
    if (!others.Find(vectors.Hash(i)).empty()) return {"the language block has the word as well", name, at};
  }
  return {};
}

}  // namespace

bool HasLaterReader(const OpenedIndex& index) { return index.language.Section(kNetwork).U32(0) > kReaderVersion; }

Fault VerifyReader(const OpenedIndex& index) {
  const ReaderSections reader = ReaderSections::Of(index);
  const Bytes common = index.language.Section(kCommon);
  if (reader.network.empty()) {
    if (!reader.tables.empty()) return {"tables of no network", kTables, 0};
    if (!common.empty()) return {"vectors of no network", kCommon, 0};
    if (!index.vectors.empty()) return {"vectors of no network", kSectionVectors, 0};
    return {};
  }
  Fault fault = CheckNetwork(reader.network, reader.tables);
  if (!fault.found()) fault = CheckVectors(kCommon, common, true, reader.common, WordVectors());
  if (!fault.found() && !index.vectors.empty()) {
    fault = CheckVectors(kSectionVectors, index.vectors, false, reader.own, reader.common);
  }
  return fault;
}

}  // namespace pith
