#include "tools/train/reader/index_file.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "tools/compiler/read/files.h"

namespace pith::train {

IndexFile::IndexFile(const std::string& path) {
  auto bytes = compiler::ReadFile(path, uint64_t{1} << 32);
  if (!bytes.ok()) {
    std::cerr << bytes.status() << "\n";
    std::exit(1);
  }
  bytes_ = *std::move(bytes);
  const pith_status status = pith_open(bytes_.data(), bytes_.size(), nullptr, 0, &handle_);
  if (status != PITH_OK) {
    std::cerr << path << ": " << pith_status_text(status) << "\n";
    std::exit(1);
  }
}

}  // namespace pith::train
