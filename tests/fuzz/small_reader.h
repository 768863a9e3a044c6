// A language block with a reader of the least size, so that a fuzzer runs all of it hundreds of times a second.

#ifndef PITH_TESTS_FUZZ_SMALL_READER_H_
#define PITH_TESTS_FUZZ_SMALL_READER_H_

#include <initializer_list>
#include <random>
#include <set>
#include <string>

#include "engine/format/kinds.h"
#include "engine/language/fold.h"
#include "engine/reader/reader.h"
#include "tests/support/taken_apart.h"

namespace pith::testing {

// A layer as engine/network/network.h lays it out, with weights of no meaning.
inline void AppendLayer(uint32_t in, uint32_t out, uint32_t taps, std::mt19937* random, std::string* to) {
  Append(to, in, 4);
  Append(to, out, 4);
  Append(to, taps | 1u << 8, 4);  // dilation 1
  for (uint32_t i = 0; i < out; ++i) Append(to, 1u << (kFactorBits - 9), 4);
  for (uint32_t i = 0; i < out; ++i) Append(to, (*random)() % 64, 4);
  for (uint32_t i = 0; taps > 1 && i < taps * in; ++i) Append(to, (*random)() % 4096, 2);
  for (uint32_t i = 0; i < in * out; ++i) Append(to, (*random)() % 256, 1);
  to->resize((to->size() + 3) / 4 * 4);
}

// A network of eight channels and two layers.
inline std::string SmallNetwork(std::mt19937* random) {
  constexpr uint32_t c = 8, kDepth = 2;
  std::string net;
  for (const uint32_t number : {kReaderVersion, c, kDepth, 256u, 512u, 512u, 128u, 64u, 64u}) Append(&net, number, 4);
  const auto layer = [&](uint32_t in, uint32_t out, uint32_t taps = 1) { AppendLayer(in, out, taps, random, &net); };
  layer(kVectorSize, kVectorSize), layer(kReaderTokenInputs, c);
  layer(c, 2 * c, kReaderTaps), layer(c, 2 * c, kReaderTaps), layer(c, 1), layer(c, kReaderAlign);
  layer(kReaderInputs, c), layer(c, c);
  for (int i = 0; i < 3; ++i) layer(c, kReaderAlign);
  layer(kReaderAlign, c), layer(c, c), layer(c, c), layer(c, 2), layer(c, 2 * c), layer(c, 2 * kReaderPair);
  layer(c, kReaderSpan), layer(c, kCandidateKindCount), layer(4 * c + kReaderGlobals, kReaderDoubt);
  layer(kReaderDoubt, 1);
  for (uint32_t i = 0; i < kDepth; ++i) layer(c, 2 * c, kReaderTaps), layer(c, 2 * c);
  return net;
}

inline std::string SmallTables(std::mt19937* random) {
  std::string tables;
  for (uint32_t t = 0; t < kReaderTables; ++t) {
    const uint32_t rows = 8, columns = t == kKindTable ? 8 : kReaderColumns[t];
    for (const uint32_t number : {rows, columns, 2u}) Append(&tables, number, 4);
    for (uint32_t i = 0; i < rows * columns; ++i) Append(&tables, (*random)() % 256, 1);
    tables.resize((tables.size() + 3) / 4 * 4);
  }
  return tables;
}

inline std::string SmallVectors(std::initializer_list<const char*> words, std::mt19937* random) {
  std::set<uint32_t> hashes;
  for (const char* const word : words) hashes.insert(HashWord(BytesIn(word)));
  std::string vectors;
  Append(&vectors, hashes.size(), 8);
  for (uint32_t i = 0; i < kVectorBookBytes; ++i) Append(&vectors, (*random)() % 256, 1);
  for (const uint32_t hash : hashes) Append(&vectors, hash, 4);
  for (size_t i = 0; i < hashes.size() * kVectorCodes; ++i) Append(&vectors, (*random)() % 256, 1);
  return vectors;
}

// `block` with that reader.
inline TakenBlock WithSmallReader(const std::string& block, std::initializer_list<const char*> words) {
  std::mt19937 random(1);
  TakenBlock taken = TakenBlock::From(block);
  const std::string network = SmallNetwork(&random), tables = SmallTables(&random);
  for (const TakenSection& section :
       {TakenSection{kSectionNetwork, 0, network}, TakenSection{kSectionEmbeddings, 0, tables},
        TakenSection{kSectionCommonVectors, 0, SmallVectors(words, &random)}}) {
    taken.sections.push_back(section);
  }
  return taken;
}

}  // namespace pith::testing

#endif  // PITH_TESTS_FUZZ_SMALL_READER_H_
