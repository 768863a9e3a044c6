/* Pith: the essence of articles, read in place.
 *
 * The binary interface, fit for C and C++. A program hands over the bytes of an index (a mapped file, an array in
 * flash); Pith reads them where they lie and answers with views into them. It allocates nothing, keeps no state of its
 * own, throws nothing and does no input or output. C++ programs may prefer the veneer "pith/pith.hpp".
 *
 * Lifetime: the bytes given to pith_open must outlive the pith_index and every view made from it, and stay where they
 *           are. Should they change meanwhile, results may be wrong, but no call reads or writes elsewhere.
 * Threads:  a pith_index is never written to after pith_open: any number of threads may share one. Work space and
 *           results belong to one call at a time.
 * Errors:   every call that can fail returns a pith_status; outputs are written only as their comments say.
 * Text:     UTF-8, never zero-terminated. A pith_text of size 0 says "none".
 * Numbers:  sentences count from 1 in reading order, articles from 0; offsets are bytes from the start of the
 *           article's text; scores and confidences are integers in ten-thousandths (10000 = 1.0). */

#ifndef PITH_PITH_H_
#define PITH_PITH_H_

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PITH_ALL_ARTICLES 0xFFFFFFFFu

/* Limits. Passing one is a status, never a crash. */
#define PITH_MAX_QUESTION_BYTES 4096u /* a longer question is PITH_QUESTION_TOO_LONG */
#define PITH_MAX_RESULTS 64u          /* answers or hits of one call; a larger capacity is used up to this */
#define PITH_WORK_BYTES 65536u        /* no index asks for more work space than this */

typedef int32_t pith_status;
enum {
  PITH_OK = 0,
  PITH_NOT_PITH = 1,          /* the bytes do not begin like an index (or language block) */
  PITH_TOO_NEW = 2,           /* made for a newer major version */
  PITH_CUT_SHORT = 3,         /* fewer bytes than the header says */
  PITH_DAMAGED = 4,           /* header, table or content contradict themselves or a checksum */
  PITH_NO_LANGUAGE = 5,       /* the index needs a language block that was not given */
  PITH_WRONG_LANGUAGE = 6,    /* the language block given is not the one the index names */
  PITH_WORK_TOO_SMALL = 7,    /* work space smaller than pith_work_size, or not aligned to 8 */
  PITH_QUESTION_TOO_LONG = 8, /* more than PITH_MAX_QUESTION_BYTES */
  PITH_QUESTION_EMPTY = 9,    /* nothing to look for: empty, or stop words only */
  PITH_NO_SUCH_ARTICLE = 10,
  PITH_INVALID_ARGUMENT = 11, /* a null pointer or a number outside its range */
  PITH_TOO_OLD = 12           /* made before the format was settled: compile it again */
};

/* A short English phrase for a status; static storage, zero-terminated. */
const char* pith_status_text(pith_status status);

typedef struct pith_text {
  const char* data;
  uint32_t size; /* bytes */
} pith_text;

/* An opened index: a handful of views, made by pith_open, copied freely. */
typedef struct pith_index {
  uint64_t opaque[64];
} pith_index;

/* ---- Opening ---------------------------------------------------------------------------------------------------- */

/* Opens the index in [file, file + size). `language`: a language block kept apart from the index, or null where the
 * index embeds its own. Checks header, section table and fixed shapes; reads no data page. O(sections), microseconds.
 * On error *out is unusable. Errors: NOT_PITH, TOO_NEW, TOO_OLD, CUT_SHORT, DAMAGED, NO_LANGUAGE, WRONG_LANGUAGE. */
pith_status pith_open(const void* file, uint64_t size, const void* language, uint64_t language_size, pith_index* out);

/* Where pith_verify found the first fault. */
typedef struct pith_fault {
  char section[5];     /* the section's four letters, zero-terminated; empty: the header */
  uint64_t offset;     /* bytes from the start of the file, or of a language block kept apart from it */
  const char* message; /* static storage, zero-terminated */
} pith_fault;

