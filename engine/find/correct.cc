#include "engine/find/correct.h"

#include "engine/find/match.h"
#include "engine/find/said_terms.h"
#include "engine/find/spellings.h"
#include "engine/format/inlining.h"
#include "engine/index/dictionary.h"
#include "engine/index/members.h"
#include "engine/index/part.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint32_t kMostLooks = 65536;  // into sentences of one word's meaning, in sets alone

// Whether an article has `word`, folded, among its words of the family `key`. Takes each sentence that it reads from
// *looks, and one for the article; if none are left, the word is taken to be there. O(postings of the family).
bool HasForm(const Language& language, const Part& part, uint32_t key, Bytes word, uint32_t* looks) {
  if (*looks == 0) return true;
  --*looks;
  const uint16_t term = part.FindTerm(key);
  if (term == kNoTerm) return false;
  const Range postings = part.PostingsOf(term);
  for (uint32_t i = postings.begin; i < postings.end; ++i) {
    if (*looks == 0) return true;
    --*looks;
    for (SaidTerms terms(language, part, part.sentences[part.postings[i].sentence()]); terms.Next();) {
      if (terms.term() == term && Compare(FoldedWord(language, terms.Text()).bytes(), word) == 0) return true;
    }
  }
  return false;
}

// Whether `word`, which is one of the words of a member, is one of an article that the set has, too.
PITH_NOINLINE bool Stands(const OpenedIndex& index, uint32_t key, Bytes word, uint32_t* looks) {
  const Members members(index);
  for (uint32_t m = 0; m < members.count(); ++m) {
    const OpenedIndex& member = members[m];
    if (!IsLoose(member) && member.left_out_count == 0) {
      const Dictionary words(member.spellings);
      if (Compare(words[words.BeginningWith(word).begin], word) == 0) return true;
      continue;
    }
    const Range postings = PostingsIn(member, key);
    for (uint32_t i = postings.begin; i < postings.end; ++i) {
      const uint32_t article = IsLoose(member) ? 0 : member.postings[i].sentence();
      Part part;
      if (members.NumberOf(m, article) == kNone || !OpenPart(member, article, &part)) continue;
      if (HasForm(index.language, part, key, word, looks)) return true;
    }
  }
  return false;
}

// The nearest of the words offered to it.
class Nearest {
 public:
  Nearest(const OpenedIndex& index, Bytes folded)
      : index_(index), folded_(folded), cost_(AllowedEdits(folded.size()) + 1) {}

  void Offer(Bytes word) {
    const uint32_t cost = SpellingCost(folded_, word, cost_);
    if (cost <= cost_ && cost <= AllowedEdits(folded_.size())) Take(cost, word, true);
  }
  // Offers whatever the articles have of the family of a word that is one edit away.
  void OfferFamily(Bytes word) {
    if (1 + SpellingPenalty(folded_, word) <= AllowedEdits(folded_.size())) Take(1, word, false);
  }
  // Offers the words of the member's articles that begin with `prefix`; returns how many were read.
  uint32_t OfferAll(const OpenedIndex& member, Bytes prefix) {
    if (IsLoose(member)) return OfferTokens(member, prefix);
    const Dictionary words(member.spellings);
    const Range range = words.BeginningWith(prefix);
    for (uint32_t i = range.begin; i < range.end; ++i) OfferNear(words[i]);
    return range.size();
  }
  uint32_t key() const { return key_; }

 private:
  void OfferNear(Bytes word) {
    if (word.size() + cost_ >= folded_.size() && word.size() <= folded_.size() + cost_) Offer(word);
  }
  // The same for an article by itself.
  PITH_NOINLINE uint32_t OfferTokens(const OpenedIndex& member, Bytes prefix) {
    Part part;
    uint32_t read = 0;
    if (!OpenPart(member, 0, &part)) return read;
    for (uint32_t s = 0; s < part.sentences.size() && s < kMostLooks; ++s) {
      for (SaidTerms terms(index_.language, part, part.sentences[s]); terms.Next(); ++read) {
        const FoldedWord folded(index_.language, terms.Text());
        if (folded.bytes().size() < kLeastSpelled || folded.bytes().U8(0) != prefix.U8(0)) continue;
        OfferNear(folded.bytes());
      }
    }
    return read;
  }

  // Of words that are equally near, the one that is in more articles; `listed`: of these, the first in order.
  void Take(uint32_t cost, Bytes word, bool listed) {
    const uint32_t key = index_.language.Find(word).key, articles = ArticlesWith(index_, key);
    if (articles == 0) return;
    if (cost == cost_ && articles < articles_) return;
    if (cost == cost_ && articles == articles_ && !(listed && Compare(word, Bytes(word_, size_)) < 0)) return;
    if (listed && Members(index_).IsSet() && !Stands(index_, key, word, &looks_)) return;
    cost_ = cost;
    articles_ = articles;
    key_ = key;
    size_ = static_cast<uint32_t>(word.size() < kMaxWordBytes ? word.size() : kMaxWordBytes);
    for (uint32_t i = 0; i < size_; ++i) word_[i] = word.U8(i);
  }

  const OpenedIndex& index_;
  const Bytes folded_;
  uint32_t cost_, articles_ = 0, key_ = kNone, looks_ = kMostLooks;
  uint32_t size_ = 0;
  uint8_t word_[kMaxWordBytes];  // the nearest so far
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
  ForEachMeaningOf(index.language, *query, number, [&](uint32_t key, uint32_t, bool) { stands |= AnyHas(index, key); });
  word.meant = kNone;
  const FoldedWord folded(index.language, query->text.Sub(word.begin, word.end - word.begin));
  if (stands || AllowedEdits(folded.bytes().size()) == 0) return 1;
  Nearest nearest(index, folded.bytes());
  const Members members(index);
  uint32_t read = 0;
  for (uint32_t m = 0; m < members.count(); ++m) read += nearest.OfferAll(members[m], folded.bytes().Sub(0, 1));
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
