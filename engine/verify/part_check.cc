#include "engine/find/lookup.h"
#include "engine/find/wording.h"
#include "engine/language/fold.h"
#include "engine/verify/verify.h"

namespace pith {
namespace {

constexpr uint16_t kMostShare = 10000;  // confidences and importances are ten-thousandths
constexpr uint8_t kMaxScale = 18;       // ten to the power of this fits 64 bits
constexpr uint64_t kRelationShare = 8;  // the relations of all facts, times the size of the part, at most

// Whether a text may be cut at `at`, that is, not inside a character.
bool IsBoundary(Bytes text, uint64_t at) { return at >= text.size() || (text.U8(at) & 0xC0) != 0x80; }

bool IsSpan(Bytes text, uint64_t begin, uint64_t end) {
  return begin <= end && end <= text.size() && IsBoundary(text, begin) && IsBoundary(text, end);
}

class PartCheck {
 public:
  PartCheck(const Part& part, const Language& language) : part_(part), language_(language) {}

  Fault Run() {
    const bool good = CheckCounts() && CheckStrings() && CheckSentences() && CheckTerms() && CheckValues() &&
                      CheckEntities() && CheckClaims() && CheckFacts() && CheckLookup() && CheckEvents() &&
                      CheckSuggestions() && CheckProperties() && CheckReplies() && CheckOutline() && CheckTellings();
    return good ? Fault() : fault_;
  }

 private:
  // Records a fault in record `number` of a table.
  bool Fail(PartTable table, uint64_t number, const char* message) {
    TablePlaces places(part_.bytes());
    TablePlace place = {};
    for (uint32_t i = 0; i <= static_cast<uint32_t>(table) && places.Next(&place); ++i) {
    }
    fault_.offset = place.offset + place.fields + number * place.row_bits / 8;
    fault_.section = kSectionArticles;
    fault_.message = message;
    return false;
  }

  bool FailTerm(uint32_t term, const char* message) {
    const uint32_t known = part_.known_terms.size();
    return term < known ? Fail(PartTable::kTerms, term, message) : Fail(PartTable::kOtherTerms, term - known, message);
  }

  bool IsString(uint32_t number) const { return number < part_.strings.size(); }
  bool IsStringOrNone(uint32_t number) const { return number == kNone || IsString(number); }
  bool IsEntityOrNone(uint32_t number) const { return number == kNone || number < part_.entities.size(); }
  bool IsValueOrNone(uint32_t number) const { return number == kNone || number < part_.values.size(); }
  bool IsTermOrNone(uint16_t number) const { return number == kNoTerm || number < part_.term_count(); }
  bool IsInSentence(uint32_t sentence, uint32_t begin, uint32_t end) const {
    if (sentence >= part_.sentences.size() || !IsSpan(part_.text, begin, end)) return false;
    const SentenceRecord record = part_.sentences[sentence];
    return record.begin <= begin && end <= record.end;
  }

  // Whether every table was read with all its records: Part::Open leaves out those with more than there can be.
  bool CheckCounts() {
    TablePlaces places(part_.bytes());
    TablePlace place = {};
    bool good = true;
    Part::ForEachTable([&](PartTable name, auto table) {
      if (good && places.Next(&place) && (part_.*table).size() != place.count) {
        good = Fail(name, 0, "more records than there can be");
      }
    });
    return good;
  }

  bool CheckStrings() {
    uint64_t bad = 0;
    if (!IsValidUtf8(part_.text, &bad)) return Fail(PartTable::kText, bad, "the text is not UTF-8");
    if (!IsValidUtf8(part_.pool, &bad)) return Fail(PartTable::kPool, bad, "a string is not UTF-8");
    for (uint32_t i = 0; i < part_.strings.size(); ++i) {
      const StringRecord record = part_.strings[i];
      const bool in_text = record.offset < part_.text.size();
      const uint64_t begin = in_text ? record.offset : record.offset - part_.text.size();
      if (!IsSpan(in_text ? part_.text : part_.pool, begin, begin + record.size)) {
        return Fail(PartTable::kStrings, i, "a string lies outside or cuts a character");
      }
    }
    const HeadRecord head = part_.head[0];
    if (part_.StringBytes(head.id).empty() || !IsStringOrNone(head.title) || !IsStringOrNone(head.date) ||
        !IsStringOrNone(head.url) || !IsStringOrNone(head.lang)) {
      return Fail(PartTable::kHead, 0, "the head names no such string");
    }
    return true;
  }

