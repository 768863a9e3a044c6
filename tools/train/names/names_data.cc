#include "tools/train/names/names_data.h"

#include <algorithm>
#include <fstream>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/names/names.h"
#include "tools/compiler/syntax/parser.h"
#include "tools/train/syntax/corpus.h"

namespace pith::compiler {
namespace {

constexpr size_t kBlock = 50;

NameType TypeOf(absl::string_view name) {
  const std::string type = absl::AsciiStrToLower(name);
  if (type == "per" || type == "person") return NameType::kPerson;
  if (type == "org" || type == "organization" || type == "corporation" || type == "group") {
    return NameType::kOrganization;
  }
  if (type == "loc" || type == "location" || type == "place") return NameType::kPlace;
  return type == "o" || type == "time" || type == "quantity" ? NameType::kNone : NameType::kOther;
}

bool IsTitle(absl::string_view folded) {
  static constexpr const char* kTitles[] = {"mr",   "mr.",  "mrs",       "mrs.", "ms",      "ms.",    "miss",
                                            "dr",   "dr.",  "prof.",     "sir",  "lord",    "lady",   "president",
                                            "sen",  "sen.", "professor", "gov.", "captain", "judge",  "senator",
                                            "rep.", "gen.", "general",   "king", "queen",   "prince", "justice"};
  return std::any_of(std::begin(kTitles), std::end(kTitles), [folded](const char* title) { return folded == title; });
}

int First(NameType type) { return type == NameType::kNone ? 0 : 2 * static_cast<int>(type) - 1; }

void Label(size_t begin, size_t end, NameType type, std::vector<int>* labels) {
  for (size_t i = begin; i < end; ++i) (*labels)[i] = First(type) + (i > begin);
}

struct Marked {
  size_t begin = 0, end = 0, head = 0;
  NameType type = NameType::kNone;
};

// Reads the fields "(id-type-...-minspan-..." and "id)" of the Entity= layer.
std::vector<Marked> MarkedIn(const std::vector<std::string>& fields) {
  std::vector<Marked> mentions;
  std::vector<std::pair<std::string, size_t>> open;  // id and number of the mention
  for (size_t i = 0; i < fields.size(); ++i) {
    const std::string& field = fields[i];
    for (size_t at = 0; at < field.size();) {
      const bool opens = field[at] == '(';
      at += opens;
      size_t end = field.find_first_of("()", at);
      if (end == std::string::npos) end = field.size();
      const std::vector<std::string> parts = absl::StrSplit(field.substr(at, end - at), '-');
      const bool closes = end < field.size() && field[end] == ')';
      if (opens && parts.size() > 5) {
        int head = 1;
        static_cast<void>(absl::SimpleAtoi(parts[5].substr(0, parts[5].find(',')), &head));
        mentions.push_back({i, i + 1, i + static_cast<size_t>(std::max(head, 1)) - 1, TypeOf(parts[1])});
        open.emplace_back(parts[0], mentions.size() - 1);
      }
      if (closes) {
        const auto it = std::find_if(open.rbegin(), open.rend(),
                                     [&parts](const auto& mention) { return mention.first == parts[0]; });
        if (it != open.rend()) {
          mentions[it->second].end = i + 1;
          open.erase(std::next(it).base());
        }
      }
      at = end + closes;
    }
  }
  return mentions;
}

// Cuts a word of the column files at hyphens between letters or digits and before clitics.
std::vector<std::string> Cut(const std::string& word) {
  std::vector<std::string> pieces(1);
  if (absl::StrContains(word, "://") || absl::StrContains(word, "@")) return {word};
  for (size_t i = 0; i < word.size(); ++i) {
    const bool inside = i > 0 && i + 1 < word.size();
    if (inside && word[i] == '-' && word[i - 1] != '-' && word[i + 1] != '-') {
      pieces.push_back("-");
      pieces.emplace_back();
      continue;
    }
    if (i > 0 && i + 2 == word.size() && absl::EndsWith(word, "'s")) pieces.emplace_back();
    pieces.back().push_back(word[i]);
  }
  return pieces;
}

absl::StatusOr<std::vector<NameExample>> ReadColumns(const std::string& path) {
  std::ifstream in(path);
  if (!in) return absl::NotFoundError(absl::StrCat("cannot read ", path));
  std::vector<NameExample> examples;
  std::vector<std::pair<std::string, std::string>> words;
  const auto finish = [&] {
    if (!words.empty()) examples.push_back(ExampleFromColumns(words));
    words.clear();
  };
  for (std::string line; std::getline(in, line);) {
    const size_t gap = line.find_last_of(" \t");
    if (gap == std::string::npos || gap == 0) {
      finish();
      continue;
    }
    const std::string word = line.substr(0, gap);
    if (absl::StartsWith(word, "-DOCSTART-")) continue;
    words.emplace_back(std::string(absl::StripAsciiWhitespace(word)),
                       std::string(absl::StripAsciiWhitespace(line.substr(gap))));
  }
  finish();
  return examples;
}

void Analyze(const Models& models, std::vector<NameExample>* examples) {
  for (NameExample& example : *examples) AnalyzeSyntax(models, example.text, example.sentence);
}

// Adjectives of nations and the like ("Japanese") are no names here.
void DropAdjectives(std::vector<NameExample>* examples) {
  for (NameExample& example : *examples) {
    for (size_t i = 0; i < example.labels.size(); ++i) {
      const bool alone = i + 1 == example.labels.size() || example.labels[i + 1] == 0 || example.labels[i + 1] % 2 == 1;
      if (example.labels[i] == First(NameType::kOther) && alone && example.sentence.tokens[i].pos == Pos::kAdj) {
        example.labels[i] = 0;
      }
    }
  }
}

}  // namespace

std::vector<int> LabelsFromEntities(const GoldSentence& gold) {
  const std::vector<Token>& tokens = gold.sentence.tokens;
  std::vector<int> labels(tokens.size());
  const auto proper = [&](size_t i) { return tokens[i].pos == Pos::kPropn; };
  std::vector<Marked> names;
  for (Marked mention : MarkedIn(gold.entities)) {
    if (mention.type == NameType::kNone || mention.head >= mention.end || !proper(mention.head)) continue;
    const size_t begin = mention.begin, end = mention.end;
    mention.begin = mention.head;
    mention.end = mention.head + 1;
    const auto joins = [&](size_t i) { return tokens[i].folded == "-" || tokens[i].folded == "&"; };
    while (mention.begin > begin && proper(mention.begin - 1)) --mention.begin;
    while (mention.begin > begin + 1 && joins(mention.begin - 1) && proper(mention.begin - 2)) {
      mention.begin -= 2;
      while (mention.begin > begin && proper(mention.begin - 1)) --mention.begin;
    }
    while (mention.end < end && (proper(mention.end) || tokens[mention.end].pos == Pos::kNum)) ++mention.end;
    while (mention.end + 1 < end && (joins(mention.end) || tokens[mention.end].folded == "of") &&
           (mention.type != NameType::kPerson || tokens[mention.end].folded == "-")) {
      const size_t next = mention.end + (tokens[mention.end + 1].folded == "the" ? 2 : 1);
      if (next >= end || !proper(next)) break;
      mention.end = next + 1;
      while (mention.end < end && proper(mention.end)) ++mention.end;
    }
    while (mention.type == NameType::kPerson && mention.begin + 1 < mention.end &&
           IsTitle(tokens[mention.begin].folded)) {
      ++mention.begin;
    }
    names.push_back(mention);
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const Marked& a, const Marked& b) { return a.end - a.begin > b.end - b.begin; });
  for (const Marked& name : names) {
    const auto first = labels.begin() + static_cast<long>(name.begin),
               last = labels.begin() + static_cast<long>(name.end);
    if (std::all_of(first, last, [](int label) { return label == 0; })) Label(name.begin, name.end, name.type, &labels);
  }
  return labels;
}

