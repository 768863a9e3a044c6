#include "tools/compiler/read/zip_archive.h"

#include <zip.h>

#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace pith::compiler {
namespace {

// "%20" and the like as the bytes that they stand for.
std::string Unescaped(absl::string_view path) {
  std::string out;
  for (size_t i = 0; i < path.size(); ++i) {
    const auto is_hex = [&](size_t at) {
      return at < path.size() && absl::ascii_isxdigit(static_cast<unsigned char>(path[at]));
    };
    if (path[i] == '%' && is_hex(i + 1) && is_hex(i + 2)) {
      out += absl::HexStringToBytes(path.substr(i + 1, 2));
      i += 2;
    } else {
      out += path[i];
    }
  }
  return out;
}

bool LeadsOut(absl::string_view path) {
  const std::vector<absl::string_view> folders = absl::StrSplit(path, absl::ByAnyChar("/\\"));
  const bool drive = path.size() > 1 && path[1] == ':';
  return absl::StartsWith(path, "/") || absl::StartsWith(path, "\\") || drive || absl::c_linear_search(folders, "..");
}

}  // namespace

void ZipArchive::Closer::operator()(zip* archive) const { zip_discard(archive); }

absl::StatusOr<ZipArchive> ZipArchive::Open(absl::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  const auto failed = [&error] {
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    return absl::InvalidArgumentError(absl::StrCat("no ZIP archive that can be read: ", reason));
  };
  zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return failed();
  ZipArchive archive;
  archive.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (archive.archive_ == nullptr) {
    zip_source_free(source);
    return failed();
  }
  zip_error_fini(&error);
  const zip_int64_t count = zip_get_num_entries(archive.archive_.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* const name = zip_get_name(archive.archive_.get(), static_cast<zip_uint64_t>(i), 0);
    if (name == nullptr || LeadsOut(name)) {
      return absl::InvalidArgumentError(absl::StrCat("a file of the archive has the path \"",
                                                     name == nullptr ? "" : name, "\", which leads out of it"));
    }
  }
  return archive;
}

bool ZipArchive::Has(const std::string& path) const { return zip_name_locate(archive_.get(), path.c_str(), 0) >= 0; }

absl::StatusOr<std::string> ZipArchive::Read(const std::string& path) {
  const auto bad = [&path](absl::string_view what) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", what));
  };
  zip_stat_t info;
  if (zip_stat(archive_.get(), path.c_str(), 0, &info) != 0) return bad("is not in the archive");
  if ((info.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && info.encryption_method != ZIP_EM_NONE)
    return bad("is encrypted");
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(archive_.get(), path.c_str(), 0),
                                                                &zip_fclose);
  if (file == nullptr) return bad(zip_strerror(archive_.get()));
  std::string bytes;
  char buffer[1 << 16];
  // What the archive says of the size may be untrue.
  for (zip_int64_t n = 0; (n = zip_fread(file.get(), buffer, sizeof(buffer))) != 0;) {
    if (n < 0) return bad("cannot be unpacked; the archive is damaged");
    bytes.append(buffer, static_cast<size_t>(n));
    unpacked_ += static_cast<uint64_t>(n);
    if (bytes.size() > kMaxUnpackedFileBytes) return bad("larger than 64 MiB when unpacked");
    if (unpacked_ > kMaxUnpackedBytes) return bad("the archive has more than 1 GiB when unpacked");
  }
  return bytes;
}

absl::StatusOr<std::string> PathInArchive(absl::string_view folder, absl::string_view path) {
  const std::string whole = Unescaped(path.substr(0, path.find_first_of("#?")));
  std::vector<std::string> folders = absl::StrSplit(folder, '/', absl::SkipEmpty());
  bool out = absl::StartsWith(whole, "/") || absl::StrContains(whole, "\\") || absl::StrContains(whole, ":");
  for (const absl::string_view step : absl::StrSplit(whole, '/')) {
    if (step == "..") {
      out |= folders.empty();
      if (!folders.empty()) folders.pop_back();
    } else if (!step.empty() && step != ".") {
      folders.emplace_back(step);
    }
  }
  if (out) return absl::InvalidArgumentError(absl::StrCat("the path \"", path, "\" leads out of the archive"));
  return absl::StrJoin(folders, "/");
}

}  // namespace pith::compiler
