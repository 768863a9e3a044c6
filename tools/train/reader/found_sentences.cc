#include "tools/train/reader/found_sentences.h"

#include "tools/compiler/byte_writer.h"

namespace pith::train {

bool FoundSentences::Find(const OpenedIndex& index, uint32_t article, const std::string& text) {
  if (ReadQuery(index.language, compiler::AsBytes(text), &query) != PITH_OK) return false;
  question = ReadQuestion(index.language, query);
  BestSentences found = {best, kReaderSentences};
  Meter meter;
  FindSentences(index, article, &query, &work_, &meter, &found);
  count = found.count;
  return true;
}

std::vector<ReaderSentence> FoundSentences::ToRead(uint32_t article, uint32_t most) const {
  std::vector<ReaderSentence> chosen;
  for (uint32_t i = 0; i < count && i < most; ++i) chosen.push_back({best[i].article, best[i].sentence, best[i].score});
  if (chosen.empty()) chosen.push_back({article, 0, 0});
  return chosen;
}

}  // namespace pith::train
