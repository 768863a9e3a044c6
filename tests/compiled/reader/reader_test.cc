// The reader on the built language block: what its findings may depend on, and its limits.

#include "engine/reader/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "tests/compiled/oracle.h"
#include "tests/support/asking.h"
#include "tests/support/language_sections.h"

namespace pith::testing {
namespace {

const char* const kText =
    "The Orrendal Bird Society was founded by Ilse Varga in 1951. Its first warden, Tomas Lindqvist, counted 412 "
    "cranes "
    "on the marsh near Brund. The society moved to Hallevik after the flood because the old house had lost its roof. "
    "Visitors reach the hide by a wooden bridge, which the village paid for.";
const char* const kQuestions[] = {"Who founded the Orrendal Bird Society?", "How many cranes did the warden count?",
                                  "Why did the society move to Hallevik?", "What do visitors cross to reach the hide?",
                                  "Which zoologist from Tromso wrote about pelicans?"};

// The words of a sentence of `words` tokens, its period among them.
std::string LongSentence(uint32_t words, const std::string& begin) {
  std::string text = begin;
  for (uint32_t i = 2; i < words; ++i) text += i % 7 == 0 ? " cranes" : " grey";
  return text + ".";
}

class Opened {
 public:
  explicit Opened(std::string file) : file_(std::move(file)) {
    EXPECT_EQ(OpenIndex(AsBytes(file_), AsBytes(LanguageBlock()), &index), PITH_OK);
  }
  Opened(const Opened&) = delete;
  OpenedIndex index;

 private:
  std::string file_;
};

// One reading: the work spaces as they were filled, then whatever the engine made of them.
struct Reading {
  bool done = false;
  Query query;
  Question question;
  std::unique_ptr<ReaderWork> work{new ReaderWork};
  std::string text;  // of the best span

