#include "tools/pith/open_set.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/new_file.h"
#include "tools/pith/link_files.h"
#include "tools/pith/mapped_file.h"
#include "tools/pith/messages.h"

namespace pith::command {
namespace {

constexpr uint64_t kMaxWithdrawnBytes = uint64_t{1} << 30;
constexpr size_t kMostNamed = 3;  // of ids that are withdrawn and nowhere

// The ids in a file, one a line.
absl::StatusOr<std::vector<std::string>> ReadIds(const std::string& path) {
  std::vector<std::string> ids;
  if (path.empty()) return ids;
  const absl::StatusOr<std::string> contents = compiler::ReadFile(path, kMaxWithdrawnBytes);
  if (!contents.ok()) return contents.status();
  for (absl::string_view line : absl::StrSplit(*contents, '\n')) {
    absl::ConsumeSuffix(&line, "\r");
    if (!line.empty()) ids.emplace_back(line);
  }
  return ids;
}

void WarnOf(const compiler::LinkReport& report, const std::string& withdrawn) {
  if (!report.first_replaced.empty()) Warn(absl::StrCat(report.first_replaced, "; the later one counts"));
  const size_t strangers = report.strangers.size();
  for (size_t i = 0; i < strangers && i < kMostNamed; ++i) {
    Warn(absl::StrCat(withdrawn, ": \"", report.strangers[i], "\" is in none of the indexes"));
  }
  if (strangers > kMostNamed) Warn(absl::StrCat(withdrawn, ": nor are ", strangers - kMostNamed, " more"));
}

}  // namespace

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenSet(const IndexArguments& arguments) {
  if (arguments.with.empty() && arguments.withdrawn.empty() && arguments.tag.empty()) {
    return OpenIndex::Open(arguments.index);
  }
  absl::StatusOr<std::vector<std::string>> withdrawn = ReadIds(arguments.withdrawn);
  if (!withdrawn.ok()) return withdrawn.status();
  compiler::LinkOptions options;
  options.replace = options.drop_strangers = true;
  options.find_duplicates = false;
  options.drop = *std::move(withdrawn);
  options.tag = arguments.tag;
  std::vector<std::string> paths = arguments.with;
  paths.insert(paths.begin(), arguments.index);
  const absl::StatusOr<LinkFiles> inputs = LinkFiles::Open(paths);
  if (!inputs.ok()) return inputs.status();
  absl::StatusOr<compiler::ScratchFile> linked = compiler::ScratchFile::Create();
  if (!linked.ok()) return linked.status();
  compiler::LinkReport report;
  if (absl::Status status = inputs->Link(options, &*linked, &report); !status.ok()) return status;
  WarnOf(report, arguments.withdrawn);
  absl::StatusOr<std::unique_ptr<MappedFile>> mapped = MappedFile::Open(absl::StrCat("/dev/fd/", linked->descriptor()));
  if (!mapped.ok()) return mapped.status();
  return OpenIndex::OpenMapped(arguments.index, *std::move(mapped));
}

}  // namespace pith::command
