#include "tools/compiler/write/part_writer.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "engine/find/lookup.h"
#include "engine/find/wording.h"
#include "engine/index/part.h"
#include "engine/language/language.h"
#include "engine/verify/verify.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/write/pack.h"
#include "tools/compiler/write/part_checks.h"
#include "tools/compiler/write/part_terms.h"
#include "tools/compiler/write/records.h"
#include "tools/compiler/write/sentence_coder.h"
#include "tools/compiler/write/string_table.h"

namespace pith::compiler {
namespace {

// Records hold a fact's modality as the public header numbers it.
static_assert(static_cast<int>(Modality::kNone) == PITH_STATED, "public");
static_assert(static_cast<int>(Modality::kPlanned) == PITH_PLANNED, "public");
static_assert(static_cast<int>(Modality::kPossible) == PITH_POSSIBLE, "public");
static_assert(static_cast<int>(Modality::kClaimed) == PITH_CLAIMED, "public");
static_assert(static_cast<int>(Modality::kDenied) == PITH_DENIED, "public");
static_assert(static_cast<int>(Modality::kFailed) == PITH_FAILED, "public");
static_assert(static_cast<int>(Modality::kObligatory) == PITH_OBLIGATORY, "public");

// Numbers 0..size-1, sorted by `below`; equal ones keep their order.
template <typename Below>
std::vector<uint32_t> SortedNumbers(size_t size, Below below) {
  std::vector<uint32_t> numbers(size);
  std::iota(numbers.begin(), numbers.end(), 0);
  std::stable_sort(numbers.begin(), numbers.end(), below);
  return numbers;
}

class PartWriter {
 public:
  PartWriter(const Analysis& analysis, const Language& language)
      : analysis_(analysis),
        language_(language),
        terms_(FindTerms(analysis, language)),
        strings_(analysis.article.text) {}

  std::string Run() {
    WriteHead();
    WriteEntities();
    NumberCandidates();
    WriteTerms();
    WriteClaims();
    WriteFacts();
    WriteEvents();
    WriteProperties();
    WriteReplies();
    WriteOutline();
    WriteSentences();
    for (const uint32_t sentence : analysis_.summary_order) Append(NumberRecord{sentence}, &Table(PartTable::kOrder));
    Table(PartTable::kText).Raw(analysis_.article.text);
    Table(PartTable::kPool).Raw(strings_.pool());
    Table(PartTable::kStrings).Raw(strings_.records());
    return Assemble();
  }

 private:
  ByteWriter& Table(PartTable name) { return tables_[static_cast<size_t>(name)]; }
  uint32_t CountOf(PartTable name) { return static_cast<uint32_t>(Table(name).size() / RecordBytes(name)); }

  std::string Assemble() {
    std::vector<RawTable> packed;
    for (uint32_t i = 0; i < kPartTables; ++i) {
      const auto name = static_cast<PartTable>(i);
      packed.push_back({CountOf(name), PackTable(name, Table(name).bytes())});
    }
    return AssemblePart(std::move(packed), analysis_.search_only ? kPartSearchOnly : uint16_t{0});
  }

  void WriteHead() {
    const Article& article = analysis_.article;
    const uint32_t id = strings_.Add(article.id), title = strings_.AddOrNone(article.title),
                   date = strings_.AddOrNone(article.date), url = strings_.AddOrNone(article.url),
                   lang = strings_.AddOrNone(article.lang);
    Append(HeadRecord{id, title, date, url, lang, terms_.word_count}, &Table(PartTable::kHead));
  }

