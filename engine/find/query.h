// A question or search as the engine sees it: its words, each looked up once in the language block.

#ifndef PITH_ENGINE_FIND_QUERY_H_
#define PITH_ENGINE_FIND_QUERY_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/language/language.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint32_t kMaxQueryWords = 48;  // tokens that count; further ones are ignored

struct QueryWord {
  uint16_t begin, end;  // bytes in the question
  uint32_t hash;        // HashWord of its folded form
  uint32_t key;         // of its family
  uint16_t flags;       // WordFlag
  uint8_t shape;        // WordShape
  uint8_t idf;          // background weight, 0..255
  uint8_t noun_class;   // NounClass
  bool known;           // whether the block holds it
  uint32_t meant;       // key of the word of the index that it misspells (CorrectWord); 0: not looked for, kNone: none
  bool content;         // worth searching for: a word, but not a stop word
  bool required;        // articles without it are passed over (SearchFilter); never, unless a search says so

  bool Is(uint16_t word_flags) const { return (flags & word_flags) != 0; }
};

inline constexpr uint32_t kMaxQueryPhrases = 24;  // further ones are ignored

// A phrase or frame of the language block that the query contains, or another way to write some of its words.
struct QueryPhrase {
  uint32_t key;
  uint8_t begin, end;  // the words that it is about: all of a phrase's, those behind the gap of a frame
  bool same;           // it is the same words, written as one or cut at their signs (engine/language/other_forms.h)
};

inline constexpr uint32_t kMaxMisspelled = 16;  // words of a query that are taken for misspellings

// The words of an article that the misspelled words of a query stand for, found once (engine/find/spellings.h).
struct Spelled {
  uint32_t article;                // kNone: of none yet
  uint16_t terms[kMaxMisspelled];  // in the order of the query's words; kNoTerm: none is near
};

struct Query {
  Bytes text;
  uint32_t count;
  QueryWord words[kMaxQueryWords];
  bool cut;  // there are more words, which do not count
  uint32_t phrase_count;
  QueryPhrase phrases[kMaxQueryPhrases];
  Spelled spelled;

  // The total weight of the content words.
  uint32_t ContentWeight() const;
  // Whether word `number` stands for a phrase: it is a content word of it, or the first if it has none.
  bool Stands(const QueryPhrase& phrase, uint32_t number) const;
};

// Cuts `text` into words and looks up each, and the phrases that they form. A phrase of stop words alone ("get in")
// makes its first word worth searching for. O(size). Errors: QUESTION_TOO_LONG; QUESTION_EMPTY if there is no content
// word.
pith_status ReadQuery(const Language& language, Bytes text, Query* out);

}  // namespace pith

#endif  // PITH_ENGINE_FIND_QUERY_H_
