// Compiles an article as the command does, and insists that what comes out is sound.

#ifndef PITH_TESTS_FUZZ_SOUND_INDEX_H_
#define PITH_TESTS_FUZZ_SOUND_INDEX_H_

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "pith/pith.h"
#include "tests/fuzz/named_file.h"
#include "tests/fuzz/small_reader.h"
#include "tests/support/call_everything.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/write/index_writer.h"

namespace pith::testing {

// The block that PITH_FUZZ_LANGUAGE names, with a small reader.
inline const Language& FuzzLanguage() {
  static const auto* const language = [] {
    static const auto* const block = new std::string(
        WithSmallReader(ReadNamedFile("PITH_FUZZ_LANGUAGE"), {"the", "mayor", "of", "in", "who"}).Put());
    auto* const opened = new Language;
    if (Language::Open(BytesIn(*block), opened) != PITH_OK) std::abort();
    return opened;
  }();
  return *language;
}

inline void Broken(const std::string& what) {
  std::fprintf(stderr, "broken: %s\n", what.c_str());
  std::abort();
}

// The article's index opens, verifies, and holds the article's text; its calls keep their promises. Ends the program
// otherwise.
inline void CompileSoundly(compiler::Article article, const compiler::Models& models) {
  const std::string text = article.text, id = article.id;
  const absl::string_view block = compiler::AsChars(FuzzLanguage().block());
  const auto part = compiler::CompilePart(compiler::Analyze(std::move(article), models, FuzzLanguage()), FuzzLanguage(),
                                          models.word_vectors());
  if (!part.ok()) return Broken(part.status().ToString());
  const auto file = compiler::WriteIndex({{id, *part}}, block, false, models.word_vectors());
  if (!file.ok()) return Broken(file.status().ToString());
  pith_index index;
  pith_fault fault = {};
  pith_article found;
  if (pith_open(file->data(), file->size(), block.data(), block.size(), &index) != PITH_OK) Broken("does not open");
  if (pith_verify(&index, &fault) != PITH_OK) Broken(fault.message);
  if (pith_get_article(&index, 0, &found) != PITH_OK || std::string(found.text.data, found.text.size) != text) {
    Broken("the text is another one");
  }
  EverythingCaller caller(index, 12);
  caller.Walk();
  caller.Search(text.data(), std::min<size_t>(text.size(), 60));
  if (caller.broken() != nullptr) Broken(caller.broken());
  if (caller.failed() != PITH_OK) Broken(pith_status_text(caller.failed()));
}

}  // namespace pith::testing

#endif  // PITH_TESTS_FUZZ_SOUND_INDEX_H_
