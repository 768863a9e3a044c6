#include "engine/verify/verify.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "engine/reader/reader.h"
#include "tests/support/asking.h"
#include "tests/support/language_sections.h"
#include "tests/support/recoded.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

std::string FaultOf(const std::string& file) {
  pith_index index;
  const pith_status opened = Open(file, &index);
  if (opened != PITH_OK) return std::string("open: ") + pith_status_text(opened);
  pith_fault fault;
  if (pith_verify(&index, &fault) == PITH_OK) return "none";
  EXPECT_LE(fault.offset, file.size());
  return std::string(fault.section) + ": " + fault.message;
}

TEST(VerifyTest, FindsNothingWrongWithWhatTheWriterWrites) {
  EXPECT_EQ(FaultOf(IndexOf({})), "none");
  EXPECT_EQ(FaultOf(IndexOf({Harbour()})), "none");
  EXPECT_EQ(FaultOf(IndexOf({Observatory(), Harbour()})), "none");
  EXPECT_EQ(FaultOf(IndexOf({Harbour(), Observatory()}, /*embed_language=*/true)), "none");
}

TEST(VerifyTest, EveryFlippedByteIsFound) {
  const std::string good = IndexOf({Observatory(), Harbour()});
  for (size_t i = 0; i < good.size(); ++i) {
    std::string file = good;
    file[i] = static_cast<char>(file[i] ^ 0x41);
    EXPECT_NE(FaultOf(file), "none") << "byte " << i;
  }
}

TEST(VerifyTest, FlippedBytesOfTheLanguageBlockAreFound) {
  const std::string good = IndexOf({Harbour()}, /*embed_language=*/true);
  const SectionRecord language = SectionOf(good, "LANG");
  for (uint64_t i = 0; i < language.size; i += language.size / 23) {
    std::string file = good;
    file[language.offset + i] = static_cast<char>(file[language.offset + i] ^ 0x10);
    EXPECT_NE(FaultOf(file), "none") << "byte " << i;
    Repair(&file);
    EXPECT_NE(FaultOf(file), "none") << "byte " << i << ", with the checksums made good";
  }
}

struct RecordChange {
  PartTable table;
  size_t number, field;
  uint32_t value;
  const char* fault;
};

