#include "tools/pith/open_set.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/jsonl.h"
#include "tools/compiler/read/new_file.h"
#include "tools/pith/line_reader.h"
#include "tools/pith/link_files.h"
#include "tools/pith/mapped_file.h"
#include "tools/pith/messages.h"
#include "tools/pith/output.h"

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
  uint64_t number = 0;
  for (absl::string_view line : absl::StrSplit(*contents, '\n')) {
    ++number;
    absl::ConsumeSuffix(&line, "\r");
    if (line.empty()) continue;
    if (absl::Status status = compiler::CheckArticleId(line); !status.ok()) return InLine(path, number, status);
    ids.emplace_back(line);
  }
  return ids;
}

void WarnOfUnknown(const std::vector<std::string>& unknown, const std::string& withdrawn) {
  for (size_t i = 0; i < unknown.size() && i < kMostNamed; ++i) {
    Warn(absl::StrCat(withdrawn, ": \"", unknown[i], "\" is in none of the indexes"));
  }
  if (unknown.size() > kMostNamed) Warn(absl::StrCat(withdrawn, ": nor are ", unknown.size() - kMostNamed, " more"));
}

void WarnOfReplaced(absl::string_view what) {
  if (!what.empty()) Warn(absl::StrCat(what, "; the later one counts"));
}

// Whether another index follows the first one in a file, as in what `pith compile --stream` writes.
bool IsStream(const OpenIndex& index) { return BeginsAsIndex(index.file().substr(index.info().bytes)); }

// The ids that no member has.
std::vector<std::string> UnknownOf(const std::vector<std::unique_ptr<OpenIndex>>& members,
                                   const std::vector<std::string>& ids) {
  std::vector<std::string> unknown;
  for (const std::string& id : ids) {
    uint32_t number;
    const auto has = [&](const std::unique_ptr<OpenIndex>& member) {
      return pith_find_article(member->get(), id.data(), id.size(), &number) == PITH_OK;
    };
    if (absl::c_none_of(members, has)) unknown.push_back(id);
  }
  return unknown;
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenMembers(std::vector<std::unique_ptr<OpenIndex>> members,
                                                       const std::vector<std::string>& ids,
                                                       const std::string& withdrawn) {
  std::vector<std::string> paths;
  for (const auto& member : members) paths.push_back(member->path());
  const std::vector<std::string> unknown = UnknownOf(members, ids);
  pith_set_report report;
  absl::StatusOr<std::unique_ptr<OpenIndex>> set = OpenIndex::OpenMembers(std::move(members), ids, &report);
  if (!set.ok()) return set;
  if (report.replaced != 0) {
    WarnOfReplaced(absl::StrCat(paths[report.member], " and ", paths[report.by], " both have an article \"",
                                View(report.replaced_id), "\"",
                                report.replaced == 1 ? "" : absl::StrCat(" (and ", report.replaced - 1, " more)")));
  }
  WarnOfUnknown(unknown, withdrawn);
  return set;
}

// One index of several files, or of one file's articles with a tag, in a file without a name.
absl::StatusOr<std::unique_ptr<OpenIndex>> OpenLinked(const std::vector<std::string>& paths,
                                                      const IndexArguments& arguments, std::vector<std::string> ids) {
  compiler::LinkOptions options;
  options.replace = options.drop_strangers = true;
  options.find_duplicates = false;
  options.drop = std::move(ids);
  options.tag = arguments.tag;
  const absl::StatusOr<LinkFiles> inputs = LinkFiles::Open(paths);
  if (!inputs.ok()) return inputs.status();
  absl::StatusOr<compiler::ScratchFile> linked = compiler::ScratchFile::Create();
  if (!linked.ok()) return linked.status();
  compiler::LinkReport report;
  if (absl::Status status = inputs->Link(options, &*linked, &report); !status.ok()) return status;
  WarnOfReplaced(report.first_replaced);
  WarnOfUnknown(report.strangers, arguments.withdrawn);
  absl::StatusOr<std::unique_ptr<MappedFile>> mapped = MappedFile::Open(absl::StrCat("/dev/fd/", linked->descriptor()));
  if (!mapped.ok()) return mapped.status();
  return OpenIndex::OpenMapped(arguments.index, *std::move(mapped));
}

}  // namespace

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenSet(const IndexArguments& arguments) {
  if (arguments.with.empty() && arguments.withdrawn.empty() && arguments.tag.empty()) {
    return OpenIndex::Open(arguments.index);
  }
  absl::StatusOr<std::vector<std::string>> withdrawn = ReadIds(arguments.withdrawn);
  if (!withdrawn.ok()) return withdrawn.status();
  std::vector<std::string> paths = arguments.with;
  paths.insert(paths.begin(), arguments.index);
  bool links = !arguments.tag.empty() || paths.size() > PITH_MAX_MEMBERS;
  std::vector<std::unique_ptr<OpenIndex>> members;
  for (size_t i = 0; !links && i < paths.size(); ++i) {
    absl::StatusOr<std::unique_ptr<OpenIndex>> member = OpenIndex::Open(paths[i]);
    if (!member.ok()) return member.status();
    links = IsStream(**member);
    members.push_back(*std::move(member));
  }
  if (links) return OpenLinked(paths, arguments, *std::move(withdrawn));
  return OpenMembers(std::move(members), *withdrawn, arguments.withdrawn);
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenForAnswers(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenSet(arguments);
  if (!index.ok()) return index;
  if (absl::Status status = (*index)->CheckAnswers(); !status.ok()) return status;
  return index;
}

}  // namespace pith::command
