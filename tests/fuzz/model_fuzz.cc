// A model file whose sections are changed as the input says, with a right checksum; then an article is read with it.

#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/small_models.h"
#include "tests/fuzz/sound_index.h"

namespace {

using Input = FuzzedDataProvider;

// A number at the section's beginning, where its sizes are, or some of its bytes.
void Change(Input* in, std::string* section) {
  if (section->empty()) return;
  const auto at = in->ConsumeIntegralInRange<size_t>(
      0, in->ConsumeBool() ? section->size() - 1 : std::min<size_t>(section->size() - 1, 32));
  std::string bytes;
  switch (in->ConsumeIntegralInRange<int>(0, 3)) {
    case 0:
      return section->resize(at);
    case 1:
      bytes.assign(4, in->ConsumeBool() ? '\xff' : '\0');
      break;
    case 2:
      bytes.assign(1, static_cast<char>((*section)[at] + (in->ConsumeBool() ? 1 : -1)));
      break;
    default:
      bytes = in->ConsumeRandomLengthString(8);
  }
  for (size_t i = 0; i < bytes.size() && at + i < section->size(); ++i) (*section)[at + i] = bytes[i];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace compiler = pith::compiler;
  static const auto* const good = new auto(pith::testing::SmallModels().Sections());
  Input in(data, size);
  auto sections = *good;
  for (auto n = in.ConsumeIntegralInRange<int>(0, 4); n > 0; --n) {
    const auto i = in.ConsumeIntegralInRange<size_t>(0, sections.size() - 1);
    if (in.ConsumeIntegralInRange<int>(0, 15) == 0) {
      sections.erase(sections.begin() + static_cast<ptrdiff_t>(i));
      break;
    }
    Change(&in, &sections[i].second);
  }
  std::string file = compiler::MakeModelFile(sections);
  const bool whole = in.ConsumeBool();
  if (!whole) file.resize(in.ConsumeIntegralInRange<size_t>(0, file.size()));
  const auto models = compiler::Models::FromBytes(std::move(file));
  if (!models.ok()) return 0;
  compiler::Article article;
  article.id = "a";
  article.text =
      "Ilse Varga, who founded the society in 1951, counted about 40 cranes. \"It did not close,\" she said.";
  pith::testing::CompileSoundly(std::move(article), *models);
  return 0;
}
