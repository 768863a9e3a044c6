// Results of tests as JUnit's XML, which build servers show.

#ifndef PITH_TOOLS_PITH_JUNIT_H_
#define PITH_TOOLS_PITH_JUNIT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace pith::command {

struct TestResult {
  std::string name, group;
  std::string fault;  // empty: passed
};

// A document with one suite. Characters that XML does not allow are left out of the texts.
std::string JunitXml(absl::string_view suite, const std::vector<TestResult>& results);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_JUNIT_H_
