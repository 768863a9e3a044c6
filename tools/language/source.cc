#include "tools/language/source.h"

#include <iterator>
#include <limits>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "engine/language/language.h"
#include "engine/rank/weights.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/read/files.h"
#include "tools/language/weight_names.h"

namespace pith::model {
namespace {

constexpr uint64_t kMaxSourceBytes = 64u << 20;

using Parts = std::vector<std::string>;

// Calls `read(fields)` for each line of a file; the fields are separated by tabs, or by any white space.
template <typename Read>
absl::Status ReadLines(const std::string& path, bool tabs, const Read& read) {
  absl::StatusOr<std::string> text = compiler::ReadFile(path, kMaxSourceBytes);
  if (!text.ok()) return text.status();
  int number = 0;
  for (absl::string_view line : absl::StrSplit(*text, '\n')) {
    ++number;
    absl::ConsumeSuffix(&line, "\r");
    if (absl::StripAsciiWhitespace(line).empty() || line == "#" || absl::StartsWith(line, "# ")) continue;
    Parts fields = tabs ? Parts(absl::StrSplit(line, '\t')) : Parts(absl::StrSplit(line, ' ', absl::SkipWhitespace()));
    const absl::Status status = read(fields);
    if (!status.ok()) return absl::InvalidArgumentError(absl::StrCat(path, ":", number, ": ", status.message()));
  }
  return absl::OkStatus();
}

absl::Status ReadByte(const std::string& text, uint8_t* out) {
  uint32_t value = 0;
  if (!absl::SimpleAtoi(text, &value) || value > std::numeric_limits<uint8_t>::max()) {
    return absl::InvalidArgumentError(absl::StrCat("\"", text, "\" is not a number of 0 to 255"));
  }
  *out = static_cast<uint8_t>(value);
  return absl::OkStatus();
}

absl::Status CheckWord(const std::string& word) {
  if (word.empty() || word.size() > kMaxWordBytes) {
    return absl::InvalidArgumentError(
        absl::StrCat("a word of ", word.size(), " bytes; 1 to ", kMaxWordBytes, " can be"));
  }
  return absl::OkStatus();
}

absl::Status Wrong(const char* expected) { return absl::InvalidArgumentError(absl::StrCat("expected ", expected)); }

absl::Status TooMany(const char* what, uint32_t limit) {
  return absl::InvalidArgumentError(absl::StrCat("one ", what, " too many; the limit is ", limit));
}

// The class of that name in words.tsv ("time_unit"), or an error.
absl::StatusOr<NounClass> NounClassOf(const std::string& name) {
  for (int i = 0; i < kNounClassCount; ++i) {
    const auto noun_class = static_cast<NounClass>(i);
    if (name == compiler::NounClassName(noun_class)) return noun_class;
  }
  return absl::InvalidArgumentError(absl::StrCat("no noun class \"", name, "\""));
}

absl::Status ReadWord(const Parts& fields, Source* source) {
  if (fields.size() != 4) return Wrong("word, family, weight and noun class between tabs");
  SourceWord word;
  word.word = fields[0];
  word.family = fields[1] == "-" ? fields[0] : fields[1];
  absl::Status status = CheckWord(word.word);
  status.Update(CheckWord(word.family));
  status.Update(ReadByte(fields[2], &word.weight));
  const absl::StatusOr<NounClass> noun_class = NounClassOf(fields[3]);
  status.Update(noun_class.status());
  if (!status.ok()) return status;
  word.noun_class = *noun_class;
  source->words.push_back(std::move(word));
  return absl::OkStatus();
}

absl::Status ReadRelated(const Parts& fields, Source* source) {
  SourceRelated related;
  related.family = fields[0];
  for (size_t i = 1; i < fields.size(); ++i) {
    const Parts pair = absl::StrSplit(fields[i], ':');
    if (pair.size() != 2) return Wrong("family, then word:strength between tabs");
    uint8_t strength = 0;
    const absl::Status status = ReadByte(pair[1], &strength);
    if (!status.ok()) return status;
    related.others.emplace_back(pair[0], strength);
  }
  source->related.push_back(std::move(related));
  return absl::OkStatus();
}

absl::Status ReadOpposites(const Parts& fields, Source* source) {
  if (fields.size() != 2 || fields[0].empty() || fields[1].empty()) return Wrong("two words with a tab between them");
  source->opposites.emplace_back(fields[0], fields[1]);
  return absl::OkStatus();
}

// A word, or a phrase of up to kMaxPhraseWords words with one space between them.
absl::Status CheckPhrase(const std::string& phrase) {
  const Parts words = absl::StrSplit(phrase, ' ');
  if (words.size() > kMaxPhraseWords) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", phrase, "\" has ", words.size(), " words; ", kMaxPhraseWords, " can be"));
  }
  for (const std::string& word : words) {
    if (const absl::Status status = CheckWord(word); !status.ok()) return status;
  }
  return absl::OkStatus();
}

