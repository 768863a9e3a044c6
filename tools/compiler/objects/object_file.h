// Where the objects of a run lie until they are linked: a file without a name, or one beside the output from which the
// next run goes on.

#ifndef PITH_TOOLS_COMPILER_OBJECTS_OBJECT_FILE_H_
#define PITH_TOOLS_COMPILER_OBJECTS_OBJECT_FILE_H_

#include <cstdint>
#include <optional>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/objects/object.h"
#include "tools/compiler/read/descriptor.h"

namespace pith::compiler {

// Where an object lies in its file.
struct ObjectPlace {
  uint64_t offset, size;
};

class ObjectFile {
 public:
  // Without a name, beside the file to be written at `path`. It goes when the process ends. Errors are those of
  // files.h.
  static absl::StatusOr<ObjectFile> CreateBeside(const std::string& path);
  // The file at `path`, made if there is none, with the objects of an earlier run. What that run left half-written at
  // its end is cut off. Another process that has it open is an error.
  static absl::StatusOr<ObjectFile> Resume(const std::string& path, const Language& language);

  ObjectFile(ObjectFile&& other) noexcept;
  ObjectFile& operator=(ObjectFile&&) = delete;
  ~ObjectFile();

  // The object of that origin, if an earlier run made it.
  std::optional<ObjectPlace> Find(uint64_t hash) const;
  absl::StatusOr<ObjectPlace> Append(absl::string_view object);

  // The bytes of everything appended so far, as long as the file lives. The last call but for Remove.
  absl::StatusOr<Bytes> Map();
  // Deletes the file that Resume opened.
  void Remove();

 private:
  ObjectFile(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
  absl::Status FindObjects(const Language& language);

  Descriptor file_;
  std::string path_;
  uint64_t size_ = 0;
  absl::flat_hash_map<uint64_t, ObjectPlace> known_;
  void* mapped_ = nullptr;
  uint64_t mapped_size_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_OBJECTS_OBJECT_FILE_H_