  bool CheckSentences() {
    uint32_t free = 0;
    uint64_t token = 0, candidate = 0;  // bits
    for (uint32_t i = 0; i < part_.sentences.size(); ++i) {
      const SentenceRecord record = part_.sentences[i];
      if (record.begin < free || !IsSpan(part_.text, record.begin, record.end) ||
          record.end - record.begin > kMaxSentenceBytes) {
        return Fail(PartTable::kSentences, i, "a sentence lies outside the text or its order");
      }
      if (record.token_codes != token || record.candidate_codes != candidate || record.tokens > kMaxSentenceTokens ||
          record.candidates > kMaxSentenceCandidates) {
        return Fail(PartTable::kSentences, i, "a sentence's tokens or candidates are out of order");
      }
      if (record.importance > kMostShare) return Fail(PartTable::kSentences, i, "an importance is above 1");
      if (!CheckTokens(record, &token) || !CheckCandidates(record, &candidate)) return false;
      free = record.end;
    }
    if ((token + 7) / 8 != part_.tokens.size()) return Fail(PartTable::kTokens, token / 8, "tokens of no sentence");
    if ((candidate + 7) / 8 != part_.candidates.size()) {
      return Fail(PartTable::kCandidates, candidate / 8, "candidates of no sentence");
    }
    if (part_.order.size() > part_.sentences.size()) return Fail(PartTable::kOrder, 0, "more sentences than there are");
    for (uint32_t i = 0; i < part_.order.size(); ++i) {
      if (part_.order[i].number >= part_.sentences.size()) return Fail(PartTable::kOrder, i, "no such sentence");
    }
    return true;
  }

  // `bit`: where the sentence's tokens begin, and then where they end.
  bool CheckTokens(const SentenceRecord& sentence, uint64_t* bit) {
    uint8_t heads[kMaxSentenceTokens] = {};  // read once: the file may change
    uint32_t words = 0, count = 0;
    TokenReader reader(part_, sentence);
    for (; reader.Next(); *bit = reader.bit()) {
      const TokenRecord& record = reader.token();
      heads[count++] = record.head;
      if (reader.end() > sentence.end || record.size == 0 || !IsSpan(part_.text, reader.begin(), reader.end())) {
        return Fail(PartTable::kTokens, *bit / 8, "a word lies outside its sentence");
      }
      if (record.head >= sentence.tokens || record.rel >= kRelCount || (record.tag & 31) >= kPosCount ||
          record.tag >> 5 >= kNameTypeCount || !IsTermOrNone(record.term)) {
        return Fail(PartTable::kTokens, *bit / 8, "a word's head, label or term does not exist");
      }
      words += record.term != kNoTerm;
    }
    const uint64_t first = sentence.token_codes / 8;
    if (part_.IsSearchOnly() && count == 0) return true;
    if (words != sentence.words) return Fail(PartTable::kTokens, first, "a sentence's words are miscounted");
    return IsForest(heads, count) || Fail(PartTable::kTokens, first, "the heads form a circle");
  }

  bool CheckCandidates(const SentenceRecord& sentence, uint64_t* bit) {
    CandidateReader reader(part_, sentence, sentence.tokens);
    for (; reader.Read(); *bit = reader.bit()) {
      const CandidateRecord& record = reader.candidate();
      if (record.first >= record.last || record.last > sentence.tokens || record.head < record.first ||
          record.head >= record.last || record.kind >= kCandidateKindCount || record.reality >= kRealityCount ||
          (record.value != kNone16 && record.value >= part_.values.size()) ||
          (record.entity != kNone16 && record.entity >= part_.entities.size())) {
        return Fail(PartTable::kCandidates, *bit / 8, "a candidate names no such word, value or entity");
      }
    }
    return true;
  }

