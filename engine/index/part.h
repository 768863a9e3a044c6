// One article's part of an index: typed tables over its bytes, and the views that answers consist of.

#ifndef PITH_ENGINE_INDEX_PART_H_
#define PITH_ENGINE_INDEX_PART_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/format/inlining.h"
#include "engine/format/records.h"
#include "engine/index/code_tables.h"
#include "engine/index/index.h"
#include "engine/index/sentence_codes.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint32_t kPartTables = static_cast<uint32_t>(PartTable::kCount);
inline constexpr uint32_t kPartHeaderBytes = 8;  // before the counts
inline constexpr uint16_t kPartLarge = 1;        // a flag: the counts have 32 bits, otherwise 16
inline constexpr uint16_t kPartSearchOnly = 2;   // a flag: compiled for search alone

// Locates the tables of a part, one after the other.
class TablePlaces {
 public:
  explicit TablePlaces(Bytes part);

  // The place of the next table, of PartTable::kCount in order. False if it does not fit into the part's bytes, which
  // must be exactly the part; then no other may be asked for. O(1).
  bool Next(TablePlace* place);

 private:
  const Bytes part_;
  uint32_t tables_, width_;  // that the part has; bytes of a count
  uint32_t number_ = 0;
  uint64_t at_;
};

// All of them. False if one does not fit. O(tables).
bool PlaceTables(Bytes bytes, TablePlace places[kPartTables]);

// The first place of `part` in `text` that `accept(begin, end)` takes, or kNone; an empty `part` is at 0. To bound the
// cost of hostile files, only the first 2,048 bytes of the text are searched, and only for parts of at most 128 bytes.
// O(text + part), by the algorithm of Knuth, Morris and Pratt (1977).
inline constexpr uint32_t kMaxSearched = 2048, kMaxSought = 128;
template <typename Accept>
uint32_t FindIn(Bytes text, Bytes part, Accept accept) {
  const auto size = static_cast<uint32_t>(part.size() <= kMaxSought ? part.size() : 0);
  if (size == 0) return part.empty() ? 0 : kNone;
  uint8_t shorter[kMaxSought];  // for each beginning of `part`, the longest that it also ends with
  shorter[0] = 0;
  for (uint32_t i = 1, n = 0; i < size; ++i) {
    while (n != 0 && part.U8(n) != part.U8(i)) n = shorter[n - 1];
    if (part.U8(n) == part.U8(i)) ++n;
    shorter[i] = static_cast<uint8_t>(n);
  }
  const auto end = static_cast<uint32_t>(text.size() < kMaxSearched ? text.size() : kMaxSearched);
  for (uint32_t i = 0, n = 0; i < end; ++i) {
    while (n != 0 && part.U8(n) != text.U8(i)) n = shorter[n - 1];
    if (part.U8(n) == text.U8(i)) ++n;
    if (n != size) continue;
    if (accept(i + 1 - size, i + 1)) return i + 1 - size;
    n = shorter[n - 1];
  }
  return kNone;
}
inline uint32_t FindIn(Bytes text, Bytes part) {
  return FindIn(text, part, [](uint32_t, uint32_t) { return true; });
}
inline bool Contains(Bytes text, Bytes part) { return FindIn(text, part) != kNone; }

// Identifies a fact for as long as its evidence and the reading of it stay the same: a hash of its sentence, subject,
// relation and object, at most kMaxSentenceBytes of each. Never 0. O(bytes).
uint64_t FactId(Bytes sentence, Bytes subject, Bytes relation, Bytes object);

// How many tokens and candidates a sentence has; no more than the compiler writes, whatever a damaged file says.
inline uint32_t TokensOf(const SentenceRecord& sentence) {
  return sentence.tokens < kMaxSentenceTokens ? sentence.tokens : kMaxSentenceTokens;
}
inline uint32_t CandidatesOf(const SentenceRecord& sentence) {
  return sentence.candidates < kMaxSentenceCandidates ? sentence.candidates : kMaxSentenceCandidates;
}

inline constexpr uint32_t kMostRowsLed = 16;  // rows below a title that it counts for

// The terms of a part in order of key. Keys of families that the language block does not know are large, and so are the
// last; they have a table of their own, so that the others take few bits.
class TermTable {
 public:
  TermTable(const PackedTable<TermRecord>& known, const PackedTable<TermRecord>& others)
      : known_(known), others_(others) {}

