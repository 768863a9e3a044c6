// What the values of flags must be, said in words of this command rather than of the option parser.

#ifndef PITH_TOOLS_PITH_OPTIONS_H_
#define PITH_TOOLS_PITH_OPTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"

namespace pith::command {

// The option takes a whole number from `least` to `most`.
CLI::Option* WholeNumber(CLI::Option* option, uint64_t least, uint64_t most);

// The option takes a number from 0 to 1.
CLI::Option* Fraction(CLI::Option* option);

// The option takes one of these words. Those of `hidden` are accepted too, but not shown.
CLI::Option* OneOf(CLI::Option* option, const std::vector<std::string>& words,
                   const std::vector<std::string>& hidden = {});

// --json and --color, which every verb has.
void AddOutputOptions(CLI::App* verb, bool* json);

// INDEX, --json, --color; what narrows the index, or widens it, as far as the verb takes that.
struct IndexArguments {
  std::string index, doc, tag, withdrawn;
  std::vector<std::string> with;
  bool json = false;
};
enum class Takes {
  kIndex,  // nothing of it
  kSet,    // --tag, --with, --withdrawn
  kDoc,    // and --doc
};
void AddIndexArguments(CLI::App* verb, IndexArguments* out, Takes takes);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_OPTIONS_H_
