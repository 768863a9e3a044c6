// Any bytes as a file of corrections, which are then made in the article that PITH_FUZZ_TEXT names.

#include "tests/fuzz/small_models.h"
#include "tests/fuzz/sound_index.h"
#include "tools/compiler/corrections/read_corrections.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace compiler = pith::compiler;
  static const auto* const models = new compiler::Models(
      *compiler::Models::FromBytes(compiler::MakeModelFile(pith::testing::SmallModels().Sections())));
  static const auto* const text = new std::string(pith::testing::ReadNamedFile("PITH_FUZZ_TEXT"));
  const auto corrections =
      compiler::ReadCorrections("corrections.toml", absl::string_view(reinterpret_cast<const char*>(data), size));
  if (!corrections.ok()) {
    if (corrections.status().message().empty()) std::abort();
    return 0;
  }
  compiler::Article article;
  article.id = "a";
  article.text = *text;
  article.corrections = *corrections;
  pith::testing::CompileSoundly(std::move(article), *models);
  return 0;
}
