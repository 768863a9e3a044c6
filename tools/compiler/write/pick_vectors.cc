#include "tools/compiler/write/pick_vectors.h"

#include <algorithm>

#include "absl/strings/string_view.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
std::string PickVectors(const WordVectors& all, std::vector<uint32_t> words, bool with_book) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  ByteWriter hashes, codes;
  uint32_t count = 0;
  for (const uint32_t word : words) {
    const Bytes found = all.Find(word);
    if (found.empty()) continue;
    hashes.U32(word);
    codes.Raw(AsChars(found));
    ++count;
  }
  ByteWriter out;
  out.U32(count).U32(0);
  if (with_book) out.Raw(AsChars(all.book()));
  return out.Raw(hashes.bytes()).Raw(codes.bytes()).Take();
}

}  // namespace pith::compiler
