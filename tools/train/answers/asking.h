// What the trainer of confidence asks: each question of its own article, and those of tests of the next one too.

#ifndef PITH_TOOLS_TRAIN_ANSWERS_ASKING_H_
#define PITH_TOOLS_TRAIN_ANSWERS_ASKING_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/index/index.h"
#include "tools/train/answers/asked.h"

namespace pith::train {

// kHalves: of tests, half of the articles to learn from and half to measure. The others: as visitors asked.
enum class Use { kHalves, kLearn, kMeasure };

struct UsedSet {
  std::unique_ptr<AskedSet> set;
  Use use;
  const char* name;

  bool as_asked() const { return use != Use::kHalves; }
};

// Reads "halves INDEX QUESTIONS learn INDEX QUESTIONS ..." from argv[1]. Empty, with a message on standard error if a
// file is at fault, if that is not what is there. The names point into argv.
std::vector<UsedSet> LoadSets(int argc, char** argv);

// What is asked: of the article, or of the next one that does not hold the answer. Points into the sets.
struct Asking {
  const UsedSet* used;
  const AskedQuestion* question;
  uint32_t article;
  bool answerable, near_miss;

  const OpenedIndex& index() const { return used->set->index(); }
};

// All that is learned from, or with `measuring` what nothing was learned from.
std::vector<Asking> AllAskings(const std::vector<UsedSet>& sets, bool measuring);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_ANSWERS_ASKING_H_