  uint32_t size() const { return known_.size() + others_.size(); }
  TermRecord operator[](uint64_t i) const { return i < known_.size() ? known_[i] : others_[i - known_.size()]; }
  uint64_t FirstField(uint64_t i) const { return Field(i, 0); }
  uint64_t Field(uint64_t i, uint32_t field) const {
    return i < known_.size() ? known_.Field(i, field) : others_.Field(i - known_.size(), field);
  }

 private:
  const PackedTable<TermRecord>&known_, &others_;
};

// A view of one part. Each call opens it anew (a few hundred nanoseconds); it is valid as long as the index's bytes.
// Every number may come from a damaged file: anything outside reads as zero or empty.
class Part {
 public:
  Part() = default;

  // False if PlaceTables is, or if the text is too long. A table with more records than the text or the sentences allow
  // reads as empty. O(tables).
  bool Open(Bytes bytes);

  Bytes text, pool, questions;
  Bytes tokens, candidates;  // in codes: TokenReader, CandidateReader
  PackedTable<StringRecord> strings;
  PackedTable<HeadRecord> head;
  PackedTable<SentenceRecord> sentences;
  PackedTable<TermRecord> known_terms, other_terms;
  PackedTable<PostingRecord> postings;
  PackedTable<ValueRecord> values;
  PackedTable<EntityRecord> entities;
  PackedTable<NumberRecord> aliases;
  PackedTable<MentionRecord> mentions;
  PackedTable<ClaimRecord> claims;
  PackedTable<FactRecord> facts;
  PackedTable<LookupRecord> lookup;
  PackedTable<EventRecord> events;
  PackedTable<NumberRecord> order;
  PackedTable<SuggestionRecord> suggestions;
  PackedTable<PropertyRecord> properties;
  PackedTable<NumberRecord> topic;
  PackedTable<ReplyRecord> replies;
  PackedTable<WordingRecord> wordings;
  PackedTable<OutlineRecord> outline;
  PackedTable<TellingRecord> tellings;

  // Calls visit(PartTable, member) for each table, in file order; those of bytes are members of type Bytes. Nothing
  // else says which records a table holds.
  template <typename Visit>
  static constexpr void ForEachTable(Visit visit) {
    visit(PartTable::kText, &Part::text);
    visit(PartTable::kPool, &Part::pool);
    visit(PartTable::kStrings, &Part::strings);
    visit(PartTable::kHead, &Part::head);
    visit(PartTable::kSentences, &Part::sentences);
    visit(PartTable::kTokens, &Part::tokens);
    visit(PartTable::kTerms, &Part::known_terms);
    visit(PartTable::kOtherTerms, &Part::other_terms);
    visit(PartTable::kPostings, &Part::postings);
    visit(PartTable::kCandidates, &Part::candidates);
    visit(PartTable::kValues, &Part::values);
    visit(PartTable::kEntities, &Part::entities);
    visit(PartTable::kAliases, &Part::aliases);
    visit(PartTable::kMentions, &Part::mentions);
    visit(PartTable::kClaims, &Part::claims);
    visit(PartTable::kFacts, &Part::facts);
    visit(PartTable::kLookup, &Part::lookup);
    visit(PartTable::kEvents, &Part::events);
    visit(PartTable::kOrder, &Part::order);
    visit(PartTable::kQuestions, &Part::questions);
    visit(PartTable::kSuggestions, &Part::suggestions);
    visit(PartTable::kProperties, &Part::properties);
    visit(PartTable::kTopic, &Part::topic);
    visit(PartTable::kReplies, &Part::replies);
    visit(PartTable::kWordings, &Part::wordings);
    visit(PartTable::kOutline, &Part::outline);
    visit(PartTable::kTellings, &Part::tellings);
  }

  Bytes bytes() const { return bytes_; }
  // Whether the article was compiled for search alone: there are no facts and the like, and sentences have no tokens.
  bool IsSearchOnly() const { return (bytes_.U16(6) & kPartSearchOnly) != 0; }
  // One record more than there are terms.
  TermTable terms() const { return {known_terms, other_terms}; }
  uint32_t term_count() const { return terms().size() == 0 ? 0 : terms().size() - 1; }

