// Every call of the C interface on one index, whatever its bytes are: what tests of damaged files and fuzzers run.

#ifndef PITH_TESTS_SUPPORT_CALL_EVERYTHING_H_
#define PITH_TESTS_SUPPORT_CALL_EVERYTHING_H_

#include <cstdint>
#include <cstring>
#include <initializer_list>

#include "pith/pith.h"

namespace pith::testing {

// Calls everything that reads and reads all that it gives, so that a sanitizer sees where each view leads. Loops are
// bounded: a damaged file may count to billions.
class EverythingCaller {
 public:
  // Looks at no more than `most` sentences, facts and so on of an article.
  explicit EverythingCaller(const pith_index& index, uint32_t most = 40) : index_(index), most_(most) {}

  // A hash over all that was read, in order.
  uint64_t sum() const { return sum_; }
  // What a call wrote against its promise; null: nothing.
  const char* broken() const { return broken_; }
  // The first status that a sound index does not give, whatever the question and the article; OK: there was none.
  pith_status failed() const { return failed_; }

  void Ask(const char* question, uint64_t size) {
    for (const uint32_t article : {0u, PITH_ALL_ARTICLES}) AskIn(article, question, size);
  }
  void AskIn(uint32_t article, const char* question, uint64_t size) {
    pith_answer answers[4];
    uint32_t count = 0;
    Note(pith_ask(&index_, article, question, size, 0, work_, sizeof work_, answers, 4, &count));
    Check(count <= 4, "more answers than there is room for");
    for (uint32_t i = 0; i < count; ++i) {
      const pith_answer& a = answers[i];
      Touch(a.text), Touch(a.evidence), Touch(a.resolved), Touch(a.attribution), Touch(a.value);
      pith_article from;
      const bool known = pith_get_article(&index_, a.article, &from) == PITH_OK;
      Check(known && a.begin <= a.end && a.end <= from.text.size, "an answer outside its text");
      Check(a.source == PITH_SOURCE_EDITOR ||
                (known && a.text.data == from.text.data + a.begin && a.end - a.begin == a.text.size),
            "an answer that is not its bytes");
      Check(a.confidence <= 10000, "a confidence above 1");
      Check(a.polarity <= PITH_NO, "a polarity that is none");
      Check(i == 0 || a.confidence <= answers[i - 1].confidence, "confidence that rises");
    }
  }

  void Search(const char* words, uint64_t size) {
    for (const uint32_t article : {1u, PITH_ALL_ARTICLES}) SearchIn(article, words, size);
  }
  void SearchIn(uint32_t article, const char* words, uint64_t size) {
    pith_hit hits[4];
    uint32_t count = 0;
    Note(pith_search(&index_, article, words, size, work_, sizeof work_, 0, hits, 4, &count));
    Check(count <= 4, "more hits than there is room for");
    for (uint32_t i = 0; i < count; ++i) {
      Touch(hits[i].sentence.text);
      Check(i == 0 || hits[i].score <= hits[i - 1].score, "scores that rise");
      pith_range marked[4];
      uint32_t marks = 0;
      Note(pith_highlight(&index_, hits[i].sentence.article, hits[i].sentence.number, words, size, work_,
                          sizeof work_, 0, marked, 4, &marks));
      Check(marks <= 4, "more highlights than there is room for");
    }
    Note(pith_near(&index_, article, words, size, work_, sizeof work_, hits, 4, &count));
    Check(count <= 4, "more hits than there is room for");
    for (uint32_t i = 0; i < count; ++i) Touch(hits[i].sentence.text);
  }

  void Summarize(const char* query, uint64_t size) {
    for (const pith_budget budget :
         {pith_budget{2, 0, PITH_BY_RANK}, pith_budget{0, 150, PITH_BY_RANK}, pith_budget{3, 200, PITH_BY_LEAD}}) {
      pith_sentence sentences[4];
      uint32_t count = 0;
      Note(pith_summarize(&index_, 0, budget, query, size, work_, sizeof work_, sentences, 4, &count));
      Check(count <= 4, "more sentences than there is room for");
      uint64_t bytes = 0;
      for (uint32_t i = 0; i < count; ++i) {
        Touch(sentences[i].text), Touch(sentences[i].resolved);
        bytes += sentences[i].text.size + (i == 0 ? 0 : 1);
      }
      Check(budget.bytes == 0 || bytes <= budget.bytes, "a budget of bytes passed");
    }
  }

  void Lookup(const char* subject, uint64_t subject_size, const char* relation, uint64_t relation_size) {
    for (const uint32_t article : {0u, PITH_ALL_ARTICLES}) {
      pith_fact facts[4];
      uint32_t count = 0;
      const pith_text by = {subject, static_cast<uint32_t>(subject_size)};
      const pith_text words = {relation, static_cast<uint32_t>(relation_size)};
      for (const pith_pattern& pattern :
           {pith_pattern{by, words, {}}, pith_pattern{{}, words, by}, pith_pattern{by, {}, words}}) {
        Note(pith_lookup(&index_, article, pattern, 1, facts, 4, &count));
        Check(count <= 4, "more facts than there is room for");
        for (uint32_t i = 0; i < count; ++i) Touch(facts[i]);
      }
    }
  }