/* Reads everything: checksums, order, references, UTF-8. O(size of the file). DAMAGED fills *fault (may be null). So
 * does TOO_NEW: all is sound, but the reader is of a later version than this engine knows, and answers come without it. */
pith_status pith_verify(const pith_index* index, pith_fault* fault);

/* Bytes of work space that any call on this index needs, at most PITH_WORK_BYTES; without a reader (profile tiny) a
 * quarter of that. The space is the caller's, aligned
 * to 8, unread before and without meaning after a call. */
uint64_t pith_work_size(const pith_index* index);

/* ---- What is in it ------------------------------------------------------------------------------------------------
 */

typedef struct pith_section {
  char name[5]; /* zero-terminated */
  uint64_t bytes;
} pith_section;

typedef struct pith_info {
  uint16_t major_version, minor_version;
  uint32_t articles, sections;
  uint64_t sentences, words, facts;
  uint64_t bytes;
  uint64_t language_hash;      /* names the language block, embedded or external */
  pith_text language, profile; /* "en", "standard" */
  uint16_t threshold;          /* default confidence below which an answer is left out */
} pith_info;

/* O(1). */
pith_status pith_get_info(const pith_index* index, pith_info* out);
/* Section `number` of 0..sections-1. O(1). */
pith_status pith_get_section(const pith_index* index, uint32_t number, pith_section* out);

typedef struct pith_article {
  uint32_t number;
  pith_text id, title, date, url, text;
  uint32_t sentences, words, facts, events, entities, suggestions;
} pith_article;

/* Article `number` of 0..articles-1. O(1). Errors: NO_SUCH_ARTICLE. */
pith_status pith_get_article(const pith_index* index, uint32_t number, pith_article* out);
/* The article of that id. O(log articles). Errors: NO_SUCH_ARTICLE. */
pith_status pith_find_article(const pith_index* index, const char* id, uint64_t id_size, uint32_t* number);

typedef struct pith_sentence {
  uint32_t article, number; /* number counts from 1 */
  uint32_t begin, end;
  uint16_t importance;
  pith_text text;
  pith_text resolved; /* the full name behind the "he" or "Mr Smith" that it begins with; empty: nothing to add */
} pith_sentence;

/* Sentence `number` of 1..sentences. O(1). Errors: NO_SUCH_ARTICLE, INVALID_ARGUMENT. */
pith_status pith_get_sentence(const pith_index* index, uint32_t article, uint32_t number, pith_sentence* out);

/* ---- Values -------------------------------------------------------------------------------------------------------
 */

enum { PITH_VALUE_NONE = 0, PITH_VALUE_NUMBER = 1, PITH_VALUE_DATE = 2, PITH_VALUE_DURATION = 3 };
enum {
  PITH_EXACT = 0,
  PITH_ABOUT = 1,
  PITH_AT_LEAST = 2,
  PITH_MORE_THAN = 3,
  PITH_AT_MOST = 4,
  PITH_LESS_THAN = 5,
  PITH_UP_TO = 6,
  PITH_VAGUE = 7
};

/* What a phrase means: a number (mantissa / 10^scale) with unit and hedge, a date (EDTF, as precise as the text) or a
 * duration (ISO 8601). */
typedef struct pith_value {
  uint8_t kind, hedge, scale;
  int64_t mantissa;
  pith_text unit; /* of a number; empty: bare */
  pith_text iso;  /* of a date or duration */
} pith_value;

/* ---- Asking ---------------------------------------------------------------------------------------------------------
 */

enum { PITH_SOURCE_TEXT = 0, PITH_SOURCE_EDITOR = 1 };
enum { PITH_POLARITY_NONE = 0, PITH_YES = 1, PITH_NO = 2 };

