// pith_open_set: whatever is asked of a set is answered, to the byte, as by the index that is linked of its members.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/asking.h"
#include "tools/compiler/link/link.h"

namespace pith::testing {
namespace {

// An article through the whole compiler.
compiler::PartInput Written(const std::string& id, const std::string& title, const std::string& text,
                            const std::vector<std::string>& aliases = {}) {
  compiler::Article article;
  article.id = id;
  article.title = title;
  article.aliases = aliases;
  article.text = text;
  auto part = compiler::WritePart(compiler::Analyze(std::move(article), TestModels(), TestLanguage()), TestLanguage());
  EXPECT_TRUE(part.ok()) << part.status();
  return {id, part.ok() ? *std::move(part) : std::string()};
}

// A base, what came later, an article by itself, and an index of which nothing is left.
const std::vector<std::string>& Files() {
  static const auto* const files = new std::vector<std::string>{
      FileOf(
          {Written("mill", "Hallam Mill", "Ada Verne built Hallam Mill in 1820. The mill ground flour for the town."),
           Written("tower", "Tane Tower", "Peter Lind built Tane Tower in 1950. It is 120 metres tall."),
           Written("quokkas", "Quokkas", "The quokkaish warden counted 400 quokkas on Rott Island."),
           Written("bridge", "Long Bridge", "The Long Bridge was opened in 1901 by Mayor Holm.", {"Lang Bridge"}),
           Written("harbour", "Orren Harbour", "The harbour of Orren was painted by Ada Verne in 1933.")}),
      FileOf(
          {Written("bridge", "Long Bridge", "The Long Bridge was opened again in 2020 by Mayor Stern."),
           Written("fair", "Town Fair", "The town fair drew 9,000 visitors in May 2021. Ada Verne opened the fair.")}),
      FileOf({Written("lake", "Lake Tane", "Lake Tane lies north of Tane Tower. The lake is 40 metres deep.")}),
      FileOf({Written("gone", "Gone Gate", "The gate was gone by 1870. Nobody built it again."),
              Written("tower", "Tane Tower", "Peter Lind built Tane Tower in 1951. It is 121 metres tall.")}),
  };
  return *files;
}

struct Withdrawn {
  const char* what;
  std::vector<std::string> ids;
};
const Withdrawn kWithdrawn[] = {{"nothing", {}},
                                {"first and last", {"mill", "gone", "nobody"}},
                                {"a rare word's only article", {"quokkas", "lake"}},
                                {"what replaces another", {"bridge", "tower"}},
                                {"all of a member", {"lake", "bridge", "fair", "harbour"}}};

std::string Linked(const std::vector<std::string>& files, const std::vector<std::string>& withdrawn) {
  std::vector<compiler::LinkInput> inputs;
  for (const std::string& file : files) inputs.push_back({"file", file});
  compiler::LinkOptions options;
  options.replace = options.drop_strangers = true;
  options.drop = withdrawn;
  compiler::StringOutput out;
  compiler::LinkReport report;
  const auto find = [](absl::FunctionRef<bool(absl::string_view)> fits) {
    return fits(LanguageBlock()) ? absl::string_view(LanguageBlock()) : absl::string_view();
  };
  EXPECT_TRUE(compiler::Link(inputs, options, find, &out, &report).ok());
  return out.Take();
}

// The files opened together.
struct Set {
  explicit Set(std::vector<std::string> of, const std::vector<std::string>& withdrawn = {}, uint32_t capacity = 100)
      : files(std::move(of)), members(files.size()), left_out(capacity) {
    for (size_t i = 0; i < files.size(); ++i) EXPECT_EQ(OpenWithBlock(files[i], &members[i]), PITH_OK);
    for (const std::string& id : withdrawn) ids.push_back(AsText(id));
    status = pith_open_set(members.data(), static_cast<uint32_t>(members.size()), ids.data(),
                           static_cast<uint32_t>(ids.size()), left_out.data(), capacity, &index, &report);
  }
  static pith_status OpenWithBlock(const std::string& file, pith_index* out) {
    return pith_open(file.data(), file.size(), LanguageBlock().data(), LanguageBlock().size(), out);
  }

  std::vector<std::string> files;
  std::vector<pith_index> members;
  std::vector<pith_text> ids;
  std::vector<uint32_t> left_out;
  pith_set_report report;
  pith_index index;
  pith_status status;
};

// What is asked, and all that comes back, as one text.
class Transcript {
 public:
  explicit Transcript(const pith_index& index) : index_(index) {}

