// In: an article's text. Out: the plain data that flows through the compiler, with everything the stages found in it.
// Who may use it: every stage, and nothing else may fill it. A stage is a function that reads the fields filled before
// it and fills its own, in the order in which compile.cc runs them:
//
// clang-format off
//   stage         folder      reads                                         fills
//   read          read        the input's bytes                             article
//   sentences     text        article.text                                  sentences: begin, end, paragraph, heading
//   words         text        sentences                                     tokens: begin, end, folded, lemma
//   language      text        article.lang, tokens                          foreign
//   syntax        syntax      tokens                                        tokens: lemma, pos, head, rel
//   names         names       tokens                                        names, tokens: name
//   numbers       numbers     tokens                                        values: numbers
//   times         times       tokens, article.date                          values: dates, durations
//   entities      entities    tokens, names                                 entities, mentions: named; mends names
//   references *  entities    tokens, entities, mentions                    mentions: pronouns and descriptions,
//                                                                             anaphors
//   claims *      facts       tokens, mentions                              claims
//   candidates    candidates  tokens, names, values, mentions               candidates
//   rank          rank        article.title, tokens, names, values,         importance, summary_order,
//                             mentions                                      sentences: leans_on
//   facts *       facts       tokens, values, mentions, claims, importance  facts
//   events        facts       tokens, values, mentions, facts               events
//   suggestions   suggest     tokens, values, mentions, facts               questions for the engine to judge
//   corrections   corrections an editor's corrections, behind the stage whose output they change: values, entities,
//                             summary_order, facts                          the same; meanings, replies, warnings
//   write         write       everything                                    the article's part of an index
// clang-format on
//
// Stages marked * are skipped for a foreign article.
//
// All offsets are in bytes from the start of Article::text; every `Span` is a half-open range of tokens in one
// sentence.

#ifndef PITH_TOOLS_COMPILER_ANALYSIS_H_
#define PITH_TOOLS_COMPILER_ANALYSIS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "engine/format/kinds.h"

