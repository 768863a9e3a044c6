#include "tools/language/build.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/language/language.h"
#include "engine/language/word_vectors.h"
#include "engine/rank/weights.h"
#include "tools/compiler/byte_writer.h"
#include "tools/language/source.h"
#include "tools/language/weight_names.h"

namespace pith::model {
namespace {

Bytes BytesOf(const std::string& s) { return Bytes(reinterpret_cast<const uint8_t*>(s.data()), s.size()); }

// weights.txt with the first `count` weights: 0, 1, 2 ..., the second negative.
std::string Weights(uint32_t count) {
  std::string text;
  for (uint32_t i = 0; i < count; ++i) text += absl::StrCat(WeightNames()[i], " ", i == 1 ? -7 : int64_t{i} * 70, "\n");
  return text;
}

// A folder of small sources, in which a test may put others.
class Sources {
 public:
  Sources() : folder_(testing::TempDir() + "xx") {
    (void)std::system(("mkdir -p '" + folder_ + "'").c_str());
    Put("words.tsv", "boat\t-\t90\tvehicle\nboats\tboat\t90\tvehicle\nship\t-\t100\tvehicle\n");
    Put("related.tsv", "boat\tship:200\n");
    for (const char* const name : {"everyday.tsv", "frames.jsonl", "strengths.txt"}) Remove(name);
    Put("suffixes.txt", "s - 3\n");
    Put("clitics.txt", "# a note\n's n't\n");
    Put("abbreviations.txt", "mr no#\n");
    Put("closed.txt", "stop,determiner: the\nstop: of\n");
    Put("questions.txt", "1 2 who\n3 0 how many of them\n");
    Put("weights.txt", Weights(kSettledAt));
  }
  void Put(const std::string& name, const std::string& text) { std::ofstream(folder_ + "/" + name) << text; }
  void Remove(const std::string& name) { std::remove((folder_ + "/" + name).c_str()); }
  absl::StatusOr<Source> Read() const { return ReadSource(folder_); }

