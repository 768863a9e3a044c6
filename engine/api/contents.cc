// The C interface but for asking, searching and summarizing: what an index holds.

#include "engine/find/lookup.h"
#include "engine/format/bytes.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/index/work.h"
#include "engine/verify/verify.h"
#include "pith/pith.h"

namespace pith {
namespace {

Bytes BytesOf(const void* data, uint64_t size) {
  return data == nullptr ? Bytes() : Bytes(static_cast<const uint8_t*>(data), size);
}

// The index and article that most calls begin with.
struct Opening {
  const OpenedIndex* index;
  Part part;
  pith_status status;

  Opening(const pith_index* handle, uint32_t article, const void* out) : index(OpenedIn(handle)) {
    if (index == nullptr || out == nullptr) {
      status = PITH_INVALID_ARGUMENT;
    } else if (article >= index->size()) {
      status = PITH_NO_SUCH_ARTICLE;
    } else {
      status = OpenPart(*index, article, &part) ? PITH_OK : PITH_DAMAGED;
    }
  }
  bool ok() const { return status == PITH_OK; }
};

void CopyName(uint32_t letters, char out[5]) {
  for (uint32_t i = 0; i < 4; ++i) out[i] = static_cast<char>(letters >> (8 * i) & 0xFF);
  out[4] = 0;
}

// The order of an article's id against `id`: below, at or above 0.
int CompareId(const OpenedIndex& index, uint32_t article, Bytes id) {
  Part part;
  const Bytes own = OpenPart(index, article, &part) ? part.StringBytes(part.head[0].id) : Bytes();
  return Compare(own, id);
}

}  // namespace
}  // namespace pith

using pith::Bytes;
using pith::OpenedIn;
using pith::OpenedIndex;
using pith::Opening;
using pith::Range;

const char* pith_status_text(pith_status status) {
  switch (status) {
    case PITH_OK:
      return "no error";
    case PITH_NOT_PITH:
      return "not a Pith index or language block";
    case PITH_TOO_NEW:
      return "made for a newer version of Pith";
    case PITH_TOO_OLD:
      return "made by an earlier version of Pith: compile it again";
    case PITH_CUT_SHORT:
      return "cut short: bytes are missing at its end";
    case PITH_DAMAGED:
      return "damaged: it contradicts itself or a checksum";
    case PITH_NO_LANGUAGE:
      return "it needs a language block, and none was given";
    case PITH_WRONG_LANGUAGE:
      return "it was made with another language block than the one given";
    case PITH_WORK_TOO_SMALL:
      return "the work space is too small or not aligned to 8 bytes";
    case PITH_QUESTION_TOO_LONG:
      return "the question is too long";
    case PITH_QUESTION_EMPTY:
      return "the question has no word to look for";
    case PITH_NO_SUCH_ARTICLE:
      return "no such article";
    case PITH_INVALID_ARGUMENT:
      return "an argument is missing or out of its range";
    default:
      return "unknown status";
  }
}

pith_status pith_open(const void* file, uint64_t size, const void* language, uint64_t language_size, pith_index* out) {
  if (out == nullptr || (file == nullptr && size != 0)) return PITH_INVALID_ARGUMENT;
  OpenedIndex opened;
  const pith_status status =
      pith::OpenIndex(pith::BytesOf(file, size), pith::BytesOf(language, language_size), &opened);
  // On error too: the mark that is not there keeps later calls from using it.
  pith::PlaceIn(opened, out);
  return status;
}

pith_status pith_verify(const pith_index* index, pith_fault* fault) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr) return PITH_INVALID_ARGUMENT;
  return pith::VerifyIndex(*opened, fault);
}

uint64_t pith_work_size(const pith_index* index) {
  const OpenedIndex* opened = OpenedIn(index);
  return opened == nullptr ? pith::kWorkBytes : pith::WorkBytesFor(*opened);
}

