#include "engine/api/answer_context.h"

#include "engine/format/order.h"

namespace pith {
namespace {

constexpr uint32_t kMentionsBack = 32;  // so many mentions are looked at for one with a name,
constexpr uint32_t kMostAliases = 32;   // so many of the names,
constexpr uint32_t kMostPhrase = 256;   // in so many bytes of the mention,
constexpr uint32_t kMostNames = 256;    // and so many names for all entities of a sentence

bool IsLetter(uint8_t byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80; }

// Whether `phrase` has `name` as whole words: "the Sea Star" has "Sea Star".
bool HasName(Bytes phrase, Bytes name) {
  return !name.empty() && FindIn(phrase, name, [&](uint32_t begin, uint32_t end) {
                            return (begin == 0 || !IsLetter(phrase.U8(begin - 1))) &&
                                   (end == phrase.size() || !IsLetter(phrase.U8(end)));
                          }) != kNone;
}

// Looks for the last mention of an entity by one of its names.
class NameFinder {
 public:
  explicit NameFinder(const Part& part) : part_(part) {}

  // The sentence in which `entity`, which `sentence` mentions, is named last: `sentence` itself, one before it, or
  // kNone.
  uint32_t NamedIn(uint32_t entity, uint32_t sentence) {
    const Range all = part_.MentionsOf(entity);
    const uint32_t later =
        PartitionPoint(all.begin, all.end, [&](uint32_t i) { return part_.mentions[i].sentence <= sentence; });
    for (uint32_t i = later; i > all.begin && later - i < kMentionsBack; --i) {
      const MentionRecord mention = part_.mentions[i - 1];
      if (IsNamed(entity, mention)) return mention.sentence;
    }
    return kNone;
  }

 private:
  // Whether a mention has one of the entity's names, and is no "she" and no "the company".
  bool IsNamed(uint32_t entity, const MentionRecord& mention) {
    const Range range = part_.InText(mention.begin, mention.end);
    const Bytes phrase = part_.text.Sub(range.begin, range.size() < kMostPhrase ? range.size() : kMostPhrase);
    if (Has(phrase, part_.entities[entity].name)) return true;
    const Range aliases = part_.AliasesOf(entity);
    for (uint32_t i = aliases.begin; i < aliases.end && i - aliases.begin < kMostAliases && names_ != 0; ++i) {
      if (Has(phrase, part_.aliases[i].number)) return true;
    }
    return false;
  }
  bool Has(Bytes phrase, uint32_t name) {
    if (names_ == 0) return false;
    --names_;
    return HasName(phrase, part_.StringBytes(name));
  }

  const Part& part_;
  uint32_t names_ = kMostNames;  // that may still be looked for
};

}  // namespace

uint32_t ContextOf(const Part& part, uint32_t sentence, uint32_t* out) {
  uint32_t count = 0;
  const uint32_t lead = part.LeadOf(sentence);
  const uint32_t support = lead == kNone ? part.SupportOf(sentence) : lead;
  if (support != kNone) out[count++] = support;
  NameFinder finder(part);
  for (CandidateReader candidates(part, sentence, part.TokenCount(sentence)); candidates.Next();) {
    const uint16_t entity = candidates.candidate().entity;
    if (entity == kNone16 || entity >= part.entities.size()) continue;
    const uint32_t named = finder.NamedIn(entity, sentence);
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
