// Puts an exported reader into a model file: reader_install MODEL NETWORK TABLES [WORDS], the last three as
// tools/train/reader/export.py wrote them. Without WORDS the model keeps the words' vectors that it has.

#include <iostream>

#include "engine/reader/reader.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/read/files.h"
#include "tools/train/common/sections.h"

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::cerr << "usage: reader_install MODEL NETWORK TABLES [WORDS]\n";
    return 2;
  }
  constexpr uint64_t kMost = uint64_t{1} << 30;
  const auto fail = [](const absl::Status& status) {
    std::cerr << "reader_install: " << status << "\n";
    return 1;
  };
  std::vector<std::pair<std::string, std::string>> sections;
  for (int i = 2; i < argc; ++i) {
    auto bytes = pith::compiler::ReadFile(argv[i], kMost);
    if (!bytes.ok()) return fail(bytes.status());
    static constexpr const char* kNames[] = {"reader.net", "reader.tables", "reader.words"};
    sections.emplace_back(kNames[i - 2], *std::move(bytes));
  }
  const auto view = [&sections](size_t i) { return pith::compiler::AsBytes(sections[i].second); };
  pith::ReaderNetwork network;
  if (!network.Open(view(0), view(1))) return fail(absl::InvalidArgumentError("the engine does not read this network"));
  if (sections.size() > 2 && pith::WordVectors(view(2)).size() == 0)
    return fail(absl::InvalidArgumentError("no words' vectors"));
  const absl::Status status = pith::compiler::ReplaceSections(argv[1], sections);
  return status.ok() ? 0 : fail(status);
}
