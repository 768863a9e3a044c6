#include "tests/corpus/try_article.h"

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "pith/pith.h"
#include "tests/support/call_everything.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/write/index_writer.h"

namespace pith::testing {
namespace {

constexpr absl::string_view kAnyText[] = {
    "Who was it?",   "What happened?",          "When did it begin?",    "Where is it?",   "How many people are there?",
    "Why was that?", "Did the people like it?", "How long is the work?", "the first year", ""};

absl::string_view View(pith_text text) { return absl::string_view(text.data, text.size); }

absl::Status Broken(absl::string_view what) { return absl::InternalError(what); }

// The article's own index.
class OwnIndex {
 public:
  static absl::StatusOr<std::unique_ptr<OwnIndex>> Of(const compiler::Analysis& analysis,
                                                      const compiler::Models& models, const Language& language) {
    const auto part = compiler::CompilePart(analysis, language, models.word_vectors());
    if (!part.ok()) return part.status();
    const absl::string_view block = compiler::AsChars(language.block());
    auto bytes = compiler::WriteIndex({{analysis.article.id, *part}}, block, false, models.word_vectors());
    if (!bytes.ok()) return bytes.status();
    auto index = std::make_unique<OwnIndex>();
    index->bytes_ = *std::move(bytes);
    const pith_status opened =
        pith_open(index->bytes_.data(), index->bytes_.size(), block.data(), block.size(), &index->index_);
    if (opened != PITH_OK) return Broken(absl::StrCat("the index does not open: ", pith_status_text(opened)));
    pith_fault fault = {};
    if (pith_verify(&index->index_, &fault) != PITH_OK) {
      return Broken(absl::StrCat("the index is not sound: ", fault.section, ": ", fault.message));
    }
    if (pith_get_article(&index->index_, 0, &index->article_) != PITH_OK) return Broken("the article is not there");
    if (View(index->article_.text) != analysis.article.text) return Broken("the text is another one");
    return index;
  }

  const pith_index& index() const { return index_; }
  const pith_article& article() const { return article_; }

 private:
  std::string bytes_;
  pith_index index_;
  pith_article article_;
};

// A suggestion is a promise: at the index's own threshold, the best answer overlaps its answer.
absl::Status CheckSuggestion(const pith_index& index, const pith_suggestion& suggestion) {
  alignas(8) unsigned char work[PITH_WORK_BYTES];
  pith_answer answer;
  uint32_t count = 0;
  const absl::string_view question = View(suggestion.question);
  pith_ask(&index, 0, question.data(), question.size(), PITH_DEFAULT_THRESHOLD, work, sizeof work, &answer, 1, &count);
  if (count == 1 && answer.begin < suggestion.end && suggestion.begin < answer.end) return absl::OkStatus();
  return Broken(absl::StrCat("a suggestion is not answered: ", question));
}

}  // namespace

absl::StatusOr<Tried> TryArticle(const compiler::Article& article, const std::vector<std::string>& questions,
                                 const compiler::Models& models, const Language& language) {
  const auto own = OwnIndex::Of(compiler::Analyze(article, models, language), models, language);
  if (!own.ok()) return own.status();
  const pith_index& index = (*own)->index();
  const pith_article& found = (*own)->article();

  std::vector<std::string> asked = questions;
  for (const absl::string_view any : kAnyText) asked.emplace_back(any);
  asked.emplace_back(article.title);
  asked.emplace_back(article.text.substr(0, PITH_MAX_QUESTION_BYTES));
  for (uint32_t i = 0; i < found.suggestions; ++i) {
    pith_suggestion suggestion;
    if (pith_get_suggestion(&index, 0, i, &suggestion) != PITH_OK) return Broken("a suggestion is not there");
    if (absl::Status kept = CheckSuggestion(index, suggestion); !kept.ok()) return kept;
    asked.emplace_back(View(suggestion.question));
  }

  const uint32_t most = std::max({found.sentences, found.facts, found.events, found.entities}) + 1;
  const auto caller = std::make_unique<EverythingCaller>(index, most);
  caller->Walk();
  for (const std::string& words : asked) {
    caller->Ask(words.data(), words.size());
    caller->Search(words.data(), words.size());
    caller->Summarize(words.data(), words.size());
    caller->Lookup(words.data(), words.size(), "", 0);
  }
  for (uint32_t i = 0; i < std::min(found.facts, 5u); ++i) {
    pith_fact fact;
    if (pith_get_fact(&index, 0, i, &fact) != PITH_OK) return Broken("a fact is not there");
    caller->Lookup(fact.subject.data, fact.subject.size, fact.relation.data, fact.relation.size);
  }
  if (caller->broken() != nullptr) return Broken(caller->broken());
  if (caller->failed() != PITH_OK) return Broken(absl::StrCat("a call fails: ", pith_status_text(caller->failed())));
  return Tried{found.words, asked.size()};
}

}  // namespace pith::testing
