#include "engine/index/part.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "tests/support/recoded.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

class PartTest : public ::testing::Test {
 protected:
  void SetUp() override { bytes_ = Widened(PartOf(Observatory())).bytes; }

  size_t At(PartTable table, size_t number) const { return RecordAt(bytes_, 0, table, number); }

  // Changes 32 bits of a record and opens the part.
  Part Changed(PartTable table, size_t number, size_t field, uint32_t value) {
    PutU32(&bytes_, At(table, number) + field, value);
    Part part;
    EXPECT_TRUE(part.Open(AsBytes(bytes_)));
    return part;
  }

  std::string bytes_;
};

TEST_F(PartTest, PlacesEveryTable) {
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(bytes_)));
  EXPECT_EQ(AsString(part.text), Observatory().article.text);
  EXPECT_EQ(part.sentences.size(), 3u);
  EXPECT_EQ(part.entities.size(), 2u);
  EXPECT_EQ(part.aliases.size(), 2u);
  EXPECT_EQ(part.mentions.size(), 5u);
  EXPECT_EQ(SentenceOf(part, 0).candidates.size(), 1u);
  EXPECT_EQ(part.values.size(), 3u);
  EXPECT_EQ(part.claims.size(), 1u);
  EXPECT_EQ(part.facts.size(), 5u);
  EXPECT_EQ(part.events.size(), 2u);
  EXPECT_EQ(part.order.size(), 3u);
  EXPECT_EQ(AsString(part.String(part.head[0].title)), "The Lumen Observatory");
}

TEST_F(PartTest, PackedAndWideRecordsAreTheSame) {
  const std::string packed = PartOf(Observatory()).bytes;
  EXPECT_LT(packed.size() * 3 / 2, bytes_.size());
  Part narrow, wide;
  ASSERT_TRUE(narrow.Open(AsBytes(packed)));
  ASSERT_TRUE(wide.Open(AsBytes(bytes_)));
  for (uint32_t i = 0; i <= wide.mentions.size(); ++i) {  // the last: outside, zeros
    const MentionRecord a = narrow.mentions[i], b = wide.mentions[i];
    EXPECT_EQ(std::tie(a.sentence, a.begin, a.end), std::tie(b.sentence, b.begin, b.end));
    EXPECT_EQ(narrow.mentions.FirstField(i), b.sentence);
  }
  for (uint32_t i = 0; i < wide.facts.size(); ++i) {
    EXPECT_EQ(narrow.facts[i].when, wide.facts[i].when);
    EXPECT_EQ(narrow.facts[i].importance, wide.facts[i].importance);
    EXPECT_EQ(narrow.MakeFact(0, i).id, wide.MakeFact(0, i).id);
  }
}

TEST_F(PartTest, RefusesRecordsOfNoBitsAndFieldsOfMoreThan64) {
  const auto kOrder = PartTable::kOrder;
  const size_t at = RecordAt(bytes_, 0, kOrder, 0);  // its one width lies before it
  for (const int width : {0, 65, 127, 128, 255}) {
    std::string wrong = bytes_;
    wrong[at - 1] = static_cast<char>(width);
    Part part;
    EXPECT_FALSE(part.Open(AsBytes(wrong))) << width;
  }
}

TEST_F(PartTest, RefusesOtherSizesThanItsOwn) {
  Part part;
  EXPECT_FALSE(part.Open(Bytes()));
  for (size_t size = 0; size < bytes_.size(); ++size) EXPECT_FALSE(part.Open(AsBytes(bytes_).Sub(0, size))) << size;
  bytes_ += "more";
  EXPECT_FALSE(part.Open(AsBytes(bytes_)));
}

TEST_F(PartTest, RefusesCountsThatDoNotFit) {
  for (uint32_t table = 0; table < AsBytes(bytes_).U16(4); ++table) {
    std::string wrong = bytes_;
    wrong[kPartHeaderBytes + 2 * table] = wrong[kPartHeaderBytes + 2 * table + 1] = static_cast<char>(0xFF);
    Part part;
    EXPECT_FALSE(part.Open(AsBytes(wrong))) << "table " << table;
  }
}

