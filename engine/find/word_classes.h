// The classes of the single words in the language block's question patterns, for code that reads many words.

#ifndef PITH_ENGINE_FIND_WORD_CLASSES_H_
#define PITH_ENGINE_FIND_WORD_CLASSES_H_

#include <cstdint>

#include "engine/find/question.h"
#include "engine/language/language.h"

namespace pith {

// A set of AskClass, one bit each from kFirstClass on, with three more bits.
using WordClassSet = uint16_t;
constexpr WordClassSet SetOf(AskClass c) {
  return static_cast<WordClassSet>(1u << (static_cast<uint32_t>(c) - kFirstClass));
}
inline constexpr WordClassSet kQuoted = 1u << 13;  // between quotation marks; Of() does not know it
inline constexpr WordClassSet kPastForm = 1u << 14;
inline constexpr WordClassSet kNegativeWord = 1u << 15;  // Of() does not know it

// A copy of all classes, made once per question. O(patterns).
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
