#include "tools/compiler/models/model_file.h"

#include <fstream>
#include <string>

#include "gtest/gtest.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/models/perceptron.h"

namespace pith::compiler {
namespace {

std::string LittleEndian(uint32_t value) {
  std::string bytes;
  for (int i = 0; i < 4; ++i) bytes.push_back(static_cast<char>(value >> (8 * i)));
  return bytes;
}

// Two classes, one bucket, one feature (low bits 5): +3 for class 0, -2 for class 1, as codes.
std::string TinyClassifier() {
  const std::string record("\x05\x00\x02\x00\x03\x01\xfe", 7);
  return LittleEndian(2) + LittleEndian(0) + LittleEndian(0) + LittleEndian(static_cast<uint32_t>(record.size())) +
         record;
}

std::string TinyFile() { return MakeModelFile({{"names", TinyClassifier()}, {"note", "ab"}}); }

std::string Write(const std::string& name, const std::string& bytes) {
  const std::string path = ::testing::TempDir() + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(ModelFileTest, ReadsBackWhatWasWritten) {
  const absl::StatusOr<Models> models = Models::Load(Write("good.model", TinyFile()));
  ASSERT_TRUE(models.ok()) << models.status();
  EXPECT_EQ(models->names().classes(), 2);
  EXPECT_EQ(models->lemma().classes(), 0);
  EXPECT_FALSE(models->syntax().loaded());
  EXPECT_EQ(models->TagPos(0), Pos::kX);
  EXPECT_EQ(models->Section("note").size(), 2u);
  EXPECT_TRUE(models->Section("nothing").empty());
}

TEST(ModelFileTest, MovingKeepsViewsValid) {
  absl::StatusOr<Models> loaded = Models::FromBytes(TinyFile());
  ASSERT_TRUE(loaded.ok());
  const Models moved = *std::move(loaded);
  EXPECT_EQ(moved.names().classes(), 2);
  EXPECT_EQ(moved.Section("note").U8(1), 'b');
}

TEST(ModelFileTest, MissingFile) {
  const absl::Status status = Models::Load(::testing::TempDir() + "nowhere.model").status();
  EXPECT_TRUE(absl::IsNotFound(status));
  EXPECT_NE(status.message().find("nowhere.model"), absl::string_view::npos);
}

TEST(ModelFileTest, ForeignFilesAndFolders) {
  EXPECT_TRUE(absl::IsInvalidArgument(Models::Load(Write("empty.model", "")).status()));
  EXPECT_TRUE(absl::IsInvalidArgument(Models::Load(Write("text.model", std::string(100, 'x'))).status()));
  EXPECT_TRUE(absl::IsInvalidArgument(Models::Load(::testing::TempDir()).status()));
}

TEST(ModelFileTest, OtherVersions) {
  for (const uint32_t version : {0u, kModelVersion - 1, kModelVersion + 1}) {
    std::string file = TinyFile();
    file[8] = static_cast<char>(version);
    const absl::Status status = Models::FromBytes(file).status();
    EXPECT_TRUE(absl::IsFailedPrecondition(status)) << version;
    EXPECT_NE(status.message().find("version"), absl::string_view::npos);
  }
}

TEST(ModelFileTest, EveryCutAndEveryFlippedByteIsNoticed) {
  const std::string file = TinyFile();
  for (size_t size = 0; size < file.size(); ++size) EXPECT_FALSE(Models::FromBytes(file.substr(0, size)).ok()) << size;
  for (size_t at = 0; at < file.size(); ++at) {
    std::string damaged = file;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_FALSE(Models::FromBytes(damaged).ok()) << at;
  }
}

TEST(ModelFileTest, RefusesBadSectionsUnderAGoodChecksum) {
  EXPECT_FALSE(Models::FromBytes(MakeModelFile({{"syntax.net", LittleEndian(9)}})).ok()) << "tables are missing";
  EXPECT_FALSE(Models::FromBytes(MakeModelFile({{"lemma.rules", std::string("\x01\x09x", 3)}})).ok());
  EXPECT_FALSE(Models::FromBytes(MakeModelFile({{"lemma", TinyClassifier()}})).ok()) << "rules are missing";
  EXPECT_FALSE(Models::FromBytes(MakeModelFile({{"clusters", LittleEndian(3)}})).ok());
  std::string cls = TinyClassifier();
  cls[cls.size() - 2] = 2;  // a class that does not exist
  EXPECT_FALSE(Models::FromBytes(MakeModelFile({{"names", cls}})).ok());
  std::string long_record = TinyClassifier();
  long_record[long_record.size() - 5] = 3;  // one entry more than there is
  EXPECT_FALSE(Models::FromBytes(MakeModelFile({{"names", long_record}})).ok());
}

TEST(LinearModelTest, WeightsAreSquaresWithASign) {
  const std::string bytes = TinyClassifier();
  LinearModel model;
  ASSERT_TRUE(model.Open(AsBytes(bytes)).ok());
  int32_t scores[2];
  const Feature known[] = {5, 5};
  model.Score(known, absl::MakeSpan(scores));
  EXPECT_EQ(scores[0], 18);
  EXPECT_EQ(scores[1], -8);
  const Feature unknown[] = {6};
  model.Score(unknown, absl::MakeSpan(scores));
  EXPECT_EQ(scores[0], 0);
  EXPECT_EQ(scores[1], 0);
}

}  // namespace
}  // namespace pith::compiler
