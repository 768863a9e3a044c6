#include "tools/pith/junit.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

// As the value of an attribute: one line of valid UTF-8 without control characters.
std::string Attribute(absl::string_view text) {
  const std::string line = absl::StrReplaceAll(text, {{"\n", " "}, {"\t", " "}, {"\r", " "}});
  return absl::StrReplaceAll(
      Visible(line),
      {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"\xEF\xBF\xBE", ""}, {"\xEF\xBF\xBF", ""}});
}

}  // namespace

std::string JunitXml(absl::string_view suite, const std::vector<TestResult>& results) {
  const auto failures = absl::c_count_if(results, [](const TestResult& result) { return !result.fault.empty(); });
  const std::string counts = absl::StrCat("tests=\"", results.size(), "\" failures=\"", failures, "\"");
  std::string xml = absl::StrCat("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites ", counts, ">\n",
                                 "<testsuite name=\"", Attribute(suite), "\" ", counts, ">\n");
  for (const TestResult& result : results) {
    absl::StrAppend(&xml, "<testcase name=\"", Attribute(result.name), "\" classname=\"", Attribute(result.group),
                    "\"");
    if (result.fault.empty()) {
      absl::StrAppend(&xml, "/>\n");
    } else {
      absl::StrAppend(&xml, "><failure message=\"", Attribute(result.fault), "\"/></testcase>\n");
    }
  }
  return absl::StrCat(xml, "</testsuite>\n</testsuites>\n");
}

}  // namespace pith::command
