// Pith for C++17 programs: an inline wrapper over the C functions of "pith/pith.h". Each method calls the function of
// the same name, and that header documents its cost, its errors and the meaning of every field.
//
// clang-format off
//   pith::Index index;
//   if (index.Open(bytes) != PITH_OK) return 1;
//   static pith::WorkSpace work;
//   pith_answer answers[3];
//   const pith::Found found = index.Ask("Who built it?", work, answers);
//   if (!found.ok()) Print(pith::StatusText(found.status));
//   for (const pith_answer& answer : found.Of(answers)) Print(pith::View(answer.text));
//   for (const pith_article& article : index.Articles()) Print(pith::View(article.title));
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

// The same the other way. What is longer than a pith_text can say is longer than any call takes.
inline pith_text Text(std::string_view text) {
  return {text.data(), text.size() < 0xFFFFFFFF ? static_cast<uint32_t>(text.size()) : 0xFFFFFFFF};
}

// A short English phrase for a status.
inline std::string_view StatusText(pith_status status) { return pith_status_text(status); }

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

// Work space for any call on any index. It belongs to one call at a time; 64 KiB, so not for a small stack.
struct alignas(8) WorkSpace {
  uint8_t bytes[PITH_WORK_BYTES];

  operator Span<uint8_t>() { return bytes; }  // NOLINT(google-explicit-constructor)
};

// What facts to look up, as pith_pattern.
struct Pattern {
  std::string_view subject = {}, relation = {}, object = {};
};

// The outcome of a call that fills an array: `count` results with PITH_OK, and those found until then with
// PITH_TOO_MUCH_WORK; none with any other status.
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

// What an index contains of one kind, to iterate over. Each value is read from the index as it is reached; one that a
// damaged index does not give is all zeros. Valid as long as the Index that made it. `Get` makes a value of its number.
template <typename Value, typename Get>
class Listing {
 public:
  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Value;
    using difference_type = std::ptrdiff_t;
    using pointer = const Value*;
    using reference = Value;

