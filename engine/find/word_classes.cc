#include "engine/find/word_classes.h"

namespace pith {

WordClasses::WordClasses(const Language& language) {
  const Table<QuestionPattern> patterns(language.Section(kSectionPatterns));
  for (uint32_t p = 0; p < patterns.size() && p < kMaxPatterns && count_ < kMost; ++p) {
    const QuestionPattern pattern = patterns[p];
    if (pattern.kind < kFirstClass || pattern.kind > static_cast<uint8_t>(AskClass::kAgent)) continue;
    if (pattern.words[1] != 0 || pattern.kind == static_cast<uint8_t>(AskClass::kReasonCue)) continue;
    const WordClassSet past = (pattern.flags & kPatternPast) != 0 ? kPastForm : WordClassSet{0};
    hashes_[count_] = pattern.words[0];
    sets_[count_++] = SetOf(static_cast<AskClass>(pattern.kind)) | past;
  }
}

WordClassSet WordClasses::Of(uint32_t hash) const {
  WordClassSet all = 0;
  for (uint32_t i = 0; i < count_; ++i) {
    if (hashes_[i] == hash) all |= sets_[i];
  }
  return all;
}

}  // namespace pith
