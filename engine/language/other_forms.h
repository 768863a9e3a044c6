// Other forms in which a word may be written: "U.N." as "UN", "Wi-Fi" as "wifi", an address as its parts. Articles and
// questions get them by the same functions, so that either may use either form.

#ifndef PITH_ENGINE_LANGUAGE_OTHER_FORMS_H_
#define PITH_ENGINE_LANGUAGE_OTHER_FORMS_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/language/language.h"

namespace pith {

inline constexpr uint32_t kMaxWordParts = 8;    // of an address; further ones are left out
inline constexpr uint32_t kMaxJoinedWords = 4;  // by hyphens

// Cuts a folded word at its periods and signs.
class WordParts {
 public:
  explicit WordParts(Bytes folded);  // which must outlive it
  WordParts(const WordParts&) = delete;
  WordParts& operator=(const WordParts&) = delete;

  // The parts of more than one letter, if the word is an address or has periods between words ("jane@kell.example");
  // without its periods, if it is an acronym ("u.n."); otherwise none.
  uint32_t count() const { return count_; }
  Bytes operator[](uint32_t i) const { return parts_[i]; }

 private:
  uint8_t acronym_[kMaxWordBytes];
  Bytes parts_[kMaxWordParts];
  uint32_t count_ = 0;
};

// Folded words written as one: "wi" and "fi" as "wifi".
class JoinedWord {
 public:
  // False if there is no room for it.
  bool Add(Bytes folded);
  Bytes bytes() const { return Bytes(bytes_, size_); }

 private:
  uint8_t bytes_[kMaxWordBytes];
  uint32_t size_ = 0;
};

}  // namespace pith

#endif  // PITH_ENGINE_LANGUAGE_OTHER_FORMS_H_
