#include "engine/rank/fact_support.h"

#include "engine/find/lookup.h"

namespace pith {
namespace {

// A sentence in which the phrases of its facts are looked for.
struct Place {
  const Language& language;
  const Part& part;
  const Query& query;
  const Matches& matches;
  const Scan& scan;
  Range sentence;  // bytes in the text
};

void Count(uint8_t word, SentenceFacts::Phrase* out) {
  ++out->content;
  if (word == kNoWord) return;
  ++out->matched;
  out->held |= uint64_t{1} << word;
}

// Where the sentence contains the string; an empty range if it does not.
Range Occurrence(const Place& p, uint32_t number, Bytes string) {
  const uint32_t offset = p.part.strings[number].offset;
  const auto size = static_cast<uint32_t>(string.size());
  if (size == 0 || size > p.sentence.size()) return {0, 0};
  if (offset >= p.sentence.begin && offset <= p.sentence.end - size) return {offset, offset + size};
  const uint32_t at = FindIn(p.part.text.Sub(p.sentence.begin, p.sentence.size()), string);
  return at == kNone ? Range{0, 0} : Range{p.sentence.begin + at, p.sentence.begin + at + size};
}

SentenceFacts::Phrase ReadPhraseOf(const Place& p, uint32_t number) {
  SentenceFacts::Phrase out = {number, 0, 0, 0, 0, 0};
  if (number == kNone) return out;
  const Bytes string = p.part.StringBytes(number);
  const Range range = Occurrence(p, number, string);
  out.begin = range.begin;
  out.end = range.end;
  if (range.size() != 0) {
    for (uint32_t i = 0; i < p.scan.count; ++i) {
      const uint32_t begin = p.scan.begin + p.scan.all[i].begin;
      if (begin >= range.end) break;
      if (begin >= range.begin && p.scan.all[i].term != kNoTerm) Count(p.scan.all[i].word, &out);
    }
    return out;
  }
  PhraseKeys keys;
  if (!ReadRelation(p.language, string, &keys)) return out;
  for (uint32_t i = 0; i < keys.size; ++i) {
    const uint16_t term = p.part.FindTerm(keys.keys[i]);
    if (term == kNoTerm) continue;
    const Match match = p.matches.Strongest(term);
    Count(match.strength != 0 && match.word < p.query.count ? match.word : kNoWord, &out);
  }
  return out;
}

uint32_t Common(Range a, Range b) {
  const uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
  return begin < end ? end - begin : 0;
}

// The share of question words in what the fact says about place `at`: in its relation, or, if that has no content words
// ("is"), in the phrase on the other side. 0..16.
uint32_t RelationShare(const SentenceFacts::Fact& fact, uint32_t at) {
  const SentenceFacts::Phrase& relation = fact.phrases[kFactRelation];
  const SentenceFacts::Phrase& told =
      relation.content != 0 ? relation : fact.phrases[at == kFactSubject ? kFactObject : kFactSubject];
  return told.content == 0 ? 0 : told.matched * 16u / told.content;
}

}  // namespace

void ReadFacts(const Language& language, const Part& part, const Query& query, const Matches& matches, const Scan& scan,
               SentenceFacts* out) {
  out->count = 0;
  uint32_t number = LowerBound(part.facts, scan.sentence);
  if (number == part.facts.size() || part.facts.FirstField(number) != scan.sentence) return;
  const SentenceRecord record = part.sentences[scan.sentence];
  Place place = {language, part, query, matches, scan, part.InText(record.begin, record.end)};
  const uint32_t weight = query.ContentWeight();
  for (; number < part.facts.size() && out->count < kSupportFacts; ++number) {
    const FactRecord fact = part.facts[number];
    if (fact.sentence != scan.sentence) return;
    SentenceFacts::Fact& it = out->all[out->count++];
    const uint32_t strings[kFactWhen] = {fact.subject, fact.relation, fact.object, fact.where};
    uint64_t held = 0;
    for (uint32_t i = 0; i < kFactWhen; ++i) {
      it.phrases[i] = ReadPhraseOf(place, strings[i]);
      held |= it.phrases[i].held;
    }
    it.when = fact.when;
    // In "X is the capital", only the sentence as a whole says of what.
    if (it.phrases[kFactRelation].content == 0) held = scan.matched_words;
    uint32_t sum = 0;
    for (uint32_t w = 0; w < query.count; ++w) sum += ((held >> w) & 1) != 0 ? query.words[w].idf : 0u;
    it.share = static_cast<uint8_t>(weight == 0 ? 0 : sum < weight ? sum * 16 / weight : 16);
  }
}

uint32_t AnsweringPlaces(const Question& question) {
  switch (question.kind) {
    case AskKind::kReason:
    case AskKind::kPurpose:
    case AskKind::kManner:
      return 0;
    case AskKind::kPlace:
      return 1u << kFactWhere;
    case AskKind::kTime:
    case AskKind::kDuration:
    case AskKind::kAge:
    case AskKind::kFrequency:
      return 1u << kFactWhen;
    default:
      return 1u << kFactSubject | 1u << kFactObject | (question.role == AskRole::kAdverbial ? 1u << kFactWhere : 0);
  }
}

FactSupport SupportOf(const Part& part, const SentenceFacts& facts, uint32_t places, Range span, uint16_t entity,
                      uint16_t value) {
  const uint32_t name = entity == kNone16 ? kNone : part.entities[entity].name;
  FactSupport best = {0, 0, 0, 0};
  uint32_t most = 0;
  // `named`: the candidate stands for the whole place, as "he" does for a name.
  const auto consider = [&](const SentenceFacts::Fact& fact, uint32_t at, Range place, bool named) {
    const uint32_t common = named ? 1 : Common(span, place);
    if (common == 0) return;
    // NOLINTNEXTLINE(clang-analyzer-core.DivideZero): what has a token in common has one
    const uint32_t inside = named ? 16 : common * 16 / span.size();
    const uint32_t fit = named ? 16 : common * 32 / (span.size() + place.size());
    const uint32_t relation = RelationShare(fact, at), sum = (inside + fit) * (1 + fact.share + relation);
    if (sum <= most) return;
    most = sum;
    best = {static_cast<uint8_t>(inside), static_cast<uint8_t>(fit), fact.share, static_cast<uint8_t>(relation)};
  };
  for (uint32_t i = 0; i < facts.count; ++i) {
    const SentenceFacts::Fact& fact = facts.all[i];
    for (uint32_t at = 0; at < kFactWhen; ++at) {
      const SentenceFacts::Phrase& phrase = fact.phrases[at];
      // A phrase that consists of the question's words is no answer.
      const bool known = phrase.content != 0 && phrase.matched == phrase.content;
      if ((places >> at & 1) == 0 || phrase.string == kNone || known) continue;
      consider(fact, at, {phrase.begin, phrase.end}, name != kNone && phrase.string == name);
    }
    if ((places >> kFactWhen & 1) != 0 && value != kNone16 && fact.when == value) consider(fact, kFactWhen, span, true);
  }
  return best;
}

}  // namespace pith
