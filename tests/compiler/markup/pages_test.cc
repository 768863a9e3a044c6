// The pages of tests/compiler/pages, in the shapes of real sites and with markup as broken as theirs, against what a
// reader would take from each. bench/extraction.sh prints the same measure beside another program's.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/read.h"

namespace pith::compiler {
namespace {

struct Expected {
  std::string title, date, text;
};

std::string Contents(const std::filesystem::path& path) { return *ReadFile(path.string(), uint64_t{1} << 20); }

Expected ReadExpected(const std::filesystem::path& path) {
  const std::string contents = Contents(path);
  absl::string_view rest = contents;
  Expected expected;
  const auto take = [&rest](absl::string_view name) {
    const size_t end = rest.find('\n');
    absl::string_view line = rest.substr(0, end);
    EXPECT_TRUE(absl::ConsumePrefix(&line, name));
    rest.remove_prefix(end + 1);
    return std::string(absl::StripAsciiWhitespace(line));
  };
  expected.title = take("title:");
  expected.date = take("date:");
  expected.text = std::string(rest);
  return expected;
}

// The words of a text, and how often each occurs.
std::map<std::string, int> WordsOf(const std::string& text) {
  std::string letters;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    letters += absl::ascii_isalnum(byte) || byte >= 0x80 ? absl::ascii_tolower(byte) : ' ';
  }
  std::map<std::string, int> words;
  for (const absl::string_view word : absl::StrSplit(letters, ' ', absl::SkipEmpty())) ++words[std::string(word)];
  return words;
}

double F1(const std::string& ours, const std::string& right) {
  const std::map<std::string, int> a = WordsOf(ours), b = WordsOf(right);
  int shared = 0, total = 0;
  for (const auto& [word, times] : a) {
    total += times;
    const auto it = b.find(word);
    if (it != b.end()) shared += std::min(times, it->second);
  }
  for (const auto& [word, times] : b) total += times;
  return 2.0 * shared / total;
}

TEST(PagesTest, MainTextTitleAndDate) {
  constexpr double kWorst = 0.75, kMean = 0.95;
  double sum = 0;
  int pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PITH_TEST_DATA "/compiler/pages")) {
    if (entry.path().extension() != ".html") continue;
    const Expected expected = ReadExpected(std::filesystem::path(entry.path()).replace_extension(".txt"));
    std::vector<Problem> problems;
    const auto articles = ReadArticles(entry.path().string(), Contents(entry.path()), {}, &problems);
    ASSERT_TRUE(articles.ok()) << articles.status();
    const Article& article = articles->front();
    EXPECT_EQ(article.title, expected.title) << entry.path();
    EXPECT_EQ(article.date, expected.date) << entry.path();
    const double f1 = F1(article.text, expected.text);
    EXPECT_GE(f1, kWorst) << entry.path() << "\n" << article.text;
    sum += f1;
    ++pages;
  }
  EXPECT_EQ(pages, 10);
  EXPECT_GE(sum / pages, kMean);
}

}  // namespace
}  // namespace pith::compiler
