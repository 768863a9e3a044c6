#include "engine/find/spellings.h"

#include "engine/find/said_terms.h"
#include "engine/index/dictionary.h"
#include "engine/language/fold.h"
#include "engine/language/spelling.h"

namespace pith {
namespace {

// Whether the digits of both are the same, in the same order.
bool SameDigits(Bytes a, Bytes b) {
  uint64_t i = 0, k = 0;
  for (;;) {
    while (i < a.size() && !IsAsciiDigit(a.U8(i))) ++i;
    while (k < b.size() && !IsAsciiDigit(b.U8(k))) ++k;
    if (i == a.size() || k == b.size()) return i == a.size() && k == b.size();
    if (a.U8(i++) != b.U8(k++)) return false;
  }
}

bool IsPlainWord(uint8_t c) { return ((c | 32) >= 'a' && (c | 32) <= 'z') || (c >= '0' && c <= '9'); }

// The set of a word's bytes: one bit for each, by its low five bits, which are the same for both cases of a letter.
uint32_t BytesIn(Bytes word) {
  uint32_t set = 0;
  for (uint64_t i = 0; i < word.size(); ++i) set |= 1u << (word.U8(i) & 31);
  return set;
}

// Whether `set` has more than `most` elements.
bool HasMore(uint32_t set, uint32_t most) {
  for (uint32_t i = 0; i < most; ++i) set &= set - 1;
  return set != 0;
}

// Calls visit(number, word) for the words of the query that are taken for misspellings in the article of `matches`, the
// first kMaxMisspelled of them.
template <typename Visit>
void ForEachMisspelled(const Query& query, const Matches& matches, Visit visit) {
  uint32_t number = 0;
  for (uint32_t i = 0; i < query.count && number < kMaxMisspelled; ++i) {
    const QueryWord& word = query.words[i];
    if (word.content && !word.known && word.meant == 0 && matches.best[i] == 0) visit(number++, i);
  }
}

// Folding sometimes makes a word shorter, but hardly ever longer.
bool MayBe(const Misspelled& it, uint32_t token_size) {
  return it.cost != 0 && token_size + it.cost >= it.size && token_size <= 2u * it.size;
}

// Whether words of these bytes are too far away: an edit takes one byte from the set at most, and adds one.
bool IsFar(const Misspelled& it, uint32_t bytes) {
  return HasMore(it.bytes & ~bytes, it.cost) || HasMore(bytes & ~it.bytes, it.cost);
}

// Whether a term stands in the article more often than another; of those that stand there equally often, the first.
bool IsBefore(const Part& part, uint16_t term, uint16_t other) {
  const uint32_t often = part.PostingsOf(term).size(), other_often = part.PostingsOf(other).size();
  return often != other_often ? often > other_often : term < other;
}

// Takes a word of the article if it is nearer than those before it, or as near and more frequent. `term()` is its term.
template <typename Term>
void Compare(const Part& part, Bytes word, Term term, Misspelled* it) {
  const uint32_t cost = SpellingCost(it->folded(), word, it->cost);
  if (cost > it->cost) return;
  const uint16_t its = term();
  if (its == kNoTerm || (cost == it->cost && it->term != kNoTerm && !IsBefore(part, its, it->term))) return;
  it->cost = static_cast<uint8_t>(cost);
  it->term = its;
}

// Compares a word of the article with all misspelled ones.
void CompareWord(const Language& language, const Part& part, Bytes text, uint16_t term, SpellingWork* work) {
  uint32_t bytes = 0;
  bool plain = true;  // letters and digits of ASCII fold to themselves, but for the letters' case
  for (uint64_t k = 0; k < text.size(); ++k) {
    const uint8_t c = text.U8(k);
    bytes |= 1u << (c & 31);
    plain &= IsPlainWord(c);
  }
  for (uint32_t w = 0; w < work->count; ++w) {
    Misspelled& it = work->words[w];
    if (!MayBe(it, static_cast<uint32_t>(text.size())) || (plain && IsFar(it, bytes))) continue;
    const FoldedWord folded(language, text);
    if (!plain) bytes = BytesIn(folded.bytes()), plain = true;
    if (!IsFar(it, bytes))
      Compare(
          part, folded.bytes(), [&] { return term; }, &it);
  }
}

// Compares the words of one sentence.
void CompareSentence(const Language& language, const Part& part, const SentenceRecord& sentence, SpellingWork* work) {
  for (SaidTerms terms(language, part, sentence); terms.Next();) {
    const uint32_t size = terms.end() - terms.begin();
    if ((work->sizes >> (size < 63 ? size : 63) & 1) != 0) {
      CompareWord(language, part, terms.Text(), terms.term(), work);
    }
  }
}

// Compares the words of the article. False if it has to go on after a pause.
bool CompareWords(const Language& language, const Part& part, SpellingWork* work, Meter* meter) {
  for (; work->next < part.sentences.size(); ++work->next) {
    if (meter->Paused()) return meter->Spent();
    const SentenceRecord sentence = part.sentences[work->next];
    meter->Take(RecordsOf(part, sentence));
    if (sentence.token_codes < work->token) return true;  // in a damaged file, sentences may share words
    work->token = sentence.token_codes + sentence.tokens;
    CompareSentence(language, part, sentence, work);
  }
  return true;
}

// Compares the words that the index lists, which are folded.
bool CompareListed(const Language& language, const Part& part, const Dictionary& words, SpellingWork* work,
                   Meter* meter) {
  for (; work->next < words.size(); ++work->next) {
    if (meter->Paused()) return meter->Spent();
    meter->Take(1);
    const Bytes word = words[work->next];
    if ((work->sizes >> (word.size() < 63 ? word.size() : 63) & 1) == 0) continue;
    const uint32_t bytes = BytesIn(word);
    for (uint32_t w = 0; w < work->count; ++w) {
      Misspelled& it = work->words[w];
      if (!MayBe(it, static_cast<uint32_t>(word.size())) || IsFar(it, bytes)) continue;
      Compare(
          part, word, [&] { return part.FindTerm(language.Find(word).key); }, &it);
    }
  }
  return true;
}

}  // namespace

uint32_t SpellingPenalty(Bytes folded, Bytes word) {
  if (!SameDigits(folded, word)) return kNotMisspelled;
  return word.U8(0) == folded.U8(0) ? 0 : 1;
}

uint32_t SpellingCost(Bytes folded, Bytes word, uint32_t limit) {
  const uint32_t penalty = SpellingPenalty(folded, word);
  if (penalty > limit) return limit + 1;
  return EditDistance(folded, word, limit - penalty) + penalty;
}

void BeginSpellings(const Language& language, const Query& query, const Matches& matches, SpellingWork* work) {
  work->next = work->token = work->count = 0;
  work->sizes = 0;
  ForEachMisspelled(query, matches, [&](uint32_t number, uint32_t i) {
    const QueryWord& word = query.words[i];
    Misspelled& it = work->words[number];
    const FoldedWord folded(language, query.text.Sub(word.begin, word.end - word.begin));
    it.size = static_cast<uint8_t>(folded.bytes().size());
    for (uint32_t k = 0; k < it.size; ++k) it.text[k] = folded.bytes().U8(k);
    it.cost = static_cast<uint8_t>(AllowedEdits(it.size));
    it.term = kNoTerm;
    it.bytes = BytesIn(folded.bytes());
    for (uint32_t size = 0; size < 64 && it.cost != 0; ++size) {
      work->sizes |= uint64_t{MayBe(it, size) || size == 63} << size;
    }
    work->count = number + 1;
  });
}

bool FindSpellings(const OpenedIndex& index, const Part& part, uint32_t article, Query* query, Matches* matches,
                   SpellingWork* work, Meter* meter) {
  if (work->sizes == 0 || query->spelled.article != kNone) return true;
  // Of several articles, the list does not say which has the word in that form.
  const Dictionary words(index.size() == 1 ? index.spellings : Bytes());
  if (!(words.size() != 0 ? CompareListed(index.language, part, words, work, meter)
                          : CompareWords(index.language, part, work, meter))) {
    return false;
  }
  query->spelled.article = article;
  for (uint32_t i = 0; i < kMaxMisspelled; ++i) {
    query->spelled.terms[i] = i < work->count ? work->words[i].term : kNoTerm;
  }
  AddSpellings(*query, article, matches);
  return true;
}

void AddSpellings(const Query& query, uint32_t article, Matches* matches) {
  if (query.spelled.article != article) return;
  ForEachMisspelled(query, *matches, [&](uint32_t number, uint32_t word) {
    AddMatch(word, query.spelled.terms[number], kSpellingStrength, false, matches);
  });
}

}  // namespace pith
