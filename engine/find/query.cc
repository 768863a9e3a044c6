#include "engine/find/query.h"

#include "engine/language/fold.h"
#include "engine/language/words.h"

namespace pith {
namespace {

constexpr uint8_t kMaxUnknownWeight = 160;

}  // namespace

uint32_t Query::ContentWeight() const {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; ++i) sum += words[i].content ? words[i].idf : 0u;
  return sum;
}

pith_status ReadQuery(const Language& language, Bytes text, Query* out) {
  out->text = text;
  out->count = 0;
  if (text.size() > PITH_MAX_QUESTION_BYTES) return PITH_QUESTION_TOO_LONG;
  bool any = false;
  WordReader reader(language, text, 0, static_cast<uint32_t>(text.size()));
  for (Word word; out->count < kMaxQueryWords && reader.Next(&word);) {
    const FoldedWord folded(language, text.Sub(word.begin, word.end - word.begin));
    const WordInfo info = language.Find(folded.bytes());
    QueryWord& w = out->words[out->count++];
    w.begin = word.begin;
    w.end = word.end;
    w.hash = HashWord(folded.bytes());
    w.key = info.key;
    w.flags = info.flags;
    w.shape = word.shape;
    // Names that the block does not know are rare, but must not outweigh the rest of a question.
    w.idf = info.known || info.idf < kMaxUnknownWeight ? info.idf : kMaxUnknownWeight;
    w.noun_class = info.noun_class;
    w.known = info.known;
    w.content = word.IsWord() && (info.flags & (kWordStop | kWordQuestion)) == 0;
    any |= w.content;
  }
  return any ? PITH_OK : PITH_QUESTION_EMPTY;
}

}  // namespace pith
