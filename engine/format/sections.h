// In: four letters. Out: the names of all sections, in an index or a language block, and the entries of section tables.
// Who may use it: everything. A new section gets its name here and its layout in engine/format/records.h (index) or
// engine/language/language.h (block).

#ifndef PITH_ENGINE_FORMAT_SECTIONS_H_
#define PITH_ENGINE_FORMAT_SECTIONS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/fields.h"

namespace pith {

constexpr uint32_t FourLetters(const char (&s)[5]) {
  return static_cast<uint32_t>(static_cast<uint8_t>(s[0])) | static_cast<uint32_t>(static_cast<uint8_t>(s[1])) << 8 |
         static_cast<uint32_t>(static_cast<uint8_t>(s[2])) << 16 |
         static_cast<uint32_t>(static_cast<uint8_t>(s[3])) << 24;
}

// Sections of an index.
inline constexpr uint32_t kSectionMeta = FourLetters("META");  // a block has one, too
inline constexpr uint32_t kSectionLanguage = FourLetters("LANG");
inline constexpr uint32_t kSectionDirectory = FourLetters("DIRE");
inline constexpr uint32_t kSectionIds = FourLetters("IDIX");
inline constexpr uint32_t kSectionArticles = FourLetters("ARTS");
inline constexpr uint32_t kSectionTerms = FourLetters("TERM");
inline constexpr uint32_t kSectionPostings = FourLetters("POST");
inline constexpr uint32_t kSectionTitles = FourLetters("TITL");
inline constexpr uint32_t kSectionTitleWords = FourLetters("TITN");
inline constexpr uint32_t kSectionSpellings = FourLetters("SPEL");
inline constexpr uint32_t kSectionWordings = FourLetters("ASKS");
inline constexpr uint32_t kSectionLookups = FourLetters("LOOK");
inline constexpr uint32_t kSectionVectors = FourLetters("VECS");
inline constexpr uint32_t kSectionSignature = FourLetters("SIGN");

// Sections of a language block.
inline constexpr uint32_t kSectionFolding = FourLetters("FOLD");
inline constexpr uint32_t kSectionCharacters = FourLetters("CHAR");
inline constexpr uint32_t kSectionClitics = FourLetters("CLIT");
inline constexpr uint32_t kSectionAbbreviations = FourLetters("ABBR");
inline constexpr uint32_t kSectionSuffixes = FourLetters("SUFX");
inline constexpr uint32_t kSectionBuckets = FourLetters("WDIR");
inline constexpr uint32_t kSectionWords = FourLetters("WORD");
inline constexpr uint32_t kSectionFamilies = FourLetters("FAMI");
inline constexpr uint32_t kSectionTraits = FourLetters("TRAI");
inline constexpr uint32_t kSectionRelatives = FourLetters("NEAR");
inline constexpr uint32_t kSectionPhrases = FourLetters("PHRS");
inline constexpr uint32_t kSectionOpposites = FourLetters("OPPO");
inline constexpr uint32_t kSectionPatterns = FourLetters("QPAT");
inline constexpr uint32_t kSectionWanted = FourLetters("WANT");
inline constexpr uint32_t kSectionWeights = FourLetters("WGHT");
inline constexpr uint32_t kSectionNetwork = FourLetters("RNET");
inline constexpr uint32_t kSectionEmbeddings = FourLetters("REMB");
inline constexpr uint32_t kSectionCommonVectors = FourLetters("RVEC");

// An entry of a section table.
struct SectionRecord {
  static constexpr uint32_t kBytes = 32;
  uint32_t name, crc32;
  uint64_t offset, size;
  uint32_t flags;  // kSectionRequired
  static SectionRecord Load(Bytes b) { return Load(Fields(b)); }
  static SectionRecord Load(Fields f) { return {f.U32(), f.U32(), f.U64(), f.U64(), f.U32()}; }
};

inline constexpr uint32_t kSectionRequired = 1;  // a reader that does not know the section must refuse the file

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_SECTIONS_H_
