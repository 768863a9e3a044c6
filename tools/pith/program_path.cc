#include "tools/pith/program_path.h"

#include <system_error>

#if defined(__linux__)
#include <sys/auxv.h>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>

#include <cstdint>
#include <string>
#elif defined(_WIN32)
#include <windows.h>

#include <string>
#endif

namespace pith::command {
namespace {

namespace fs = std::filesystem;

#if defined(__linux__)
fs::path Told() {
  std::error_code error;
  fs::path path = fs::read_symlink("/proc/self/exe", error);
  if (!error) return path;
  // Without /proc, as in a bare chroot: the path by which the system was asked to run the program.
  const auto* const asked = reinterpret_cast<const char*>(getauxval(AT_EXECFN));
  return asked == nullptr ? fs::path() : fs::path(asked);
}
#elif defined(__APPLE__)
fs::path Told() {
  uint32_t size = 0;
  _NSGetExecutablePath(nullptr, &size);
  std::string path(size, '\0');
  return _NSGetExecutablePath(path.data(), &size) == 0 ? fs::path(path.c_str()) : fs::path();
}
#elif defined(_WIN32)
fs::path Told() {
  constexpr size_t kMaxPath = 32767;
  std::wstring path(kMaxPath, L'\0');
  path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
  return fs::path(path);
}
#else
fs::path Told() { return {}; }
#endif

}  // namespace

fs::path ProgramPath() {
  const fs::path told = Told();
  std::error_code error;
  fs::path path = fs::canonical(told, error);
  return error ? told : path;
}

}  // namespace pith::command
