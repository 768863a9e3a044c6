// The standard English block that the build makes, opened once for the tests.

#ifndef PITH_TESTS_ENGINE_LANGUAGE_LANGUAGE_FILE_H_
#define PITH_TESTS_ENGINE_LANGUAGE_LANGUAGE_FILE_H_

#include <fstream>
#include <iterator>
#include <string>

#include "engine/language/fold.h"
#include "engine/language/language.h"

namespace pith {

inline Bytes BytesOf(const std::string& s) { return Bytes(reinterpret_cast<const uint8_t*>(s.data()), s.size()); }

inline const std::string& LanguageFile() {
  static const auto* bytes = [] {
    std::ifstream file(PITH_LANGUAGE_FILE, std::ios::binary);
    return new std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return *bytes;
}

inline const Language& English() {
  static const auto* language = [] {
    auto* opened = new Language;
    (void)Language::Open(BytesOf(LanguageFile()), opened);  // language_test checks that it succeeds
    return opened;
  }();
  return *language;
}

inline std::string Fold(const std::string& text) {
  const FoldedWord folded(English(), BytesOf(text));
  return std::string(reinterpret_cast<const char*>(folded.bytes().data()), folded.bytes().size());
}

}  // namespace pith

#endif  // PITH_TESTS_ENGINE_LANGUAGE_LANGUAGE_FILE_H_
