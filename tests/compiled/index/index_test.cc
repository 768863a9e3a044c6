#include "engine/index/index.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/index/members.h"
#include "tests/support/language_sections.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

TEST(IndexTest, OpensWithItsOwnLanguageBlock) {
  const std::string file = IndexOf({Observatory()}, /*embed_language=*/true);
  pith_index index;
  ASSERT_EQ(pith_open(file.data(), file.size(), nullptr, 0, &index), PITH_OK);
  const OpenedIndex* opened = OpenedIn(&index);
  ASSERT_NE(opened, nullptr);
  EXPECT_EQ(opened->size(), 1u);
  EXPECT_EQ(opened->meta.sentences, 3u);
  EXPECT_EQ(opened->meta.facts, 5u);
  EXPECT_EQ(Compare(opened->language.hash(), TestLanguage().hash()), 0);
  EXPECT_EQ(opened->terms.size(), 0u) << "one article needs no TERM";
}

TEST(IndexTest, AnIndexMayBeCopied) {
  const std::string file = IndexOf({Observatory(), Harbour()});
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  const pith_index copy = index;
  ASSERT_NE(OpenedIn(&copy), nullptr);
  EXPECT_EQ(OpenedIn(&copy)->size(), 2u);
}

TEST(IndexTest, NeedsTheLanguageBlockThatItNames) {
  const std::string file = IndexOf({Harbour()});
  pith_index index;
  EXPECT_EQ(pith_open(file.data(), file.size(), nullptr, 0, &index), PITH_NO_LANGUAGE);
  EXPECT_EQ(OpenedIn(&index), nullptr) << "a failed index stays shut";
  for (const uint32_t at : {kLanguageHashAt, kLanguageHashAt + kLanguageHashBytes - 1}) {
    std::string other = LanguageBlock();
    other[at] = static_cast<char>(other[at] ^ 1);
    EXPECT_EQ(pith_open(file.data(), file.size(), other.data(), other.size(), &index), PITH_DAMAGED) << "its checksum";
    RepairBlock(&other);
    EXPECT_EQ(pith_open(file.data(), file.size(), other.data(), other.size(), &index), PITH_WRONG_LANGUAGE);
  }
  EXPECT_EQ(Open(file, &index), PITH_OK);
}

TEST(IndexTest, FindsTheArticlesOfAWord) {
  const std::string file = IndexOf({Observatory(), Harbour()});
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  const OpenedIndex& opened = *OpenedIn(&index);
  const auto articles_of = [&opened](const std::string& word) {
    std::vector<uint32_t> articles;
    const Range range = PostingsIn(opened, TestLanguage().Find(AsBytes(word)).key);
    for (uint32_t i = range.begin; i < range.end; ++i) articles.push_back(opened.postings[i].sentence());
    return articles;
  };
  EXPECT_EQ(articles_of("verne"), (std::vector<uint32_t>{0, 1}));
  EXPECT_EQ(articles_of("harbour"), (std::vector<uint32_t>{1}));
  EXPECT_EQ(articles_of("submarine"), (std::vector<uint32_t>{}));
}

// What a change to a good file makes of it.
struct Change {
  const char* what;
  size_t at;
  uint32_t value;
  pith_status status;
};

TEST(IndexTest, RefusesWrongHeadersAndTables) {
  const std::string good = IndexOf({Harbour()});
  const size_t dire = EntryOf(good, "DIRE"), meta = EntryOf(good, "META"), ids = EntryOf(good, "IDIX");
  const uint32_t size = static_cast<uint32_t>(good.size());
  for (const Change& change : std::vector<Change>{
           {"magic", 0, FourLetters("PITS"), PITH_NOT_PITH},
           {"the next major version", 8, 2, PITH_TOO_NEW},
           {"a later minor version", 8, 1 | 9 << 16, PITH_OK},
           {"a minor version from before the first release", 8, 1 | 1 << 16, PITH_TOO_OLD},
           {"no version", 8, 0, PITH_DAMAGED},
           {"more sections than may be", 12, kMaxSections + 1, PITH_DAMAGED},
           {"more sections than fit", 12, 60, PITH_DAMAGED},
           {"longer than it is", 16, size + 8, PITH_CUT_SHORT},
           {"much longer than it is", 20, 0x80000000, PITH_CUT_SHORT},
           {"a section twice", dire, FourLetters("META"), PITH_DAMAGED},
           {"an unknown section in place of a needed one", dire, FourLetters("WHAT"), PITH_TOO_NEW},
           {"a section behind the end", dire + 8, size, PITH_DAMAGED},
           {"a section far behind the end", dire + 12, 0xFFFFFFFF, PITH_DAMAGED},
           {"a section too long", ids + 16, size, PITH_DAMAGED},
           {"a section over the one before", dire + 8, U32At(good, meta + 8), PITH_DAMAGED},
           {"a section over the table", meta + 8, 32, PITH_DAMAGED},
           {"a section not aligned", dire + 8, U32At(good, dire + 8) + 4, PITH_DAMAGED},
           {"a directory of half a record", dire + 16, 8, PITH_DAMAGED},
       }) {
    std::string file = good;
    PutU32(&file, change.at, change.value);
    if (change.at >= kHeaderBytes || change.at == 8) {
      // Only the header's checksum: sections may lie anywhere now.
      PutU32(&file, 24, 0);
      PutU32(&file, 24, Crc32(AsBytes(file).Sub(0, kHeaderBytes + U32At(file, 12) * SectionRecord::kBytes)));
    }
    pith_index index;
    EXPECT_EQ(Open(file, &index), change.status) << change.what;
  }
}