 private:
  std::string folder_;
};

std::string Build(const Sources& sources, const std::string& profile) {
  const auto source = sources.Read();
  EXPECT_TRUE(source.ok()) << source.status();
  const auto block = BuildLanguage(*source, *ProfileOf(profile));
  EXPECT_TRUE(block.ok()) << block.status();
  return *block;
}

TEST(BuildLanguage, WritesWhatTheSourcesSay) {
  const std::string block = Build(Sources(), "standard");
  EXPECT_EQ(block, Build(Sources(), "standard"));
  Language language;
  ASSERT_EQ(Language::Open(BytesOf(block), &language), PITH_OK);
  EXPECT_EQ(language.Verify(), PITH_OK);
  EXPECT_EQ(language.words(), 5u);
  const WordInfo boat = language.Find(BytesOf("boat"));
  EXPECT_EQ(boat.key, language.Find(BytesOf("boats")).key);
  EXPECT_EQ(boat.idf, 90);
  EXPECT_EQ(boat.noun_class, static_cast<uint8_t>(NounClass::kVehicle));
  EXPECT_EQ(language.Find(BytesOf("the")).flags, kWordStop | kWordDeterminer);
  RelatedKey related[kMaxRelated];
  ASSERT_EQ(language.Related(boat.key, related, kMaxRelated), 1u);
  EXPECT_EQ(related[0].key, language.Find(BytesOf("ship")).key);
  EXPECT_EQ(related[0].strength, 200);
  EXPECT_TRUE(language.IsClitic(BytesOf("n't")));
  EXPECT_FALSE(language.IsClitic(BytesOf("t")));
  EXPECT_TRUE(language.IsAbbreviation(BytesOf("mr"), false));
  EXPECT_FALSE(language.IsAbbreviation(BytesOf("no"), false));
  EXPECT_TRUE(language.IsAbbreviation(BytesOf("no"), true));
  const Table<QuestionPattern> patterns(language.Section(kSectionPatterns));
  ASSERT_EQ(patterns.size(), 2u);
  EXPECT_EQ(patterns[0].words[0], HashWord(BytesOf("who")));
  EXPECT_EQ(patterns[0].words[1], 0u);
  EXPECT_EQ(patterns[0].flags, 2);
  EXPECT_EQ(patterns[1].words[3], HashWord(BytesOf("them")));
  const Bytes weights = language.Section(kSectionWeights);
  ASSERT_EQ(weights.size(), kSettledAt * 4);
  EXPECT_EQ(static_cast<int32_t>(weights.U32(4)), -7);
  EXPECT_EQ(weights.U32(4 * 2000), 140000u);
}

TEST(BuildLanguage, KeepsToTheProfilesSize) {
  Sources sources;
  std::string words, related;
  for (int i = 0; i < 62000; ++i) {
    words += "word" + std::to_string(i) + "x\t-\t200\t-\n";
    related += "word" + std::to_string(i) + "x";
    for (int k = 1; k <= 20; ++k) related += "\tword" + std::to_string((i + k * 1009) % 3000) + "x:90";
    related += "\n";
  }
  sources.Put("words.tsv", words);
  sources.Put("related.tsv", related);
  std::map<std::string, std::string> blocks;
  for (const char* name : {"tiny", "standard", "full"}) {
    blocks[name] = Build(sources, name);
    const Profile profile = *ProfileOf(name);
    EXPECT_LE(blocks[name].size(), profile.bytes);
    EXPECT_GT(blocks[name].size(), profile.bytes * 9 / 10);
    Language language;
    ASSERT_EQ(Language::Open(BytesOf(blocks[name]), &language), PITH_OK);
    EXPECT_EQ(language.Verify(), PITH_OK);
    EXPECT_TRUE(language.IsKnown(BytesOf("word0x")));
  }
  EXPECT_FALSE(ProfileOf("large").ok());
}

// Vectors of these words, each with its own codes.
std::string VectorsOf(const std::vector<std::string>& words) {
  std::map<uint32_t, std::string> sorted;
  for (const std::string& word : words) sorted[HashWord(BytesOf(word))] = std::string(kVectorCodes, word[0]);
  compiler::ByteWriter out;
  out.U32(static_cast<uint32_t>(sorted.size())).U32(0).Raw(std::string(kVectorBookBytes, '\3'));
  for (const auto& [hash, codes] : sorted) out.U32(hash);
  for (const auto& [hash, codes] : sorted) out.Raw(codes);
  return out.Take();
}

TEST(BuildLanguage, HoldsTheReaderAndTheVectorsOfTheCommonestWords) {
  Source source = *Sources().Read();
  // "of" has a vector as well and is a closed word; the sources do not know "heron".
  source.reader = {"the network", "its tables", VectorsOf({"of", "boat", "boats", "ship", "heron"})};
  const auto words_with = [&source](uint32_t words) {
    Profile profile = *ProfileOf("standard");
    profile.vectors = words;
    const auto block = BuildLanguage(source, profile);
    EXPECT_TRUE(block.ok()) << block.status();
    Language language;
    EXPECT_EQ(Language::Open(BytesOf(*block), &language), PITH_OK);
    EXPECT_EQ(language.Verify(), PITH_OK);
    const auto text = [&language](const char(&name)[5]) {
      const Bytes bytes = language.Section(FourLetters(name));
      return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    };
    EXPECT_EQ(text("RNET"), words == 0 ? "" : "the network");
    EXPECT_EQ(text("REMB"), words == 0 ? "" : "its tables");
    const std::string section = text("RVEC");
    EXPECT_EQ(section.size(), words == 0 ? 0 : WordVectors::BytesOf(std::min(words, 4u), true));
    const WordVectors vectors(BytesOf(section));
    EXPECT_EQ(vectors.has_book(), words != 0);
    std::string found;
    for (const char* const word : {"of", "boat", "boats", "ship", "heron"}) {
      const Bytes codes = vectors.Find(HashWord(BytesOf(word)));
      if (codes.empty()) continue;
      EXPECT_EQ(codes.U8(0), static_cast<uint8_t>(word[0]));
      found += std::string(word) + " ";
    }
    return found;
  };
  EXPECT_EQ(words_with(0), "");
  EXPECT_EQ(words_with(1), "of ");
  EXPECT_EQ(words_with(3), "of boat boats ");
  EXPECT_EQ(words_with(8000), "of boat boats ship ");
}

TEST(BuildLanguage, HasNoReaderWithoutAModelFile) {
  const std::string block = Build(Sources(), "standard");
  Language language;
  ASSERT_EQ(Language::Open(BytesOf(block), &language), PITH_OK);
  for (const uint32_t name : {kSectionNetwork, kSectionEmbeddings, kSectionCommonVectors}) {
    EXPECT_TRUE(language.Section(name).empty());
  }
  EXPECT_EQ(ProfileOf("tiny")->vectors, 0u);
  EXPECT_GT(ProfileOf("full")->vectors, ProfileOf("standard")->vectors);
}

TEST(ReadSource, NamesFileAndLineOfAnError) {
  const std::map<std::string, std::string> bad = {
      {"words.tsv", "boat\t-\t90\tvehicle\nship\t-\t300\tvehicle\n"},
      {"related.tsv", "boat\tship:1\nship\tboat\n"},
      {"suffixes.txt", "s - 3\ns -\n"},
      {"clitics.txt", "'s\n'longer-than-seven\n"},
      {"everyday.tsv", "boat\tvessel:3\nboat\tship\n"},
      {"frames.jsonl", "{\"frame\": \"how big\", \"cues\": []}\n{\"frame\": 7, \"cues\": []}\n"},
      {"strengths.txt", "cue 9\nqueue 9\n"},
      {"closed.txt", "stop: the\nstopp: of\n"},
      {"questions.txt", "1 0 who\n1 who\n"},
      {"weights.txt", "threshold 1\ndoubt.unit0.constant one\n"},
  };
  for (const auto& [name, text] : bad) {
    Sources sources;
    sources.Put(name, text);
    const auto source = sources.Read();
    ASSERT_FALSE(source.ok()) << name;
    EXPECT_NE(std::string(source.status().message()).find(name + ":2: "), std::string::npos) << source.status();
  }
  Sources sources;
  sources.Remove("closed.txt");
  EXPECT_FALSE(sources.Read().ok());
}

TEST(ReadSource, MorePatternsThanABlockHolds) {
  Sources sources;
  std::string patterns;
  for (uint32_t i = 0; i < kMaxPatterns + 1; ++i) patterns += "1 0 who\n";
  sources.Put("questions.txt", patterns);
  const auto source = sources.Read();
  ASSERT_FALSE(source.ok());
  EXPECT_NE(std::string(source.status().message()).find("questions.txt:257: one pattern too many; the limit is 256"),
            std::string::npos)
      << source.status();
}

TEST(ReadSource, SaysWhatIsWrongWithAnEverydayWord) {
  const std::map<std::string, std::string> bad = {
      {"ship\tboat", "\"boat\" is not alternative:level, the level being 1 to 3"},
      {"ship\tboat:4", "\"boat:4\" is not alternative:level"},
      {"ship\tboat:0", "\"boat:0\" is not alternative:level"},
      {"ship\tboat:1:2", "is not alternative:level"},
      {"ship", "expected a word, then alternative:level"},
      {"ship\tkind of big boat:2", "\"kind of big boat\" has 4 words; 3 can be"},
      {"a ship of war\tboat:2", "has 4 words"},
      {"ship\tbig  boat:2", "a word of 0 bytes"},
      {"ship\tboat:2\tship:3", "\"ship\" stands for itself"},
  };
  for (const auto& [line, what] : bad) {
    Sources sources;
    sources.Put("everyday.tsv", "boat\tvessel:3\n" + line + "\n");
    const auto source = sources.Read();
    ASSERT_FALSE(source.ok()) << line;
    EXPECT_NE(std::string(source.status().message()).find("everyday.tsv:2: "), std::string::npos) << source.status();
    EXPECT_NE(std::string(source.status().message()).find(what), std::string::npos) << source.status();
  }
}

// What a block says of a key: its relatives' keys and strengths.
std::map<uint32_t, int> RelativesOf(const Language& language, uint32_t key) {
  RelatedKey related[kMaxRelated];
  const uint32_t count = language.Related(key, related, kMaxRelated);
  std::map<uint32_t, int> found;
  for (uint32_t i = 0; i < count; ++i) found[related[i].key] = related[i].strength;
  return found;
}

class RelativesTest : public ::testing::Test {
 protected:
  RelativesTest() {
    sources_.Put("words.tsv",
                 "boat\t-\t90\t-\nboats\tboat\t90\t-\nship\t-\t100\t-\nvessel\t-\t120\t-\nweigh\t-\t120\t-\n"
                 "heavy\t-\t120\t-\ntonne\t-\t120\t-\npass\t-\t90\t-\npassed\tpass\t90\t-\naway\t-\t80\t-\n"
                 "die\t-\t100\t-\n");
    sources_.Put("closed.txt",
                 "stop,determiner: the\nstop,question: what how\nquestion: what how\nstop,auxiliary: does is\n");
    sources_.Put("related.tsv", "boat\tship:200\n");
  }
  void Open() {
    block_ = Build(sources_, "standard");
    ASSERT_EQ(Language::Open(BytesOf(block_), &language_), PITH_OK);
    ASSERT_EQ(language_.Verify(), PITH_OK);
  }
  uint32_t Key(const std::string& word) const { return language_.Find(BytesOf(word)).key; }
  uint32_t Phrase(const std::vector<std::string>& words) const {
    std::vector<uint32_t> keys;
    for (const std::string& word : words) keys.push_back(word.empty() ? kPhraseGap : Key(word));
    return language_.FindPhrase(keys.data(), static_cast<uint32_t>(keys.size()));
  }

