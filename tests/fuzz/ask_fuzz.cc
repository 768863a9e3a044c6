// Any bytes as a question, a search, a query of a summary or the phrases of a lookup, as the first byte says, on a
// small index.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "pith/pith.h"
#include "tests/fuzz/named_file.h"
#include "tests/fuzz/small_reader.h"
#include "tests/support/call_everything.h"

namespace {

// A small index and a block with a small reader: tests/fuzz/run.sh names them.
const pith_index& SmallIndex() {
  static const auto* const index = [] {
    static const auto* const file = new std::string(pith::testing::ReadNamedFile("PITH_FUZZ_INDEX"));
    static const auto* const language =
        new std::string(pith::testing::WithSmallReader(pith::testing::ReadNamedFile("PITH_FUZZ_LANGUAGE"),
                                                       {"the", "president", "of", "in", "who"})
                            .Put());
    auto* const opened = new pith_index;
    if (pith_open(file->data(), file->size(), language->data(), language->size(), opened) != PITH_OK) {
      std::fprintf(stderr, "cannot open the index that PITH_FUZZ_INDEX names\n");
      std::abort();
    }
    return opened;
  }();
  return *index;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const char* const text = reinterpret_cast<const char*>(data + 1);
  --size;
  pith::testing::EverythingCaller caller(SmallIndex(), 12);
  const uint32_t article = data[0] / 8 % 2 == 0 ? PITH_ALL_ARTICLES : 0;
  // Mostly a question, for most of the code is about them.
  switch (data[0] % 8) {
    case 0:
      caller.SearchIn(article, text, size);
      break;
    case 1:
      caller.Summarize(text, size);
      break;
    case 2:
      caller.Lookup(text, size / 2, text + size / 2, size - size / 2);
      break;
    default:
      caller.AskIn(article, text, size);
  }
  if (caller.broken() != nullptr) std::abort();
  return 0;
}
