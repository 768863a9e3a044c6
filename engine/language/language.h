// In: the bytes of a language block. Out: what the block says about characters, words, their families and relatives.
// Who may use it: everything above engine/format. Only engine/rank (weights), engine/find (question patterns) and
// engine/reader (network and vectors) look into sections of a block themselves, each into its own.
//
// The language block is one flat block of bytes, read in place. It holds the words that the engine knows: how
// characters fold, which words belong to one family, what they weigh, how questions begin. (The grammar of questions
// and of yes/no answers is English, and lies in engine/find and engine/polar.) The tool `pith-language` writes the
// block from the text sources in tools/models/; an index embeds the block or names the hash of the one it needs.
//
// clang-format off
//   block    := header  section-table  section*          all numbers little-endian, sections aligned to 8
//   header   := magic[8] "PITHLANG", u16 major, u16 minor, u32 sections, u64 block size,
//               hash[32], which names the block: BLAKE2b-256 of its bytes with this field and the next zero,
//               u32 CRC-32 of header and section table with this field zero, u32 zero
//   table    := SectionRecord (engine/format/sections.h) a section; readers skip names that they do not know
//
//   META  tag[16], profile[16] (zero-padded ASCII), u32 words, u32 families
//   FOLD  u32 limit, u32 blocks, u8 block of each 64 code points below limit, blocks of 64 u16 (FoldEntry), strings of 4
//   CHAR  u32 limit, u32 blocks, u16 block of each 64 code points below limit, blocks of 64 half-bytes (CharClass)
//   CLIT  CliticRecord: endings that are words of their own ("'s", "n't"), or stay with a number ("0th")
//   ABBR  AbbreviationRecord, in order of hash: words that keep their final period
//   SUFX  SuffixRecord: endings that unknown words lose, in the order to try for a known stem; else the shortest counts
//   WDIR  u16 a bucket of word hashes and one more: the first entry of each; WORD holds the entries
//   WORD  WordEntry, bucket after bucket
//   FAMI  u8 a word family: its weight
//   TRAI  TraitRecord: the distinct combinations of noun class and flags
//   NEAR, PHRS   the relatives of families and phrases, and the phrases: engine/language/relatives.h
//   OPPO         pairs of families that are opposites, the smaller number first, as PHRS has phrases
//   QPAT  QuestionPattern, in the order of the source
//   WANT  i16, what a kind of question wants of each sort of candidate (engine/find/offers.h)
//   WGHT  int32 numbers, in the order of the source: engine/rank/weights.h
//   RNET, REMB, RVEC   the reader's network, its tables and its words' vectors: engine/reader/reader.h,
//         engine/language/word_vectors.h; only in a block with a reader
// clang-format on

#ifndef PITH_ENGINE_LANGUAGE_LANGUAGE_H_
#define PITH_ENGINE_LANGUAGE_LANGUAGE_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/fnv.h"
#include "engine/format/kinds.h"
#include "engine/format/records.h"
#include "engine/language/relatives.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint16_t kLanguageMajorVersion = 2;
inline constexpr uint16_t kLanguageMinorVersion = 0;
inline constexpr uint32_t kLanguageHeaderBytes = 64;
inline constexpr uint32_t kLanguageHashAt = 24, kLanguageHashBytes = 32, kLanguageCrcAt = 56;
inline constexpr uint32_t kMaxLanguageBytes = 1u << 30;

inline constexpr uint32_t kMaxWordBytes = 64;  // of a folded word; longer ones are cut
// What a block may make one look-up try. A bucket or table with more reads as empty.
inline constexpr uint32_t kMaxBucketWords = 64, kMaxClitics = 64, kMaxSuffixes = 64, kMaxPatterns = 256;
inline constexpr uint8_t kMaxWeight = 255;         // of WordInfo::idf; unknown words have it
inline constexpr uint32_t kUnknownKey = 1u << 31;  // set in the keys of words that the block does not know

// How the tokenizer sees a code point. The numbers are part of the block's format.
enum class CharClass : uint8_t {
  kSymbol,     // punctuation and signs
  kSpace,      // white space, line ends, control characters
  kLetter,     // lower-case letters, letters without case, and the marks that belong to them
  kUpper,      // upper-case and title-case letters
  kDigit,      // decimal digits
  kIdeograph,  // a word by itself: Han, Kana
  kEmoji,      // a token by itself, with the joiners and modifiers that follow it
  kCurrency,
  kJoiner,  // invisible: soft hyphen, zero-width joiners, variation selectors, skin tones
};