  Sources sources_;
  std::string block_;
  Language language_;
};

TEST_F(RelativesTest, GoFromTheQuestionsWordToTheTexts) {
  sources_.Put("everyday.tsv", "vessel\tboats:1\tship:3\tthe:3\tunheard:3\n");
  Open();
  const auto of_boat = RelativesOf(language_, Key("boat")), of_ship = RelativesOf(language_, Key("ship"));
  const auto of_vessel = RelativesOf(language_, Key("vessel"));
  EXPECT_EQ(of_boat.size(), 2u);
  EXPECT_EQ(of_boat.at(Key("ship")), 200) << "as the dictionary has it, in its direction";
  EXPECT_EQ(of_boat.count(Key("vessel")), 1u) << "in any of its forms";
  EXPECT_EQ(of_ship.size(), 1u);
  EXPECT_GT(of_ship.at(Key("vessel")), of_boat.at(Key("vessel")));
  EXPECT_EQ(of_vessel.size(), 1u) << "what is only pointed to does not point back; stop words mean nothing";
  EXPECT_GT(of_ship.at(Key("vessel")), of_vessel.at(Key("ship")));
  EXPECT_TRUE(RelativesOf(language_, Key("the")).empty());
}

TEST_F(RelativesTest, HavePhrasesInAllForms) {
  sources_.Put("everyday.tsv", "die\tpass away:3\npass away\tdie:2\n");
  Open();
  const uint32_t phrase = Phrase({"pass", "away"});
  ASSERT_NE(phrase, 0u);
  EXPECT_EQ(Phrase({"passed", "away"}), phrase);
  EXPECT_EQ(Phrase({"away", "pass"}), 0u);
  EXPECT_EQ(Phrase({"pass"}), 0u);
  EXPECT_EQ(RelativesOf(language_, phrase).count(Key("die")), 1u);
  EXPECT_EQ(RelativesOf(language_, Key("die")).count(phrase), 1u) << "texts are searched for it";
  const uint32_t keys[] = {Key("passed"), Key("away")};
  EXPECT_EQ(language_.FindPhraseOfTexts(keys, 2), phrase);
}

TEST_F(RelativesTest, HaveTheCuesOfFrames) {
  sources_.Put(
      "frames.jsonl",
      R"-({"frame": "how heavy is X (mass)", "also": ["what does X weigh", "what is X"], "cues": ["Tonne", "is"]})-"
      "\n");
  Open();
  const uint32_t side_by_side = Phrase({"how", "heavy"}), split = Phrase({"what", "", "weigh"});
  ASSERT_NE(side_by_side, 0u);
  ASSERT_NE(split, 0u);
  EXPECT_EQ(RelativesOf(language_, side_by_side), RelativesOf(language_, split));
  EXPECT_EQ(RelativesOf(language_, split).size(), 1u);
  EXPECT_EQ(RelativesOf(language_, split).count(Key("tonne")), 1u);
  EXPECT_EQ(Phrase({"what", "", "is"}), 0u) << "a frame needs a word that says what is asked";
  const uint32_t keys[] = {Key("how"), Key("heavy")};
  EXPECT_EQ(language_.FindPhraseOfTexts(keys, 2), 0u) << "nothing points to it";
}

TEST_F(RelativesTest, TakeTheirStrengthsFromTheFileOfStrengths) {
  sources_.Put("everyday.tsv", "vessel\tship:3\n");
  sources_.Put("strengths.txt", "dictionary 70\nhead3 240\nalternative3 11\n");
  Open();
  EXPECT_EQ(RelativesOf(language_, Key("boat")).at(Key("ship")), 70);
  EXPECT_EQ(RelativesOf(language_, Key("ship")).at(Key("vessel")), 240);
  EXPECT_EQ(RelativesOf(language_, Key("vessel")).at(Key("ship")), 11);
}

TEST(ReadSource, RefusesWeightsOfOtherNamesOrderOrNumber) {
  const std::string& second = WeightNames()[1];
  const std::string& third = WeightNames()[2];
  const auto message_for = [](const std::string& text) {
    Sources sources;
    sources.Put("weights.txt", text);
    const auto source = sources.Read();
    return source.ok() ? "" : std::string(source.status().message());
  };
  EXPECT_EQ(message_for(Weights(kWeights)), "");
  EXPECT_EQ(message_for(Weights(kSettledAt)), "") << "a block without a reader";
  const auto expect_says = [&](const std::string& text, const std::string& what) {
    const std::string message = message_for(text);
    EXPECT_NE(message.find(what), std::string::npos) << message;
  };
  expect_says("threshold 1\ndoubt1 2\n", "weights.txt:2: weight \"doubt1\" where \"" + second + "\" belongs");
  expect_says("threshold 1\n" + third + " 1\n" + second + " 2\n", ":2: weight \"" + third + "\" where");
  expect_says(Weights(kWeights - 1), "weights.txt: it ends before weight \"" + WeightNames().back() + "\"");
  expect_says(Weights(kSettledAt + 1), "it ends before weight \"threshold_with_reader\"");
  expect_says(Weights(kWeights) + "one.more 1\n", "\"one.more\" is one weight too many");
}

TEST(WeightNames, AreOneForEachWeightAndDiffer) {
  const std::vector<std::string>& names = WeightNames();
  ASSERT_EQ(names.size(), kWeights);
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size());
  EXPECT_EQ(names[kThresholdAt], "threshold");
  EXPECT_EQ(names[kDoubtAt + kDoubtFeatures + kDoubtLead], "doubt.unit1.lead");
  const uint32_t ranker = kRankerAt;
  EXPECT_EQ(names[ranker + uint32_t{kGroupPlace} * kDenseFeatures + kDenseHasCue], "rank.place.has_cue");
  EXPECT_EQ(names[ranker + kTypesAt + static_cast<uint32_t>(AskKind::kMeasure) * kTypes + kTypeNumber],
            "rank.kind.measure.type.number");
  EXPECT_EQ(names[ranker + kFitsAt + uint32_t{kGroupNumber} * kFits + kFitBad], "rank.number.fit.bad");
  EXPECT_EQ(names[ranker + kRoleTypesAt + kAskRoleCount * kTypes - 1], "rank.role.adverbial.type.none");
  EXPECT_EQ(names[kSettledAt], "settled");
  EXPECT_EQ(names[kJointThresholdAt], "threshold_with_reader");
  EXPECT_EQ(names[kOrderAt + kOrderRead], "order.unit0.read");
  EXPECT_EQ(names[kJointDoubtAt + kJointSentences], "joint_doubt.unit0.joint.sentences");
  EXPECT_EQ(names[kJointDoubtAt], "joint_doubt.unit0.constant");
}

TEST(ReadSource, NeedsNoEverydayWordsQuestionsOrWeights) {
  Sources sources;
  sources.Remove("questions.txt");
  sources.Remove("weights.txt");
  EXPECT_TRUE(sources.Read().ok()) << sources.Read().status();
}

}  // namespace
}  // namespace pith::model