namespace pith::compiler {

enum class BlockKind : uint8_t { kParagraph, kHeading, kListItem, kCaption, kTableRow, kCode };

// A cell of a table's row: bytes [begin, end) of the article's text.
struct Cell {
  uint32_t begin = 0, end = 0;
  bool header = false;
};

// A part of an article that its format marks as one.
struct Block {
  uint32_t begin = 0, end = 0;  // in the article's text, without the marker of a list item
  BlockKind kind = BlockKind::kParagraph;
  uint8_t level = 0;        // of a heading, from 1; of a list item, how many lists hold it
  std::string anchor;       // the id in the source of an element around or right before it, or empty
  std::vector<Cell> cells;  // of a row; those that are not empty
};

struct Corrections;  // corrections/corrections.h

// An article as it was read, before any analysis. `text` is valid UTF-8 and is stored byte for byte.
struct Article {
  std::string id;
  std::string text;
  std::string title;                       // empty: none
  std::string date;                        // YYYY-MM-DD or empty
  std::string url;                         // empty: none
  std::string lang;                        // BCP 47 or empty
  std::vector<std::string> aliases, tags;  // each once, none of them empty
  std::string author, licence, image;      // empty: none
  std::string meta;                        // a JSON object without white space; empty: none
  // Of a format with markup, from which `text` was extracted: its blocks, in order. Empty for plain text.
  std::vector<Block> blocks;
  std::shared_ptr<const Corrections> corrections;  // an editor's; null: none
};

// What is left out of a run that goes on without it.
struct Problem {
  std::string where;    // what it is called: "news.jsonl:12", "article x"
  std::string message;  // one line that begins with that and says what is wrong
};

// A word or punctuation mark as cut by the engine's tokenizer (engine/language/words.h): clitics ("'s", "n't") and
// hyphens are tokens of their own, as in Universal Dependencies' English treebanks.
struct Token {
  uint32_t begin = 0, end = 0;  // byte offsets in the article's text
  std::string folded;           // lower-cased, with accents and typographic variants folded (engine/language/fold.h)
  std::string lemma;            // folded dictionary form; equal to `folded` if unknown
  Pos pos = Pos::kX;            // universal part of speech
  int head = -1;                // index of the syntactic head within the sentence; -1 for the root
  Rel rel = Rel::kDep;          // relation to the head
  NameType name = NameType::kNone;  // type of the name this token is part of
  uint8_t certainty =
      0;  // of the head: 16 for each factor of e by which it is more probable than any other, 255 at most
};

struct Sentence {
  uint32_t begin = 0, end = 0;  // without surrounding white space
  uint32_t paragraph = 0;       // from 0
  bool heading = false;         // a headline, caption or list item without a final period
  bool row = false;             // a heading that states something: "Adults: 12 euros", an item of a list, a table's row
  std::vector<Token> tokens;    // at most kMaxSentenceTokens
  uint32_t dateline = 0;        // so many of them are "LIMA, 4 October -" and say where and when a report was written
  bool withheld = false;        // an editor keeps it out of summaries
  int leans_on = -1;  // index of the preceding sentence without which this one says little ("This ..."); -1: none
};

// Tokens [first, last) of sentence `sentence`; `head` is the syntactic head of the span.
struct Span {
  uint32_t sentence = 0;
  uint32_t first = 0, last = 0;
  uint32_t head = 0;
};

// A maximal name: "Kassym-Jomart Tokayev", "Collective Security Treaty Organization".
struct Name {
  Span span;
  NameType type = NameType::kOther;
};

// A count ("about 1,000 people"), an amount ("$1.5bn"), a share ("33%"), or a point or length of time ("Thursday", "in
// 1991", "two-week"). `kind` says which.
struct Value {
  Span span;  // the words that express it, with hedge and unit
  ValueKind kind = ValueKind::kNone;
  Hedge hedge = Hedge::kExact;
  int64_t mantissa = 0;  // number = mantissa / 10^scale
  uint8_t scale = 0;
  absl::optional<int64_t> to;  // the mantissa of the upper end, of a range: "10 to 15 seats"
  std::string unit;            // "people", "%", "USD"; empty for a bare number
  std::string iso;             // date: EDTF, as precise as the text; duration: ISO 8601
};

// A mention of an entity: a name, a title with a name, or a safely resolved pronoun or description.
struct Mention {
  Span span;
  uint32_t entity = 0;  // index into Analysis::entities
  bool named = true;    // false for a pronoun or description
};

// A pronoun that means something without a name.
struct Anaphor {
  uint32_t sentence = 0, token = 0;
  std::string phrase;  // what it means: "the barge"
};

struct Entity {
  std::string name;  // the fullest form: "Kassym-Jomart Tokayev"
  NameType type = NameType::kOther;
  std::vector<std::string> aliases;    // other forms seen, acronyms included: "Mr Tokayev", "President Tokayev"
  std::vector<std::string> also = {};  // those of them that an editor gives: all their words stand for the entity
};

// A statement in bytes [begin, end) of the text, made by `speaker` ("the police", "Associated Press").
struct Claim {
  uint32_t begin = 0, end = 0;
  std::string speaker;
};

enum class Modality : uint8_t { kNone, kPlanned, kPossible, kClaimed, kDenied, kFailed, kObligatory };

// Subject, relation and object, with evidence. The strings are for people to read; pronouns are resolved where that is
// safe.
struct Fact {
  uint32_t sentence = 0;        // kNoSentence: an editor's own, without evidence
  uint32_t begin = 0, end = 0;  // the bytes that prove it
  std::string subject, relation, object;
  int subject_entity = -1;  // the entity that it names: index into Analysis::entities, -1: none
  int object_entity = -1;
  int value = -1, when = -1;  // indices into Analysis::values, -1: none
  std::string where;
  std::string attribution;
  bool negated = false;
  Modality modality = Modality::kNone;
  uint16_t confidence = 0;  // 0..10000: the probability that a careful reader signs it
  uint64_t features = 0;    // from which the confidence follows (facts/fact_confidence.h)
  uint16_t standing = 100;  // 0..100: 100 for the main point of its sentence, less for a fact told in passing
  uint16_t importance = 0;  // 0..10000
  bool by_editor = false;   // added or changed by one
};
inline constexpr uint32_t kNoSentence = UINT32_MAX;

// A span that may answer a question: a noun phrase, a prepositional phrase, a clause, a number or a name.
struct Candidate {
  Span span;
  CandidateKind kind = CandidateKind::kNominal;
  int value = -1;   // index into Analysis::values
  int entity = -1;  // index into Analysis::entities
  Reality reality = Reality::kStated;
};

// A dated event for the timeline.
struct Event {
  int value = -1;  // the date: index into Analysis::values
  uint32_t sentence = 0;
  uint32_t begin = 0, end = 0;  // the bytes that describe it
  std::string told = {};        // those with what its pronouns mean in their place; empty: they say it themselves
  bool negated = false;         // it did not happen
  Modality modality = Modality::kNone;
};

// A question in plain English, and the bytes of sentence `sentence` that answer it.
struct Suggestion {
  std::string question;
  uint32_t sentence = 0;
  uint32_t begin = 0, end = 0;
};

// Words that a span means as well, as an editor says.
struct Meaning {
  Span span;
  std::string words;
};

// What an editor has questions answered with: `text`, nothing, or what the question `text` is answered with.
struct Reply {
  ReplyKind kind = ReplyKind::kAnswer;
  std::vector<std::string> questions;  // wordings, at least one
  std::string text;
  uint32_t sentence = kNoSentence;  // of an answer's evidence
  uint32_t begin = 0, end = 0;      // its bytes
};

// Everything known about one article.
struct Analysis {
  Article article;
  bool foreign = false;      // not in the language of the models
  bool search_only = false;  // what searches, titles and summaries do without is left out
  std::vector<Sentence> sentences;
  std::vector<Name> names;
  std::vector<Value> values;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  std::vector<Anaphor> anaphors;  // in text order
  std::vector<Claim> claims;
  std::vector<Fact> facts;
  std::vector<Candidate> candidates;
  std::vector<Event> events;            // by date, then by position in the text
  std::vector<uint16_t> importance;     // per sentence, 0..10000
  std::vector<uint32_t> summary_order;  // sentence numbers from 0, best for a summary first
  std::vector<Meaning> meanings;
  std::vector<Reply> replies;
  std::vector<std::string> warnings;  // each whole and on one line
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ANALYSIS_H_