// Roles of closed-class words, one bit each in WordInfo::flags.
enum WordFlag : uint16_t {
  kWordStop = 1 << 0,       // too common to search for
  kWordAuxiliary = 1 << 1,  // "did", "has", "will"
  kWordPreposition = 1 << 2,
  kWordDeterminer = 1 << 3,
  kWordPronoun = 1 << 4,   // third person: "he", "their"
  kWordQuestion = 1 << 5,  // "who", "how"
  kWordTitle = 1 << 6,     // stands before a person's name: "mr", "president"
  kWordNegation = 1 << 7,  // "not", "never"
  kWordConjunction = 1 << 8,
  kWordNumber = 1 << 9,  // "three", "million", "dozens"
  kWordMonth = 1 << 10,
  kWordWeekday = 1 << 11,
};

// What the block says about one word.
struct WordInfo {
  uint32_t key = 0;  // of its family: "resign", "resigned", "resignation" share one; comparable only within one block
  uint8_t idf = 0;   // 16 times the binary logarithm of its family's rarity; 0 for stop words; at most kMaxWeight
  uint8_t noun_class = 0;  // NounClass of its main sense as a noun
  uint16_t flags = 0;      // WordFlag
  bool known = false;      // whether the block holds it, or the word of which it is a regular form
};

// The words with which a question may begin, or which it may contain, as written in questions.txt.
struct QuestionPattern {
  static constexpr uint32_t kBytes = 20;
  uint32_t words[4];  // HashWord of each; 0: none
  uint8_t kind, flags;
  static QuestionPattern Load(Bytes b) {
    Fields f(b);
    return {{f.U32(), f.U32(), f.U32(), f.U32()}, f.U8(), f.U8()};
  }
};

// The hash by which every table knows a folded word; never 0. FNV-1a with the final mix of MurmurHash3.
uint32_t HashWord(Bytes folded);

// HashWord a byte at a time: HashStep over the bytes from kHashStart, then HashEnd.
inline constexpr uint32_t kHashStart = kFnvStart32;
inline uint32_t HashStep(uint32_t hash, uint8_t byte) { return FnvStep(hash, uint32_t{byte}); }
inline uint32_t HashEnd(uint32_t hash) {
  hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
  hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
  hash ^= hash >> 16;
  return hash == 0 ? 1 : hash;
}

// An opened block: views into bytes that must outlive it. Never changed after Open; may be copied freely.
class Language {
 public:
  // Checks the header, the section table and the shapes of the tables; reads no other data. O(sections). On error *out
  // is unchanged. Errors: NOT_PITH, TOO_NEW, TOO_OLD, CUT_SHORT, DAMAGED.
  static pith_status Open(Bytes block, Language* out);

  // Reads everything except the reader's tables (VerifyReader checks those): checksums, and the order and references of
  // the tables. O(size). DAMAGED at the first fault; if a checksum is wrong, *section names its section. Whether the
  // hash is that of the bytes is for those who have BLAKE2b: the engine has no cryptography.
  pith_status Verify(uint32_t* section = nullptr) const;

  // Names the block, by what its header says. An index made with another block has other keys.
  Bytes hash() const { return block_.Sub(kLanguageHashAt, kLanguageHashBytes); }
  Bytes block() const { return block_; }
  Bytes tag() const;      // "en"
  Bytes profile() const;  // "tiny", "standard", "full"
  uint32_t words() const { return Table<WordEntry>(Known(kWord)).size(); }

  // The bytes of the section named `name` (such as kSectionPatterns), or none. O(sections).
  Bytes Section(uint32_t name) const;
  // The offset in the block at which that section begins.
  uint64_t OffsetOf(uint32_t name) const;

  // What the block knows about a word. `folded`: as FoldWord leaves it. O(length): a hash and one bucket of entries;
  // for unknown words, a few more buckets to try their stems.
  WordInfo Find(Bytes folded) const;
  WordInfo Find(Bytes folded, uint32_t hash) const;  // for callers that already have its HashWord

  // Whether the block holds this very form. Only 16 bits of each hash are stored, besides its bucket, so about one in
  // 8,000 other words is taken for a known one.
  bool IsKnown(Bytes folded) const;

  // Writes the families and phrases of texts that are near in meaning to the family or phrase `key` of a question, at
  // most `capacity` and kMaxRelated of them. Returns their number. O(kMaxRelated).
  uint32_t Related(uint32_t key, RelatedKey* out, uint32_t capacity) const {
    return Relatives(Known(kNear)).Of(key, out, capacity);
  }

  // The key of the phrase of words of these families, or of a frame (kPhraseGap among them); 0 if there is none. O(1).
  uint32_t FindPhrase(const uint32_t* keys, uint32_t count) const;
  // The same, but only of phrases that texts are searched for.
  uint32_t FindPhraseOfTexts(const uint32_t* keys, uint32_t count) const;

  // Whether the families of two keys mean opposite things: "open" and "close". O(1).
  bool AreOpposites(uint32_t a, uint32_t b) const {
    const uint32_t pair[] = {a < b ? a : b, a < b ? b : a};
    const Phrases opposites(Known(kOppo));
    return opposites.Find(pair, 2) < opposites.size();
  }

