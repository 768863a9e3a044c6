#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "engine/index/part.h"
#include "engine/language/fold.h"
#include "engine/language/word_vectors.h"
#include "tests/support/recoded.h"
#include "tests/support/small_index.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/index_writer.h"
#include "tools/compiler/write/part_writer.h"
#include "tools/compiler/write/records.h"

namespace pith::compiler {
namespace {

using testing::AsBytes;
using testing::AsString;
using testing::Harbour;
using testing::IndexOf;
using testing::LanguageBlock;
using testing::Observatory;
using testing::PartOf;
using testing::SentenceOf;
using testing::Sketch;
using testing::SpanOf;
using testing::TestLanguage;
using testing::U32At;

// Reading a record of distinct bytes and writing it again gives these bytes: Append mirrors Load.
template <typename Record, typename Source = Fields>
void ExpectRoundTrip(const char* name, uint32_t size = SizesOf<Record>().total()) {
  std::string bytes;
  for (uint32_t i = 0; i < size; ++i) bytes += static_cast<char>(0x81 + 2 * i);
  ByteWriter out;
  Append(Record::Load(Source(AsBytes(bytes))), &out);
  EXPECT_EQ(out.bytes(), bytes) << name;
}

TEST(RecordsTest, AppendMirrorsLoad) {
  ExpectRoundTrip<MetaRecord, Bytes>("MetaRecord", MetaRecord::kBytes);
  ExpectRoundTrip<DirectoryRecord>("DirectoryRecord", DirectoryRecord::kBytes);
  ExpectRoundTrip<StringRecord>("StringRecord");
  ExpectRoundTrip<HeadRecord>("HeadRecord");
  ExpectRoundTrip<SentenceRecord>("SentenceRecord");
  ExpectRoundTrip<TermRecord>("TermRecord");
  ExpectRoundTrip<PostingRecord>("PostingRecord");
  ExpectRoundTrip<ValueRecord>("ValueRecord");
  ExpectRoundTrip<EntityRecord>("EntityRecord");
  ExpectRoundTrip<NumberRecord>("NumberRecord");
  ExpectRoundTrip<MentionRecord>("MentionRecord");
  ExpectRoundTrip<ClaimRecord>("ClaimRecord");
  ExpectRoundTrip<FactRecord>("FactRecord");
  ExpectRoundTrip<LookupRecord>("LookupRecord");
  ExpectRoundTrip<EventRecord>("EventRecord");
  ExpectRoundTrip<SuggestionRecord>("SuggestionRecord");
}

TEST(RecordsTest, ASectionsLastFieldIsReserved) {
  ByteWriter out;
  Append(SectionRecord{1, 2, 3, 4, 5}, &out);
  ASSERT_EQ(out.size(), SectionRecord::kBytes);
  const SectionRecord record = SectionRecord::Load(AsBytes(out.bytes()));
  EXPECT_EQ(record.name, 1u);
  EXPECT_EQ(record.crc32, 2u);
  EXPECT_EQ(record.offset, 3u);
  EXPECT_EQ(record.size, 4u);
  EXPECT_EQ(record.flags, 5u);
}

class WritePartTest : public ::testing::Test {
 protected:
  Part Write(const Analysis& analysis) {
    bytes_ = PartOf(analysis).bytes;
    Part part;
    EXPECT_TRUE(part.Open(AsBytes(bytes_)));
    return part;
  }

  // The weight of each sentence for a word.
  static std::map<uint32_t, int> WeightsOf(const Part& part, const std::string& word) {
    const FoldedWord folded(TestLanguage(), AsBytes(word));
    const Range range = part.PostingsOf(part.FindTerm(TestLanguage().Find(folded.bytes()).key));
    std::map<uint32_t, int> weights;
    for (uint32_t i = range.begin; i < range.end; ++i) {
      weights[part.postings[i].sentence()] = part.postings[i].weight();
    }
    return weights;
  }