absl::Status ReadEveryday(const Parts& fields, Source* source) {
  SourceEveryday line;
  line.head = fields[0];
  if (const absl::Status status = CheckPhrase(line.head); !status.ok()) return status;
  if (fields.size() < 2) return Wrong("a word, then alternative:level between tabs");
  for (size_t i = 1; i < fields.size(); ++i) {
    const Parts pair = absl::StrSplit(fields[i], ':');
    uint8_t level = 0;
    if (pair.size() != 2 || !ReadByte(pair[1], &level).ok() || level == 0 || level > kEverydayLevels) {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", fields[i], "\" is not alternative:level, the level being 1 to ", kEverydayLevels));
    }
    if (const absl::Status status = CheckPhrase(pair[0]); !status.ok()) return status;
    if (pair[0] == line.head) return absl::InvalidArgumentError(absl::StrCat("\"", line.head, "\" stands for itself"));
    line.alternatives.emplace_back(pair[0], level);
  }
  source->everyday.push_back(std::move(line));
  return absl::OkStatus();
}

// The words of a frame's pattern: "what does X weigh" without X.
Parts ReadFramePattern(std::string text) {
  if (const size_t note = text.find('('); note != std::string::npos) text.resize(note);
  Parts words;
  for (const absl::string_view part : absl::StrSplit(text, ' ', absl::SkipWhitespace())) {
    std::string word(part);
    if (word == "X" || word == "Y") {
      word.clear();
    } else {
      absl::AsciiStrToLower(&word);
    }
    words.push_back(std::move(word));
  }
  return words;
}

absl::Status ReadFrame(const std::string& text, Source* source) {
  static constexpr char kForm[] = "an object with the strings \"frame\", \"also\": [...] and \"cues\": [...]";
  const nlohmann::json line = nlohmann::json::parse(text, nullptr, false);
  if (!line.is_object() || !line.contains("frame") || !line.contains("cues")) return Wrong(kForm);
  const auto strings = [&line](const char* name, Parts* out) {
    const nlohmann::json list = line.value(name, nlohmann::json::array());
    if (!list.is_array()) return false;
    for (const nlohmann::json& one : list) {
      if (!one.is_string()) return false;
      out->push_back(one);
    }
    return true;
  };
  Parts also;
  SourceFrame frame;
  if (!line["frame"].is_string() || !strings("also", &also) || !strings("cues", &frame.cues)) return Wrong(kForm);
  also.insert(also.begin(), line["frame"]);
  for (const std::string& pattern : also) frame.patterns.push_back(ReadFramePattern(pattern));
  for (std::string& cue : frame.cues) absl::AsciiStrToLower(&cue);
  source->frames.push_back(std::move(frame));
  return absl::OkStatus();
}

