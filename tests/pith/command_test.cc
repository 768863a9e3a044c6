// Runs the cases of tests/pith/cases/*.test, each in an empty folder of its own:
//
//   == what the case shows
//   $ shell commands, a line or several          $SAMPLE is the sample article, $INDEX its index, $DOCS the folder of
//                                                documents, $PAGES that of web pages, $TEXTS that of articles with
//                                                corrections; pith is on the path
//   exit 1                                       how the last one ends; 0 where it is not said
//   out: a line of standard output               all of them, in order; "out:" alone is an empty line
//   out~ what standard output holds somewhere
//   no out                                       nothing is printed there
//   err~ what standard error holds somewhere     without one, nothing may be printed there

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Case {
  std::string where, name, commands;
  int exit = 0;
  bool check_out = false;
  std::string out;
  std::vector<std::string> out_holds, err_holds;
};

// How a case names itself in the list of tests.
void PrintTo(const Case& c, std::ostream* out) { *out << c.where; }

// Whether `line` begins with `key`; what follows it goes to *rest.
bool Take(const std::string& line, const std::string& key, std::string* rest) {
  if (line.compare(0, key.size(), key) != 0) return false;
  *rest = line.substr(key.size());
  if (!rest->empty() && rest->front() == ' ') rest->erase(0, 1);
  return true;
}

std::vector<Case> ReadCases() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(PITH_TEST_DATA "/pith/cases")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Case> cases;
  for (const fs::path& file : files) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line, rest; std::getline(in, line);) {
      ++number;
      if (line.empty() || line[0] == '#') continue;
      if (Take(line, "==", &rest)) {
        cases.emplace_back();
        cases.back().where = file.filename().string() + ":" + std::to_string(number);
        cases.back().name = rest;
      } else if (Take(line, "$", &rest)) {
        cases.back().commands += rest + "\n";
      } else if (Take(line, "exit", &rest)) {
        cases.back().exit = std::stoi(rest);
      } else if (Take(line, "out:", &rest)) {
        cases.back().check_out = true;
        cases.back().out += rest + "\n";
      } else if (Take(line, "out~", &rest)) {
        cases.back().out_holds.push_back(rest);
      } else if (Take(line, "no out", &rest)) {
        cases.back().check_out = true;
      } else if (Take(line, "err~", &rest)) {
        cases.back().err_holds.push_back(rest);
      } else {
        ADD_FAILURE() << file << ":" << number << ": not understood: " << line;
      }
    }
  }
  return cases;
}

std::string ReadWhole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

class CommandTest : public testing::TestWithParam<Case> {};

TEST_P(CommandTest, DoesAsTheCaseSays) {
  const Case& c = GetParam();
  std::string folder = (fs::temp_directory_path() / "pith-case-XXXXXX").string();
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  const fs::path script = fs::path(folder) / ".script", out = fs::path(folder) / ".out",
                 err = fs::path(folder) / ".err";
  std::ofstream(script) << c.commands;
  setenv("PATH", (std::string(PITH_PROGRAM_DIR ":") + std::getenv("PATH")).c_str(), 1);
  setenv("SAMPLE", PITH_SAMPLE, 1);
  setenv("INDEX", PITH_SAMPLE_INDEX, 1);
  setenv("DOCS", PITH_DOCS, 1);
  setenv("PAGES", PITH_TEST_DATA "/compiler/pages", 1);
  setenv("TEXTS", PITH_TEST_DATA "/pith/corrections", 1);
  unsetenv("COLUMNS");
  const int status = std::system(("cd " + folder + " && timeout 60 sh " + script.string() + " > " + out.string() +
                                  " 2> " + err.string() + " < /dev/null")
                                     .c_str());
  const std::string printed = ReadWhole(out), said = ReadWhole(err);
  EXPECT_TRUE(WIFEXITED(status));
  EXPECT_EQ(WEXITSTATUS(status), c.exit) << c.where << "\n" << c.commands << printed << said;
  if (c.check_out) {
    EXPECT_EQ(printed, c.out) << c.where;
  }
  for (const std::string& part : c.out_holds) {
    EXPECT_NE(printed.find(part), std::string::npos) << c.where << ": no \"" << part << "\" in\n" << printed;
  }
  for (const std::string& part : c.err_holds) {
    EXPECT_NE(said.find(part), std::string::npos) << c.where << ": no \"" << part << "\" in\n" << said;
  }
  if (c.err_holds.empty()) {
    EXPECT_EQ(said, "") << c.where;
  }
  fs::remove_all(folder);
}

std::string NameOf(const testing::TestParamInfo<Case>& info) {
  std::string name = info.param.where.substr(0, info.param.where.find('.')) + "_";
  for (char c : info.param.name) name += std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(, CommandTest, testing::ValuesIn(ReadCases()), NameOf);

}  // namespace