  // The weight of the family `key`. O(1).
  uint8_t Weight(uint32_t key) const;

  // In every block, a to z are lower-case letters that fold to themselves.
  static bool IsPlain(uint32_t code_point) { return code_point - 'a' < 26; }

  CharClass ClassOf(uint32_t code_point) const {
    if (IsPlain(code_point)) return CharClass::kLetter;
    const uint64_t ascii_at = uint64_t{ascii_classes_[code_point >> 6 & 1]} + (code_point & 63) / 2;
    const uint8_t pair = code_point < 0x80 ? block_.U8(ascii_at) : ClassPair(code_point);
    return static_cast<CharClass>(code_point % 2 == 0 ? pair & 15 : pair >> 4);
  }

  // The entry of FOLD for a code point. 0: folds to itself; kFoldNothing: to nothing; kFoldString + n: to string n; any
  // other: to that code point.
  uint16_t FoldEntry(uint32_t code_point) const;
  static constexpr uint16_t kFoldNothing = 1;
  static constexpr uint16_t kFoldString = 0xF800;
  // String `n` of those that replace one code point: 4 bytes of UTF-8, zero-padded.
  Bytes FoldString(uint32_t n) const;

  // Whether a folded ending is a word of its own ("'s"), or one that stays with a number (written "0th").
  bool IsClitic(Bytes folded) const;

  // Whether a folded word keeps the period that follows it. `before_digit`: whether a number comes next ("No. 5").
  bool IsAbbreviation(Bytes folded, bool before_digit) const;

  // Records of the block; public for the tool that writes it.
  struct WordEntry {
    static constexpr uint32_t kBytes = 5;
    uint16_t mark;    // the low 16 bits of the word's hash; the high bits are its bucket
    uint16_t family;  // from 1
    uint8_t trait;    // index into TRAI
    static WordEntry Load(Bytes b) {
      Fields f(b);
      return {f.U16(), f.U16(), f.U8()};
    }
  };
  struct TraitRecord {
    static constexpr uint32_t kBytes = 4;
    uint8_t noun_class, reserved;
    uint16_t flags;
    static TraitRecord Load(Bytes b) {
      Fields f(b);
      return {f.U8(), f.U8(), f.U16()};
    }
  };
  // An ending of unknown words: "ies" becomes "y" if at least min_stem bytes precede it.
  struct SuffixRecord {
    static constexpr uint32_t kBytes = 16;
    static constexpr uint32_t kTextBytes = 6;
    uint8_t size, replacement_size, min_stem;
    uint8_t flags;  // kSuffixUndouble
    Bytes text, replacement;
    static SuffixRecord Load(Bytes b) {
      Fields f(b);
      return {f.U8(), f.U8(), f.U8(), f.U8(), b.Sub(4, kTextBytes), b.Sub(10, kTextBytes)};
    }
  };
  static constexpr uint8_t kSuffixUndouble = 1;  // the stem's doubled last letter becomes one: "stopp" -> "stop"
  struct CliticRecord {
    static constexpr uint32_t kBytes = 8;
    uint8_t size;  // of text, at most 7
    Bytes text;
    static CliticRecord Load(Bytes b) { return {b.U8(0), b.Sub(1, 7)}; }
  };

  struct AbbreviationRecord {
    static constexpr uint32_t kBytes = 8;
    uint32_t word;   // HashWord
    uint32_t flags;  // kOnlyBeforeDigit
    static AbbreviationRecord Load(Bytes b) {
      Fields f(b);
      return {f.U32(), f.U32()};
    }
  };
  static constexpr uint32_t kOnlyBeforeDigit = 1;

 private:
  enum KnownSection {
    kFold,
    kChar,
    kClit,
    kAbbr,
    kSufx,
    kWdir,
    kWord,
    kFami,
    kTrai,
    kNear,
    kPhrs,
    kOppo,
    kKnownSections
  };
  struct Extent {
    uint32_t offset = 0, size = 0;
  };

  Bytes Known(KnownSection name) const { return block_.Sub(known_[name].offset, known_[name].size); }
  SectionRecord RecordOf(uint32_t name) const;  // all zero if there is none
  // A table of at most `most` records; one with more reads as empty.
  template <typename Record>
  Table<Record> Capped(KnownSection name, uint32_t most) const {
    const Table<Record> table(Known(name));
    return table.size() <= most ? table : Table<Record>();
  }
  uint8_t ClassPair(uint32_t code_point) const;
  bool Lookup(uint32_t word_hash, WordEntry* entry) const;
  WordInfo InfoOf(const WordEntry& entry) const;

  Bytes block_;
  uint32_t sections_ = 0;
  Extent known_[kKnownSections];
  uint32_t ascii_classes_[2] = {0, 0};  // where the block has the classes of 0..63 and of 64..127
  uint32_t bucket_shift_ = 0;           // a word hash shifted right by this gives its bucket
};

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_LANGUAGE_H_
