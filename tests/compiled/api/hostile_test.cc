// Damaged files: whatever the bytes are, no call reads elsewhere, hangs or breaks the promises that hold for any index.
// Of most use under sanitizers, and a crash shows without them.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "engine/index/index.h"
#include "tests/compiled/oracle.h"
#include "tests/support/asking.h"
#include "tests/support/call_everything.h"
#include "tests/support/language_sections.h"

namespace pith::testing {
namespace {

// Three small articles through the whole compiler, so that every table has something in it; for the language block
// given.
std::string IndexFor(const std::string& block) {
  Language language;
  EXPECT_EQ(Language::Open(AsBytes(block), &language), PITH_OK);
  return FileOf(
      {Compiled("a",
                "Mrs Ilse Varga founded the Orrendal Bird Society (OBS) in 1951. According to the guide, she counted "
                "about 40 cranes, 12 storks and two owls on the marsh. It closed on 3 May 1990 because the river had "
                "risen.",
                "2020-02-29", language),
       Compiled("b", "The ferry to Brund takes two hours. It was built by Ilse Varga's son.", "", language),
       Compiled("c", "The society of Orrendal closed.", "", language)},
      block);
}

// What is changed at thousands of places is asked without the reader, whose milliseconds under sanitizers would make
// hours of it; with it, at fewer places.
const std::string& GoodIndex() {
  static const auto* const file = new std::string(IndexFor(TinyLanguageBlock()));
  return *file;
}

const std::string& GoodIndexToRead() {
  static const auto* const file = new std::string(IndexFor(LanguageBlock()));
  return *file;
}

const char* const kHostileQuestions[] = {"Who founded the Orrendal Bird Society?", "How many cranes did Varga count?",
                                         "When did it close?", "Orendal socity ferries"};

// Calls everything on a copy of its own size, so that a read past the end is one past the allocation. Whether it
// opened.
bool Try(const std::string& file, const std::string& language, bool verify) {
  const std::vector<char> bytes(file.begin(), file.end()), block(language.begin(), language.end());
  pith_index index;
  if (pith_open(bytes.data(), bytes.size(), block.data(), block.size(), &index) != PITH_OK) return false;
  EverythingCaller caller(index);
  caller.Walk();
  for (const char* const question : kHostileQuestions) caller.Ask(question, std::strlen(question));
  caller.Search(kHostileQuestions[3], std::strlen(kHostileQuestions[3]));
  caller.Summarize(nullptr, 0);
  caller.Summarize(kHostileQuestions[1], std::strlen(kHostileQuestions[1]));
  caller.Lookup("Varga", 5, "founded", 7);
  caller.Lookup("Ilse Varga", 10, nullptr, 0);
  if (verify) caller.Verify();
  if (caller.broken() != nullptr) ADD_FAILURE() << caller.broken();
  return true;
}

// The same for a set in which the file stands before and behind a good one, without one of its articles.
bool TryInSet(const std::string& file, const std::string& good, const std::string& block) {
  const std::vector<char> bytes(file.begin(), file.end());
  pith_index members[3], set;
  for (int i = 0; i < 3; ++i) {
    const pith_status status = i == 1 ? pith_open(good.data(), good.size(), block.data(), block.size(), &members[i])
                                      : pith_open(bytes.data(), bytes.size(), block.data(), block.size(), &members[i]);
    if (status != PITH_OK) return false;
  }
  const pith_text withdrawn = {"c", 1};
  uint32_t left_out[20];
  if (pith_open_set(members, 3, &withdrawn, 1, left_out, 20, &set, nullptr) != PITH_OK) return false;
  EverythingCaller caller(set);
  caller.Walk();
  for (const char* const question : kHostileQuestions) caller.Ask(question, std::strlen(question));
  caller.Search(kHostileQuestions[3], std::strlen(kHostileQuestions[3]));
  caller.Lookup("Varga", 5, "founded", 7);
  if (caller.broken() != nullptr) ADD_FAILURE() << caller.broken();
  return true;
}

// Makes the header's checksum right again, and with it whatever opening looks at first.
std::string Repaired(std::string file) {
  PutU32(&file, 24, 0);
  const uint64_t table_end = kHeaderBytes + uint64_t{U32At(file, 12)} * SectionRecord::kBytes;
  if (table_end <= file.size()) PutU32(&file, 24, Crc32(AsBytes(file).Sub(0, table_end)));
  return file;
}

TEST(HostileTest, TheGoodIndexAnswers) {
  EXPECT_TRUE(Try(GoodIndexToRead(), LanguageBlock(), true));
  EXPECT_TRUE(Try(GoodIndex(), TinyLanguageBlock(), true));
  const OpenFile file(GoodIndexToRead());
  EXPECT_FALSE(file.Ask(0, kHostileQuestions[1]).empty());
  pith_article article;
  ASSERT_EQ(pith_get_article(file.get(), 0, &article), PITH_OK);
  EXPECT_GT(article.facts, 0u);
  EXPECT_GT(article.events, 0u);
  EXPECT_GT(article.entities, 0u);
}

TEST(HostileTest, EveryByteOfAnIndexChanged) {
  uint32_t opened = 0, tried = 0;
  for (size_t i = 0; i < GoodIndex().size(); ++i) {
    for (const int change : {0x00, 0xFF, 0x01, 0x80}) {
      std::string file = GoodIndex();
      // Set to the first two, flipped by the others.
      file[i] = static_cast<char>(change == 0x00 || change == 0xFF ? change : file[i] ^ change);
      if (file[i] == GoodIndex()[i]) continue;
      ++tried;
      opened += Try(Repaired(file), TinyLanguageBlock(), i % 16 == 0) ? 1 : 0;
    }
  }
  EXPECT_GT(opened, tried / 2) << "most of a file is not looked at when opening";
}

TEST(HostileTest, EveryByteOfAMemberChanged) {
  const std::string good =
      FileOf({Compiled("d", "Ilse Varga rowed to Brund in 1960. The ferry was closed.", "",
                       [] {
                         Language language;
                         EXPECT_EQ(Language::Open(AsBytes(TinyLanguageBlock()), &language), PITH_OK);
                         return language;
                       }())},
             TinyLanguageBlock());
  uint32_t opened = 0, tried = 0;
  for (size_t i = 0; i < GoodIndex().size() + good.size(); i += 3) {
    const bool one = i >= GoodIndex().size();  // the index of one article, which has no sections that find it
    std::string file = one ? good : GoodIndex();
    file[one ? i - GoodIndex().size() : i] ^= static_cast<char>(i % 2 == 0 ? 0xFF : 0x81);
    ++tried;
    opened += TryInSet(Repaired(file), one ? GoodIndex() : good, TinyLanguageBlock()) ? 1 : 0;
  }
  EXPECT_GT(opened, tried / 2);
}

// Changes many bytes of an index at once, a number of times; how many of them opened.
uint32_t TryManyChanges(const std::string& good, const std::string& block, int times) {
  Random random(7);
  uint32_t opened = 0;
  for (int i = 0; i < times; ++i) {
    std::string file = good;
    // Numbers of four bytes and runs of bytes, most of them behind header and table.
    const uint32_t first = random.Next(8) == 0 ? 8 : kHeaderBytes + 6 * SectionRecord::kBytes;
    for (uint32_t n = 1 + random.Next(6); n > 0; --n) {
      const uint32_t at = first + random.Next(static_cast<uint32_t>(file.size()) - first - 16);
      const std::vector<uint32_t> numbers = {0,          1,          0x7FFFFFFF,          0x80000000,
                                             0xFFFFFFFE, 0xFFFFFFFF, random.Next(1 << 16)};
      if (random.Next(2) == 0) {
        PutU32(&file, at / 4 * 4, random.Pick(numbers));
      } else {
        for (uint32_t k = 0; k < 1 + random.Next(12); ++k) file[at + k] = static_cast<char>(random.Next(256));
      }
    }
    opened += Try(Repaired(file), block, i % 8 == 0) ? 1 : 0;
  }
  return opened;
}

TEST(HostileTest, ManyBytesOfAnIndexChanged) {
  EXPECT_GT(TryManyChanges(GoodIndex(), TinyLanguageBlock(), 4000), 2000u);
  EXPECT_GT(TryManyChanges(GoodIndexToRead(), LanguageBlock(), 300), 150u);
}

TEST(HostileTest, EveryNumberOfAPartAtItsLimits) {
  // Each four bytes at once, which no change of single bytes reaches: counts and offsets that overflow.
  uint32_t opened = 0;
  for (size_t i = 0; i + 4 <= GoodIndex().size(); i += 4) {
    for (const uint32_t number : {0xFFFFFFFFu, 0x80000000u, 0x7FFFFFFFu}) {
      std::string file = GoodIndex();
      PutU32(&file, i, number);
      opened += Try(Repaired(file), TinyLanguageBlock(), false) ? 1 : 0;
    }
  }
  EXPECT_GT(opened, GoodIndex().size() / 4);
}

TEST(HostileTest, AFileCutAnywhereDoesNotOpen) {
  for (size_t size = 0; size < GoodIndex().size(); size += 1 + size / 64) {
    EXPECT_FALSE(Try(GoodIndex().substr(0, size), TinyLanguageBlock(), false)) << size;
  }
}

TEST(HostileTest, ChangedLanguageBlocks) {
  Random random(11);
  uint32_t opened = 0;
  const std::string& good = LanguageBlock();
  const auto attempt = [&](const std::string& block) { opened += Try(GoodIndexToRead(), block, false) ? 1 : 0; };
  // Header and table byte by byte, the rest by samples.
  const size_t table_end = kLanguageHeaderBytes + U32At(good, 12) * SectionRecord::kBytes;
  for (size_t i = 0; i < table_end; ++i) {
    // The hash is what the index asks for; the checksum is set right.
    if (i >= kLanguageHashAt && i < kLanguageCrcAt + 4) continue;
    for (const int change : {0x00, 0xFF, 0x01}) {
      std::string block = good;
      block[i] = static_cast<char>(change == 1 ? block[i] ^ 1 : change);
      RepairBlock(&block);
      attempt(block);
    }
  }
  const Table<SectionRecord> sections(AsBytes(good).Sub(kLanguageHeaderBytes, table_end - kLanguageHeaderBytes));
  for (uint32_t s = 0; s < sections.size(); ++s) {
    const SectionRecord section = sections[s];
    if (section.size == 0) continue;
    for (int i = 0; i < 60; ++i) {
      std::string block = good;
      // The first bytes of a section hold its limits and counts; large sections are changed in many places at once.
      const uint64_t near = section.size < 64 || i % 2 == 0 ? std::min<uint64_t>(section.size, 16) : section.size;
      for (uint64_t n = 0; n < 1 + near / 32; ++n) {
        const size_t at = section.offset + random.Next(static_cast<uint32_t>(near));
        block[at] = static_cast<char>(random.Next(3) == 0 ? 0xFF : random.Next(256));
      }
      attempt(block);
    }
  }
  EXPECT_GT(opened, 500u);
}

TEST(HostileTest, QuestionsOfAnyBytes) {
  Random random(13);
  const OpenFile file(GoodIndexToRead());
  for (int i = 0; i < 3000; ++i) {
    std::string question = kHostileQuestions[i % 4];
    for (uint32_t n = random.Next(12); n > 0; --n) {
      const uint32_t at = random.Next(static_cast<uint32_t>(question.size()));
      if (random.Next(2) == 0) {
        question[at] = static_cast<char>(random.Next(256));
      } else {
        question.insert(at, std::vector<std::string>{"\xF0\x9F\x98", "'s", "\xE2\x80\x99", "who ", "-", "of ",
                                                     "\xFF"}[random.Next(7)]);
      }
    }
    const std::vector<char> bytes(question.begin(), question.end());
    EverythingCaller caller(*file.get());
    caller.Ask(bytes.data(), bytes.size());
    caller.Search(bytes.data(), bytes.size());
    caller.Summarize(bytes.data(), bytes.size());
    caller.Lookup(bytes.data(), bytes.size(), bytes.data(), bytes.size());
    ASSERT_EQ(caller.broken(), nullptr) << question;
  }
}

}  // namespace
}  // namespace pith::testing
