#include "tools/language/build.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "engine/format/crc32.h"
#include "engine/language/language.h"
#include "engine/language/word_vectors.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/language_hash.h"
#include "tools/compiler/write/pick_vectors.h"
#include "tools/language/relatives.h"
#include "tools/language/unicode.h"

namespace pith::model {
namespace {

using compiler::AsBytes;
using compiler::ByteWriter;

constexpr uint32_t kWordsPerBucket = 8;
constexpr uint32_t kMaxFamilies = 0xFFFF;
constexpr size_t kNameBytes = 16;

using Section = std::pair<uint32_t, std::string>;  // name and bytes

std::string CliticSection(const Source& source) {
  ByteWriter out;
  for (const std::string& clitic : source.clitics) {
    out.U8(static_cast<uint8_t>(clitic.size())).Padded(clitic, Language::CliticRecord::kBytes - 1);
  }
  return out.Take();
}

std::string AbbreviationSection(const Source& source) {
  std::map<uint32_t, uint32_t> sorted;
  for (const SourceAbbreviation& word : source.abbreviations) {
    sorted.emplace(HashWord(AsBytes(word.word)), word.only_before_digit ? Language::kOnlyBeforeDigit : 0);
  }
  ByteWriter out;
  for (const auto& [hash, flags] : sorted) out.U32(hash).U32(flags);
  return out.Take();
}

std::string SuffixSection(const Source& source) {
  ByteWriter out;
  for (const SourceSuffix& suffix : source.suffixes) {
    out.U8(static_cast<uint8_t>(suffix.text.size())).U8(static_cast<uint8_t>(suffix.replacement.size()));
    out.U8(suffix.min_stem).U8(suffix.undouble ? Language::kSuffixUndouble : 0);
    out.Padded(suffix.text, Language::SuffixRecord::kTextBytes);
    out.Padded(suffix.replacement, Language::SuffixRecord::kTextBytes);
  }
  return out.Take();
}

std::string PatternSection(const Source& source) {
  ByteWriter out;
  for (const SourcePattern& pattern : source.patterns) {
    for (size_t i = 0; i < 4; ++i) out.U32(i < pattern.words.size() ? HashWord(AsBytes(pattern.words[i])) : 0);
    out.U8(pattern.kind).U8(pattern.flags).U16(0);
  }
  return out.Take();
}

std::string WantedSection(const Source& source) {
  ByteWriter out;
  for (const int32_t worth : source.wanted) out.U16(static_cast<uint16_t>(worth));
  return out.Take();
}

std::string WeightSection(const Source& source) {
  ByteWriter out;
  for (const int32_t weight : source.weights) out.U32(static_cast<uint32_t>(weight));
  return out.Take();
}

// Writes the reader with the vectors of the `words` most frequent words; nothing if the sources have no reader.
void WriteReader(const Source& source, size_t words, std::vector<Section>* sections) {
  if (words == 0 || source.reader.network.empty()) return;
  const WordVectors all(AsBytes(source.reader.words));
  std::vector<uint32_t> wanted;
  const auto want = [&](const std::string& word) {
    const uint32_t hash = HashWord(AsBytes(word));
    if (wanted.size() < words && !all.Find(hash).empty()) wanted.push_back(hash);
  };
  for (const auto& [word, flags] : source.closed) want(word);
  for (const SourceWord& word : source.words) want(word.word);
  sections->emplace_back(kSectionNetwork, source.reader.network);
  sections->emplace_back(kSectionEmbeddings, source.reader.tables);
  sections->emplace_back(kSectionCommonVectors, compiler::PickVectors(all, wanted));
}

// The words of a block and their families. Families are numbered from 1, in the order of their first words.
class Lexicon {
 public:
  // Takes the words with a role, then the most frequent ones, until their sections reach `budget` bytes.
  Lexicon(const Source& source, uint64_t budget) {
    families_.push_back('\0');
    absl::flat_hash_map<std::string, const SourceWord*> sources;
    for (const SourceWord& word : source.words) sources.emplace(word.word, &word);
    for (const auto& [word, flags] : source.closed) {
      const auto found = sources.find(word);
      const SourceWord alone{word, word, kMaxWeight, NounClass::kNone};
      Add(found == sources.end() ? alone : *found->second, flags);
    }
    for (const SourceWord& word : source.words) {
      if (Size(words_.size() + 1) > budget || words_.size() == kMaxFamilies) break;
      Add(word, 0);
    }
  }