TEST_F(PartTest, SkipsTablesThatItDoesNotKnow) {
  // One more table of three records of eight bytes: its count goes behind the others, its records to the end.
  std::string newer = bytes_;
  const uint32_t tables = AsBytes(bytes_).U16(4);  // the last of those it knows are left out
  newer.insert(kPartHeaderBytes + 2 * tables, std::string(2 * (kPartTables - tables), '\0') + std::string("\3\0", 2));
  newer += std::string(24, 'x');
  PutU32(&newer, 0, static_cast<uint32_t>(newer.size()));
  newer[4] = static_cast<char>(kPartTables + 1);
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(newer)));
  EXPECT_EQ(AsString(part.text), Observatory().article.text);
  EXPECT_EQ(part.order.size(), 3u);
}

TEST_F(PartTest, CodesOfSentencesFollowOneAnother) {
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(bytes_)));
  uint64_t token = 0, candidate = 0;
  for (uint32_t s = 0; s < part.sentences.size(); ++s) {
    EXPECT_EQ(part.sentences[s].token_codes, token);
    EXPECT_EQ(part.sentences[s].candidate_codes, candidate);
    EXPECT_EQ(part.CandidateCount(s), 1u);
    TokenReader tokens(part, s);
    uint32_t count = 0;
    while (tokens.Next()) ++count;
    EXPECT_EQ(count, part.TokenCount(s));
    CandidateReader candidates(part, s, count);
    while (candidates.Read()) continue;
    token = tokens.bit();
    candidate = candidates.bit();
  }
  EXPECT_EQ((token + 7) / 8, part.tokens.size());
  EXPECT_EQ((candidate + 7) / 8, part.candidates.size());
  EXPECT_EQ(part.TokenCount(3), 0u) << "no such sentence";
  EXPECT_EQ(part.PostingsOf(kNone).size(), 0u);
}

// Rare properties have no codes of their own.
TEST_F(PartTest, WhateverTokensAndCandidatesAreTheyComeBack) {
  std::vector<CodedSentence> written;
  const std::string bytes = Recoded(bytes_, [&](std::vector<CodedSentence>* sentences) {
    for (CodedSentence& sentence : *sentences) {
      for (size_t t = 0; t < sentence.tokens.size(); ++t) {
        TokenRecord& token = sentence.tokens[t];
        token.rel = static_cast<uint8_t>((token.rel + 7 * t) % kRelCount);
        token.tag = static_cast<uint8_t>(t * 37);
        token.head = static_cast<uint8_t>(255 - t * 11);
        token.gap = static_cast<uint16_t>(t * t * 97);
        token.size = static_cast<uint8_t>(t * 13);
      }
      for (uint8_t c = 0; c < 31; ++c) {
        const auto first = static_cast<uint8_t>(c * 91);
        sentence.candidates.push_back({first, static_cast<uint8_t>(first + c * 5), static_cast<uint8_t>(first + c),
                                       static_cast<uint8_t>(c % 16), c % 3 == 0 ? kNone16 : uint16_t{1},
                                       c % 2 == 0 ? kNone16 : uint16_t{1}, static_cast<uint8_t>(c % 7)});
      }
    }
    written = *sentences;
  });
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(bytes)));
  for (uint32_t s = 0; s < written.size(); ++s) {
    const CodedSentence read = SentenceOf(part, s);
    ASSERT_EQ(read.tokens.size(), written[s].tokens.size());
    for (size_t t = 0; t < read.tokens.size(); ++t) {
      const TokenRecord &a = read.tokens[t], &b = written[s].tokens[t];
      EXPECT_EQ(std::tie(a.term, a.gap, a.size, a.head, a.rel, a.tag),
                std::tie(b.term, b.gap, b.size, b.head, b.rel, b.tag));
    }
    ASSERT_EQ(read.candidates.size(), written[s].candidates.size());
    for (size_t c = 0; c < read.candidates.size(); ++c) {
      const CandidateRecord &a = read.candidates[c], &b = written[s].candidates[c];
      EXPECT_EQ(std::tie(a.first, a.last, a.head, a.kind, a.value, a.entity, a.reality),
                std::tie(b.first, b.last, b.head, b.kind, b.value, b.entity, b.reality));
    }
  }
}

