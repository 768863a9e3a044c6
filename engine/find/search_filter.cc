#include "engine/find/search_filter.h"

#include "engine/find/titles.h"
#include "engine/language/fold.h"
#include "engine/language/words.h"

namespace pith {
namespace {

constexpr char kTitleSign[] = "title:";
constexpr uint32_t kTitleSignBytes = sizeof kTitleSign - 1;

bool IsSpace(uint8_t byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

// The size of the quotation mark at `at`, of any shape; 0 if there is none.
uint32_t QuoteAt(const Language& language, Bytes text, uint32_t at) {
  if (at >= text.size()) return 0;
  uint64_t end = at;
  const uint32_t code = DecodeUtf8(text, &end);
  return code == '"' || language.FoldEntry(code) == '"' ? static_cast<uint32_t>(end - at) : 0;
}

bool IsTitleSign(Bytes text, uint32_t at) {
  for (uint32_t i = 0; i < kTitleSignBytes; ++i) {
    if ((text.U8(at + i) | (kTitleSign[i] == ':' ? 0 : 0x20)) != kTitleSign[i]) return false;
  }
  return true;
}

// Where the word at `at` ends, and where the quotation does.
uint32_t EndOfWord(Bytes text, uint32_t at) {
  while (at < text.size() && !IsSpace(text.U8(at))) ++at;
  return at;
}
uint32_t EndOfQuote(const Language& language, Bytes text, uint32_t at) {
  while (at < text.size() && QuoteAt(language, text, at) == 0) ++at;
  return at;
}

bool IsLetter(const Language& language, Bytes text, uint32_t at) {
  if (at >= text.size()) return false;
  uint64_t end = at;
  const CharClass kind = language.ClassOf(DecodeUtf8(text, &end));
  return kind == CharClass::kLetter || kind == CharClass::kUpper || kind == CharClass::kIdeograph;
}

// The words of a text that were read last.
struct LastWords {
  uint32_t hash[kMaxDemandWords];
  uint32_t count = 0;

  void Add(uint32_t word) { hash[count++ % kMaxDemandWords] = word; }
  uint32_t FromEnd(uint32_t i) const { return hash[(count - 1 - i) % kMaxDemandWords]; }
};

}  // namespace

void SearchFilter::Read(const Language& language, Bytes search) {
  size_ = demand_count_ = word_count_ = 0;
  if (search.size() > PITH_MAX_QUESTION_BYTES) return;
  size_ = static_cast<uint32_t>(search.size());
  for (uint32_t i = 0; i < size_; ++i) text_[i] = static_cast<char>(search.U8(i));
  for (uint32_t at = 0; at < size_;) {
    const uint32_t end = ReadDemand(language, search, at);
    at = end != at ? end : EndOfWord(search, at);
    while (at < size_ && IsSpace(search.U8(at))) ++at;
  }
}

uint32_t SearchFilter::ReadDemand(const Language& language, Bytes search, uint32_t at) {
  Demand demand = {};
  uint32_t begin = at;
  if (search.U8(begin) == '-' && (IsLetter(language, search, begin + 1) || QuoteAt(language, search, begin + 1) != 0)) {
    demand.excluded = true;
    ++begin;
  }
  if (IsTitleSign(search, begin)) {
    demand.title = true;
    begin += kTitleSignBytes;
  }
  uint32_t end = EndOfWord(search, begin), after = end;
  if (const uint32_t quote = QuoteAt(language, search, begin); quote != 0) {
    const uint32_t closing = EndOfQuote(language, search, begin + quote);
    if (closing == search.size()) return at;  // it has no partner
    demand.exact = true;
    begin += quote;
    end = closing;
    after = closing + QuoteAt(language, search, closing);
  } else if (!demand.excluded && !demand.title) {
    return at;
  }
  if (!Add(language, search, begin, end, demand)) return at;
  Blank(at, demand.excluded ? end : begin);
  Blank(end, after);
  return after;
}

bool SearchFilter::Add(const Language& language, Bytes search, uint32_t begin, uint32_t end, Demand demand) {
  if (demand_count_ == kMaxDemands) return false;
  uint32_t count = 0;
  WordReader reader(language, search, begin, end);
  for (Word word; reader.Next(&word);) {
    if (!word.IsWord()) continue;
    if (word_count_ + count == kMaxDemandWords) return false;
    const FoldedWord folded(language, search.Sub(word.begin, word.end - word.begin));
    words_[word_count_ + count++] = {HashWord(folded.bytes()), language.Find(folded.bytes()).key,
                                     static_cast<uint16_t>(word.begin)};
  }
  if (count == 0) return false;
  demand.exact |= count > 1;
  demand.first = static_cast<uint8_t>(word_count_);
  demand.count = static_cast<uint8_t>(count);
  demands_[demand_count_++] = demand;
  word_count_ += count;
  return true;
}

void SearchFilter::Blank(uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) text_[i] = ' ';
}

bool SearchFilter::Requires(uint32_t at) const {
  for (uint32_t d = 0; d < demand_count_; ++d) {
    const Demand& demand = demands_[d];
    for (uint32_t w = demand.first; w < uint32_t{demand.first} + demand.count && !demand.excluded; ++w) {
      if (words_[w].at == at) return true;
    }
  }
  return false;
}

SearchFilter::Met SearchFilter::Look(const Language& language, Bytes text, uint32_t begin, uint32_t end,
                                     Meter* meter) const {
  Met met = 0;
  LastWords last;
  WordReader reader(language, text, begin, end);
  for (Word word; !meter->Spent() && reader.Next(&word);) {
    meter->Take(1 + demand_count_);
    if (!word.IsWord()) continue;
    const FoldedWord folded(language, text.Sub(word.begin, word.end - word.begin));
    const uint32_t key = language.Find(folded.bytes()).key;
    last.Add(HashWord(folded.bytes()));
    for (uint32_t d = 0; d < demand_count_; ++d) {
      const Demand& demand = demands_[d];
      bool there = demand.exact ? last.count >= demand.count : words_[demand.first].key == key;
      for (uint32_t i = 0; demand.exact && there && i < demand.count; ++i) {
        there = last.FromEnd(i) == words_[demand.first + demand.count - 1 - i].hash;
      }
      if (there) met |= Met{1} << d;
    }
  }
  return met;
}

bool SearchFilter::TakesArticle(const Language& language, const Part& part, bool among, Meter* meter,
                                Met* titles) const {
  *titles = 0;
  const uint32_t aliases = part.PropertiesOf(PropertyKind::kAlias).size();
  for (uint32_t i = 0; i <= aliases && i < kMaxTitlesRead; ++i) {
    const Bytes title = TitleOf(part, i);
    if (title.size() <= PITH_MAX_QUESTION_BYTES) {
      *titles |= Look(language, title, 0, static_cast<uint32_t>(title.size()), meter);
    }
  }
  for (uint32_t d = 0; d < demand_count_; ++d) {
    const bool met = (*titles >> d & 1) != 0;
    if (demands_[d].excluded ? met : demands_[d].title && !met) return false;
  }
  return !among || !HasExcluded(language, part, meter);
}

bool SearchFilter::HasExcluded(const Language& language, const Part& part, Meter* meter) const {
  Met phrases = 0;
  for (uint32_t d = 0; d < demand_count_; ++d) {
    const Demand& demand = demands_[d];
    if (!demand.excluded || demand.title) continue;
    if (demand.exact) {
      phrases |= Met{1} << d;
    } else if (part.FindTerm(words_[demand.first].key) != kNoTerm) {
      return true;
    }
  }
  for (uint32_t s = 0; phrases != 0 && s < part.sentences.size() && !meter->Spent(); ++s) {
    if ((LookInSentence(language, part, s, meter) & phrases) != 0) return true;
  }
  return false;
}

SearchFilter::Met SearchFilter::LookInSentence(const Language& language, const Part& part, uint32_t sentence,
                                               Meter* meter) const {
  const Range text = part.PlaceOf(sentence);
  const uint32_t end = text.size() > kMaxSentenceBytes ? text.begin + kMaxSentenceBytes : text.end;
  meter->Take(1);
  return Look(language, part.text, text.begin, end, meter);
}

bool SearchFilter::TakesSentence(const Language& language, const Part& part, uint32_t sentence, Met titles,
                                 Meter* meter) const {
  const Met here = LookInSentence(language, part, sentence, meter);
  for (uint32_t d = 0; d < demand_count_; ++d) {
    if (demands_[d].title) continue;
    const bool met = (here >> d & 1) != 0;
    if (demands_[d].excluded ? met : !met && (titles >> d & 1) == 0) return false;
  }
  return true;
}

}  // namespace pith
