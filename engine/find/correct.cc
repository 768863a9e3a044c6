#include "engine/find/correct.h"

#include "engine/find/match.h"
#include "engine/find/spellings.h"
#include "engine/index/dictionary.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

// The nearest of the words offered to it.
class Nearest {
 public:
  Nearest(const OpenedIndex& index, Bytes folded)
      : index_(index), folded_(folded), cost_(AllowedEdits(folded.size()) + 1) {}

  void Offer(Bytes word) {
    const uint32_t cost = SpellingCost(folded_, word, cost_);
    if (cost <= cost_ && cost <= AllowedEdits(folded_.size())) Take(cost, word);
  }
  // Offers whatever of the word's family the articles have.
  void OfferFamily(Bytes word) {
    const uint32_t allowed = AllowedEdits(folded_.size());
    if (SpellingCost(folded_, word, allowed) <= allowed) Take(1, word);
  }
  // Offers the words that begin with `prefix`; returns how many there are.
  uint32_t OfferAll(const Dictionary& words, Bytes prefix) {
    const Range range = words.BeginningWith(prefix);
    for (uint32_t i = range.begin; i < range.end; ++i) {
      const Bytes word = words[i];
      if (word.size() + cost_ >= folded_.size() && word.size() <= folded_.size() + cost_) Offer(word);
    }
    return range.size();
  }
  uint32_t key() const { return key_; }

 private:
  void Take(uint32_t cost, Bytes word) {
    const uint32_t key = index_.language.Find(word).key, articles = index_.PostingsOf(key).size();
    if (articles == 0 || (cost == cost_ && articles <= articles_)) return;
    cost_ = cost;
    articles_ = articles;
    key_ = key;
  }

  const OpenedIndex& index_;
  const Bytes folded_;
  uint32_t cost_, articles_ = 0, key_ = kNone;
};

// Calls visit(word) for every word that one edit makes of `folded`: about 54 for each letter.
template <typename Visit>
void ForEachEdit(Bytes folded, Visit visit) {
  uint8_t word[kMaxWordBytes];
  const auto size = static_cast<uint32_t>(folded.size());
  if (size + 1 > kMaxWordBytes) return;
  const auto with = [&](uint32_t at, uint32_t left_out, uint32_t put_in, auto letter) {
    for (uint32_t i = 0; i < at; ++i) word[i] = folded.U8(i);
    for (uint32_t i = 0; i < put_in; ++i) word[at + i] = letter(i);
    for (uint32_t i = at + left_out; i < size; ++i) word[i - left_out + put_in] = folded.U8(i);
    visit(Bytes(word, size - left_out + put_in));
  };
  for (uint32_t at = 0; at <= size; ++at) {
    for (uint8_t letter = 'a'; letter <= 'z'; ++letter) {
      with(at, 0, 1, [&](uint32_t) { return letter; });
      if (at < size) with(at, 1, 1, [&](uint32_t) { return letter; });
    }
    if (at < size) with(at, 1, 0, [](uint32_t) { return uint8_t{0}; });
    if (at + 1 < size) with(at, 2, 2, [&](uint32_t i) { return folded.U8(at + 1 - i); });
  }
}

}  // namespace

uint32_t CorrectWord(const OpenedIndex& index, uint32_t number, Query* query) {
  QueryWord& word = query->words[number];
  if (!word.content || word.known) return 1;
  bool stands = false;
  ForEachMeaningOf(index.language, *query, number,
                   [&](uint32_t key, uint32_t, bool) { stands |= index.PostingsOf(key).size() != 0; });
  word.meant = kNone;
  const FoldedWord folded(index.language, query->text.Sub(word.begin, word.end - word.begin));
  if (stands || AllowedEdits(folded.bytes().size()) == 0) return 1;
  Nearest nearest(index, folded.bytes());
  uint32_t read = nearest.OfferAll(Dictionary(index.spellings), folded.bytes().Sub(0, 1));
  // Otherwise a word of the language whose family the articles have in another form, or one with another beginning.
  if (nearest.key() == kNone) {
    ForEachEdit(folded.bytes(), [&](Bytes edited) {
      nearest.OfferFamily(edited);
      ++read;
    });
  }
  word.meant = nearest.key();
  return read;
}

}  // namespace pith