TEST(IndexTest, SkipsUnknownSectionsThatMayBeSkipped) {
  std::string file = IndexOf({Observatory(), Harbour()});
  PutU32(&file, EntryOf(file, "POST"), FourLetters("NEWS"));
  PutU32(&file, EntryOf(file, "TERM"), FourLetters("NEXT"));
  Repair(&file);
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  EXPECT_EQ(OpenedIn(&index)->terms.size(), 0u);
}

TEST(IndexTest, ManyMoreArticlesThanThereAreIsDamage) {
  std::string file = IndexOf({Harbour()});
  PutU32(&file, SectionOf(file, "META").offset + 56, 0x10000000);
  Repair(&file);
  pith_index index;
  EXPECT_EQ(Open(file, &index), PITH_DAMAGED);
}

TEST(IndexTest, EveryTruncationIsAStatus) {
  for (const bool embed : {false, true}) {
    const std::string file = IndexOf({Observatory(), Harbour()}, embed);
    const size_t step = embed ? 997 : 1;
    for (size_t size = 0; size < file.size(); size += step) {
      // A copy of its own, so that a read behind the end is seen by the sanitizer.
      const std::vector<char> cut(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(size));
      pith_index index;
      const pith_status status =
          pith_open(cut.data(), cut.size(), LanguageBlock().data(), LanguageBlock().size(), &index);
      EXPECT_EQ(status, size == 0 ? PITH_NOT_PITH : PITH_CUT_SHORT) << size << " bytes";
    }
  }
}

TEST(IndexTest, BytesBehindTheEndAreLeftAlone) {
  std::string file = IndexOf({Harbour()});
  file += std::string(100, 'x');
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  pith_fault fault;
  EXPECT_EQ(pith_verify(&index, &fault), PITH_DAMAGED) << "but the full check tells";
  EXPECT_EQ(fault.offset, file.size() - 100);
}

TEST(IndexTest, ATableThatIsNotAsLongAsItSaysIsDamage) {
  const std::string good = IndexOf({Observatory(), Harbour()});
  for (const size_t table : {SectionOf(good, "TERM").offset, SectionOf(good, "POST").offset}) {
    const auto open_with = [&](size_t at, uint32_t value) {
      std::string file = good;
      PutU32(&file, table + at, value);
      Repair(&file);
      pith_index index;
      return Open(file, &index);
    };
    const uint32_t records = U32At(good, table), widths = U32At(good, table + 4);
    EXPECT_EQ(open_with(0, records), PITH_OK);
    for (const uint32_t other : {0u, 1u, 0xFFFFFFFFu}) EXPECT_EQ(open_with(0, other), PITH_DAMAGED) << other;
    EXPECT_EQ(open_with(4, widths + 8), PITH_DAMAGED) << "a field that is wider";
    EXPECT_EQ(open_with(4, widths | 0x7F), PITH_DAMAGED) << "a field that is too wide";
  }
}

TEST(OpenPackedTest, AFieldIsNotWiderThanInMemory) {
  PackedTable<PostingRecord> postings;
  EXPECT_TRUE(OpenPacked(AsBytes(std::string("\1\0\0\0\x08\x18----", 10)), &postings));
  EXPECT_EQ(postings.size(), 1u);
  EXPECT_FALSE(OpenPacked(AsBytes(std::string("\1\0\0\0\x10\x10----", 10)), &postings)) << "a weight of 16 bits";
  EXPECT_EQ(postings.size(), 0u);
  EXPECT_FALSE(OpenPacked(AsBytes(std::string("\1\0\0\0\x40\x00--------", 14)), &postings));
}

TEST(FindKeyTest, AgreesWithAScan) {
  // Keys 10, 20, 30 and the record past the last, of 8 bits each.
  const std::string bytes = {8, 8, 10, 0, 20, 1, 30, 2, 40, 3};
  const PackedTable<TermRecord> terms(AsBytes(bytes), 4, 16);
  EXPECT_EQ(FindKey(terms, 10), 0u);
  EXPECT_EQ(FindKey(terms, 20), 1u);
  EXPECT_EQ(FindKey(terms, 30), 2u);
  for (const uint32_t key : {0u, 15u, 35u, 40u, kNone}) EXPECT_EQ(FindKey(terms, key), kNone) << key;
  EXPECT_EQ(FindKey(PackedTable<TermRecord>(), 10), kNone);
}

}  // namespace
}  // namespace pith::testing
