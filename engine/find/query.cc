#include "engine/find/query.h"

#include "engine/language/fold.h"
#include "engine/language/other_forms.h"
#include "engine/language/words.h"

namespace pith {
namespace {

constexpr uint8_t kMaxUnknownWeight = 160;
constexpr uint8_t kPhraseWeight = 80;  // of a phrase of stop words

// Looks for the phrases of a query: side by side, and split by a gap after the question word or the two words that open
// a question ("how much ... weigh").
class PhraseFinder {
 public:
  PhraseFinder(const Language& language, Query* query) : language_(language), query_(*query) {}

  void Run() {
    query_.phrase_count = 0;
    for (uint32_t i = 0; i < query_.count; ++i) {
      for (uint32_t size = 2; size <= kMaxPhraseWords && i + size <= query_.count; ++size) {
        for (uint32_t k = 0; k < size; ++k) keys_[k] = query_.words[i + k].key;
        Look(size, i, i + size);
      }
    }
    uint32_t opening = 0;
    while (opening < query_.count && !query_.words[opening].Is(kWordQuestion)) ++opening;
    for (uint32_t words = 1; words <= 2; ++words) {
      for (uint32_t i = opening + words; i < query_.count; ++i) {
        for (uint32_t k = 0; k < words; ++k) keys_[k] = query_.words[opening + k].key;
        keys_[words] = kPhraseGap;
        for (uint32_t size = 1; size <= 2 && i + size <= query_.count; ++size) {
          keys_[words + size] = query_.words[i + size - 1].key;
          Look(words + 1 + size, i, i + size);
        }
      }
    }
  }

 private:
  void Look(uint32_t count, uint32_t begin, uint32_t end) {
    if (query_.phrase_count == kMaxQueryPhrases) return;
    const uint32_t key = language_.FindPhrase(keys_, count);
    if (key == 0) return;
    query_.phrases[query_.phrase_count++] = {key, static_cast<uint8_t>(begin), static_cast<uint8_t>(end), false};
    bool searched = false;
    for (uint32_t i = begin; i < end; ++i) searched |= query_.words[i].content || query_.words[i].Is(kWordQuestion);
    if (searched) return;
    query_.words[begin].content = true;
    query_.words[begin].idf = kPhraseWeight;
  }

  const Language& language_;
  Query& query_;
  uint32_t keys_[kMaxPhraseKeys];
};

// Adds other ways to write the query's words: "wifi" for "wi-fi" and "hand off", "un" for "U.N.".
class OtherForms {
 public:
  OtherForms(const Language& language, Query* query) : language_(language), query_(*query) {}

  void Run() {
    for (uint32_t i = 0; i < query_.count; ++i) {
      if (!query_.words[i].content) continue;
      const FoldedWord folded = Folded(i);
      const WordParts parts(folded.bytes());
      for (uint32_t p = 0; p < parts.count(); ++p) Add(parts[p], i, i + 1);
      Join(i);
    }
  }

 private:
  FoldedWord Folded(uint32_t i) const {
    const QueryWord& word = query_.words[i];
    return FoldedWord(language_, query_.text.Sub(word.begin, word.end - word.begin));
  }
  bool IsHyphen(uint32_t i) const { return i < query_.count && query_.words[i].hash == HashWord(Bytes(&kHyphen, 1)); }

  // Joins word `first` with those that follow it behind hyphens, or with the next one.
  void Join(uint32_t first) {
    JoinedWord joined;
    joined.Add(Folded(first).bytes());
    uint32_t end = first + 1;
    for (uint32_t words = 1; words < kMaxJoinedWords; ++words) {
      const uint32_t next = IsHyphen(end) ? end + 1 : end;
      if (next >= query_.count || (query_.words[next].shape & kShapeWord) == 0) break;
      if ((next == end && words > 1) || !joined.Add(Folded(next).bytes())) break;
      const bool glued = next != end;
      end = next + 1;
      if (!glued) break;
    }
    if (end > first + 1) Add(joined.bytes(), first, end);
  }

  void Add(Bytes folded, uint32_t begin, uint32_t end) {
    if (query_.phrase_count == kMaxQueryPhrases) return;
    const WordInfo info = language_.Find(folded);
    if ((info.flags & kWordStop) != 0) return;
    query_.phrases[query_.phrase_count++] = {info.key, static_cast<uint8_t>(begin), static_cast<uint8_t>(end), true};
  }

  static constexpr uint8_t kHyphen = '-';
  const Language& language_;
  Query& query_;
};

}  // namespace

uint32_t Query::ContentWeight() const {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < count; ++i) sum += words[i].content ? words[i].idf : 0u;
  return sum;
}

bool Query::Stands(const QueryPhrase& phrase, uint32_t number) const {
  if (number < phrase.begin || number >= phrase.end) return false;
  bool none = true;
  for (uint32_t i = phrase.begin; i < phrase.end; ++i) none &= !words[i].content;
  return words[number].content || (none && number == phrase.begin);
}

pith_status ReadQuery(const Language& language, Bytes text, Query* out) {
  out->text = text;
  out->count = out->phrase_count = 0;
  out->spelled.article = kNone;
  if (text.size() > PITH_MAX_QUESTION_BYTES) return PITH_QUESTION_TOO_LONG;
  bool any = false;
  WordReader reader(language, text, 0, static_cast<uint32_t>(text.size()));
  for (Word word; out->count < kMaxQueryWords && reader.Next(&word);) {
    const FoldedWord folded(language, text.Sub(word.begin, word.end - word.begin));
    const WordInfo info = language.Find(folded.bytes());
    QueryWord& w = out->words[out->count++];
    w.begin = static_cast<uint16_t>(word.begin);
    w.end = static_cast<uint16_t>(word.end);
    w.hash = HashWord(folded.bytes());
    w.key = info.key;
    w.flags = info.flags;
    w.shape = word.shape;
    // Names that the block does not know are rare, but must not outweigh the rest of a question.
    w.idf = info.known || info.idf < kMaxUnknownWeight ? info.idf : kMaxUnknownWeight;
    w.noun_class = info.noun_class;
    w.known = info.known;
    w.meant = 0;
    w.required = false;
    w.content = word.IsWord() && (info.flags & (kWordStop | kWordQuestion)) == 0;
  }
  Word more;
  out->cut = reader.Next(&more);
  PhraseFinder(language, out).Run();
  OtherForms(language, out).Run();
  for (uint32_t i = 0; i < out->count; ++i) any |= out->words[i].content;
  return any ? PITH_OK : PITH_QUESTION_EMPTY;
}

}  // namespace pith
