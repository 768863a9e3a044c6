#include "tools/train/common/articles.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "engine/format/fnv.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/compile.h"

namespace pith::train {
namespace {

[[noreturn]] void Die(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(1);
}

}  // namespace

bool IsDevelopment(absl::string_view doc) {
  uint32_t hash = kFnvStart32;
  for (const char c : doc.substr(0, doc.find('#'))) hash = FnvStep(hash, uint32_t{static_cast<uint8_t>(c)});
  return hash % 10 == 0;
}

std::vector<nlohmann::json> ReadJsonLines(const std::string& path) {
  std::ifstream file(path);
  if (!file) Die("cannot open " + path);
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) Die(path + ": not an object: line " + std::to_string(lines.size() + 1));
    lines.push_back(std::move(object));
  }
  return lines;
}

std::vector<nlohmann::json> ReadGum(const std::string& folder) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  std::vector<nlohmann::json> articles;
  for (const std::string& path : paths) {
    const bool talk = absl::StrContains(path, "_conversation_") || absl::StrContains(path, "_vlog_");
    if (talk || !absl::EndsWith(path, ".conllu")) continue;
    nlohmann::json article = {{"id", std::filesystem::path(path).stem().string()}};
    std::ifstream file(path);
    std::string text;
    bool opens = false;
    for (std::string line; std::getline(file, line);) {
      absl::string_view rest = line;
      if (absl::ConsumePrefix(&rest, "# meta::title = ")) {
        article["title"] = std::string(rest);
      } else if (absl::ConsumePrefix(&rest, "# meta::summary1 = (human1) ")) {
        article["summary"] = std::string(rest);
      } else if (rest == "# newpar") {
        opens = true;
      } else if (absl::ConsumePrefix(&rest, "# text = ")) {
        if (!text.empty()) text += opens ? "\n\n" : " ";
        text += std::string(rest);
        opens = false;
      }
    }
    article["text"] = text;
    if (article.contains("summary")) articles.push_back(std::move(article));
  }
  if (articles.empty()) Die("no documents: " + folder);
  return articles;
}

Analyzer::Analyzer(const std::string& model, const std::string& language) {
  absl::StatusOr<compiler::Models> models = compiler::Models::Load(model);
  if (!models.ok()) Die(std::string(models.status().message()));
  models_ = std::make_unique<compiler::Models>(*std::move(models));
  std::ifstream file(language, std::ios::binary);
  block_.assign(std::istreambuf_iterator<char>(file), {});
  if (Language::Open(compiler::AsBytes(block_), &language_) != PITH_OK) Die("no language block: " + language);
}

compiler::Analysis Analyzer::Analyze(const nlohmann::json& article) const {
  compiler::Article plain;
  plain.id = article.value("id", "");
  plain.text = article.value("text", "");
  plain.title = article.value("title", "");
  plain.date = article.value("date", "");
  return compiler::Analyze(std::move(plain), *models_, language_);
}

}  // namespace pith::train
