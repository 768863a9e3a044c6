// pith ask: questions in, answers with their evidence out.

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/json_lines.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

struct AskArguments : IndexArguments {
  std::string question, questions;
  uint32_t top = 1;
  double threshold = -1;  // none given
};

class Asker {
 public:
  Asker(OpenIndex* index, const AskArguments& arguments)
      : index_(*index),
        threshold_(arguments.threshold < 0 ? PITH_DEFAULT_THRESHOLD
                                           : static_cast<int32_t>(std::lround(arguments.threshold * 10000))),
        answers_(arguments.top) {}

  // The answers, none for a question that says nothing or is too long: then a warning says so.
  absl::StatusOr<absl::Span<const pith_answer>> Ask(uint32_t article, absl::string_view question) {
    uint32_t count = 0;
    const pith_status status =
        pith_ask(index_.get(), article, question.data(), question.size(), threshold_, index_.work(), index_.work_size(),
                 answers_.data(), static_cast<uint32_t>(answers_.size()), &count);
    if (status == PITH_QUESTION_EMPTY || status == PITH_QUESTION_TOO_LONG) {
      Warn(absl::StrCat("warning: ", pith_status_text(status), "; no answer"));
      count = 0;
    } else if (status != PITH_OK) {
      return ToStatus(status, index_.path());
    }
    return absl::MakeConstSpan(answers_.data(), count);
  }

  Json ToLine(absl::Span<const pith_answer> answers) const {
    Json list = Json::array();
    for (const pith_answer& answer : answers) list.push_back(ToJson(index_, answer));
    return list;
  }

 private:
  OpenIndex& index_;
  const int32_t threshold_;
  std::vector<pith_answer> answers_;
};

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
  notes.push_back(absl::StrCat("confidence ", (answer.confidence + 50) / 100, " %"));
  PrintWrapped("      ", absl::StrJoin(notes, " · "), Style::kFaint);
}

absl::Status AskOne(const AskArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenIndex::Open(arguments.index);
  if (!index.ok()) return index.status();
  absl::StatusOr<uint32_t> article = (*index)->Find(arguments.doc);
  if (!article.ok()) return article.status();
  Asker asker(index->get(), arguments);
  absl::StatusOr<absl::Span<const pith_answer>> answers = asker.Ask(*article, arguments.question);
  if (!answers.ok()) return answers.status();
  if (arguments.json) {
    Json line;
    line["answers"] = asker.ToLine(*answers);
    PrintJson(line);
    return absl::OkStatus();
  }
  if (answers->empty()) {
    const bool one = (*index)->articles() == 1 || *article != PITH_ALL_ARTICLES;
    PrintWrapped("", one ? "Not in this article." : "Not in this index.", Style::kStrong);
  }
  for (const pith_answer& answer : *answers) {
    if (&answer != answers->data()) Print("\n");
    PrintAnswer(**index, answer);
  }
  return absl::OkStatus();
}

absl::Status AskMany(const AskArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenIndex::Open(arguments.index);
  if (!opened.ok()) return opened.status();
  OpenIndex& index = **opened;
  if (absl::StatusOr<uint32_t> article = index.Find(arguments.doc); !article.ok()) return article.status();
  Asker asker(&index, arguments);
  const auto article_of = [&](const Json& line) -> absl::StatusOr<uint32_t> {
    absl::StatusOr<std::string> doc = StringField(line, "doc");
    if (!doc.ok()) return doc.status();
    return index.Find(doc->empty() ? arguments.doc : *doc);
  };
  absl::Status failure;
  LineHandler handler;
  handler.check = [&](const Json& line) -> absl::Status {
    if (absl::Status status = CheckId(line); !status.ok()) return status;
    if (!line.contains("question")) return absl::InvalidArgumentError("no \"question\"");
    if (absl::StatusOr<std::string> question = StringField(line, "question"); !question.ok()) return question.status();
    return article_of(line).status();
  };
  handler.run = [&](const Json& line) {
    absl::StatusOr<absl::Span<const pith_answer>> answers =
        asker.Ask(*article_of(line), *StringField(line, "question"));
    if (!answers.ok()) {
      failure.Update(answers.status());
      return;
    }
    Json out;
    out["id"] = line["id"];
    out["answers"] = asker.ToLine(*answers);
    PrintJson(out);
  };
  if (absl::Status status = ForEachLine(arguments.questions, handler); !status.ok()) return status;
  return failure;
}

}  // namespace

void AddAsk(CLI::App& app, Action* action) {
  CLI::App* verb = app.add_subcommand("ask", "Answers questions");
  auto arguments = std::make_shared<AskArguments>();
  AddIndexArguments(verb, arguments.get(), true);
  CLI::Option* question = verb->add_option("QUESTION", arguments->question, "In plain words; key words do as well");
  CLI::Option* questions =
      verb->add_option("--questions", arguments->questions,
                       "Questions in JSON, one a line {\"id\", \"question\", \"doc\"?}; - reads standard input")
          ->excludes(question);
  verb->add_option("--top", arguments->top, "So many answers at most")
      ->check(CLI::Range(1u, PITH_MAX_RESULTS))
      ->capture_default_str();
  verb->add_option("--threshold", arguments->threshold,
                   "Confidence below which there is no answer; 0 gives the best guess [the index's own]")
      ->check(CLI::Range(0.0, 1.0));
  verb->callback([arguments, question, questions, action] {
    if (question->empty() == questions->empty()) throw CLI::RequiredError("QUESTION or --questions");
    *action = [arguments, batch = !questions->empty()] { return batch ? AskMany(*arguments) : AskOne(*arguments); };
  });
}

}  // namespace pith::command