  // TokensOf and CandidatesOf sentence `sentence` (from 0). O(1).
  uint32_t TokenCount(uint32_t sentence) const { return TokensOf(sentences[sentence]); }
  uint32_t CandidateCount(uint32_t sentence) const { return CandidatesOf(sentences[sentence]); }
  // The postings of term `term`, and the aliases and mentions of entity `entity`. O(1).
  Range PostingsOf(uint32_t term) const;
  Range AliasesOf(uint32_t entity) const;
  Range MentionsOf(uint32_t entity) const;
  // Whether the postings of a term have a sentence. O(log postings).
  bool HasTerm(uint32_t sentence, uint32_t term) const;
  // The bytes of `questions` that hold suggestion `number`. O(1).
  Range QuestionOf(uint32_t number) const;

  // The article's properties of that kind. O(log properties).
  Range PropertiesOf(PropertyKind kind) const;
  // The one of a kind that occurs once; empty where there is none. O(log properties).
  pith_text Property(PropertyKind kind) const;

  // The number of the term with this key, or kNoTerm. O(log terms).
  uint16_t FindTerm(uint32_t key) const;

  // Whether the article's title or an alias of it has term `term`. O(log terms of the title).
  bool IsTopic(uint32_t term) const {
    const uint32_t at = LowerBound(topic, term);
    return at < topic.size() && topic[at].number == term;
  }

  // How much the article is about term `term`, 1..255, as POST stores it: BM25's term frequency, with the title's words
  // counted as said a few times more and a usual length in place of the average. O(postings of the term).
  uint8_t ImpactOf(uint32_t term) const;

  // String `number`; empty for kNone. O(1).
  Bytes StringBytes(uint32_t number) const;
  pith_text String(uint32_t number) const;

  // [begin, end) limited to the text, and the bytes there.
  Range InText(uint32_t begin, uint32_t end) const;
  // Where a sentence stands in the text. O(1).
  Range PlaceOf(uint32_t sentence) const;
  pith_text Text(Range range) const;

  // The bytes of the text that tokens [first, last) of a sentence (from 0) cover. O(last).
  Range SpanOf(uint32_t sentence, uint32_t first, uint32_t last) const;

  // Views for the caller. Sentences, facts and values are numbered from 0 here. O(1). MakeSentence leaves `resolved`
  // empty; NameBehind(sentence) gives it.
  pith_sentence MakeSentence(uint32_t article, uint32_t sentence) const;
  // The full name behind the pronoun or short name with which the sentence begins; empty if there is none to add.
  // O(candidates of the sentence).
  pith_text NameBehind(uint32_t sentence) const;
  // Who says the bytes [begin, end) of the text: the speaker of the innermost claim around them; empty if the article
  // itself says them. O(log claims).
  pith_text SpeakerOf(uint32_t begin, uint32_t end) const;
  // A sentence's kSentenceHeading and so on, and its words that have a term; 0 outside the article. O(1).
  uint8_t FlagsOf(uint32_t sentence) const { return static_cast<uint8_t>(FieldOf(sentence, SentenceRecord::kFlags)); }
  uint8_t WordsOf(uint32_t sentence) const { return static_cast<uint8_t>(FieldOf(sentence, SentenceRecord::kWords)); }
  // Whether a sentence asks something: it ends with a question mark. O(1).
  bool Asks(uint32_t sentence) const;
  // Whether a sentence only names what is told below it. A row of a table ("Height: 96 metres") tells it. O(1).
  bool IsTitle(uint32_t sentence) const {
    return (FlagsOf(sentence) & (kSentenceHeading | kSentenceRow)) == kSentenceHeading;
  }
  // The question to which a sentence replies ("When does it close? At six."): the one right before it, if there is one
  // and the sentence is neither another nor a title; else kNone. O(1).
  uint32_t QuestionBefore(uint32_t sentence) const;
  // The sentence that says what another is about: the question to which it replies, the title right above it (but not
  // the article's, which is the first sentence), or above the rows of which it is one ("Admission" above "Adults: 12
  // euros"), at most kMostRowsLed; else kNone. O(kMostRowsLed).
  uint32_t LeadOf(uint32_t sentence) const;
  // The sentence without which `sentence` says little, or kNone. O(1).
  uint32_t SupportOf(uint32_t sentence) const;
  pith_fact MakeFact(uint32_t article, uint32_t fact) const;
  pith_value MakeValue(uint32_t value) const;  // the kind is NONE for kNone

