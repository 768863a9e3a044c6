#include "tools/compiler/write/pick_vectors.h"

#include <algorithm>

#include "tools/compiler/byte_writer.h"

namespace pith::compiler {

std::string VectorTable(const VectorCodes& codes, Bytes book) {
  std::vector<uint32_t> words;
  for (const auto& [word, code] : codes) words.push_back(word);
  std::sort(words.begin(), words.end());
  ByteWriter out;
  out.U32(static_cast<uint32_t>(words.size())).U32(0).Raw(AsChars(book));
  for (const uint32_t word : words) out.U32(word);
  for (const uint32_t word : words) out.Raw(AsChars(codes.at(word)));
  return out.Take();
}

std::string PickVectors(const WordVectors& all, const std::vector<uint32_t>& words) {
  VectorCodes codes;
  for (const uint32_t word : words) {
    const Bytes found = all.Find(word);
    if (!found.empty()) codes.emplace(word, found);
  }
  return VectorTable(codes, all.book());
}

}  // namespace pith::compiler
