// Lines of a file or a pipe, of a bounded length.

#ifndef PITH_TOOLS_PITH_LINE_READER_H_
#define PITH_TOOLS_PITH_LINE_READER_H_

#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>

#include "absl/status/status.h"

namespace pith::command {

// Does `action` with each line of `file`, without its end, and the line's number, from 1; blank lines are skipped. Ends
// with the file or with the first error. Errors of `action` stay as they are; those of the file are told InLine of
// `path`: InvalidArgument for a line of more than 64 MiB, Unavailable for a failed read.
absl::Status ForEachLineOf(FILE* file, const std::string& path,
                           const std::function<absl::Status(const std::string& line, uint64_t number)>& action);

// An error in line `number` of the file at `path` ("-": standard input), with that place.
absl::Status InLine(const std::string& path, uint64_t number, const absl::Status& status);

// How messages name the file at `path`.
std::string NameOfFile(const std::string& path);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_LINE_READER_H_
