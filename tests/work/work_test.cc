// No file keeps a call busy: the operations of every call, counted, stay below a bound that does not depend on the
// file, and those of pith_verify below one that grows with its size. Operations are the checked reads of the file and
// the steps of the loops over work space that it can make long; the clock is never asked. docs/trust.md states the same
// bounds.

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <random>

#include "pith/pith.h"
#include "tests/work/crafted.h"

namespace pith::testing {
namespace {

// Millions of operations. A record that a call counts is some five to fifteen reads.
constexpr uint64_t kMillion = 1000000;
constexpr uint64_t kOpenBound = kMillion / 50, kGetBound = kMillion, kBeginBound = kMillion, kStepBound = 8 * kMillion,
                   kEndBound = 64 * kMillion, kCallBound = 16ull * PITH_MAX_RECORDS;
constexpr uint64_t kVerifyPerByte = 64;

const std::string& Sample() {
  static const auto* const file = [] {
    std::ifstream in(PITH_SAMPLE_INDEX, std::ios::binary);
    return new std::string(std::istreambuf_iterator<char>(in), {});
  }();
  return *file;
}

const char* const kQuestions[] = {
    "Who is the prime minister of Armenia?", "Did the president resign in January?",
    "Wen did Kazakstan declar indepedence fro Rusia and Uzbekstan or Turkmenstan?",
    "Which countries sent how many troops to the airport in the city of Almaty, and why did the protests begin?"};

static_assert(kBeginBound <= 4 * PITH_STEP_PRODUCTS, "begin takes no more than a few steps' worth");

// Calls everything and notes the most operations of each kind of call.
class Counter {
 public:
  explicit Counter(const std::string& file) : file_(file) {}

  // False if the file does not open.
  bool Run() {
    pith_status status = PITH_OK;
    Count("open", [&] { status = pith_open(file_.data(), file_.size(), nullptr, 0, &index_); });
    if (status != PITH_OK) return false;
    for (const uint32_t article : {0u, PITH_ALL_ARTICLES}) {
      for (const char* const question : kQuestions) Ask(article, question);
      Lookup(article, "Kazakhstan", "", ""), Lookup(article, "Tokayev", "said", ""),
          Lookup(article, "", "", kSoughtObject.c_str());
    }
    List();
    pith_fault fault;
    Count("verify", [&] { pith_verify(&index_, &fault); });
    return true;
  }

  const std::map<std::string, uint64_t>& most() const { return most_; }
  bool too_much() const { return too_much_; }

 private:
  template <typename Call>
  void Count(const char* name, Call call) {
    work_counted = 0;
    call();
    uint64_t& most = most_[name];
    most = std::max(most, work_counted);
  }
  void Note(pith_status status) { too_much_ |= status == PITH_TOO_MUCH_WORK; }

  void Ask(uint32_t article, const char* q) {
    const uint64_t size = std::strlen(q);
    pith_status status = PITH_OK;
    Count("ask_begin", [&] { status = pith_ask_begin(&index_, article, q, size, work_, sizeof work_); });
    uint32_t steps = 0, count = 0;
    for (int32_t more = status == PITH_OK ? 1 : 0; more != 0; ++steps) {
      Count("ask_step", [&] { status = pith_ask_step(&index_, work_, sizeof work_, &more); });
    }
    EXPECT_LE(steps, PITH_MAX_STEPS);
    Count("ask_end", [&] { Note(pith_ask_end(&index_, 0, work_, sizeof work_, answers_, PITH_MAX_RESULTS, &count)); });
    Count("search", [&] {
      Note(pith_search(&index_, article, q, size, work_, sizeof work_, 0, hits_, PITH_MAX_RESULTS, &count));
    });
    Count("near",
          [&] { Note(pith_near(&index_, article, q, size, work_, sizeof work_, hits_, PITH_MAX_RESULTS, &count)); });
    if (article == PITH_ALL_ARTICLES) return;
    Count("highlight", [&] {
      Note(pith_highlight(&index_, article, 1, q, size, work_, sizeof work_, 0, ranges_, PITH_MAX_RESULTS, &count));
    });
    Count("summarize", [&] {
      Note(pith_summarize(&index_, article, {PITH_MAX_RESULTS, 0, PITH_BY_RANK}, q, size, work_, sizeof work_,
                          sentences_, PITH_MAX_RESULTS, &count));
    });
  }

