// A larger library, to see how search grows: the articles of an index over and over, each time under ids of their own.
//
//   grow INDEX ARTICLES OUT      INDEX has several articles, with ids of at least five bytes
//
// Article i of OUT is article i modulo those of INDEX. Words and their shares are those of INDEX; postings and articles
// are as many as in a library of that size.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/index/index.h"
#include "engine/index/members.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/new_file.h"
#include "tools/compiler/write/join.h"

namespace pith::compiler {
namespace {

constexpr size_t kIdDigits = 5;

// `number` in five digits of base 36.
std::string IdOf(uint32_t number) {
  std::string id(kIdDigits, '0');
  for (size_t i = kIdDigits; i-- > 0; number /= 36) id[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[number % 36];
  return id;
}

absl::Status Grow(const std::string& path, uint32_t articles, const std::string& out) {
  const absl::StatusOr<std::string> file = ReadFile(path, uint64_t{1} << 32);
  if (!file.ok()) return file.status();
  OpenedIndex index;
  if (OpenIndex(AsBytes(*file), Bytes(), &index) != PITH_OK || IsLoose(index)) {
    return absl::InvalidArgumentError(path + ": not an index of several articles with its language block");
  }
  const IndexSegment all(index);
  std::vector<std::string> parts;
  for (uint32_t i = 0; i < articles; ++i) {
    const Bytes part = all.PartBytes(i % all.size()), id = all.Id(i % all.size());
    if (id.size() < kIdDigits) return absl::InvalidArgumentError("an id of less than five bytes");
    // The id in the part's strings gets the number in place of its first bytes, and "#" in place of the others.
    parts.emplace_back(AsChars(part));
    const auto at = static_cast<size_t>(id.data() - part.data());
    std::fill_n(parts.back().begin() + static_cast<std::ptrdiff_t>(at), id.size(), '#');
    parts.back().replace(at, kIdDigits, IdOf(i));
  }
  std::vector<LoosePart> loose;
  for (const std::string& part : parts) loose.push_back({AsBytes(part), WordVectors(), true});
  if (!loose.empty()) loose[0].vectors = WordVectors(index.vectors, WordVectors());
  Segments segments;
  segments.push_back(std::make_unique<LooseSegment>(std::move(loose)));
  JoinOptions options;
  options.language_block = AsChars(index.language.block());
  absl::StatusOr<NewFile> output = NewFile::Create(out);
  if (!output.ok()) return output.status();
  absl::Status status = Join(segments, options, &*output);
  return status.ok() ? output->Commit() : status;
}

}  // namespace
}  // namespace pith::compiler

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const absl::Status status =
      pith::compiler::Grow(argv[1], static_cast<uint32_t>(std::strtoul(argv[2], nullptr, 10)), argv[3]);
  if (!status.ok()) std::fprintf(stderr, "grow: %s\n", std::string(status.message()).c_str());
  return status.ok() ? 0 : 1;
}
