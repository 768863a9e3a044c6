// spans INDEX QUESTION: asks through "pith/pith.hpp", with each kind of array that a pith::Span is made of.

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>
#if __cplusplus >= 202002L
#include <span>
#endif

#include "pith/pith.hpp"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::ifstream in(argv[1], std::ios::binary);
  const std::vector<uint8_t> file{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  pith::Index index;
  if (index.Open(file) != PITH_OK) return 1;
  alignas(8) static uint8_t work[PITH_WORK_BYTES];
  std::array<pith_answer, 2> answers = {};
#if __cplusplus >= 202002L
  const pith::Found found = index.Ask(argv[2], work, std::span(answers));
#else
  const pith::Found found = index.Ask(argv[2], work, answers);
#endif
  for (const pith_answer& answer : found.Of(answers)) {
    std::printf("%.*s\n", static_cast<int>(answer.text.size), answer.text.data);
  }
  return found.count == 0 ? 1 : 0;
}
