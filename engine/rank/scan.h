// One sentence prepared for reading: its tokens decoded once, with the question words that they mean and the verbs that
// govern them.

#ifndef PITH_ENGINE_RANK_SCAN_H_
#define PITH_ENGINE_RANK_SCAN_H_

#include <cstdint>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/format/records.h"
#include "engine/index/part.h"

namespace pith {

inline constexpr uint32_t kMaxAncestors = 24;  // deeper trees are cut off: a damaged file may contain cycles
inline constexpr uint8_t kNoToken = 0xFF;
inline constexpr uint8_t kNoWord = 0xFF;
inline constexpr uint8_t kNotLookedUp = 0xFF;

struct ScannedToken {
  uint16_t term;
  uint16_t begin;  // bytes from the start of the sentence
  uint8_t size;
  uint8_t head;  // the root's is its own number
  Rel rel;
  Pos pos;
  NameType name;
  uint8_t word;        // the query word that it means; kNoWord: none
  uint8_t strength;    // of that match
  uint8_t governor;    // the nearest verb or root above it (for a verb: above that verb)
  uint8_t depth;       // steps from the token up to its governor
  Rel slot;            // the relation by which its phrase depends on the governor
  uint8_t noun_class;  // NounClass; kNotLookedUp until it is asked for
};

// What a token is to its head, one bit each.
enum TokenNote : uint8_t {
  kNoteNominal = 1 << 0,  // a modifier such as "of Armenia"
  kNoteConjunct = 1 << 1,
  kNoteName = 1 << 2,  // part of its name, or a description of it
  kNoteClause = 1 << 3,
  kNoteApposition = 1 << 4,
  kNoteOwnSubject = 1 << 5,  // its subject, which means a word of the query
  kNoteForeignSubject = 1 << 6,
  kNoteForeignObject = 1 << 7,
};

struct Scan {
  uint32_t article, sentence;
  uint32_t begin;  // of the sentence, in bytes of the text
  uint32_t count;
  uint32_t matched_weight;  // weight of the distinct query words in the sentence, each times strength / 255
  uint64_t matched_words;   // those words, one bit each
  ScannedToken all[kMaxSentenceTokens];
  uint32_t matched_count;
  uint8_t matched[kMaxSentenceTokens];  // the tokens that mean a word of the query
  // Heads and notes again, each in an array of its own and padded with zeros to a multiple of 16, so that compilers
  // vectorize loops over them.
  uint32_t padded_count;
  uint8_t heads[256], notes[256];

  // The bytes of the text that tokens [first, last) cover; last <= count.
  Range SpanOf(const Part& part, uint32_t first, uint32_t last) const {
    if (first >= last) return {0, 0};
    const ScannedToken& back = all[last - 1];
    return part.InText(begin + all[first].begin, begin + back.begin + back.size);
  }
  Bytes TextOf(const Part& part, uint32_t token) const {
    return part.text.Sub(uint64_t{begin} + all[token].begin, all[token].size);
  }
};
static_assert(kMaxQueryWords <= 64, "matched_words holds a bit a word");
static_assert(kMaxSentenceTokens <= 256 - 1, "a token's number fits a byte that is not kNoToken");

// Fills in *out. O(tokens * matches), for at most kMaxSentenceTokens tokens.
void ScanSentence(const Part& part, uint32_t article, uint32_t sentence, const Query& query, const Matches& matches,
                  Scan* out);

// The number of steps between two tokens in the tree, at most `limit`. O(limit^2).
uint32_t TreeDistance(const Scan& scan, uint32_t a, uint32_t b, uint32_t limit);

}  // namespace pith

#endif  // PITH_ENGINE_RANK_SCAN_H_
