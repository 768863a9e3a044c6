// Tables of word vectors (engine/language/word_vectors.h) for some words, picked from the table of all words that the
// models know.

#ifndef PITH_TOOLS_COMPILER_WRITE_PICK_VECTORS_H_
#define PITH_TOOLS_COMPILER_WRITE_PICK_VECTORS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "engine/language/word_vectors.h"

namespace pith::compiler {

// The table of those `words` (HashWord of their folded forms, in any order) that `all` has, with or without its book.
// O(words * log).
std::string PickVectors(const WordVectors& all, std::vector<uint32_t> words, bool with_book);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_PICK_VECTORS_H_