 private:
  friend class TokenReader;
  friend class CandidateReader;
  PITH_NOINLINE uint64_t FieldOf(uint32_t sentence, uint32_t field) const { return sentences.Field(sentence, field); }
  Bytes bytes_;
  // What numbers of terms, values and entities take in codes.
  uint32_t term_bits_ = 0, value_bits_ = 0, entity_bits_ = 0;
};

template <typename Record>
constexpr FieldSizes SizesOf(PackedTable<Record> Part::*) {
  return SizesOf<Record>();
}
constexpr FieldSizes SizesOf(Bytes Part::*) { return {}; }

// The fields of the records of each table, in file order; a table of bytes has none.
struct PartFields {
  FieldSizes of[kPartTables];

  constexpr PartFields() : of() {
    Part::ForEachTable([this](PartTable name, auto table) { of[static_cast<uint32_t>(name)] = SizesOf(table); });
  }
};
inline constexpr PartFields kPartFields;

// Reads the tokens of a sentence in order, since each token's place depends on those before it.
//
//   for (TokenReader reader(part, sentence); reader.Next();) ... reader.token() ... reader.Text() ...
class TokenReader {
 public:
  TokenReader(const Part& part, uint32_t sentence) : TokenReader(part, part.sentences[sentence]) {}
  TokenReader(const Part& part, const SentenceRecord& sentence)
      : part_(part), bits_(part.tokens, sentence.token_codes), left_(TokensOf(sentence)), end_(sentence.begin) {}

  // Moves to the next token; false after the last. O(bytes of the token).
  bool Next();

  const TokenRecord& token() const { return token_; }
  uint64_t bit() const { return bits_.at(); }  // of the part's tokens, where the next one begins
  uint64_t begin() const { return begin_; }    // bytes in the text
  uint64_t end() const { return end_; }
  Bytes Text() const { return part_.text.Sub(begin_, token_.size); }

 private:
  const Part& part_;
  BitReader bits_;
  uint32_t left_, number_ = 0;
  TokenRecord token_ = {};
  uint64_t begin_ = 0, end_;
};

// Reads the candidates of a sentence of `words` tokens in order.
//
//   for (CandidateReader reader(part, sentence, words); reader.Next();) ... reader.candidate() ...
class CandidateReader {
 public:
  CandidateReader(const Part& part, uint32_t sentence, uint32_t words)
      : CandidateReader(part, part.sentences[sentence], words) {}
  CandidateReader(const Part& part, const SentenceRecord& sentence, uint32_t words)
      : part_(part), bits_(part.candidates, sentence.candidate_codes), left_(CandidatesOf(sentence)), words_(words) {}

  // Moves to the next candidate that lies in the sentence and has its head in itself; false after the last.
  bool Next() {
    while (Read()) {
      const CandidateRecord& c = candidate_;
      if (c.first < c.last && c.last <= words_ && c.first <= c.head && c.head < c.last) return true;
    }
    return false;
  }
  // Moves to the next candidate, whatever a damaged file makes of it. Only for checks.
  bool Read();

  const CandidateRecord& candidate() const { return candidate_; }
  uint64_t bit() const { return bits_.at(); }  // of the part's candidates, where the next one begins

 private:
  const Part& part_;
  BitReader bits_;
  uint32_t left_, words_;
  CandidateRecord candidate_ = {};
};

// A view of bytes as text; null if there are none.
inline pith_text AsText(Bytes bytes) {
  if (bytes.empty()) return {nullptr, 0};
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<uint32_t>(bytes.size())};
}

// Opens the part of article `article`. False if there is no such article or its part is damaged. O(1).
bool OpenPart(const OpenedIndex& index, uint32_t article, Part* out);

// Opens parts one at a time, and the same one only once in a row.
class PartCursor {
 public:
  explicit PartCursor(const OpenedIndex& index) : index_(index) {}

  // The article's part, valid until the next call; null if it cannot be opened.
  const Part* At(uint32_t article) {
    if (article != number_) number_ = OpenPart(index_, article, &part_) ? article : kNone;
    return number_ == kNone ? nullptr : &part_;
  }

 private:
  const OpenedIndex& index_;
  uint32_t number_ = kNone;
  Part part_;
};

}  // namespace pith

#endif  // PITH_ENGINE_INDEX_PART_H_