  void Lookup(uint32_t article, const char* subject, const char* relation, const char* object) {
    const auto text = [](const char* words) { return pith_text{words, static_cast<uint32_t>(std::strlen(words))}; };
    uint32_t count = 0;
    Count("lookup", [&] {
      Note(pith_lookup(&index_, article, {text(subject), text(relation), text(object)}, 0, facts_, PITH_MAX_RESULTS,
                       &count));
    });
  }

  void List() {
    uint32_t count = 0;
    Count("key_facts", [&] { Note(pith_key_facts(&index_, 0, 0, facts_, PITH_MAX_RESULTS, &count)); });
    pith_entity entity = {};
    Count("get", [&] { pith_get_entity(&index_, 0, 0, &entity); });
    Count("entity_facts", [&] { Note(pith_entity_facts(&index_, &entity, 0, facts_, PITH_MAX_RESULTS, &count)); });
    pith_place place;
    Count("get_place", [&] { pith_get_place(&index_, 0, 1, &place); });
    for (const uint32_t number : {0u, 1u, 7u, 100000u}) {
      pith_article article;
      pith_sentence sentence;
      pith_event event;
      Count("get", [&] { pith_get_article(&index_, number, &article); });
      Count("get", [&] { pith_get_sentence(&index_, 0, number, &sentence); });
      Count("get", [&] { pith_get_fact(&index_, 0, number, facts_); });
      Count("get", [&] { pith_get_event(&index_, 0, number, &event); });
    }
    uint32_t number = 0;
    Count("get", [&] { pith_find_article(&index_, "sample", 6, &number); });
  }

