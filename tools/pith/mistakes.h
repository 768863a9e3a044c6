// Arguments that are not understood, and what was probably meant.

#ifndef PITH_TOOLS_PITH_MISTAKES_H_
#define PITH_TOOLS_PITH_MISTAKES_H_

#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace pith::command {

// What is wrong with a verb that does not exist.
absl::Status NoSuchVerb(absl::string_view name);

// The error of the option parser in words of this command. `words` are the arguments from the verb on.
absl::Status UsageErrorOf(const CLI::ParseError& error, const CLI::App& app, const std::vector<std::string>& words);

// Wrong usage where the index is no file but the words that should follow it are: `pith ask "Who resigned?" a.pith`.
absl::Status CheckOrder(absl::string_view verb, const std::string& index, const std::string& words);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_MISTAKES_H_