typedef struct pith_answer {
  pith_text text; /* the bytes begin..end of the article's text */
  uint32_t article, sentence, begin, end;
  pith_text evidence; /* the sentence */
  uint16_t confidence;
  uint8_t source;
  pith_value value;      /* kind NONE where there is none */
  pith_text resolved;    /* the full name behind "he" or "Mr Smith"; empty where text says it all */
  pith_text attribution; /* who says so; empty: the article itself */
  uint8_t polarity;      /* of a sentence that answers a question for yes or no ("Did police open fire?"): PITH_YES or
                          * PITH_NO where the article itself states or denies just that; PITH_POLARITY_NONE where the
                          * sentence leaves doubt (a claim, a plan, a condition, other words), and for other questions */
} pith_answer;

#define PITH_DEFAULT_THRESHOLD (-1)

/* Answers `question` from one article or, with PITH_ALL_ARTICLES, from the whole index; from one article exactly as if
 * it were alone. Writes up to `capacity` answers, best first, to `out` and their number to *count; those of a
 * confidence below `threshold` (ten-thousandths; PITH_DEFAULT_THRESHOLD: the index's own) are left out, so zero answers
 * with PITH_OK says that the index does not hold it.
 * Errors (with *count 0): QUESTION_EMPTY, QUESTION_TOO_LONG, NO_SUCH_ARTICLE, WORK_TOO_SMALL, INVALID_ARGUMENT.
 * Bounded by constants and the length of the postings of the question's words. */
pith_status pith_ask(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                     int32_t threshold, void* work, uint64_t work_size, pith_answer* out, uint32_t capacity,
                     uint32_t* count);

/* The same in bounded steps, for firmware with a watchdog and pages that must not freeze: begin once, step until *more
 * is 0, end. What begin is given has to stay as it is until the end; the work space holds the state. A step takes at
 * most PITH_STEP_PRODUCTS multiply-adds, an answer at most PITH_MAX_STEPS steps; begin and end take what pith_ask takes
 * without a reader. End does what steps are left, so that steps may be given up at any time.
 * Errors: those of pith_ask; INVALID_ARGUMENT where step or end does not follow a begin that gave OK. */
#define PITH_STEP_PRODUCTS 262144u
#define PITH_MAX_STEPS 256u
pith_status pith_ask_begin(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                           void* work, uint64_t work_size);
pith_status pith_ask_step(const pith_index* index, void* work, uint64_t work_size, int32_t* more);
pith_status pith_ask_end(const pith_index* index, int32_t threshold, void* work, uint64_t work_size, pith_answer* out,
                         uint32_t capacity, uint32_t* count);

/* ---- Finding sentences ------------------------------------------------------------------------------------------ */

typedef struct pith_hit {
  pith_sentence sentence;
  uint32_t score; /* comparable within one call */
} pith_hit;

/* The sentences that answer to `words`, best first, misspelt and inflected words included. As pith_ask otherwise. */
pith_status pith_search(const pith_index* index, uint32_t article, const char* words, uint64_t words_size, void* work,
                        uint64_t work_size, pith_hit* out, uint32_t capacity, uint32_t* count);

/* ---- Summaries ------------------------------------------------------------------------------------------------------
 */

enum { PITH_BY_RANK = 0, PITH_BY_LEAD = 1 };

typedef struct pith_budget {
  uint32_t sentences; /* at most that many; 0: no limit */
  uint32_t bytes;     /* at most that many of the sentences' texts joined by one space; 0: no limit */
  uint32_t method;    /* PITH_BY_RANK or PITH_BY_LEAD */
} pith_budget;

/* An extractive summary of one article, in reading order. `query` (may be empty): what it should be about. Writes up to
 * `capacity` sentences. A sentence that says little without the one before it ("This surprised many.") comes with it or
 * not at all; where `resolved` names who is meant, it may stand alone. Without a query neither work space nor more than
 * a walk of the stored order is needed (work may be null). Errors: NO_SUCH_ARTICLE, QUESTION_TOO_LONG, WORK_TOO_SMALL,
 * INVALID_ARGUMENT. A query of stop words only is as none. */
