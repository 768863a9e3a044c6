#include "tools/compiler/write/part_checks.h"

#include "absl/strings/str_cat.h"
#include "engine/format/records.h"
#include "engine/language/words.h"

namespace pith::compiler {
namespace {

class Checks {
 public:
  explicit Checks(const Analysis& analysis) : analysis_(analysis) {}

  absl::Status Limits() const {
    if (analysis_.article.id.empty()) return absl::InvalidArgumentError("an article has no id");
    if (analysis_.article.text.size() > kMaxArticleBytes) {
      return TooLong("text", analysis_.article.text.size(), kMaxArticleBytes, "bytes");
    }
    constexpr uint32_t kMaxSentences = 1u << 24;  // a posting has 24 bits for a sentence
    if (analysis_.sentences.size() > kMaxSentences)
      return TooLong("text", analysis_.sentences.size(), kMaxSentences, "sentences");
    uint32_t free = 0;
    for (const Sentence& sentence : analysis_.sentences) {
      if (sentence.begin < free || sentence.end < sentence.begin || sentence.end > analysis_.article.text.size()) {
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
    if (!analysis_.importance.empty() && analysis_.importance.size() != analysis_.sentences.size()) {
      return Wrong("not every sentence has an importance");
    }
    for (size_t s = 0; s < analysis_.sentences.size(); ++s) {
      if (analysis_.sentences[s].leans_on >= static_cast<int>(s)) return Wrong("a sentence leans on none before it");
    }
    for (const uint32_t sentence : analysis_.summary_order) {
      if (sentence >= analysis_.sentences.size()) return Wrong("the summary names a sentence that is not there");
    }
    for (const Mention& mention : analysis_.mentions) {
      if (!IsSpan(mention.span) || mention.entity >= analysis_.entities.size()) {
        return Wrong("a mention names words or an entity that are not there");
      }
    }
    for (const Fact& fact : analysis_.facts) {
      if ((fact.sentence >= analysis_.sentences.size() && fact.sentence != kNoSentence) || !IsValue(fact.value) ||
          !IsValue(fact.when) || !IsEntity(fact.subject_entity) || !IsEntity(fact.object_entity)) {
        return Wrong("a fact names a sentence, value or entity that is not there");
      }
    }
    for (const Candidate& candidate : analysis_.candidates) {
      if (!IsSpan(candidate.span) || !IsValue(candidate.value) || !IsEntity(candidate.entity)) {
        return Wrong("a candidate names words, a value or an entity that are not there");
      }
    }
    for (const Event& event : analysis_.events) {
      if (event.value < 0 || !IsValue(event.value) || event.sentence >= analysis_.sentences.size()) {
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
    return span.sentence < analysis_.sentences.size() && span.first < span.last &&
           span.last <= analysis_.sentences[span.sentence].tokens.size();
  }
  bool IsValue(int value) const { return value < static_cast<int>(analysis_.values.size()); }
  bool IsEntity(int entity) const { return entity < static_cast<int>(analysis_.entities.size()); }

  absl::Status Wrong(absl::string_view what) const {
    return absl::InternalError(absl::StrCat("article ", analysis_.article.id, ": ", what));
  }
  absl::Status TooLong(absl::string_view what, size_t size, size_t limit, absl::string_view unit) const {
    return absl::InvalidArgumentError(absl::StrCat("article ", analysis_.article.id, ": a ", what, " of ", size, " ",
                                                   unit, " (at most ", limit, ")"));
  }

  const Analysis& analysis_;
};

}  // namespace

absl::Status CheckAnalysis(const Analysis& analysis) {
  const Checks checks(analysis);
  if (absl::Status status = checks.Limits(); !status.ok()) return status;
  return checks.References();
}

}  // namespace pith::compiler
