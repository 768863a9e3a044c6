// The files that tests/fuzz/run.sh gives the fuzzers, by variables of the environment.

#ifndef PITH_TESTS_FUZZ_NAMED_FILE_H_
#define PITH_TESTS_FUZZ_NAMED_FILE_H_

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace pith::testing {

// The bytes of the file whose path is in `variable`; ends the program if there is none.
inline std::string ReadNamedFile(const char* variable) {
  const char* const path = std::getenv(variable);
  std::ifstream in(path == nullptr ? "" : path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (bytes.empty()) {
    std::fprintf(stderr, "%s names no file; tests/fuzz/run.sh sets it\n", variable);
    std::abort();
  }
  return bytes;
}

}  // namespace pith::testing

#endif  // PITH_TESTS_FUZZ_NAMED_FILE_H_
