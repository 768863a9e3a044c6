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

// A document with one suite. In the texts, control and bidirectional characters and what is not UTF-8 show as U+FFFD,
// line ends and tabs as spaces, and U+FFFE and U+FFFF are left out.
std::string JunitXml(absl::string_view suite, const std::vector<TestResult>& results);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_JUNIT_H_
