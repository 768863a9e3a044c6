// One correction as it stands in the file: a table whose fields are asked for one by one.

#ifndef PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTION_TABLE_H_
#define PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTION_TABLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "tools/compiler/toml.h"

namespace pith::compiler {

// Whether a field must be there.
enum class Field { kNeeded, kOptional };

// The first error is kept, and what is read after it means nothing. Fields that nobody asked for are one, too.
class CorrectionTable {
 public:
  CorrectionTable(absl::string_view sort, const toml::table& table) : sort_(sort), table_(table) {}

  uint32_t line() const { return table_.source().begin.line; }

  // A text that is not empty; "" where there is none.
  std::string Text(const char* name, Field need = Field::kOptional);
  // The same, which may be an empty text.
  absl::optional<std::string> Change(const char* name);
  // A text or a list of texts.
  std::vector<std::string> Texts(const char* name, Field need = Field::kOptional);
  absl::optional<bool> Bool(const char* name);
  // A number with at most six digits behind its decimal point, as mantissa and scale.
  absl::optional<int64_t> Number(const char* name, uint8_t* scale);
  // A date in EDTF, as a text or as TOML writes days.
  std::string Date(const char* name, Field need = Field::kOptional);
  // One of the words, as its place among them; -1 where there is none.
  int OneOf(const char* name, const std::vector<std::string>& words, Field need = Field::kOptional);

  bool Has(const char* name) const { return table_.contains(name); }
  void Fail(const std::string& message, const toml::node* at = nullptr);
  // The first error, or that of a field of another name.
  absl::Status Finish();
  uint32_t error_line() const { return error_line_; }

 private:
  const toml::node* Find(const char* name, Field need);

  const std::string sort_;
  const toml::table& table_;
  std::vector<std::string> asked_;
  absl::Status status_;
  uint32_t error_line_ = 0;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTION_TABLE_H_
