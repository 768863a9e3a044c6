// pith.h for JavaScript: the same calls with what JavaScript has, numbers of 32 bits and addresses in the module's
// memory.
//
// The page writes texts to input() and the index's file behind heap(), calls, and reads the structs of pith.h at
// results(), as layout.js lays them out; sizes() tells whether both sides mean the same structs. A call returns how
// many results it wrote, or its status as a negative number. One index, or one set of several, and one work space: the
// module is instantiated once an index.

#include "pith/pith.h"

#define PITH_JS_EXPORT(name) extern "C" __attribute__((export_name(name)))

namespace {

constexpr uint32_t kText = PITH_MAX_QUESTION_BYTES + 8;  // one that is too long is passed on as such
constexpr uint32_t kTexts = 3;

pith_index opened, members[PITH_MAX_MEMBERS];
uint32_t member_count = 0;  // 0: `opened` is no set
char texts[kTexts * kText];
alignas(8) uint8_t work[PITH_WORK_BYTES];
union Results {
  pith_answer answers[PITH_MAX_RESULTS];
  pith_hit hits[PITH_MAX_RESULTS];
  pith_fact facts[PITH_MAX_RESULTS];
  pith_range ranges[PITH_MAX_RESULTS];
  pith_info info;
  pith_section section;
  pith_article article;
  pith_sentence sentence;
  pith_place place;
  pith_event event;
  pith_suggestion suggestion;
  pith_entity entity;
  pith_text text;
  pith_mention mention;
  pith_fault fault;
  pith_title titles[PITH_MAX_RESULTS];
  pith_set_report report;
} results;

int32_t Result(pith_status status, uint32_t count = 0) {
  // What was found before an index asked for too much work is as good as the rest.
  const bool found = status == PITH_OK || status == PITH_TOO_MUCH_WORK;
  return found ? static_cast<int32_t>(count) : -static_cast<int32_t>(status);
}
// Calls `call` with where to put the count.
template <typename Call>
int32_t Counted(Call call) {
  uint32_t count = 0;
  const pith_status status = call(&count);
  return Result(status, count);
}
pith_text TextAt(uint32_t number, uint32_t size) { return {texts + number * kText, size}; }
uint32_t Capacity(uint32_t wanted) { return wanted < PITH_MAX_RESULTS ? wanted : PITH_MAX_RESULTS; }

// In the order of layout.js.
constexpr uint32_t kSizes[] = {
    sizeof(pith_answer), sizeof(pith_hit),     sizeof(pith_fact),       sizeof(pith_range),
    sizeof(pith_info),   sizeof(pith_section), sizeof(pith_article),    sizeof(pith_sentence),
    sizeof(pith_place),  sizeof(pith_event),   sizeof(pith_suggestion), sizeof(pith_entity),
    sizeof(pith_text),   sizeof(pith_mention), sizeof(pith_fault),      sizeof(pith_title)};

}  // namespace

extern "C" uint8_t __heap_base;

PITH_JS_EXPORT("heap") const void* Heap() { return &__heap_base; }
PITH_JS_EXPORT("input") const void* Input() { return texts; }
PITH_JS_EXPORT("inputSize") uint32_t InputSize() { return kText; }
PITH_JS_EXPORT("results") const void* GetResults() { return &results; }
PITH_JS_EXPORT("sizes") const void* GetSizes() { return kSizes; }
PITH_JS_EXPORT("version") const char* Version() { return pith_version(); }
PITH_JS_EXPORT("statusText") const char* StatusText(int32_t status) { return pith_status_text(status); }

PITH_JS_EXPORT("open")
int32_t Open(const void* file, uint32_t size, const void* language, uint32_t language_size) {
  return Result(pith_open(file, size, language_size > 0 ? language : nullptr, language_size, &opened));
}
// Makes the index that was opened last a member of the set to come.
PITH_JS_EXPORT("addMember") int32_t AddMember() {
  if (member_count == PITH_MAX_MEMBERS) return Result(PITH_INVALID_ARGUMENT);
  members[member_count++] = opened;
  return 0;
}
// Opens the set. The report is at results(): its first number is how much room `left_out` needs. `left_out` stays.
PITH_JS_EXPORT("openSet")
int32_t OpenSet(const pith_text* withdrawn, uint32_t count, uint32_t* left_out, uint32_t capacity) {
  return Result(pith_open_set(members, member_count, withdrawn, count, left_out, capacity, &opened, &results.report));
}
PITH_JS_EXPORT("verify") int32_t Verify() {
  results.fault = {};
  pith_status status = member_count == 0 ? pith_verify(&opened, &results.fault) : PITH_OK;
  for (uint32_t i = 0; i < member_count && status == PITH_OK; ++i) status = pith_verify(&members[i], &results.fault);
  return Result(status);
}

