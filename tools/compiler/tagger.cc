#include "tools/compiler/tagger.h"

#include <algorithm>

namespace pith::compiler {

void TagFeatures(const SentenceView& view, size_t at, int before, int before_that, FeatureList* out) {
  static const WordView kOutside;
  const auto word = [&](size_t offset_plus_2) -> const WordView& {
    const size_t i = at + offset_plus_2;
    return i < 2 || i - 2 >= view.words.size() ? kOutside : view.words[i - 2];
  };
  const WordView &w0 = word(2), &p1 = word(1), &p2 = word(0), &n1 = word(3), &n2 = word(4);
  const auto style = static_cast<Feature>(view.style);
  const auto tag1 = static_cast<Feature>(before), tag2 = static_cast<Feature>(before_that);
  out->Clear();
  out->Add();
  out->Add(w0.lower);
  out->Add(w0.form, style);
  for (int i = 0; i < kAffixes; ++i) out->Add(w0.suffix[i]);
  for (int i = 0; i < 4; ++i) out->Add(w0.prefix[i]);
  out->Add(w0.shape, style);
  out->Add(w0.shape, style, at == 0);
  out->Add(w0.fine);
  out->Add(w0.mid, w0.suffix[1]);
  out->Add(w0.coarse, w0.suffix[2]);
  out->Add(w0.fine, w0.capital, style);
  out->Add(tag1);
  out->Add(tag2, tag1);
  out->Add(tag1, w0.lower);
  out->Add(tag1, w0.fine);
  out->Add(tag1, w0.suffix[2], w0.capital);
  out->Add(tag1, n1.lower);
  out->Add(tag1, n1.coarse, w0.coarse);
  out->Add(p1.lower);
  out->Add(p2.lower);
  out->Add(n1.lower);
  out->Add(n2.lower);
  out->Add(p1.fine, w0.suffix[2]);
  out->Add(n1.fine);
  out->Add(n2.fine);
  out->Add(n1.suffix[2]);
  out->Add(p1.suffix[2]);
  out->Add(n1.shape, w0.shape, style);
  out->Add(p1.lower, w0.lower);
  out->Add(w0.lower, n1.lower);
  out->Add(w0.lower, n1.mid);
  out->Add(w0.lower, n1.suffix[1]);
  out->Add(w0.lower, p1.mid);
  out->Add(n1.lower, n2.lower);
  out->Add(p1.lower, n1.lower);
  out->Add(w0.lower, w0.glued, n1.glued);
  out->Add(w0.capital, n1.capital, p1.capital, style, at == 0);
}

std::vector<uint8_t> Tag(const Models& models, const SentenceView& view) {
  std::vector<uint8_t> tags(view.words.size());
  FeatureList features;
  int32_t scores[kMaxClasses];
  int before = kNoTag, before_that = kNoTag;
  for (size_t at = 0; at < tags.size(); ++at) {
    TagFeatures(view, at, before, before_that, &features);
    models.tagger().Score(features.span(), absl::MakeSpan(scores));
    before_that = before;
    before = BestClass(scores, models.tagger().classes());
    tags[at] = static_cast<uint8_t>(before);
  }
  return tags;
}

int BestClass(absl::Span<const int32_t> scores, int count) {
  return count == 0 ? 0 : static_cast<int>(std::max_element(scores.begin(), scores.begin() + count) - scores.begin());
}

}  // namespace pith::compiler