// Checksums are repaired after each change, so that only meaning is left to tell.
TEST(VerifyTest, NamesWhatIsWrongWithAPart) {
  const std::string good = IndexOf({Observatory(), Harbour()}, /*embed_language=*/false, /*widened=*/true);
  ASSERT_EQ(FaultOf(good), "none");
  const size_t part = SectionOf(good, "ARTS").offset;
  const auto old = [&](PartTable table, size_t number, size_t field) {
    return U32At(good, RecordAt(good, part, table, number) + field);
  };
  const uint32_t text_size = static_cast<uint32_t>(Observatory().article.text.size());
  const uint32_t inside_a = static_cast<uint32_t>(Observatory().article.text.find("å")) + 1;
  for (const RecordChange& change : std::vector<RecordChange>{
           {PartTable::kText, 0, 0, 0xFFFFFFFF, "ARTS: the text is not UTF-8"},
           {PartTable::kPool, 0, 0, 0xFFFFFFFF, "ARTS: a string is not UTF-8"},
           {PartTable::kStrings, 1, 4, 0xFFFF, "ARTS: a string lies outside or cuts a character"},
           {PartTable::kStrings, 1, 0, inside_a, "ARTS: a string lies outside or cuts a character"},
           {PartTable::kHead, 0, 0, kNone, "ARTS: the head names no such string"},
           {PartTable::kHead, 0, 4, 9999, "ARTS: the head names no such string"},
           {PartTable::kSentences, 1, 0, 0, "ARTS: a sentence lies outside the text or its order"},
           {PartTable::kSentences, 2, 4, text_size + 1, "ARTS: a sentence lies outside the text or its order"},
           {PartTable::kSentences, 0, 8, 1, "ARTS: a sentence's tokens or candidates are out of order"},
           {PartTable::kSentences, 2, 12, 0, "ARTS: a sentence's tokens or candidates are out of order"},
           {PartTable::kSentences, 0, 16, 10001 | 8u << 24, "ARTS: an importance is above 1"},
           {PartTable::kSentences, 0, 16, 9000, "ARTS: a sentence's words are miscounted"},
           {PartTable::kTerms, 1, 0, 0, "ARTS: keys are out of order"},
           {PartTable::kTerms, 2, 4, old(PartTable::kTerms, 1, 4), "POST: an article's term is missing"},
           {PartTable::kPostings, 0, 0, 3u << 8 | 16, "ARTS: a posting is out of order or of no sentence"},
           {PartTable::kPostings, 0, 0, 0, "ARTS: a posting is out of order or of no sentence"},
           {PartTable::kValues, 0, 0, 0x00000009, "ARTS: a value has no such kind, hedge, scale or string"},
           {PartTable::kValues, 0, 4, 9999, "ARTS: a value has no such kind, hedge, scale or string"},
           {PartTable::kEntities, 0, 12, 0, "ARTS: an entity has no name or type"},
           {PartTable::kEntities, 1, 4, 3, "ARTS: an entity's aliases or mentions are out of order"},
           {PartTable::kEntities, 1, 8, 2, "ARTS: entities are out of order"},
           {PartTable::kAliases, 0, 0, 9999, "ARTS: no such string"},
           {PartTable::kMentions, 0, 8, text_size, "ARTS: a mention lies outside its sentence"},
           {PartTable::kClaims, 0, 8, 9999, "ARTS: a claim lies outside the text or its order"},
           {PartTable::kFacts, 0, 0, 1, "ARTS: a fact's evidence lies outside its sentence"},
           {PartTable::kFacts, 0, 12, 9999, "ARTS: a fact names no such string or value"},
           {PartTable::kFacts, 0, 32, 9999, "ARTS: a fact names no such string or value"},
           {PartTable::kFacts, 0, 44, 9, "ARTS: a fact names no such entity"},
           {PartTable::kFacts, 0, 48, 10001, "ARTS: a fact's number is out of range"},
           {PartTable::kFacts, 0, 54, 2, "ARTS: a fact's number is out of range"},
           {PartTable::kFacts, 0, 52, old(PartTable::kFacts, 0, 52) ^ 1,
            "ARTS: a relation's words are not those of its filter"},
           {PartTable::kFacts, 0, 4, 30, "ARTS: facts are out of order"},
           {PartTable::kLookup, 0, 4, 5, "ARTS: a record names no such fact"},
           {PartTable::kLookup, 1, 0, 1, "ARTS: records are out of order"},
           {PartTable::kEvents, 0, 0, 9999, "ARTS: an event has no date or lies outside its sentence"},
           {PartTable::kOrder, 0, 0, 3, "ARTS: no such sentence"},
           {PartTable::kQuestions, 0, 0, 0xFFFFFFFF, "ARTS: a suggestion's question is missing, too long or not UTF-8"},
           {PartTable::kSuggestions, 0, 0, 1, "ARTS: a suggestion's question is missing, too long or not UTF-8"},
           {PartTable::kSuggestions, 1, 0, 0, "ARTS: a suggestion's question is missing, too long or not UTF-8"},
           {PartTable::kSuggestions, 1, 0, 9999, "ARTS: a suggestion's question is missing, too long or not UTF-8"},
           {PartTable::kSuggestions, 0, 4, 3, "ARTS: a suggestion's answer lies outside its sentence"},
           {PartTable::kSuggestions, 0, 8, text_size, "ARTS: a suggestion's answer lies outside its sentence"},
           {PartTable::kSuggestions, 1, 12, 0, "ARTS: a suggestion's answer lies outside its sentence"},
           {PartTable::kProperties, 0, 0, old(PartTable::kProperties, 0, 0) | 3,
            "ARTS: properties are of no kind or out of order"},
           {PartTable::kProperties, 4, 0, old(PartTable::kProperties, 4, 0) | 15,
            "ARTS: properties are of no kind or out of order"},
           {PartTable::kProperties, 4, 1, 9999, "ARTS: a property is empty or too long"},
           {PartTable::kProperties, 4, 0, old(PartTable::kProperties, 3, 0), "ARTS: too many properties of a kind"},
       }) {
    std::string file = good;
    PutU32(&file, RecordAt(file, part, change.table, change.number) + change.field, change.value);
    Repair(&file);
    EXPECT_EQ(FaultOf(file), change.fault)
        << "table " << static_cast<int>(change.table) << ", record " << change.number << ", field at " << change.field;
  }
}

struct CodeChange {
  const char* fault;
  void (*change)(TokenRecord* token, CandidateRecord* candidate);  // the second of the first sentence; its first
};

