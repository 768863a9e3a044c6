// Indexes of released formats: tests/golden/released has one of each, and beside it questions with their answers. This
// engine answers from it, or says that it is too old.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.hpp"

namespace pith {
namespace {

namespace fs = std::filesystem;

const char kFolder[] = PITH_TEST_DATA "/golden/released";

std::vector<uint8_t> ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Whether this engine reads format `major`.`minor`; older ones than its own only.
bool IsRead(int major, int minor) {
  return major == PITH_FORMAT_MAJOR && minor >= PITH_FORMAT_LEAST_MINOR && minor <= PITH_FORMAT_MINOR;
}

// The best answer to `question`, empty if there is none.
std::string Answer(const Index& index, std::string_view question) {
  alignas(8) uint8_t work[PITH_WORK_BYTES];
  pith_answer answers[1];
  const Found found = index.Ask(question, work, answers);
  EXPECT_TRUE(found.ok()) << question;
  return found.count == 0 ? "" : std::string(View(answers[0].text));
}

TEST(ReleasedTest, EachFormatIsAnsweredFromOrTooOld) {
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".pith") continue;
    SCOPED_TRACE(entry.path().filename());
    const std::string version = entry.path().stem().string();
    const size_t dot = version.find('.');
    const int major = std::stoi(version.substr(0, dot)), minor = std::stoi(version.substr(dot + 1));
    const std::vector<uint8_t> file = ReadAll(entry.path());
    Index index;
    const pith_status status = index.Open(file);
    if (!IsRead(major, minor)) {
      EXPECT_EQ(status, PITH_TOO_OLD);
      EXPECT_NE(std::string_view(pith_status_text(status)).find("compile it again"), std::string_view::npos);
      continue;
    }
    ASSERT_EQ(status, PITH_OK);
    EXPECT_EQ(index.Verify(), PITH_OK);
    EXPECT_EQ(index.Info()->major_version, major);
    EXPECT_EQ(index.Info()->minor_version, minor);
    std::ifstream questions(entry.path().parent_path() / (version + ".txt"));
    int asked = 0;
    for (std::string line; std::getline(questions, line); ++asked) {
      const size_t bar = line.find(" | ");
      ASSERT_NE(bar, std::string::npos) << line;
      EXPECT_EQ(Answer(index, line.substr(0, bar)), line.substr(bar + 3));
    }
    EXPECT_GT(asked, 5);
  }
}

TEST(ReleasedTest, TodaysFormatIsKept) {
  const std::string today = std::to_string(PITH_FORMAT_MAJOR) + "." + std::to_string(PITH_FORMAT_MINOR);
  EXPECT_TRUE(fs::exists(fs::path(kFolder) / (today + ".pith")))
      << "add it: pith compile examples/label.txt --profile tiny -o tests/golden/released/" << today
      << ".pith, and questions with their answers as " << today << ".txt";
}

}  // namespace
}  // namespace pith
