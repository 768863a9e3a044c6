// In: the bytes of an index. Out: its records, decoded field by field; callers never see where a byte lies.
// Who may use it: everything. bytes.h checks every read, fields.h unpacks records, sections.h names sections, kinds.h
// holds the labels that records store, and all of these build on order.h, crc32.h and fault.h.
//
// The layout of the index file, in one place. All numbers are little-endian; docs/format.md describes the same layout
// byte by byte, with an example.
//
// clang-format off
//   file      := header  section-table  section*        sections aligned to 8, in the table's order
//   header    := magic[8] u16 major, u16 minor, u32 sections, u64 file size,
//                u32 crc32 of header and table with this field zero, u32 reserved
//   table     := { u32 name (four letters), u32 crc32, u64 offset, u64 size, u32 flags, u32 reserved } *
//
//   META  what the whole index says of itself (MetaRecord)
//   LANG  the language block, whole (engine/language/language.h); left out where it is kept in a file of its own
//   DIRE  a DirectoryRecord an article, in the order given to the compiler
//   IDIX  u32 article numbers in the order of their ids' bytes
//   ARTS  the articles' parts, each aligned to 8
//   TERM  only with two articles or more: u32 records, then a packed table of TermRecord in order of key, and one past
//         the last
//   POST  the same of PostingRecord, whose `sentence` is an article and its weight an impact, in order of article within
//         each term
//   TITL  a packed table of TitleRecord in order of the folded title; only where an article has a title or an alias
//   TITN  with TITL: the folded titles in the same order (engine/index/dictionary.h)
//   SPEL  the folded words of the articles, for misspelled ones (engine/index/dictionary.h); with TERM or a long text
//   ASKS  only with two articles or more that have questions settled by an editor: u32 records, then a packed table of
//         WordingPlaceRecord, one for each WordingRecord of an article, in order of key, then of article
//   LOOK  which articles have facts of a key (engine/index/lookup_places.h)
//   VECS  vectors of the articles' words that the language block lacks (engine/language/word_vectors.h); only with a
//         reader
//   SIGN  a SignatureRecord, the last section and the end of the file; only where somebody has signed it
//
//   part  := u32 size, u16 tables, u16 flags, u16 (kPartLarge: u32) count of each table,
//            then the tables one after the other in the order of PartTable: bytes, or records packed to bits
//            (engine/format/fields.h). A reader skips tables that it does not know: they come last.
// clang-format on
//
// A part depends only on its article and the language block, never on its neighbors, so linking simply copies it.

#ifndef PITH_ENGINE_FORMAT_RECORDS_H_
#define PITH_ENGINE_FORMAT_RECORDS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/fields.h"
#include "engine/format/kinds.h"  // before kNone, which its enumerators would shadow
#include "engine/format/sections.h"

