// Lines of a file or a pipe, of a bounded length.

#ifndef PITH_TOOLS_PITH_LINE_READER_H_
#define PITH_TOOLS_PITH_LINE_READER_H_

#include <cstdint>
#include <cstdio>
#include <string>

#include "absl/status/statusor.h"

namespace pith::command {

class LineReader {
 public:
  // `file` must outlive this.
  explicit LineReader(FILE* file) : file_(file) {}

  // Whether there was a line, which goes to *line without its end. InvalidArgument for a line of more than 64 MiB,
  // Unavailable for a failed read.
  absl::StatusOr<bool> Next(std::string* line);

  // Of the last line, from 1.
  uint64_t number() const { return number_; }

 private:
  FILE* file_;
  uint64_t number_ = 0;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_LINE_READER_H_
