// What a search demands beyond its words, as people write it:
//
//   "long bridge"      these words side by side, in this form
//   -bridge            nothing with this word, in any form; also -"long bridge". Of several articles, none that has it
//   title:bridge       in the article's title or one of its aliases; also title:"long bridge" and -title:bridge
//
// A "-" that no letter follows, and a quotation mark without its partner, are read as text.

#ifndef PITH_ENGINE_FIND_SEARCH_FILTER_H_
#define PITH_ENGINE_FIND_SEARCH_FILTER_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/meter.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "pith/pith.h"

namespace pith {

inline constexpr uint32_t kMaxDemands = 16;      // of a search; further ones are read as text
inline constexpr uint32_t kMaxDemandWords = 64;  // of all of them together
inline constexpr uint32_t kMaxTitlesRead = 64;   // the title and aliases of an article that are looked at

// The demands of one search. A word of the title is a word of every sentence.
class SearchFilter {
 public:
  // Reads a search; one of more than PITH_MAX_QUESTION_BYTES has no demands and no text. O(bytes).
  void Read(const Language& language, Bytes search);

  // What is left to search for: the search with its signs, and with what it excludes, blanked out. Lives in this.
  Bytes text() const { return Bytes(reinterpret_cast<const uint8_t*>(text_), size_); }
  // Whether there are no demands, so that everything is taken.
  bool empty() const { return demand_count_ == 0; }
  // Whether an article that is taken must have the word at byte `at` of text().
  bool Requires(uint32_t at) const;

  // The demands that a text meets, a bit each.
  using Met = uint32_t;
  // Reads the article's titles; false if no sentence of it is taken. `among`: it is one of several that are searched.
  // O(bytes of the titles * words), and with an excluded phrase O(bytes of the article * words).
  bool TakesArticle(const Language& language, const Part& part, bool among, Meter* meter, Met* titles) const;
  // Whether a sentence of an article that is taken is taken itself. O(bytes of the sentence * words).
  bool TakesSentence(const Language& language, const Part& part, uint32_t sentence, Met titles, Meter* meter) const;

 private:
  struct Demand {
    uint8_t first, count;  // its words
    bool exact;            // in the form that is written, side by side
    bool title, excluded;
  };
  struct DemandWord {
    uint32_t hash, key;  // of its folded form; of its family
    uint16_t at;         // in the search
  };

  // The end of what may be demanded at byte `at`; `at` if nothing is.
  uint32_t ReadDemand(const Language& language, Bytes search, uint32_t at);
  bool Add(const Language& language, Bytes search, uint32_t begin, uint32_t end, Demand demand);
  void Blank(uint32_t begin, uint32_t end);
  Met Look(const Language& language, Bytes text, uint32_t begin, uint32_t end, Meter* meter) const;
  Met LookInSentence(const Language& language, const Part& part, uint32_t sentence, Meter* meter) const;
  // Whether a sentence of the article has what is excluded.
  bool HasExcluded(const Language& language, const Part& part, Meter* meter) const;

  uint32_t size_ = 0, demand_count_ = 0, word_count_ = 0;
  Demand demands_[kMaxDemands];
  DemandWord words_[kMaxDemandWords];
  char text_[PITH_MAX_QUESTION_BYTES];
};

// The filter at work on one article; null: everything is taken.
struct SentenceFilter {
  const SearchFilter* filter = nullptr;
  const Language* language = nullptr;
  Meter* meter = nullptr;
  SearchFilter::Met titles = 0;

  bool Takes(const Part& part, uint32_t sentence) const {
    return filter == nullptr || filter->TakesSentence(*language, part, sentence, titles, meter);
  }
};

}  // namespace pith

#endif  // PITH_ENGINE_FIND_SEARCH_FILTER_H_
