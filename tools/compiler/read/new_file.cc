#include "tools/compiler/read/new_file.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace pith::compiler {
namespace {

constexpr int kAttempts = 100;  // at a name that no file has

constexpr absl::string_view kTemporaryPrefix = ".pith-", kTemporarySuffix = ".tmp";

// A name for a file that is not complete.
std::string TemporaryName(const std::string& folder, int attempt) {
  return absl::StrCat(folder, "/", kTemporaryPrefix, getpid(), "-", attempt, kTemporarySuffix);
}

// Whether a temporary file is that of a process that no longer runs on this machine.
bool IsOfNobody(absl::string_view name) {
  int process = 0;
  if (!absl::ConsumePrefix(&name, kTemporaryPrefix) || !absl::ConsumeSuffix(&name, kTemporarySuffix)) return false;
  return absl::SimpleAtoi(name.substr(0, name.find('-')), &process) && process > 0 && kill(process, 0) != 0 &&
         errno == ESRCH;
}

// Removes the temporary files of writers that were killed in the moment in which theirs had one name but not yet the
// other. A writer keeps its own locked, for those that run on another machine and share the disk. Best effort.
void RemoveAbandoned(const std::string& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> listed(opendir(folder.c_str()), &closedir);
  if (listed == nullptr) return;
  while (const dirent* const entry = readdir(listed.get())) {
    if (!IsOfNobody(entry->d_name)) continue;
    const std::string path = absl::StrCat(folder, "/", entry->d_name);
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (file.ok() && flock(file.get(), LOCK_EX | LOCK_NB) == 0) unlink(path.c_str());
  }
}

int OpenNameless(const std::string& folder) {
#ifdef O_TMPFILE
  const int nameless = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
  if (nameless >= 0 || errno == EACCES || errno == ENOENT || errno == ENOTDIR || errno == EROFS) return nameless;
#endif
  // Not every file system makes such files.
  for (int i = 0; i < kAttempts; ++i) {
    const std::string name = TemporaryName(folder, i);
    const int fd = open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno == EEXIST) continue;
    if (fd >= 0) unlink(name.c_str());
    return fd;
  }
  return -1;
}

std::string TemporaryFolder() {
  const char* const folder = std::getenv("TMPDIR");
  return folder != nullptr && *folder != '\0' ? folder : "/tmp";
}

// Where a file waits until it is complete and can take the place of that at `path`.
std::string WorkFolder(const std::string& path) {
  struct stat info;
  if (path == "-" || (stat(path.c_str(), &info) == 0 && !S_ISREG(info.st_mode))) return TemporaryFolder();
  const std::unique_ptr<char, decltype(&free)> real(realpath(path.c_str(), nullptr), &free);
  return FolderOf(real != nullptr ? real.get() : path);
}

}  // namespace

absl::StatusOr<ScratchFile> ScratchFile::Create() {
  Descriptor file(OpenNameless(TemporaryFolder()));
  if (!file.ok()) return SystemError("cannot create a file in this folder", TemporaryFolder());
  return ScratchFile(std::move(file), TemporaryFolder());
}

absl::StatusOr<ScratchFile> ScratchFile::CreateBeside(const std::string& path) {
  const std::string folder = WorkFolder(path);
  Descriptor file(OpenNameless(folder));
  if (!file.ok()) return SystemError("cannot create a file in its folder", folder == TemporaryFolder() ? folder : path);
  return ScratchFile(std::move(file), path);
}

absl::Status ScratchFile::Append(absl::string_view bytes) {
  if (!WriteAllAt(file_.get(), bytes, size_)) return SystemError("cannot write", path_);
  size_ += bytes.size();
  return absl::OkStatus();
}

absl::Status ScratchFile::Rewrite(uint64_t at, absl::string_view bytes) {
  return WriteAllAt(file_.get(), bytes, at) ? absl::OkStatus() : SystemError("cannot write", path_);
}

