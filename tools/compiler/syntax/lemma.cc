#include "tools/compiler/syntax/lemma.h"

#include "absl/strings/str_cat.h"
#include "tools/compiler/models/word_view.h"

namespace pith::compiler {
namespace {

constexpr size_t kLongestSuffix = 6;

// "hop" for "hoped": a verb of one short syllable doubles its last letter before "-ed" and "-ing", so that the form
// with a single one is of a verb in "-e".
bool LacksFinalE(absl::string_view form, absl::string_view lemma) {
  const absl::string_view kVowels = "aeiouy", kDoubled = "bdgmnpt";
  const size_t last = lemma.size() - 1;
  if (lemma.size() < 3 || (form != absl::StrCat(lemma, "ed") && form != absl::StrCat(lemma, "ing"))) return false;
  return kDoubled.find(lemma[last]) != absl::string_view::npos && lemma.find_first_of(kVowels) == last - 1;
}

}  // namespace

void LemmaFeatures(absl::string_view folded, int tag, Pos pos, HashedFeatures* out) {
  const auto fine = static_cast<Feature>(tag), coarse = static_cast<Feature>(pos);
  const Feature word = HashBytes(folded);
  out->Clear();
  out->Add(fine);
  out->Add(word, fine);
  out->Add(word, coarse);
  Feature suffix = 2;
  for (size_t i = 0; i < kLongestSuffix; ++i) {
    // A zero byte stands for what is beyond the word's beginning.
    suffix = Mix(suffix, i < folded.size() ? static_cast<uint8_t>(folded[folded.size() - 1 - i]) : 0);
    out->Add(suffix, fine);
    out->Add(suffix, coarse);
  }
}

std::string Lemma(const Models& models, absl::string_view folded, int tag) {
  if (models.lemma().classes() == 0) return std::string(folded);
  HashedFeatures features;
  int32_t scores[kMaxClasses];
  LemmaFeatures(folded, tag, models.TagPos(tag), &features);
  models.lemma().Score(features.span(), absl::MakeSpan(scores));
  const LemmaRule& rule = models.Rule(BestClass(scores, models.lemma().classes()));
  if (rule.cut > folded.size() || (rule.cut == folded.size() && rule.append.empty())) return std::string(folded);
  // Rules cut bytes of English words; a character of another script must not be cut in the middle.
  const size_t kept = folded.size() - rule.cut;
  if (kept < folded.size() && (static_cast<uint8_t>(folded[kept]) & 0xC0) == 0x80) return std::string(folded);
  const std::string lemma = absl::StrCat(folded.substr(0, folded.size() - rule.cut), rule.append);
  return LacksFinalE(folded, lemma) ? absl::StrCat(lemma, "e") : lemma;
}

}  // namespace pith::compiler
