#include "tools/compiler/names/names.h"

#include <algorithm>

namespace pith::compiler {
namespace {

constexpr int kNetworkWeight = 6;  // of the network's scores beside the linear model's; chosen on GUM dev

bool MayFollow(int before, int label) {
  // Words inside a name follow its first word or each other; those of type t have the labels 2t - 1 and 2t.
  if (label == 0 || label % 2 == 1) return true;
  return before == label || before == label - 1;
}

}  // namespace

void NameFeatures(const SentenceView& view, const std::vector<Token>& tokens, size_t at, HashedFeatures* out) {
  static const WordView kOutside;
  const auto word = [&](size_t offset_plus_2) -> const WordView& {
    const size_t i = at + offset_plus_2;
    return i < 2 || i - 2 >= view.words.size() ? kOutside : view.words[i - 2];
  };
  const auto pos = [&](size_t offset_plus_2) -> Feature {
    const size_t i = at + offset_plus_2;
    return i < 2 || i - 2 >= tokens.size() ? 99 : static_cast<Feature>(tokens[i - 2].pos);
  };
  const WordView &w0 = word(2), &p1 = word(1), &p2 = word(0), &n1 = word(3), &n2 = word(4);
  const Feature t0 = pos(2), tp1 = pos(1), tn1 = pos(3);
  const auto style = static_cast<Feature>(view.style);
  const auto kind = [](const WordView& w) {
    return static_cast<Feature>(w.capital + 2 * w.upper + 4 * w.digits + 8 * w.letters);
  };
  out->Clear();
  out->Add();
  out->Add(w0.lower);
  out->Add(w0.form, style);
  out->Add(w0.shape, style);
  out->Add(w0.shape, style, at == 0, t0);
  out->Add(t0, w0.capital, style, at == 0);
  for (int i = 0; i < kAffixes; ++i) out->Add(w0.suffix[i], w0.capital);
  for (int i = 2; i < 4; ++i) out->Add(w0.prefix[i], w0.capital);
  out->Add(w0.fine);
  out->Add(w0.mid);
  out->Add(w0.coarse);
  out->Add(w0.fine, w0.capital, style);
  out->Add(w0.mid, w0.capital, t0);
  out->Add(p1.lower);
  out->Add(n1.lower);
  out->Add(p2.lower);
  out->Add(n2.lower);
  out->Add(p1.lower, w0.lower);
  out->Add(w0.lower, n1.lower);
  out->Add(p1.lower, kind(w0));
  out->Add(n1.lower, kind(w0));
  out->Add(p2.lower, p1.lower, kind(w0));
  out->Add(n1.lower, n2.lower, kind(w0));
  out->Add(p1.fine, kind(w0));
  out->Add(n1.fine, kind(w0));
  out->Add(p2.fine, kind(w0), kind(p1));
  out->Add(n2.fine, kind(w0), kind(n1));
  out->Add(p1.mid, w0.mid, kind(w0));
  out->Add(w0.mid, n1.mid, kind(w0));
  out->Add(p1.fine, w0.fine);
  out->Add(w0.fine, n1.fine);
  out->Add(p1.mid, n1.mid, kind(w0));
  out->Add(w0.coarse, p1.coarse, n1.coarse, kind(w0));
  out->Add(kind(p2), kind(p1), kind(w0), kind(n1), kind(n2), style);
  out->Add(tp1, t0, tn1, w0.capital);
  out->Add(tp1, t0, w0.fine);
  out->Add(t0, tn1, w0.fine);
  out->Add(p1.shape, w0.shape, n1.shape, style);
  // The end of a run of capitalized words often shows what a name is: "... Airport", "... Ltd", "... said".
  size_t end = at, begin = at;
  while (end < view.words.size() && end < at + 6 && view.words[end].capital) ++end;
  while (begin > 0 && begin + 6 > at && view.words[begin - 1].capital) --begin;
  if (end > at + 1 && style == 0) {
    out->Add(view.words[end - 1].lower, w0.capital);
    out->Add(view.words[end - 1].fine, w0.capital);
  }
  if (begin < at && w0.capital && style == 0) {
    out->Add(1, view.words[begin].lower);
    out->Add(1, view.words[begin].fine);
  }
  if (w0.capital && style == 0) {
    const WordView& behind = end < view.words.size() ? view.words[end] : kOutside;
    const WordView& before = begin > 0 ? view.words[begin - 1] : kOutside;
    out->Add(2, behind.lower);
    out->Add(3, behind.mid, before.mid);
    out->Add(4, before.lower);
  }
}

void NameTransition(int before, HashedFeatures* out) {
  out->Clear();
  out->Add(0x6e616d65, before);
}

std::vector<int> BestLabels(const NameScores& scores) {
  const size_t words = scores.words.size() / kNameLabels;
  std::vector<int> from(scores.words.size()), labels(words);
  int64_t best[kNameLabels], last[kNameLabels];
  for (size_t at = 0; at < words; ++at) {
    for (int label = 0; label < kNameLabels; ++label) {
      int64_t& score = best[label];
      score = INT64_MIN / 2;
      int& source = from[at * kNameLabels + static_cast<size_t>(label)];
      if (at == 0) {
        if (MayFollow(kNameLabels, label)) score = scores.after[kNameLabels][label];
      } else {
        for (int before = 0; before < kNameLabels; ++before) {
          if (!MayFollow(before, label) || last[before] + scores.after[before][label] <= score) continue;
          score = last[before] + scores.after[before][label];
          source = before;
        }
      }
      score += scores.words[at * kNameLabels + static_cast<size_t>(label)];
    }
    std::copy(best, best + kNameLabels, last);
  }
  if (words == 0) return labels;
  labels[words - 1] = static_cast<int>(std::max_element(last, last + kNameLabels) - last);
  for (size_t at = words - 1; at > 0; --at) {
    labels[at - 1] = from[at * kNameLabels + static_cast<size_t>(labels[at])];
  }
  return labels;
}

std::vector<Name> FindNames(const Models& models, const SentenceView& view, uint32_t sentence_number,
                            Sentence& sentence) {
  std::vector<Name> names;
  for (Token& token : sentence.tokens) token.name = NameType::kNone;
  const LinearModel& model = models.names();
  if (model.classes() != kNameLabels) return names;
  HashedFeatures features;
  NameScores scores;
  for (int before = 0; before <= kNameLabels; ++before) {
    NameTransition(before, &features);
    model.Score(features.span(), absl::MakeSpan(scores.after[before]));
  }
  scores.words.resize(sentence.tokens.size() * kNameLabels);
  for (size_t at = 0; at < sentence.tokens.size(); ++at) {
    NameFeatures(view, sentence.tokens, at, &features);
    const auto row = absl::MakeSpan(scores.words).subspan(at * kNameLabels, kNameLabels);
    model.Score(features.span(), row);
    if (at >= view.labels.size()) continue;
    for (size_t label = 0; label < kNameLabels; ++label) row[label] += kNetworkWeight * view.labels[at][label];
  }
  const std::vector<int> labels = BestLabels(scores);
  for (size_t at = 0; at < labels.size(); ++at) {
    if (labels[at] == 0) continue;
    const auto type = static_cast<NameType>((labels[at] + 1) / 2);
    const auto index = static_cast<uint32_t>(at);
    sentence.tokens[at].name = type;
    if (labels[at] % 2 == 1) names.push_back({{sentence_number, index, index, index}, type});
    names.back().span.last = index + 1;
  }
  // The head of a name is the first of its words whose own head lies outside it.
  for (Name& name : names) {
    for (uint32_t at = name.span.first; at < name.span.last; ++at) {
      const int head = sentence.tokens[at].head;
      name.span.head = at;
      if (head < static_cast<int>(name.span.first) || head >= static_cast<int>(name.span.last)) break;
    }
  }
  return names;
}

}  // namespace pith::compiler
