// Files in a ZIP archive, which nobody needs to trust.

#ifndef PITH_TOOLS_COMPILER_READ_ZIP_ARCHIVE_H_
#define PITH_TOOLS_COMPILER_READ_ZIP_ARCHIVE_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

struct zip;

namespace pith::compiler {

constexpr uint64_t kMaxUnpackedFileBytes = uint64_t{64} << 20;
constexpr uint64_t kMaxUnpackedBytes = uint64_t{1} << 30;  // of all files of an archive that are read

class ZipArchive {
 public:
  // Opens the archive that `bytes` are; they must outlive it. InvalidArgument for what is no archive, and for one in
  // which a file has an absolute path or one that leads out of it.
  static absl::StatusOr<ZipArchive> Open(absl::string_view bytes);

  bool Has(const std::string& path) const;

  // The unpacked bytes of a file. InvalidArgument if there is none, if it is damaged or encrypted, or if it, or all
  // that were read before and it, exceed the limits above: little bytes may unpack to any number.
  absl::StatusOr<std::string> Read(const std::string& path);

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };

  std::unique_ptr<zip, Closer> archive_;
  uint64_t unpacked_ = 0;
};

// `path`, as a file in `folder` ("" or ending in "/") refers to another: "../text/a%20b.xhtml#part". InvalidArgument if
// it leads out of the archive.
absl::StatusOr<std::string> PathInArchive(absl::string_view folder, absl::string_view path);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ZIP_ARCHIVE_H_