  // Whether following the heads from every word ends at a root. Words known to do so are marked.
  static bool IsForest(const uint8_t* heads, uint32_t size) {
    bool done[kMaxSentenceTokens] = {};
    for (uint32_t i = 0; i < size; ++i) {
      uint32_t at = i, steps = 0;
      for (; !done[at] && heads[at] != at; at = heads[at]) {
        if (++steps > size) return false;
      }
      for (done[at] = true, at = i; !done[at]; at = heads[at]) done[at] = true;
    }
    return true;
  }

  bool CheckTerms() {
    const uint32_t count = part_.term_count();
    if (count > kMaxArticleTerms) return Fail(PartTable::kTerms, 0, "too many terms");
    uint32_t free = 0;
    for (uint32_t i = 0; i < count; ++i) {
      const Range range = part_.PostingsOf(i);
      if (i != 0 && part_.terms()[i - 1].key >= part_.terms()[i].key) {
        return FailTerm(i, "keys are out of order");
      }
      if (part_.terms()[i].first_posting != free || range.begin != free) {
        return FailTerm(i, "a term's postings are out of order");
      }
      for (uint32_t k = range.begin; k < range.end; ++k) {
        const PostingRecord record = part_.postings[k];
        if (record.sentence() >= part_.sentences.size() || record.weight() == 0 ||
            (k != range.begin && part_.postings[k - 1].sentence() >= record.sentence())) {
          return Fail(PartTable::kPostings, k, "a posting is out of order or of no sentence");
        }
      }
      free = range.end;
    }
    if (free != part_.postings.size()) return Fail(PartTable::kPostings, free, "postings of no term");
    for (uint32_t i = 0; i < part_.topic.size(); ++i) {
      const uint32_t term = part_.topic[i].number;
      if (term >= count || (i != 0 && part_.topic[i - 1].number >= term)) {
        return Fail(PartTable::kTopic, i, "a term of the title is out of order or not there");
      }
    }
    return true;
  }

  bool CheckValues() {
    for (uint32_t i = 0; i < part_.values.size(); ++i) {
      const ValueRecord record = part_.values[i];
      const bool number = record.kind == PITH_VALUE_NUMBER;
      if (record.kind == PITH_VALUE_NONE || record.kind > PITH_VALUE_DURATION || record.hedge > PITH_VAGUE ||
          record.scale > kMaxScale || record.ranged > (number && i + 1 < part_.values.size() ? 1 : 0) ||
          !(IsString(record.string) || (number && record.string == kNone))) {
        return Fail(PartTable::kValues, i, "a value has no such kind, hedge, scale or string");
      }
    }
    return true;
  }

  bool CheckEntities() {
    uint32_t alias = 0, mention = 0;
    for (uint32_t i = 0; i < part_.entities.size(); ++i) {
      const EntityRecord record = part_.entities[i];
      const Range aliases = part_.AliasesOf(i), mentions = part_.MentionsOf(i);
      if (!IsString(record.name) || record.type == 0 || record.type >= kNameTypeCount) {
        return Fail(PartTable::kEntities, i, "an entity has no name or type");
      }
      if (record.first_alias != alias || record.first_mention != mention || aliases.begin != alias ||
          mentions.begin != mention) {
        return Fail(PartTable::kEntities, i, "an entity's aliases or mentions are out of order");
      }
      if (i != 0 && part_.MentionsOf(i - 1).size() < mentions.size()) {
        return Fail(PartTable::kEntities, i, "entities are out of order");
      }
      alias = aliases.end;
      mention = mentions.end;
    }
    if (alias != part_.aliases.size()) return Fail(PartTable::kAliases, alias, "aliases of no entity");
    if (mention != part_.mentions.size()) return Fail(PartTable::kMentions, mention, "mentions of no entity");
    for (uint32_t i = 0; i < part_.aliases.size(); ++i) {
      if (!IsString(part_.aliases[i].number)) return Fail(PartTable::kAliases, i, "no such string");
    }
    for (uint32_t i = 0; i < part_.mentions.size(); ++i) {
      const MentionRecord record = part_.mentions[i];
      if (!IsInSentence(record.sentence, record.begin, record.end)) {
        return Fail(PartTable::kMentions, i, "a mention lies outside its sentence");
      }
    }
    return true;
  }