  // Comes after all else that numbers values, because their number decides what one takes in a code.
  void WriteSentences() {
    SentenceCoder codes(AsBytes(analysis_.article.text),
                        static_cast<uint32_t>(terms_.terms.size() - !terms_.terms.empty()), value_count_,
                        static_cast<uint32_t>(entity_numbers_.size()));
    for (size_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      const std::vector<uint16_t>& terms = terms_.token_terms[s];
      const bool opens = s == 0 || analysis_.sentences[s - 1].paragraph != sentence.paragraph;
      const uint8_t flags = (sentence.heading ? kSentenceHeading : 0) | (opens ? kSentenceParagraph : 0) |
                            (sentence.leans_on >= 0 ? kSentenceLeans : 0) |
                            (sentence.withheld ? kSentenceWithheld : 0) | (sentence.row ? kSentenceRow : 0);
      const uint16_t importance = analysis_.importance.empty() ? 0 : analysis_.importance[s];
      const size_t words = terms.size() - std::count(terms.begin(), terms.end(), kNoTerm);
      const size_t tokens = analysis_.search_only ? 0 : sentence.tokens.size();
      Append(SentenceRecord{sentence.begin, sentence.end, codes.tokens().size(), codes.candidates().size(), importance,
                            flags, static_cast<uint8_t>(words), static_cast<uint8_t>(tokens),
                            static_cast<uint8_t>(candidates_[s].size())},
             &Table(PartTable::kSentences));
      codes.BeginSentence(sentence.begin);
      for (size_t t = 0; t < tokens; ++t) codes.Add(RecordOf(sentence, t, terms[t]));
      for (const CandidateRecord& candidate : candidates_[s]) codes.Add(candidate);
    }
    Table(PartTable::kTokens).Raw(codes.tokens().bytes());
    Table(PartTable::kCandidates).Raw(codes.candidates().bytes());
  }

  static TokenRecord RecordOf(const Sentence& sentence, size_t number, uint16_t term) {
    const Token& token = sentence.tokens[number];
    const size_t head = token.head < 0 ? number : static_cast<size_t>(token.head);
    const uint32_t free = number == 0 ? sentence.begin : sentence.tokens[number - 1].end;
    const uint32_t tag = static_cast<uint32_t>(token.pos) | static_cast<uint32_t>(token.name) << 5;
    return {term,
            static_cast<uint16_t>(token.begin - free),
            static_cast<uint8_t>(token.end - token.begin),
            static_cast<uint8_t>(head),
            static_cast<uint8_t>(token.rel),
            static_cast<uint8_t>(tag)};
  }

  void WriteTerms() {
    PartTable table = PartTable::kTerms;  // with the last record, unless there are others
    for (const TermRecord& term : terms_.terms) {
      if ((term.key & kUnknownKey) != 0 && term.key != kNone) table = PartTable::kOtherTerms;
      Append(term, &Table(table));
    }
    for (const PostingRecord& posting : terms_.postings) Append(posting, &Table(PartTable::kPostings));
    for (const uint16_t term : terms_.topic) Append(NumberRecord{term}, &Table(PartTable::kTopic));
  }

  // The number of one of the analysis' values, which is written when first requested; kNone for none.
  uint32_t ValueNumber(int index) {
    if (index < 0 || analysis_.values[index].kind == ValueKind::kNone) return kNone;
    const Value& value = analysis_.values[index];
    const bool number = value.kind == ValueKind::kNumber;
    const std::string& string = number ? value.unit : value.iso;
    const auto [found, is_new] = values_.try_emplace(
        std::make_tuple(value.kind, value.hedge, value.scale, value.mantissa, value.to, string), value_count_);
    if (!is_new) return found->second;
    const uint32_t near = analysis_.sentences[value.span.sentence].begin;
    ValueRecord record = {static_cast<uint8_t>(value.kind),
                          static_cast<uint8_t>(value.hedge),
                          value.scale,
                          value.to.has_value(),
                          number ? strings_.AddOrNone(string, near) : strings_.Add(string, near),
                          static_cast<uint64_t>(value.mantissa)};
    Append(record, &Table(PartTable::kValues));
    ++value_count_;
    if (value.to.has_value()) {
      record.ranged = 0;
      record.mantissa = static_cast<uint64_t>(*value.to);
      Append(record, &Table(PartTable::kValues));
      ++value_count_;
    }
    return found->second;
  }

  // The number in kEntities of an entity of the analysis; kNone for -1.
  uint32_t EntityNumber(int entity) const { return entity < 0 ? kNone : entity_numbers_[entity]; }

