// The classes of single words that the question patterns of the language block list, for whoever reads many words.

#ifndef PITH_ENGINE_FIND_WORD_CLASSES_H_
#define PITH_ENGINE_FIND_WORD_CLASSES_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/language/language.h"

namespace pith {

// A set of AskClass (a bit each, counted from kFirstClass), and two more.
using WordClassSet = uint16_t;
constexpr WordClassSet SetOf(AskClass c) {
  return static_cast<WordClassSet>(1u << (static_cast<uint32_t>(c) - kFirstClass));
}
inline constexpr WordClassSet kPastForm = 1u << 14;
inline constexpr WordClassSet kNegativeWord = 1u << 15;

// A copy of them, made once a question. O(patterns).
class WordClasses {
 public:
  explicit WordClasses(const Language& language);
  WordClassSet Of(uint32_t hash) const;  // hash: HashWord

 private:
  static constexpr uint32_t kMost = 112;
  uint32_t count_ = 0;
  uint32_t hashes_[kMost];
  WordClassSet sets_[kMost];
};

}  // namespace pith

#endif  // PITH_ENGINE_FIND_WORD_CLASSES_H_
