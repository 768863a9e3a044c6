#include "tools/train/answers/asking.h"

#include <utility>

#include "absl/strings/string_view.h"
#include "tools/train/common/articles.h"

namespace pith::train {
namespace {

// One development article in two, so that weights are not measured on what they were fitted to.
bool ForMeasuring(absl::string_view doc) {
  uint32_t hash = 5381;
  for (const char c : doc.substr(0, doc.find('#'))) hash = hash * 33 + static_cast<uint8_t>(c);
  return (hash >> 3) % 2 == 1;
}

}  // namespace

std::vector<UsedSet> LoadSets(int argc, char** argv) {
  std::vector<UsedSet> sets;
  for (int i = 1; i + 2 < argc; i += 3) {
    const absl::string_view use = argv[i];
    if (use != "halves" && use != "learn" && use != "measure") return {};
    UsedSet used = {nullptr,
                    use == "halves"  ? Use::kHalves
                    : use == "learn" ? Use::kLearn
                                     : Use::kMeasure,
                    argv[i + 1]};
    used.set = LoadAsked(argv[i + 1], argv[i + 2], kMostQuestions,
                         [&](absl::string_view doc) { return used.as_asked() || IsDevelopment(doc); });
    if (used.set == nullptr) return {};
    sets.push_back(std::move(used));
  }
  return sets;
}

std::vector<Asking> AllAskings(const std::vector<UsedSet>& sets, bool measuring) {
  std::vector<Asking> all;
  for (const UsedSet& used : sets) {
    if (used.use == (measuring ? Use::kLearn : Use::kMeasure)) continue;
    for (const AskedQuestion& q : used.set->questions) {
      if (!used.as_asked() && (ForMeasuring(q.doc) != measuring || (measuring && q.reworded))) continue;
      const bool near_miss = q.golds.empty();
      all.push_back({&used, &q, q.article, !near_miss, near_miss});
      const uint32_t next = (q.article + 1) % used.set->index().size();
      if (!used.as_asked() && !near_miss && !q.reworded && next != q.article) {
        all.push_back({&used, &q, next, false, false});
      }
    }
  }
  return all;
}

}  // namespace pith::train