  std::string Said() const {
    if (!done) return "nothing";
    const ReaderFindings& found = work->findings;
    std::string said = std::to_string(found.none) + " " + std::to_string(found.total);
    for (uint32_t i = 0; i < found.count; ++i) {
      const ReaderAnswer& a = found.answers[i];
      said += "; " + std::to_string(a.sentence) + ":" + std::to_string(a.first) + "-" + std::to_string(a.last) + "=" +
              std::to_string(a.score);
    }
    return said;
  }
};

// `words`: of the question, at most as many.
Reading ReadAs(const OpenedIndex& index, const std::vector<ReaderSentence>& sentences, const std::string& question,
               const std::vector<unsigned char>& filling = {0xA5}, uint32_t words = kMaxQueryWords) {
  Reading read;
  for (size_t i = 0; i < sizeof(ReaderWork); ++i) {
    reinterpret_cast<unsigned char*>(read.work.get())[i] = filling[i % filling.size()];
  }
  EXPECT_EQ(ReadQuery(index.language, AsBytes(question), &read.query), PITH_OK) << question;
  read.question = ReadQuestion(index.language, read.query);
  read.query.count = std::min(read.query.count, words);
  const ReaderSections sections = ReaderSections::Of(index);
  read.done = BeginReading(index, sections, read.query, read.question, sentences.data(),
                           static_cast<uint32_t>(sentences.size()), read.work.get());
  if (!read.done) return read;
  while (StepReading(index, sections, read.query, read.question, read.work.get())) {
  }
  Part part;
  EXPECT_TRUE(OpenPart(index, read.work->findings.answers[0].article, &part));
  const ReaderAnswer& best = read.work->findings.answers[0];
  const Range span = part.SpanOf(best.sentence, best.first, best.last);
  read.text = AsString(part.text.Sub(span.begin, span.size()));
  return read;
}

std::vector<ReaderSentence> FirstSentences(uint32_t article, uint32_t count) {
  std::vector<ReaderSentence> out;
  for (uint32_t i = 0; i < count; ++i) out.push_back({article, i, 1000 - i});
  return out;
}

TEST(ReaderTest, FindsSpansOfTheSentences) {
  const Opened file(FileOf({Compiled("a", kText)}));
  EXPECT_EQ(ReadAs(file.index, FirstSentences(0, 4), kQuestions[0]).text, "Ilse Varga");
  const Reading read = ReadAs(file.index, FirstSentences(0, 4), kQuestions[1]);
  EXPECT_NE(read.text.find("412"), std::string::npos) << read.text;
  const ReaderFindings& found = read.work->findings;
  ASSERT_LE(found.count, kReaderAnswers);
  for (uint32_t i = 0; i < found.count; ++i) {
    const ReaderAnswer& a = found.answers[i];
    EXPECT_LT(a.first, a.last);
    EXPECT_LE(a.last - a.first, kReaderSpan);
    EXPECT_LE(a.score, found.total);
    EXPECT_EQ(read.work->ScoreOf(a.article, a.sentence, a.first, a.last), a.score);
    if (i == 0) continue;
    EXPECT_LE(a.score, found.answers[i - 1].score);
    for (uint32_t k = 0; k < i; ++k) {
      const ReaderAnswer& b = found.answers[k];
      EXPECT_TRUE(a.sentence != b.sentence || a.first >= b.last || b.first >= a.last) << i << " overlaps " << k;
    }
  }
  EXPECT_EQ(read.work->ScoreOf(0, 0, 3, 3), ReaderWork::kUnread);
  EXPECT_EQ(read.work->ScoreOf(0, 0, 0, kReaderTokens + 1), ReaderWork::kUnread);
  EXPECT_EQ(read.work->ScoreOf(0, 9, 0, 1), ReaderWork::kUnread);
  EXPECT_EQ(read.work->ScoreOf(1, 0, 0, 1), ReaderWork::kUnread);
}

TEST(ReaderTest, EveryKernelReadsTheSame) {
  const Opened sample(FileOf({Example("sample")}));
  const Opened file(FileOf({Compiled("a", kText)}));
  for (const char* const question : kQuestions) {
    for (const Opened* const opened : {&sample, &file}) {
      const OpenedIndex& index = opened->index;
      OpenedIndex portable = index;
      portable.kernel = static_cast<uint8_t>(Kernel::kPortable);
      const Reading a = ReadAs(index, FirstSentences(0, 4), question),
                    b = ReadAs(portable, FirstSentences(0, 4), question);
      ASSERT_TRUE(a.done);
      EXPECT_EQ(a.Said(), b.Said()) << question;
      for (uint32_t t = 0; t < a.work->tokens; ++t) {
        EXPECT_EQ(a.work->spans[t][0], b.work->spans[t][0]) << question << ", token " << t;
      }
    }
  }
}

TEST(ReaderTest, WhatTheWorkSpaceHeldDoesNotMatter) {
  const Opened file(FileOf({Compiled("a", kText)}));
  Random random(3);
  std::vector<unsigned char> noise(4093);
  for (unsigned char& byte : noise) byte = static_cast<unsigned char>(random.Next(256));
  for (const char* const question : kQuestions) {
    const std::string clean = ReadAs(file.index, FirstSentences(0, 4), question, {0}).Said();
    EXPECT_NE(clean, "nothing");
    EXPECT_EQ(ReadAs(file.index, FirstSentences(0, 4), question, {0xFF}).Said(), clean);
    EXPECT_EQ(ReadAs(file.index, FirstSentences(0, 4), question, noise).Said(), clean);
  }
}

TEST(ReaderTest, TheOrderOfSentencesIsTheirRankOnly) {
  // The same sentences are read whatever order they are given in; only their ranks differ.
  const Opened file(FileOf({Compiled("a", kText)}));
  const Reading read = ReadAs(file.index, {{0, 2, 900}, {0, 0, 800}, {0, 1, 10}}, kQuestions[0]);
  ASSERT_TRUE(read.done);
  ASSERT_EQ(read.work->sentences, 3u);
  for (uint32_t k = 0; k < 3; ++k) EXPECT_EQ(read.work->kept[k].sentence, k);
  EXPECT_EQ(read.work->kept[2].rank, 0u);
}

TEST(ReaderTest, ReadsNoMoreTokensThanItHasRoomFor) {
  const std::string text = "Short one here. " + LongSentence(kReaderTokens - 4, "Birds") + " " +
                           LongSentence(kReaderTokens, "Storks") + " " + LongSentence(kReaderTokens + 1, "Geese") +
                           " " + LongSentence(240, "Owls");
  const Opened file(FileOf({Compiled("a", text)}));
  Part part;
  ASSERT_TRUE(OpenPart(file.index, 0, &part));
  ASSERT_EQ(part.sentences.size(), 5u);
  const uint32_t sizes[] = {part.TokenCount(0), part.TokenCount(1), part.TokenCount(2), part.TokenCount(3),
                            part.TokenCount(4)};
  ASSERT_EQ(sizes[0] + sizes[1], kReaderTokens);
  ASSERT_EQ(sizes[2], kReaderTokens);
  ASSERT_EQ(sizes[3], kReaderTokens + 1);
  const auto tokens = [&](const std::vector<ReaderSentence>& sentences) {
    const Reading read = ReadAs(file.index, sentences, "How many grey cranes are there?");
    EXPECT_TRUE(read.done);
    for (uint32_t i = 0; i < read.work->findings.count; ++i) {
      EXPECT_LE(read.work->findings.answers[i].last, kReaderTokens);
    }
    return read.work->tokens;
  };
  EXPECT_EQ(tokens({{0, 0, 9}, {0, 1, 8}}), kReaderTokens);  // to the last
  EXPECT_EQ(tokens({{0, 2, 9}}), kReaderTokens);
  EXPECT_EQ(tokens({{0, 3, 9}}), kReaderTokens);  // the best is cut
  EXPECT_EQ(tokens({{0, 4, 9}}), kReaderTokens);
  EXPECT_EQ(tokens({{0, 0, 9}, {0, 2, 8}}), sizes[0]);                  // one that does not fit is left out
  EXPECT_EQ(tokens({{0, 1, 9}, {0, 2, 8}, {0, 0, 7}}), kReaderTokens);  // and one behind it that does is read
}

TEST(ReaderTest, ReadsNoMoreSentencesThanItHasRoomFor) {
  std::string text;
  for (uint32_t i = 0; i < kReaderSentences + 4; ++i) text += "Crane " + std::to_string(100 + i) + " left Brund. ";
  const Opened file(FileOf({Compiled("a", text)}));
  const Reading read = ReadAs(file.index, FirstSentences(0, kReaderSentences + 4), "Which crane left Brund?");
  ASSERT_TRUE(read.done);
  EXPECT_EQ(read.work->sentences, kReaderSentences);
}

TEST(ReaderTest, LaterWordsOfAQuestionAreNotRead) {
  const Opened file(FileOf({Compiled("a", kText)}));
  std::string question = "Who founded the Orrendal Bird Society";
  for (uint32_t i = 6; i < kMaxQueryWords + 10; ++i) question += " zq" + std::string(1 + i % 20, 'x') + "k";
  const std::string most = ReadAs(file.index, FirstSentences(0, 4), question, {0}, kReaderQuestion).Said();
  EXPECT_EQ(ReadAs(file.index, FirstSentences(0, 4), question, {0xFF}, kReaderQuestion + 1).Said(), most);
  EXPECT_EQ(ReadAs(file.index, FirstSentences(0, 4), question, {0xFF}).Said(), most);
  EXPECT_NE(ReadAs(file.index, FirstSentences(0, 4), question, {0}, kReaderQuestion - 1).Said(), most);
}

TEST(ReaderTest, AQuestionOfOneWordAndASentenceOfOne) {
  const Opened file(FileOf({Compiled("a", "Orrendal")}));
  const Reading read = ReadAs(file.index, FirstSentences(0, 1), "Orrendal?");
  ASSERT_TRUE(read.done);
  EXPECT_EQ(read.work->tokens, 1u);
  EXPECT_EQ(read.text, "Orrendal");
}

TEST(ReaderTest, SentencesThatAreNotThereAreNotRead) {
  const Opened file(FileOf({Compiled("a", kText)}));
  EXPECT_FALSE(ReadAs(file.index, {}, kQuestions[0]).done);
  EXPECT_FALSE(ReadAs(file.index, {{0, 99, 5}}, kQuestions[0]).done);
  EXPECT_FALSE(ReadAs(file.index, {{7, 0, 5}}, kQuestions[0]).done);
  const std::string alone = ReadAs(file.index, {{0, 0, 5}}, kQuestions[0]).Said();
  EXPECT_NE(alone, "nothing");
}

TEST(ReaderTest, AnArticleAmongOthersIsReadAsIfAlone) {
  // The others say the question's words and so bring their vectors into the index.
  const compiler::PartInput a = Compiled("a", kText),
                            b = Compiled("b", "A zoologist from Tromso wrote a book about pelicans and cormorants."),
                            c = Compiled("c", "The Orrendal Bird Society was founded by nobody, says the zoologist.");
  const OpenFile alone(FileOf({a})), among(FileOf({b, a, c}));
  for (const char* const question : kQuestions) {
    const std::vector<pith_answer> one = alone.Ask(0, question), other = among.Ask(1, question);
    ASSERT_EQ(one.size(), other.size()) << question;
    for (size_t i = 0; i < one.size(); ++i) {
      EXPECT_EQ(AsString(one[i].text), AsString(other[i].text)) << question;
      EXPECT_EQ(one[i].confidence, other[i].confidence) << question;
    }
  }
}

TEST(ReaderTest, ChecksNetworksInFull) {
  const std::string network = LanguageSection("RNET"), tables = LanguageSection("REMB");
  EXPECT_EQ(CheckNetwork(AsBytes(network), AsBytes(tables)).message, nullptr);
  const auto fault = [](const std::string& net, const std::string& embeddings) {
    auto opened = std::make_unique<ReaderNetwork>();
    const Fault found = CheckNetwork(AsBytes(net), AsBytes(embeddings));
    if (found.message == nullptr) return std::string("none");
    return std::string(found.message) + (opened->Open(AsBytes(net), AsBytes(embeddings)) ? ", yet opens" : "");
  };
  const auto with = [](std::string bytes, size_t at, uint32_t value) {
    PutU32(&bytes, at, value);
    return bytes;
  };
  EXPECT_EQ(fault(with(network, 0, kReaderVersion + 1), tables), "the network is of no version known here");
  EXPECT_EQ(fault("", tables), "the network is of no version known here");
  for (const uint32_t channels : {0u, 7u, kReaderChannels + 8, 0xFFFFFFF8u}) {
    EXPECT_EQ(fault(with(network, 4, channels), tables), "the network has no such number of channels or layers");
  }
  for (const uint32_t depth : {0u, 1u, kReaderDepth + 1, 0xFFFFFFFFu}) {
    EXPECT_EQ(fault(with(network, 8, depth), tables), "the network has no such number of channels or layers");
  }
  for (size_t size = 36; size < network.size(); size += 997) {
    EXPECT_EQ(fault(network.substr(0, size), tables), "a layer is cut short or has another shape") << size;
  }
  for (size_t size = 0; size < tables.size() - 3; size += 97) {
    EXPECT_EQ(fault(network, tables.substr(0, size)), "a table is cut short or has another width") << size;
  }
  EXPECT_EQ(fault(network + "abcd", tables), "bytes behind the last layer, yet opens");
  EXPECT_EQ(fault(network, tables + "abcd"), "bytes behind the last table, yet opens");
}

}  // namespace
}  // namespace pith::testing