namespace pith {

inline constexpr uint8_t kMagic[8] = {'P', 'I', 'T', 'H', '\r', '\n', 0x1A, '\n'};
inline constexpr uint16_t kMajorVersion = 1;
inline constexpr uint16_t kMinorVersion = 6;
inline constexpr uint16_t kLeastMinorVersion = 6;
inline constexpr uint32_t kHeaderBytes = 32;
inline constexpr uint32_t kMaxSections = 64;

// Limits that the writer keeps and the reader relies on.
inline constexpr uint32_t kMaxSentenceTokens = 250;  // a token's index in its sentence fits a byte
inline constexpr uint32_t kMaxSentenceCandidates = 32;
inline constexpr uint32_t kMaxSentenceBytes = 16000;  // a token's offset in its sentence fits 16 bits
inline constexpr uint32_t kMaxArticleBytes = 16u << 20;
inline constexpr uint32_t kMaxArticles = (1u << 24) - 1;
inline constexpr uint32_t kMaxArticleTerms = 0xFFFE;  // further terms are left out of the article's index
inline constexpr uint32_t kMaxSuggestions = 8;        // per article
inline constexpr uint32_t kMaxSuggestionBytes = 160;  // per suggested question
inline constexpr uint32_t kMaxArticleAliases = 1024;
inline constexpr uint32_t kMaxArticleTags = 256;
inline constexpr uint32_t kMaxPropertyBytes = 4096;  // of an alias, a tag, an author, a licence, an image
inline constexpr uint32_t kMaxMetaBytes = 65536;
inline constexpr uint32_t kMaxAnchorBytes = 255;  // a longer one is none
inline constexpr uint8_t kMaxHeadingLevel = 6;    // as HTML has them
inline constexpr uint16_t kNoTerm = 0xFFFF;
inline constexpr uint32_t kNone = 0xFFFFFFFF;  // "no such value, entity, string"
inline constexpr uint16_t kNone16 = 0xFFFF;

inline constexpr uint16_t kSearchOnly = 1;  // an article at least was compiled for search alone
struct MetaRecord {
  static constexpr uint32_t kBytes = 64;
  static constexpr uint32_t kHashBytes = 32;
  Bytes language_hash;  // Language::hash() of the block that the index was made with
  uint64_t sentences, words, facts;
  uint32_t articles;
  uint16_t threshold;  // answers of less confidence are left out unless the caller says otherwise
  uint16_t contents;   // kSearchOnly, or 0
  static MetaRecord Load(Bytes b) {
    Fields f(b.Sub(kHashBytes, kBytes - kHashBytes));
    return {b.Sub(0, kHashBytes), f.U64(), f.U64(), f.U64(), f.U32(), f.U16(), f.U16()};
  }
};

// Who vouches for the file. The signature is over all bytes of the file before the signature itself. The last four
// bytes are chosen so that the section's checksum is 0, for the table that holds the checksum is signed too.
struct SignatureRecord {
  static constexpr uint32_t kBytes = 120;
  static constexpr uint32_t kKeyBytes = 32, kSignatureBytes = 64;
  static constexpr uint32_t kKeyAt = 16, kSignatureAt = 48, kZeroAt = 112;
  uint32_t version, zero;
  uint64_t content_version;
  static SignatureRecord Load(Bytes b) {
    Fields f(b);
    return {f.U32(), f.U32(), f.U64()};
  }
};
inline constexpr uint32_t kSignatureVersion = 2;

// Where an article's part lies within ARTS.
struct DirectoryRecord {
  static constexpr uint32_t kBytes = 16;
  uint64_t offset;
  uint32_t size, reserved;
  static DirectoryRecord Load(Bytes b) { return Load(Fields(b)); }
  static DirectoryRecord Load(Fields f) { return {f.U64(), f.U32(), f.U32()}; }
};

// The tables of an article's part, in file order.
enum class PartTable : uint16_t {
  kText,         // bytes: the article's text
  kPool,         // bytes: strings that do not occur in the text
  kStrings,      // StringRecord: the strings that other records refer to by number
  kHead,         // HeadRecord: exactly one
  kSentences,    // SentenceRecord
  kTokens,       // bytes: the tokens' codes (engine/index/sentence_codes.h)
  kTerms,        // TermRecord in order of key: those of families that the language block knows
  kOtherTerms,   // the others; the last record of both tables together ends the last term
  kPostings,     // PostingRecord, in order of sentence within each term
  kCandidates,   // bytes: the candidates' codes
  kValues,       // ValueRecord
  kEntities,     // EntityRecord, the most mentioned first
  kAliases,      // NumberRecord: string numbers, entity after entity
  kMentions,     // MentionRecord, entity after entity
  kClaims,       // ClaimRecord in order of begin
  kFacts,        // FactRecord in reading order
  kLookup,       // LookupRecord in order of key, then descending importance of the fact, then fact
  kEvents,       // EventRecord in order of date, then of place in the text
  kOrder,        // NumberRecord: sentences (from 0), the best for a summary first
  kQuestions,    // bytes: the suggested questions, one after the other
  kSuggestions,  // SuggestionRecord, the most important first; at most kMaxSuggestions
  kProperties,   // PropertyRecord in order of kind, then as the article lists them; left out where there are none
  kTopic,        // NumberRecord: the terms of the title and of the article's aliases, rising
  kReplies,      // ReplyRecord; this table and the next are left out where there are none, too
  kWordings,     // WordingRecord in order of key
  kOutline,      // OutlineRecord in order of sentence; left out where the text comes from no format with markup
  kTellings,     // TellingRecord in order of event: of those that need one
  kCount
};

// [offset, offset + size) in the text followed by the pool: offsets below the text's size lie in the text.
struct StringRecord {
  uint32_t offset, size;
  template <typename Cursor>
  static constexpr StringRecord Load(Cursor f) {
    return {f.U32(), f.U32()};
  }
};

struct HeadRecord {  // string numbers; kNone: absent
  uint32_t id, title, date, url, lang;
  uint32_t words;  // in the text, not counting punctuation
  template <typename Cursor>
  static constexpr HeadRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U32(), f.U32(), f.U32()};
  }
};

