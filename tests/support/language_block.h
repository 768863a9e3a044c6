// The language blocks that the build made.

#ifndef PITH_TESTS_SUPPORT_LANGUAGE_BLOCK_H_
#define PITH_TESTS_SUPPORT_LANGUAGE_BLOCK_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/format/bytes.h"
#include "engine/language/language.h"

namespace pith::testing {

inline Bytes AsBytes(const std::string& text) {
  return Bytes(reinterpret_cast<const uint8_t*>(text.data()), text.size());
}

inline std::string ReadFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The built language block of profile standard.
inline const std::string& LanguageBlock() {
  static const auto* const block = new std::string(ReadFile(PITH_LANGUAGE_FILE));
  return *block;
}

// That of profile tiny, which has no reader.
inline const std::string& TinyLanguageBlock() {
  static const std::string* const block = [] {
    std::string path = PITH_LANGUAGE_FILE;
    return new std::string(ReadFile(path.replace(path.rfind("standard"), 8, "tiny")));
  }();
  return *block;
}

inline const Language& TestLanguage() {
  static const Language* language = [] {
    auto* opened = new Language;
    if (Language::Open(AsBytes(LanguageBlock()), opened) != PITH_OK) std::abort();
    return opened;
  }();
  return *language;
}

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_LANGUAGE_BLOCK_H_