absl::StatusOr<std::string> ScratchFile::Read(uint64_t at, uint64_t size) const {
  std::string bytes(size, '\0');
  for (uint64_t done = 0; done < size;) {
    const ssize_t n = pread(file_.get(), &bytes[done], size - done, static_cast<off_t>(at + done));
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) errno = EIO;
    if (n <= 0) return SystemError("cannot read", path_);
    done += static_cast<uint64_t>(n);
  }
  return bytes;
}

absl::StatusOr<NewFile> NewFile::Create(const std::string& path) {
  struct stat info = {};
  const bool exists = path != "-" && stat(path.c_str(), &info) == 0;
  if (path != "-" && !exists && errno != ENOENT) return SystemError("cannot write", path);
  const bool in_place = path != "-" && (!exists || S_ISREG(info.st_mode));
  std::string real_path = path;
  if (in_place && exists) {
    if (access(path.c_str(), W_OK) != 0) return SystemError("cannot write", path);
    const std::unique_ptr<char, decltype(&free)> real(realpath(path.c_str(), nullptr), &free);
    if (real != nullptr) real_path = real.get();
  }
  absl::StatusOr<ScratchFile> contents = ScratchFile::CreateBeside(path);
  if (!contents.ok()) return contents.status();
  NewFile file(real_path, *std::move(contents));
  file.in_place_ = in_place;
  file.existed_ = exists;
  file.mode_ = info.st_mode;
  return file;
}

absl::Status NewFile::CopyTo(int fd) const {
  constexpr uint64_t kStep = 1 << 20;
  for (uint64_t at = 0; at < size(); at += kStep) {
    const absl::StatusOr<std::string> bytes = contents_.Read(at, std::min(kStep, size() - at));
    if (!bytes.ok()) return bytes.status();
    if (!WriteAll(fd, *bytes)) return SystemError("cannot write", path_ == "-" ? "standard output" : path_);
  }
  return absl::OkStatus();
}

bool NewFile::GiveName(const std::string& name) const {
  const std::string own = absl::StrCat("/proc/self/fd/", contents_.descriptor());
  if (linkat(AT_FDCWD, own.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0) return true;
  if (errno == EEXIST) return false;
  // Where a file that had a name before cannot get one again, its copy can.
  Descriptor file(open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, existed_ ? mode_ & 07777 : 0666));
  if (!file.ok()) return false;
  if (CopyTo(file.get()).ok() && fsync(file.get()) == 0 && file.Close()) return true;
  const int error = errno;
  unlink(name.c_str());
  errno = error;
  return false;
}

absl::Status NewFile::PutInPlace() {
  if (existed_ && fchmod(contents_.descriptor(), mode_ & 07777) != 0) return SystemError("cannot write", path_);
  if (fsync(contents_.descriptor()) != 0) return SystemError("cannot write", path_);
  const std::string folder = FolderOf(path_);
  RemoveAbandoned(folder);
  flock(contents_.descriptor(), LOCK_EX | LOCK_NB);  // until it has its name
  std::string name;
  bool named = false;
  errno = EEXIST;
  for (int i = 0; i < kAttempts && !named && errno == EEXIST; ++i) named = GiveName(name = TemporaryName(folder, i));
  if (!named) return SystemError("cannot write", path_);
  if (rename(name.c_str(), path_.c_str()) != 0) {
    const absl::Status status = SystemError("cannot write", path_);
    unlink(name.c_str());
    return status;
  }
  // The new name must reach the disk too. Not every file system can sync a folder; if it cannot, the file's contents
  // are safe already.
  const Descriptor directory(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.ok()) fsync(directory.get());
  return absl::OkStatus();
}

absl::Status NewFile::Commit() {
  if (in_place_) return PutInPlace();
  if (path_ == "-") return CopyTo(STDOUT_FILENO);
  Descriptor file(open(path_.c_str(), O_WRONLY | O_CLOEXEC));
  if (!file.ok()) return SystemError("cannot write", path_);
  if (absl::Status status = CopyTo(file.get()); !status.ok()) return status;
  return file.Close() ? absl::OkStatus() : SystemError("cannot write", path_);
}

}  // namespace pith::compiler
