#include "tools/pith/open_index.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "engine/index/index.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/nearest.h"
#include "tools/compiler/read/place.h"
#include "tools/compiler/write/language_hash.h"
#include "tools/pith/data_files.h"
#include "tools/pith/messages.h"
#include "tools/pith/output.h"

namespace pith::command {
namespace {

bool verify_whole = false;
// An id that is not found is compared with so many others at most.
constexpr uint32_t kComparedIds = 100000;

}  // namespace

absl::Status ToStatus(pith_status status, absl::string_view path) {
  if (status == PITH_OK) return absl::OkStatus();
  const absl::string_view text =
      status == PITH_NOT_PITH      ? "not a Pith index; pith compile makes one of an article"
      : status == PITH_SEARCH_ONLY ? "compiled with --contents search, for search, titles and summaries alone; compile "
                                     "it without, for answers and facts"
                                   : pith_status_text(status);
  return compiler::AtFile(absl::InvalidArgumentError(absl::StrCat(path, ": ", text)), path);
}

pith_status WithWarning(pith_status status) {
  if (status != PITH_TOO_MUCH_WORK) return status;
  Warn(pith_status_text(status));
  return PITH_OK;
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::OpenUnchecked(const std::string& path) {
  absl::StatusOr<std::unique_ptr<MappedFile>> file = MappedFile::Open(path, IndexBeginning());
  if (!file.ok()) return file.status();
  return FinishMapped(path, *std::move(file));
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::FinishMapped(const std::string& name,
                                                                   std::unique_ptr<MappedFile> file) {
  std::unique_ptr<OpenIndex> index(new OpenIndex);
  index->path_ = name;
  index->file_ = std::move(file);
  index->data_ = index->file_->data();
  index->size_ = index->file_->size();
  return Finish(std::move(index));
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::OpenBytes(const std::string& name, std::string bytes) {
  std::unique_ptr<OpenIndex> index(new OpenIndex);
  index->path_ = name;
  index->bytes_ = std::move(bytes);
  index->data_ = index->bytes_.data();
  index->size_ = index->bytes_.size();
  return Finish(std::move(index));
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::Finish(std::unique_ptr<OpenIndex> index) {
  if (index->members_.empty()) {
    if (absl::Status status = index->OpenWithLanguage(); !status.ok()) return status;
  }
  const absl::Status informed = ToStatus(pith_get_info(&index->index_, &index->info_), index->path_);
  if (!informed.ok()) return informed;
  index->work_.resize((pith_work_size(&index->index_) + sizeof(uint64_t) - 1) / sizeof(uint64_t));
  return index;
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::OpenMembers(std::vector<std::unique_ptr<OpenIndex>> members,
                                                                  const std::vector<std::string>& withdrawn,
                                                                  pith_set_report* report) {
  std::unique_ptr<OpenIndex> set(new OpenIndex);
  set->path_ = members[0]->path_;
  set->data_ = members[0]->data_;
  set->size_ = members[0]->size_;
  for (const auto& member : members) set->handles_.push_back(member->index_);
  std::vector<pith_text> ids;
  for (const std::string& id : withdrawn) ids.push_back(Text(id));
  const auto open = [&] {
    return pith_open_set(set->handles_.data(), static_cast<uint32_t>(members.size()), ids.data(),
                         static_cast<uint32_t>(ids.size()), set->left_out_.data(),
                         static_cast<uint32_t>(set->left_out_.size()), &set->index_, report);
  };
  pith_status status = open();
  if (status == PITH_WORK_TOO_SMALL) {
    set->left_out_.resize(report->left_out);
    status = open();
  }
  if (status == PITH_WRONG_LANGUAGE) {
    const OpenIndex& other = *members[report->member];
    const auto profile = [](const OpenIndex& index) {
      return absl::StrCat(" (", View(index.info().language), ", profile ", View(index.info().profile), ")");
    };
    return compiler::AtFile(
        absl::InvalidArgumentError(absl::StrCat(other.path_, ": compiled with another language block", profile(other),
                                                " than ", set->path_, profile(*members[0]),
                                                "; compile its articles again with the pith and the --profile of the "
                                                "others")),
        other.path_);
  }
  if (status == PITH_NO_SUCH_ARTICLE) return absl::InvalidArgumentError("no article is left");
  if (status != PITH_OK) return ToStatus(status, set->path_);
  set->members_ = std::move(members);
  return Finish(std::move(set));
}

void VerifyWhole() { verify_whole = true; }

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::Open(const std::string& path) {
  absl::StatusOr<std::unique_ptr<MappedFile>> file = MappedFile::Open(path, IndexBeginning());
  if (!file.ok()) return file.status();
  return OpenMapped(path, *std::move(file));
}

absl::StatusOr<std::unique_ptr<OpenIndex>> OpenIndex::OpenMapped(const std::string& name,
                                                                 std::unique_ptr<MappedFile> file) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> index = FinishMapped(name, std::move(file));
  if (!index.ok()) return index;
  if (absl::Status status = (*index)->CheckContent(); !status.ok()) return status;
  return index;
}

absl::Status OpenIndex::CheckContent() const {
  // By what the header says: a file may be padded.
  if (!verify_whole && info_.bytes > kCheckedBytes) {
    if (isatty(STDERR_FILENO) == 1) Warn(absl::StrCat(path_, ": larger than 16 MiB, so not checked; --verify does"));
    return absl::OkStatus();
  }
  const pith_status status = pith_verify(get(), nullptr);
  if (status != PITH_OK && status != PITH_TOO_NEW) return ToStatus(status, path_);
  if (status == PITH_TOO_NEW) {
    Warn(absl::StrCat(path_, ": its reader is of a later version than this pith; answers come without it"));
  }
  return CheckLanguage();
}

absl::Status OpenIndex::CheckLanguage() const {
  const Language& language = OpenedIn(&index_)->language;
  if (compiler::LanguageHash(compiler::AsChars(language.block())) == compiler::AsChars(language.hash())) {
    return absl::OkStatus();
  }
  return compiler::AtFile(
      absl::InvalidArgumentError(absl::StrCat(path_, ": its language block is not the one that it was compiled with: ",
                                              "the block's bytes do not have the hash that names it")),
      path_);
}

absl::Status OpenIndex::OpenWithLanguage() {
  pith_status status = pith_open(data_, size_, nullptr, 0, &index_);
  if (status == PITH_NO_LANGUAGE) {
    for (const std::string& candidate : LanguageFiles()) {
      absl::StatusOr<std::unique_ptr<MappedFile>> language = MappedFile::Open(candidate);
      if (!language.ok()) continue;
      language_ = *std::move(language);
      status = pith_open(data_, size_, language_->data(), language_->size(), &index_);
      if (status == PITH_OK) break;
    }
    if (status != PITH_OK) {
      return absl::InvalidArgumentError(
          absl::StrCat(path_, ": the language block that it was compiled with is not in ", DataFolder()));
    }
  }
  return ToStatus(status, path_);
}

absl::Status OpenIndex::CheckAnswers() const {
  return info_.search_only == 0 ? absl::OkStatus() : ToStatus(PITH_SEARCH_ONLY, path_);
}

absl::Status OpenIndex::NoSuchArticle(absl::string_view doc) const {
  std::vector<std::string> ids;
  for (uint32_t i = 0; i < std::min(articles(), kComparedIds); ++i) ids.emplace_back(Id(i));
  const std::string meant = compiler::DidYouMean(doc, ids);
  return compiler::AtFile(absl::InvalidArgumentError(absl::StrCat(path_, ": no article \"", doc, "\"",
                                                                  meant.empty() ? "; pith list names them" : meant)),
                          path_);
}

absl::StatusOr<uint32_t> OpenIndex::Find(absl::string_view doc) const {
  if (doc.empty()) return PITH_ALL_ARTICLES;
  uint32_t number;
  if (pith_find_article(&index_, doc.data(), doc.size(), &number) != PITH_OK) return NoSuchArticle(doc);
  return number;
}

absl::StatusOr<uint32_t> OpenIndex::FindOne(absl::string_view doc) const {
  if (!doc.empty()) return Find(doc);
  if (articles() == 1) return 0u;
  return UsageError(absl::StrCat(path_, ": holds ", articles(), " articles; --doc says which one"));
}

std::vector<pith_article> OpenIndex::Articles(uint32_t article) const {
  std::vector<pith_article> found;
  const bool all = article == PITH_ALL_ARTICLES;
  for (uint32_t i = all ? 0 : article, end = all ? articles() : article + 1; i < end; ++i) {
    pith_article one;
    if (pith_get_article(&index_, i, &one) == PITH_OK) found.push_back(one);
  }
  return found;
}

absl::string_view OpenIndex::Id(uint32_t article) const {
  pith_article found;
  return pith_get_article(&index_, article, &found) == PITH_OK ? View(found.id) : absl::string_view();
}

}  // namespace pith::command
