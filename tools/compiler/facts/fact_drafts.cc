#include "tools/compiler/facts/fact_drafts.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "tools/compiler/facts/fact_confidence.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
using absl::AsciiStrToLower;
namespace {

// "the tower, the tallest in Europe": what is compared with others is claimed even in passing.
bool IsJudgement(const Tree& tree, const Draft& draft) {
  return std::any_of(draft.evidence.begin(), draft.evidence.end(), [&](int t) {
    const Token& token = tree[t];
    return (token.pos == Pos::kAdj && absl::EndsWith(token.folded, "est")) ||
           IsOneOf(token.folded, {"most", "best", "worst", "only", "least"});
  });
}

}  // namespace

void FactDrafts::Add(Draft draft) {
  const std::string subject = AsciiStrToLower(draft.subject);
  if (draft.evidence.empty() || draft.subject.empty() || draft.relation.empty() || IsOpenWord(subject) ||
      IsNegativeWord(subject))
    return;
  const std::string object = AsciiStrToLower(draft.object);
  const bool none = draft.negated && object == "anything";  // "paid nothing"
  const bool emptied = absl::StrContains(object, "\"\"");   // a quotation whose words stand elsewhere
  if ((IsOpenWord(object) && !none) || object == subject || emptied) return;
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

std::string FactDrafts::SpeakerOf(uint32_t begin, uint32_t end) const {
  // Claims are ordered by their begin, and each lies within one sentence.
  const std::vector<Claim>& claims = reading_.analysis().claims;
  auto claim = std::lower_bound(claims.begin(), claims.end(), reading_.tree().sentence().begin,
                                [](const Claim& other, uint32_t at) { return other.begin < at; });
  const Claim *innermost = nullptr, *opening = nullptr;
  for (; claim != claims.end() && claim->begin < end; ++claim) {
    const bool begins = claim->begin <= begin && begin < claim->end, ends = end <= claim->end;
    // "The report, Ines Roth warned, was late.": two claims of one speaker.
    if (ends && !begins && innermost == nullptr && opening != nullptr && opening->speaker == claim->speaker) {
      innermost = opening;
    }
    if (begins && !ends) opening = &*claim;
    if (!begins || !ends) continue;
    if (innermost == nullptr || claim->end - claim->begin < innermost->end - innermost->begin) innermost = &*claim;
  }
  return innermost == nullptr ? "" : innermost->speaker;
}

int FactDrafts::EntityNamed(absl::string_view phrase, int head) const {
  if (head < 0) return -1;
  const int entity = reading_.text().EntityOf(head);
  return entity >= 0 && reading_.analysis().entities[static_cast<size_t>(entity)].name == phrase ? entity : -1;
}

std::vector<Fact> FactDrafts::Facts() const {
  std::vector<Fact> facts;
  std::set<std::tuple<std::string, std::string, std::string>> seen;
  for (const Draft& draft : drafts_) {
    if (!seen.insert({AsciiStrToLower(draft.subject), AsciiStrToLower(draft.relation), AsciiStrToLower(draft.object)})
             .second)
      continue;
    Fact fact;
    fact.sentence = reading_.number();
    fact.subject = draft.subject;
    fact.relation = draft.relation;
    fact.object = draft.object;
    fact.subject_entity = EntityNamed(draft.subject, draft.subject_head);
    fact.object_entity = EntityNamed(draft.object, draft.object_head);
    fact.begin = reading_.tree()[draft.evidence.front()].begin;
    fact.end = reading_.tree()[draft.evidence.back()].end;
    fact.value = draft.value;
    fact.when = draft.when;
    fact.where = draft.where;
    fact.negated = draft.negated;
    fact.modality = draft.modality;
    fact.standing = static_cast<uint16_t>(draft.standing);
    if (!draft.presupposed || IsJudgement(reading_.tree(), draft)) {
      fact.attribution = SpeakerOf(fact.begin, fact.end);
    }
    fact.features = FactFeaturesOf(reading_, draft, !fact.attribution.empty());
    fact.confidence = FactConfidence(fact.features);
    facts.push_back(std::move(fact));
  }
  std::stable_sort(facts.begin(), facts.end(), [](const Fact& a, const Fact& b) {
    return std::make_pair(a.begin, a.end) < std::make_pair(b.begin, b.end);
  });
  return facts;
}

}  // namespace pith::compiler
