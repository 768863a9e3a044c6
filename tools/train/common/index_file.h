// An index as the programs of the trainers open it.

#ifndef PITH_TOOLS_TRAIN_COMMON_INDEX_FILE_H_
#define PITH_TOOLS_TRAIN_COMMON_INDEX_FILE_H_

#include <string>

#include "engine/index/index.h"
#include "engine/language/language.h"
#include "pith/pith.h"
#include "tools/compiler/analysis.h"

namespace pith::train {

// An open index, with the bytes that it reads.
class IndexFile {
 public:
  // The index at `path`, with its language block. Exits with a message if it cannot be read or opened.
  explicit IndexFile(const std::string& path);
  // An index of one article. `language` must outlive it. Exits with a message if it cannot be written.
  IndexFile(const compiler::Analysis& analysis, const Language& language);
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;

  const pith_index& handle() const { return handle_; }
  const OpenedIndex& opened() const { return *OpenedIn(&handle_); }

 private:
  void Open(const std::string& name, Bytes language);

  std::string bytes_;
  pith_index handle_;
};

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_COMMON_INDEX_FILE_H_