TEST_F(PartTest, HostileRangesStayInsideAndInOrder) {
  Part part = Changed(PartTable::kSentences, 1, 8, 0xFFFFFFFF);  // where its tokens' codes begin
  EXPECT_EQ(SentenceOf(part, 1).tokens.size(), part.TokenCount(1)) << "of zeros";
  part = Changed(PartTable::kSentences, 0, 18, 0xFFFFFFFF);  // how many tokens and candidates it has
  EXPECT_EQ(SentenceOf(part, 0).tokens.size(), kMaxSentenceTokens);
  EXPECT_EQ(SentenceOf(part, 0).candidates.size(), kMaxSentenceCandidates);
  part = Changed(PartTable::kTerms, 1, 4, 0xFFFFFFF0);  // first_posting
  EXPECT_EQ(part.PostingsOf(0).end, part.postings.size());
  EXPECT_EQ(part.PostingsOf(1).size(), 0u);
  part = Changed(PartTable::kEntities, 1, 8, 0xFFFFFFFF);  // first_mention
  EXPECT_LE(part.MentionsOf(0).end, part.mentions.size());
  EXPECT_EQ(part.MentionsOf(1).size(), 0u);
}

TEST_F(PartTest, HostileSpansOfTheTextAreCutDown) {
  Part part = Changed(PartTable::kSentences, 0, 4, 0xFFFFFFFF);  // end
  pith_sentence sentence = part.MakeSentence(7, 0);
  EXPECT_EQ(sentence.end, part.text.size());
  EXPECT_EQ(sentence.text.size, part.text.size());
  part = Changed(PartTable::kSentences, 0, 0, 0xFFFFFFFE);  // begin
  sentence = part.MakeSentence(7, 0);
  EXPECT_EQ(sentence.begin, sentence.end);
  EXPECT_EQ(sentence.text.size, 0u);
}

TEST_F(PartTest, HostileStringsAreEmpty) {
  Part part = Changed(PartTable::kStrings, 0, 0, 0xFFFFFFFF);
  EXPECT_EQ(part.String(0).size, 0u);
  part = Changed(PartTable::kStrings, 0, 4, 0xFFFFFFFF);
  EXPECT_EQ(part.String(0).size, 0u);
  EXPECT_EQ(part.String(kNone).size, 0u);
  EXPECT_EQ(part.String(part.strings.size()).size, 0u);
}

TEST_F(PartTest, NoStringRunsFromTheTextIntoThePool) {
  Part part = Changed(PartTable::kStrings, 0, 0, static_cast<uint32_t>(Observatory().article.text.size()) - 2);
  part = Changed(PartTable::kStrings, 0, 4, 4);
  EXPECT_EQ(part.String(0).size, 0u);
}

TEST_F(PartTest, MakesViews) {
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(bytes_)));
  const pith_sentence sentence = part.MakeSentence(7, 1);
  EXPECT_EQ(sentence.article, 7u);
  EXPECT_EQ(sentence.number, 2u);
  EXPECT_EQ(sentence.importance, 5000);
  EXPECT_EQ(AsString(sentence.text), "Its builder, Mrs Verne, made about 40 telescopes for the LO.");
  const Range span = part.SpanOf(1, 3, 5);
  EXPECT_EQ(AsString(part.Text(span)), "Mrs Verne");
  EXPECT_EQ(part.SpanOf(1, 5, 3).size(), 0u);
  EXPECT_EQ(part.SpanOf(1, 3, 99).size(), 0u);
  EXPECT_EQ(part.MakeValue(kNone).kind, PITH_VALUE_NONE);
  EXPECT_EQ(part.MakeValue(part.values.size()).iso.size, 0u);
}

TEST_F(PartTest, ImpactGrowsWithTheWeightAndLessAndLess) {
  Part part;
  ASSERT_TRUE(part.Open(AsBytes(bytes_)));
  const auto impact = [&part](const std::string& word) {
    return part.ImpactOf(part.FindTerm(TestLanguage().Find(AsBytes(word)).key));
  };
  const uint32_t norm = 10 + 6 * part.head[0].words / 120;
  EXPECT_EQ(impact("guide"), 1 + 254 * 16 / (16 + norm)) << "said once";
  EXPECT_EQ(impact("lumen"), 1 + 254 * 72 / (72 + norm)) << "said once, meant once, and in the title";
  EXPECT_EQ(impact("verne"), 1 + 254 * 40 / (40 + norm)) << "said twice, meant once";
}

}  // namespace
}  // namespace pith::testing