  std::string Of() {
    pith_info info;
    EXPECT_EQ(pith_get_info(&index_, &info), PITH_OK);
    Number(info.articles), Number(info.sentences), Number(info.words), Number(info.facts), Number(info.threshold);
    for (uint32_t a = 0; a < info.articles; ++a) Article(a);
    for (const char* question :
         {"Who built Tane Tower?", "When was the Long Bridge opened?", "How tall is Tane Tower?",
          "Who opened the fair?", "How many quokkas are there?", "How deep is the lake?",
          "Did Ada Verne build the mill?", "Who built the gate?", "When was the harbour painted?", "Who opened it?"}) {
      Ask(PITH_ALL_ARTICLES, question);
      Ask(0, question);
      Ask(info.articles - 1, question);
    }
    for (const char* words : {"tower",
                              "mayor",
                              "quokkaish",
                              "quokkaishe",
                              "quokka",
                              "briddge",
                              "harbor painted",
                              "town fair",
                              "\"the long bridge\"",
                              "\"tane tower\" -lake",
                              "title:tane",
                              "built -title:mill",
                              "bult",
                              "warden",
                              "wardens",
                              "metres",
                              "gate",
                              "visitors 9,000",
                              "hallm",
                              "visitr"}) {
      Search(words);
    }
    for (const char* prefix : {"", "t", "l", "long", "lang", "ton", "tane", "lake tane", "tnae", "quok", "hallm mill",
                               "orren h", "lonh", "gone", "towm"}) {
      Titles(prefix);
    }
    for (const char* subject : {"Ada Verne", "Peter Lind", "Mayor Holm", "it", "Tane Tower", "the warden"}) {
      Lookup(subject, "");
      Lookup("", subject);
    }
    for (const char* id : {"mill", "tower", "bridge", "lake", "gone", "nobody", ""}) {
      uint32_t number = 99;
      Number(static_cast<uint64_t>(pith_find_article(&index_, id, strlen(id), &number)));
      Number(number);
    }
    return text_;
  }

 private:
  void Number(uint64_t number) { text_ += std::to_string(number) + ' '; }
  void Add(pith_text text) { text_ += AsString(text) + '|'; }
  void Add(const pith_sentence& s) {
    Number(s.article), Number(s.number), Number(s.begin), Add(s.text), Add(s.resolved);
  }

  void Article(uint32_t number) {
    pith_article a;
    ASSERT_EQ(pith_get_article(&index_, number, &a), PITH_OK);
    Add(a.id), Add(a.title), Add(a.text), Number(a.facts), Number(a.aliases);
    for (uint32_t s = 1; s <= a.sentences; ++s) {
      pith_sentence sentence;
      ASSERT_EQ(pith_get_sentence(&index_, number, s, &sentence), PITH_OK);
      Add(sentence);
    }
  }
  void Ask(uint32_t article, const std::string& question) {
    pith_answer answers[5];
    uint32_t count = 0;
    Number(static_cast<uint64_t>(pith_ask(&index_, article, question.data(), question.size(), 0, work_.bytes,
                                          sizeof work_.bytes, answers, 5, &count)));
    text_ += "\n" + question + ": ";
    for (uint32_t i = 0; i < count; ++i) {
      const pith_answer& a = answers[i];
      Add(a.text), Number(a.article), Number(a.sentence), Number(a.begin), Number(a.confidence), Number(a.differs);
      Add(a.resolved), Number(a.polarity), Number(a.source_count);
      for (uint32_t k = 0; k < a.source_count; ++k) Number(a.sources[k].article), Number(a.sources[k].begin);
    }
  }
  void Search(const std::string& words) {
    pith_hit hits[20];
    for (const uint32_t skip : {0u, 2u}) {
      uint32_t count = 0;
      Number(static_cast<uint64_t>(pith_search(&index_, PITH_ALL_ARTICLES, words.data(), words.size(), work_.bytes,
                                               sizeof work_.bytes, skip, hits, 20, &count)));
      text_ += "\n" + words + ": ";
      for (uint32_t i = 0; i < count; ++i) Add(hits[i].sentence), Number(hits[i].score);
    }
  }
  void Titles(const std::string& prefix) {
    for (const uint32_t capacity : {1u, 3u, 20u}) {
      pith_title titles[20];
      uint32_t count = 0;
      Number(static_cast<uint64_t>(pith_find_titles(&index_, prefix.data(), prefix.size(), titles, capacity, &count)));
      text_ += "\n" + prefix + ": ";
      for (uint32_t i = 0; i < count; ++i) Number(titles[i].article), Add(titles[i].title), Add(titles[i].alias);
    }
  }
  void Lookup(const std::string& subject, const std::string& object) {
    pith_fact facts[10];
    uint32_t count = 0;
    Number(static_cast<uint64_t>(
        pith_lookup(&index_, PITH_ALL_ARTICLES, {AsText(subject), {}, AsText(object)}, 0, facts, 10, &count)));
    text_ += "\n" + subject + "/" + object + ": ";
    for (uint32_t i = 0; i < count; ++i) {
      Number(facts[i].article), Number(facts[i].sentence), Add(facts[i].subject), Add(facts[i].relation);
      Add(facts[i].object);
    }
  }

