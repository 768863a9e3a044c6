/* Pith: questions answered from a compiled index that is read in place.
 *
 * This is the binary interface, for C and C++. The program hands over the bytes of an index (a mapped file, an array in
 * flash). Pith reads them where they lie and returns views into them. It allocates nothing, keeps no state of its own,
 * throws no exceptions and does no input or output. C++ programs may prefer the wrapper "pith/pith.hpp".
 *
 * An example, where `bytes` and `size` are an index made by `pith compile`:
 *
 *     pith_index index;
 *     if (pith_open(bytes, size, NULL, 0, &index) != PITH_OK) return 1;
 *
 *     _Alignas(8) static unsigned char work[PITH_WORK_BYTES];
 *     static const char question[] = "How many businesses were damaged?";
 *     pith_answer answer;
 *     uint32_t count;
 *     if (pith_ask(&index, PITH_ALL_ARTICLES, question, sizeof question - 1, PITH_DEFAULT_THRESHOLD,
 *                  work, sizeof work, &answer, 1, &count) != PITH_OK) return 1;
 *     if (count == 0) puts("Not in this index.");
 *     else printf("%.*s\n", (int)answer.text.size, answer.text.data);
 */

/* clang-format off */
/* What holds for every call:
 *
 * Lifetime:   the bytes given to pith_open must stay in place, unchanged, for as long as the pith_index or any view
 *             made from it is in use. If they do change, results may be wrong, but no call reads outside them.
 * Threads:    nothing writes to a pith_index after pith_open, so any number of threads may share one. A work space and
 *             an array of results belong to one call at a time.
 * Errors:     every call that can fail returns a pith_status. A call that fills an array sets *count to 0 on error. Any
 *             other output means something only with PITH_OK, unless its comment says more. Every call that takes a
 *             pith_index returns PITH_INVALID_ARGUMENT if that index is not open or if a pointer that it needs is null.
 * Work:       no file can keep a call busy. Each call is bounded by constants and by what the caller gives; pith_verify
 *             by the size of the file. Searching, asking, looking up and listing facts count the records that they read
 *             and end at PITH_MAX_RECORDS with PITH_TOO_MUCH_WORK: what they found until then is valid, *count says how
 *             much it is, and better results may be missing. docs/trust.md has the bound of each call.
 * Text:       UTF-8, never zero-terminated. A pith_text of size 0 stands for "none".
 * Numbers:    sentences count from 1 in reading order; articles, facts, events, entities and the rest count from 0.
 *             `begin` and `end` are bytes from the start of the article's text, and the end is exclusive.
 * Scores:     confidences, importances and thresholds are integers from 0 to 10000, in ten-thousandths.
 * Capacities: an array of results may have any size. Pith fills at most the first PITH_MAX_RESULTS entries, except in
 *             pith_summarize, which fills as many as the array has. With a capacity of 0 the array may be null.
 * Pages:      where there can be more results than fit, `skip` leaves out the first so many: a second page of 20 has
 *             skip 20. Each 64 that are skipped take as long as one call. */
/* clang-format on */

#ifndef PITH_PITH_H_
#define PITH_PITH_H_

#include <stddef.h>
#include <stdint.h>