TEST(VerifyTest, NamesWhatIsWrongWithTokensAndCandidates) {
  const char kOutside[] = "ARTS: a word lies outside its sentence",
             kNoLabel[] = "ARTS: a word's head, label or term does not exist",
             kNoPhrase[] = "ARTS: a candidate names no such word, value or entity";
  for (const CodeChange& change : std::vector<CodeChange>{
           {kOutside, [](TokenRecord*token, CandidateRecord*) { token->gap = 0xFFFF; }},
           {kOutside, [](TokenRecord*token, CandidateRecord*) { token->size = 0; }},
           {kNoLabel, [](TokenRecord*token, CandidateRecord*) { token->head = 0xFF; }},
           {kNoLabel, [](TokenRecord*token, CandidateRecord*) { token->tag = 31; }},
           {"ARTS: a sentence's words are miscounted",
            [](TokenRecord*token, CandidateRecord*) { token->term = kNoTerm; }},
           // The first word, which the others hang on, hangs on the second.
           {"ARTS: the heads form a circle", [](TokenRecord*token, CandidateRecord*) { (token - 1)->head = 1; }},
           {kNoPhrase, [](TokenRecord*, CandidateRecord*candidate) { candidate->last = candidate->first; }},
           {kNoPhrase, [](TokenRecord*, CandidateRecord*candidate) { candidate->head = candidate->last; }},
           {kNoPhrase, [](TokenRecord*, CandidateRecord*candidate) { candidate->kind = 15; }},
           {kNoPhrase, [](TokenRecord*, CandidateRecord*candidate) { candidate->reality = 7; }},
       }) {
    std::vector<compiler::PartInput> parts = {PartOf(Observatory()), PartOf(Harbour())};
    parts[0].bytes = Recoded(parts[0].bytes, [&](std::vector<CodedSentence>* sentences) {
      change.change(&(*sentences)[0].tokens[1], &(*sentences)[0].candidates[0]);
    });
    const auto file = compiler::WriteIndex(parts, LanguageBlock(), /*embed_language=*/false, WordVectors());
    ASSERT_TRUE(file.ok()) << file.status();
    EXPECT_EQ(FaultOf(*file), change.fault);
  }
}

TEST(VerifyTest, PointsAtTheRecord) {
  std::string file = IndexOf({Observatory()}, /*embed_language=*/false, /*widened=*/true);
  const size_t at = RecordAt(file, SectionOf(file, "ARTS").offset, PartTable::kEvents, 1);
  PutU32(&file, at, 9999);
  Repair(&file);
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  pith_fault fault;
  ASSERT_EQ(pith_verify(&index, &fault), PITH_DAMAGED);
  EXPECT_EQ(fault.offset, at);
  EXPECT_STREQ(fault.section, "ARTS");
  EXPECT_EQ(pith_verify(&index, nullptr), PITH_DAMAGED) << "the place need not be asked for";
}

struct SectionChange {
  const char (&section)[5];
  size_t at;
  uint32_t value;
  const char* fault;
};

TEST(VerifyTest, NamesWhatIsWrongBetweenArticles) {
  const std::string good = IndexOf({Observatory(), Harbour()});
  constexpr size_t kRows = 4 + 2;  // behind the number of records and the widths of two fields
  const uint32_t first_term = U32At(good, SectionOf(good, "TERM").offset + kRows);
  for (const SectionChange& change : std::vector<SectionChange>{
           {"META", 32, 5, "META: the totals are not those of the articles"},
           {"META", 60, 10001, "META: the threshold is above 1"},
           {"DIRE", 0, 8, "DIRE: an article is not where it should be"},
           {"DIRE", 8, 8, "ARTS: a part's tables do not fit"},
           {"IDIX", 0, 0, "IDIX: ids are out of order"},
           {"IDIX", 4, 2, "IDIX: no such article"},
           {"TERM", kRows, first_term - 1, "POST: an article's term is missing"},
           {"POST", kRows, 0xFFFFFFFF, "POST: an article's term is missing"},
       }) {
    std::string file = good;
    PutU32(&file, SectionOf(file, change.section).offset + change.at, change.value);
    Repair(&file);
    EXPECT_EQ(FaultOf(file), change.fault);
  }
}

TEST(VerifyTest, SeesBytesBetweenSections) {
  std::string file = IndexOf({Harbour()});
  const SectionRecord ids = SectionOf(file, "IDIX");
  file[ids.offset + ids.size] = 1;
  EXPECT_EQ(FaultOf(file), ": a byte between sections is not zero");
}

// The same with a language block of its own.
std::string FaultWith(const std::string& block, const std::string& change = "") {
  const auto file = compiler::WriteIndex({PartOf(Harbour())}, block, true, WordVectors());
  EXPECT_TRUE(file.ok()) << file.status();
  if (!file.ok()) return "not written";
  std::string bytes = *file;
  if (!change.empty()) {
    // A byte of that section, its checksum left as it was.
    Language language;
    EXPECT_EQ(Language::Open(AsBytes(block), &language), PITH_OK);
    bytes[SectionOf(bytes, "LANG").offset + language.OffsetOf(AsBytes(change).U32(0)) + 50] ^= 1;
    Repair(&bytes);
  }
  return FaultOf(bytes);
}

