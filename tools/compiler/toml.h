// The parser of TOML. Its errors are values here, and only the files that read TOML see its headers. It asserts, or
// lets the compiler assume, what a file may well break ("[[!"), and only then checks it and says what is wrong; so
// neither is done.

#ifndef PITH_TOOLS_COMPILER_TOML_H_
#define PITH_TOOLS_COMPILER_TOML_H_

#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expr) static_assert(true)
#pragma push_macro("NDEBUG")
#undef NDEBUG
#include "toml++/toml.h"
#pragma pop_macro("NDEBUG")

#endif  // PITH_TOOLS_COMPILER_TOML_H_
