// reader INDEX: sums up the first article of an index and then answers questions from standard input, line by line.
// The C interface alone; see README.md for the same in C++ with "pith/pith.hpp".

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "pith/pith.h"

namespace {

void PrintLine(pith_text text) { std::printf("%.*s\n", static_cast<int>(text.size), text.data); }

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: reader INDEX\n", stderr);
    return 2;
  }
  // A program in earnest would map the file. The index only has to stay where it is.
  std::ifstream in(argv[1], std::ios::binary);
  const std::string file(std::istreambuf_iterator<char>(in), {});
  pith_index index;
  if (const pith_status status = pith_open(file.data(), file.size(), nullptr, 0, &index); status != PITH_OK) {
    std::fprintf(stderr, "%s: %s\n", argv[1], pith_status_text(status));
    return 1;
  }

  pith_sentence sentences[2];
  uint32_t count = 0;
  const pith_budget budget = {2, 0, PITH_BY_RANK};
  if (pith_summarize(&index, 0, budget, nullptr, 0, nullptr, 0, sentences, 2, &count) == PITH_OK) {
    for (uint32_t i = 0; i < count; ++i) PrintLine(sentences[i].text);
  }

  alignas(8) static unsigned char work[PITH_WORK_BYTES];
  for (std::string question; std::getline(std::cin, question);) {
    pith_answer answer;
    const pith_status status = pith_ask(&index, PITH_ALL_ARTICLES, question.data(), question.size(),
                                        PITH_DEFAULT_THRESHOLD, work, sizeof work, &answer, 1, &count);
    if (status != PITH_OK) {
      std::puts(pith_status_text(status));
    } else if (count == 0) {
      std::puts("Not in this index.");
    } else {
      PrintLine(answer.text);
    }
  }
}
