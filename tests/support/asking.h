// Asking, searching and summarizing in one line, and articles compiled from their text.

#ifndef PITH_TESTS_SUPPORT_ASKING_H_
#define PITH_TESTS_SUPPORT_ASKING_H_

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pith/pith.h"
#include "tests/support/small_index.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/write/index_writer.h"
#include "tools/compiler/write/part_writer.h"

namespace pith::testing {

// The space that calls work in; filled with rubbish, which they must not mind.
struct WorkSpace {
  alignas(8) unsigned char bytes[PITH_WORK_BYTES + 8];  // more than is needed, to test what is not aligned
  WorkSpace() { std::memset(bytes, 0xA5, sizeof bytes); }
};

// An index and its bytes.
class OpenFile {
 public:
  explicit OpenFile(std::string file) : file_(std::move(file)) { EXPECT_EQ(Open(file_, &index_), PITH_OK); }
  OpenFile(const OpenFile&) = delete;

  const pith_index* get() const { return &index_; }

  std::vector<pith_answer> Ask(uint32_t article, const std::string& question, int32_t threshold = 0,
                               uint32_t capacity = PITH_MAX_RESULTS) const {
    WorkSpace work;
    std::vector<pith_answer> answers(capacity);
    uint32_t count = 99;
    EXPECT_EQ(pith_ask(&index_, article, question.data(), question.size(), threshold, work.bytes, sizeof work.bytes,
                       answers.data(), capacity, &count),
              PITH_OK)
        << question;
    answers.resize(count);
    return answers;
  }

  std::vector<pith_hit> Search(uint32_t article, const std::string& words, uint32_t capacity = PITH_MAX_RESULTS,
                               uint32_t skip = 0) const {
    WorkSpace work;
    std::vector<pith_hit> hits(capacity);
    uint32_t count = 99;
    EXPECT_EQ(pith_search(&index_, article, words.data(), words.size(), work.bytes, sizeof work.bytes, skip,
                          hits.data(), capacity, &count),
              PITH_OK)
        << words;
    hits.resize(count);
    return hits;
  }

  std::vector<pith_sentence> Summarize(uint32_t article, pith_budget budget, const std::string& query = "",
                                       uint32_t capacity = 1000) const {
    WorkSpace work;
    std::vector<pith_sentence> sentences(capacity);
    uint32_t count = 99;
    EXPECT_EQ(pith_summarize(&index_, article, budget, query.data(), query.size(), query.empty() ? nullptr : work.bytes,
                             query.empty() ? 0 : sizeof work.bytes, sentences.data(), capacity, &count),
              PITH_OK)
        << query;
    sentences.resize(count);
    return sentences;
  }

 private:
  std::string file_;
  pith_index index_;
};

inline const compiler::Models& TestModels() {
  static const auto* const models =
      new absl::StatusOr<compiler::Models>(compiler::Models::Load(std::string(PITH_MODEL_DIR) + "/en.model"));
  EXPECT_TRUE(models->ok()) << models->status();
  return **models;
}

// The part of an article, through all stages of the compiler.
inline compiler::PartInput Compiled(const std::string& id, const std::string& text, const std::string& date = "",
                                    const Language& language = TestLanguage()) {
  compiler::Article article;
  article.id = id;
  article.text = text;
  article.date = date;
  auto part = compiler::WritePart(compiler::Analyze(std::move(article), TestModels(), language), language);
  EXPECT_TRUE(part.ok()) << part.status();
  return {id, part.ok() ? *std::move(part) : std::string()};
}

// One of the example articles (examples/NAME.txt), compiled once.
inline const compiler::PartInput& Example(const std::string& name) {
  static auto* const all = new std::vector<std::unique_ptr<compiler::PartInput>>;
  for (const auto& part : *all) {
    if (part->id == name) return *part;
  }
  std::string text = ReadFile(std::string(PITH_TEST_DATA) + "/../examples/" + name + ".txt"), date;
  if (text.compare(0, 5, "date ") == 0) {  // as `pith compile` reads it
    date = text.substr(5, 10);
    text.erase(0, 16);
  }
  all->push_back(std::make_unique<compiler::PartInput>(Compiled(name, text, date)));
  return *all->back();
}

inline std::string FileOf(const std::vector<compiler::PartInput>& parts, const std::string& block = LanguageBlock(),
                          bool embed = false) {
  const auto file = compiler::WriteIndex(parts, block, embed, TestModels().word_vectors());
  EXPECT_TRUE(file.ok()) << file.status();
  return file.ok() ? *file : std::string();
}

// What a summary or hits say, joined by one space.
inline std::string Joined(const std::vector<pith_sentence>& sentences) {
  std::string text;
  for (const pith_sentence& sentence : sentences) text += (text.empty() ? "" : " ") + AsString(sentence.text);
  return text;
}

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_ASKING_H_
