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

// INDEX, --doc (where `with_doc`), --json, --color.
struct IndexArguments {
  std::string index, doc;
  bool json = false;
};
void AddIndexArguments(CLI::App* verb, IndexArguments* out, bool with_doc);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_OPTIONS_H_
