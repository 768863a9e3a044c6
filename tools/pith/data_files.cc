#include "tools/pith/data_files.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "tools/pith/program_path.h"

namespace pith::command {

namespace fs = std::filesystem;

std::string DataFolder() {
  const char* set = std::getenv("PITH_DATA_DIR");
  if (set != nullptr && *set != '\0') return set;
  return (ProgramPath().parent_path().parent_path() / "share" / "pith").string();
}

std::vector<std::string> LanguageFiles() {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator it(DataFolder(), error), end; !error && it != end; it.increment(error)) {
    if (it->path().extension() == ".lang") files.push_back(it->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace pith::command