  const std::string& file_;
  pith_index index_ = {};
  bool too_much_ = false;
  std::map<std::string, uint64_t> most_;
  alignas(8) uint8_t work_[PITH_WORK_BYTES];
  pith_answer answers_[PITH_MAX_RESULTS];
  pith_hit hits_[PITH_MAX_RESULTS];
  pith_range ranges_[PITH_MAX_RESULTS];
  pith_sentence sentences_[PITH_MAX_RESULTS];
  pith_fact facts_[PITH_MAX_RESULTS];
};

uint64_t BoundOf(const std::string& call, size_t bytes) {
  if (call == "open") return kOpenBound;
  if (call == "get") return kGetBound;
  if (call == "ask_begin") return kBeginBound;
  if (call == "ask_step") return kStepBound;
  if (call == "ask_end") return kEndBound;
  if (call == "verify") return kMillion + kVerifyPerByte * bytes;
  return kCallBound;
}

// Checks every call on a file; whether it opened.
bool Check(const std::string& name, const std::string& file) {
  const bool print = std::getenv("PITH_PRINT_WORK") != nullptr;
  const auto counter = std::make_unique<Counter>(file);
  if (!counter->Run()) return false;
  for (const auto& [call, most] : counter->most()) {
    EXPECT_LE(most, BoundOf(call, file.size())) << name << ", pith_" << call << ", " << file.size() << " bytes";
    if (print) std::printf("%-60s %-12s %12llu\n", name.c_str(), call.c_str(), static_cast<unsigned long long>(most));
  }
  return true;
}

TEST(WorkTest, TakenApartAndPutTogetherTheSampleAnswersTheSame) {
  TakenIndex index = TakenIndex::From(Sample());
  const std::string again = index.Put();
  pith_index opened;
  ASSERT_EQ(pith_open(again.data(), again.size(), nullptr, 0, &opened), PITH_OK);
  pith_fault fault;
  EXPECT_EQ(pith_verify(&opened, &fault), PITH_OK) << fault.section << ": " << fault.message;
}

TEST(WorkTest, TheSample) { EXPECT_TRUE(Check("the sample", Sample())); }

TEST(WorkTest, FilesThatKeepCallsBusy) {
  for (const Crafted& crafted : CraftedFiles()) {
    TakenIndex index = TakenIndex::From(Sample());
    crafted.craft(&index);
    EXPECT_TRUE(Check(crafted.name, index.Put())) << crafted.name << " does not open";
  }
}

// A section that is a table: `rows` records of `fields` numbers, of which `number(row, field)` is one.
template <typename Number>
std::string TableOf(uint32_t rows, uint32_t fields, Number number) {
  std::string out;
  Append(&out, rows, 4);
  for (uint32_t f = 0; f < fields; ++f) Append(&out, 32, 1);  // bits
  for (uint32_t r = 0; r < rows; ++r) {
    for (uint32_t f = 0; f < fields; ++f) Append(&out, number(r, f), 4);
  }
  return out;
}

TEST(WorkTest, AMillionEqualTitles) {
  constexpr uint32_t kTitles = 1000000;
  TakenIndex index = TakenIndex::From(Sample());
  const std::string title = "mill";
  const std::string begins = TableOf(
      kTitles + 1, 1, [&](uint32_t row, uint32_t) { return uint32_t{row * static_cast<uint32_t>(title.size())}; });
  std::string& words = index[kSectionTitleWords];
  words.clear();
  Append(&words, kTitles, 4);
  Append(&words, begins.size(), 4);
  words += begins;
  for (uint32_t i = 0; i < kTitles; ++i) words += title;
  index[kSectionTitles] = TableOf(kTitles, 2, [](uint32_t row, uint32_t field) { return field == 0 ? 0 : row % 2; });
  const std::string file = index.Put();
  pith_index opened;
  ASSERT_EQ(pith_open(file.data(), file.size(), nullptr, 0, &opened), PITH_OK);
  for (const char* const prefix : {"", "m", "mill", "mills", "mil at the river", "milk", "imll"}) {
    pith_title titles[PITH_MAX_RESULTS];
    uint32_t count = 99;
    work_counted = 0;
    EXPECT_EQ(pith_find_titles(&opened, prefix, std::strlen(prefix), titles, PITH_MAX_RESULTS, &count), PITH_OK);
    EXPECT_LE(work_counted, kGetBound) << prefix;
    EXPECT_LE(count, 1u) << "they are of one article";
  }
}

// Facts that all have to be read, and none of which fits but the last that can be read in time.
TEST(WorkTest, WhatWasFoundUntilThenIsValid) {
  TakenIndex index = TakenIndex::From(Sample());
  for (const Crafted& crafted : CraftedFiles()) {
    if (std::strstr(crafted.name, "under one key") != nullptr) crafted.craft(&index);
  }
  TakenTable& facts = index.parts[0][PartTable::kFacts];
  for (const uint32_t fits : {5u, 17u}) facts.at(fits, 5) = AddString(&index.parts[0], kSoughtObject);
  const std::string file = index.Put();
  pith_index opened;
  ASSERT_EQ(pith_open(file.data(), file.size(), nullptr, 0, &opened), PITH_OK);
  pith_fact found[4];
  uint32_t count = 9;
  const pith_text object = {kSoughtObject.data(), static_cast<uint32_t>(kSoughtObject.size())};
  EXPECT_EQ(pith_lookup(&opened, 0, {{}, {}, object}, 0, found, 4, &count), PITH_TOO_MUCH_WORK);
  ASSERT_EQ(count, 2u);
  for (uint32_t i = 0; i < count; ++i)
    EXPECT_EQ(std::string(found[i].object.data, found[i].object.size), kSoughtObject);
}

TEST(WorkTest, RandomFiles) {
  std::mt19937 random(19);
  const auto next = [&](size_t below) { return static_cast<size_t>(random() % below); };
  uint32_t opened = 0;
  for (int i = 0; i < 40; ++i) {
    TakenIndex index = TakenIndex::From(Sample());
    for (size_t n = 1 + next(6); n > 0; --n) {
      TakenTable& table = index.parts[0].tables[next(kPartTables)];
      if (table.fields == 0 || table.size() == 0) continue;
      const auto field = static_cast<uint32_t>(next(table.fields));
      switch (next(4)) {
        case 0:
          Repeat(&table, static_cast<uint32_t>(1 + next(20000 / table.size() + 1)));
          break;
        case 1:
          for (uint32_t r = 0; r < table.size(); ++r) table.at(r, field) = r % 2 == 0 ? 0 : next(1 << next(32));
          break;
        case 2:
          table.Fill(field, next(1 << next(32)));
          break;
        default:
          for (uint32_t r = 0; r < table.size(); ++r) table.at(r, field) = random();
      }
    }
    opened += Check("random file " + std::to_string(i), index.Put()) ? 1 : 0;
  }
  EXPECT_GT(opened, 20u);
}

}  // namespace
}  // namespace pith::testing
