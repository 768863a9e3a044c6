#include "tools/compiler/facts/fact_drafts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "tools/compiler/lexicon/reference_words.h"

namespace pith::compiler {
namespace {

std::string Lower(absl::string_view text) { return absl::AsciiStrToLower(text); }

}  // namespace

void FactDrafts::Add(Draft draft) {
  const std::string subject = Lower(draft.subject);
  if (draft.subject.empty() || draft.relation.empty() || IsOpenWord(subject)) return;
  if (IsOpenWord(Lower(draft.object)) || Lower(draft.object) == subject) return;
  if (IsPersonalPronoun(subject)) draft.confidence = draft.confidence * 4 / 10;
  if (IsPersonalPronoun(Lower(draft.object))) draft.confidence = draft.confidence * 6 / 10;
  // Long-winded facts are seldom read right.
  const auto words = std::count(draft.subject.begin(), draft.subject.end(), ' ') +
                     std::count(draft.object.begin(), draft.object.end(), ' ');
  if (words > 14) draft.confidence -= static_cast<int>(std::min<long>(words - 14, 20)) * 120;
  if (draft.value < 0 && draft.object_head >= 0) {
    draft.value = reading_.ValueOf(draft.object_head, ValueKind::kNumber);
    if (draft.value < 0) draft.value = reading_.ValueOf(draft.object_head, ValueKind::kDuration);
    if (draft.value < 0) draft.value = reading_.ValueOf(draft.object_head, ValueKind::kDate);
  }
  if (draft.value < 0 && draft.subject_head >= 0)
    draft.value = reading_.ValueOf(draft.subject_head, ValueKind::kNumber);
  std::sort(draft.evidence.begin(), draft.evidence.end());
  drafts_.push_back(std::move(draft));
}

std::vector<Fact> FactDrafts::Take() const {
  std::vector<Fact> facts;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (const Draft& draft : drafts_) {
    if (!seen.insert({Lower(draft.subject), Lower(draft.relation), Lower(draft.object)}).second) continue;
    Fact fact;
    fact.sentence = reading_.number();
    fact.subject = draft.subject;
    fact.relation = draft.relation;
    fact.object = draft.object;
    if (draft.subject_head >= 0) {
      // "Smith's house" is not about Smith: only a phrase that is the name itself.
      const int entity = reading_.text().EntityOf(draft.subject_head);
      if (entity >= 0 && reading_.analysis().entities[static_cast<size_t>(entity)].name == draft.subject) {
        fact.subject_entity = entity;
      }
    }
    fact.begin = reading_.tree()[draft.evidence.front()].begin;
    fact.end = reading_.tree()[draft.evidence.back()].end;
    fact.value = draft.value;
    fact.when = draft.when;
    fact.where = draft.where;
    fact.negated = draft.negated;
    fact.modality = draft.modality;
    fact.standing = static_cast<uint16_t>(draft.standing);
    fact.confidence = static_cast<uint16_t>(std::clamp(draft.confidence, 500, 10000));
    // The innermost claim around the evidence says whose word it is.
    uint32_t size = ~0u;
    for (const Claim& claim : reading_.analysis().claims) {
      if (draft.presupposed) break;
      if (claim.begin <= fact.begin && fact.end <= claim.end && claim.end - claim.begin < size) {
        size = claim.end - claim.begin;
        fact.attribution = claim.speaker;
      }
    }
    facts.push_back(std::move(fact));
  }
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return std::make_pair(a.begin, a.end) < std::make_pair(b.begin, b.end);
  });
  return facts;
}

}  // namespace pith::compiler
