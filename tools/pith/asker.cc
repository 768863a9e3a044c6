#include "tools/pith/asker.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/messages.h"
#include "tools/pith/page.h"
#include "tools/pith/print_hit.h"

namespace pith::command {
namespace {

constexpr size_t kNearSentences = 3;
constexpr uint32_t kSideBySide = 3;  // answers that are shown together where sources differ

// "under History, The fire".
std::string HeadingsOf(const OpenIndex& index, const pith_answer& answer) {
  pith_place place;
  if (answer.sentence == 0 || pith_get_place(index.get(), answer.article, answer.sentence, &place) != PITH_OK)
    return "";
  std::string headings;
  for (uint32_t i = 0; i < place.heading_count; ++i) {
    absl::StrAppend(&headings, i == 0 ? "under " : " › ", View(place.headings[i]));
  }
  return headings;
}

// "Sentence 3 says who is meant: ...".
void PrintContext(const OpenIndex& index, const pith_answer& answer) {
  for (const uint32_t number : answer.context) {
    pith_sentence sentence;
    if (number == 0 || pith_get_sentence(index.get(), answer.article, number, &sentence) != PITH_OK) continue;
    PrintWrapped(absl::StrCat("  ", Padded(absl::StrCat(number), 4)), View(sentence.text), Style::kFaint);
  }
}

void PrintAnswer(const OpenIndex& index, const pith_answer& answer) {
  if (answer.polarity != PITH_POLARITY_NONE) {
    PrintWrapped("", answer.polarity == PITH_YES ? "Yes." : "No.", Style::kStrong);
  }
  PrintWrapped("", View(answer.text), Style::kStrong);
  PrintContext(index, answer);
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
  if (answer.negated != 0) notes.emplace_back("the text denies it");
  if (answer.modality != PITH_STATED) notes.emplace_back(ModalityName(answer.modality));
  if (answer.source == PITH_SOURCE_EDITOR) notes.push_back("from an editor");
  if (index.articles() > 1) notes.push_back(absl::StrCat("in ", index.Id(answer.article)));
  if (std::string headings = HeadingsOf(index, answer); !headings.empty()) notes.push_back(std::move(headings));
  if (pith_article article; pith_get_article(index.get(), answer.article, &article) == PITH_OK) {
    if (article.date.size > 0 && answer.differs != 0) notes.emplace_back(View(article.date));
    if (article.title.size > 0) notes.emplace_back(View(article.title));
    if (article.url.size > 0) notes.emplace_back(View(article.url));
  }
  for (uint32_t i = 0; i < answer.source_count; ++i) {
    notes.push_back(absl::StrCat(i == 0 ? "also in " : "", index.Id(answer.sources[i].article)));
  }
  notes.push_back(absl::StrCat("confidence ", (answer.confidence + 50) / 100, " %"));
  PrintWrapped("      ", absl::StrJoin(notes, " · "), Style::kFaint);
}

}  // namespace

Asker::Asker(OpenIndex* index, uint32_t top, double threshold)
    : index_(*index),
      threshold_(threshold < 0 ? PITH_DEFAULT_THRESHOLD : static_cast<int32_t>(std::lround(threshold * 10000))),
      top_(top),
      answers_(std::max(top, kSideBySide)),
      near_(kNearSentences) {}

pith_status Asker::AskIn(uint32_t article, absl::string_view question, uint32_t* count) {
  return WithWarning(pith_ask(index_.get(), article, question.data(), question.size(), threshold_, index_.work(),
                              index_.work_size(), answers_.data(), static_cast<uint32_t>(answers_.size()), count));
}

absl::StatusOr<Reply> Asker::Ask(uint32_t article, absl::string_view question) {
  uint32_t count = 0, near = 0;
  pith_status status = PITH_OK;
  if (article == PITH_ALL_ARTICLES && prefer_ != PITH_ALL_ARTICLES) status = AskIn(prefer_, question, &count);
  if (status == PITH_OK && count == 0) status = AskIn(article, question, &count);
  if (SaysNothing(status)) {
    Warn(absl::StrCat(pith_status_text(status), "; no answer"));
    count = 0;
  } else if (status != PITH_OK) {
    return ToStatus(status, index_.path());
  } else if (count == 0) {
    if (const pith_status found =
            pith_near(index_.get(), article, question.data(), question.size(), index_.work(), index_.work_size(),
                      near_.data(), static_cast<uint32_t>(near_.size()), &near);
        WithWarning(found) != PITH_OK) {
      return ToStatus(found, index_.path());
    }
  }
  // Where sources differ, one answer alone would hide it.
  uint32_t shown = std::min(count, top_);
  while (shown < count && answers_[0].differs != 0 && answers_[shown].differs != 0) ++shown;
  return Reply{absl::MakeConstSpan(answers_.data(), shown), absl::MakeConstSpan(near_.data(), near)};
}

void Asker::AddTo(const Reply& reply, Json* line) const {
  Json& answers = (*line)["answers"] = Json::array();
  for (const pith_answer& answer : reply.answers) {
    answers.push_back(ToJson(index_, answer));
    if (IsElsewhere(answer)) answers.back()["elsewhere"] = true;
  }
  if (!reply.answers.empty() && reply.answers[0].differs != 0) (*line)["differs"] = true;
  if (reply.near.empty()) return;
  Json& near = (*line)["near"] = Json::array();
  for (const pith_hit& hit : reply.near) near.push_back(ToJson(index_, hit));
}

void Asker::Show(uint32_t article, const Reply& reply) const {
  if (reply.answers.empty()) {
    const bool one = index_.articles() == 1 || article != PITH_ALL_ARTICLES;
    PrintWrapped("", one ? "Not in this article." : "Not in this index.", Style::kStrong);
  }
  if (!reply.answers.empty() && reply.answers[0].differs != 0) {
    PrintWrapped("", "The sources differ:", Style::kFaint);
  }
  for (const pith_answer& answer : reply.answers) {
    if (&answer != reply.answers.data()) Print("\n");
    if (IsElsewhere(answer)) PrintWrapped("", "Not here, but in another article:", Style::kFaint);
    PrintAnswer(index_, answer);
  }
  if (reply.near.empty()) return;
  PrintWrapped("", "No answer, but near the question:", Style::kFaint);
  for (const pith_hit& hit : reply.near) PrintHit(index_, hit);
}

}  // namespace pith::command
