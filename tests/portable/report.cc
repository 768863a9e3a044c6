#include "tests/portable/report.h"

#include <initializer_list>

#include "pith/pith.h"

namespace {

constexpr uint32_t kAnswers = 3, kHits = 5, kHighlights = 4, kSentences = 4;

// Static, as a small machine would have them.
alignas(8) uint8_t work[PITH_WORK_BYTES];
pith_answer answers[kAnswers];
pith_hit hits[kHits];
pith_range highlights[kHighlights];
pith_sentence sentences[kSentences];

class Reporter {
 public:
  Reporter(const pith_index& index, void (*print)(const char*, size_t)) : index_(index), print_(print) {}

  bool ok() const { return ok_; }

  void Question(const char* question, uint64_t size) {
    uint32_t count = 0;
    Line("question ", pith_text{question, static_cast<uint32_t>(size)});
    Check(pith_ask(&index_, PITH_ALL_ARTICLES, question, size, 0, work, sizeof work, answers, kAnswers, &count));
    for (uint32_t i = 0; i < count; ++i) Answer(answers[i]);
    Check(pith_search(&index_, PITH_ALL_ARTICLES, question, size, work, sizeof work, 0, hits, kHits, &count));
    for (uint32_t i = 0; i < count; ++i) {
      Number(" hit ", hits[i].sentence.article);
      Number(" ", hits[i].sentence.number);
      Number(" score ", hits[i].score);
      uint32_t marked = 0;
      Check(pith_highlight(&index_, hits[i].sentence.article, hits[i].sentence.number, question, size, work,
                           sizeof work, 0, highlights, kHighlights, &marked));
      for (uint32_t m = 0; m < marked; ++m) Number(" ", highlights[m].begin);
      End();
    }
    Check(pith_summarize(&index_, 0, {kSentences, 0, PITH_BY_RANK}, question, size, work, sizeof work, sentences,
                         kSentences, &count));
    Sentences(count);
  }

  void Article(uint32_t number) {
    pith_article article;
    Check(pith_get_article(&index_, number, &article));
    Line("article ", article.id);
    uint32_t count = 0;
    Check(pith_summarize(&index_, number, {3, 0, PITH_BY_RANK}, "", 0, nullptr, 0, sentences, kSentences, &count));
    Sentences(count);
    Check(pith_summarize(&index_, number, {0, 500, PITH_BY_LEAD}, "", 0, nullptr, 0, sentences, kSentences, &count));
    Sentences(count);
    for (uint32_t i = 0; i < article.facts; ++i) {
      pith_fact fact;
      Check(pith_get_fact(&index_, number, i, &fact));
      Fact(fact);
      for (const pith_pattern& pattern : {pith_pattern{fact.subject, {}, {}}, pith_pattern{{}, {}, fact.object}}) {
        if (pattern.subject.size + pattern.object.size == 0) continue;
        Check(pith_lookup(&index_, number, pattern, 0, &fact, 1, &count));
        Number(" found ", count);
      }
      End();
    }
    for (uint32_t i = 1; i <= article.sentences; ++i) {
      pith_place place;
      Check(pith_get_place(&index_, number, i, &place));
      Number(" place ", place.paragraph);
      Number(" ", place.first);
      Number(" ", place.last);
      Number(" ", place.heading);
      End();
    }
    for (uint32_t i = 0; i < article.events; ++i) {
      pith_event event;
      Check(pith_get_event(&index_, number, i, &event));
      Text(" event ", event.date);
      Line(" ", event.text);
    }
    for (uint32_t i = 0; i < article.suggestions; ++i) {
      pith_suggestion suggestion;
      Check(pith_get_suggestion(&index_, number, i, &suggestion));
      Text(" suggestion ", suggestion.question);
      Line(" ", suggestion.answer);
    }
    for (uint32_t i = 0; i < article.entities; ++i) {
      pith_entity entity;
      Check(pith_get_entity(&index_, number, i, &entity));
      Text(" entity ", entity.name);
      Number(" ", entity.mentions);
      End();
    }
  }

 private:
  void Put(const char* text) {
    size_t size = 0;
    while (text[size] != '\0') ++size;
    print_(text, size);
  }
  void End() { print_("\n", 1); }
  void Text(const char* name, pith_text text) {
    Put(name);
    print_(text.data, text.size);
  }
  void Line(const char* name, pith_text text) {
    Text(name, text);
    End();
  }
  void Number(const char* name, uint64_t value) {
    char digits[20];
    size_t at = sizeof digits;
    do {
      digits[--at] = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
    Put(name);
    print_(digits + at, sizeof digits - at);
  }
  void Value(const char* name, const pith_value& value) {
    if (value.kind == PITH_VALUE_NONE) return;
    Number(name, value.kind);
    Number(" ", value.hedge);
    Number(" ", value.scale);
    Number(" ", static_cast<uint64_t>(value.mantissa));
    Text(" ", value.unit);
    Text(" ", value.iso);
  }

  void Answer(const pith_answer& answer) {
    Text(" answer ", answer.text);
    Number(" at ", answer.article);
    Number(" ", answer.sentence);
    Number(" ", answer.begin);
    Number(" ", answer.end);
    Number(" confidence ", answer.confidence);
    Number(" source ", answer.source);
    Number(" polarity ", answer.polarity);
    Value(" value ", answer.value);
    Text(" resolved ", answer.resolved);
    Text(" attribution ", answer.attribution);
    Line(" evidence ", answer.evidence);
  }
  void Fact(const pith_fact& fact) {
    Number(" fact ", fact.id);
    Number(" ", fact.sentence);
    Number(" ", fact.begin);
    Number(" ", fact.end);
    Text(" ", fact.subject);
    Text(" | ", fact.relation);
    Text(" | ", fact.object);
    Value(" value ", fact.value);
    Value(" when ", fact.when);
    Text(" where ", fact.where);
    Text(" attribution ", fact.attribution);
    Number(" ", fact.negated);
    Number(" ", fact.modality);
    Number(" ", fact.confidence);
    Number(" ", fact.importance);
  }
  void Sentences(uint32_t count) {
    Put(" summary");
    for (uint32_t i = 0; i < count; ++i) Number(" ", sentences[i].number);
    End();
  }

  void Check(pith_status status) {
    if (status == PITH_OK || status == PITH_QUESTION_EMPTY) return;
    Put("status: ");
    Put(pith_status_text(status));
    End();
    ok_ = false;
  }

  const pith_index& index_;
  void (*print_)(const char*, size_t);
  bool ok_ = true;
};

}  // namespace

bool Report(const void* index, uint64_t index_size, const char* questions, uint64_t questions_size,
            void (*print)(const char* text, size_t size)) {
  pith_index opened;
  if (pith_open(index, index_size, nullptr, 0, &opened) != PITH_OK || pith_verify(&opened, nullptr) != PITH_OK) {
    return false;
  }
  Reporter reporter(opened, print);
  for (uint64_t at = 0; at < questions_size;) {
    uint64_t end = at;
    while (end < questions_size && questions[end] != '\n') ++end;
    reporter.Question(questions + at, end - at);
    at = end + 1;
  }
  pith_info info;
  if (pith_get_info(&opened, &info) != PITH_OK) return false;
  for (uint32_t i = 0; i < info.articles; ++i) reporter.Article(i);
  return reporter.ok();
}