pith_status pith_get_info(const pith_index* index, pith_info* out) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || out == nullptr) return PITH_INVALID_ARGUMENT;
  out->major_version = opened->major;
  out->minor_version = opened->minor;
  out->articles = opened->size();
  out->sections = opened->sections;
  out->sentences = opened->meta.sentences;
  out->words = opened->meta.words;
  out->facts = opened->meta.facts;
  out->bytes = opened->file.size();
  out->language_hash = opened->meta.language_hash;
  out->language = pith::AsText(opened->language.tag());
  out->profile = pith::AsText(opened->language.profile());
  out->threshold = opened->meta.threshold;
  return PITH_OK;
}

pith_status pith_get_section(const pith_index* index, uint32_t number, pith_section* out) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || out == nullptr || number >= opened->sections) return PITH_INVALID_ARGUMENT;
  const pith::SectionRecord record = opened->Section(number);
  pith::CopyName(record.name, out->name);
  out->bytes = record.size;
  return PITH_OK;
}

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
  return PITH_OK;
}

pith_status pith_find_article(const pith_index* index, const char* id, uint64_t id_size, uint32_t* number) {
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || number == nullptr || (id == nullptr && id_size != 0)) return PITH_INVALID_ARGUMENT;
  const Bytes wanted = pith::BytesOf(id, id_size);
  uint32_t begin = 0, end = opened->ids.size();
  while (begin < end) {
    const uint32_t middle = begin + (end - begin) / 2;
    const uint32_t article = opened->ids[middle].number;
    const int order = pith::CompareId(*opened, article, wanted);
    if (order == 0 && article < opened->size()) {
      *number = article;
      return PITH_OK;
    }
    if (order < 0) {
      begin = middle + 1;
    } else {
      end = middle;
    }
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

pith_status pith_get_fact(const pith_index* index, uint32_t article, uint32_t number, pith_fact* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number >= open.part.facts.size()) return PITH_INVALID_ARGUMENT;
  *out = open.part.MakeFact(article, number);
  return PITH_OK;
}

pith_status pith_lookup(const pith_index* index, uint32_t article, const char* subject, uint64_t subject_size,
                        const char* relation, uint64_t relation_size, pith_fact* out, uint32_t capacity,
                        uint32_t* count) {
  if (count == nullptr) return PITH_INVALID_ARGUMENT;
  *count = 0;
  const OpenedIndex* opened = OpenedIn(index);
  if (opened == nullptr || (out == nullptr && capacity != 0) || (subject == nullptr && subject_size != 0) ||
      (relation == nullptr && relation_size != 0)) {
    return PITH_INVALID_ARGUMENT;
  }
  if (article != PITH_ALL_ARTICLES && article >= opened->size()) return PITH_NO_SUCH_ARTICLE;
  pith::PhraseKeys subject_keys, relation_keys;
  if (!pith::ReadPhrase(opened->language, pith::BytesOf(subject, subject_size), &subject_keys) ||
      !pith::ReadPhrase(opened->language, pith::BytesOf(relation, relation_size), &relation_keys)) {
    return PITH_QUESTION_TOO_LONG;
  }
  if (subject_keys.size == 0) return PITH_QUESTION_EMPTY;
  if (capacity > PITH_MAX_RESULTS) capacity = PITH_MAX_RESULTS;
  *count = pith::FindFacts(*opened, article, subject_keys, relation_keys, out, capacity);
  return PITH_OK;
}

pith_status pith_get_event(const pith_index* index, uint32_t article, uint32_t number, pith_event* out) {
  const Opening open(index, article, out);
  if (!open.ok()) return open.status;
  if (number >= open.part.events.size()) return PITH_INVALID_ARGUMENT;
  const pith::EventRecord record = open.part.events[number];
  const Range range = open.part.InText(record.begin, record.end);
  *out = {open.part.String(record.date), open.part.Text(range), article, record.sentence + 1, range.begin, range.end};
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
