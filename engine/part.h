// One article's part of an index: typed tables over its bytes, and the views that answers are made of.

#ifndef PITH_ENGINE_PART_H_
#define PITH_ENGINE_PART_H_

#include <cstdint>

#include "engine/bytes.h"
#include "engine/format.h"
#include "engine/index.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint32_t kPartTables = static_cast<uint32_t>(PartTable::kCount);
inline constexpr uint32_t kPartHeaderBytes = 8;  // before the counts

// The size of one record of each table, in file order.
inline constexpr uint32_t kRecordBytes[kPartTables] = {
    1,                         // kText
    1,                         // kPool
    StringRecord::kBytes,      // kStrings
    HeadRecord::kBytes,        // kHead
    SentenceRecord::kBytes,    // kSentences
    TokenRecord::kBytes,       // kTokens
    TermRecord::kBytes,        // kTerms
    PostingRecord::kBytes,     // kPostings
    WordRecord::kBytes,        // kWords
    CandidateRecord::kBytes,   // kCandidates
    ValueRecord::kBytes,       // kValues
    EntityRecord::kBytes,      // kEntities
    NumberRecord::kBytes,      // kAliases
    MentionRecord::kBytes,     // kMentions
    ClaimRecord::kBytes,       // kClaims
    FactRecord::kBytes,        // kFacts
    LookupRecord::kBytes,      // kLookup
    EventRecord::kBytes,       // kEvents
    NumberRecord::kBytes,      // kOrder
    1,                         // kQuestions
    SuggestionRecord::kBytes,  // kSuggestions
};

// Whether `part` occurs in `text`; the empty one always does. O(text * part).
bool Contains(Bytes text, Bytes part);

// A view of one part. Opened anew by each call (some tens of nanoseconds); holds for as long as the index's bytes.
// Every number may come from a damaged file: what lies outside reads as zero or as empty.
class Part {
 public:
  Part() = default;

  // Places the tables. False where they do not fit into `bytes`, which must be the part and no more. O(tables).
  bool Open(Bytes bytes);

  Bytes text, pool, questions;
  Table<StringRecord> strings;
  Table<HeadRecord> head;
  Table<SentenceRecord> sentences;
  Table<TokenRecord> tokens;
  Table<TermRecord> terms;  // one more than there are terms
  Table<PostingRecord> postings;
  Table<WordRecord> words;
  Table<CandidateRecord> candidates;
  Table<ValueRecord> values;
  Table<EntityRecord> entities;
  Table<NumberRecord> aliases;
  Table<MentionRecord> mentions;
  Table<ClaimRecord> claims;
  Table<FactRecord> facts;
  Table<LookupRecord> lookup;
  Table<EventRecord> events;
  Table<NumberRecord> order;
  Table<SuggestionRecord> suggestions;

  Bytes bytes() const { return bytes_; }
  uint32_t term_count() const { return terms.size() == 0 ? 0 : terms.size() - 1; }

  // The tokens and candidates of sentence `sentence` (from 0), the postings of term `term`, the aliases and mentions
  // of entity `entity`. At most kMaxSentenceTokens tokens. O(1).
  Range TokensOf(uint32_t sentence) const;
  Range CandidatesOf(uint32_t sentence) const;
  Range PostingsOf(uint32_t term) const;
  Range AliasesOf(uint32_t entity) const;
  Range MentionsOf(uint32_t entity) const;
  // The bytes of `questions` that are suggestion `number`. O(1).
  Range QuestionOf(uint32_t number) const;

  // The number of the term with that key, or kNoTerm. O(log terms).
  uint16_t FindTerm(uint32_t key) const;

  // How much the article is about term `term`, 1..255: 16 * log2 of its postings' summed weight over 8, the fraction
  // taken as linear. What POST stores. O(postings of the term).
  uint8_t ImpactOf(uint32_t term) const;

  // String `number`; empty for kNone. O(1).
  Bytes StringBytes(uint32_t number) const;
  pith_text String(uint32_t number) const;

  // [begin, end) cut down to what lies in the text, and the bytes there.
  Range InText(uint32_t begin, uint32_t end) const;
  pith_text Text(Range range) const;

  // The bytes of the text that tokens [first, last) of a sentence (from 0) cover.
  Range SpanOf(uint32_t sentence, uint32_t first, uint32_t last) const;

  // Views for the caller. Sentences, facts and values count from 0 here. O(1).
  // Without `resolved`, which NameBehind(sentence) gives.
  pith_sentence MakeSentence(uint32_t article, uint32_t sentence) const;
  // The full name behind the pronoun or short name that the sentence begins with; empty where there is none to add.
  // O(candidates of the sentence).
  pith_text NameBehind(uint32_t sentence) const;
  // Who says the bytes [begin, end) of the text: the innermost claim around them; empty: the article itself.
  // O(log claims).
  pith_text SpeakerOf(uint32_t begin, uint32_t end) const;
  // The sentence that `sentence` says little without, or kNone. O(1).
  uint32_t SupportOf(uint32_t sentence) const;
  pith_fact MakeFact(uint32_t article, uint32_t fact) const;
  pith_value MakeValue(uint32_t value) const;  // kind NONE for kNone

 private:
  Bytes bytes_;
};

// A view of bytes as text; empty bytes give null.
inline pith_text AsText(Bytes bytes) {
  if (bytes.empty()) return {nullptr, 0};
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<uint32_t>(bytes.size())};
}

// The part of article `article`. False where there is no such article or its part is damaged. O(1).
bool OpenPart(const OpenedIndex& index, uint32_t article, Part* out);

}  // namespace pith

#endif  // PITH_ENGINE_PART_H_
