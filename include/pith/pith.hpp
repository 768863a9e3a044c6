// Pith for C++17 programs: an inline veneer over "pith/pith.h", which documents every call, its cost and its errors.
//
//   pith::Index index;
//   if (index.Open(bytes) != PITH_OK) ...
//   alignas(8) static uint8_t work[PITH_WORK_BYTES];
//   pith_answer answers[3];
//   const pith::Found found = index.Ask("Who built it?", work, answers);
//   for (const pith_answer& answer : found.Of(answers)) Print(pith::View(answer.text));
//
// Nothing here allocates or throws; results are views into the index's bytes, which must outlive them.

#ifndef PITH_PITH_HPP_
#define PITH_PITH_HPP_

#include <cstdint>
#include <string_view>

#include "absl/types/span.h"
#include "pith/pith.h"

namespace pith {

inline std::string_view View(pith_text text) { return std::string_view(text.data, text.size); }

// What a call that fills an array gives: `count` results with PITH_OK, none otherwise.
struct [[nodiscard]] Found {
  pith_status status = PITH_OK;
  uint32_t count = 0;

  bool ok() const { return status == PITH_OK; }
  // The filled part of the array that was given to the call.
  template <typename Results>
  auto Of(const Results& results) const {
    const auto all = absl::MakeConstSpan(results);
    return decltype(absl::MakeConstSpan(results))(all.data(), count);
  }
};

// What a call that gives one thing gives: `value` means something with PITH_OK alone.
template <typename Value>
struct [[nodiscard]] Got {
  pith_status status = PITH_OK;
  Value value = {};

  bool ok() const { return status == PITH_OK; }
  const Value* operator->() const { return &value; }
  const Value& operator*() const { return value; }
};

// An index in the bytes given to Open. Copied freely; shared by any number of threads once open. Until Open has
// succeeded, every call is PITH_INVALID_ARGUMENT.
class Index {
 public:
  using Bytes = absl::Span<const uint8_t>;

  // `language`: the language block of an index that does not embed its own.
  [[nodiscard]] pith_status Open(Bytes file, Bytes language = {}) {
    return pith_open(file.data(), file.size(), language.data(), language.size(), &index_);
  }
  [[nodiscard]] pith_status Verify(pith_fault* fault = nullptr) const { return pith_verify(&index_, fault); }
  uint64_t WorkSize() const { return pith_work_size(&index_); }

  // What is in it.
  Got<pith_info> Info() const { return Get<pith_info>(pith_get_info); }
  Got<pith_section> Section(uint32_t number) const { return Get<pith_section>(pith_get_section, number); }
  Got<pith_article> Article(uint32_t number) const { return Get<pith_article>(pith_get_article, number); }
  Got<uint32_t> FindArticle(std::string_view id) const {
    return Get<uint32_t>(pith_find_article, id.data(), id.size());
  }
  Got<pith_sentence> Sentence(uint32_t article, uint32_t number) const {
    return Get<pith_sentence>(pith_get_sentence, article, number);
  }
  Got<pith_fact> Fact(uint32_t article, uint32_t number) const {
    return Get<pith_fact>(pith_get_fact, article, number);
  }
  Got<pith_event> Event(uint32_t article, uint32_t number) const {
    return Get<pith_event>(pith_get_event, article, number);
  }
  Got<pith_suggestion> Suggestion(uint32_t article, uint32_t number) const {
    return Get<pith_suggestion>(pith_get_suggestion, article, number);
  }
  Got<pith_entity> Entity(uint32_t article, uint32_t number) const {
    return Get<pith_entity>(pith_get_entity, article, number);
  }
  Got<pith_text> Alias(const pith_entity& entity, uint32_t number) const {
    return Get<pith_text>(pith_get_alias, &entity, number);
  }
  Got<pith_mention> Mention(const pith_entity& entity, uint32_t number) const {
    return Get<pith_mention>(pith_get_mention, &entity, number);
  }

  // Questions. `article`: one article, or all of them. `work`: WorkSize() bytes aligned to 8.
  Found Ask(std::string_view question, absl::Span<uint8_t> work, absl::Span<pith_answer> out,
            uint32_t article = PITH_ALL_ARTICLES, int32_t threshold = PITH_DEFAULT_THRESHOLD) const {
    Found found;
    found.status = pith_ask(&index_, article, question.data(), question.size(), threshold, work.data(), work.size(),
                            out.data(), Capacity(out), &found.count);
    return found;
  }
  Found Search(std::string_view words, absl::Span<uint8_t> work, absl::Span<pith_hit> out,
               uint32_t article = PITH_ALL_ARTICLES) const {
    Found found;
    found.status = pith_search(&index_, article, words.data(), words.size(), work.data(), work.size(), out.data(),
                               Capacity(out), &found.count);
    return found;
  }
  // An empty `relation` finds every fact of the subject.
  Found Lookup(std::string_view subject, std::string_view relation, absl::Span<pith_fact> out,
               uint32_t article = PITH_ALL_ARTICLES) const {
    Found found;
    found.status = pith_lookup(&index_, article, subject.data(), subject.size(), relation.data(), relation.size(),
                               out.data(), Capacity(out), &found.count);
    return found;
  }

  // The facts that matter most, the most important first.
  Found KeyFacts(uint32_t article, absl::Span<pith_fact> out) const {
    Found found;
    found.status = pith_key_facts(&index_, article, out.data(), Capacity(out), &found.count);
    return found;
  }
  // A summary of one article; with a query, `work` as for Ask.
  Found Summarize(uint32_t article, pith_budget budget, absl::Span<pith_sentence> out, std::string_view query = {},
                  absl::Span<uint8_t> work = {}) const {
    Found found;
    found.status = pith_summarize(&index_, article, budget, query.data(), query.size(), work.data(), work.size(),
                                  out.data(), Capacity(out), &found.count);
    return found;
  }

 private:
  template <typename Value, typename Call, typename... Arguments>
  Got<Value> Get(Call call, Arguments... arguments) const {
    Got<Value> got;
    got.status = call(&index_, arguments..., &got.value);
    return got;
  }
  template <typename Result>
  static uint32_t Capacity(absl::Span<Result> out) {
    return out.size() < PITH_MAX_RESULTS ? static_cast<uint32_t>(out.size()) : PITH_MAX_RESULTS;
  }

  pith_index index_ = {};
};

}  // namespace pith

#endif  // PITH_PITH_HPP_
