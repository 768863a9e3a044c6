// An index as the programs of this folder open it.

#ifndef PITH_TOOLS_TRAIN_READER_INDEX_FILE_H_
#define PITH_TOOLS_TRAIN_READER_INDEX_FILE_H_

#include <string>

#include "engine/index/index.h"
#include "pith/pith.h"

namespace pith::train {

// An index file with its language block, read whole.
class IndexFile {
 public:
  // Exits with a message where the file cannot be read or opened.
  explicit IndexFile(const std::string& path);
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;

  const pith_index& handle() const { return handle_; }
  const OpenedIndex& opened() const { return *OpenedIn(&handle_); }

 private:
  std::string bytes_;
  pith_index handle_;
};

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_READER_INDEX_FILE_H_
