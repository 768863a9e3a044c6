// Tables of word vectors (engine/language/word_vectors.h) for some words, picked from tables of more.

#ifndef PITH_TOOLS_COMPILER_WRITE_PICK_VECTORS_H_
#define PITH_TOOLS_COMPILER_WRITE_PICK_VECTORS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "engine/language/word_vectors.h"

namespace pith::compiler {

// The codes of word vectors, by HashWord of the word's folded form. The bytes lie in an index or in the compiler's
// models.
using VectorCodes = absl::flat_hash_map<uint32_t, Bytes>;

// The table of these words, with a book or (empty) without. O(words * log).
std::string VectorTable(const VectorCodes& codes, Bytes book);

// The table of those `words` that `all` has, with its book. O(words * log).
std::string PickVectors(const WordVectors& all, const std::vector<uint32_t>& words);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PICK_VECTORS_H_
