// Any bytes as articles, compiled as the command compiles them. The first byte says of which format they are, and
// whether the trained models or small ones read them: those give the stages trees that no sentence has.

#include "tests/fuzz/small_models.h"
#include "tests/fuzz/sound_index.h"
#include "tools/compiler/read/read.h"

namespace {

namespace compiler = pith::compiler;

const compiler::Models& Opened(absl::StatusOr<compiler::Models> models) {
  if (!models.ok()) pith::testing::Broken(models.status().ToString());
  return *new compiler::Models(*std::move(models));
}

const compiler::Models& TrainedModels() {
  static const compiler::Models& models =
      Opened(compiler::Models::FromBytes(pith::testing::ReadNamedFile("PITH_FUZZ_MODELS")));
  return models;
}

const compiler::Models& SmallModels() {
  static const compiler::Models& models =
      Opened(compiler::Models::FromBytes(compiler::MakeModelFile(pith::testing::SmallModels().Sections())));
  return models;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  constexpr const char* kFormats[] = {"text", "jsonl", "html", "markdown"};
  compiler::ReadOptions options;
  options.from = &compiler::FormatNamed(kFormats[data[0] % 4]);
  options.keep_going = true;
  std::vector<compiler::Problem> problems;
  const auto articles = compiler::ReadArticles(
      "input", absl::string_view(reinterpret_cast<const char*>(data) + 1, size - 1), options, &problems);
  if (!articles.ok()) pith::testing::Broken(articles.status().ToString());
  for (const compiler::Article& article : *articles) {
    pith::testing::CompileSoundly(article, data[0] / 4 % 4 == 0 ? TrainedModels() : SmallModels());
  }
  return 0;
}
