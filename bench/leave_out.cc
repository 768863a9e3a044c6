// Compiles articles without one kind of what an index holds, for parts.sh.
//
//   leave_out PART DATA DOCS.jsonl INDEX      DATA: the folder share/pith of a build; the profile is standard
//
// PART: nothing, facts (with events), candidates, claims, or vectors (of words that the language block lacks).

#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/language/language.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/output.h"
#include "tools/compiler/read/files.h"
#include "tools/compiler/read/read.h"

namespace pith::compiler {
namespace {

using Edit = std::function<void(Analysis*)>;

void LeaveOutFacts(Analysis* analysis) {
  analysis->facts.clear();
  analysis->events.clear();
}

const std::map<std::string, Edit>& Edits() {
  static const std::map<std::string, Edit> edits = {
      {"nothing", [](Analysis*) {}},
      {"facts", LeaveOutFacts},
      {"candidates", [](Analysis* analysis) { analysis->candidates.clear(); }},
      {"claims", [](Analysis* analysis) { analysis->claims.clear(); }},
      {"vectors", [](Analysis*) {}},
  };
  return edits;
}

absl::Status Run(const std::string& part, const std::string& data, const std::string& docs, const std::string& index) {
  const auto edit = Edits().find(part);
  if (edit == Edits().end()) return absl::InvalidArgumentError("no such part: " + part);
  const absl::StatusOr<Models> models = Models::Load(data + "/en.model");
  if (!models.ok()) return models.status();
  const absl::StatusOr<std::string> block = ReadFile(data + "/en-standard.lang", uint64_t{1} << 30);
  if (!block.ok()) return block.status();
  Language language;
  if (Language::Open({reinterpret_cast<const uint8_t*>(block->data()), block->size()}, &language) != PITH_OK) {
    return absl::DataLossError("en-standard.lang: not a language block");
  }
  const absl::StatusOr<std::string> contents = ReadFile(docs, uint64_t{1} << 30);
  if (!contents.ok()) return contents.status();
  std::vector<Problem> problems;
  ReadOptions options;
  options.from = &FormatNamed("jsonl");
  const absl::StatusOr<std::vector<Article>> articles = ReadArticles(docs, *contents, options, &problems);
  if (!articles.ok()) return articles.status();
  const WordVectors vectors = part == "vectors" ? WordVectors() : models->word_vectors();
  std::vector<PartInput> parts;
  for (const Article& article : *articles) {
    Analysis analysis = Analyze(article, *models, language);
    edit->second(&analysis);
    absl::StatusOr<std::string> bytes = CompilePart(std::move(analysis), language, vectors);
    if (!bytes.ok()) return bytes.status();
    parts.push_back({article.id, *std::move(bytes)});
  }
  const absl::StatusOr<std::string> bytes = WriteIndex(parts, *block, true, vectors);
  return bytes.ok() ? WriteFileAtomically(index, *bytes) : bytes.status();
}

}  // namespace
}  // namespace pith::compiler

int main(int argc, char** argv) {
  if (argc != 5) return 2;
  const absl::Status status = pith::compiler::Run(argv[1], argv[2], argv[3], argv[4]);
  if (!status.ok()) std::fprintf(stderr, "leave_out: %s\n", std::string(status.message()).c_str());
  return status.ok() ? 0 : 1;
}