  std::string bytes_;
};

using Weights = std::map<uint32_t, int>;

TEST_F(WritePartTest, PostsWhatIsSaidAndWhatIsMeant) {
  const Part part = Write(Observatory());
  EXPECT_EQ(WeightsOf(part, "guide"), (Weights{{2, 16}}));
  EXPECT_EQ(WeightsOf(part, "Verne"), (Weights{{0, 16}, {1, 16}, {2, 8}})) << "meant by \"she\"";
  EXPECT_EQ(WeightsOf(part, "Ada"), (Weights{{0, 16}, {1, 8}, {2, 8}})) << "meant by \"Mrs Verne\"";
  EXPECT_EQ(WeightsOf(part, "LO"), (Weights{{0, 16}, {1, 16}}));
  EXPECT_EQ(WeightsOf(part, "Observatory"), (Weights{{0, 16}, {1, 8}})) << "meant by its acronym";
  EXPECT_EQ(WeightsOf(part, "the"), (Weights{})) << "a stop word";
}

TEST_F(WritePartTest, TheLongFormMeansItsAcronym) {
  Analysis a = Sketch("acronym", {"The Lumen Observatory shut.", "The LO reopened."});
  a.entities = {{"Lumen Observatory", NameType::kOrganization, {"LO", "the Lumen"}}};
  a.mentions = {{SpanOf(a, 0, "Lumen Observatory"), 0, true}, {SpanOf(a, 1, "LO"), 0, true}};
  const Part part = Write(a);
  EXPECT_EQ(WeightsOf(part, "LO"), (Weights{{0, 8}, {1, 16}}));
  EXPECT_EQ(WeightsOf(part, "Lumen"), (Weights{{0, 16}, {1, 8}}));
}

TEST_F(WritePartTest, RepeatedWordsWeighMoreUpToAByte) {
  std::string sentence = "Rain";
  for (int i = 0; i < 20; ++i) sentence += " rain";
  const Part part = Write(Sketch("rain", {"Rain and rain.", sentence + "."}));
  EXPECT_EQ(WeightsOf(part, "rain"), (Weights{{0, 32}, {1, 255}}));
}

TEST_F(WritePartTest, TokensKeepTheirTreeAndLabels) {
  Analysis a = Harbour();
  std::vector<Token>& tokens = a.sentences[0].tokens;
  tokens[2].pos = Pos::kNoun;
  tokens[2].rel = Rel::kNsubjPass;
  tokens[2].head = 4;
  tokens[6].pos = Pos::kPropn;
  tokens[6].name = NameType::kOther;
  const Part part = Write(a);
  const std::vector<TokenRecord> written = SentenceOf(part, 0).tokens;
  const TokenRecord harbour = written[2], ada = written[6];
  EXPECT_EQ(harbour.gap, 1) << "a space before it";
  EXPECT_EQ(harbour.size, 7);
  EXPECT_EQ(harbour.head, 4);
  EXPECT_EQ(harbour.rel, static_cast<uint8_t>(Rel::kNsubjPass));
  EXPECT_EQ(harbour.tag, static_cast<uint8_t>(Pos::kNoun));
  EXPECT_EQ(ada.tag & 31, static_cast<int>(Pos::kPropn));
  EXPECT_EQ(ada.tag >> 5, static_cast<int>(NameType::kOther));
  EXPECT_EQ(written[0].head, 0) << "a root is its own head";
  EXPECT_EQ(written[0].term, kNoTerm) << "a stop word";
  EXPECT_EQ(part.terms()[harbour.term].key, TestLanguage().Find(AsBytes("harbour")).key);
}

TEST_F(WritePartTest, TokensStandWhereTheyDoInTheText) {
  const Part part = Write(Sketch("words", {"Lamps sway, and a lamp swayed LAMPS.", "They  fell."}));
  std::string words;
  for (uint32_t s = 0; s < part.sentences.size(); ++s) {
    for (TokenReader reader(part, s); reader.Next();) words += AsString(reader.Text()) + "|";
  }
  EXPECT_EQ(words, "Lamps|sway|,|and|a|lamp|swayed|LAMPS|.|They|fell|.|");
  EXPECT_EQ(SentenceOf(part, 0).tokens[0].term, SentenceOf(part, 0).tokens[5].term) << "one family";
  EXPECT_EQ(part.head[0].words, 9u);
}

TEST_F(WritePartTest, StringsInTheTextAreNotStoredAgain) {
  const Part part = Write(Observatory());
  const std::string pool = AsString(part.pool);
  EXPECT_EQ(pool.find("Ada Verne"), std::string::npos);
  EXPECT_NE(pool.find("stands for"), std::string::npos);
  EXPECT_EQ(pool.find("stands for"), pool.rfind("stands for"));
  EXPECT_NE(pool.find("lumen"), std::string::npos) << "its id";
}

TEST_F(WritePartTest, EqualValuesAreOne) {
  Analysis a = Observatory();
  a.values.push_back(a.values[0]);
  a.facts[4].when = 3;
  EXPECT_EQ(Write(a).values.size(), 3u);
  a.values[3].hedge = Hedge::kAbout;
  EXPECT_EQ(Write(a).values.size(), 4u);
}

TEST_F(WritePartTest, AFactStatedTwiceByOneSentenceIsOne) {
  Analysis a = Harbour();
  a.facts.push_back(a.facts[0]);
  EXPECT_EQ(Write(a).facts.size(), 1u);
}

TEST_F(WritePartTest, ManyWordsStillFit) {
  Analysis a = Sketch("many", {"Start."});
  // Seventy thousand words that no other shares a family with; those beyond the limit are left out of the terms.
  std::string& text = a.article.text;
  for (uint32_t i = 0; i < 350; ++i) {
    Sentence& sentence = a.sentences.emplace_back();
    for (uint32_t k = 0; k < 200; ++k) {
      text += ' ';
      Token& token = sentence.tokens.emplace_back();
      token.begin = static_cast<uint32_t>(text.size());
      text += std::to_string(1000000 + i * 200 + k);
      token.end = static_cast<uint32_t>(text.size());
    }
    sentence.begin = sentence.tokens.front().begin;
    sentence.end = sentence.tokens.back().end;
  }
  const Part part = Write(a);
  EXPECT_EQ(part.term_count(), kMaxArticleTerms);
  EXPECT_EQ(SentenceOf(part, part.sentences.size() - 1).tokens.back().term, kNoTerm);
}

TEST_F(WritePartTest, AnEmptyAnalysisIsAPart) {
  Analysis a;
  a.article.id = "blank";
  const Part part = Write(a);
  EXPECT_EQ(part.sentences.size(), 0u);
  EXPECT_EQ(part.term_count(), 0u);
}

std::string ErrorOf(const Analysis& analysis) {
  const auto part = WritePart(analysis, TestLanguage());
  return part.ok() ? "none" : std::string(part.status().message());
}

TEST_F(WritePartTest, LimitsAreErrorsThatNameTheArticle) {
  Analysis a = Harbour();
  a.article.id = "";
  EXPECT_EQ(ErrorOf(a), "an article has no id");
  a = Harbour();
  a.article.text.resize(kMaxArticleBytes + 1, ' ');
  EXPECT_EQ(ErrorOf(a), "article harbour: a text of 16777217 bytes (at most 16777216)");
  a = Harbour();
  a.article.text.resize(20000, ' ');
  a.sentences[0].end = 20000;
  EXPECT_EQ(ErrorOf(a), "article harbour: a sentence of 20000 bytes (at most 16000)");
  a.sentences[0].end = 10000;
  a.sentences[0].tokens.back().end = 9000;
  EXPECT_EQ(ErrorOf(a).substr(0, 26), "article harbour: a word of");
  a = Sketch("dots", {[] {
               std::string dots;
               for (int i = 0; i < 251; ++i) dots += "x ";
               return dots;
             }()});
  EXPECT_EQ(ErrorOf(a), "article dots: a sentence of 251 words (at most 250)");
}

TEST_F(WritePartTest, ReferencesToNothingAreErrors) {
  const Analysis good = Observatory();
  const auto expect_error = [&good](auto change, const std::string& message) {
    Analysis a = good;
    change(&a);
    EXPECT_EQ(ErrorOf(a), "article lumen: " + message);
  };
  expect_error([](Analysis* a) { a->sentences[1].begin = 0; }, "a sentence lies outside the text or its order");
  expect_error([](Analysis* a) { a->sentences[0].tokens[1].begin = 0; },
               "a word lies outside its sentence or its order");
  expect_error([](Analysis* a) { a->sentences[0].tokens[1].head = 99; }, "a word's head is not there");
  expect_error([](Analysis* a) { a->sentences[1].leans_on = 1; }, "a sentence leans on none before it");
  expect_error([](Analysis* a) { a->mentions[0].entity = 2; }, "a mention names words or an entity that are not there");
  expect_error([](Analysis* a) { a->facts[0].value = 3; },
               "a fact names a sentence, value or entity that is not there");
  expect_error([](Analysis* a) { a->candidates[0].span.last = 99; },
               "a candidate names words, a value or an entity that are not there");
  expect_error([](Analysis* a) { a->events[0].value = -1; }, "an event names a date or sentence that is not there");
  expect_error([](Analysis* a) { a->summary_order[0] = 3; }, "the summary names a sentence that is not there");
  expect_error([](Analysis* a) { a->importance.pop_back(); }, "not every sentence has an importance");
}

TEST_F(WritePartTest, WhatVerifyingWouldRefuseIsNotWritten) {
  Analysis a = Observatory();
  a.sentences[0].tokens[0].head = 1;  // and the second hangs on the first
  EXPECT_EQ(ErrorOf(a).substr(0, 43), "article lumen: the heads form a circle (byt");
  a = Observatory();
  a.article.text[0] = '\xFF';
  EXPECT_EQ(ErrorOf(a).substr(0, 41), "article lumen: the text is not UTF-8 (byt");
}

TEST(WriteIndexTest, TheSameInputGivesTheSameBytes) {
  EXPECT_EQ(IndexOf({Observatory(), Harbour()}), IndexOf({Observatory(), Harbour()}));
}

TEST(WriteIndexTest, ArticlesStandAloneInAnyIndex) {
  const std::string alone = PartOf(Observatory()).bytes;
  const std::string together = IndexOf({Harbour(), Observatory()});
  EXPECT_NE(together.find(alone), std::string::npos);
}

TEST(WriteIndexTest, RefusesTwoArticlesOfOneId) {
  const auto file = WriteIndex({PartOf(Harbour()), PartOf(Harbour())}, LanguageBlock(), true, WordVectors());
  EXPECT_EQ(file.status().message(), "two articles have the id harbour");
}

TEST(WriteIndexTest, RefusesDamagedPartsAndBlocks) {
  PartInput part = PartOf(Harbour());
  EXPECT_EQ(WriteIndex({part}, "no block", true, WordVectors()).status().code(), absl::StatusCode::kInvalidArgument);
  part.bytes.pop_back();
  EXPECT_EQ(WriteIndex({part}, LanguageBlock(), true, WordVectors()).status().message(),
            "article harbour: its part is damaged");
  part = PartOf(Harbour());
  part.id = "port";
  EXPECT_EQ(WriteIndex({part}, LanguageBlock(), true, WordVectors()).status().message(),
            "article port: its part is another article's");
}

TEST(FactIdTest, DependsOnEveryPartAndOnWhereTheyEnd) {
  const auto id_of = [](const std::string& sentence, const std::string& subject, const std::string& relation) {
    return FactId(AsBytes(sentence), AsBytes(subject), AsBytes(relation), Bytes());
  };
  const uint64_t id = id_of("She sang.", "she", "sang");
  EXPECT_EQ(id, id_of("She sang.", "she", "sang"));
  EXPECT_NE(id, id_of("She sang!", "she", "sang"));
  EXPECT_NE(id, id_of("She sang.", "shes", "ang"));
  EXPECT_NE(id, id_of("She sang.", "shesang", ""));
}

TEST(FactIdTest, StaysWhenTheArticleChangesAround) {
  const auto id_in = [](const Analysis& analysis, uint32_t fact) {
    const std::string file = IndexOf({analysis});
    pith_index index;
    pith_fact out = {};
    EXPECT_EQ(testing::Open(file, &index), PITH_OK);
    EXPECT_EQ(pith_get_fact(&index, 0, fact, &out), PITH_OK);
    return out.id;
  };
  Analysis longer = Sketch("other", {"A first sentence is new.", "The old harbour was painted by Ada Verne."});
  longer.facts = {testing::FactOf(longer, 1, "Ada Verne", "painted", "the old harbour", 1000)};
  EXPECT_EQ(id_in(longer, 0), id_in(Harbour(), 0));
}

// Vectors that know some words of the articles: an index gets those that the block lacks.
TEST(WriteIndexTest, HoldsTheVectorsOfItsOwnWords) {
  const auto hash = [](const std::string& word) { return HashWord(AsBytes(word)); };
  const std::string common = AsString(TestLanguage().Section(kSectionCommonVectors));
  ASSERT_FALSE(WordVectors(AsBytes(common)).Find(hash("society")).empty()) << "pick a commoner word";
  for (const char* const word : {"zorlumen", "krak", "qavverne"}) {
    ASSERT_TRUE(WordVectors(AsBytes(common)).Find(hash(word)).empty()) << word;
  }
  // What the compiler knows: the words above, each with its own codes; the article does not say
  // "qavverne", and says "krak" as it is before folding.
  std::vector<std::pair<uint32_t, char>> known = {
      {hash("society"), 's'}, {hash("zorlumen"), 'z'}, {hash("krak"), 'k'}, {hash("qavverne"), 'q'}};
  std::sort(known.begin(), known.end());
  ByteWriter all;
  all.U32(static_cast<uint32_t>(known.size())).U32(0).Raw(std::string(kVectorBookBytes, '\1'));
  for (const auto& [word, letter] : known) all.U32(word);
  for (const auto& [word, letter] : known) all.Raw(std::string(kVectorCodes, letter));
  const WordVectors vectors(AsBytes(all.bytes()));
  ASSERT_EQ(vectors.size(), 4u);
  const auto own_of = [&](const std::vector<Analysis>& articles, const std::string& block) {
    Language language;
    EXPECT_EQ(Language::Open(AsBytes(block), &language), PITH_OK);
    std::vector<PartInput> parts;
    for (const Analysis& article : articles) {
      const auto part = WritePart(article, language);
      EXPECT_TRUE(part.ok()) << part.status();
      parts.push_back({article.article.id, *part});
    }
    const auto file = WriteIndex(parts, block, true, vectors);
    EXPECT_TRUE(file.ok()) << file.status();
    pith_index index;
    EXPECT_EQ(testing::Open(*file, &index), PITH_OK);
    for (uint32_t i = 0; i < U32At(*file, 12); ++i) {
      pith_section section;
      EXPECT_EQ(pith_get_section(&index, i, &section), PITH_OK);
      if (std::string(section.name) != "VECS") continue;
      const SectionRecord record = testing::SectionOf(*file, "VECS");
      return file->substr(record.offset, record.size);
    }
    return std::string("none");
  };
  const Analysis a = Sketch("a", {"The society of Zorlumen closed.", "Kråk saw zorlumen."}),
                 b = Sketch("b", {"Kråk is kråk."}), plain = Sketch("c", {"The society closed."});
  const std::string own = own_of({a, b}, LanguageBlock());
  std::vector<std::pair<uint32_t, char>> wanted = {{hash("zorlumen"), 'z'}, {hash("krak"), 'k'}};
  std::sort(wanted.begin(), wanted.end());
  ASSERT_EQ(own.size(), WordVectors::BytesOf(2, false));
  EXPECT_EQ(U32At(own, 0), 2u);
  EXPECT_EQ(U32At(own, 8), wanted[0].first);
  EXPECT_EQ(U32At(own, 12), wanted[1].first);
  EXPECT_EQ(own.substr(16), std::string(kVectorCodes, wanted[0].second) + std::string(kVectorCodes, wanted[1].second));
  EXPECT_EQ(own_of({plain}, LanguageBlock()), "none");
  // Linking gives what compiling gives, in whatever order.
  EXPECT_EQ(own_of({b, a}, LanguageBlock()), own);
  EXPECT_EQ(own_of({a, b}, testing::TinyLanguageBlock()), "none") << "tiny has no reader";
}

}  // namespace
}  // namespace pith::compiler