absl::Status ReadStrength(const Parts& fields, Source* source) {
  SourceStrengths& s = source->strengths;
  const std::pair<const char*, uint8_t*> places[] = {{"dictionary", &s.dictionary},
                                                     {"head1", &s.head[1]},
                                                     {"head2", &s.head[2]},
                                                     {"head3", &s.head[3]},
                                                     {"alternative1", &s.alternative[1]},
                                                     {"alternative2", &s.alternative[2]},
                                                     {"alternative3", &s.alternative[3]},
                                                     {"phrase1", &s.phrase[1]},
                                                     {"phrase2", &s.phrase[2]},
                                                     {"phrase3", &s.phrase[3]},
                                                     {"text_phrase1", &s.text_phrase[1]},
                                                     {"text_phrase2", &s.text_phrase[2]},
                                                     {"text_phrase3", &s.text_phrase[3]},
                                                     {"strong_cue", &s.strong_cue},
                                                     {"cue", &s.cue}};
  if (fields.size() != 2) return Wrong("name and strength");
  for (const auto& [name, strength] : places) {
    if (fields[0] == name) return ReadByte(fields[1], strength);
  }
  return absl::InvalidArgumentError(absl::StrCat("no strength \"", fields[0], "\""));
}

absl::Status ReadSuffix(const Parts& fields, Source* source) {
  if (fields.size() < 3 || fields.size() > 4 || (fields.size() == 4 && fields[3] != "undouble")) {
    return Wrong("ending, replacement, least stem, and \"undouble\" or nothing");
  }
  SourceSuffix suffix;
  suffix.text = fields[0];
  suffix.replacement = fields[1] == "-" ? "" : fields[1];
  suffix.undouble = fields.size() == 4;
  const size_t limit = Language::SuffixRecord::kTextBytes;
  if (suffix.text.size() > limit || suffix.replacement.size() > limit) return Wrong("endings of at most 6 bytes");
  if (source->suffixes.size() == kMaxSuffixes) return TooMany("ending", kMaxSuffixes);
  const absl::Status status = ReadByte(fields[2], &suffix.min_stem);
  if (status.ok()) source->suffixes.push_back(std::move(suffix));
  return status;
}

absl::Status ReadClosed(const Parts& fields, Source* source) {
  static constexpr const char* kRoles[] = {"stop",  "auxiliary", "preposition", "determiner", "pronoun", "question",
                                           "title", "negation",  "conjunction", "number",     "month",   "weekday"};
  static_assert(kWordWeekday == 1 << (std::size(kRoles) - 1), "a name for each WordFlag, in order");
  if (fields.size() < 2 || fields[0].back() != ':') return Wrong("\"role,role: word word\"");
  uint16_t flags = 0;
  for (absl::string_view role : absl::StrSplit(fields[0].substr(0, fields[0].size() - 1), ',')) {
    size_t i = 0;
    while (i < std::size(kRoles) && role != kRoles[i]) ++i;
    if (i == std::size(kRoles)) return absl::InvalidArgumentError(absl::StrCat("no role \"", role, "\""));
    flags = static_cast<uint16_t>(flags | 1u << i);
  }
  for (size_t i = 1; i < fields.size(); ++i) {
    const absl::Status status = CheckWord(fields[i]);
    if (!status.ok()) return status;
    uint16_t& entry = source->closed[fields[i]];
    entry = static_cast<uint16_t>(entry | flags);
  }
  return absl::OkStatus();
}

absl::Status ReadPattern(const Parts& fields, Source* source) {
  if (fields.size() < 3 || fields.size() > 6) return Wrong("kind, flags and one to four words");
  SourcePattern pattern;
  absl::Status status = ReadByte(fields[0], &pattern.kind);
  status.Update(ReadByte(fields[1], &pattern.flags));
  pattern.words.assign(fields.begin() + 2, fields.end());
  if (source->patterns.size() == kMaxPatterns) return TooMany("pattern", kMaxPatterns);
  if (status.ok()) source->patterns.push_back(std::move(pattern));
  return status;
}

// The name must be that of the weight that the engine expects in this position.
absl::Status ReadWeight(const std::vector<std::string>& names, const Parts& fields, std::vector<int32_t>* weights) {
  const size_t number = weights->size();
  int32_t value = 0;
  if (fields.size() != 2 || !absl::SimpleAtoi(fields[1], &value)) return Wrong("name and value");
  if (number == names.size())
    return absl::InvalidArgumentError(absl::StrCat("\"", fields[0], "\" is one weight too many"));
  if (fields[0] != names[number]) {
    return absl::InvalidArgumentError(absl::StrCat("weight \"", fields[0], "\" where \"", names[number], "\" belongs"));
  }
  weights->push_back(value);
  return absl::OkStatus();
}

