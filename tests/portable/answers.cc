// answers INDEX QUESTIONS: the report of an index for the questions of a text file, one a line. Built for this machine
// and for others, whose outputs are compared.

#include <cstdio>
#include <string>

#include "tests/portable/report.h"

namespace {

bool ReadWhole(const char* path, std::string* out) {
  FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  char buffer[4096];
  for (size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out->append(buffer, n);
  return std::fclose(file) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::string index, questions;
  if (argc != 3 || !ReadWhole(argv[1], &index) || !ReadWhole(argv[2], &questions)) {
    std::fputs("usage: answers INDEX QUESTIONS\n", stderr);
    return 2;
  }
  const bool ok =
      Report(index.data(), index.size(), questions.data(), questions.size(), [](const char* text, size_t size) {
        if (size != 0) std::fwrite(text, 1, size, stdout);
      });
  return ok && std::fflush(stdout) == 0 ? 0 : 1;
}
