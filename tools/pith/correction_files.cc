#include "tools/pith/correction_files.h"

#include <sys/stat.h>

#include <algorithm>
#include <memory>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/corrections/corrections.h"
#include "tools/compiler/corrections/read_corrections.h"
#include "tools/compiler/nearest.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/messages.h"

namespace pith::command {
namespace {

using compiler::Article;
using compiler::Correction;

constexpr char kEnding[] = ".corrections.toml";

// Whether each correction is for one of the articles.
absl::Status CheckArticles(const compiler::Corrections& corrections, const std::vector<Article>& articles) {
  std::vector<std::string> ids, unknown;
  for (const Article& article : articles) ids.push_back(article.id);
  std::sort(ids.begin(), ids.end());
  absl::Status status;
  corrections.ForEach([&](const Correction& correction) {
    const std::string where = absl::StrCat(corrections.path, ": line ", correction.line, ": ");
    if (correction.article.empty()) {
      if (articles.size() < 2 || !status.ok()) return;
      status = absl::InvalidArgumentError(
          absl::StrCat(where, "which of the ", articles.size(), " articles? article = \"ID\" says it"));
      status = compiler::AtFile(compiler::AtLine(status, correction.line), corrections.path);
    } else if (!std::binary_search(ids.begin(), ids.end(), correction.article) &&
               std::find(unknown.begin(), unknown.end(), correction.article) == unknown.end()) {
      unknown.push_back(correction.article);
      Warn(absl::StrCat(where, "is for the article \"", correction.article, "\", which is not here",
                        compiler::DidYouMean(correction.article, ids)));
    }
  });
  return status;
}

bool Exists(const std::string& path) {
  struct stat info;
  return stat(path.c_str(), &info) == 0;
}

}  // namespace

bool IsCorrectionFile(const std::string& path) { return absl::EndsWith(path, kEnding); }

absl::Status AddCorrectionsBeside(const std::string& input, std::vector<Article>* articles) {
  const size_t slash = input.rfind('/'), dot = input.rfind('.');
  const bool extension = dot != std::string::npos && (slash == std::string::npos || dot > slash + 1) && dot > 0;
  const std::string path = absl::StrCat(extension ? input.substr(0, dot) : input, kEnding);
  return input != "-" && Exists(path) ? AddCorrections(path, articles) : absl::OkStatus();
}

absl::Status AddCorrections(const std::string& path, std::vector<Article>* articles) {
  const absl::StatusOr<std::string> contents = compiler::ReadFile(path, compiler::kMaxCorrectionsBytes);
  if (!contents.ok()) return compiler::AtFile(contents.status(), path);
  absl::StatusOr<std::shared_ptr<const compiler::Corrections>> corrections = compiler::ReadCorrections(path, *contents);
  if (!corrections.ok()) return corrections.status();
  if (absl::Status status = CheckArticles(**corrections, *articles); !status.ok()) return status;
  for (Article& article : *articles) article.corrections = *corrections;
  return absl::OkStatus();
}

}  // namespace pith::command
