#include "engine/index/part.h"

#include <initializer_list>

#include "engine/format/fnv.h"
#include "engine/format/order.h"
#include "engine/index/members.h"

namespace pith {

// The views made here pass the labels of records on unchanged, so they must equal the public ones.
static_assert(static_cast<int>(ValueKind::kNone) == PITH_VALUE_NONE, "public");
static_assert(static_cast<int>(ValueKind::kNumber) == PITH_VALUE_NUMBER, "public");
static_assert(static_cast<int>(ValueKind::kDate) == PITH_VALUE_DATE, "public");
static_assert(static_cast<int>(ValueKind::kDuration) == PITH_VALUE_DURATION, "public");
static_assert(static_cast<int>(Hedge::kExact) == PITH_EXACT, "public");
static_assert(static_cast<int>(Hedge::kAbout) == PITH_ABOUT, "public");
static_assert(static_cast<int>(Hedge::kAtLeast) == PITH_AT_LEAST, "public");
static_assert(static_cast<int>(Hedge::kMoreThan) == PITH_MORE_THAN, "public");
static_assert(static_cast<int>(Hedge::kAtMost) == PITH_AT_MOST, "public");
static_assert(static_cast<int>(Hedge::kLessThan) == PITH_LESS_THAN, "public");
static_assert(static_cast<int>(Hedge::kUpTo) == PITH_UP_TO, "public");
static_assert(static_cast<int>(Hedge::kVague) == PITH_VAGUE, "public");
static_assert(static_cast<int>(NameType::kPerson) == PITH_PERSON, "public");
static_assert(static_cast<int>(NameType::kOrganization) == PITH_ORGANIZATION, "public");
static_assert(static_cast<int>(NameType::kPlace) == PITH_PLACE, "public");
static_assert(static_cast<int>(NameType::kOther) == PITH_OTHER, "public");

namespace {

// From the first item that record `number` names to that of the next record; for the last record, to the table's end.
template <typename Record>
Range Between(const PackedTable<Record>& table, uint32_t Record::*first, uint32_t number, uint32_t size) {
  if (number >= table.size()) return {0, 0};
  const uint32_t end = number + 1 < table.size() ? table[number + 1].*first : size;
  return Clamp(table[number].*first, end, size);
}

void Fill(Bytes bytes, const TablePlace&, Bytes* out) { *out = bytes; }
template <typename Record>
void Fill(Bytes bytes, const TablePlace& place, PackedTable<Record>* out) {
  *out = PackedTable<Record>(bytes, place.count, place.row_bits);
}

bool IsPunctuation(const TokenRecord& token) { return (token.tag & 31) == static_cast<uint8_t>(Pos::kPunct); }

}  // namespace

uint64_t FactId(Bytes sentence, Bytes subject, Bytes relation, Bytes object) {
  // FNV-1a, with the parts separated by a byte that never occurs in UTF-8.
  uint64_t hash = kFnvStart64;
  for (const Bytes& part : {sentence, subject, relation, object}) {
    for (uint64_t i = 0; i < part.size() && i < kMaxSentenceBytes; ++i) hash = FnvStep(hash, uint64_t{part.U8(i)});
    hash = FnvStep(hash, uint64_t{0xFF});
  }
  return hash != 0 ? hash : 1;
}

TablePlaces::TablePlaces(Bytes part)
    : part_(part), tables_(part.U16(4)), width_((part.U16(6) & kPartLarge) != 0 ? 4 : 2) {
  at_ = kPartHeaderBytes + uint64_t{tables_} * width_;
}

bool TablePlaces::Next(TablePlace* place) {
  const uint32_t i = number_++;
  if (i == 0 && (part_.U32(0) != part_.size() || !part_.Has(0, at_))) return false;
  const uint64_t count_at = kPartHeaderBytes + uint64_t{i} * width_;
  const uint32_t count = i >= tables_  ? 0
                         : width_ == 4 ? part_.U32(count_at)
                                       : part_.U16(count_at),
                 fields = kPartFields.of[i].count;
  const uint32_t row_bits = count == 0 ? 0 : fields == 0 ? 8 : RowBits(part_, at_, fields);
  // A few bytes must not stand for billions of records, whether these have no bits or fewer than any real part needs.
  if (count != 0 && (row_bits == 0 || count > part_.size())) return false;
  const uint64_t size = count == 0 ? 0 : fields + (uint64_t{count} * row_bits + 7) / 8;
  if (!part_.Has(at_, size)) return false;
  *place = {at_, size, count, fields, row_bits};
  at_ += size;
  return true;
}

bool PlaceTables(Bytes bytes, TablePlace places[kPartTables]) {
  TablePlaces next(bytes);
  for (uint32_t i = 0; i < kPartTables; ++i) {
    if (!next.Next(&places[i])) return false;
  }
  return true;
}

bool Part::Open(Bytes bytes) {
  bytes_ = bytes;
  // One place at a time on the stack.
  TablePlaces places(bytes);
  TablePlace place;
  bool placed = true;
  ForEachTable([&](PartTable, auto member) {
    placed = placed && places.Next(&place);
    if (placed) Fill(bytes.Sub(place.offset, place.size), place, &(this->*member));
  });
  if (!placed) return false;
  const auto cap = [](auto* table, uint64_t most) {
    if (table->size() > most) *table = {};
  };
  cap(&sentences, text.size());
  cap(&known_terms, kMaxArticleTerms + 1);
  cap(&other_terms, kMaxArticleTerms + 1);
  cap(&order, sentences.size());
  cap(&suggestions, kMaxSuggestions);
  cap(&outline, sentences.size());
  cap(&tellings, events.size());
  term_bits_ = BitsFor(term_count());
  value_bits_ = BitsFor(values.size());
  entity_bits_ = BitsFor(entities.size());
  return head.size() == 1 && text.size() <= kMaxArticleBytes;
}

Range Part::PostingsOf(uint32_t term) const { return PostingsAt(terms(), term, postings.size()); }

Range Part::AliasesOf(uint32_t entity) const {
  return Between(entities, &EntityRecord::first_alias, entity, aliases.size());
}

Range Part::MentionsOf(uint32_t entity) const {
  return Between(entities, &EntityRecord::first_mention, entity, mentions.size());
}

Range Part::QuestionOf(uint32_t number) const {
  return Between(suggestions, &SuggestionRecord::first_byte, number, static_cast<uint32_t>(questions.size()));
}

Range Part::PropertiesOf(PropertyKind kind) const {
  const uint32_t number = static_cast<uint32_t>(kind);
  return {LowerBound(properties, number), LowerBound(properties, number + 1)};
}

pith_text Part::Property(PropertyKind kind) const {
  const Range range = PropertiesOf(kind);
  return range.size() == 0 ? pith_text{nullptr, 0} : String(properties[range.begin].string);
}

uint16_t Part::FindTerm(uint32_t key) const {
  const uint32_t term = FindKey(terms(), key);
  return term < kMaxArticleTerms ? static_cast<uint16_t>(term) : kNoTerm;
}

uint8_t Part::ImpactOf(uint32_t term) const {
  // In sixteenths of an occurrence. A usual paragraph has some 120 words.
  constexpr uint64_t kTitled = 48, kAlways = 10, kUsualWords = 120, kByLength = 6;
  constexpr uint32_t kMostPostings = 65536;  // a set asks for this while it answers
  Range range = PostingsOf(term);
  if (range.size() > kMostPostings) range.end = range.begin + kMostPostings;
  uint64_t weight = IsTopic(term) ? kTitled : 0;
  for (uint32_t i = range.begin; i < range.end; ++i) weight += postings[i].weight();
  const uint64_t norm = kAlways + kByLength * head[0].words / kUsualWords;
  return static_cast<uint8_t>(1 + 254 * weight / (weight + norm));
}

Bytes Part::StringBytes(uint32_t number) const {
  const StringRecord record = strings[number];
  if (record.offset < text.size()) return text.Sub(record.offset, record.size);
  return pool.Sub(record.offset - text.size(), record.size);
}

pith_text Part::String(uint32_t number) const { return AsText(StringBytes(number)); }

Range Part::InText(uint32_t begin, uint32_t end) const { return Clamp(begin, end, static_cast<uint32_t>(text.size())); }

pith_text Part::Text(Range range) const { return AsText(text.Sub(range.begin, range.size())); }

Range Part::PlaceOf(uint32_t sentence) const {
  return InText(static_cast<uint32_t>(FieldOf(sentence, SentenceRecord::kBegin)),
                static_cast<uint32_t>(FieldOf(sentence, SentenceRecord::kEnd)));
}

Range Part::SpanOf(uint32_t sentence, uint32_t first, uint32_t last) const {
  if (first >= last || last > TokenCount(sentence)) return {0, 0};
  TokenReader reader(*this, sentence);
  uint64_t begin = 0;
  for (uint32_t i = 0; i < last && reader.Next(); ++i) {
    if (i == first) begin = reader.begin();
  }
  return InText(static_cast<uint32_t>(begin), static_cast<uint32_t>(reader.end()));
}

pith_sentence Part::MakeSentence(uint32_t article, uint32_t sentence) const {
  const Range range = PlaceOf(sentence);
  const auto importance = static_cast<uint16_t>(FieldOf(sentence, SentenceRecord::kImportance));
  return {article, sentence + 1, range.begin, range.end, importance, Text(range), {}};
}

pith_text Part::NameBehind(uint32_t sentence) const {
  const SentenceRecord of = sentences[sentence];
  // Quotation marks may precede it.
  uint32_t first = 0;
  for (TokenReader reader(*this, of); first < 2 && reader.Next() && IsPunctuation(reader.token());) ++first;
  for (CandidateReader reader(*this, of, TokensOf(of)); reader.Next();) {
    const CandidateRecord& record = reader.candidate();
    if (record.first > first) break;
    if (record.first != first) continue;
    if (record.entity == kNone16 || record.entity >= entities.size()) continue;
    const uint32_t name = entities[record.entity].name;
    const Bytes whole = StringBytes(name);
    const Range range = InText(of.begin, of.end);
    return Contains(text.Sub(range.begin, range.size()), whole) ? pith_text{nullptr, 0} : String(name);
  }
  return {nullptr, 0};
}

bool Part::HasTerm(uint32_t sentence, uint32_t term) const {
  const Range all = PostingsOf(term);
  const uint32_t at = PartitionPoint(all.begin, all.end, [&](uint32_t i) { return postings[i].sentence() < sentence; });
  return at < all.end && postings[at].sentence() == sentence;
}

bool Part::Asks(uint32_t sentence) const {
  const Range place = PlaceOf(sentence);
  return place.size() != 0 && text.U8(place.end - 1) == '?';
}

uint32_t Part::QuestionBefore(uint32_t sentence) const {
  if (sentence == 0 || sentence >= sentences.size() || !Asks(sentence - 1) || Asks(sentence)) return kNone;
  return IsTitle(sentence) ? kNone : sentence - 1;
}

uint32_t Part::LeadOf(uint32_t sentence) const {
  if (sentence >= sentences.size()) return kNone;
  const uint32_t question = QuestionBefore(sentence);
  if (question != kNone) return question;
  if (sentence > 1 && !IsTitle(sentence) && IsTitle(sentence - 1)) return sentence - 1;
  for (uint32_t at = sentence; sentence - at < kMostRowsLed; --at) {
    if ((FlagsOf(at) & kSentenceRow) == 0) return at != sentence && IsTitle(at) ? at : kNone;
    if (at == 0) break;
  }
  return kNone;
}

uint32_t Part::SupportOf(uint32_t sentence) const {
  if ((FlagsOf(sentence) & kSentenceLeans) == 0) return kNone;
  for (uint32_t back = 1; back <= kMaxHeadingsPassed + 1 && back <= sentence; ++back) {
    if ((FlagsOf(sentence - back) & kSentenceHeading) == 0) return sentence - back;
  }
  return kNone;
}

pith_text Part::SpeakerOf(uint32_t begin, uint32_t end) const {
  // Claims are in order of begin and nest little, so it is enough to look at a few before the first that begins later.
  constexpr uint32_t kNested = 8;
  const uint32_t later = PartitionPoint(0, claims.size(), [&](uint32_t i) { return claims[i].begin <= begin; });
  for (uint32_t i = 0; i < kNested && i < later; ++i) {
    const ClaimRecord claim = claims[later - 1 - i];
    if (end <= claim.end) return String(claim.speaker);
  }
  return {nullptr, 0};
}

pith_value Part::MakeValue(uint32_t value) const {
  pith_value out = {};
  const ValueRecord record = values[value];
  if (value >= values.size() || record.kind > PITH_VALUE_DURATION) return out;
  out.kind = record.kind;
  out.hedge = record.hedge;
  if (record.kind == PITH_VALUE_NUMBER) {
    out.scale = record.scale;
    out.mantissa = static_cast<int64_t>(record.mantissa);
    out.unit = String(record.string);
    const ValueRecord top = values[value + 1];  // past the end: of no kind
    if (record.ranged == 1 && top.kind == PITH_VALUE_NUMBER && top.scale == record.scale) {
      out.ranged = 1;
      out.to = static_cast<int64_t>(top.mantissa);
    }
  } else if (record.kind != PITH_VALUE_NONE) {
    out.iso = String(record.string);
    if (out.iso.size == 0) out.kind = PITH_VALUE_NONE;  // "late spring": a time, but no date
  }
  return out;
}

pith_fact Part::MakeFact(uint32_t article, uint32_t fact) const {
  const FactRecord record = facts[fact];
  const Range range = InText(record.begin, record.end);
  pith_fact out = {};
  const Range evidence = PlaceOf(record.sentence);
  out.id = FactId(text.Sub(evidence.begin, evidence.size()), StringBytes(record.subject), StringBytes(record.relation),
                  StringBytes(record.object));
  out.article = article;
  out.sentence = record.sentence + 1;  // 0 for kNone
  out.begin = range.begin;
  out.end = range.end;
  out.subject = String(record.subject);
  out.relation = String(record.relation);
  out.object = String(record.object);
  out.subject_entity = record.subject_entity;
  out.object_entity = record.object_entity;
  out.value = MakeValue(record.value);
  out.when = MakeValue(record.when);
  out.where = String(record.where);
  out.attribution = String(record.attribution);
  out.negated = record.negated;
  out.modality = record.modality;
  out.source = record.source;
  out.confidence = record.confidence;
  out.importance = record.importance;
  return out;
}

bool OpenPart(const OpenedIndex& index, uint32_t article, Part* out) {
  if (article >= index.size()) return false;
  if (const Members members(index); members.IsSet()) {
    uint32_t member;
    return members.Find(&article, &member) && OpenPart(members[member], article, out);
  }
  const DirectoryRecord record = index.directory[article];
  // Parts follow one another, so that no two articles share one.
  if (article != 0) {
    const DirectoryRecord before = index.directory[article - 1];
    if (record.offset < before.offset || record.offset - before.offset < before.size) return false;
  }
  return out->Open(index.articles.Sub(record.offset, record.size));
}

}  // namespace pith