/* A shared library exports what this header declares, and nothing else. */
#ifdef __GNUC__
#pragma GCC visibility push(default)
#endif
#ifdef __cplusplus
extern "C" {
#endif

/* ==== Versions ==== */

/* The version of this header. Until 1.0 a new minor version may add fields to structs, so a program is compiled again
 * for it; a new patch version changes no declaration. */
#define PITH_VERSION "0.2.0"
#define PITH_VERSION_MAJOR 0
#define PITH_VERSION_MINOR 2
#define PITH_VERSION_PATCH 0

/* The version of the index format, and the least minor version of that major one that is still read. A later minor
 * version is read too: what it adds is skipped. */
#define PITH_FORMAT_MAJOR 1
#define PITH_FORMAT_MINOR 6
#define PITH_FORMAT_LEAST_MINOR 6

/* Returns the version of the library that is linked, such as "0.2.0": static storage, zero-terminated. A program that
 * loads a shared library can compare it with PITH_VERSION. */
const char* pith_version(void);

/* ==== Limits and outcomes ==== */

/* In place of an article's number: all articles of the index. */
#define PITH_ALL_ARTICLES 0xFFFFFFFFu

/* Limits. Exceeding one gives a status, never a crash. */
#define PITH_MAX_QUESTION_BYTES 4096u /* a longer question is PITH_QUESTION_TOO_LONG */
#define PITH_MAX_RESULTS 64u          /* answers, hits or facts of one call */
#define PITH_WORK_BYTES 65536u        /* a work space of this many bytes is enough for any index */
#define PITH_MAX_HEADINGS 6u          /* that a sentence stands under, each within the one before */
#define PITH_STACK_BYTES 8192u        /* no call takes more stack in an optimized build: docs/embedding.md */
#define PITH_MAX_RECORDS 33554432u    /* records of tables that a call counts as it reads; then PITH_TOO_MUCH_WORK */

/* The outcome of a call. */
typedef int32_t pith_status;
enum {
  PITH_OK = 0,
  PITH_NOT_PITH = 1,          /* the bytes do not begin like an index or a language block */
  PITH_TOO_NEW = 2,           /* made for a newer major version */
  PITH_CUT_SHORT = 3,         /* fewer bytes than the header says */
  PITH_DAMAGED = 4,           /* a header, table or content contradicts itself or its checksum */
  PITH_NO_LANGUAGE = 5,       /* the index needs a language block, and none was given */
  PITH_WRONG_LANGUAGE = 6,    /* the index names another language block than the one given */
  PITH_WORK_TOO_SMALL = 7,    /* the work space is smaller than pith_work_size, or not aligned to 8 bytes */
  PITH_QUESTION_TOO_LONG = 8, /* more than PITH_MAX_QUESTION_BYTES */
  PITH_QUESTION_EMPTY = 9,    /* there is no word to look for: no text, or nothing but stop words */
  PITH_NO_SUCH_ARTICLE = 10,
  PITH_INVALID_ARGUMENT = 11, /* a null pointer, an index that is not open, or a number outside its range */
  PITH_TOO_OLD = 12,          /* made for a version of the format that is no longer read: compile it again */
  PITH_TOO_MUCH_WORK = 13,    /* the index made a call read PITH_MAX_RECORDS: the results are those found until then */
  PITH_NOT_SIGNED = 14,       /* nobody has signed the index */
  PITH_SEARCH_ONLY = 15 /* an article was compiled for search alone (pith compile --contents search), so that there
                         * are no answers, facts, events, entities and suggestions */
};

/* Returns a short English phrase for a status: static storage, zero-terminated. Never null. */
const char* pith_status_text(pith_status status);

/* A view of bytes that somebody else owns. */
typedef struct pith_text {
  const char* data; /* not zero-terminated; may be null if size is 0 */
  uint32_t size;    /* bytes */
} pith_text;

/* The bytes [begin, end) of an article's text. */
typedef struct pith_range {
  uint32_t begin, end;
} pith_range;

/* An open index: a handful of views, filled by pith_open. It may be copied freely and needs no closing. */
typedef struct pith_index {
  uint64_t opaque[64];
} pith_index;

/* ==== Opening ==== */

/* Opens the index in [file, file + size). `language` is a language block kept apart from the index; pass null and 0 if
 * the index embeds its own. Checks the header, the section table and the shapes of fixed tables, and reads no data
 * page. Takes O(sections) time: microseconds, whatever the size of the file. After an error *out counts as not open.
 * Errors: NOT_PITH, TOO_NEW, TOO_OLD, CUT_SHORT, DAMAGED, NO_LANGUAGE, WRONG_LANGUAGE, INVALID_ARGUMENT. */
pith_status pith_open(const void* file, uint64_t size, const void* language, uint64_t language_size, pith_index* out);

/* What pith_open_set did, or why it did not. */
typedef struct pith_set_report {
  uint32_t left_out;     /* the numbers that `left_out` got; with WORK_TOO_SMALL, for how many room is enough */
  uint32_t unknown;      /* ids of `withdrawn` that no member has */
  uint32_t replaced;     /* articles that one of the same id in a later member replaces */
  pith_text replaced_id; /* the id of the first of these, */
  uint32_t member, by;   /* the member that it is in, and that which replaces it. With an error, `member` is at fault */
} pith_set_report;

/* Makes one index of several: a large one, say, one with today's articles, and a list of ids that are withdrawn. Every
 * call on the set gives what it would give on the index that `pith link --replace --drop` makes of the same files:
 * articles are numbered member after member; of two with one id, that of the later member counts; those whose ids are
 * in `withdrawn` are left out. But a set has no sections, pith_verify takes its members one by one, and
 * PITH_TOO_MUCH_WORK may come sooner or later.
 *
 * `members` are open, have the same language block, and are no sets themselves. Like the array `left_out`, they must
 * stay where they are, unchanged, as long as the set is in use; each may also be used by itself meanwhile, but belong
 * to one set only. `left_out` gets the numbers of the articles that the set does without; `withdrawn` is not needed
 * afterwards. `report` may be null. Takes O(members * (withdrawn + articles of the smaller of each two) * log
 * articles): half a microsecond for each of these. After an error *out counts as not open.
 * Errors: INVALID_ARGUMENT, also for more than PITH_MAX_MEMBERS, or more articles than an index may have;
 * WRONG_LANGUAGE if a member has another language block than the first; WORK_TOO_SMALL if `left_out` is;
 * NO_SUCH_ARTICLE if no article is left. */
#define PITH_MAX_MEMBERS 8u
pith_status pith_open_set(pith_index* members, uint32_t count, const pith_text* withdrawn, uint32_t withdrawn_count,
                          uint32_t* left_out, uint32_t capacity, pith_index* out, pith_set_report* report);

/* The first fault that pith_verify found. */
typedef struct pith_fault {
  char section[5];     /* the section's four letters, zero-terminated; an empty string stands for the header */
  uint64_t offset;     /* bytes from the start of the file, or of the language block if that is kept apart */
  const char* message; /* static storage, zero-terminated */
} pith_fault;

/* Reads everything and checks checksums, order, references and UTF-8. Takes time in proportion to the size of the file.
 * `fault` may be null.
 * Errors: DAMAGED fills *fault. TOO_NEW fills it too: everything else is sound, but the index's reader is of a later
 * version than this engine supports, so answers come without it. */
pith_status pith_verify(const pith_index* index, pith_fault* fault);

/* What a signature of an index (pith sign) vouches for, for a program that checks it with a library of its choice. */
typedef struct pith_signed {
  const void* data; /* the bytes that are signed: all of the file before the signature */
  uint64_t size;
  const unsigned char* signature; /* 64 bytes: Ed25519 (RFC 8032) */
  const unsigned char* key;       /* 32 bytes: the public key of whoever signed. Compare it with one that you trust, or
                                   * check the signature with that one: anybody can sign with a key of his own. */
  uint64_t content_version;       /* as the signer numbered it; refuse less than the program has seen already */
  const unsigned char* language;  /* 32 bytes, among those signed: the hash of the language block (pith_info). Check a
                                   * block that is kept apart against it */
} pith_signed;

/* Finds the signature of an index and the bytes that it covers; views into the bytes given to pith_open. It does not
 * check the signature, which takes a library such as libsodium: docs/embedding.md has an example. O(sections).
 * Errors: NOT_SIGNED; DAMAGED if the signature is not at the end of the file or not of a form known here. */
pith_status pith_signed_bytes(const pith_index* index, pith_signed* out);

/* Returns how many bytes of work space any call on this index needs: PITH_WORK_BYTES, or a quarter of that if the index
 * has no reader (profile tiny). The caller owns the space and aligns it to 8 bytes. A call ignores what it contains and
 * leaves nothing of meaning in it; only pith_ask_begin, _step and _end carry state from call to call. O(1). */
uint64_t pith_work_size(const pith_index* index);

/* ==== What an index contains ==== */

/* One section of the file. */
typedef struct pith_section {
  char name[5]; /* four letters, zero-terminated */
  uint64_t bytes;
} pith_section;

/* Figures about a whole index. */
typedef struct pith_info {
  uint16_t major_version, minor_version; /* of the format */
  uint32_t articles, sections;           /* counts */
  uint64_t sentences, words, facts;      /* counts, over all articles */
  uint64_t bytes;                        /* the size of the file */
  const unsigned char* language_hash;    /* 32 bytes that name the language block, embedded or external: BLAKE2b-256 of
                                          * its bytes, with those at 24 to 59 taken as zero */
  pith_text language, profile;           /* such as "en" and "standard" */
  uint16_t threshold;                    /* the default confidence below which an answer is left out */
  uint8_t search_only;                   /* 1: an article was compiled for search alone: PITH_SEARCH_ONLY */
} pith_info;

/* Fills *out with the figures about the index. O(1). */
pith_status pith_get_info(const pith_index* index, pith_info* out);
/* Gives section `number`, from 0 to sections - 1. O(1).
 * Errors: INVALID_ARGUMENT beyond the last. */
pith_status pith_get_section(const pith_index* index, uint32_t number, pith_section* out);

/* An article as it was compiled, with the counts of what was found in it. */
typedef struct pith_article {
  uint32_t number;
  pith_text id, title, date, url, text; /* the date is YYYY-MM-DD; title, date and url may be none */
  uint32_t sentences, words, facts, events, entities, suggestions;
  pith_text author, licence, image; /* as the article's record gives them; each may be none */
  pith_text meta;                   /* a JSON object without white space, its members in the record's order; or none */
  uint32_t aliases, tags;           /* other titles of the article, and words for what it is about */
} pith_article;

/* Gives article `number`, from 0 to articles - 1. O(log (aliases + tags)).
 * Errors: NO_SUCH_ARTICLE, DAMAGED. */
pith_status pith_get_article(const pith_index* index, uint32_t number, pith_article* out);
/* Gives alias `number` of an article, from 0 to aliases - 1, in the order of its record, each once. O(log aliases).
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_article_alias(const pith_index* index, uint32_t article, uint32_t number, pith_text* out);
/* The same for its tags. */
pith_status pith_get_tag(const pith_index* index, uint32_t article, uint32_t number, pith_text* out);
/* Finds the number of the article with that id. O(log articles).
 * Errors: NO_SUCH_ARTICLE. */
pith_status pith_find_article(const pith_index* index, const char* id, uint64_t id_size, uint32_t* number);

/* An article found by its title. */
typedef struct pith_title {
  uint32_t article;
  pith_text title; /* the article's; may be none */
  pith_text alias; /* the alias that was found; none if it was the title itself */
} pith_title;

/* Finds the articles whose titles or aliases begin with `prefix`, in order of their letters, to complete one as
 * somebody types it. Upper and lower case, accents and spaces around and between words make no difference. If there are
 * fewer than `capacity`, those follow whose titles begin almost so: with one letter missing, too many, wrong or
 * swapped, though not the first. An empty prefix lists all. Each article comes once. O(log titles + capacity^2);
 * O(bytes of the prefix * letters * log titles) if there are fewer. Errors: QUESTION_TOO_LONG, INVALID_ARGUMENT. */
pith_status pith_find_titles(const pith_index* index, const char* prefix, uint64_t size, pith_title* out,
                             uint32_t capacity, uint32_t* count);

/* A sentence of an article. */
typedef struct pith_sentence {
  uint32_t article, number; /* the number counts from 1 */
  uint32_t begin, end;
  uint16_t importance;
  pith_text text;
  pith_text resolved; /* the full name of the person meant by the "he" or "Mr Smith" at its beginning; otherwise none */
} pith_sentence;

/* Gives sentence `number`, from 1 to the article's count. O(1).
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_sentence(const pith_index* index, uint32_t article, uint32_t number, pith_sentence* out);

/* Where a sentence stands in its article. */
typedef struct pith_place {
  uint32_t paragraph;   /* counts from 1; a heading is a paragraph of its own */
  uint32_t first, last; /* the numbers of the paragraph's first and last sentences */
  uint32_t heading;     /* the number of the nearest heading above the sentence; 0 if there is none */
  /* Of an article from a format with markup (a web page, Markdown, a book): */
  uint32_t heading_count;                /* how many headings the sentence stands under, one of each level */
  pith_text headings[PITH_MAX_HEADINGS]; /* their texts, the outermost first */
  pith_text anchor; /* the id of the nearest element at or before the sentence that has one in the source: where a
                     * reader scrolls to. None for what stands before the first */
} pith_place;

/* Tells the paragraph of sentence `number`, from 1 to the article's count, and where it stands in its source.
 * O(sentences of the article).
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_place(const pith_index* index, uint32_t article, uint32_t number, pith_place* out);

/* ==== Values ==== */

/* The kind of a pith_value. */
enum { PITH_VALUE_NONE = 0, PITH_VALUE_NUMBER = 1, PITH_VALUE_DATE = 2, PITH_VALUE_DURATION = 3 };
/* The hedge of a pith_value: how exactly the text states it. */
enum {
  PITH_EXACT = 0,
  PITH_ABOUT = 1,
  PITH_AT_LEAST = 2,
  PITH_MORE_THAN = 3,
  PITH_AT_MOST = 4,
  PITH_LESS_THAN = 5,
  PITH_UP_TO = 6,
  PITH_VAGUE = 7 /* "a few" */
};

/* The meaning of a phrase as a number, a date or a duration. "About 1,500 people" has the hedge PITH_ABOUT, the
 * mantissa 1500, the scale 0 and the unit "people". */
typedef struct pith_value {
  uint8_t kind, hedge, scale; /* scale: the number is mantissa / 10^scale */
  uint8_t ranged;             /* 1 for a range of numbers ("10 to 15 seats"): from the number to `to` / 10^scale */
  int64_t mantissa, to;
  pith_text unit; /* of a number; none for a bare number */
  pith_text iso;  /* a date in EDTF, as precise as the text, or a duration in ISO 8601 */
} pith_value;

/* ==== Asking ==== */

/* Where an answer or fact comes from: the article's text, or an editor who added it. */
enum { PITH_SOURCE_TEXT = 0, PITH_SOURCE_EDITOR = 1 };
/* The polarity of an answer. */
enum { PITH_POLARITY_NONE = 0, PITH_YES = 1, PITH_NO = 2 };
/* The modality of an answer or fact: stated as so, planned ("will open"), possible ("may open"), claimed ("is said to
 * open"), denied ("denied that it opened"), failed ("tried to open", "almost opened"), obligatory ("must open"). */
enum {
  PITH_STATED = 0,
  PITH_PLANNED = 1,
  PITH_POSSIBLE = 2,
  PITH_CLAIMED = 3,
  PITH_DENIED = 4,
  PITH_FAILED = 5,
  PITH_OBLIGATORY = 6
};
/* The most sentences that an answer's context has. */
#define PITH_MAX_CONTEXT 2u

/* The most further sources that an answer lists. */
#define PITH_MAX_SOURCES 4u
/* A place in another article that says the same. */
typedef struct pith_source {
  uint32_t article, sentence, begin, end;
} pith_source;

/* An answer, with the sentence that proves it. An editor's answer (source PITH_SOURCE_EDITOR) has the editor's words as
 * its text and full confidence; it may lack the evidence, and then sentence, begin and end are 0. The answer
 * to a yes/no question ("Did police open fire?") is a whole
 * sentence. */
typedef struct pith_answer {
  pith_text text; /* the bytes from begin to end of the article's text, or an editor's words */
  uint32_t article, sentence, begin, end;
  pith_text evidence;     /* the sentence that contains the answer */
  pith_range evidence_at; /* where it lies; the answer begins at byte begin - evidence_at.begin of the evidence */
  uint16_t confidence;
  uint8_t source;
  pith_value value;      /* the answer as a number, date or duration; its kind is NONE if it is none of these */
  pith_text resolved;    /* the full name behind "he" or "Mr Smith"; none if the text says it all */
  pith_text attribution; /* the speaker to whom the text attributes it; none: the article itself states it */
  uint8_t polarity;      /* PITH_YES or PITH_NO if the article itself states or denies what a yes/no question asks;
                          * PITH_POLARITY_NONE if the sentence leaves doubt (a claim, a plan, a condition, other words),
                          * and for every other question */
  uint8_t negated;       /* 1 if the text denies it, which answers only a question for that ("What is not sold?") */
  uint8_t modality;      /* PITH_STATED to PITH_OBLIGATORY; what is not stated answers only a question for that ("What
                          * did the police deny?") or for what is to come. Of a sentence as an answer: PITH_STATED */
  uint32_t context[PITH_MAX_CONTEXT]; /* sentences, from 1 in reading order, that say who the evidence's "she" or "the
                                       * boat" is; show them with it. 0: no more are needed */
  uint8_t differs;       /* 1 if another article gives another answer to the question, with a confidence of at least the
                          * threshold and the index's own: an unlike number or date, in a sentence that has all of the
                          * question. Such answers come next to each other, that of the newest article first */
  uint32_t source_count; /* of the places in other articles that say the same: they do not divide its confidence */
  pith_source sources[PITH_MAX_SOURCES];
} pith_answer;

/* In place of a threshold: the index's own (pith_info.threshold). */
#define PITH_DEFAULT_THRESHOLD (-1)

/* Answers `question` from one article, exactly as if that article were alone, or from the whole index with
 * PITH_ALL_ARTICLES. Writes up to `capacity` answers to `out`, the best first, and their number to *count. Answers with
 * a confidence below `threshold` (0 to 10000, or PITH_DEFAULT_THRESHOLD) are left out, so PITH_OK with no answers means
 * that the index does not have one. Of a question the first 48 words count.
 * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, NO_SUCH_ARTICLE, WORK_TOO_SMALL, SEARCH_ONLY, INVALID_ARGUMENT;
 * TOO_MUCH_WORK, with the answers found until then. */
pith_status pith_ask(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                     int32_t threshold, void* work, uint64_t work_size, pith_answer* out, uint32_t capacity,
                     uint32_t* count);

/* The most of one pith_ask_step: multiply-adds of the reader, or records of the index; and the most steps of one
 * answer. Ordinary articles take one step for finding and ranking sentences, and some fifty for the reader. */
#define PITH_STEP_PRODUCTS 262144u
#define PITH_STEP_RECORDS 32768u
#define PITH_MAX_STEPS 2048u

/* pith_ask in bounded steps, for firmware with a watchdog and for user interfaces that must not freeze: begin once,
 * step until *more is 0, then end. The work space carries the state; it, the index and the question must stay as they
 * are until the end. Begin only reads the question; end only makes answers of what the steps found. It is fine to stop
 * stepping early: pith_ask_end does the remaining steps.
 * Errors: those of pith_ask; INVALID_ARGUMENT if a step or end does not follow a begin that returned PITH_OK. Only
 * pith_ask_end returns TOO_MUCH_WORK. */
pith_status pith_ask_begin(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                           void* work, uint64_t work_size);
pith_status pith_ask_step(const pith_index* index, void* work, uint64_t work_size, int32_t* more);
pith_status pith_ask_end(const pith_index* index, int32_t threshold, void* work, uint64_t work_size, pith_answer* out,
                         uint32_t capacity, uint32_t* count);

/* ==== Searching ==== */

/* A sentence that a search found. */
typedef struct pith_hit {
  pith_sentence sentence;
  uint32_t score; /* comparable only within the results of one call */
} pith_hit;

/* Finds the sentences that match `words`, the best first, from one article or from the whole index. Inflected, related
 * and misspelled words match too. Of the words that neither the language block nor the article knows, the first 16 are
 * taken for misspellings. "long bridge" within quotation marks stands in the sentence so, or in its article's title;
 * -bridge and -"long bridge" do not, and of several articles nowhere in theirs; title:bridge is in the title or an
 * alias. At most 16 such demands are made. Without a word that is no stop word there is nothing to search for.
 * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, NO_SUCH_ARTICLE, WORK_TOO_SMALL, INVALID_ARGUMENT; TOO_MUCH_WORK, with the
 * hits found until then. */
pith_status pith_search(const pith_index* index, uint32_t article, const char* words, uint64_t words_size, void* work,
                        uint64_t work_size, uint32_t skip, pith_hit* out, uint32_t capacity, uint32_t* count);

/* Finds the sentences nearest to a question, the best first: what an app can show as "the text says this" where
 * pith_ask has no answer. They are no answer. The same as pith_search with the question's words, without the sentences
 * that have little of it or match less than half as well as the best. The work space may be the one just used for
 * asking. */
pith_status pith_near(const pith_index* index, uint32_t article, const char* question, uint64_t question_size,
                      void* work, uint64_t work_size, pith_hit* out, uint32_t capacity, uint32_t* count);

/* Marks the words of sentence `number` (from 1) of an article that match `words`, a search or a question: the bytes of
 * up to `capacity` of them, in reading order. It looks the words up in the article, as pith_search does, and then reads
 * one sentence.
 * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, NO_SUCH_ARTICLE, DAMAGED, WORK_TOO_SMALL, TOO_MUCH_WORK; INVALID_ARGUMENT
 * beyond the last sentence. */
pith_status pith_highlight(const pith_index* index, uint32_t article, uint32_t number, const char* words,
                           uint64_t words_size, void* work, uint64_t work_size, uint32_t skip, pith_range* out,
                           uint32_t capacity, uint32_t* count);

/* ==== Summaries ==== */

/* The method of a summary: the most important sentences, or the first ones. */
enum { PITH_BY_RANK = 0, PITH_BY_LEAD = 1 };

/* How long a summary may be. */
typedef struct pith_budget {
  uint32_t sentences; /* at most so many; 0: no limit */
  uint32_t bytes;     /* at most so many, counting the sentences' texts joined by single spaces; 0: no limit */
  uint32_t method;    /* PITH_BY_RANK or PITH_BY_LEAD */
} pith_budget;

/* Summarizes one article: picks sentences within the budget and writes up to `capacity` of them to `out`, in reading
 * order. `query` says what the summary should be about; an empty one, or one of nothing but stop words, asks for a
 * general summary, and PITH_BY_LEAD ignores it. By rank, a sentence that says little without the one before it ("This
 * surprised many.") is taken together with that sentence or not at all; it may stand alone if `resolved` names who is
 * meant. Without a query no work space is needed (`work` may be null), and the call walks through the stored order
 * once.
 * Errors: NO_SUCH_ARTICLE, QUESTION_TOO_LONG, WORK_TOO_SMALL, INVALID_ARGUMENT; TOO_MUCH_WORK, with a summary that may
 * lack sentences about the query. */
pith_status pith_summarize(const pith_index* index, uint32_t article, pith_budget budget, const char* query,
                           uint64_t query_size, void* work, uint64_t work_size, pith_sentence* out, uint32_t capacity,
                           uint32_t* count);

/* ==== Facts ==== */

/* A fact of less confidence is not fit to be shown by itself: its sentence may be misread. */
#define PITH_SHOWN_CONFIDENCE 7700u
/* In place of an entity's number: none. */
#define PITH_NO_ENTITY 0xFFFFFFFFu

/* Something that a sentence states: subject, relation and object, with the circumstances. */
typedef struct pith_fact {
  uint64_t id;             /* stays the same while the evidence and its reading do; never 0 */
  uint32_t article;        /* the article that states it, */
  uint32_t sentence;       /* and the sentence, from 1; 0, with no bytes: an editor's own, which no sentence states */
  uint32_t begin, end;     /* the bytes of the article's text that prove it */
  pith_text subject;       /* of whom or what; the full name where the text says "he" and it is safe to say who */
  pith_text relation;      /* what is said of it, such as "was founded by" */
  pith_text object;        /* the other side of the relation; none if it has none ("the mine | closed") */
  uint32_t subject_entity; /* the entity that the subject names, for pith_get_entity; PITH_NO_ENTITY if it names none */
  uint32_t object_entity;  /* that of the object */
  pith_value value;        /* the number that the object states; its kind is NONE without one */
  pith_value when;         /* the date or duration of the fact; its kind is NONE without one */
  pith_text where;         /* the place of the fact, in the text's words; none without one */
  pith_text attribution;   /* the speaker to whom the text attributes it; none: the article itself states it */
  uint8_t negated;         /* 1 if the text denies the fact, otherwise 0 */
  uint8_t modality;        /* PITH_STATED to PITH_OBLIGATORY */
  uint8_t source;          /* PITH_SOURCE_TEXT or PITH_SOURCE_EDITOR */
  uint16_t confidence;     /* the probability, in 1/10000, that a careful reader takes the right thing from it */
  uint16_t importance;     /* among the article's facts */
} pith_fact;

/* Gives fact `number`, from 0 to the article's count - 1, in reading order. O(1).
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_fact(const pith_index* index, uint32_t article, uint32_t number, pith_fact* out);

/* Picks an article's most important facts of at least PITH_SHOWN_CONFIDENCE, the most important first, and writes up to
 * `capacity` of them to `out`. A fact counts half for each better one from the same sentence, and half again if its
 * subject is only "he" or "it".
 * O(facts * results).
 * Errors: NO_SUCH_ARTICLE, DAMAGED, SEARCH_ONLY, INVALID_ARGUMENT; TOO_MUCH_WORK, with the best of the facts seen until
 * then. */
pith_status pith_key_facts(const pith_index* index, uint32_t article, uint32_t skip, pith_fact* out, uint32_t capacity,
                           uint32_t* count);

/* What facts to look up. Any of the three may be none, but not both the subject and the object. */
typedef struct pith_pattern {
  pith_text subject;  /* a name, an alias or a noun */
  pith_text relation; /* words that the relation must all have, inflected as they like */
  pith_text object;   /* a name, an alias or a noun */
} pith_pattern;

/* Finds the facts that fit a pattern, the most important first, from one article or from the whole index. In one
 * article it hashes the words and searches a table: about a microsecond. All articles take that each. Of each part of
 * the pattern the first 16 words count.
 * Errors: QUESTION_EMPTY if neither subject nor object has a word, QUESTION_TOO_LONG, NO_SUCH_ARTICLE, SEARCH_ONLY,
 * INVALID_ARGUMENT; TOO_MUCH_WORK, with the facts found until then. */
pith_status pith_lookup(const pith_index* index, uint32_t article, pith_pattern pattern, uint32_t skip, pith_fact* out,
                        uint32_t capacity, uint32_t* count);

/* ==== Timeline, suggestions and entities ==== */

/* A dated event. */
typedef struct pith_event {
  pith_text date; /* EDTF */
  pith_text text; /* the words that tell it: the bytes from begin to end of the article's text */
  uint32_t article, sentence, begin, end;
  pith_text told;  /* the same with what "she" or "it" means in its place; none if the text needs nothing of the kind */
  uint8_t negated; /* 1 if the text denies it, otherwise 0 */
  uint8_t modality; /* PITH_STATED to PITH_OBLIGATORY */
} pith_event;

/* Gives event `number`, from 0 to the article's count - 1, in order of date and then of the text. O(log events).
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_event(const pith_index* index, uint32_t article, uint32_t number, pith_event* out);

/* A question that the article answers, for people who cannot or need not type one. */
typedef struct pith_suggestion {
  pith_text question; /* at most 160 bytes */
  pith_text answer;   /* the bytes from begin to end of the article's text */
  uint32_t article, sentence, begin, end;
} pith_suggestion;

/* Gives suggestion `number`, from 0 to the article's count - 1 (at most 8 in all), the most important first. Each one
 * was asked when the article was compiled: at the index's own threshold, the best answer from this article alone
 * overlapped the bytes from begin to end. O(1).
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_suggestion(const pith_index* index, uint32_t article, uint32_t number, pith_suggestion* out);

/* The type of an entity. */
enum { PITH_PERSON = 1, PITH_ORGANIZATION = 2, PITH_PLACE = 3, PITH_OTHER = 4 };

/* Somebody or something that the article calls by name. */
typedef struct pith_entity {
  pith_text name;             /* the fullest form in the text */
  uint32_t article, number;   /* where pith_get_entity found it */
  uint32_t aliases, mentions; /* counts */
  uint8_t type;
} pith_entity;

/* A place where the text means an entity, by its name or by a pronoun or noun that stands for it. */
typedef struct pith_mention {
  uint32_t sentence, begin, end;
} pith_mention;

/* Gives entity `number`, from 0 to the article's count - 1, the most mentioned first; alias `number` of an entity, from
 * 0 to aliases - 1; and mention `number` of it, from 0 to mentions - 1. O(1) each.
 * Errors: NO_SUCH_ARTICLE, DAMAGED; INVALID_ARGUMENT beyond the last. */
pith_status pith_get_entity(const pith_index* index, uint32_t article, uint32_t number, pith_entity* out);
pith_status pith_get_alias(const pith_index* index, const pith_entity* entity, uint32_t number, pith_text* out);
pith_status pith_get_mention(const pith_index* index, const pith_entity* entity, uint32_t number, pith_mention* out);

/* Lists the facts whose subject or object is the entity, in reading order. O(facts of the article).
 * Errors: NO_SUCH_ARTICLE, DAMAGED, INVALID_ARGUMENT; TOO_MUCH_WORK, with the facts found until then. */
pith_status pith_entity_facts(const pith_index* index, const pith_entity* entity, uint32_t skip, pith_fact* out,
                              uint32_t capacity, uint32_t* count);

/* ==== Offsets for other programs ==== */

/* Turns offsets in bytes of a UTF-8 text into offsets in UTF-16 code units, as JavaScript, Java and Windows count them,
 * and back. `from` holds `count` offsets in rising order, equal ones allowed; `to` receives as many and may be the same
 * array. An offset inside a character becomes that of the character's beginning; one beyond the text becomes the text's
 * end. One pass over the text: O(size + count).
 * Errors: INVALID_ARGUMENT for a null pointer that is needed, or offsets that fall. */
pith_status pith_utf16_from_bytes(const char* text, uint64_t size, const uint32_t* from, uint32_t* to, uint32_t count);
pith_status pith_bytes_from_utf16(const char* text, uint64_t size, const uint32_t* from, uint32_t* to, uint32_t count);

#ifdef __cplusplus
} /* extern "C" */
#endif
#ifdef __GNUC__
#pragma GCC visibility pop
#endif

#endif /* PITH_PITH_H_ */