struct SentenceRecord {
  uint32_t begin, end;                    // bytes in the text
  uint32_t token_codes, candidate_codes;  // the bits of kTokens and kCandidates where its codes begin
  uint16_t importance;                    // 0..10000
  uint8_t flags;                          // kSentenceHeading, ...Paragraph, ...Leans, ...Withheld, ...Row
  uint8_t words;                          // those that have a term
  uint8_t tokens, candidates;             // how many it has
  template <typename Cursor>
  static constexpr SentenceRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U32(), f.U16(), f.U8(), f.U8(), f.U8(), f.U8()};
  }
  static constexpr uint32_t kBegin = 0, kEnd = 1, kImportance = 4, kFlags = 5,
                            kWords = 6;  // their places, for PackedTable::Field
};
inline constexpr uint8_t kSentenceHeading = 1;    // a headline, caption or list item
inline constexpr uint8_t kSentenceParagraph = 2;  // the first of its paragraph
inline constexpr uint8_t kSentenceLeans = 4;      // says little without the sentence before it (headings skipped)
inline constexpr uint8_t kSentenceWithheld = 8;   // an editor keeps it out of summaries
inline constexpr uint8_t kSentenceRow = 16;  // a heading that states something: a row of a table, an item of a list
inline constexpr uint32_t kMaxHeadingsPassed = 8;

struct TokenRecord {  // in codes of varying length
  uint16_t term;      // index into kTerms; kNoTerm: punctuation or a stop word
  uint16_t gap;       // bytes from the end of the previous token, or, for the first, from the start of the sentence
  uint8_t size;       // bytes
  uint8_t head;       // a token of the sentence; the root's is its own index
  uint8_t rel;        // Rel
  uint8_t tag;        // Pos | NameType << 5
};

struct TermRecord {
  uint32_t key;  // of the word's family (engine/language/language.h)
  uint32_t first_posting;
  template <typename Cursor>
  static constexpr TermRecord Load(Cursor f) {
    return {f.U32(), f.U32()};
  }
  static constexpr uint32_t kFirstPosting = 1;  // its place, for PackedTable::Field
};

struct PostingRecord {
  static constexpr uint32_t kMaxSentence = 0xFFFFFF;
  uint32_t packed;  // sentence << 8 | weight: 16 for a plain occurrence, less if the term is only meant
  template <typename Cursor>
  static constexpr PostingRecord Load(Cursor f) {
    const uint32_t weight = f.U8();
    return {f.U24() << 8 | weight};
  }
  uint32_t sentence() const { return packed >> 8; }
  uint8_t weight() const { return static_cast<uint8_t>(packed); }
};

struct CandidateRecord {  // in codes of varying length
  uint8_t first, last;    // tokens of the sentence, [first, last)
  uint8_t head;
  uint8_t kind;            // CandidateKind
  uint16_t value, entity;  // numbers; kNone16: none
  uint8_t reality;         // Reality
};

struct ValueRecord {
  uint8_t kind, hedge, scale;  // ValueKind, Hedge
  uint8_t ranged;              // 1: the next value is the upper end of a range of numbers, otherwise 0
  uint32_t string;             // a number's unit, or kNone; a date in EDTF; a duration in ISO 8601
  uint64_t mantissa;           // two's complement
  template <typename Cursor>
  static constexpr ValueRecord Load(Cursor f) {
    return {f.U8(), f.U8(), f.U8(), f.U8(), f.U32(), f.U64()};
  }
};

struct EntityRecord {
  uint32_t name;                        // string number
  uint32_t first_alias, first_mention;  // up to the next entity's (the last: to the table's end)
  uint8_t type;                         // NameType
  uint8_t reserved_byte;
  uint16_t reserved;
  template <typename Cursor>
  static constexpr EntityRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U8(), f.U8(), f.U16()};
  }
};

struct NumberRecord {  // kAliases: the number of a string; kOrder: the number of a sentence; kTopic: that of a term
  static constexpr uint32_t kBytes = 4;
  uint32_t number;
  static NumberRecord Load(Bytes b) { return Load(Fields(b)); }
  template <typename Cursor>
  static constexpr NumberRecord Load(Cursor f) {
    return {f.U32()};
  }
};

struct MentionRecord {
  uint32_t sentence, begin, end;  // sentence from 0
  template <typename Cursor>
  static constexpr MentionRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32()};
  }
};

struct ClaimRecord {
  uint32_t begin, end, speaker;  // bytes in the text; string number
  template <typename Cursor>
  static constexpr ClaimRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32()};
  }
};