pith_status pith_summarize(const pith_index* index, uint32_t article, pith_budget budget, const char* query,
                           uint64_t query_size, void* work, uint64_t work_size, pith_sentence* out, uint32_t capacity,
                           uint32_t* count);

/* ---- Facts, lookup, timeline, suggestions, entities
 * ---------------------------------------------------------------------- */

enum { PITH_STATED = 0, PITH_PLANNED = 1, PITH_POSSIBLE = 2, PITH_CLAIMED = 3 };

typedef struct pith_fact {
  uint64_t id; /* stays the same while the evidence does */
  uint32_t article, sentence, begin, end;
  pith_text subject, relation, object;
  pith_value value, when;
  pith_text where, attribution;
  uint8_t negated, modality, source;
  uint16_t confidence, importance;
} pith_fact;

/* Fact `number` of 0..facts-1 of an article, in reading order. O(1). */
pith_status pith_get_fact(const pith_index* index, uint32_t article, uint32_t number, pith_fact* out);

/* The facts that matter most, the most important first: of a sentence that has given one, further facts count half each
 * time, and so do facts about an unnamed "he" or "it". Writes up to `capacity` of them, at most PITH_MAX_RESULTS.
 * O(facts * results). Errors: NO_SUCH_ARTICLE, INVALID_ARGUMENT. */
pith_status pith_key_facts(const pith_index* index, uint32_t article, pith_fact* out, uint32_t capacity,
                           uint32_t* count);

/* Facts whose subject (a name, alias or noun) is `subject` and, unless empty, whose relation has the words of
 * `relation`; most important first. Hashing and binary searches: well under a microsecond. */
pith_status pith_lookup(const pith_index* index, uint32_t article, const char* subject, uint64_t subject_size,
                        const char* relation, uint64_t relation_size, pith_fact* out, uint32_t capacity,
                        uint32_t* count);

typedef struct pith_event {
  pith_text date; /* EDTF */
  pith_text text; /* the words that tell it */
  uint32_t article, sentence, begin, end;
} pith_event;

/* Event `number` of 0..events-1 of an article, in order of date, then of text. O(1). */
pith_status pith_get_event(const pith_index* index, uint32_t article, uint32_t number, pith_event* out);

/* A question that the article answers, for those who cannot or need not type one. */
typedef struct pith_suggestion {
  pith_text question; /* at most 160 bytes */
  pith_text answer;   /* the bytes begin..end of the article's text */
  uint32_t article, sentence, begin, end;
} pith_suggestion;

/* Suggestion `number` of 0..suggestions-1 of an article, at most 8, the most important first. Each was asked when the
 * article was compiled, and the best answer of this article alone, at the index's own threshold, overlapped begin..end.
 * O(1). */
pith_status pith_get_suggestion(const pith_index* index, uint32_t article, uint32_t number, pith_suggestion* out);

enum { PITH_PERSON = 1, PITH_ORGANIZATION = 2, PITH_PLACE = 3, PITH_OTHER = 4 };

typedef struct pith_entity {
  pith_text name;
  uint32_t article, number;
  uint32_t aliases, mentions; /* counts */
  uint8_t type;
} pith_entity;

typedef struct pith_mention {
  uint32_t sentence, begin, end;
} pith_mention;

/* Entity `number` of 0..entities-1 of an article, the most mentioned first; its aliases and mentions. O(1) each. */
pith_status pith_get_entity(const pith_index* index, uint32_t article, uint32_t number, pith_entity* out);
pith_status pith_get_alias(const pith_index* index, const pith_entity* entity, uint32_t number, pith_text* out);
pith_status pith_get_mention(const pith_index* index, const pith_entity* entity, uint32_t number, pith_mention* out);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* PITH_PITH_H_ */
