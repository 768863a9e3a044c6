#include "engine/language/language.h"

#include <cstring>

#include "engine/format/crc32.h"
#include "engine/format/order.h"

namespace pith {
namespace {

constexpr char kLanguageMagic[8] = {'P', 'I', 'T', 'H', 'L', 'A', 'N', 'G'};
constexpr uint32_t kMetaBytes = 40, kNameBytes = 16, kBlockAlignment = 8;
constexpr uint32_t kCodeBlock = 64;  // code points per block of FOLD and CHAR
constexpr uint32_t kTableHead = 8;   // the limit and the number of blocks
constexpr uint32_t kLastIdeograph = 0x3FFFF;

Bytes Unpadded(Bytes name) {
  uint64_t size = 0;
  while (size < name.size() && name.U8(size) != 0) ++size;
  return name.Sub(0, size);
}

bool Equal(Bytes a, Bytes b) {
  return a.size() == b.size() && (a.empty() || memcmp(a.data(), b.data(), a.size()) == 0);
}

uint32_t LogTwo(uint32_t n) {
  uint32_t log = 0;
  while (n > 1) n >>= 1, ++log;
  return log;
}

// Whether nothing but the zeros that align the next section stands between two places of a block.
bool IsPadding(Bytes block, uint64_t begin, uint64_t end) {
  if (begin > end || end - begin >= kBlockAlignment) return false;
  while (begin < end && block.U8(begin) == 0) ++begin;
  return begin == end;
}

// Whether a two-stage table has a possible limit, and all the bytes that its head calls for.
bool IsCodeTable(Bytes table, uint32_t index_bytes, uint32_t block_bytes) {
  const uint64_t limit = table.U32(0), blocks = table.U32(4);
  return limit >= 0x80 && limit <= 0x110000 && limit % kCodeBlock == 0 &&
         table.Has(0, kTableHead + limit / kCodeBlock * index_bytes + blocks * block_bytes);
}

}  // namespace

uint32_t HashWord(Bytes folded) {
  uint32_t hash = kHashStart;
  const uint8_t* data = folded.data();
  for (uint64_t i = 0; i < folded.size(); ++i) hash = HashStep(hash, data[i]);
  return HashEnd(hash);
}

pith_status Language::Open(Bytes block, Language* out) {
  static constexpr uint32_t kNames[kKnownSections] = {
      kSectionFolding, kSectionCharacters, kSectionClitics, kSectionAbbreviations, kSectionSuffixes, kSectionBuckets,
      kSectionWords,   kSectionFamilies,   kSectionTraits,  kSectionRelatives,     kSectionPhrases,  kSectionOpposites};
  if (!block.Has(0, sizeof(kLanguageMagic)) || memcmp(block.data(), kLanguageMagic, sizeof(kLanguageMagic)) != 0) {
    return PITH_NOT_PITH;
  }
  if (!block.Has(0, kLanguageHeaderBytes)) return PITH_CUT_SHORT;
  if (block.U16(8) != kLanguageMajorVersion) return block.U16(8) > kLanguageMajorVersion ? PITH_TOO_NEW : PITH_TOO_OLD;
  const uint32_t sections = block.U32(12);
  const uint64_t size = block.U64(16);
  if (size > block.size()) return PITH_CUT_SHORT;
  if (size > kMaxLanguageBytes || sections > kMaxSections ||
      size < kLanguageHeaderBytes + uint64_t{sections} * SectionRecord::kBytes) {
    return PITH_DAMAGED;
  }
  const Bytes head = block.Sub(0, kLanguageHeaderBytes + uint64_t{sections} * SectionRecord::kBytes);
  if (HeaderCrc32(head, kLanguageCrcAt) != head.U32(kLanguageCrcAt)) return PITH_DAMAGED;
  Language language;
  language.block_ = block.Sub(0, size);
  language.sections_ = sections;
  const Table<SectionRecord> table(block.Sub(kLanguageHeaderBytes, uint64_t{sections} * SectionRecord::kBytes));
  for (uint32_t i = 0; i < sections; ++i) {
    const SectionRecord section = table[i];
    if (!language.block_.Has(section.offset, section.size)) return PITH_DAMAGED;
    for (int part = 0; part < kKnownSections; ++part) {
      if (section.name != kNames[part]) continue;
      language.known_[part] = {static_cast<uint32_t>(section.offset), static_cast<uint32_t>(section.size)};
    }
  }
  if (language.Section(kSectionMeta).size() < kMetaBytes || !IsCodeTable(language.Known(kFold), 1, kCodeBlock * 2) ||
      !IsCodeTable(language.Known(kChar), 2, kCodeBlock / 2)) {
    return PITH_DAMAGED;
  }
  const uint32_t bounds = language.known_[kWdir].size / 2;
  const uint32_t buckets = bounds == 0 ? 0 : bounds - 1;
  if (buckets < 2 || (buckets & (buckets - 1)) != 0) return PITH_DAMAGED;
  language.bucket_shift_ = 32 - LogTwo(buckets);
  const Bytes classes = language.Known(kChar);
  for (uint32_t half = 0; half < 2; ++half) {
    const uint32_t block_at =
        kTableHead + classes.U32(0) / kCodeBlock * 2 + classes.U16(kTableHead + 2 * half) * (kCodeBlock / 2);
    language.ascii_classes_[half] = language.known_[kChar].offset + block_at;
  }
  *out = language;
  return PITH_OK;
}

SectionRecord Language::RecordOf(uint32_t name) const {
  const Table<SectionRecord> table(block_.Sub(kLanguageHeaderBytes, uint64_t{sections_} * SectionRecord::kBytes));
  for (uint32_t i = 0; i < table.size(); ++i) {
    const SectionRecord section = table[i];
    if (section.name == name) return section;
  }
  return SectionRecord();
}

Bytes Language::Section(uint32_t name) const {
  const SectionRecord section = RecordOf(name);
  return block_.Sub(section.offset, section.size);
}

uint64_t Language::OffsetOf(uint32_t name) const { return RecordOf(name).offset; }

Bytes Language::tag() const { return Unpadded(Section(kSectionMeta).Sub(0, kNameBytes)); }

Bytes Language::profile() const { return Unpadded(Section(kSectionMeta).Sub(kNameBytes, kNameBytes)); }

bool Language::Lookup(uint32_t word_hash, WordEntry* entry) const {
  const Bytes directory = Known(kWdir);
  const Table<WordEntry> words(Known(kWord));
  const uint64_t bucket = word_hash >> bucket_shift_;
  const uint16_t mark = static_cast<uint16_t>(word_hash);
  const uint32_t begin = directory.U16(2 * bucket), end = directory.U16(2 * bucket + 2);
  if (end > begin + kMaxBucketWords) return false;
  for (uint32_t i = begin; i < end; ++i) {
    *entry = words[i];
    if (entry->mark == mark) return entry->family != 0;
  }
  return false;
}

WordInfo Language::InfoOf(const WordEntry& entry) const {
  const TraitRecord trait = Table<TraitRecord>(Known(kTrai))[entry.trait];
  WordInfo info;
  info.key = entry.family;
  const uint8_t weight = Weight(entry.family);  // read in any case: a branch on the flag would be mispredicted
  info.idf = (trait.flags & kWordStop) != 0 ? uint8_t{0} : weight;
  info.noun_class = trait.noun_class < kNounClassCount ? trait.noun_class : 0;
  info.flags = trait.flags;
  info.known = true;
  return info;
}

WordInfo Language::Find(Bytes folded) const { return Find(folded, HashWord(folded)); }

WordInfo Language::Find(Bytes folded, uint32_t hash) const {
  WordInfo info;
  if (folded.empty() || folded.size() > kMaxWordBytes) return info;
  WordEntry entry;
  if (Lookup(hash, &entry)) return InfoOf(entry);

  uint32_t stem_hash = 0, stem_size = kMaxWordBytes + 1;
  const auto rules = Capped<SuffixRecord>(kSufx, kMaxSuffixes);
  for (uint32_t i = 0; i < rules.size(); ++i) {
    const SuffixRecord rule = rules[i];
    if (folded.size() < uint64_t{rule.size} + rule.min_stem || rule.replacement_size > rule.replacement.size())
      continue;
    uint32_t size = static_cast<uint32_t>(folded.size()) - rule.size;
    if (!Equal(folded.Sub(size, rule.size), rule.text.Sub(0, rule.size))) continue;
    if (size == 0 || folded.U8(size - 1) < 'a') continue;  // not "1990s", "b-s"
    if ((rule.flags & kSuffixUndouble) != 0) {
      if (size < 2 || folded.U8(size - 1) != folded.U8(size - 2)) continue;
      --size;
    }
    uint8_t stem[kMaxWordBytes + SuffixRecord::kTextBytes];
    memcpy(stem, folded.data(), size);
    if (rule.replacement_size != 0) memcpy(stem + size, rule.replacement.data(), rule.replacement_size);
    const uint32_t hash_of_stem = HashWord(Bytes(stem, uint64_t{size} + rule.replacement_size));
    if (Lookup(hash_of_stem, &entry)) {
      info = InfoOf(entry);
      info.flags = 0;  // a role belongs to one form: "may" is an auxiliary, "mays" is not
      info.idf = Weight(info.key);
      return info;
    }
    if (size + rule.replacement_size < stem_size) {
      stem_hash = hash_of_stem;
      stem_size = size + rule.replacement_size;
    }
  }
  info.key = (stem_hash != 0 ? stem_hash : hash) | kUnknownKey;
  info.idf = kMaxWeight;
  return info;
}

bool Language::IsKnown(Bytes folded) const {
  WordEntry entry;
  return !folded.empty() && folded.size() <= kMaxWordBytes && Lookup(HashWord(folded), &entry);
}

uint8_t Language::Weight(uint32_t key) const { return (key & kUnknownKey) != 0 ? kMaxWeight : Known(kFami).U8(key); }

uint32_t Language::FindPhrase(const uint32_t* keys, uint32_t count) const {
  const Phrases phrases(Known(kPhrs));
  const uint32_t number = phrases.Find(keys, count);
  return number == phrases.size() ? 0 : static_cast<uint32_t>(Known(kFami).size()) + number;
}

uint32_t Language::FindPhraseOfTexts(const uint32_t* keys, uint32_t count) const {
  const Phrases phrases(Known(kPhrs));
  const uint32_t number = phrases.Find(keys, count);
  if (number == phrases.size() || !phrases.InTexts(number)) return 0;
  return static_cast<uint32_t>(Known(kFami).size()) + number;
}

// The byte of CHAR that holds the classes of a code point and of its neighbor.
uint8_t Language::ClassPair(uint32_t code_point) const {
  const Bytes table = Known(kChar);
  const uint32_t limit = table.U32(0);
  if (code_point >= limit) {
    const CharClass beyond = code_point <= kLastIdeograph ? CharClass::kIdeograph : CharClass::kJoiner;
    return static_cast<uint8_t>(static_cast<unsigned>(beyond) * 0x11);
  }
  const uint64_t block = table.U16(kTableHead + uint64_t{code_point / kCodeBlock} * 2);
  const uint64_t blocks_at = kTableHead + uint64_t{limit / kCodeBlock} * 2;
  return table.U8(blocks_at + block * (kCodeBlock / 2) + code_point % kCodeBlock / 2);
}

uint16_t Language::FoldEntry(uint32_t code_point) const {
  const Bytes table = Known(kFold);
  const uint32_t limit = table.U32(0);
  if (code_point >= limit) return 0;
  const uint64_t block = table.U8(kTableHead + code_point / kCodeBlock);
  return table.U16(kTableHead + limit / kCodeBlock + (block * kCodeBlock + code_point % kCodeBlock) * 2);
}

Bytes Language::FoldString(uint32_t n) const {
  const Bytes table = Known(kFold);
  const uint64_t strings_at = kTableHead + table.U32(0) / kCodeBlock + uint64_t{table.U32(4)} * kCodeBlock * 2;
  return Unpadded(table.Sub(strings_at + 4 * uint64_t{n}, 4));
}

bool Language::IsClitic(Bytes folded) const {
  const auto clitics = Capped<CliticRecord>(kClit, kMaxClitics);
  for (uint32_t i = 0; i < clitics.size(); ++i) {
    const CliticRecord clitic = clitics[i];
    if (clitic.size == folded.size() && Equal(folded, clitic.text.Sub(0, clitic.size))) return true;
  }
  return false;
}

bool Language::IsAbbreviation(Bytes folded, bool before_digit) const {
  const Table<AbbreviationRecord> table(Known(kAbbr));
  const uint32_t hash = HashWord(folded);
  const uint32_t at = PartitionPoint(0, table.size(), [&](uint32_t i) { return table[i].word < hash; });
  const AbbreviationRecord found = table[at];
  return found.word == hash && (before_digit || (found.flags & kOnlyBeforeDigit) == 0);
}

pith_status Language::Verify(uint32_t* section) const {
  const Table<SectionRecord> table(block_.Sub(kLanguageHeaderBytes, uint64_t{sections_} * SectionRecord::kBytes));
  uint64_t free = kLanguageHeaderBytes + uint64_t{sections_} * SectionRecord::kBytes;
  for (uint32_t i = 0; i < sections_; ++i) {
    if (!IsPadding(block_, free, table[i].offset)) return PITH_DAMAGED;
    free = table[i].offset + table[i].size;
    if (Crc32(block_.Sub(table[i].offset, table[i].size)) == table[i].crc32) continue;
    if (section != nullptr) *section = table[i].name;
    return PITH_DAMAGED;
  }
  if (!IsPadding(block_, free, block_.size())) return PITH_DAMAGED;

  const Bytes buckets = Known(kWdir);
  const Table<WordEntry> words(Known(kWord));
  const Relatives relatives(Known(kNear));
  const Phrases phrases(Known(kPhrs));
  const uint32_t families = static_cast<uint32_t>(Known(kFami).size());
  for (uint64_t i = 2; i < buckets.size(); i += 2) {
    if (buckets.U16(i) < buckets.U16(i - 2) || buckets.U16(i) > buckets.U16(i - 2) + kMaxBucketWords) {
      return PITH_DAMAGED;
    }
  }
  if (Table<SuffixRecord>(Known(kSufx)).size() > kMaxSuffixes ||
      Table<CliticRecord>(Known(kClit)).size() > kMaxClitics ||
      Table<QuestionPattern>(Section(kSectionPatterns)).size() > kMaxPatterns) {
    return PITH_DAMAGED;
  }
  if (buckets.U16(0) != 0 || buckets.U16(buckets.size() - 2) != words.size()) return PITH_DAMAGED;
  for (uint32_t i = 0; i < words.size(); ++i) {
    const WordEntry word = words[i];
    if (word.family == 0 || word.family >= families || word.trait >= Table<TraitRecord>(Known(kTrai)).size()) {
      return PITH_DAMAGED;
    }
  }
  if (!relatives.IsWhole() || !phrases.IsWhole() || !Phrases(Known(kOppo)).IsWhole()) return PITH_DAMAGED;
  if (relatives.lists() > families + phrases.size()) return PITH_DAMAGED;
  const Table<AbbreviationRecord> abbreviations(Known(kAbbr));
  for (uint32_t i = 1; i < abbreviations.size(); ++i) {
    if (abbreviations[i].word <= abbreviations[i - 1].word) return PITH_DAMAGED;
  }
  return PITH_OK;
}

}  // namespace pith