  bool CheckClaims() {
    for (uint32_t i = 0; i < part_.claims.size(); ++i) {
      const ClaimRecord record = part_.claims[i];
      if (!IsSpan(part_.text, record.begin, record.end) || !IsString(record.speaker) ||
          (i != 0 && part_.claims[i - 1].begin > record.begin)) {
        return Fail(PartTable::kClaims, i, "a claim lies outside the text or its order");
      }
    }
    return true;
  }

  bool CheckFacts() {
    for (uint32_t i = 0; i < part_.facts.size(); ++i) {
      const FactRecord record = part_.facts[i];
      const bool own = record.sentence == kNone && record.begin == 0 && record.end == 0;
      if (!(own && record.source == PITH_SOURCE_EDITOR) && !IsInSentence(record.sentence, record.begin, record.end)) {
        return Fail(PartTable::kFacts, i, "a fact's evidence lies outside its sentence");
      }
      if (!IsString(record.subject) || !IsString(record.relation) || !IsString(record.object) ||
          !IsStringOrNone(record.where) || !IsStringOrNone(record.attribution) || !IsValueOrNone(record.value) ||
          !IsValueOrNone(record.when)) {
        return Fail(PartTable::kFacts, i, "a fact names no such string or value");
      }
      if (!IsEntityOrNone(record.subject_entity) || !IsEntityOrNone(record.object_entity)) {
        return Fail(PartTable::kFacts, i, "a fact names no such entity");
      }
      if (record.confidence > kMostShare || record.importance > kMostShare || record.negated > 1 ||
          record.modality > PITH_OBLIGATORY || record.source > PITH_SOURCE_EDITOR) {
        return Fail(PartTable::kFacts, i, "a fact's number is out of range");
      }
      // A few bytes of relations must not be read for very many facts.
      const uint64_t bytes = part_.StringBytes(record.relation).size();
      relation_bytes_ += bytes < kMaxRelationBytes ? bytes : kMaxRelationBytes;
      if (relation_bytes_ > kRelationShare * part_.bytes().size()) {
        return Fail(PartTable::kFacts, i, "relations say more than an article holds");
      }
      PhraseKeys relation;
      const bool read = ReadRelation(language_, part_.StringBytes(record.relation), &relation);
      if (record.words != (read ? RelationFilter(relation) : 0)) {
        return Fail(PartTable::kFacts, i, "a relation's words are not those of its filter");
      }
      if (i != 0) {
        const FactRecord before = part_.facts[i - 1];
        if (before.sentence > record.sentence || (before.sentence == record.sentence && before.begin > record.begin)) {
          return Fail(PartTable::kFacts, i, "facts are out of order");
        }
      }
    }
    return true;
  }

  bool CheckLookup() {
    for (uint32_t i = 0; i < part_.lookup.size(); ++i) {
      const LookupRecord record = part_.lookup[i];
      if (record.fact >= part_.facts.size() || record.key == 0) {
        return Fail(PartTable::kLookup, i, "a record names no such fact");
      }
      if (i != 0 && !(PlaceOf(part_, i - 1) < PlaceOf(part_, i))) {
        return Fail(PartTable::kLookup, i, "records are out of order");
      }
    }
    return true;
  }

  bool CheckEvents() {
    for (uint32_t i = 0; i < part_.events.size(); ++i) {
      const EventRecord record = part_.events[i];
      if (!IsString(record.date) || !IsInSentence(record.sentence, record.begin, record.end)) {
        return Fail(PartTable::kEvents, i, "an event has no date or lies outside its sentence");
      }
    }
    return true;
  }

  bool CheckSuggestions() {
    if (part_.suggestions.size() > kMaxSuggestions) return Fail(PartTable::kSuggestions, 0, "too many suggestions");
    uint32_t free = 0;
    for (uint32_t i = 0; i < part_.suggestions.size(); ++i) {
      const SuggestionRecord record = part_.suggestions[i];
      const Range question = part_.QuestionOf(i);
      uint64_t bad = 0;
      if (record.first_byte != free || question.begin != free || question.size() == 0 ||
          question.size() > kMaxSuggestionBytes ||
          !IsValidUtf8(part_.questions.Sub(question.begin, question.size()), &bad)) {
        return Fail(PartTable::kSuggestions, i, "a suggestion's question is missing, too long or not UTF-8");
      }
      if (record.begin >= record.end || !IsInSentence(record.sentence, record.begin, record.end)) {
        return Fail(PartTable::kSuggestions, i, "a suggestion's answer lies outside its sentence");
      }
      free = question.end;
    }
    return free == part_.questions.size() || Fail(PartTable::kQuestions, free, "questions of no suggestion");
  }

