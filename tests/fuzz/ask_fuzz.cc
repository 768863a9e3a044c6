// Any bytes as a question, a search, a query of a summary and the phrases of a lookup, on the sample article's index.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "pith/pith.h"
#include "tests/support/call_everything.h"

namespace {

std::string ReadFile(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

const pith_index& SampleIndex() {
  static const auto* const index = [] {
    static const auto* const file = new std::string(ReadFile(PITH_SAMPLE_INDEX));
    static const auto* const language = new std::string(ReadFile(PITH_LANGUAGE_FILE));
    auto* const opened = new pith_index;
    if (pith_open(file->data(), file->size(), language->data(), language->size(), opened) != PITH_OK) {
      std::fprintf(stderr, "cannot open %s\n", PITH_SAMPLE_INDEX);
      std::abort();
    }
    return opened;
  }();
  return *index;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const char* const text = reinterpret_cast<const char*>(data);
  pith::testing::EverythingCaller caller(SampleIndex());
  caller.Ask(text, size);
  caller.Search(text, size);
  caller.Summarize(text, size);
  caller.Lookup(text, size / 2, text + size / 2, size - size / 2);
  if (caller.broken() != nullptr) std::abort();
  return 0;
}
