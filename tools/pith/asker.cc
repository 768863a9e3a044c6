#include "tools/pith/asker.h"

#include <cmath>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/messages.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

void PrintAnswer(const OpenIndex& index, const pith_answer& answer) {
  if (answer.polarity != PITH_POLARITY_NONE) {
    PrintWrapped("", answer.polarity == PITH_YES ? "Yes." : "No.", Style::kStrong);
  }
  PrintWrapped("", View(answer.text), Style::kStrong);
  if (answer.evidence.size > 0) {
    pith_sentence sentence;
    size_t begin = 0, end = 0;
    if (pith_get_sentence(index.get(), answer.article, answer.sentence, &sentence) == PITH_OK &&
        answer.begin >= sentence.begin) {
      begin = answer.begin - sentence.begin;
      end = answer.end - sentence.begin;
    }
    PrintWrapped(absl::StrCat("  ", Padded(absl::StrCat(answer.sentence), 4)), View(answer.evidence), Style::kPlain,
                 begin, end);
  }
  std::vector<std::string> notes;
  if (answer.resolved.size > 0) notes.push_back(absl::StrCat("that is ", View(answer.resolved)));
  if (const std::string value = InWords(answer.value); !value.empty()) notes.push_back(absl::StrCat("= ", value));
  if (answer.attribution.size > 0) notes.push_back(absl::StrCat("according to ", View(answer.attribution)));
  if (answer.source == PITH_SOURCE_EDITOR) notes.push_back("from an editor");
  if (index.articles() > 1) notes.push_back(absl::StrCat("in ", index.Id(answer.article)));
  if (pith_article article; pith_get_article(index.get(), answer.article, &article) == PITH_OK) {
    if (article.title.size > 0) notes.emplace_back(View(article.title));
    if (article.url.size > 0) notes.emplace_back(View(article.url));
  }
  notes.push_back(absl::StrCat("confidence ", (answer.confidence + 50) / 100, " %"));
  PrintWrapped("      ", absl::StrJoin(notes, " · "), Style::kFaint);
}

}  // namespace

Asker::Asker(OpenIndex* index, uint32_t top, double threshold)
    : index_(*index),
      threshold_(threshold < 0 ? PITH_DEFAULT_THRESHOLD : static_cast<int32_t>(std::lround(threshold * 10000))),
      answers_(top) {}

absl::StatusOr<absl::Span<const pith_answer>> Asker::Ask(uint32_t article, absl::string_view question) {
  uint32_t count = 0;
  const pith_status status =
      pith_ask(index_.get(), article, question.data(), question.size(), threshold_, index_.work(), index_.work_size(),
               answers_.data(), static_cast<uint32_t>(answers_.size()), &count);
  if (SaysNothing(status)) {
    Warn(absl::StrCat(pith_status_text(status), "; no answer"));
    count = 0;
  } else if (status != PITH_OK) {
    return ToStatus(status, index_.path());
  }
  return absl::MakeConstSpan(answers_.data(), count);
}

Json Asker::ToLine(absl::Span<const pith_answer> answers) const {
  Json list = Json::array();
  for (const pith_answer& answer : answers) list.push_back(ToJson(index_, answer));
  return list;
}

void Asker::Show(uint32_t article, absl::Span<const pith_answer> answers) const {
  if (answers.empty()) {
    const bool one = index_.articles() == 1 || article != PITH_ALL_ARTICLES;
    PrintWrapped("", one ? "Not in this article." : "Not in this index.", Style::kStrong);
  }
  for (const pith_answer& answer : answers) {
    if (&answer != answers.data()) Print("\n");
    PrintAnswer(index_, answer);
  }
}

}  // namespace pith::command
