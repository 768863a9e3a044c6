// Questions that an editor has settled: by the words of a question, what it is answered with.

#ifndef PITH_ENGINE_FIND_WORDING_H_
#define PITH_ENGINE_FIND_WORDING_H_

#include <cstdint>

#include "engine/format/bytes.h"
#include "engine/index/index.h"
#include "engine/index/members.h"
#include "engine/index/part.h"
#include "engine/language/language.h"

namespace pith {

// Stands for the words of a question: their families in order, or for words too common to search for their own forms.
// Articles ("the") and punctuation do not count, so "Where are the toilets?" and "where are toilets" are alike, and
// "When does it open?" and "When did it open?" are not. 0 if there is no word or the question is too long. O(size).
uint64_t WordingKey(const Language& language, Bytes question);

// The reply of the part to questions of that key, as a number in Part::replies; kNone if there is none. O(log
// wordings).
uint32_t ReplyTo(const Part& part, uint64_t key);

// How a question is settled in one article, or in all of an index together.
struct Settled {
  enum class By : uint8_t {
    kNobody,   // an answer is to be found in the text
    kAnswer,   // by AnswerTo in the articles
    kSilence,  // must stay unanswered
  };
  By by;
  uint64_t key;
  Bytes question;  // what is to be asked: the question, or another that an editor says means the same
};

// Of several articles that settle the question, silence in one is silence; else an answer in one goes before a wording
// that means another question. That one may be settled, too, but means no third. At most kMostSettling articles count.
// O(size of the question + log wordings).
inline constexpr uint32_t kMostSettling = 64;
Settled SettledBy(const OpenedIndex& index, uint32_t article, Bytes question);

// Calls visit(article, part, reply) for the replies of any kind to questions of that key, in order of article; of all
// articles together for the first kMostSettling.
template <typename Visit>
void ForEachSettling(const OpenedIndex& index, uint32_t article, uint64_t key, Visit visit) {
  uint32_t left = kMostSettling;
  const auto look = [&](uint32_t number) {
    Part part;
    if (!OpenPart(index, number, &part)) return;
    const uint32_t reply = ReplyTo(part, key);
    if (reply == kNone || left == 0) return;
    --left;
    visit(number, part, part.replies[reply]);
  };
  if (article != PITH_ALL_ARTICLES || index.size() == 1) return look(article == PITH_ALL_ARTICLES ? 0 : article);
  const Members members(index);
  for (uint32_t m = 0; m < members.count(); ++m) {
    if (IsLoose(members[m])) look(members.NumberOf(m, 0));
    const auto& wordings = members[m].wordings;
    const uint32_t first = LowerBound(wordings, key);
    for (uint32_t i = first; i < wordings.size() && i - first < kMostSettling && wordings[i].key == key; ++i) {
      look(members.NumberOf(m, wordings[i].article));
    }
  }
}

}  // namespace pith

#endif  // PITH_ENGINE_FIND_WORDING_H_