  bool CheckProperties() {
    uint32_t of_kind[kPropertyKindCount] = {};
    for (uint32_t i = 0; i < part_.properties.size(); ++i) {
      const PropertyRecord record = part_.properties[i];
      if (record.kind >= kPropertyKindCount || (i != 0 && part_.properties[i - 1].kind > record.kind)) {
        return Fail(PartTable::kProperties, i, "properties are of no kind or out of order");
      }
      const uint64_t size = part_.StringBytes(record.string).size();
      const auto kind = static_cast<PropertyKind>(record.kind);
      if (size == 0 || size > MostBytes(kind))
        return Fail(PartTable::kProperties, i, "a property is empty or too long");
      if (++of_kind[record.kind] > MostOf(kind))
        return Fail(PartTable::kProperties, i, "too many properties of a kind");
    }
    return true;
  }

  bool CheckReplies() {
    for (uint32_t i = 0; i < part_.replies.size(); ++i) {
      const ReplyRecord record = part_.replies[i];
      const bool silence = record.kind == static_cast<uint8_t>(ReplyKind::kSilence);
      if (record.kind >= kReplyKindCount || part_.StringBytes(record.text).empty() != silence) {
        return Fail(PartTable::kReplies, i, "a reply is of no kind or has no text");
      }
      const bool answer = record.kind == static_cast<uint8_t>(ReplyKind::kAnswer);
      const bool unproven = record.sentence == kNone && record.begin == 0 && record.end == 0;
      if (!unproven && !(answer && IsInSentence(record.sentence, record.begin, record.end))) {
        return Fail(PartTable::kReplies, i, "a reply's evidence lies outside its sentence");
      }
    }
    for (uint32_t i = 0; i < part_.wordings.size(); ++i) {
      const WordingRecord record = part_.wordings[i];
      if (record.reply >= part_.replies.size()) return Fail(PartTable::kWordings, i, "a question has no reply");
      if (record.key == 0 || record.key != WordingKey(language_, part_.StringBytes(record.question))) {
        return Fail(PartTable::kWordings, i, "a key is not that of its question");
      }
      if (i != 0 && part_.wordings[i - 1].key >= record.key) {
        return Fail(PartTable::kWordings, i, "questions are out of order");
      }
    }
    return true;
  }

  bool CheckOutline() {
    for (uint32_t i = 0; i < part_.outline.size(); ++i) {
      const OutlineRecord record = part_.outline[i];
      if (record.sentence >= part_.sentences.size() || (i != 0 && part_.outline[i - 1].sentence >= record.sentence)) {
        return Fail(PartTable::kOutline, i, "the outline is out of order or of no sentence");
      }
      if (record.level > kMaxHeadingLevel || !IsStringOrNone(record.anchor) ||
          part_.StringBytes(record.anchor).size() > kMaxAnchorBytes) {
        return Fail(PartTable::kOutline, i, "a heading has no such level or anchor");
      }
    }
    return true;
  }

  bool CheckTellings() {
    for (uint32_t i = 0; i < part_.tellings.size(); ++i) {
      const TellingRecord record = part_.tellings[i];
      if (record.event >= part_.events.size() || (i != 0 && part_.tellings[i - 1].event >= record.event) ||
          !IsStringOrNone(record.text) || record.negated > 1 || record.modality > PITH_OBLIGATORY) {
        return Fail(PartTable::kTellings, i, "a telling is of no event or out of order");
      }
    }
    return true;
  }

  const Part& part_;
  const Language& language_;
  Fault fault_;
  uint64_t relation_bytes_ = 0;
};

}  // namespace

Fault VerifyPart(const Part& part, const Language& language) { return PartCheck(part, language).Run(); }

}  // namespace pith