  // Numbers the values of the candidates before those of facts, and notes the records of each sentence.
  void NumberCandidates() {
    candidates_.resize(analysis_.sentences.size());
    const auto order = SortedNumbers(analysis_.candidates.size(), [this](uint32_t x, uint32_t y) {
      return analysis_.candidates[x].span.sentence < analysis_.candidates[y].span.sentence;
    });
    for (const uint32_t i : order) {
      const Candidate& candidate = analysis_.candidates[i];
      const uint32_t value = ValueNumber(candidate.value);
      const uint32_t entity = EntityNumber(candidate.entity);
      candidates_[candidate.span.sentence].push_back(
          {static_cast<uint8_t>(candidate.span.first), static_cast<uint8_t>(candidate.span.last),
           static_cast<uint8_t>(candidate.span.head), static_cast<uint8_t>(candidate.kind),
           static_cast<uint16_t>(std::min<uint32_t>(value, kNone16)),
           static_cast<uint16_t>(std::min<uint32_t>(entity, kNone16)), static_cast<uint8_t>(candidate.reality)});
    }
  }

  // Writes the most mentioned entities first; sets entity_numbers_.
  void WriteEntities() {
    std::vector<std::vector<MentionRecord>> mentions(analysis_.entities.size());
    for (const Mention& mention : analysis_.mentions) {
      const std::vector<Token>& tokens = analysis_.sentences[mention.span.sentence].tokens;
      mentions[mention.entity].push_back(
          {mention.span.sentence, tokens[mention.span.first].begin, tokens[mention.span.last - 1].end});
    }
    entity_numbers_.resize(analysis_.entities.size());
    uint32_t number = 0;
    const auto order = SortedNumbers(analysis_.entities.size(), [&mentions](uint32_t x, uint32_t y) {
      return mentions[x].size() > mentions[y].size();
    });
    for (const uint32_t i : order) {
      const Entity& entity = analysis_.entities[i];
      entity_numbers_[i] = number++;
      std::stable_sort(mentions[i].begin(), mentions[i].end(), [](const MentionRecord& x, const MentionRecord& y) {
        return std::tie(x.sentence, x.begin, x.end) < std::tie(y.sentence, y.begin, y.end);
      });
      const uint32_t near = mentions[i].empty() ? 0 : analysis_.sentences[mentions[i].front().sentence].begin;
      const NameType type = entity.type == NameType::kNone ? NameType::kOther : entity.type;
      Append(EntityRecord{strings_.Add(entity.name, near), CountOf(PartTable::kAliases), CountOf(PartTable::kMentions),
                          static_cast<uint8_t>(type), 0, 0},
             &Table(PartTable::kEntities));
      for (const std::string& alias : entity.aliases) {
        Append(NumberRecord{strings_.Add(alias, near)}, &Table(PartTable::kAliases));
      }
      for (const MentionRecord& mention : mentions[i]) Append(mention, &Table(PartTable::kMentions));
    }
  }

  void WriteClaims() {
    const auto order = SortedNumbers(analysis_.claims.size(), [this](uint32_t x, uint32_t y) {
      return std::tie(analysis_.claims[x].begin, analysis_.claims[x].end) <
             std::tie(analysis_.claims[y].begin, analysis_.claims[y].end);
    });
    for (const uint32_t i : order) {
      const Claim& claim = analysis_.claims[i];
      Append(ClaimRecord{claim.begin, claim.end, strings_.Add(claim.speaker, claim.begin)}, &Table(PartTable::kClaims));
    }
  }

