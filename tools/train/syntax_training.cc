#include "tools/train/syntax_training.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <numeric>
#include <tuple>

#include "tools/compiler/lemma.h"
#include "tools/compiler/tagger.h"
#include "tools/compiler/transitions.h"
#include "tools/train/corpus.h"
#include "tools/train/learner.h"
#include "tools/train/oracle.h"

namespace pith::compiler {
namespace {

constexpr int kLeastTag = 5, kLeastRule = 3;
// A right class must lead by this much, or the weights move.
constexpr int kTagMargin = 2, kStepMargin = 2, kLemmaMargin = 1;
// From this epoch on the parser follows its own steps nine times out of ten, to learn from its errors.
constexpr int kExploreFrom = 2;

Pos PosOfFine(const std::string& fine) { return PosOf(absl::string_view(fine).substr(0, fine.find('/'))); }

std::vector<size_t> Numbers(size_t count) {
  std::vector<size_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), size_t{0});
  return numbers;
}

// Learns one decision; gives the class that was predicted.
int Learn(Learner& learner, const FeatureList& features, int gold, int margin) {
  int32_t scores[kMaxClasses];
  learner.Score(features.span(), absl::MakeSpan(scores));
  const int32_t right = scores[gold];
  const int predicted = BestClass(scores, learner.classes());
  scores[gold] = INT32_MIN;
  const int rival = BestClass(scores, learner.classes());
  if (right < scores[rival] + margin) learner.Update(features.span(), gold, rival);
  learner.Tick();
  return predicted;
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

}  // namespace

TagSet::TagSet(const std::vector<GoldSentence>& train) {
  std::map<std::string, int> counts;
  for (const GoldSentence& gold : train) {
    for (const std::string& fine : gold.fine) ++counts[fine];
  }
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [fine, count] : counts) {
    if (count >= kLeastTag) order.emplace_back(-count, fine);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [count, fine] : order) tags_.push_back(fine);
}

int TagSet::Number(const std::string& fine) const {
  for (size_t i = 0; i < tags_.size(); ++i) {
    if (tags_[i] == fine) return static_cast<int>(i);
  }
  for (size_t i = 0; i < tags_.size(); ++i) {
    if (PosOfFine(tags_[i]) == PosOfFine(fine)) return static_cast<int>(i);
  }
  return 0;
}

std::string TagSet::Section() const {
  std::string section;
  for (const std::string& tag : tags_) section.push_back(static_cast<char>(PosOfFine(tag)));
  return section;
}

std::string TrainTagger(const std::vector<GoldSentence>& train, const std::vector<SentenceView>& views,
                        const TagSet& tags, int epochs, size_t max_bytes, int left_out_fold, int folds) {
  Learner learner(tags.size());
  Random random(1);
  std::vector<size_t> order = Numbers(train.size());
  std::vector<std::vector<int>> gold(train.size());
  for (size_t i = 0; i < train.size(); ++i) {
    for (const std::string& fine : train[i].fine) gold[i].push_back(tags.Number(fine));
  }
  FeatureList features;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.Shuffle(&order);
    int64_t right = 0, all = 0;
    for (const size_t i : order) {
      if (folds > 0 && static_cast<int>(i % static_cast<size_t>(folds)) == left_out_fold) continue;
      int before = kNoTag, before_that = kNoTag;
      for (size_t at = 0; at < gold[i].size(); ++at) {
        TagFeatures(views[i], at, before, before_that, &features);
        const int predicted = Learn(learner, features, gold[i][at], kTagMargin);
        right += predicted == gold[i][at];
        ++all;
        before_that = before;
        before = predicted;
      }
    }
    std::cerr << "tagger, epoch " << epoch + 1 << ": " << 100.0 * static_cast<double>(right) / static_cast<double>(all)
              << " % in training\n";
  }
  return learner.Section(max_bytes);
}

std::string TrainParser(const std::vector<GoldSentence>& train, const std::vector<SentenceView>& views,
                        const std::vector<std::vector<uint8_t>>& tagged, int epochs, size_t max_bytes) {
  Learner learner(kStepClasses);
  Random random(2);
  std::vector<size_t> order = Numbers(train.size());
  FeatureList features;
  int32_t scores[kMaxClasses];
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.Shuffle(&order);
    int64_t wrong = 0, all = 0;
    for (const size_t i : order) {
      const std::vector<Token>& gold = train[i].sentence.tokens;
      const Oracle oracle(gold);
      ParseState state(static_cast<int>(gold.size()));
      while (!state.Done()) {
        if (state.depth() == 0 || (state.next() == state.size() && state.depth() == 1)) {
          state.Do(state.depth() == 0 ? Step() : Step{Move::kLeft, Rel::kRoot});
          continue;
        }
        StepFeatures(views[i], tagged[i], state, &features);
        learner.Score(features.span(), absl::MakeSpan(scores));
        int move_cost[3] = {INT32_MAX, INT32_MAX, INT32_MAX}, least = INT32_MAX;
        for (const Move move : {Move::kShift, Move::kLeft, Move::kRight}) {
          if (!state.Can(move)) continue;
          move_cost[static_cast<int>(move)] = oracle.Cost(state, move);
          least = std::min(least, move_cost[static_cast<int>(move)]);
        }
        int good = -1, bad = -1;
        for (int cls = 0; cls < kStepClasses; ++cls) {
          const Step step = Step::Of(cls);
          const int cost = move_cost[static_cast<int>(step.move)];
          if (cost == INT32_MAX || step.rel == Rel::kRoot) continue;
          int& best = cost == least && oracle.Cost(state, step) == least ? good : bad;
          if (best < 0 || scores[cls] > scores[best]) best = cls;
        }
        if (good >= 0 && bad >= 0 && scores[good] < scores[bad] + kStepMargin) {
          learner.Update(features.span(), good, bad);
        }
        learner.Tick();
        const bool error = good < 0 || (bad >= 0 && scores[bad] >= scores[good]);
        wrong += error;
        ++all;
        const bool explore = epoch >= kExploreFrom && random.Next(10) > 0;
        state.Do(Step::Of(good < 0 || (error && explore) ? bad : good));
      }
    }
    std::cerr << "parser, epoch " << epoch + 1 << ": "
              << 100 - 100.0 * static_cast<double>(wrong) / static_cast<double>(all) << " % of steps in training\n";
  }
  return learner.Section(max_bytes);
}

Sections TrainLemmas(const std::vector<GoldSentence>& train, const TagSet& tags, int epochs, size_t max_bytes) {
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
      examples.push_back({&token.folded, tags.Number(gold.fine[i]), token.pos, RuleFor(token.folded, token.lemma)});
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
  FeatureList features;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    random.Shuffle(&examples);
    for (const Example& example : examples) {
      const auto it = numbers.find(example.rule);
      if (it == numbers.end()) continue;
      LemmaFeatures(*example.folded, example.tag, example.pos, &features);
      Learn(learner, features, it->second, kLemmaMargin);
    }
  }
  return {{"lemma", learner.Section(max_bytes, 1)}, {"lemma.rules", section}};
}

}  // namespace pith::compiler
