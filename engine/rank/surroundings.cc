#include "engine/rank/surroundings.h"

namespace pith {
namespace {

// Relations between a name, number or noun and the noun that says what it is: "the port of Oban", "the author, Jane
// Doe", "33 cars".
bool SaysWhatItIs(Rel rel) {
  return rel == Rel::kNmod || rel == Rel::kAppos || rel == Rel::kCompound || rel == Rel::kFlat ||
         rel == Rel::kNmodDesc || rel == Rel::kNummod;
}

}  // namespace

void NoteStructure(const Scan& scan, const CandidateRecord& candidate, Surroundings* s) {
  for (uint32_t i = candidate.first; i < candidate.last; ++i) {
    s->content_inside += scan.all[i].term != kNoTerm ? 1 : 0;
    s->verb_inside |= scan.all[i].pos == Pos::kVerb;
  }
  // Masks instead of branches, so that compilers vectorize the loop over all tokens.
  const auto mask = [](bool b) { return static_cast<uint8_t>(b ? 0xFF : 0); };
  const uint8_t first = candidate.first, size = static_cast<uint8_t>(candidate.last - candidate.first);
  const uint8_t governor = scan.all[candidate.head].governor;
  uint8_t cut = 0, beside = 0;
  for (uint32_t i = 0; i < scan.padded_count; ++i) {
    const uint8_t head = scan.heads[i];
    const uint8_t from_first = static_cast<uint8_t>(static_cast<uint8_t>(i) - first);
    const uint8_t note = static_cast<uint8_t>(scan.notes[i] & mask(from_first >= size));  // outside the candidate
    cut = static_cast<uint8_t>(cut | (note & mask(static_cast<uint8_t>(head - first) < size)));
    beside = static_cast<uint8_t>(beside | (note & mask(head == governor)));
  }
  s->cut = cut;
  s->beside = governor == candidate.head ? uint8_t{0} : beside;
}

void NoteMatches(const SentenceContext& c, const CandidateRecord& candidate, Surroundings* out) {
  const Scan& scan = *c.scan;
  Surroundings& s = *out;
  const uint8_t governor = scan.all[candidate.head].governor;
  // "vowed to act and declared an emergency": the second verb shares the subject of the first.
  const ScannedToken& verb = scan.all[governor];
  const uint8_t first_verb = verb.rel == Rel::kConj ? verb.head : governor;
  uint64_t clause_words = 0;
  for (uint32_t m = 0; m < scan.matched_count; ++m) {
    const uint32_t i = scan.matched[m];
    const ScannedToken& t = scan.all[i];
    const bool inside = i >= candidate.first && i < candidate.last;
    const bool focus = c.question->InFocus(t.word);
    const uint32_t weight = c.query->words[t.word].idf * uint32_t{t.strength} / kFullStrength + 1;
    const uint64_t bit = uint64_t{1} << t.word;
    if (inside && focus) {
      // The noun asked about is part of the answer, not a word that the answer repeats.
      if ((clause_words & bit) == 0) s.clause_weight += weight;
      clause_words |= bit;
    }
    if (inside) {
      s.matched_inside += focus ? 0 : 1;
      s.focus_inside |= focus;
      if (focus && i == candidate.head) {
        s.focus_head = (t.strength + 1u) / 16;
        s.focus_token = static_cast<uint8_t>(i);
      }
      continue;
    }
    // "the port of Oban", "the author, Jane Doe": the noun governs the name, or depends on it.
    const Rel rel = scan.all[candidate.head].rel;
    if (focus && ((scan.all[candidate.head].head == i && (SaysWhatItIs(rel) || rel == Rel::kNsubj)) ||
                  (t.head == candidate.head && (SaysWhatItIs(t.rel) || t.rel == Rel::kAmod)))) {
      s.focus_near = (t.strength + 1u) / 16;
      if (s.focus_token == kNoToken) s.focus_token = static_cast<uint8_t>(i);
    }
    const uint32_t gap = i < candidate.first ? candidate.first - i : i - candidate.last + 1;
    const uint32_t distance = gap < kFar ? gap : kFar;
    const uint32_t steps = TreeDistance(scan, candidate.head, i, kFar);
    s.distance_sum += distance * weight;
    s.tree_sum += steps * weight;
    s.weight_sum += weight;
    if (distance < s.nearest) s.nearest = distance;
    if (steps < s.nearest_tree) s.nearest_tree = steps;
    const bool shared_subject = t.governor == first_verb && (t.slot == Rel::kNsubj || t.slot == Rel::kNsubjPass);
    if ((i == governor || t.governor == governor || shared_subject) && (clause_words & bit) == 0) {
      clause_words |= bit;
      s.clause_weight += weight;
    }
  }
}

}  // namespace pith
