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

constexpr uint32_t kMostLooks = 65536;    // into sentences of one word's meaning, in sets alone
constexpr uint32_t kRecordsOfALook = 64;  // a longer sentence counts as several

// Whether an article has `word`, folded, among its words of the family `key`. Takes each sentence that it reads from
// *looks; if none are left, the word is taken to be there. O(postings of the family).
bool HasForm(const Language& language, const Part& part, uint32_t key, Bytes word, uint32_t* looks) {
  const uint16_t term = part.FindTerm(key);
  if (term == kNoTerm) return false;
  const Range postings = part.PostingsOf(term);
  for (uint32_t i = postings.begin; i < postings.end; ++i) {
    const SentenceRecord sentence = part.sentences[part.postings[i].sentence()];
    const uint32_t cost = 1 + RecordsOf(part, sentence) / kRecordsOfALook;
    if (*looks < cost) return true;
    *looks -= cost;
    for (SaidTerms terms(language, part, sentence); terms.Next();) {
      if (terms.term() == term && Compare(FoldedWord(language, terms.Text()).bytes(), word) == 0) return true;
    }
  }
  return false;
}

// Whether `word`, which is one of the words of a member, is one of an article that the set has, too. Takes one from
// *looks for each article as well.
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
      if (*looks == 0) return true;
      --*looks;
      if (members.NumberOf(m, article) == kNone || !OpenPart(member, article, &part)) continue;
      if (HasForm(index.language, part, key, word, looks)) return true;
    }
  }
  return false;
}

// The nearest of the words offered to it, which it keeps in a Correction.
class Nearest {
 public:
  Nearest(const OpenedIndex& index, Bytes folded, Correction* it) : index_(index), folded_(folded), it_(*it) {}

  void Offer(Bytes word) {
    const uint32_t cost = SpellingCost(folded_, word, it_.cost);
    if (cost <= it_.cost && cost <= AllowedEdits(folded_.size())) Take(cost, word, true);
  }
  // Offers whatever the articles have of the family of a word that is one edit away.
  void OfferFamily(Bytes word) {
    if (1 + SpellingPenalty(folded_, word) <= AllowedEdits(folded_.size())) Take(1, word, false);
  }
  // Offers the words of the member that begin with the same letter, from it_.next on. False if it has to go on after a
  // pause.
  bool OfferAll(const OpenedIndex& member, Meter* meter) {
    if (IsLoose(member)) return OfferTokens(member, meter);
    const Dictionary words(member.spellings);
    const Range range = words.BeginningWith(folded_.Sub(0, 1));
    for (; it_.next < range.size(); ++it_.next) {
      if (meter->Paused()) return false;
      meter->Take(1);
      OfferNear(words[range.begin + it_.next]);
    }
    return true;
  }

 private:
  void OfferNear(Bytes word) {
    if (word.size() + it_.cost >= folded_.size() && word.size() <= folded_.size() + it_.cost) Offer(word);
  }
  // The same for an article by itself, whose sentences it counts.
  PITH_NOINLINE bool OfferTokens(const OpenedIndex& member, Meter* meter) {
    Part part;
    if (!OpenPart(member, 0, &part)) return true;
    for (; it_.next < part.sentences.size() && it_.next < kMostLooks; ++it_.next) {
      if (meter->Paused()) return false;
      const SentenceRecord sentence = part.sentences[it_.next];
      meter->Take(RecordsOf(part, sentence));
      for (SaidTerms terms(index_.language, part, sentence); terms.Next();) {
        const FoldedWord folded(index_.language, terms.Text());
        if (folded.bytes().size() < kLeastSpelled || folded.bytes().U8(0) != folded_.U8(0)) continue;
        OfferNear(folded.bytes());
      }
    }
    return true;
  }

  // Of words that are equally near, the one that is in more articles; `listed`: of these, the first in order.
  void Take(uint32_t cost, Bytes word, bool listed) {
    const uint32_t key = index_.language.Find(word).key, articles = ArticlesWith(index_, key);
    if (articles == 0) return;
    if (cost == it_.cost && articles < it_.articles) return;
    if (cost == it_.cost && articles == it_.articles && !(listed && Compare(word, Bytes(it_.word, it_.size)) < 0))
      return;
    if (listed && Members(index_).IsSet() && !Stands(index_, key, word, &it_.looks)) return;
    it_.cost = cost;
    it_.articles = articles;
    it_.key = key;
    it_.size = static_cast<uint32_t>(word.size() < kMaxWordBytes ? word.size() : kMaxWordBytes);
    for (uint32_t i = 0; i < it_.size; ++i) it_.word[i] = word.U8(i);
  }

  const OpenedIndex& index_;
  const Bytes folded_;
  Correction& it_;
};

// Whether word `number` of the query has to be corrected.
bool IsUnknown(const OpenedIndex& index, const Query& query, uint32_t number) {
  const QueryWord& word = query.words[number];
  if (!word.content || word.known) return false;
  bool stands = false;
  ForEachMeaningOf(index.language, query, number, [&](uint32_t key, uint32_t, bool) { stands |= AnyHas(index, key); });
  return !stands;
}

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

bool CorrectWord(const OpenedIndex& index, uint32_t number, Query* query, Correction* work, Meter* meter) {
  QueryWord& word = query->words[number];
  const FoldedWord folded(index.language, query->text.Sub(word.begin, word.end - word.begin));
  if (!work->begun) {
    meter->Take(1);
    if (!IsUnknown(index, *query, number)) return true;
    word.meant = kNone;
    if (AllowedEdits(folded.bytes().size()) == 0) return true;
    *work = {true, 0, 0, AllowedEdits(folded.bytes().size()) + 1, 0, kNone, kMostLooks, 0, {}};
  }
  Nearest nearest(index, folded.bytes(), work);
  const Members members(index);
  for (; work->member < members.count(); ++work->member, work->next = 0) {
    if (!nearest.OfferAll(members[work->member], meter)) return false;
  }
  // Otherwise a word of the language whose family the articles have in another form, or one with another beginning.
  if (work->key == kNone) {
    ForEachEdit(folded.bytes(), [&](Bytes edited) {
      nearest.OfferFamily(edited);
      meter->Take(1);
    });
  }
  word.meant = work->key;
  work->begun = false;
  return true;
}

}  // namespace pith
