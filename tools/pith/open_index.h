// An index file, opened for a verb.

#ifndef PITH_TOOLS_PITH_OPEN_INDEX_H_
#define PITH_TOOLS_PITH_OPEN_INDEX_H_

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "pith/pith.h"
#include "tools/pith/mapped_file.h"

namespace pith::command {

inline absl::string_view View(pith_text text) { return absl::string_view(text.data, text.size); }

// The same the other way. What is longer than a pith_text can say is longer than any call takes.
inline pith_text Text(absl::string_view text) {
  return {text.data(), static_cast<uint32_t>(std::min<size_t>(text.size(), UINT32_MAX))};
}

// InvalidArgument with `path` and what the status means.
absl::Status ToStatus(pith_status status, absl::string_view path);

// Whether the words that were asked for find nothing, whatever the index holds: that calls for a warning, no error.
inline bool SaysNothing(pith_status status) {
  return status == PITH_QUESTION_EMPTY || status == PITH_QUESTION_TOO_LONG;
}

// PITH_OK in place of PITH_TOO_MUCH_WORK, with a warning: what was found until then is shown.
pith_status WithWarning(pith_status status);

// The first `most` results of a call that gives pages of them: `page(skip, out, capacity, &count)`. Each page is found
// anew, so more than a few make it slow.
template <typename Result, typename Page>
pith_status AllPages(uint32_t most, Page page, std::vector<Result>* results) {
  results->clear();
  for (uint32_t count = PITH_MAX_RESULTS; count == PITH_MAX_RESULTS && results->size() < most;) {
    const auto skip = static_cast<uint32_t>(results->size());
    const uint32_t wanted = std::min(most - skip, PITH_MAX_RESULTS);
    results->resize(skip + wanted);
    const pith_status found = page(skip, results->data() + skip, wanted, &count), status = WithWarning(found);
    results->resize(skip + count);
    if (found != PITH_OK) return status;
  }
  return PITH_OK;
}

// Indexes of up to so many bytes are checked whole when they are opened, which takes a few hundredths of a second.
inline constexpr uint64_t kCheckedBytes = 16u << 20;

// Has larger ones checked too, from now on.
void VerifyWhole();

class OpenIndex {
 public:
  // Maps and opens the file, with a language block from the data folder where the index needs one. What is damaged is
  // refused: an index of up to kCheckedBytes is checked whole, a larger one by its header and tables.
  static absl::StatusOr<std::unique_ptr<OpenIndex>> Open(const std::string& path);
  // The same for the bytes of an index just made, which `name` stands for in messages.
  static absl::StatusOr<std::unique_ptr<OpenIndex>> OpenBytes(const std::string& name, std::string bytes);
  // The same for a file that is mapped already.
  static absl::StatusOr<std::unique_ptr<OpenIndex>> OpenMapped(const std::string& name,
                                                               std::unique_ptr<MappedFile> file);
  // Several as one: the files that are open, without the articles of these ids. `report` says what that did; see
  // pith_open_set. There are at most PITH_MAX_MEMBERS.
  static absl::StatusOr<std::unique_ptr<OpenIndex>> OpenMembers(std::vector<std::unique_ptr<OpenIndex>> members,
                                                                const std::vector<std::string>& withdrawn,
                                                                pith_set_report* report);
  // The same without the check of the content.
  static absl::StatusOr<std::unique_ptr<OpenIndex>> OpenUnchecked(const std::string& path);

  const pith_index* get() const { return &index_; }
  const std::string& path() const { return path_; }
  absl::string_view file() const { return {static_cast<const char*>(data_), size_}; }
  // Whether the language block has the hash that names it; InvalidArgument otherwise. O(size of the block).
  absl::Status CheckLanguage() const;
  void* work() { return work_.data(); }
  uint64_t work_size() const { return work_.size() * sizeof(uint64_t); }
  uint32_t articles() const { return info_.articles; }
  const pith_info& info() const { return info_; }
  // InvalidArgument for an index that was compiled for search alone.
  absl::Status CheckAnswers() const;

  // The article of that id, or PITH_ALL_ARTICLES for "". InvalidArgument where there is none.
  absl::StatusOr<uint32_t> Find(absl::string_view doc) const;
  // The same for what works on one article: "" is the only one, or else wrong usage.
  absl::StatusOr<uint32_t> FindOne(absl::string_view doc) const;
  // The articles of a Find: `article` alone or all of them.
  std::vector<pith_article> Articles(uint32_t article) const;
  absl::string_view Id(uint32_t article) const;

 private:
  OpenIndex() = default;
  absl::Status OpenWithLanguage();
  absl::Status CheckContent() const;
  static absl::StatusOr<std::unique_ptr<OpenIndex>> FinishMapped(const std::string& name,
                                                                 std::unique_ptr<MappedFile> file);
  // What follows once `data_` and `size_` are known.
  static absl::StatusOr<std::unique_ptr<OpenIndex>> Finish(std::unique_ptr<OpenIndex> index);
  // The answer of a find that went wrong.
  absl::Status NoSuchArticle(absl::string_view doc) const;

  std::string path_, bytes_;
  std::unique_ptr<MappedFile> file_, language_;  // `file_` is null where `bytes_` holds the index
  const void* data_ = nullptr;
  uint64_t size_ = 0;
  // Of several as one:
  std::vector<std::unique_ptr<OpenIndex>> members_;
  std::vector<pith_index> handles_;
  std::vector<uint32_t> left_out_;
  std::vector<uint64_t> work_;
  pith_index index_;
  pith_info info_;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_OPEN_INDEX_H_
