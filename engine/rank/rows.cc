#include "engine/rank/rows.h"

#include "engine/format/order.h"
#include "engine/rank/weekdays.h"

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

// Whether what stands between two days or two times means all between them.
bool IsSpanSign(Bytes word) {
  const uint8_t first = word.U8(0);
  const bool word_t = (first | 0x20) == 't' && (word.size() == 2 || word.size() == 7);  // "to", "through"
  return word_t || first == '-' || first == 0xE2;                                       // a dash
}

// The weekdays that a label names or spans, a bit each: Tuesday to Friday in "Tuesday - Friday: 9 am".
uint32_t DaysOf(const Part& part, uint32_t sentence) {
  uint32_t days = 0, begin = kNoWeekday, words = 0;
  bool to = false;
  for (TokenReader tokens(part, sentence); tokens.Next() && words < kMostLabel; ++words) {
    const Bytes word = tokens.Text();
    const uint32_t day = WeekdayOf(word);
    if (day == kNoWeekday) {
      to = begin != kNoWeekday && IsSpanSign(word);
      if (!to) begin = kNoWeekday;
      if (word.U8(0) == ':' || word.U8(0) == '|') break;
      continue;
    }
    for (uint32_t at = begin; to && at != day; at = (at + 1) % 7) days |= 1u << at;
    days |= 1u << day;
    begin = day;
    to = false;
  }
  return days;
}

// Adds the weekdays of the query that the label of a row spans, unless one of the rows names them. Returns whether row
// `it` has days in its label, but not one of the query's.
bool AddSpanned(const Part& part, const Query& query, uint32_t first, uint32_t rows, uint32_t it,
                uint64_t words[kMostRowsLed]) {
  uint64_t named = 0;
  bool other = false, read = false;
  uint32_t days[kMostRowsLed];
  for (uint32_t i = 0; i < rows; ++i) named |= words[i];
  for (uint32_t w = 0; w < query.count; ++w) {
    const QueryWord& word = query.words[w];
    const uint32_t day = WeekdayOf(query.text.Sub(word.begin, word.end - word.begin));
    if (day == kNoWeekday) continue;
    for (uint32_t i = 0; i < rows && !read; ++i) days[i] = DaysOf(part, first + i);
    read = true;
    for (uint32_t i = 0; i < rows && ((named >> w) & 1) == 0; ++i) {
      if (((days[i] >> day) & 1) != 0) words[i] |= uint64_t{1} << w;
    }
    other |= days[it] != 0 && ((words[it] >> w) & 1) == 0;
  }
  return other;
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

bool AreHours(const Part& part, const Scan& scan, uint32_t first, uint32_t end) {
  constexpr uint32_t kMost = 10;
  uint32_t numbers = 0, signs = 0;
  for (uint32_t t = first; t < end; ++t) {
    const Bytes text = scan.TextOf(part, t);
    const uint8_t letter = text.U8(0) | 0x20;
    const bool half = text.size() >= 2 && text.size() <= 4 && (letter == 'a' || letter == 'p') &&
                      (text.U8(text.size() - 1) == '.' || (text.U8(text.size() - 1) | 0x20) == 'm');
    if (scan.all[t].pos == Pos::kNum) {
      ++numbers;
    } else if (IsSpanSign(text)) {
      ++signs;
    } else if (!half) {
      return false;
    }
  }
  return end - first <= kMost && numbers == 2 && signs == 1;
}

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
  if ((part.FlagsOf(scan.sentence) & kSentenceRow) == 0) return row;
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
  const uint32_t rows = end - lead - 1, it = scan.sentence - lead - 1;
  const uint64_t said = words[it];
  row.outdone = AddSpanned(part, query, lead + 1, rows, it, words);
  const uint64_t own = words[it];
  row.spanned = own & ~said;
  row.labelled |= row.spanned != 0;
  for (uint32_t i = 0; i < rows; ++i) row.outdone |= words[i] != own && (words[i] & own) == own;
  return row;
}

}  // namespace pith