NameExample ExampleFromColumns(const std::vector<std::pair<std::string, std::string>>& words) {
  GoldSentence built;
  NameExample example;
  NameType before = NameType::kNone;
  for (const auto& [word, label] : words) {
    const bool begins = absl::StartsWith(label, "B-");
    const bool marked = begins || absl::StartsWith(label, "I-");
    const NameType type = marked ? TypeOf(label.substr(2)) : NameType::kNone;
    bool first = true;
    for (const std::string& piece : Cut(word)) {
      AppendWord(piece, first, &built);
      // Where names are not marked at their beginnings, a change of type begins one.
      const bool starts = first && (begins || type != before);
      example.labels.push_back(type == NameType::kNone ? 0 : First(type) + !starts);
      first = false;
    }
    before = type;
  }
  example.text = std::move(built.text);
  example.sentence = std::move(built.sentence);
  return example;
}

absl::StatusOr<NameCorpus> ReadNameCorpus(const std::string& data, const Models& models) {
  NameCorpus corpus;
  corpus.tests = {{"GUM dev", {}}, {"GUM test", {}}, {"GUM news", {}}, {"WikiGold 1/10", {}}, {"WNUT dev", {}}};
  const std::pair<char, std::vector<NameExample>*> parts[] = {
      {'t', &corpus.gold}, {'d', &corpus.tests[0].second}, {'e', &corpus.tests[1].second}};
  for (const auto& [part, examples] : parts) {
    absl::StatusOr<std::vector<std::string>> files = GumFiles(data, part);
    if (!files.ok()) return files.status();
    for (const std::string& file : *files) {
      absl::StatusOr<std::vector<GoldSentence>> sentences = ReadConllu(file);
      if (!sentences.ok()) return sentences.status();
      for (GoldSentence& gold : *sentences) {
        std::vector<int> labels = LabelsFromEntities(gold);
        examples->push_back({std::move(gold.text), std::move(gold.sentence), std::move(labels)});
        if (part != 't' && absl::StrContains(file, "GUM_news_")) corpus.tests[2].second.push_back(examples->back());
      }
    }
  }
  const std::string ner = data + "/language/ner/";
  auto wikigold = ReadColumns(ner + "wikigold/wikigold.conll.txt");
  auto tweets = ReadColumns(ner + "wnut17/train/wnut17train.conll");
  auto tweets_dev = ReadColumns(ner + "wnut17/dev/emerging.dev.conll");
  for (const auto* read : {&wikigold, &tweets, &tweets_dev}) {
    if (!read->ok()) return read->status();
  }
  for (size_t i = 0; i < wikigold->size(); ++i) {
    auto& to = i / kBlock % 10 == 9 ? corpus.tests[3].second : corpus.gold;
    to.push_back(std::move((*wikigold)[i]));
  }
  std::move(tweets->begin(), tweets->end(), std::back_inserter(corpus.gold));
  corpus.tests[4].second = *std::move(tweets_dev);
  Analyze(models, &corpus.gold);
  DropAdjectives(&corpus.gold);
  for (auto& [name, examples] : corpus.tests) {
    Analyze(models, &examples);
    DropAdjectives(&examples);
  }
  return corpus;
}

}  // namespace pith::compiler
