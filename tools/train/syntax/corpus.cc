#include "tools/train/syntax/corpus.h"

#include <algorithm>
#include <filesystem>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace pith::compiler {
namespace {

constexpr const char* kGumDev[] = {
    "bio_byron",           "bio_emperor",          "conversation_grounded", "conversation_risk", "court_loan",
    "interview_cyclone",   "interview_gaming",     "news_homeopathic",      "news_iodine",       "speech_impeachment",
    "speech_inauguration", "textbook_governments", "textbook_labor",        "vlog_portland",     "vlog_radiology",
    "voyage_athens",       "voyage_coron"};
constexpr const char* kGumTest[] = {
    "bio_dvorak",       "bio_jespersen",  "conversation_lambada",  "conversation_retirement",
    "court_mitigation", "interview_hill", "interview_libertarian", "news_nasa",
    "news_sensitive",   "speech_austria", "speech_newzealand",     "textbook_chemistry",
    "textbook_union",   "vlog_london",    "vlog_studying",         "voyage_oakland",
    "voyage_vavau"};

template <size_t N>
bool Lists(const char* const (&names)[N], absl::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

absl::Status Append(const std::string& path, std::vector<GoldSentence>* out) {
  absl::StatusOr<std::vector<GoldSentence>> sentences = ReadConllu(path);
  if (!sentences.ok()) return sentences.status();
  std::move(sentences->begin(), sentences->end(), std::back_inserter(*out));
  return absl::OkStatus();
}

}  // namespace

std::vector<std::string> GumDev() { return {std::begin(kGumDev), std::end(kGumDev)}; }

std::vector<std::string> GumTest() { return {std::begin(kGumTest), std::end(kGumTest)}; }

absl::StatusOr<std::vector<std::string>> GumFiles(const std::string& data, char part) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(data + "/language/gum", error)) {
    const std::string stem = entry.path().stem().string();
    const absl::string_view name = absl::string_view(stem).substr(std::min<size_t>(4, stem.size()));
    const char is = Lists(kGumDev, name) ? 'd' : Lists(kGumTest, name) ? 'e' : 't';
    if (is == part) files.push_back(entry.path().string());
  }
  if (error) return absl::NotFoundError(absl::StrCat("cannot read ", data, "/language/gum"));
  std::sort(files.begin(), files.end());
  return files;
}

absl::StatusOr<Corpus> ReadCorpus(const std::string& data) {
  Corpus corpus;
  corpus.tests = {{"EWT dev", {}}, {"EWT test", {}}, {"GUM dev", {}}, {"GUM test", {}}};
  const std::string ewt = data + "/language/ud-ewt/";
  absl::Status status = Append(ewt + "train.conllu", &corpus.train);
  status.Update(Append(ewt + "dev.conllu", &corpus.tests[0].second));
  status.Update(Append(ewt + "test.conllu", &corpus.tests[1].second));
  const std::pair<char, std::vector<GoldSentence>*> parts[] = {
      {'t', &corpus.train}, {'d', &corpus.tests[2].second}, {'e', &corpus.tests[3].second}};
  for (const auto& [part, sentences] : parts) {
    absl::StatusOr<std::vector<std::string>> files = GumFiles(data, part);
    if (!files.ok()) return files.status();
    for (const std::string& file : *files) status.Update(Append(file, sentences));
  }
  if (!status.ok()) return status;
  return corpus;
}

uint64_t Random::Next(uint64_t bound) {
  // splitmix64 (Steele, Lea and Flood 2014).
  uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return (z ^ (z >> 31)) % bound;
}

}  // namespace pith::compiler
