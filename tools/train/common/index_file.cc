#include "tools/train/common/index_file.h"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/language/word_vectors.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/write/index_writer.h"
#include "tools/compiler/write/part_writer.h"

namespace pith::train {
namespace {

std::string OrExit(absl::StatusOr<std::string> bytes) {
  if (bytes.ok()) return *std::move(bytes);
  std::cerr << bytes.status() << "\n";
  std::exit(1);
}

}  // namespace

IndexFile::IndexFile(const std::string& path) : bytes_(OrExit(compiler::ReadFile(path, uint64_t{1} << 32))) {
  Open(path, Bytes());
}

IndexFile::IndexFile(const compiler::Analysis& analysis, const Language& language) {
  const Bytes block = language.block();
  const std::string part = OrExit(compiler::WritePart(analysis, language));
  bytes_ = OrExit(compiler::WriteIndex({{analysis.article.id, part}},
                                       absl::string_view(reinterpret_cast<const char*>(block.data()), block.size()),
                                       false, WordVectors()));
  Open(analysis.article.id, block);
}

void IndexFile::Open(const std::string& name, Bytes language) {
  const pith_status status = pith_open(bytes_.data(), bytes_.size(), language.data(), language.size(), &handle_);
  if (status == PITH_OK) return;
  std::cerr << name << ": " << pith_status_text(status) << "\n";
  std::exit(1);
}

}  // namespace pith::train