  // All that needs no words of the caller's.
  void Walk() {
    pith_fact facts[4];
    uint32_t count = 0;
    Note(pith_key_facts(&index_, 0, 1, facts, 4, &count));
    Check(count <= 4, "more facts than there is room for");
    for (uint32_t i = 0; i < count; ++i) Touch(facts[i]);
    pith_info info;
    if (pith_get_info(&index_, &info) == PITH_OK) Touch(info.language), Touch(info.profile);
    pith_section section;
    for (uint32_t i = 0; pith_get_section(&index_, i, &section) == PITH_OK; ++i) sum_ += section.bytes;
    for (int32_t status = -1; status < 20; ++status) sum_ += strlen(pith_status_text(status));
    sum_ += pith_work_size(&index_) + strlen(pith_version());
    uint32_t number = 0;
    pith_find_article(&index_, "b", 1, &number);
    pith_title titles[4];
    for (const char* prefix : {"", "the m", "mlil", "brids", "bxrds", "birrds"}) {
      if (pith_find_titles(&index_, prefix, strlen(prefix), titles, 4, &number) != PITH_OK) continue;
      for (uint32_t i = 0; i < number; ++i) Touch(titles[i].title), Touch(titles[i].alias);
    }
    for (uint32_t a = 0; a < 3; ++a) WalkArticle(a);
  }

  void Verify() {
    pith_signed it;
    if (pith_signed_bytes(&index_, &it) == PITH_OK) sum_ += it.size + it.content_version;
    pith_fault fault;
    const pith_status status = pith_verify(&index_, &fault);
    if (status == PITH_DAMAGED) sum_ += fault.offset + static_cast<uint8_t>(fault.message[0]);
    Note(status);
  }

 private:
  void Check(bool kept, const char* promise) {
    if (!kept && broken_ == nullptr) broken_ = promise;
  }
  void Note(pith_status status) {
    const bool about_call =
        status == PITH_QUESTION_EMPTY || status == PITH_QUESTION_TOO_LONG || status == PITH_NO_SUCH_ARTICLE;
    if (!about_call && failed_ == PITH_OK) failed_ = status;
  }
  void Touch(pith_text text) {
    for (uint32_t i = 0; i < text.size; ++i) sum_ = sum_ * 31 + static_cast<uint8_t>(text.data[i]);
  }
  void Touch(const pith_value& value) {
    Touch(value.unit), Touch(value.iso);
    sum_ += value.kind + value.hedge + value.scale + static_cast<uint64_t>(value.mantissa);
  }
  void Touch(const pith_place& place) {
    for (uint32_t i = 0; i < place.heading_count; ++i) Touch(place.headings[i]);
    Touch(place.anchor);
  }
  void Touch(const pith_fact& fact) {
    Touch(fact.subject), Touch(fact.relation), Touch(fact.object), Touch(fact.where), Touch(fact.attribution);
    Touch(fact.value), Touch(fact.when);
  }

  void WalkArticle(uint32_t a) {
    pith_article article;
    if (pith_get_article(&index_, a, &article) != PITH_OK) return;
    Touch(article.id), Touch(article.title), Touch(article.date), Touch(article.url), Touch(article.text);
    // Offsets in the text, there and back.
    const uint32_t bytes[] = {0, article.text.size / 2, article.text.size};
    uint32_t units[3] = {}, back[3] = {};
    pith_utf16_from_bytes(article.text.data, article.text.size, bytes, units, 3);
    pith_bytes_from_utf16(article.text.data, article.text.size, units, back, 3);
    for (const uint32_t at : back) Check(at <= article.text.size, "an offset outside the text");
    Touch(article.author), Touch(article.licence), Touch(article.image), Touch(article.meta);
    for (uint32_t i = 0; i < most_; ++i) {
      pith_text property;
      if (pith_get_article_alias(&index_, a, i, &property) == PITH_OK) Touch(property);
      if (pith_get_tag(&index_, a, i, &property) == PITH_OK) Touch(property);
      pith_sentence sentence;
      if (pith_get_sentence(&index_, a, i, &sentence) == PITH_OK) Touch(sentence.text);
      pith_place place;
      if (pith_get_place(&index_, a, i, &place) == PITH_OK)
        Touch(place), Check(place.first <= i && i <= place.last, "a place elsewhere");
      pith_fact fact;
      if (pith_get_fact(&index_, a, i, &fact) == PITH_OK) Touch(fact);
      pith_event event;
      if (pith_get_event(&index_, a, i, &event) == PITH_OK) Touch(event.date), Touch(event.text);
      pith_suggestion suggestion;
      if (pith_get_suggestion(&index_, a, i, &suggestion) == PITH_OK) {
        Touch(suggestion.question), Touch(suggestion.answer);
        Check(suggestion.end - suggestion.begin == suggestion.answer.size, "a suggestion's answer is not its bytes");
      }
      pith_entity entity;
      if (pith_get_entity(&index_, a, i, &entity) != PITH_OK) continue;
      Touch(entity.name);
      pith_fact about[4];
      uint32_t count = 0;
      Note(pith_entity_facts(&index_, &entity, 1, about, 4, &count));
      Check(count <= 4, "more facts than there is room for");
      for (uint32_t k = 0; k < count; ++k) Touch(about[k]);
      for (uint32_t k = 0; k < entity.aliases && k < most_; ++k) {
        pith_text alias;
        if (pith_get_alias(&index_, &entity, k, &alias) == PITH_OK) Touch(alias);
      }
      for (uint32_t k = 0; k < entity.mentions && k < most_; ++k) {
        pith_mention mention;
        if (pith_get_mention(&index_, &entity, k, &mention) == PITH_OK) sum_ += mention.end - mention.begin;
      }
    }
  }

  const pith_index& index_;
  const uint32_t most_;
  uint64_t sum_ = 0;
  pith_status failed_ = PITH_OK;
  const char* broken_ = nullptr;
  alignas(8) unsigned char work_[PITH_WORK_BYTES];
};

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_CALL_EVERYTHING_H_
