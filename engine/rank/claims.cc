#include "engine/rank/claims.h"

#include "engine/find/lookup.h"
#include "engine/format/fnv.h"

namespace pith {
namespace {

// Of a unit or a date, which are short but in a damaged file.
uint32_t HashOf(uint32_t hash, Bytes bytes) {
  constexpr uint64_t kMost = 256;
  for (uint64_t i = 0; i < bytes.size() && i < kMost; ++i) hash = FnvStep(hash, uint32_t{bytes.U8(i)});
  return hash;
}

// A number without the zeros behind its point, so that 1.50 equals 1.5.
ValueRecord Shortest(ValueRecord value) {
  while (value.scale != 0 && static_cast<int64_t>(value.mantissa) % 10 == 0) {
    value.mantissa = static_cast<uint64_t>(static_cast<int64_t>(value.mantissa) / 10);
    --value.scale;
  }
  return value;
}

}  // namespace

void NoteClaim(const Language& language, const Part& part, ScoredCandidate* candidate) {
  candidate->claim = 0;
  candidate->measure = 0;
  if (candidate->value != kNone16 && candidate->value < part.values.size()) {
    const ValueRecord value = Shortest(part.values[candidate->value]);
    const Bytes string = part.StringBytes(value.string);
    const bool number = value.kind == static_cast<uint8_t>(ValueKind::kNumber);
    // Numbers are compared by their unit, dates by how precise they are, which their length tells.
    const uint32_t measure =
        number ? HashOf(kFnvStart32, string) : FnvStep(kFnvStart32, static_cast<uint32_t>(string.size()));
    candidate->measure = FnvStep(measure, uint32_t{value.kind}) | 1;
    uint32_t claim = HashOf(FnvStep(kFnvStart32, uint32_t{value.kind}), string);
    claim = FnvStep(claim, static_cast<uint32_t>(value.mantissa));
    claim = FnvStep(claim, static_cast<uint32_t>(value.mantissa >> 32));
    candidate->claim = FnvStep(claim, uint32_t{value.scale}) | 1;
    return;
  }
  PhraseKeys keys;
  const Range span = part.InText(candidate->begin, candidate->end);
  if (ReadPhrase(language, part.text.Sub(span.begin, span.size()), &keys)) candidate->claim = keys.name;
}

void DropTwins(const OpenedIndex& index, const ScoredSentence* found, uint32_t count, Ranking* ranking) {
  PartCursor parts(index);
  Bytes texts[kReadSentences];
  ranking->sentence_count = ranking->twin_count = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const Part* part = parts.At(found[i].article);
    if (part == nullptr) continue;
    const SentenceRecord sentence = part->sentences[found[i].sentence];
    const Range range = part->InText(sentence.begin, sentence.end);
    const Bytes text = part->text.Sub(range.begin, range.size() < kMaxSentenceBytes ? range.size() : kMaxSentenceBytes);
    uint32_t same = 0;
    while (same < ranking->sentence_count &&
           (ranking->sentences[same].article == found[i].article || Compare(texts[same], text) != 0)) {
      ++same;
    }
    if (same < ranking->sentence_count) {
      if (ranking->twin_count < kMaxTwins) {
        ranking->twins[ranking->twin_count++] = {same, found[i].article, found[i].sentence};
      }
    } else if (ranking->sentence_count < kReadSentences) {
      texts[ranking->sentence_count] = text;
      ranking->sentences[ranking->sentence_count++] = found[i];
    }
  }
}

}  // namespace pith
