#include "tests/corpus/folder.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "absl/strings/str_split.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/jsonl.h"
#include "tools/compiler/read/read.h"

namespace pith::testing {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr uint64_t kMaxFileBytes = uint64_t{1} << 30;

// The string in `field` of a record; empty if there is none.
std::string StringIn(const Json& record, const char* field) {
  const auto it = record.find(field);
  return it != record.end() && it->is_string() ? it->get<std::string>() : std::string();
}

void Take(absl::StatusOr<compiler::Article> article, CorpusFile* file) {
  if (article.ok()) {
    file->articles.push_back(*std::move(article));
  } else {
    ++file->refused;
  }
}

void ReadLines(const std::string& contents, CorpusFile* file, CorpusFolder* out) {
  for (const absl::string_view line : absl::StrSplit(contents, '\n')) {
    const Json record = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!record.is_object()) continue;
    if (record.contains("text")) Take(compiler::ReadRecord(line, ""), file);
    const std::string question = StringIn(record, "question"), doc = StringIn(record, "doc");
    if (!question.empty() && !doc.empty()) out->questions[doc].push_back(question);
  }
}

}  // namespace

std::vector<std::string> FoldersIn(const std::string& root) {
  std::vector<std::string> folders = {""};
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_directory()) folders.push_back(entry.path().lexically_relative(root).string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

absl::StatusOr<CorpusFolder> ReadCorpusFolder(const std::string& root, const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(root) / folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  CorpusFolder out;
  for (const fs::path& path : paths) {
    const bool lines = path.extension() == ".jsonl";
    if (!lines && path.extension() != ".txt") continue;
    absl::StatusOr<std::string> contents = compiler::ReadFile(path.string(), kMaxFileBytes);
    if (!contents.ok()) return contents.status();
    CorpusFile file;
    file.name = path.lexically_relative(root).string();
    if (lines) {
      ReadLines(*contents, &file, &out);
    } else {
      std::vector<compiler::Problem> problems;
      auto read = compiler::ReadArticles(path.string(), *contents, {}, &problems);
      if (read.ok()) {
        for (compiler::Article& article : *read) file.articles.push_back(std::move(article));
      } else {
        ++file.refused;
      }
    }
    if (!file.articles.empty() || file.refused > 0) out.files.push_back(std::move(file));
  }
  return out;
}

}  // namespace pith::testing
