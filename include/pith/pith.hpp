// Pith for C++17 programs: an inline wrapper over the C functions of "pith/pith.h". Each method calls the function of
// the same name, and that header documents its cost, its errors and the meaning of every field.
//
// clang-format off
//   pith::Index index;
//   if (index.Open(bytes) != PITH_OK) return 1;
//   alignas(8) static uint8_t work[PITH_WORK_BYTES];
//   pith_answer answers[3];
//   const pith::Found found = index.Ask("Who built it?", work, answers);
//   for (const pith_answer& answer : found.Of(answers)) Print(pith::View(answer.text));
// clang-format on
//
// Nothing here allocates or throws. Results are views into the index's bytes, which must outlive them.

#ifndef PITH_PITH_HPP_
#define PITH_PITH_HPP_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <type_traits>
#include <utility>

#include "pith/pith.h"

namespace pith {

// `text` as a string_view; it ends where the index's bytes do.
inline std::string_view View(pith_text text) { return std::string_view(text.data, text.size); }

// `size` values that somebody else owns, beginning at `data`: what std::span is in C++20. It is made of an array, or of
// anything with data() and size(), such as std::vector, std::array, std::span and absl::Span. A temporary that owns its
// values can only be read.
template <typename T>
class Span {
 public:
  constexpr Span() = default;
  constexpr Span(T* data, size_t size) : data_(data), size_(size) {}
  // Adding const to the values is fine; taking a class for its base would step through them wrongly.
  template <typename Values, typename Value = std::remove_pointer_t<decltype(std::data(std::declval<Values>()))>,
            typename = std::enable_if_t<std::is_convertible_v<Value (*)[], T (*)[]>>>
  // NOLINTNEXTLINE(google-explicit-constructor)
  constexpr Span(Values&& values) : data_(std::data(values)), size_(std::size(values)) {}

  constexpr T* data() const { return data_; }
  constexpr size_t size() const { return size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr T* begin() const { return data_; }
  constexpr T* end() const { return data_ + size_; }
  constexpr T& operator[](size_t i) const { return data_[i]; }

 private:
  T* data_ = nullptr;
  size_t size_ = 0;
};

// The outcome of a call that fills an array: `count` results with PITH_OK, none with any other status.
struct [[nodiscard]] Found {
  pith_status status = PITH_OK;
  uint32_t count = 0;

  bool ok() const { return status == PITH_OK; }
  // The filled part of `results`, which is the array that was passed to the call.
  template <typename Results>
  auto Of(const Results& results) const {
    return Span<const std::remove_pointer_t<decltype(std::data(results))>>(std::data(results), count);
  }
};

// The outcome of a call that gives one thing: `value` means something only with PITH_OK.
template <typename Value>
struct [[nodiscard]] Got {
  pith_status status = PITH_OK;
  Value value = {};

  bool ok() const { return status == PITH_OK; }
  const Value* operator->() const { return &value; }
  const Value& operator*() const { return value; }
};

// An index that reads the bytes passed to Open, which must outlive it. It may be copied freely, and any number of
// threads may share one that is open. Until Open has succeeded, every call returns PITH_INVALID_ARGUMENT.
class Index {
 public:
  using Bytes = Span<const uint8_t>;

  // Opens the index in `file`. `language` is the language block of an index that does not embed its own.
  [[nodiscard]] pith_status Open(Bytes file, Bytes language = {}) {
    return pith_open(file.data(), file.size(), language.data(), language.size(), &index_);
  }
  // Reads and checks everything. `fault`, if given, receives the first fault.
  [[nodiscard]] pith_status Verify(pith_fault* fault = nullptr) const { return pith_verify(&index_, fault); }
  // The bytes of work space that Ask, Search and Summarize need, at most PITH_WORK_BYTES.
  uint64_t WorkSize() const { return pith_work_size(&index_); }

  // The contents of the index. Sentences count from 1, everything else from 0.
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

  // Answers, hits and facts, from one article or from all of them. `work` is at least WorkSize() bytes, aligned to 8.
  // At most PITH_MAX_RESULTS results are written to `out`, the best first.
  Found Ask(std::string_view question, Span<uint8_t> work, Span<pith_answer> out, uint32_t article = PITH_ALL_ARTICLES,
            int32_t threshold = PITH_DEFAULT_THRESHOLD) const {
    Found found;
    found.status = pith_ask(&index_, article, question.data(), question.size(), threshold, work.data(), work.size(),
                            out.data(), Capacity(out), &found.count);
    return found;
  }
  Found Search(std::string_view words, Span<uint8_t> work, Span<pith_hit> out,
               uint32_t article = PITH_ALL_ARTICLES) const {
    Found found;
    found.status = pith_search(&index_, article, words.data(), words.size(), work.data(), work.size(), out.data(),
                               Capacity(out), &found.count);
    return found;
  }
  // With an empty `relation`, finds the facts about the subject whatever their relation.
  Found Lookup(std::string_view subject, std::string_view relation, Span<pith_fact> out,
               uint32_t article = PITH_ALL_ARTICLES) const {
    Found found;
    found.status = pith_lookup(&index_, article, subject.data(), subject.size(), relation.data(), relation.size(),
                               out.data(), Capacity(out), &found.count);
    return found;
  }

  // The most important facts of one article, the most important first.
  Found KeyFacts(uint32_t article, Span<pith_fact> out) const {
    Found found;
    found.status = pith_key_facts(&index_, article, out.data(), Capacity(out), &found.count);
    return found;
  }
  // A summary of one article, of at most PITH_MAX_RESULTS sentences in reading order. A query makes it a summary about
  // that, and needs `work` as Ask does.
  Found Summarize(uint32_t article, pith_budget budget, Span<pith_sentence> out, std::string_view query = {},
                  Span<uint8_t> work = {}) const {
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
  static uint32_t Capacity(Span<Result> out) {
    return out.size() < PITH_MAX_RESULTS ? static_cast<uint32_t>(out.size()) : PITH_MAX_RESULTS;
  }

  pith_index index_ = {};
};

}  // namespace pith

#endif  // PITH_PITH_HPP_
