#include "tools/pith/c_array.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace pith::command {
namespace {

constexpr size_t kBytesPerLine = 24;

}  // namespace

bool IsIdentifier(absl::string_view name) {
  const auto fits = [](char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '_'; };
  return !name.empty() && !absl::ascii_isdigit(static_cast<unsigned char>(name[0])) &&
         std::all_of(name.begin(), name.end(), fits);
}

std::string AsCArray(absl::string_view name, absl::string_view bytes) {
  // In C++ a constant is the file's own unless it has been declared otherwise.
  std::string out = absl::StrCat(
      "/* An index, made by pith compile --c-array. */\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n"
      "extern const unsigned char ",
      name, "[", bytes.size(), "];\nextern const unsigned long ", name, "_size;\n#ifdef __cplusplus\n}\n#endif\n",
      "const unsigned long ", name, "_size = ", bytes.size(), ";\nconst unsigned char ", name, "[", bytes.size(),
      "] = {");
  for (size_t i = 0; i < bytes.size(); ++i) {
    absl::StrAppend(&out, i % kBytesPerLine == 0 ? "\n" : "", static_cast<unsigned char>(bytes[i]), ",");
  }
  return absl::StrCat(out, "\n};\n");
}

}  // namespace pith::command
