// What an editor expects of an index: a question, the answers that are accepted, and what must not be said.

#ifndef PITH_TOOLS_PITH_EXPECTATIONS_H_
#define PITH_TOOLS_PITH_EXPECTATIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/pith/asker.h"
#include "tools/pith/json.h"

namespace pith::command {

// A line of the file. Without `answers_told` any answer is accepted, none as well; with it and no `answers`, none is.
struct Expectation {
  Json id;
  std::string question, doc;
  bool answers_told = false;
  std::vector<std::string> answers, never;
};

// The line's expectation. InvalidArgument where a field has the wrong type, or where there is nothing to expect.
absl::StatusOr<Expectation> ReadExpectation(const Json& line);

// Whether both say the same words, whatever the case, accents, punctuation and articles.
bool SaysSame(absl::string_view a, absl::string_view b);

// What is wrong with the reply, in the words of a person; empty where it is as expected. The best answer counts: its
// text, the full name behind it, and "yes" or "no" where it says so.
std::string FaultOf(const Expectation& expected, const Reply& reply);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_EXPECTATIONS_H_
