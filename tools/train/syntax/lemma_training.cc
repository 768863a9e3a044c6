#include "tools/train/syntax/lemma_training.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/strings/str_split.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/syntax/lemma.h"
#include "tools/train/common/learner.h"
#include "tools/train/syntax/corpus.h"

namespace pith::compiler {
namespace {

constexpr int kLeastRule = 3;
// A right rule must lead by this much, or the weights move.
constexpr int kMargin = 1;

// Learns one decision.
void Learn(Learner& learner, const HashedFeatures& features, int gold) {
  int32_t scores[kMaxClasses];
  learner.Score(features.span(), absl::MakeSpan(scores));
  const int32_t right = scores[gold];
  scores[gold] = INT32_MIN;
  const int rival = BestClass(scores, learner.classes());
  if (right < scores[rival] + kMargin) learner.Update(features.span(), gold, rival);
  learner.Tick();
}

struct Rule {
  size_t cut;
  std::string append;
  bool operator<(const Rule& other) const { return std::tie(cut, append) < std::tie(other.cut, other.append); }
};

Rule RuleFor(const std::string& folded, const std::string& lemma) {
  size_t same = 0;
  while (same < folded.size() && same < lemma.size() && folded[same] == lemma[same]) ++same;
  return {folded.size() - same, lemma.substr(same)};
}

// The number of a gold tag such as "VERB/VBN"; a tag that the model lacks counts as the first of its part of speech.
int TagNumber(const SyntaxModel& syntax, const std::string& fine) {
  const std::pair<absl::string_view, absl::string_view> parts = absl::StrSplit(fine, absl::MaxSplits('/', 1));
  int of_pos = 0;
  for (size_t i = syntax.tags().size(); i-- > 0;) {
    const TreebankTag& tag = syntax.tags()[i];
    if (tag.pos != PosOf(parts.first)) continue;
    if (tag.treebank == parts.second) return static_cast<int>(i);
    of_pos = static_cast<int>(i);
  }
  return of_pos;
}

}  // namespace

Sections TrainLemmas(const std::vector<GoldSentence>& train, const SyntaxModel& syntax, int epochs, size_t max_bytes) {
  struct Example {
    const std::string* folded;
    int tag;
    Pos pos;
    Rule rule;
  };
  std::vector<Example> examples;
  std::map<Rule, int> counts;
  for (const GoldSentence& gold : train) {
    for (size_t i = 0; i < gold.fine.size(); ++i) {
      const Token& token = gold.sentence.tokens[i];
      examples.push_back(
          {&token.folded, TagNumber(syntax, gold.fine[i]), token.pos, RuleFor(token.folded, token.lemma)});
      ++counts[examples.back().rule];
    }
  }
  std::vector<std::pair<int, Rule>> rules;
  for (const auto& [rule, count] : counts) {
    if (count >= kLeastRule && rule.cut < 256 && rule.append.size() < 256) rules.emplace_back(-count, rule);
  }
  std::sort(rules.begin(), rules.end());
  if (rules.size() > kMaxClasses) rules.resize(kMaxClasses);
  std::map<Rule, int> numbers;
  std::string section;
  for (const auto& [count, rule] : rules) {
    numbers.emplace(rule, static_cast<int>(numbers.size()));
    section.push_back(static_cast<char>(rule.cut));
    section.push_back(static_cast<char>(rule.append.size()));
    section.append(rule.append);
  }
  Learner learner(static_cast<int>(rules.size()));
  Random random(3);
  HashedFeatures features;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.Shuffle(&examples);
    for (const Example& example : examples) {
      const auto it = numbers.find(example.rule);
      if (it == numbers.end()) continue;
      LemmaFeatures(*example.folded, example.tag, example.pos, &features);
      Learn(learner, features, it->second);
    }
  }
  return {{"lemma", learner.Section(max_bytes, 1)}, {"lemma.rules", section}};
}

}  // namespace pith::compiler
