// Files that are written piece by piece. Errors are those of files.h.

#ifndef PITH_TOOLS_COMPILER_READ_NEW_FILE_H_
#define PITH_TOOLS_COMPILER_READ_NEW_FILE_H_

#include <sys/types.h>

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/output.h"
#include "tools/compiler/read/descriptor.h"

namespace pith::compiler {

// A file without a name: it goes when the process ends, however it does.
class ScratchFile : public Output {
 public:
  // In the folder for temporary files.
  static absl::StatusOr<ScratchFile> Create();
  // For what belongs to the file to be written at `path` until that is complete: in its folder, or in that for
  // temporary files if it is no regular file (standard output "-", a pipe).
  static absl::StatusOr<ScratchFile> CreateBeside(const std::string& path);

  absl::Status Append(absl::string_view bytes) override;
  absl::Status Rewrite(uint64_t at, absl::string_view bytes) override;
  uint64_t size() const { return size_; }
  // The bytes [at, at + size), which must have been written. Processes forked from this one may call it too.
  absl::StatusOr<std::string> Read(uint64_t at, uint64_t size) const;
  int descriptor() const { return file_.get(); }
  Descriptor TakeDescriptor() && { return std::move(file_); }

 private:
  friend class NewFile;
  ScratchFile(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

  Descriptor file_;
  std::string path_;  // for messages
  uint64_t size_ = 0;
};

// A file that takes its place when it is complete: until Commit, an old one of that name is unchanged, and without it
// nothing is left. Follows links and keeps the old file's permissions. What exists and is no regular file (a pipe,
// /dev/null) and standard output, "-", get all at once at Commit.
class NewFile : public Output {
 public:
  static absl::StatusOr<NewFile> Create(const std::string& path);

  absl::Status Append(absl::string_view bytes) override { return contents_.Append(bytes); }
  absl::Status Rewrite(uint64_t at, absl::string_view bytes) override { return contents_.Rewrite(at, bytes); }
  uint64_t size() const { return contents_.size(); }

  // Flushes the file to disk and puts it in its place. The last call.
  absl::Status Commit();

 private:
  NewFile(std::string path, ScratchFile contents) : path_(std::move(path)), contents_(std::move(contents)) {}
  absl::Status CopyTo(int fd) const;
  absl::Status PutInPlace();
  // Makes the contents a file of that name in the same folder. False: errno says why not.
  bool GiveName(const std::string& name) const;

  std::string path_;  // links followed
  ScratchFile contents_;
  bool in_place_ = false;  // whether it is to be a regular file
  bool existed_ = false;
  mode_t mode_ = 0;  // of the old file
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_NEW_FILE_H_
