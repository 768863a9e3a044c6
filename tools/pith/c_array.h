// An index as source code, for programs without files.

#ifndef PITH_TOOLS_PITH_C_ARRAY_H_
#define PITH_TOOLS_PITH_C_ARRAY_H_

#include <string>

#include "absl/strings/string_view.h"

namespace pith::command {

// Whether `name` can be the name of a variable in C.
bool IsIdentifier(absl::string_view name);

// C, and C++ as well, that defines `const unsigned char NAME[]` with the bytes, and `const unsigned long NAME_size`.
std::string AsCArray(absl::string_view name, absl::string_view bytes);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_C_ARRAY_H_
