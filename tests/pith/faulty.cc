// A library to be loaded before the C library (LD_PRELOAD): the calls by which a program looks at files and changes
// them go wrong as PITH_FAULT says, at the call of a number. So every moment between two of them can be tried, not only
// those that a test happens to hit.
//
//   PITH_FAULT="count F"     writes how many calls there were into the file F, at the end
//   PITH_FAULT="kill N"      the process is killed before call N, from 1
//   PITH_FAULT="fail N"      call N fails with EIO
//   PITH_FAULT="gone N A B"  before call N, A is renamed to B
//   PITH_FAULT="short 0"     every write takes half of what it is given
//
// Only the first process counts, not those that it forks; nor what is written to its standard output and error.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

struct Fault {
  char kind[8] = "none";
  unsigned long at = 0;
  char from[256] = "", to[256] = "";  // of gone; from: of count
  pid_t process = getpid();
  unsigned long calls = 0;

  Fault() {
    const char* const text = std::getenv("PITH_FAULT");
    if (text == nullptr) return;
    if (std::sscanf(text, "count %255s", from) == 1) {
      std::strcpy(kind, "count");
    } else {
      std::sscanf(text, "%7s %lu %255s %255s", kind, &at, from, to);
    }
  }
  ~Fault() {
    if (std::strcmp(kind, "count") != 0 || getpid() != process) return;
    if (std::FILE* const file = std::fopen(from, "w")) {
      std::fprintf(file, "%lu\n", calls);
      std::fclose(file);
    }
  }
  bool Is(const char* name) const { return std::strcmp(kind, name) == 0; }
};

Fault& TheFault() {
  static Fault fault;
  return fault;
}
// Made at once, so that it is taken apart last and its process is the first one.
const Fault& made = TheFault();

// Counts a call; whether it is to fail.
bool Fails() {
  Fault& fault = TheFault();
  if (getpid() != fault.process || ++fault.calls != fault.at) return false;
  if (fault.Is("kill")) kill(getpid(), SIGKILL);
  if (fault.Is("gone")) syscall(SYS_rename, fault.from, fault.to);
  if (!fault.Is("fail")) return false;
  errno = EIO;
  return true;
}

size_t Taken(size_t size) { return TheFault().Is("short") && size > 1 ? size / 2 : size; }

template <typename F>
F* Real(const char* name) {
  return reinterpret_cast<F*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = va_arg(more, mode_t);
  va_end(more);
  return Fails() ? -1 : Real<int(const char*, int, ...)>("open")(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = va_arg(more, mode_t);
  va_end(more);
  return open(path, flags, mode);
}
ssize_t write(int fd, const void* bytes, size_t size) {
  if (fd > STDERR_FILENO && Fails()) return -1;
  return Real<ssize_t(int, const void*, size_t)>("write")(fd, bytes, fd > STDERR_FILENO ? Taken(size) : size);
}
ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  if (Fails()) return -1;
  return Real<ssize_t(int, const void*, size_t, off_t)>("pwrite")(fd, bytes, Taken(size), at);
}
ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) { return pwrite(fd, bytes, size, at); }
int stat(const char* path, struct stat* out) noexcept {
  return Fails() ? -1 : Real<int(const char*, struct stat*)>("stat")(path, out);
}
int access(const char* path, int mode) noexcept {
  return Fails() ? -1 : Real<int(const char*, int)>("access")(path, mode);
}
char* realpath(const char* path, char* out) noexcept {
  return Fails() ? nullptr : Real<char*(const char*, char*)>("realpath")(path, out);
}
int fchmod(int fd, mode_t mode) noexcept { return Fails() ? -1 : Real<int(int, mode_t)>("fchmod")(fd, mode); }
int fsync(int fd) { return Fails() ? -1 : Real<int(int)>("fsync")(fd); }
int flock(int fd, int how) noexcept { return Fails() ? -1 : Real<int(int, int)>("flock")(fd, how); }
int linkat(int from_fd, const char* from, int to_fd, const char* to, int flags) noexcept {
  return Fails() ? -1 : Real<int(int, const char*, int, const char*, int)>("linkat")(from_fd, from, to_fd, to, flags);
}
int rename(const char* from, const char* to) noexcept {
  return Fails() ? -1 : Real<int(const char*, const char*)>("rename")(from, to);
}
int unlink(const char* path) noexcept { return Fails() ? -1 : Real<int(const char*)>("unlink")(path); }

}  // extern "C"