struct FactRecord {
  uint32_t sentence, begin, end;           // sentence from 0; kNone, with empty bytes: an editor's own
  uint32_t subject, relation, object;      // string numbers
  uint32_t where, attribution;             // string numbers or kNone
  uint32_t value, when;                    // value numbers or kNone
  uint32_t subject_entity, object_entity;  // entities whose names they are, or kNone
  uint16_t confidence, importance;         // 0..10000
  uint16_t words;                          // bits for the relation's words: RelationFilter (engine/find/lookup.h)
  uint8_t negated, modality, source, reserved;
  template <typename Cursor>
  static constexpr FactRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U32(), f.U32(), f.U32(), f.U32(), f.U32(), f.U32(), f.U32(),
            f.U32(), f.U32(), f.U16(), f.U16(), f.U16(), f.U8(),  f.U8(),  f.U8(),  f.U8()};
  }
};

struct TitleRecord {        // in TITL
  uint32_t article, alias;  // 0: the title, otherwise the number of the alias and 1
  template <typename Cursor>
  static constexpr TitleRecord Load(Cursor f) {
    return {f.U32(), f.U32()};
  }
};

struct LookupRecord {
  uint32_t key;  // SubjectKey or ObjectKey (engine/find/lookup.h)
  uint32_t fact;
  template <typename Cursor>
  static constexpr LookupRecord Load(Cursor f) {
    return {f.U32(), f.U32()};
  }
};

struct EventRecord {
  uint32_t date;  // string number
  uint32_t sentence, begin, end;
  template <typename Cursor>
  static constexpr EventRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U32()};
  }
};

struct TellingRecord {  // how an event is told outside its text
  uint32_t event;       // its number
  uint32_t text;        // string number: the event's text with what its pronouns mean in their place; kNone: as it is
  uint8_t negated, modality;
  template <typename Cursor>
  static constexpr TellingRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U8(), f.U8()};
  }
};

struct SuggestionRecord {
  static constexpr uint32_t kBytes = 16;  // when not packed
  uint32_t first_byte;  // of the question in kQuestions; it ends where the next begins (the last: at the table's end)
  uint32_t sentence, begin, end;  // the answer's bytes, within the sentence (from 0)
  template <typename Cursor>
  static constexpr SuggestionRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U32()};
  }
};

// How many properties of a kind an article may have, and how many bytes each.
constexpr uint32_t MostOf(PropertyKind kind) {
  return kind == PropertyKind::kAlias ? kMaxArticleAliases : kind == PropertyKind::kTag ? kMaxArticleTags : 1;
}
constexpr uint32_t MostBytes(PropertyKind kind) {
  return kind == PropertyKind::kMeta ? kMaxMetaBytes : kMaxPropertyBytes;
}

struct PropertyRecord {  // what an article says of itself beyond its HeadRecord
  uint8_t kind;          // PropertyKind
  uint32_t string;       // string number; not empty
  template <typename Cursor>
  static constexpr PropertyRecord Load(Cursor f) {
    return {f.U8(), f.U32()};
  }
};

struct ReplyRecord {              // what an editor has questions answered with
  uint32_t text;                  // string number: the answer, or the question meant; kNone for silence
  uint32_t sentence, begin, end;  // an answer's evidence, sentence from 0; kNone, with empty bytes: none
  uint8_t kind;                   // ReplyKind
  template <typename Cursor>
  static constexpr ReplyRecord Load(Cursor f) {
    return {f.U32(), f.U32(), f.U32(), f.U32(), f.U8()};
  }
};

struct WordingRecord {
  uint64_t key;       // of the question (engine/find/wording.h)
  uint32_t question;  // string number
  uint32_t reply;     // number in kReplies
  template <typename Cursor>
  static constexpr WordingRecord Load(Cursor f) {
    return {f.U64(), f.U32(), f.U32()};
  }
};

// Where a heading begins, or something that the source gives an anchor.
struct OutlineRecord {
  uint32_t sentence;  // from 0; the first one there
  uint8_t level;      // of a heading, 1 to kMaxHeadingLevel; 0: none
  uint32_t anchor;    // string number: an element's id in the source; kNone: none
  template <typename Cursor>
  static constexpr OutlineRecord Load(Cursor f) {
    return {f.U32(), f.U8(), f.U32()};
  }
};

struct WordingPlaceRecord {
  uint64_t key;
  uint32_t article;
  template <typename Cursor>
  static constexpr WordingPlaceRecord Load(Cursor f) {
    return {f.U64(), f.U32()};
  }
};

static_assert(SizesOf<SuggestionRecord>().total() == SuggestionRecord::kBytes, "what a suggestion is said to take");
static_assert(SizesOf<NumberRecord>().total() == NumberRecord::kBytes, "IDIX holds them unpacked");

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_RECORDS_H_
