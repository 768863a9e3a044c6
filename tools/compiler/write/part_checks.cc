#include "tools/compiler/write/part_checks.h"

#include "absl/strings/str_cat.h"
#include "engine/format/records.h"
#include "engine/language/words.h"

namespace pith::compiler {
namespace {

class Checks {
 public:
  explicit Checks(const Analysis& analysis) : a_(analysis) {}

  absl::Status Limits() const {
    if (a_.article.id.empty()) return absl::InvalidArgumentError("an article has no id");
    if (a_.article.text.size() > kMaxArticleBytes) {
      return TooLong("text", a_.article.text.size(), kMaxArticleBytes, "bytes");
    }
    constexpr uint32_t kMaxSentences = 1u << 24;  // a posting has 24 bits for one
    if (a_.sentences.size() > kMaxSentences) return TooLong("text", a_.sentences.size(), kMaxSentences, "sentences");
    uint32_t free = 0;
    for (const Sentence& sentence : a_.sentences) {
      if (sentence.begin < free || sentence.end < sentence.begin || sentence.end > a_.article.text.size()) {
        return Wrong("a sentence lies outside the text or its order");
      }
      free = sentence.end;
      if (sentence.end - sentence.begin > kMaxSentenceBytes) {
        return TooLong("sentence", sentence.end - sentence.begin, kMaxSentenceBytes, "bytes");
      }
      if (sentence.tokens.size() > kMaxSentenceTokens) {
        return TooLong("sentence", sentence.tokens.size(), kMaxSentenceTokens, "words");
      }
      if (absl::Status status = Tokens(sentence); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status References() const {
    if (!a_.importance.empty() && a_.importance.size() != a_.sentences.size()) {
      return Wrong("not every sentence has an importance");
    }
    for (size_t s = 0; s < a_.sentences.size(); ++s) {
      if (a_.sentences[s].leans_on >= static_cast<int>(s)) return Wrong("a sentence leans on none before it");
    }
    for (const uint32_t sentence : a_.summary_order) {
      if (sentence >= a_.sentences.size()) return Wrong("the summary names a sentence that is not there");
    }
    for (const Mention& mention : a_.mentions) {
      if (!IsSpan(mention.span) || mention.entity >= a_.entities.size()) {
        return Wrong("a mention names words or an entity that are not there");
      }
    }
    for (const Fact& fact : a_.facts) {
      if (fact.sentence >= a_.sentences.size() || !IsValue(fact.value) || !IsValue(fact.when) ||
          !IsEntity(fact.subject_entity)) {
        return Wrong("a fact names a sentence, value or entity that is not there");
      }
    }
    for (const Candidate& candidate : a_.candidates) {
      if (!IsSpan(candidate.span) || !IsValue(candidate.value) || !IsEntity(candidate.entity)) {
        return Wrong("a candidate names words, a value or an entity that are not there");
      }
    }
    for (const Event& event : a_.events) {
      if (event.value < 0 || !IsValue(event.value) || event.sentence >= a_.sentences.size()) {
        return Wrong("an event names a date or sentence that is not there");
      }
    }
    return absl::OkStatus();
  }

 private:
  absl::Status Tokens(const Sentence& sentence) const {
    uint32_t free = sentence.begin;
    for (const Token& token : sentence.tokens) {
      if (token.begin < free || token.end <= token.begin || token.end > sentence.end) {
        return Wrong("a word lies outside its sentence or its order");
      }
      if (token.end - token.begin > kMaxTokenBytes) {
        return TooLong("word", token.end - token.begin, kMaxTokenBytes, "bytes");
      }
      if (token.head >= static_cast<int>(sentence.tokens.size())) return Wrong("a word's head is not there");
      free = token.end;
    }
    return absl::OkStatus();
  }

  bool IsSpan(const Span& span) const {
    return span.sentence < a_.sentences.size() && span.first < span.last &&
           span.last <= a_.sentences[span.sentence].tokens.size();
  }
  bool IsValue(int value) const { return value < static_cast<int>(a_.values.size()); }
  bool IsEntity(int entity) const { return entity < static_cast<int>(a_.entities.size()); }

  absl::Status Wrong(absl::string_view what) const {
    return absl::InternalError(absl::StrCat("article ", a_.article.id, ": ", what));
  }
  absl::Status TooLong(absl::string_view what, size_t size, size_t limit, absl::string_view unit) const {
    return absl::InvalidArgumentError(
        absl::StrCat("article ", a_.article.id, ": a ", what, " of ", size, " ", unit, " (at most ", limit, ")"));
  }

  const Analysis& a_;
};

}  // namespace

absl::Status CheckAnalysis(const Analysis& analysis) {
  const Checks checks(analysis);
  if (absl::Status status = checks.Limits(); !status.ok()) return status;
  return checks.References();
}

}  // namespace pith::compiler