TEST(VerifyTest, NamesWhatIsWrongWithTheReader) {
  const std::string network = LanguageSection("RNET"), tables = LanguageSection("REMB"),
                    words = LanguageSection("RVEC");
  const uint32_t count = U32At(words, 0);
  const size_t hashes_at = WordVectors::BytesOf(0, true);
  const auto with = [](std::string bytes, size_t at, uint32_t value) {
    PutU32(&bytes, at, value);
    return bytes;
  };
  EXPECT_EQ(FaultWith(LanguageBlock()), "none");
  EXPECT_EQ(FaultWith(LanguageBlock(), "RNET"), "RNET: the section does not match its checksum");
  EXPECT_EQ(FaultWith(LanguageBlock(), "REMB"), "REMB: the section does not match its checksum");
  EXPECT_EQ(FaultWith(LanguageBlock(), "RVEC"), "RVEC: the section does not match its checksum");
  EXPECT_EQ(FaultWith(BlockWith("RNET", with(network, 0, 0))), "RNET: the network is of no version known here");
  EXPECT_EQ(FaultWith(BlockWith("RNET", with(network, 4, 1))),
            "RNET: the network has no such number of channels or layers");
  EXPECT_EQ(FaultWith(BlockWith("RNET", network.substr(0, network.size() / 2))),
            "RNET: a layer is cut short or has another shape");
  EXPECT_EQ(FaultWith(BlockWith("RNET", network + "more")), "RNET: bytes behind the last layer");
  EXPECT_EQ(FaultWith(BlockWithout("RNET")), "REMB: tables of no network");
  EXPECT_EQ(FaultWith(BlockWithout("REMB")), "REMB: a table is cut short or has another width");
  EXPECT_EQ(FaultWith(BlockWith("REMB", tables.substr(0, tables.size() - 4))),
            "REMB: a table is cut short or has another width");
  EXPECT_EQ(FaultWith(BlockWith("REMB", tables + "more")), "REMB: bytes behind the last table");
  EXPECT_EQ(FaultWith(BlockWithout("RVEC")), "RVEC: the words do not fill the section");
  EXPECT_EQ(FaultWith(BlockWith("RVEC", words.substr(0, words.size() - 1))), "RVEC: the words do not fill the section");
  EXPECT_EQ(FaultWith(BlockWith("RVEC", with(words, 0, count - 1))), "RVEC: the words do not fill the section");
  EXPECT_EQ(FaultWith(BlockWith("RVEC", with(words, 0, 0xFFFFFFFF))), "RVEC: the words do not fill the section");
  EXPECT_EQ(FaultWith(BlockWith("RVEC", with(words, 4, 1))), "RVEC: a reserved field is not zero");
  EXPECT_EQ(FaultWith(BlockWith("RVEC", with(words, hashes_at + 4, U32At(words, hashes_at)))),
            "RVEC: words are out of order");
}

TEST(VerifyTest, NamesWhatIsWrongWithAnIndexsOwnVectors) {
  const std::string good = FileOf({Compiled("a", "Lindqvist of Hallevik saw the cormorants of Orrendal and Brund.")});
  ASSERT_EQ(FaultOf(good), "none");
  const SectionRecord own = SectionOf(good, "VECS");
  ASSERT_GE(U32At(good, own.offset), 1u);
  const std::string common = LanguageSection("RVEC");
  const auto fault = [&](size_t at, uint32_t value) {
    std::string file = good;
    PutU32(&file, own.offset + at, value);
    Repair(&file);
    return FaultOf(file);
  };
  EXPECT_EQ(fault(0, 0), "VECS: the words do not fill the section");
  EXPECT_EQ(fault(0, 0x10000000), "VECS: the words do not fill the section");
  EXPECT_EQ(fault(4, 1), "VECS: a reserved field is not zero");
  EXPECT_EQ(fault(8, U32At(common, WordVectors::BytesOf(0, true))), "VECS: the language block has the word as well");
  EXPECT_EQ(fault(12, U32At(good, own.offset + 8)), "VECS: words are out of order");
}

TEST(VerifyTest, AReaderOfALaterVersionIsNoDamage) {
  std::string network = LanguageSection("RNET");
  PutU32(&network, 0, kReaderVersion + 1);
  const std::string block = BlockWith("RNET", network);
  const auto file = compiler::WriteIndex({PartOf(Harbour())}, block, true, WordVectors());
  ASSERT_TRUE(file.ok()) << file.status();
  pith_index index;
  ASSERT_EQ(Open(*file, &index), PITH_OK);
  pith_fault fault = {};
  EXPECT_EQ(pith_verify(&index, &fault), PITH_TOO_NEW);
  EXPECT_STREQ(fault.section, "RNET");
  EXPECT_EQ(U32At(*file, fault.offset), kReaderVersion + 1);
  EXPECT_EQ(pith_verify(&index, nullptr), PITH_TOO_NEW);
}

}  // namespace
}  // namespace pith::testing