  uint32_t FamilyOf(const std::string& name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? 0 : found->second;
  }
  uint32_t families() const { return static_cast<uint32_t>(families_.size()); }
  uint32_t words() const { return static_cast<uint32_t>(words_.size()); }

  absl::Status Write(std::vector<Section>* sections) {
    const uint32_t bits = BucketBits(words_.size());
    // In each bucket, the most frequent word stays first, so it is found first, also by the few others with its mark.
    const auto bucket_of = [bits](const Entry& entry) { return entry.hash >> (32 - bits); };
    std::stable_sort(words_.begin(), words_.end(),
                     [&bucket_of](const Entry& a, const Entry& b) { return bucket_of(a) < bucket_of(b); });
    ByteWriter directory, entries;
    directory.U16(0);
    size_t i = 0;
    for (uint64_t bucket = 0; bucket < uint64_t{1} << bits; ++bucket) {
      for (; i < words_.size() && bucket_of(words_[i]) == bucket; ++i) {
        entries.U16(words_[i].hash & 0xFFFF).U16(static_cast<uint16_t>(words_[i].family));
        entries.U8(static_cast<uint8_t>(words_[i].trait));
      }
      directory.U16(static_cast<uint16_t>(i));
    }
    std::string traits(traits_.size() * Language::TraitRecord::kBytes, '\0');
    if (traits_.size() > 256) return absl::InvalidArgumentError("more than 256 combinations of noun class and roles");
    for (const auto& [trait, number] : traits_) {
      ByteWriter record;
      record.U8(trait.first).U8(0).U16(trait.second);
      traits.replace(number * record.size(), record.size(), record.bytes());
    }
    sections->emplace_back(kSectionBuckets, directory.Take());
    sections->emplace_back(kSectionWords, entries.Take());
    sections->emplace_back(kSectionFamilies, families_);
    sections->emplace_back(kSectionTraits, std::move(traits));
    return absl::OkStatus();
  }

 private:
  struct Entry {
    uint32_t hash, family, trait;
  };

  static uint32_t BucketBits(uint64_t words) {
    uint32_t bits = 1;
    while ((uint64_t{kWordsPerBucket} << bits) < words) ++bits;
    return bits;
  }

  uint64_t Size(uint64_t words) const {
    return words * Language::WordEntry::kBytes + (uint64_t{2} << BucketBits(words)) + families_.size();
  }

  void Add(const SourceWord& word, uint16_t flags) {
    const uint32_t hash = HashWord(AsBytes(word.word));
    if (!taken_.insert(hash).second) return;
    const auto [family, is_new] = numbers_.emplace(word.family, families());
    if (is_new) families_.push_back(static_cast<char>(word.weight));
    const std::pair<uint8_t, uint16_t> trait(static_cast<uint8_t>(word.noun_class), flags);
    const uint32_t number = static_cast<uint32_t>(traits_.emplace(trait, traits_.size()).first->second);
    words_.push_back({hash, family->second, number});
  }

