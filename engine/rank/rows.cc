#include "engine/rank/rows.h"

#include "engine/format/order.h"

namespace pith {
namespace {

constexpr uint32_t kMostLabel = 12;  // tokens
constexpr uint8_t kSame = 224;       // a match from which on words mean the same

// Where the label ends: before a colon, or the line between two cells.
uint8_t EndOfLabel(const Part& part, const Scan& scan) {
  for (uint32_t t = 1; t < scan.count && t <= kMostLabel; ++t) {
    const Bytes text = scan.TextOf(part, t);
    if (text.size() == 1 && (text.U8(0) == ':' || text.U8(0) == '|')) return static_cast<uint8_t>(t);
  }
  return 0;
}

// The content words of the query that each of the rows [first, end) means, a bit each.
void WordsOfRows(const Part& part, const Query& query, const Matches& matches, uint32_t first, uint32_t end,
                 uint64_t words[kMostRowsLed]) {
  for (uint32_t i = 0; i < kMostRowsLed; ++i) words[i] = 0;
  for (uint32_t m = 0; m < matches.count; ++m) {
    const Match& match = matches.all[m];
    if (match.hint || match.strength < kSame || match.word >= query.count || !query.words[match.word].content) continue;
    const Range all = part.PostingsOf(match.term);
    uint32_t at = PartitionPoint(all.begin, all.end, [&](uint32_t i) { return part.postings[i].sentence() < first; });
    for (uint32_t left = kMostRowsLed; left != 0 && at < all.end; --left, ++at) {
      const uint32_t sentence = part.postings[at].sentence();
      if (sentence < first || sentence >= end) break;
      words[sentence - first] |= uint64_t{1} << match.word;
    }
  }
}

}  // namespace

bool IsOfOtherColumn(const SentenceFacts& facts, Range span) {
  bool named = false, own = false;
  for (uint32_t i = 0; i < facts.count; ++i) {
    const SentenceFacts::Phrase& object = facts.all[i].phrases[kFactObject];
    const bool here = span.begin >= object.begin && span.end <= object.end;
    const bool matched = facts.all[i].phrases[kFactRelation].matched != 0;
    named |= matched && !here;
    own |= here && !matched;
  }
  return named && own;
}

Row ReadRow(const Part& part, const Query& query, const Matches& matches, const Scan& scan) {
  Row row = {};
  if ((part.sentences[scan.sentence].flags & kSentenceRow) == 0) return row;
  row.label_end = EndOfLabel(part, scan);
  for (uint32_t t = 0; t < row.label_end; ++t) {
    const ScannedToken& token = scan.all[t];
    row.labelled |= token.word != kNoWord && token.strength >= kSame && query.words[token.word].content;
  }
  const uint32_t lead = part.LeadOf(scan.sentence);
  if (lead == kNone) return row;
  uint32_t end = scan.sentence + 1;
  while (end - lead <= kMostRowsLed && end < part.sentences.size() && part.LeadOf(end) == lead) ++end;
  uint64_t words[kMostRowsLed];
  WordsOfRows(part, query, matches, lead + 1, end, words);
  const uint64_t own = words[scan.sentence - lead - 1];
  for (uint32_t i = 0; i < end - lead - 1; ++i) row.outdone |= words[i] != own && (words[i] & own) == own;
  return row;
}

}  // namespace pith
