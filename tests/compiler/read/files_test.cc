#include "tools/compiler/read/files.h"

#include <dirent.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace pith::compiler {
namespace {

class FilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = ::testing::TempDir() + "/pith-files-XXXXXX";
    ASSERT_NE(mkdtemp(&pattern[0]), nullptr);
    folder_ = pattern;
  }

  void TearDown() override {
    for (const std::string& name : Names()) unlink((folder_ + "/" + name).c_str());
    rmdir(folder_.c_str());
  }

  std::vector<std::string> Names() const {
    std::vector<std::string> names;
    DIR* const folder = opendir(folder_.c_str());
    if (folder == nullptr) return names;
    while (const dirent* entry = readdir(folder)) {
      const std::string name = entry->d_name;
      if (name != "." && name != "..") names.push_back(name);
    }
    closedir(folder);
    return names;
  }

  std::string Path(const std::string& name) const { return folder_ + "/" + name; }

  std::string folder_;
};

TEST_F(FilesTest, WritesAndReadsBack) {
  const std::string bytes("a\0b\xFF\n", 5);
  ASSERT_TRUE(WriteFileAtomically(Path("f"), bytes).ok());
  EXPECT_EQ(*ReadFile(Path("f"), 5), bytes);
  ASSERT_TRUE(WriteFileAtomically(Path("f"), "").ok());
  EXPECT_EQ(*ReadFile(Path("f"), 5), "");
  EXPECT_EQ(Names().size(), 1u);  // nothing is left beside it
}

TEST_F(FilesTest, ReadsNoMoreThanTheLimit) {
  ASSERT_TRUE(WriteFileAtomically(Path("f"), std::string(1000001, 'x')).ok());
  EXPECT_EQ(ReadFile(Path("f"), 1000001)->size(), 1000001u);
  EXPECT_EQ(ReadFile(Path("f"), 1000000).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(ReadFile("/dev/zero", 1 << 20).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST_F(FilesTest, TellsErrorsApart) {
  EXPECT_EQ(ReadFile(Path("missing"), 9).status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReadFile(folder_, 9).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(WriteFileAtomically(Path("no/such"), "x").code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(WriteFileAtomically("/dev/full", "x").code(), absl::StatusCode::kResourceExhausted);
  EXPECT_TRUE(WriteFileAtomically("/dev/null", "x").ok());
}

TEST_F(FilesTest, KeepsTheOldFileWhenItFails) {
  ASSERT_TRUE(WriteFileAtomically(Path("f"), "old").ok());
  // A limit on the size of files stands for a full disk.
  rlimit before;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto old_handler = signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 1000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const absl::Status status = WriteFileAtomically(Path("f"), std::string(5000, 'x'));
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  signal(SIGXFSZ, old_handler);
  EXPECT_EQ(status.code(), absl::StatusCode::kResourceExhausted);
  EXPECT_EQ(*ReadFile(Path("f"), 9), "old");
  EXPECT_EQ(Names().size(), 1u);  // nothing half-written stays
}

TEST_F(FilesTest, RemovesWhatKilledWritersLeft) {
  const std::string mine = ".pith-" + std::to_string(getpid()) + "-7.tmp", nobodys = ".pith-2147483647-0.tmp";
  for (const std::string& name : {mine, nobodys, std::string(".pith-x.tmp")}) std::ofstream(Path(name)) << "half";
  ASSERT_TRUE(WriteFileAtomically(Path("f"), "new").ok());
  EXPECT_TRUE(ReadFile(Path(mine), 9).ok());
  EXPECT_TRUE(ReadFile(Path(".pith-x.tmp"), 9).ok());
  EXPECT_FALSE(ReadFile(Path(nobodys), 9).ok());
}

TEST_F(FilesTest, KeepsPermissionsAndFollowsLinks) {
  ASSERT_TRUE(WriteFileAtomically(Path("f"), "old").ok());
  ASSERT_EQ(chmod(Path("f").c_str(), 0640), 0);
  ASSERT_EQ(symlink("f", Path("link").c_str()), 0);
  ASSERT_TRUE(WriteFileAtomically(Path("link"), "new").ok());
  EXPECT_EQ(*ReadFile(Path("f"), 9), "new");
  struct stat info;
  ASSERT_EQ(lstat(Path("link").c_str(), &info), 0);
  EXPECT_TRUE(S_ISLNK(info.st_mode));
  ASSERT_EQ(stat(Path("f").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777u, 0640u);
}

TEST_F(FilesTest, WritesIntoPipes) {
  ASSERT_EQ(mkfifo(Path("pipe").c_str(), 0600), 0);
  std::string read;
  std::thread reader([&] {
    std::ifstream in(Path("pipe"));
    std::getline(in, read);
  });
  EXPECT_TRUE(WriteFileAtomically(Path("pipe"), "through\n").ok());
  reader.join();
  EXPECT_EQ(read, "through");
  struct stat info;
  ASSERT_EQ(stat(Path("pipe").c_str(), &info), 0);
  EXPECT_TRUE(S_ISFIFO(info.st_mode));
}

}  // namespace
}  // namespace pith::compiler