  void WriteFacts() {
    const auto order = SortedNumbers(analysis_.facts.size(), [this](uint32_t x, uint32_t y) {
      return std::tie(analysis_.facts[x].sentence, analysis_.facts[x].begin) <
             std::tie(analysis_.facts[y].sentence, analysis_.facts[y].begin);
    });
    std::set<std::pair<uint32_t, uint64_t>> written;  // sentence and id: a fact stated twice is written once
    std::vector<LookupPlace> lookup;
    for (const uint32_t i : order) {
      const Fact& fact = analysis_.facts[i];
      const absl::string_view evidence = SentenceText(fact.sentence);
      const uint64_t id =
          FactId(AsBytes(evidence), AsBytes(fact.subject), AsBytes(fact.relation), AsBytes(fact.object));
      if (!written.emplace(fact.sentence, id).second) continue;
      AddLookup(fact, CountOf(PartTable::kFacts), &lookup);
      AppendFact(fact, fact.sentence == kNoSentence ? 0 : analysis_.sentences[fact.sentence].begin);
    }
    std::sort(lookup.begin(), lookup.end());
    for (size_t i = 0; i < lookup.size(); ++i) {
      if (i != 0 && !(lookup[i - 1] < lookup[i])) continue;
      Append(LookupRecord{lookup[i].key, lookup[i].fact}, &Table(PartTable::kLookup));
    }
  }

  // The text of a sentence; none for kNoSentence.
  absl::string_view SentenceText(uint32_t number) const {
    if (number == kNoSentence) return "";
    const Sentence& sentence = analysis_.sentences[number];
    return absl::string_view(analysis_.article.text).substr(sentence.begin, sentence.end - sentence.begin);
  }

  void AppendFact(const Fact& fact, uint32_t near) {
    FactRecord record = {};
    record.sentence = fact.sentence;
    record.begin = fact.begin;
    record.end = fact.end;
    record.subject = strings_.Add(fact.subject, near);
    record.relation = strings_.Add(fact.relation, near);
    record.object = strings_.Add(fact.object, near);
    record.where = strings_.AddOrNone(fact.where, near);
    record.attribution = strings_.AddOrNone(fact.attribution, near);
    record.value = ValueNumber(fact.value);
    record.when = ValueNumber(fact.when);
    record.subject_entity = EntityNumber(fact.subject_entity);
    record.object_entity = EntityNumber(fact.object_entity);
    record.confidence = fact.confidence;
    record.importance = fact.importance;
    PhraseKeys relation;
    if (ReadRelation(language_, AsBytes(fact.relation), &relation)) record.words = RelationFilter(relation);
    record.negated = fact.negated ? 1 : 0;
    record.modality = static_cast<uint8_t>(fact.modality);
    record.source = fact.by_editor ? PITH_SOURCE_EDITOR : PITH_SOURCE_TEXT;
    Append(record, &Table(PartTable::kFacts));
  }

  // Adds a lookup record for each way to name the subject and the object.
  void AddLookup(const Fact& fact, uint32_t number, std::vector<LookupPlace>* lookup) const {
    const auto add = [&](uint32_t key) { lookup->push_back({key, fact.importance, number}); };
    for (const PhraseKeys& keys : NamesOf(fact.subject, fact.subject_entity)) {
      add(SubjectKey(keys.name));
      add(SubjectKey(keys.head));
    }
    for (const PhraseKeys& keys : NamesOf(fact.object, fact.object_entity)) add(ObjectKey(keys.head));
  }

  // The phrase, and the name and aliases of the entity that it names.
  std::vector<PhraseKeys> NamesOf(absl::string_view phrase, int entity) const {
    std::vector<absl::string_view> names = {phrase};
    if (entity >= 0) {
      names.push_back(analysis_.entities[entity].name);
      const std::vector<std::string>& aliases = analysis_.entities[entity].aliases;
      names.insert(names.end(), aliases.begin(), aliases.begin() + std::min<size_t>(aliases.size(), kMaxLookupAliases));
    }
    std::vector<PhraseKeys> all;
    for (const absl::string_view name : names) {
      PhraseKeys keys;
      if (ReadPhrase(language_, AsBytes(name), &keys) && keys.size != 0) all.push_back(keys);
    }
    return all;
  }

  void WriteEvents() {
    for (const Event& event : analysis_.events) {
      const uint32_t date = strings_.Add(analysis_.values[event.value].iso, event.begin);
      if (!event.told.empty() || event.negated || event.modality != Modality::kNone) {
        Append(TellingRecord{CountOf(PartTable::kEvents), strings_.AddOrNone(event.told, event.begin),
                             static_cast<uint8_t>(event.negated), static_cast<uint8_t>(event.modality)},
               &Table(PartTable::kTellings));
      }
      Append(EventRecord{date, event.sentence, event.begin, event.end}, &Table(PartTable::kEvents));
    }
  }

