#include "engine/api/answer_context.h"

#include "engine/format/order.h"

namespace pith {
namespace {

constexpr uint32_t kMentionsBack = 32;  // so many mentions are looked at for one with a name,
constexpr uint32_t kMostAliases = 32;   // and so many of the names

bool IsLetter(uint8_t byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80; }

// Whether `phrase` has `name` as whole words: "the Sea Star" has "Sea Star".
bool HasName(Bytes phrase, Bytes name) {
  if (name.empty()) return false;
  for (uint64_t at = 0; at + name.size() <= phrase.size(); ++at) {
    uint64_t same = 0;
    while (same < name.size() && phrase.U8(at + same) == name.U8(same)) ++same;
    const uint64_t end = at + name.size();
    if (same == name.size() && (at == 0 || !IsLetter(phrase.U8(at - 1))) &&
        (end == phrase.size() || !IsLetter(phrase.U8(end)))) {
      return true;
    }
  }
  return false;
}

// Whether a mention has one of the entity's names, and is no "she" and no "the company".
bool IsNamed(const Part& part, uint32_t entity, const MentionRecord& mention) {
  const Range range = part.InText(mention.begin, mention.end);
  const Bytes phrase = part.text.Sub(range.begin, range.size());
  if (HasName(phrase, part.StringBytes(part.entities[entity].name))) return true;
  const Range aliases = part.AliasesOf(entity);
  for (uint32_t i = aliases.begin; i < aliases.end && i - aliases.begin < kMostAliases; ++i) {
    if (HasName(phrase, part.StringBytes(part.aliases[i].number))) return true;
  }
  return false;
}

// The sentence in which `entity`, which `sentence` mentions, is named last: `sentence` itself, one before it, or kNone.
uint32_t NamedIn(const Part& part, uint32_t entity, uint32_t sentence) {
  const Range all = part.MentionsOf(entity);
  const uint32_t later =
      PartitionPoint(all.begin, all.end, [&](uint32_t i) { return part.mentions[i].sentence <= sentence; });
  for (uint32_t i = later; i > all.begin && later - i < kMentionsBack; --i) {
    const MentionRecord mention = part.mentions[i - 1];
    if (IsNamed(part, entity, mention)) return mention.sentence;
  }
  return kNone;
}

}  // namespace

uint32_t ContextOf(const Part& part, uint32_t sentence, uint32_t* out) {
  uint32_t count = 0;
  const uint32_t support = part.SupportOf(sentence);
  if (support != kNone) out[count++] = support;
  const Range all = part.CandidatesOf(sentence);
  for (uint32_t i = all.begin; i < all.end; ++i) {
    const uint16_t entity = part.candidates[i].entity;
    if (entity == kNone16 || entity >= part.entities.size()) continue;
    const uint32_t named = NamedIn(part, entity, sentence);
    if (named >= sentence || named == support) continue;  // kNone is greater than any
    out[count++] = named;
    if (count == 2 && out[0] > out[1]) {
      out[1] = out[0];
      out[0] = named;
    }
    return count;
  }
  return count;
}

}  // namespace pith
