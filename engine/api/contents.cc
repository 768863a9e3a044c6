// What an index contains: articles with their properties, sentences, events, entities, suggestions.

#include "engine/api/arguments.h"
#include "engine/format/bytes.h"
#include "engine/format/order.h"
#include "engine/index/index.h"
#include "engine/index/members.h"
#include "engine/index/part.h"
#include "pith/pith.h"

namespace pith {
namespace {

pith_status GetProperty(const pith_index* index, uint32_t article, PropertyKind kind, uint32_t number, pith_text* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  const Range range = open.part.PropertiesOf(kind);
  if (number >= range.size()) return PITH_INVALID_ARGUMENT;
  *out = open.part.String(open.part.properties[range.begin + number].string);
  return PITH_OK;
}

// The text of a heading whose first sentence is `sentence` (from 0): its paragraph, up to sentence `end`. O(end).
pith_text HeadingText(const Part& part, uint32_t sentence, uint32_t end) {
  uint32_t last = sentence;
  while (last + 1 < end && (part.FlagsOf(last + 1) & kSentenceParagraph) == 0) ++last;
  return part.Text({part.PlaceOf(sentence).begin, part.PlaceOf(last).end});
}

// Fills in the headings above the paragraph of sentence `number` (from 1), and the anchor. O(number).
void FollowOutline(const Part& part, uint32_t number, pith_place* out) {
  out->heading = 0;
  uint32_t numbers[PITH_MAX_HEADINGS] = {};  // of the headings, from 0, the innermost first
  uint8_t level = kMaxHeadingLevel + 1;      // of the heading found last
  for (uint32_t i = LowerBound(part.outline, number); i-- > 0 && (level > 1 || out->anchor.size == 0);) {
    const OutlineRecord record = part.outline[i];
    if (out->anchor.size == 0) out->anchor = part.String(record.anchor);
    if (record.level == 0 || record.level >= level) continue;
    level = record.level;
    // A heading does not stand under itself.
    if (record.sentence + 1 < out->first) numbers[out->heading_count++] = record.sentence;
  }
  if (out->heading_count != 0) out->heading = numbers[0] + 1;
  uint32_t end = out->first - 1;
  for (uint32_t i = 0; i < out->heading_count; end = numbers[i++]) {
    out->headings[out->heading_count - 1 - i] = HeadingText(part, numbers[i], end);
  }
}

}  // namespace
}  // namespace pith

using pith::Bytes;
using pith::OpenedIn;
using pith::OpenedIndex;
using pith::Opening;
using pith::PropertyKind;
using pith::Range;

pith_status pith_get_article(const pith_index* index, uint32_t number, pith_article* out) {
  const Opening open(index, number, out);
  if (!open.ok()) return open.status;
  const pith::HeadRecord head = open.part.head[0];
  out->number = number;
  out->id = open.part.String(head.id);
  out->title = open.part.String(head.title);
  out->date = open.part.String(head.date);
  out->url = open.part.String(head.url);
  out->text = pith::AsText(open.part.text);
  out->sentences = open.part.sentences.size();
  out->words = head.words;
  out->facts = open.part.facts.size();
  out->events = open.part.events.size();
  out->entities = open.part.entities.size();
  out->suggestions = open.part.suggestions.size();
  out->author = open.part.Property(PropertyKind::kAuthor);
  out->licence = open.part.Property(PropertyKind::kLicence);
  out->image = open.part.Property(PropertyKind::kImage);
  out->meta = open.part.Property(PropertyKind::kMeta);
  out->aliases = open.part.PropertiesOf(PropertyKind::kAlias).size();
  out->tags = open.part.PropertiesOf(PropertyKind::kTag).size();
  return PITH_OK;
}

pith_status pith_get_article_alias(const pith_index* index, uint32_t article, uint32_t number, pith_text* out) {
  return pith::GetProperty(index, article, PropertyKind::kAlias, number, out);
}

pith_status pith_get_tag(const pith_index* index, uint32_t article, uint32_t number, pith_text* out) {
  return pith::GetProperty(index, article, PropertyKind::kTag, number, out);
}

pith_status pith_find_article(const pith_index* index, const char* id, uint64_t id_size, uint32_t* number) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || number == nullptr || !pith::IsText(id, id_size)) return PITH_INVALID_ARGUMENT;
  const Bytes wanted = pith::BytesOf(id, id_size);
  const pith::Members members(*opened);
  for (uint32_t m = 0; m < members.count(); ++m) {
    const uint32_t article = pith::FindId(members[m], wanted);
    if (article == pith::kNone) continue;
    const uint32_t found = members.NumberOf(m, article);
    if (found == pith::kNone) continue;
    *number = found;
    return PITH_OK;
  }
  return PITH_NO_SUCH_ARTICLE;
}

