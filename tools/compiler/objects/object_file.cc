#include "tools/compiler/objects/object_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/new_file.h"

namespace pith::compiler {

absl::StatusOr<ObjectFile> ObjectFile::CreateBeside(const std::string& path) {
  absl::StatusOr<ScratchFile> file = ScratchFile::CreateBeside(path);
  if (!file.ok()) return file.status();
  return ObjectFile(std::move(*file).TakeDescriptor(), path);
}

absl::StatusOr<ObjectFile> ObjectFile::Resume(const std::string& path, const Language& language) {
  Descriptor file(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
  if (!file.ok()) return SystemError("cannot open", path);
  if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
    return absl::UnavailableError(absl::StrCat(path, ": another pith compile is writing it"));
  }
  ObjectFile objects(std::move(file), path);
  if (absl::Status status = objects.FindObjects(language); !status.ok()) return status;
  return objects;
}

ObjectFile::ObjectFile(ObjectFile&& other) noexcept
    : file_(std::move(other.file_)),
      path_(std::move(other.path_)),
      size_(other.size_),
      known_(std::move(other.known_)),
      mapped_(std::exchange(other.mapped_, nullptr)),
      mapped_size_(other.mapped_size_) {}

ObjectFile::~ObjectFile() {
  if (mapped_ != nullptr) munmap(mapped_, mapped_size_);
}

absl::Status ObjectFile::FindObjects(const Language& language) {
  struct stat info;
  if (fstat(file_.get(), &info) != 0) return SystemError("cannot read", path_);
  size_ = static_cast<uint64_t>(info.st_size);
  absl::StatusOr<Bytes> bytes = Map();
  if (!bytes.ok()) return bytes.status();
  uint64_t at = 0;
  Object object;
  while (at < size_ && ReadObject(bytes->Sub(at, size_ - at), language, true, &object)) {
    if (object.origin.hash != 0) known_[object.origin.hash] = {at, object.size};
    at += object.size;
  }
  if (mapped_ != nullptr) munmap(std::exchange(mapped_, nullptr), mapped_size_);
  size_ = at;
  return ftruncate(file_.get(), static_cast<off_t>(at)) == 0 ? absl::OkStatus() : SystemError("cannot write", path_);
}

std::optional<ObjectPlace> ObjectFile::Find(uint64_t hash) const {
  const auto found = known_.find(hash);
  if (found == known_.end()) return std::nullopt;
  return found->second;
}

absl::StatusOr<ObjectPlace> ObjectFile::Append(absl::string_view object) {
  if (!WriteAllAt(file_.get(), object, size_)) return SystemError("cannot write", path_);
  const ObjectPlace place = {size_, object.size()};
  size_ += object.size();
  return place;
}

absl::StatusOr<Bytes> ObjectFile::Map() {
  if (size_ == 0) return Bytes();
  void* const mapped = mmap(nullptr, size_, PROT_READ, MAP_SHARED, file_.get(), 0);
  if (mapped == MAP_FAILED) return SystemError("cannot read", path_);
  mapped_ = mapped;
  mapped_size_ = size_;
  return Bytes(static_cast<const uint8_t*>(mapped), size_);
}

void ObjectFile::Remove() { unlink(path_.c_str()); }

}  // namespace pith::compiler