  const pith_index& index_;
  std::string text_;
  WorkSpace work_;
};

TEST(OpenSetTest, AnswersAsTheLinkedLibrary) {
  std::vector<size_t> order = {0, 1, 2, 3};
  do {
    std::vector<std::string> files;
    for (const size_t i : order) files.push_back(Files()[i]);
    for (const Withdrawn& withdrawn : kWithdrawn) {
      SCOPED_TRACE(withdrawn.what);
      Set set(files, withdrawn.ids);
      ASSERT_EQ(set.status, PITH_OK);
      const std::string linked = Linked(files, withdrawn.ids);
      pith_index opened;
      ASSERT_EQ(Set::OpenWithBlock(linked, &opened), PITH_OK);
      const std::string expected = Transcript(opened).Of();
      ASSERT_GT(expected.size(), 5000u) << "else little was asked";
      ASSERT_EQ(Transcript(set.index).Of(), expected);
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(OpenSetTest, OneMemberIsAnIndex) {
  Set set({Files()[0]}), loose({Files()[2]});
  pith_index alone;
  ASSERT_EQ(Set::OpenWithBlock(Files()[0], &alone), PITH_OK);
  EXPECT_EQ(Transcript(set.index).Of(), Transcript(alone).Of());
  ASSERT_EQ(Set::OpenWithBlock(Files()[2], &alone), PITH_OK);
  EXPECT_EQ(Transcript(loose.index).Of(), Transcript(alone).Of());
}

TEST(OpenSetTest, MembersStayIndexesOfTheirOwn) {
  Set set(Files(), {"mill"});
  pith_index alone;
  ASSERT_EQ(Set::OpenWithBlock(Files()[1], &alone), PITH_OK);
  EXPECT_EQ(Transcript(set.members[1]).Of(), Transcript(alone).Of());
}

TEST(OpenSetTest, ReportsWhatItDid) {
  const Set set(Files(), {"mill", "nobody", "nowhere"});
  ASSERT_EQ(set.status, PITH_OK);
  EXPECT_EQ(set.report.unknown, 2u);
  EXPECT_EQ(set.report.replaced, 2u) << "the bridge and the tower";
  EXPECT_EQ(set.report.left_out, 3u);
  EXPECT_EQ(AsString(set.report.replaced_id), "bridge");
  EXPECT_EQ(set.report.member, 0u);
  EXPECT_EQ(set.report.by, 1u);
}

TEST(OpenSetTest, SaysHowMuchRoomItNeeds) {
  Set small(Files(), {"mill"}, 1);
  EXPECT_EQ(small.status, PITH_WORK_TOO_SMALL);
  EXPECT_EQ(Set(Files(), {"mill"}, small.report.left_out).status, PITH_OK);
  pith_info info;
  EXPECT_EQ(pith_get_info(&small.index, &info), PITH_INVALID_ARGUMENT) << "it is not open";
}

TEST(OpenSetTest, RefusesWhatDoesNotGoTogether) {
  const std::string tiny =
      FileOf({Compiled("t", "One dog barked.", "",
                       [] {
                         Language language;
                         EXPECT_EQ(Language::Open(AsBytes(TinyLanguageBlock()), &language), PITH_OK);
                         return language;
                       }())},
             TinyLanguageBlock(), true);
  EXPECT_EQ(Set({Files()[0], Files()[1], tiny}).status, PITH_WRONG_LANGUAGE);
  EXPECT_EQ(Set({Files()[0], Files()[1], tiny}).report.member, 2u);
  EXPECT_EQ(Set({Files()[2]}, {"lake"}).status, PITH_NO_SUCH_ARTICLE);
  EXPECT_EQ(Set(std::vector<std::string>(PITH_MAX_MEMBERS + 1, Files()[0])).status, PITH_INVALID_ARGUMENT);
  EXPECT_EQ(Set(std::vector<std::string>(PITH_MAX_MEMBERS, Files()[0]), {}, 200).status, PITH_OK)
      << "the last one counts";
  Set set(Files());
  pith_index nested[] = {set.members[0], set.index, {}}, out;
  pith_set_report report;
  EXPECT_EQ(pith_open_set(nested, 2, nullptr, 0, nullptr, 0, &out, &report), PITH_INVALID_ARGUMENT) << "a set";
  EXPECT_EQ(report.member, 1u);
  EXPECT_EQ(pith_open_set(nested + 2, 1, nullptr, 0, nullptr, 0, &out, nullptr), PITH_INVALID_ARGUMENT) << "not open";
  EXPECT_EQ(pith_open_set(nested, 0, nullptr, 0, nullptr, 0, &out, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_open_set(nullptr, 1, nullptr, 0, nullptr, 0, &out, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_open_set(nested, 1, nullptr, 1, nullptr, 0, &out, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_open_set(nested, 1, nullptr, 0, nullptr, 1, &out, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_open_set(nested, 1, nullptr, 0, nullptr, 0, nullptr, nullptr), PITH_INVALID_ARGUMENT);
  EXPECT_EQ(pith_verify(&set.index, nullptr), PITH_INVALID_ARGUMENT);
  pith_signed it;
  EXPECT_EQ(pith_signed_bytes(&set.index, &it), PITH_NOT_SIGNED);
}

}  // namespace
}  // namespace pith::testing