pith_status pith_get_sentence(const pith_index* index, uint32_t article, uint32_t number, pith_sentence* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number == 0 || number > open.part.sentences.size()) return PITH_INVALID_ARGUMENT;
  *out = open.part.MakeSentence(article, number - 1);
  out->resolved = open.part.NameBehind(number - 1);
  return PITH_OK;
}

pith_status pith_get_place(const pith_index* index, uint32_t article, uint32_t number, pith_place* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  const auto& sentences = open.part.sentences;
  if (number == 0 || number > sentences.size()) return PITH_INVALID_ARGUMENT;
  *out = {};
  uint32_t s = 0;
  for (; s < sentences.size(); ++s) {
    const uint8_t flags = sentences[s].flags;
    if (s == 0 || (flags & pith::kSentenceParagraph) != 0) {
      if (s >= number) break;
      ++out->paragraph;
      out->first = s + 1;
    }
    const bool row = (flags & pith::kSentenceRow) != 0;
    if (s + 1 < number && (flags & pith::kSentenceHeading) != 0 && !row) out->heading = s + 1;
  }
  out->last = s;
  if (open.part.outline.size() != 0) pith::FollowOutline(open.part, number, out);
  return PITH_OK;
}

pith_status pith_get_event(const pith_index* index, uint32_t article, uint32_t number, pith_event* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number >= open.part.events.size()) return PITH_INVALID_ARGUMENT;
  const pith::EventRecord record = open.part.events[number];
  const Range range = open.part.InText(record.begin, record.end);
  *out = {open.part.String(record.date),
          open.part.Text(range),
          article,
          record.sentence + 1,
          range.begin,
          range.end,
          {},
          0,
          PITH_STATED};
  const uint32_t at = pith::LowerBound(open.part.tellings, number);
  if (at == open.part.tellings.size()) return PITH_OK;
  const pith::TellingRecord telling = open.part.tellings[at];
  if (telling.event != number) return PITH_OK;
  out->told = open.part.String(telling.text);
  out->negated = telling.negated;
  out->modality = telling.modality;
  return PITH_OK;
}

pith_status pith_get_suggestion(const pith_index* index, uint32_t article, uint32_t number, pith_suggestion* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number >= open.part.suggestions.size()) return PITH_INVALID_ARGUMENT;
  const pith::SuggestionRecord record = open.part.suggestions[number];
  const Range question = open.part.QuestionOf(number), answer = open.part.InText(record.begin, record.end);
  *out = {pith::AsText(open.part.questions.Sub(question.begin, question.size())),
          open.part.Text(answer),
          article,
          record.sentence + 1,
          answer.begin,
          answer.end};
  return PITH_OK;
}

pith_status pith_get_entity(const pith_index* index, uint32_t article, uint32_t number, pith_entity* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number >= open.part.entities.size()) return PITH_INVALID_ARGUMENT;
  const pith::EntityRecord record = open.part.entities[number];
  *out = {open.part.String(record.name),       article,    number, open.part.AliasesOf(number).size(),
          open.part.MentionsOf(number).size(), record.type};
  return PITH_OK;
}

pith_status pith_get_alias(const pith_index* index, const pith_entity* entity, uint32_t number, pith_text* out) {
  if (entity == nullptr) return PITH_INVALID_ARGUMENT;
  const Opening open(index, entity->article, out);
  if (!open.ok()) return open.status;
  const Range range = open.part.AliasesOf(entity->number);
  if (number >= range.size()) return PITH_INVALID_ARGUMENT;
  *out = open.part.String(open.part.aliases[range.begin + number].number);
  return PITH_OK;
}

pith_status pith_get_mention(const pith_index* index, const pith_entity* entity, uint32_t number, pith_mention* out) {
  if (entity == nullptr) return PITH_INVALID_ARGUMENT;
  const Opening open(index, entity->article, out);
  if (!open.ok()) return open.status;
  const Range range = open.part.MentionsOf(entity->number);
  if (number >= range.size()) return PITH_INVALID_ARGUMENT;
  const pith::MentionRecord record = open.part.mentions[range.begin + number];
  const Range bytes = open.part.InText(record.begin, record.end);
  *out = {record.sentence + 1, bytes.begin, bytes.end};
  return PITH_OK;
}