PITH_JS_EXPORT("getInfo") int32_t GetInfo() { return Result(pith_get_info(&opened, &results.info)); }
PITH_JS_EXPORT("getSection") int32_t GetSection(uint32_t number) {
  return Result(pith_get_section(&opened, number, &results.section));
}
PITH_JS_EXPORT("getArticle") int32_t GetArticle(uint32_t number) {
  return Result(pith_get_article(&opened, number, &results.article));
}
PITH_JS_EXPORT("findArticle") int32_t FindArticle(uint32_t size) {
  return Counted([&](uint32_t* number) { return pith_find_article(&opened, texts, size, number); });
}
PITH_JS_EXPORT("findTitles") int32_t FindTitles(uint32_t size, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_find_titles(&opened, texts, size, results.titles, Capacity(capacity), count);
  });
}
PITH_JS_EXPORT("getArticleAlias") int32_t GetArticleAlias(uint32_t article, uint32_t number) {
  return Result(pith_get_article_alias(&opened, article, number, &results.text));
}
PITH_JS_EXPORT("getTag") int32_t GetTag(uint32_t article, uint32_t number) {
  return Result(pith_get_tag(&opened, article, number, &results.text));
}
PITH_JS_EXPORT("getSentence") int32_t GetSentence(uint32_t article, uint32_t number) {
  return Result(pith_get_sentence(&opened, article, number, &results.sentence));
}
PITH_JS_EXPORT("getPlace") int32_t GetPlace(uint32_t article, uint32_t number) {
  return Result(pith_get_place(&opened, article, number, &results.place));
}
PITH_JS_EXPORT("getFact") int32_t GetFact(uint32_t article, uint32_t number) {
  return Result(pith_get_fact(&opened, article, number, &results.facts[0]));
}
PITH_JS_EXPORT("getEvent") int32_t GetEvent(uint32_t article, uint32_t number) {
  return Result(pith_get_event(&opened, article, number, &results.event));
}
PITH_JS_EXPORT("getSuggestion") int32_t GetSuggestion(uint32_t article, uint32_t number) {
  return Result(pith_get_suggestion(&opened, article, number, &results.suggestion));
}
PITH_JS_EXPORT("getEntity") int32_t GetEntity(uint32_t article, uint32_t number) {
  return Result(pith_get_entity(&opened, article, number, &results.entity));
}
// Alias and mention `number` of an entity, and a page of its facts.
PITH_JS_EXPORT("getAlias") int32_t GetAlias(uint32_t article, uint32_t entity, uint32_t number) {
  pith_entity of;
  const pith_status status = pith_get_entity(&opened, article, entity, &of);
  return Result(status != PITH_OK ? status : pith_get_alias(&opened, &of, number, &results.text));
}
PITH_JS_EXPORT("getMention") int32_t GetMention(uint32_t article, uint32_t entity, uint32_t number) {
  pith_entity of;
  const pith_status status = pith_get_entity(&opened, article, entity, &of);
  return Result(status != PITH_OK ? status : pith_get_mention(&opened, &of, number, &results.mention));
}

PITH_JS_EXPORT("search") int32_t Search(uint32_t article, uint32_t size, uint32_t skip, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_search(&opened, article, texts, size, work, sizeof work, skip, results.hits, Capacity(capacity), count);
  });
}
PITH_JS_EXPORT("near") int32_t Near(uint32_t article, uint32_t size, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_near(&opened, article, texts, size, work, sizeof work, results.hits, Capacity(capacity), count);
  });
}
PITH_JS_EXPORT("highlight") int32_t Highlight(uint32_t article, uint32_t number, uint32_t size, uint32_t skip) {
  return Counted([&](uint32_t* count) {
    return pith_highlight(&opened, article, number, texts, size, work, sizeof work, skip, results.ranges,
                          PITH_MAX_RESULTS, count);
  });
}
// `out` has room for `capacity` sentences, which may be more than results() has.
PITH_JS_EXPORT("summarize")
int32_t Summarize(uint32_t article, uint32_t sentences, uint32_t bytes, uint32_t method, uint32_t size,
                  pith_sentence* out, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_summarize(&opened, article, {sentences, bytes, method}, texts, size, work, sizeof work, out, capacity,
                          count);
  });
}
PITH_JS_EXPORT("keyFacts") int32_t KeyFacts(uint32_t article, uint32_t skip, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_key_facts(&opened, article, skip, results.facts, Capacity(capacity), count);
  });
}
// The sizes of the three texts: subject, relation, object.
PITH_JS_EXPORT("lookup")
int32_t Lookup(uint32_t article, uint32_t subject, uint32_t relation, uint32_t object, uint32_t skip) {
  return Counted([&](uint32_t* count) {
    return pith_lookup(&opened, article, {TextAt(0, subject), TextAt(1, relation), TextAt(2, object)}, skip,
                       results.facts, PITH_MAX_RESULTS, count);
  });
}
// Offsets in bytes, `count` of them at `offsets` in rising order, become offsets in UTF-16 units.
PITH_JS_EXPORT("utf16") int32_t Utf16(const char* text, uint32_t size, uint32_t* offsets, uint32_t count) {
  return Result(pith_utf16_from_bytes(text, size, offsets, offsets, count));
}

#ifndef PITH_JS_WITHOUT_ASK
namespace {

// An answer in steps has a question and a work space of its own, so that other calls may be made between the steps.
char stepped_question[kText];
alignas(8) uint8_t stepped_work[PITH_WORK_BYTES];

}  // namespace

PITH_JS_EXPORT("ask") int32_t Ask(uint32_t article, uint32_t size, int32_t threshold, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_ask(&opened, article, texts, size, threshold, work, sizeof work, results.answers, Capacity(capacity),
                    count);
  });
}
PITH_JS_EXPORT("askBegin") int32_t AskBegin(uint32_t article, uint32_t size) {
  for (uint32_t i = 0; i < size && i < kText; ++i) stepped_question[i] = texts[i];
  return Result(pith_ask_begin(&opened, article, stepped_question, size, stepped_work, sizeof stepped_work));
}
// 1 while there is more to do.
PITH_JS_EXPORT("askStep") int32_t AskStep() {
  int32_t more = 0;
  const pith_status status = pith_ask_step(&opened, stepped_work, sizeof stepped_work, &more);
  return Result(status, more != 0 ? 1 : 0);
}
PITH_JS_EXPORT("askEnd") int32_t AskEnd(int32_t threshold, uint32_t capacity) {
  return Counted([&](uint32_t* count) {
    return pith_ask_end(&opened, threshold, stepped_work, sizeof stepped_work, results.answers, Capacity(capacity),
                        count);
  });
}
#endif