  std::vector<Entry> words_;
  std::string families_;  // one weight each
  absl::flat_hash_set<uint32_t> taken_;
  absl::flat_hash_map<std::string, uint32_t> numbers_;
  std::map<std::pair<uint8_t, uint16_t>, size_t> traits_;
};

uint64_t Padded(uint64_t size) { return (size + 7) & ~uint64_t{7}; }

uint64_t BlockSize(const std::vector<Section>& sections, size_t more_sections) {
  uint64_t size = kLanguageHeaderBytes + (sections.size() + more_sections) * (SectionRecord::kBytes + 7);
  for (const Section& section : sections) size += Padded(section.second.size());
  return size;
}

std::string Join(const std::vector<Section>& sections) {
  ByteWriter table, body;
  const uint64_t body_at = kLanguageHeaderBytes + sections.size() * SectionRecord::kBytes;
  for (const auto& [name, bytes] : sections) {
    table.U32(name).U32(Crc32(AsBytes(bytes))).U64(body_at + body.size()).U64(bytes.size()).U64(0);
    body.Raw(bytes).Align(8);
  }
  ByteWriter out;
  out.Raw("PITHLANG").U16(kLanguageMajorVersion).U16(kLanguageMinorVersion);
  out.U32(static_cast<uint32_t>(sections.size())).U64(body_at + body.size());
  std::string block =
      out.Padded("", kLanguageHeaderBytes - kLanguageHashAt).Raw(table.bytes()).Raw(body.bytes()).Take();
  block.replace(kLanguageHashAt, kLanguageHashBytes, compiler::LanguageHash(block));
  const uint32_t crc = HeaderCrc32(AsBytes(block).Sub(0, body_at), kLanguageCrcAt);
  return block.replace(kLanguageCrcAt, 4, ByteWriter().U32(crc).bytes());
}

}  // namespace

absl::StatusOr<Profile> ProfileOf(const std::string& name) {
  static constexpr Profile kProfiles[] = {
      {"tiny", 96u << 10, 22'350, 0}, {"standard", 450u << 10, 165'000, 7000}, {"full", 1u << 20, 700'000, 55000}};
  for (const Profile& profile : kProfiles) {
    if (name == profile.name) return profile;
  }
  return absl::InvalidArgumentError(absl::StrCat("no profile \"", name, "\": tiny, standard or full"));
}

absl::StatusOr<std::string> BuildLanguage(const Source& source, const Profile& profile) {
  if (source.tag.size() >= kNameBytes) return absl::InvalidArgumentError("a language tag has at most 15 bytes");
  std::vector<Section> sections = {{kSectionMeta, std::string(2 * kNameBytes + 8, '\0')},
                                   {kSectionFolding, FoldSection()},
                                   {kSectionCharacters, CharSection()},
                                   {kSectionClitics, CliticSection(source)},
                                   {kSectionAbbreviations, AbbreviationSection(source)},
                                   {kSectionSuffixes, SuffixSection(source)},
                                   {kSectionPatterns, PatternSection(source)},
                                   {kSectionWanted, WantedSection(source)},
                                   {kSectionWeights, WeightSection(source)}};
  const uint64_t fixed = BlockSize(sections, 6);
  if (fixed > profile.bytes)
    return absl::InvalidArgumentError(absl::StrCat("the fixed sections take ", fixed, " bytes"));
  Lexicon lexicon(source, std::min<uint64_t>(profile.bytes - fixed, profile.word_bytes));
  const absl::Status status = lexicon.Write(&sections);
  if (!status.ok()) return status;
  const auto number_of = [&lexicon](const std::string& family) { return lexicon.FamilyOf(family); };
  sections.emplace_back(kSectionOpposites, WriteOpposites(source, number_of));
  const uint64_t so_far = BlockSize(sections, 2);
  if (so_far > profile.bytes) return absl::InvalidArgumentError("the closed classes of words do not fit");
  const MeaningTable table = JoinRelatives(source, number_of);
  RelativeSections relatives = WriteRelatives(table, lexicon.families(), profile.bytes - so_far);
  sections.emplace_back(kSectionRelatives, std::move(relatives.near));
  sections.emplace_back(kSectionPhrases, std::move(relatives.phrases));
  WriteReader(source, profile.vectors, &sections);

  ByteWriter meta;
  meta.Padded(source.tag, kNameBytes).Padded(profile.name, kNameBytes);
  meta.U32(lexicon.words()).U32(lexicon.families() - 1);
  sections.front().second = meta.Take();
  return Join(sections);
}

}  // namespace pith::model
