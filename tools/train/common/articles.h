// In: files of JSON lines or of GUM, a model file and a language block. Out: articles, analyzed as `pith compile` does.
// Used by the programs of every folder of tools/train; what stands in this folder knows none of them.

#ifndef PITH_TOOLS_TRAIN_COMMON_ARTICLES_H_
#define PITH_TOOLS_TRAIN_COMMON_ARTICLES_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "nlohmann/json.hpp"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"

namespace pith::train {

// Every line of a JSONL file as an object. Exits with a message where the file or a line is bad.
std::vector<nlohmann::json> ReadJsonLines(const std::string& path);

// GUM's documents (*.conllu in `folder`, in order of name) of genres that are read as articles, as {"id", "text",
// "title", "summary": a person's one sentence}. Their sentences are joined as they stood: by a space, by a blank line
// between paragraphs. Exits with a message where the folder holds none.
std::vector<nlohmann::json> ReadGum(const std::string& folder);

// Whether an article is for development, not for training: one in ten, by FNV-1a of its id before '#'.
bool IsDevelopment(absl::string_view doc);

// The compiler's stages, ready to run.
class Analyzer {
 public:
  // `model`, `language`: files. Exits with a message where one cannot be used.
  Analyzer(const std::string& model, const std::string& language);
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // The analysis of {"id", "text", "title"?, "date"?}.
  compiler::Analysis Analyze(const nlohmann::json& article) const;

  const compiler::Models& models() const { return *models_; }
  const Language& language() const { return language_; }

 private:
  std::unique_ptr<compiler::Models> models_;
  std::string block_;
  Language language_;
};

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_COMMON_ARTICLES_H_