absl::Status ReadWanted(const Parts& fields, Source* source) {
  const absl::Status status = ReadWeight(WantedNames(), fields, &source->wanted);
  if (status.ok() && source->wanted.back() != static_cast<int16_t>(source->wanted.back())) return Wrong("16 bits");
  return status;
}

// There must be all weights, or those of the ranker alone, or none.
absl::Status CheckWeights(const Source& source) {
  const size_t count = source.weights.size();
  if (count == 0 || count == kSettledAt || count == kWeights) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("it ends before weight \"", WeightNames()[count], "\""));
}

std::string Copy(Bytes bytes) { return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()); }

// Reads the reader from a model file; if there is no such file, there is no reader.
absl::Status ReadReader(const std::string& path, SourceReader* out) {
  const absl::StatusOr<compiler::Models> models = compiler::Models::Load(path);
  if (!models.ok()) return absl::IsNotFound(models.status()) ? absl::OkStatus() : models.status();
  *out = {Copy(models->Section("reader.net")), Copy(models->Section("reader.tables")),
          Copy(models->Section("reader.words"))};
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Source> ReadSource(const std::string& folder) {
  Source source;
  const Parts path = absl::StrSplit(folder, '/', absl::SkipEmpty());
  source.tag = path.empty() ? folder : path.back();
  const auto read = [&folder, &source](const char* name, bool tabs, auto function) {
    return ReadLines(absl::StrCat(folder, "/", name), tabs,
                     [&source, function](const Parts& fields) { return function(fields, &source); });
  };
  absl::Status status = read("words.tsv", true, ReadWord);
  status.Update(read("related.tsv", true, ReadRelated));
  status.Update(read("suffixes.txt", false, ReadSuffix));
  status.Update(read("closed.txt", false, ReadClosed));
  status.Update(read("clitics.txt", false, [](const Parts& fields, Source* out) {
    for (const std::string& clitic : fields) {
      if (clitic.size() >= Language::CliticRecord::kBytes) return Wrong("clitics of at most 7 bytes");
      out->clitics.push_back(clitic);
    }
    return absl::OkStatus();
  }));
  status.Update(read("abbreviations.txt", false, [](const Parts& fields, Source* out) {
    for (absl::string_view word : fields) {
      const bool only_before_digit = absl::ConsumeSuffix(&word, "#");
      out->abbreviations.push_back({std::string(word), only_before_digit});
    }
    return absl::OkStatus();
  }));
  for (const absl::Status& optional :
       {read("everyday.tsv", true, ReadEveryday), read("strengths.txt", false, ReadStrength),
        read("opposites.tsv", true, ReadOpposites),
        read("frames.jsonl", true, [](const Parts&line, Source*out) { return ReadFrame(line[0], out); }),
        read("questions.txt", false, ReadPattern), read("wanted.txt", false, ReadWanted),
        read("weights.txt", false,
             [](const Parts&fields, Source*out) { return ReadWeight(WeightNames(), fields, &out->weights); })}) {
    if (!absl::IsNotFound(optional)) status.Update(optional);
  }
  if (status.ok() && !source.wanted.empty() && source.wanted.size() != WantedNames().size()) {
    return absl::InvalidArgumentError(
        absl::StrCat(folder, "/wanted.txt: it ends before \"", WantedNames()[source.wanted.size()], "\""));
  }
  if (const absl::Status whole = CheckWeights(source); status.ok() && !whole.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(folder, "/weights.txt: ", whole.message()));
  }
  status.Update(ReadReader(absl::StrCat(absl::StripSuffix(folder, "/"), ".model"), &source.reader));
  if (!status.ok()) return status;
  return source;
}

}  // namespace pith::model
