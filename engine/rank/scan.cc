#include "engine/rank/scan.h"

namespace pith {
namespace {

bool IsPredicate(const ScannedToken& t) {
  if (t.pos == Pos::kVerb) return true;
  return t.rel == Rel::kRoot || t.rel == Rel::kCcomp || t.rel == Rel::kAdvcl || t.rel == Rel::kAclRelcl;
}

uint8_t NoteOf(Rel rel, bool matched) {
  switch (rel) {
    case Rel::kNmod:
      return kNoteNominal;
    case Rel::kConj:
      return kNoteConjunct;
    case Rel::kCompound:
    case Rel::kFlat:
    case Rel::kAmod:
    case Rel::kNummod:
    case Rel::kNmodPoss:
    case Rel::kNmodDesc:
      return kNoteName;
    case Rel::kAcl:
    case Rel::kAclRelcl:
    case Rel::kAdvcl:
      return kNoteClause;
    case Rel::kAppos:
      return kNoteApposition;
    case Rel::kNsubj:
    case Rel::kNsubjPass:
      return matched ? kNoteOwnSubject : kNoteForeignSubject;
    case Rel::kObj:
      return matched ? 0 : kNoteForeignObject;
    default:
      return 0;
  }
}

void NoteTokens(Scan* scan) {
  scan->padded_count = (scan->count + 15) / 16 * 16;
  for (uint32_t i = 0; i < scan->count; ++i) {
    const ScannedToken& t = scan->all[i];
    scan->heads[i] = t.head;
    scan->notes[i] = t.head == i ? uint8_t{0} : NoteOf(t.rel, t.word != kNoWord);
  }
  for (uint32_t i = scan->count; i < scan->padded_count; ++i) scan->heads[i] = scan->notes[i] = 0;
}

}  // namespace

void ScanSentence(const Part& part, uint32_t article, uint32_t sentence, const Query& query, const Matches& matches,
                  Scan* out) {
  out->article = article;
  out->sentence = sentence;
  out->begin = part.sentences[sentence].begin;
  out->count = part.TokenCount(sentence);
  out->matched_weight = 0;
  out->matched_words = 0;
  out->matched_count = 0;
  uint8_t best[kMaxQueryWords] = {};
  TokenReader reader(part, sentence);
  for (uint32_t i = 0; i < out->count; ++i) {
    reader.Next();  // whatever it finds: the file may change, and every token has to be filled in
    const TokenRecord& token = reader.token();
    ScannedToken& t = out->all[i];
    t.term = token.term;
    t.begin = static_cast<uint16_t>(reader.begin() - out->begin);
    t.size = token.size;
    t.head = token.head < out->count ? token.head : static_cast<uint8_t>(i);
    t.rel = static_cast<Rel>(token.rel);
    t.pos = static_cast<Pos>(token.tag & 31);
    t.name = static_cast<NameType>(token.tag >> 5);
    t.word = kNoWord;
    t.strength = 0;
    t.noun_class = kNotLookedUp;
    if (token.term == kNoTerm) continue;
    const Match match = matches.Strongest(token.term);
    if (match.strength == 0 || match.word >= query.count) continue;
    t.word = match.word;
    t.strength = match.strength;
    out->matched[out->matched_count++] = static_cast<uint8_t>(i);
    if (t.strength > best[t.word]) best[t.word] = t.strength;
  }
  NoteTokens(out);
  for (uint32_t w = 0; w < query.count; ++w) {
    if (best[w] == 0) continue;
    out->matched_words |= uint64_t{1} << w;
    out->matched_weight += query.words[w].idf * best[w] / kFullStrength;
  }
  for (uint32_t i = 0; i < out->count; ++i) {
    ScannedToken& t = out->all[i];
    uint32_t at = i;
    t.slot = t.rel;
    t.depth = 0;
    for (uint32_t step = 0; step < kMaxAncestors; ++step) {
      const uint32_t up = out->all[at].head;
      if (up == at) break;
      // A conjunct, or a further word of a name, has the slot of its first member.
      const Rel rel = out->all[at].rel;
      if (rel != Rel::kConj && rel != Rel::kFlat) t.slot = rel;
      at = up;
      ++t.depth;
      if (IsPredicate(out->all[at])) break;
    }
    t.governor = static_cast<uint8_t>(at);
  }
}

uint32_t TreeDistance(const Scan& scan, uint32_t a, uint32_t b, uint32_t limit) {
  uint32_t up_a = a;
  for (uint32_t i = 0; i <= limit; ++i) {
    uint32_t up_b = b;
    for (uint32_t k = 0; i + k <= limit; ++k) {
      if (up_a == up_b) return i + k;
      if (scan.all[up_b].head == up_b) break;
      up_b = scan.all[up_b].head;
    }
    if (scan.all[up_a].head == up_a) break;
    up_a = scan.all[up_a].head;
  }
  return limit;
}

}  // namespace pith
