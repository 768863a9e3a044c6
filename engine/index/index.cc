#include "engine/index/index.h"

#include "engine/format/crc32.h"
#include "engine/network/network.h"

namespace pith {
namespace {

// Where the header keeps its own checksum; see engine/format/records.h.
constexpr uint64_t kCrcOffset = 24;
constexpr uint64_t kSectionAlignment = 8;

// The sections that this version knows.
constexpr uint32_t kKnown[] = {kSectionMeta,       kSectionLanguage,  kSectionDirectory, kSectionIds,
                               kSectionArticles,   kSectionTerms,     kSectionPostings,  kSectionTitles,
                               kSectionTitleWords, kSectionSpellings, kSectionWordings,  kSectionLookups,
                               kSectionVectors,    kSectionSignature};
constexpr uint32_t kKnownCount = sizeof kKnown / sizeof kKnown[0];

struct Sections {
  Bytes bytes[kKnownCount];
  bool there[kKnownCount] = {};

  static uint32_t NumberOf(uint32_t name) {
    uint32_t i = 0;
    while (i < kKnownCount && kKnown[i] != name) ++i;
    return i;
  }
  Bytes Named(uint32_t name) const { return bytes[NumberOf(name)]; }
};

// Reads the section table. Sections lie in its order, so one pass shows that none overlaps another.
pith_status PlaceSections(const OpenedIndex& index, Sections* sections) {
  uint64_t free = kHeaderBytes + uint64_t{index.sections} * SectionRecord::kBytes;
  for (uint32_t i = 0; i < index.sections; ++i) {
    const SectionRecord record = index.Section(i);
    if (record.offset < free || record.offset % kSectionAlignment != 0) return PITH_DAMAGED;
    if (!index.file.Has(record.offset, record.size)) return PITH_DAMAGED;
    free = record.offset + record.size;
    const uint32_t known = Sections::NumberOf(record.name);
    if (known == kKnownCount) {
      if ((record.flags & kSectionRequired) != 0) return PITH_TOO_NEW;
      continue;
    }
    if (sections->there[known]) return PITH_DAMAGED;
    sections->there[known] = true;
    sections->bytes[known] = index.file.Sub(record.offset, record.size);
  }
  return PITH_OK;
}

pith_status PlaceTables(const Sections& sections, OpenedIndex* index) {
  const Bytes meta = sections.Named(kSectionMeta), directory = sections.Named(kSectionDirectory),
              ids = sections.Named(kSectionIds), terms = sections.Named(kSectionTerms),
              postings = sections.Named(kSectionPostings);
  if (meta.size() < MetaRecord::kBytes) return PITH_DAMAGED;
  index->meta = MetaRecord::Load(meta);
  const uint64_t articles = index->meta.articles;
  if (articles > kMaxArticles) return PITH_DAMAGED;
  if (directory.size() != articles * DirectoryRecord::kBytes || ids.size() != articles * NumberRecord::kBytes) {
    return PITH_DAMAGED;
  }
  if (!OpenPacked(terms, &index->terms) || !OpenPacked(postings, &index->postings)) return PITH_DAMAGED;
  if (!OpenPacked(sections.Named(kSectionTitles), &index->titles)) return PITH_DAMAGED;
  if (!OpenPacked(sections.Named(kSectionWordings), &index->wordings)) return PITH_DAMAGED;
  if (!OpenPacked(sections.Named(kSectionLookups), &index->lookups)) return PITH_DAMAGED;
  index->directory = Table<DirectoryRecord>(directory);
  index->ids = Table<NumberRecord>(ids);
  index->articles = sections.Named(kSectionArticles);
  index->title_words = sections.Named(kSectionTitleWords);
  index->spellings = sections.Named(kSectionSpellings);
  index->vectors = sections.Named(kSectionVectors);
  return PITH_OK;
}

pith_status OpenLanguage(Bytes embedded, Bytes given, OpenedIndex* index) {
  const Bytes block = embedded.empty() ? given : embedded;
  if (block.empty()) return PITH_NO_LANGUAGE;
  const pith_status status = Language::Open(block, &index->language);
  if (status != PITH_OK) return status;
  if (Compare(index->language.hash(), index->meta.language_hash) == 0) return PITH_OK;
  return embedded.empty() ? PITH_WRONG_LANGUAGE : PITH_DAMAGED;
}

}  // namespace

pith_status OpenIndex(Bytes file, Bytes language, OpenedIndex* out) {
  if (file.size() < sizeof kMagic) return file.empty() ? PITH_NOT_PITH : PITH_CUT_SHORT;
  for (uint32_t i = 0; i < sizeof kMagic; ++i) {
    if (file.U8(i) != kMagic[i]) return PITH_NOT_PITH;
  }
  if (file.size() < kHeaderBytes) return PITH_CUT_SHORT;
  Fields header(file.Sub(sizeof kMagic, kHeaderBytes - sizeof kMagic));
  OpenedIndex index;
  index.major = header.U16();
  index.minor = header.U16();
  index.sections = header.U32();
  const uint64_t size = header.U64();
  const uint32_t crc = header.U32();
  if (index.major > kMajorVersion) return PITH_TOO_NEW;
  if (index.major == kMajorVersion && index.minor < kLeastMinorVersion) return PITH_TOO_OLD;
  if (size > file.size()) return PITH_CUT_SHORT;
  const uint64_t table_end = kHeaderBytes + uint64_t{index.sections} * SectionRecord::kBytes;
  if (index.major == 0 || index.sections > kMaxSections || table_end > size) return PITH_DAMAGED;
  if (HeaderCrc32(file.Sub(0, table_end), kCrcOffset) != crc) return PITH_DAMAGED;
  index.file = file.Sub(0, size);
  index.given = file.size();

  Sections sections;
  pith_status status = PlaceSections(index, &sections);
  if (status == PITH_OK) status = PlaceTables(sections, &index);
  if (status == PITH_OK) status = OpenLanguage(sections.Named(kSectionLanguage), language, &index);
  if (status != PITH_OK) return status;
  index.kernel = static_cast<uint8_t>(BestKernel());
  index.mark = OpenedIndex::kMark;
  *out = index;
  return PITH_OK;
}

int Compare(Bytes a, Bytes b) {
  const uint64_t size = a.size() < b.size() ? a.size() : b.size();
  for (uint64_t i = 0; i < size; ++i) {
    if (a.U8(i) != b.U8(i)) return a.U8(i) < b.U8(i) ? -1 : 1;
  }
  if (a.size() == b.size()) return 0;
  return a.size() < b.size() ? -1 : 1;
}

}  // namespace pith