  void WriteProperties() {
    const Article& article = analysis_.article;
    for (const std::string& alias : article.aliases) AddProperty(PropertyKind::kAlias, alias);
    for (const std::string& tag : article.tags) AddProperty(PropertyKind::kTag, tag);
    AddProperty(PropertyKind::kAuthor, article.author);
    AddProperty(PropertyKind::kLicence, article.licence);
    AddProperty(PropertyKind::kImage, article.image);
    AddProperty(PropertyKind::kMeta, article.meta);
  }

  void AddProperty(PropertyKind kind, absl::string_view value) {
    if (value.empty()) return;
    Append(PropertyRecord{static_cast<uint8_t>(kind), strings_.Add(value)}, &Table(PartTable::kProperties));
  }

  // The first of two replies to the same question holds.
  void WriteReplies() {
    std::map<uint64_t, WordingRecord> wordings;
    for (const Reply& reply : analysis_.replies) {
      const uint32_t number = CountOf(PartTable::kReplies);
      const bool proven = reply.sentence != kNoSentence;
      Append(ReplyRecord{strings_.AddOrNone(reply.text), proven ? reply.sentence : kNone, reply.begin, reply.end,
                         static_cast<uint8_t>(reply.kind)},
             &Table(PartTable::kReplies));
      for (const std::string& question : reply.questions) {
        const uint64_t key = WordingKey(language_, AsBytes(question));
        if (key != 0 && wordings.count(key) == 0) wordings[key] = {key, strings_.Add(question), number};
      }
    }
    for (const auto& [key, wording] : wordings) Append(wording, &Table(PartTable::kWordings));
  }

  // Of a text with blocks there is at least one record, so that no sentence is taken for a heading by its look.
  void WriteOutline() {
    const std::vector<Sentence>& sentences = analysis_.sentences;
    uint32_t s = 0;
    for (const Block& block : analysis_.article.blocks) {
      while (s < sentences.size() && sentences[s].begin < block.begin) ++s;
      if (s == sentences.size() || sentences[s].begin >= block.end) continue;
      const bool heading = block.kind == BlockKind::kHeading;
      const uint8_t level = heading ? std::min(std::max<uint8_t>(block.level, 1), kMaxHeadingLevel) : 0;
      const absl::string_view anchor = block.anchor.size() <= kMaxAnchorBytes ? block.anchor : absl::string_view();
      if (!heading && anchor.empty() && s != 0) continue;
      Append(OutlineRecord{s, level, strings_.AddOrNone(anchor, block.begin)}, &Table(PartTable::kOutline));
    }
  }

  const Analysis& analysis_;
  const Language& language_;
  const PartTerms terms_;
  StringTable strings_;
  std::array<ByteWriter, kPartTables> tables_;
  std::map<std::tuple<ValueKind, Hedge, uint8_t, int64_t, absl::optional<int64_t>, std::string>, uint32_t> values_;
  uint32_t value_count_ = 0;                              // records: a range has two
  std::vector<uint32_t> entity_numbers_;                  // by index in the analysis
  std::vector<std::vector<CandidateRecord>> candidates_;  // by sentence
};

}  // namespace

absl::StatusOr<std::string> WritePart(const Analysis& analysis, const Language& language) {
  if (absl::Status status = CheckAnalysis(analysis); !status.ok()) return status;
  std::string bytes = PartWriter(analysis, language).Run();
  Part part;
  const Fault fault = part.Open(AsBytes(bytes)) ? VerifyPart(part, language) : Fault{"the part's tables do not fit"};
  if (fault.found()) {
    return absl::InternalError(
        absl::StrCat("article ", analysis.article.id, ": ", fault.message, " (byte ", fault.offset, " of its part)"));
  }
  return bytes;
}

}  // namespace pith::compiler
