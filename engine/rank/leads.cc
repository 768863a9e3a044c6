#include "engine/rank/leads.h"

#include "engine/language/fold.h"

namespace pith {

uint64_t LedWords(const Part& part, const Matches& matches, uint32_t sentence) {
  const uint32_t lead = part.LeadOf(sentence);
  uint64_t words = 0;
  for (uint32_t m = 0; m < matches.count && lead != kNone; ++m) {
    const Match& match = matches.all[m];
    if (match.word < kMaxQueryWords && part.HasTerm(lead, match.term)) words |= uint64_t{1} << match.word;
  }
  return words;
}

bool RepliesTo(const Language& language, const Part& part, const Query& query, uint64_t words, uint32_t sentence) {
  const uint32_t question = part.QuestionBefore(sentence);
  if (question == kNone || query.count == 0) return false;
  bool any = false, lacks = false;
  for (uint32_t w = 0; w < query.count; ++w) {
    if (!query.words[w].content) continue;
    const bool said = ((words >> w) & 1) != 0;
    // A stop word stands for a phrase, such as "is there", which a question may have in other words.
    if (!said && !query.words[w].Is(kWordStop)) return false;
    any |= said;
    lacks |= !said;
  }
  if (lacks && !any) return false;
  const Bytes first = query.text.Sub(query.words[0].begin, query.words[0].end - query.words[0].begin);
  const bool how = first.size() == 3 && (first.U8(1) | 0x20) == 'o' && (first.U8(2) | 0x20) == 'w';
  TokenReader tokens(part, question);
  for (uint32_t w = 0; w < (how ? 2u : 1u); ++w) {
    if (w >= query.count || !tokens.Next()) return false;
    if (HashWord(FoldedWord(language, tokens.Text()).bytes()) != query.words[w].hash) return false;
  }
  return true;
}

}  // namespace pith
