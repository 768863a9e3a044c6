// Readers that are missing, damaged or of another version: whatever their tables say, questions get a status and
// answers within the text, and without a readable network those of the ranker alone.

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "engine/rank/weights.h"
#include "engine/reader/reader.h"
#include "tests/compiled/oracle.h"
#include "tests/support/asking.h"
#include "tests/support/call_everything.h"
#include "tests/support/language_sections.h"

namespace pith::testing {
namespace {

const std::vector<std::string> kReaderQuestions = {"Who founded the Orrendal Bird Society?",
                                                   "How many cranes did Varga count?", "Why was the old house closed?",
                                                   "Which pelicans of Lindqvist are green?"};

const compiler::PartInput& Article() {
  static const auto* const part = new compiler::PartInput(Compiled(
      "a",
      "Mrs Ilse Varga founded the Orrendal Bird Society (OBS) in 1951. According to Lindqvist, she counted about "
      "40 cranes, 12 storks and two owls on the marsh. The old house closed on 3 May 1990 because the river "
      "had risen."));
  return *part;
}

// The article with a block of its own inside.
std::string IndexWith(const std::string& block) { return FileOf({Article()}, block, /*embed=*/true); }

// All that is answered, a line each, and nothing that breaks a promise. Of a copy of the file's size, so that a read
// past the end is one past the allocation.
std::string Said(const std::string& file) {
  const std::vector<char> bytes(file.begin(), file.end());
  pith_index index;
  if (pith_open(bytes.data(), bytes.size(), nullptr, 0, &index) != PITH_OK) return "does not open";
  auto caller = std::make_unique<EverythingCaller>(index);
  auto work = std::make_unique<WorkSpace>();
  std::string said;
  for (const std::string& question : kReaderQuestions) {
    caller->Ask(question.data(), question.size());
    pith_answer answers[6];
    uint32_t count = 0;
    EXPECT_EQ(pith_ask(&index, 0, question.data(), question.size(), 0, work->bytes, pith_work_size(&index), answers, 6,
                       &count),
              PITH_OK);
    for (uint32_t i = 0; i < count; ++i) {
      said += AsString(answers[i].text) + " (" + std::to_string(answers[i].confidence) + "), ";
    }
    said += "\n";
  }
  EXPECT_EQ(caller->broken(), nullptr);
  return said;
}

std::string Version(uint32_t version) {
  std::string network = LanguageSection("RNET");
  PutU32(&network, 0, version);
  return network;
}

TEST(ReaderDamageTest, WithoutAReadableNetworkTheRankerAnswers) {
  const std::string read = Said(IndexWith(LanguageBlock())), ranked = Said(IndexWith(BlockWithout("RNET")));
  EXPECT_NE(ranked.find("Ilse Varga"), std::string::npos) << ranked;
  EXPECT_NE(read, ranked) << "the reader has no say";
  const std::string network = LanguageSection("RNET"), tables = LanguageSection("REMB"),
                    words = LanguageSection("RVEC");
  for (const size_t size : {size_t{1}, size_t{4}, size_t{36}, size_t{5000}, network.size() / 2, network.size() - 4}) {
    EXPECT_EQ(Said(IndexWith(BlockWith("RNET", network.substr(0, size)))), ranked) << size;
  }
  for (const size_t size : {size_t{0}, size_t{11}, size_t{12}, tables.size() / 2, tables.size() - 4}) {
    EXPECT_EQ(Said(IndexWith(BlockWith("REMB", tables.substr(0, size)))), ranked) << size;
  }
  for (const size_t size : {size_t{0}, size_t{8}, size_t{100}, words.size() / 2, words.size() - 1}) {
    if (size > WordVectors::BytesOf(0, true)) continue;
    EXPECT_EQ(Said(IndexWith(BlockWith("RVEC", words.substr(0, size)))), ranked) << size;
  }
  for (const uint32_t version : {0u, kReaderVersion - 1, kReaderVersion + 1, 0xFFFFFFFFu}) {
    EXPECT_EQ(Said(IndexWith(BlockWith("RNET", Version(version)))), ranked) << version;
  }
  EXPECT_EQ(Said(IndexWith(BlockWith("WGHT", LanguageSection("WGHT").substr(0, kSettledAt * 4)))), ranked);
  EXPECT_EQ(Said(IndexWith(BlockWithout("REMB"))), ranked);
  EXPECT_EQ(Said(IndexWith(BlockWithout("RVEC"))), ranked);
}

TEST(ReaderDamageTest, FactsAndRetrievalStayWithoutAReader) {
  const std::string file = IndexWith(BlockWith("RNET", Version(kReaderVersion + 1)));
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  pith_fact facts[4];
  uint32_t count = 0;
  EXPECT_EQ(pith_lookup(&index, 0, {AsText("Varga"), AsText("founded"), {}}, 0, facts, 4, &count), PITH_OK);
  EXPECT_GT(count, 0u);
  pith_hit hits[4];
  auto work = std::make_unique<WorkSpace>();
  EXPECT_EQ(pith_search(&index, 0, "cranes", 6, work->bytes, sizeof work->bytes, 0, hits, 4, &count), PITH_OK);
  EXPECT_GT(count, 0u);
}

TEST(ReaderDamageTest, EveryNumberAtItsLimits) {
  const std::string network = LanguageSection("RNET");
  auto opened = std::make_unique<ReaderNetwork>();
  ASSERT_TRUE(opened->Open(AsBytes(network), AsBytes(LanguageSection("REMB"))));
  const auto fill = [&](std::string* bytes, Bytes of, const std::string& with) {
    const size_t at = of.empty() ? 0 : static_cast<size_t>(of.data() - AsBytes(network).data());
    for (size_t i = 0; i < of.size(); ++i) (*bytes)[at + i] = with[i % with.size()];
  };
  const std::string great("\xFF\xFF\xFF\x7F", 4), least("\x00\x00\x00\x80", 4), wide("\xFF\x7F", 2),
      narrow("\x00\x80", 2);
  for (const bool negative : {false, true}) {
    std::string all = network;
    for (uint32_t i = 12; i < 36; i += 4) PutU32(&all, i, negative ? 0x80000000 : 0x7FFFFFFF);
    for (uint32_t i = 0; i < kFirstGated + 2 * opened->depth; ++i) {
      const Layer& layer = opened->layers[i];
      std::string one = network;
      for (std::string* const bytes : {&one, &all}) {
        fill(bytes, layer.weights, negative ? "\x80" : "\x7F");
        fill(bytes, layer.factors, negative ? least : great);
        fill(bytes, layer.biases, negative ? least : great);
        fill(bytes, layer.own, negative ? narrow : wide);
      }
      Said(IndexWith(BlockWith("RNET", one)));
      // Great sums of mixed signs.
      fill(&one, layer.factors, great + least);
      fill(&one, layer.biases, std::string(4, '\0'));
      Said(IndexWith(BlockWith("RNET", one)));
    }
    EXPECT_NE(Said(IndexWith(BlockWith("RNET", all))), "does not open");
  }
  for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
    std::string words = LanguageSection("RVEC");
    for (size_t i = 8; i < WordVectors::BytesOf(0, true); ++i) words[i] = static_cast<char>(value);
    Said(IndexWith(BlockWith("RVEC", words)));
  }
}

TEST(ReaderDamageTest, ManyBytesChanged) {
  Random random(29);
  uint32_t opened = 0;
  for (int i = 0; i < 240; ++i) {
    const auto changed = [&](std::string bytes, size_t behind) {
      for (uint32_t n = 1 + random.Next(40); n > 0; --n) {
        const size_t at = random.Next(4) == 0 ? 0 : behind;
        bytes[at + random.Next(static_cast<uint32_t>(bytes.size() - at))] = static_cast<char>(random.Next(256));
      }
      return bytes;
    };
    const std::string block = i % 3 == 0   ? BlockWith("RNET", changed(LanguageSection("RNET"), 36))
                              : i % 3 == 1 ? BlockWith("REMB", changed(LanguageSection("REMB"), 12))
                                           : BlockWith("RVEC", changed(LanguageSection("RVEC"), 8));
    opened += Said(IndexWith(block)) != "does not open" ? 1 : 0;
  }
  EXPECT_EQ(opened, 240u) << "what a reader's tables say is no matter of opening";
}

TEST(ReaderDamageTest, AnIndexsOwnVectorsChanged) {
  Random random(31);
  const std::string good = IndexWith(LanguageBlock());
  const SectionRecord own = SectionOf(good, "VECS");
  ASSERT_GT(own.size, 8u);
  for (int i = 0; i < 120; ++i) {
    std::string file = good;
    if (i % 4 == 0) {
      // Cut: the section is the last.
      PutU32(&file, EntryOf(file, "VECS") + 16, random.Next(static_cast<uint32_t>(own.size)));
    } else if (i % 4 == 1) {
      const std::vector<uint32_t> counts = {0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, random.Next(1000)};
      PutU32(&file, own.offset, random.Pick(counts));
    } else {
      for (uint32_t n = 1 + random.Next(20); n > 0; --n) {
        file[own.offset + random.Next(static_cast<uint32_t>(own.size))] = static_cast<char>(random.Next(256));
      }
    }
    Repair(&file);
    EXPECT_NE(Said(file), "does not open");
  }
}

TEST(ReaderDamageTest, StrangeQuestionsAndArticles) {
  const std::string megabyte = [] {
    std::string s;
    while (s.size() < (1u << 20)) s += "Who founded the society? ";
    return s;
  }();
  const std::vector<std::string> texts = {
      "Orrendal", "1951", "!", "О", "鶴", "Общество любителей птиц основала Ильза Варга в 1951 году."};
  for (const std::string& text : texts) {
    const OpenFile file(FileOf({Compiled("a", text)}));
    auto caller = std::make_unique<EverythingCaller>(*file.get());
    for (const std::string& question :
         {std::string("Who founded Orrendal in 1951?"), std::string("Кто основал общество птиц?"),
          std::string("誰が鶴を数えましたか"), std::string("Wer hat die Vogelgesellschaft gegründet?"),
          std::string("من أسس جمعية الطيور؟"), std::string("Orrendal"), megabyte}) {
      caller->Ask(question.data(), question.size());
      caller->Search(question.data(), question.size());
      caller->Summarize(question.data(), question.size());
      caller->Lookup(question.data(), question.size(), question.data(), question.size());
    }
    EXPECT_EQ(caller->broken(), nullptr) << text;
    WorkSpace work;
    pith_answer answer;
    uint32_t count = 9;
    EXPECT_EQ(
        pith_ask(file.get(), 0, megabyte.data(), megabyte.size(), 0, work.bytes, sizeof work.bytes, &answer, 1, &count),
        PITH_QUESTION_TOO_LONG);
    EXPECT_EQ(count, 0u);
  }
}

// The work space that an index asks for, to the byte, and nothing of it touched where it is too small.
void ExpectWorkSpace(const std::string& block, uint64_t wanted) {
  Language language;
  ASSERT_EQ(Language::Open(AsBytes(block), &language), PITH_OK);
  const std::string file =
      FileOf({Compiled("a", "Mrs Ilse Varga founded the society in 1951. She counted about 40 cranes on the marsh.", "",
                       language)},
             block, /*embed=*/true);
  pith_index index;
  ASSERT_EQ(Open(file, &index), PITH_OK);
  ASSERT_EQ(pith_work_size(&index), wanted);
  constexpr unsigned char kUntouched = 0x5C;
  std::vector<uint64_t> space(PITH_WORK_BYTES / 8 + 8);
  auto* const bytes = reinterpret_cast<unsigned char*>(space.data());
  for (const uint64_t size : {uint64_t{0}, uint64_t{1}, wanted / 2, wanted - 1, wanted}) {
    for (const std::string& question : kReaderQuestions) {
      std::memset(bytes, kUntouched, space.size() * 8);
      pith_answer answers[4];
      uint32_t count = 9;
      const pith_status status =
          pith_ask(&index, 0, question.data(), question.size(), 0, bytes, size, answers, 4, &count);
      EXPECT_EQ(status, size < wanted ? PITH_WORK_TOO_SMALL : PITH_OK) << size;
      EXPECT_TRUE(count == 0 || size >= wanted) << size;
      uint64_t touched = space.size() * 8;
      while (touched > 0 && bytes[touched - 1] == kUntouched) --touched;
      EXPECT_LE(touched, size < wanted ? 0 : wanted) << question;
    }
  }
}

TEST(ReaderDamageTest, NoMoreWorkSpaceIsTouchedThanIsAskedFor) {
  ExpectWorkSpace(LanguageBlock(), 65536);
  ExpectWorkSpace(TinyLanguageBlock(), 16384);
}

}  // namespace
}  // namespace pith::testing
