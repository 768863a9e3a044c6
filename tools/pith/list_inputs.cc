// The files that inputs stand for.

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/correction_files.h"
#include "tools/pith/inputs.h"
#include "tools/pith/messages.h"

namespace pith::command {
namespace {

namespace fs = std::filesystem;

// The regular files of a folder, hidden ones aside, in order of path.
template <typename Iterator>
absl::StatusOr<std::vector<fs::path>> FilesOf(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (Iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const bool hidden = it->path().filename().string()[0] == '.';
    if constexpr (std::is_same_v<Iterator, fs::recursive_directory_iterator>) {
      if (hidden) it.disable_recursion_pending();
    }
    std::error_code unknown;
    if (!hidden && it->is_regular_file(unknown)) files.push_back(it->path());
  }
  if (error) {
    return compiler::AtFile(absl::UnavailableError(absl::StrCat(folder.string(), ": cannot read: ", error.message())),
                            folder.string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// The files of one folder that are read.
absl::StatusOr<std::vector<InputFile>> ListFolder(const std::string& folder, const InputArguments& arguments) {
  const absl::StatusOr<std::vector<fs::path>> files =
      arguments.recursive ? FilesOf<fs::recursive_directory_iterator>(folder) : FilesOf<fs::directory_iterator>(folder);
  if (!files.ok()) return files.status();
  std::vector<InputFile> found;
  std::vector<std::string> left_out;
  for (const fs::path& file : *files) {
    const fs::path inside = file.lexically_relative(folder);
    const compiler::Format* format = compiler::FormatByExtension(file.string());
    const bool any = arguments.from != "auto" || !arguments.filter.empty();
    if (!any && (format == nullptr || format->read == nullptr)) {
      if (file.extension() != ".pith" && !IsCorrectionFile(file.string())) left_out.push_back(inside.string());
      continue;
    }
    found.push_back({file.string(), (inside.parent_path() / inside.stem()).string()});
  }
  if (!left_out.empty()) {
    Warn(absl::StrCat(
        folder, ": ", left_out.size(),
        left_out.size() == 1 ? " file of another kind is left out: " : " files of other kinds are left out, such as ",
        left_out.front()));
  }
  if (!found.empty()) return found;
  return compiler::AtFile(
      absl::InvalidArgumentError(absl::StrCat(folder, ": no article in this folder",
                                              arguments.recursive ? "" : "; --recursive also reads the folders in it")),
      folder);
}

}  // namespace

absl::StatusOr<std::vector<InputFile>> ListInputs(const InputArguments& arguments,
                                                  std::vector<compiler::Problem>* problems) {
  std::vector<InputFile> files;
  for (const std::string& input : arguments.inputs) {
    std::error_code error;
    if (!fs::is_directory(input, error)) {
      files.push_back({input, ""});
      continue;
    }
    absl::StatusOr<std::vector<InputFile>> folder = ListFolder(input, arguments);
    if (folder.ok()) {
      files.insert(files.end(), folder->begin(), folder->end());
    } else if (arguments.read.keep_going) {
      problems->push_back({input, std::string(folder.status().message())});
    } else {
      return folder.status();
    }
  }
  return files;
}

}  // namespace pith::command