    Iterator(const Get* get, uint32_t number) : get_(get), number_(number) {}
    Value operator*() const { return (*get_)(number_); }
    Iterator& operator++() {
      ++number_;
      return *this;
    }
    Iterator operator++(int) { return {get_, number_++}; }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.number_ == b.number_; }
    friend bool operator!=(const Iterator& a, const Iterator& b) { return a.number_ != b.number_; }

   private:
    const Get* get_;
    uint32_t number_;
  };

  // The values of the numbers [first, end).
  Listing(uint32_t first, uint32_t end, Get get) : first_(first), end_(end), get_(get) {}

  uint32_t size() const { return end_ - first_; }
  Iterator begin() const { return {&get_, first_}; }
  Iterator end() const { return {&get_, end_}; }

 private:
  uint32_t first_, end_;
  Get get_;
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
  // Opens several indexes as one, as pith_open_set: `members` and `left_out` must stay as they are.
  [[nodiscard]] pith_status OpenSet(Span<pith_index> members, Span<const pith_text> withdrawn, Span<uint32_t> left_out,
                                    pith_set_report* report = nullptr) {
    return pith_open_set(members.data(), Capacity(members), withdrawn.data(), Capacity(withdrawn), left_out.data(),
                         Capacity(left_out), &index_, report);
  }
  // Reads and checks everything. `fault`, if given, receives the first fault.
  [[nodiscard]] pith_status Verify(pith_fault* fault = nullptr) const { return pith_verify(&index_, fault); }
  // The signature of the index and the bytes that it covers, as pith_signed_bytes.
  [[nodiscard]] pith_status SignedBytes(pith_signed* out) const { return pith_signed_bytes(&index_, out); }
  // The bytes of work space that Ask, Search and Summarize need, at most PITH_WORK_BYTES.
  uint64_t WorkSize() const { return pith_work_size(&index_); }

  // The contents of the index. Sentences count from 1, everything else from 0.
  Got<pith_info> Info() const { return Get<pith_info>(pith_get_info); }
  Got<pith_section> Section(uint32_t number) const { return Get<pith_section>(pith_get_section, number); }
  Got<pith_article> Article(uint32_t number) const { return Get<pith_article>(pith_get_article, number); }
  Got<uint32_t> FindArticle(std::string_view id) const {
    return Get<uint32_t>(pith_find_article, id.data(), id.size());
  }
  // Articles whose titles begin so, or almost.
  Found FindTitles(std::string_view prefix, Span<pith_title> out) const {
    Found found;
    found.status = pith_find_titles(&index_, prefix.data(), prefix.size(), out.data(), Capacity(out), &found.count);
    return found;
  }
  Got<pith_text> ArticleAlias(uint32_t article, uint32_t number) const {
    return Get<pith_text>(pith_get_article_alias, article, number);
  }
  Got<pith_text> Tag(uint32_t article, uint32_t number) const { return Get<pith_text>(pith_get_tag, article, number); }
  Got<pith_sentence> Sentence(uint32_t article, uint32_t number) const {
    return Get<pith_sentence>(pith_get_sentence, article, number);
  }
  Got<pith_place> Place(uint32_t article, uint32_t number) const {
    return Get<pith_place>(pith_get_place, article, number);
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

  // The same to iterate over: `for (const pith_fact& fact : index.Facts(article))`.
  auto Articles() const {
    return List<pith_article>(0, Info()->articles, [this](uint32_t number) { return *Article(number); });
  }
  auto Aliases(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_text>(0, article.aliases, [this, in](uint32_t n) { return *ArticleAlias(in, n); });
  }
  auto Tags(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_text>(0, article.tags, [this, in](uint32_t n) { return *Tag(in, n); });
  }
  auto Sentences(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_sentence>(1, article.sentences + 1, [this, in](uint32_t n) { return *Sentence(in, n); });
  }
  auto Facts(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_fact>(0, article.facts, [this, in](uint32_t n) { return *Fact(in, n); });
  }
  auto Events(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_event>(0, article.events, [this, in](uint32_t n) { return *Event(in, n); });
  }
  auto Suggestions(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_suggestion>(0, article.suggestions, [this, in](uint32_t n) { return *Suggestion(in, n); });
  }
  auto Entities(const pith_article& article) const {
    const uint32_t in = article.number;
    return List<pith_entity>(0, article.entities, [this, in](uint32_t n) { return *Entity(in, n); });
  }
  auto Aliases(const pith_entity& entity) const {
    return List<pith_text>(0, entity.aliases, [this, entity](uint32_t n) { return *Alias(entity, n); });
  }
  auto Mentions(const pith_entity& entity) const {
    return List<pith_mention>(0, entity.mentions, [this, entity](uint32_t n) { return *Mention(entity, n); });
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
  // Ask in bounded steps: begin once, step until `more` is false, end. The question and the work space must stay as
  // they are until the end.
  [[nodiscard]] pith_status BeginAsk(std::string_view question, Span<uint8_t> work,
                                     uint32_t article = PITH_ALL_ARTICLES) const {
    return pith_ask_begin(&index_, article, question.data(), question.size(), work.data(), work.size());
  }
  [[nodiscard]] pith_status StepAsk(Span<uint8_t> work, bool* more) const {
    int32_t left = 0;
    const pith_status status = pith_ask_step(&index_, work.data(), work.size(), &left);
    *more = left != 0;
    return status;
  }
  Found EndAsk(Span<uint8_t> work, Span<pith_answer> out, int32_t threshold = PITH_DEFAULT_THRESHOLD) const {
    Found found;
    found.status = pith_ask_end(&index_, threshold, work.data(), work.size(), out.data(), Capacity(out), &found.count);
    return found;
  }
  // Here and below, `skip` leaves out the first so many results: with a page's size for each page before, the next one.
  Found Search(std::string_view words, Span<uint8_t> work, Span<pith_hit> out, uint32_t article = PITH_ALL_ARTICLES,
               uint32_t skip = 0) const {
    Found found;
    found.status = pith_search(&index_, article, words.data(), words.size(), work.data(), work.size(), skip, out.data(),
                               Capacity(out), &found.count);
    return found;
  }
  // The sentences nearest to a question that has no answer.
  Found Near(std::string_view question, Span<uint8_t> work, Span<pith_hit> out,
             uint32_t article = PITH_ALL_ARTICLES) const {
    Found found;
    found.status = pith_near(&index_, article, question.data(), question.size(), work.data(), work.size(), out.data(),
                             Capacity(out), &found.count);
    return found;
  }
  // The words of a sentence that match a search or a question, in reading order: as many as `out` has room for.
  Found Highlight(uint32_t article, uint32_t number, std::string_view words, Span<uint8_t> work, Span<pith_range> out,
                  uint32_t skip = 0) const {
    Found found;
    found.status = pith_highlight(&index_, article, number, words.data(), words.size(), work.data(), work.size(), skip,
                                  out.data(), Capacity(out), &found.count);
    return found;
  }
  // The facts that fit a pattern: `index.Lookup({"Armenia", "prime minister"}, facts)`.
  Found Lookup(const Pattern& pattern, Span<pith_fact> out, uint32_t article = PITH_ALL_ARTICLES,
               uint32_t skip = 0) const {
    Found found;
    found.status = pith_lookup(&index_, article, {Text(pattern.subject), Text(pattern.relation), Text(pattern.object)},
                               skip, out.data(), Capacity(out), &found.count);
    return found;
  }

  // The most important facts of one article, the most important first.
  Found KeyFacts(uint32_t article, Span<pith_fact> out, uint32_t skip = 0) const {
    Found found;
    found.status = pith_key_facts(&index_, article, skip, out.data(), Capacity(out), &found.count);
    return found;
  }
  // The facts whose subject or object is the entity, in reading order.
  Found EntityFacts(const pith_entity& entity, Span<pith_fact> out, uint32_t skip = 0) const {
    Found found;
    found.status = pith_entity_facts(&index_, &entity, skip, out.data(), Capacity(out), &found.count);
    return found;
  }
  // A summary of one article, in reading order, of at most as many sentences as `out` has room for. A query makes it a
  // summary about that, and needs `work` as Ask does.
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
  template <typename Value, typename Make>
  static Listing<Value, Make> List(uint32_t first, uint32_t end, Make make) {
    return {first, end, make};
  }
  // The C functions take as much of it as they fill.
  template <typename Result>
  static uint32_t Capacity(Span<Result> out) {
    return out.size() < 0xFFFFFFFF ? static_cast<uint32_t>(out.size()) : 0xFFFFFFFF;
  }

  pith_index index_ = {};
};

// Offsets in bytes of a UTF-8 text as offsets in UTF-16 code units, and back: `count` of them in rising order.
[[nodiscard]] inline pith_status Utf16FromBytes(std::string_view text, const uint32_t* from, uint32_t* to,
                                                uint32_t count) {
  return pith_utf16_from_bytes(text.data(), text.size(), from, to, count);
}
[[nodiscard]] inline pith_status BytesFromUtf16(std::string_view text, const uint32_t* from, uint32_t* to,
                                                uint32_t count) {
  return pith_bytes_from_utf16(text.data(), text.size(), from, to, count);
}

}  // namespace pith

#endif  // PITH_PITH_HPP_
