// pith ask: questions in, answers with their evidence out.

#include <unistd.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/pith/asker.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/json_lines.h"
#include "tools/pith/mistakes.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"
#include "tools/pith/prompt.h"
#include "tools/pith/unanswered_log.h"

namespace pith::command {
namespace {

struct AskArguments : IndexArguments {
  std::string question, questions, log, prefer;
  bool asks = false, batch = false;  // whether there is a QUESTION, and --questions
  uint32_t top = 1;
  double threshold = -1;  // none given
};

// Where questions without an answer go; nothing where nobody asked for that.
absl::StatusOr<std::optional<UnansweredLog>> OpenLog(const std::string& path) {
  if (path.empty()) return std::nullopt;
  absl::StatusOr<UnansweredLog> log = UnansweredLog::Open(path);
  if (!log.ok()) return log.status();
  return std::optional<UnansweredLog>(*std::move(log));
}

// Makes an asker prefer the article that --prefer names.
absl::Status Prefer(const AskArguments& arguments, const OpenIndex& index, Asker* asker) {
  if (arguments.prefer.empty()) return absl::OkStatus();
  if (!arguments.doc.empty()) return UsageError("ask: --doc and --prefer exclude each other");
  absl::StatusOr<uint32_t> article = index.Find(arguments.prefer);
  if (article.ok()) asker->Prefer(*article);
  return article.status();
}

// The question, or those of a person or a pipe.
absl::Status AskPlain(const AskArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenForAnswers(arguments);
  if (!index.ok()) return index.status();
  absl::StatusOr<uint32_t> article = (*index)->Find(arguments.doc);
  if (!article.ok()) return article.status();
  absl::StatusOr<std::optional<UnansweredLog>> log = OpenLog(arguments.log);
  if (!log.ok()) return log.status();
  Asker asker(index->get(), arguments.top, arguments.threshold);
  if (absl::Status status = Prefer(arguments, **index, &asker); !status.ok()) return status;
  const auto ask = [&](const std::string& question) -> absl::Status {
    const absl::StatusOr<Reply> reply = asker.Ask(*article, question);
    if (!reply.ok()) return reply.status();
    if (log->has_value() && reply->answers.empty()) {
      if (absl::Status status = (*log)->Add(nullptr, question, arguments.doc); !status.ok()) return status;
    }
    if (arguments.json) {
      Json out;
      asker.AddTo(*reply, &out);
      PrintJson(out);
    } else {
      asker.Show(*article, *reply);
    }
    return absl::OkStatus();
  };
  if (arguments.asks && arguments.question != "-") return ask(arguments.question);
  if (!arguments.asks) return ForEachTyped("pith> ", ask);
  bool first = true;
  return ForEachPiped([&](const std::string& question) {
    if (!arguments.json) {
      if (!first) Print("\n");
      PrintWrapped("", question, Style::kFaint);
    }
    first = false;
    return ask(question);
  });
}

absl::Status AskMany(const AskArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenForAnswers(arguments);
  if (!opened.ok()) return opened.status();
  OpenIndex& index = **opened;
  if (absl::StatusOr<uint32_t> article = index.Find(arguments.doc); !article.ok()) return article.status();
  absl::StatusOr<std::optional<UnansweredLog>> log = OpenLog(arguments.log);
  if (!log.ok()) return log.status();
  Asker asker(&index, arguments.top, arguments.threshold);
  if (absl::Status status = Prefer(arguments, index, &asker); !status.ok()) return status;
  const auto doc_of = [&](const Json& line) -> absl::StatusOr<std::string> {
    absl::StatusOr<std::string> doc = StringField(line, "doc");
    return doc.ok() && doc->empty() ? arguments.doc : doc;
  };
  const auto article_of = [&](const Json& line) -> absl::StatusOr<uint32_t> {
    absl::StatusOr<std::string> doc = doc_of(line);
    return doc.ok() ? index.Find(*doc) : doc.status();
  };
  LineHandler handler;
  handler.check = [&](const Json& line) -> absl::Status {
    if (absl::Status status = CheckId(line); !status.ok()) return status;
    if (!line.contains("question")) return absl::InvalidArgumentError("no \"question\"");
    if (absl::StatusOr<std::string> question = StringField(line, "question"); !question.ok()) return question.status();
    return article_of(line).status();
  };
  handler.run = [&](const Json& line) -> absl::Status {
    const std::string question = *StringField(line, "question");
    const absl::StatusOr<Reply> reply = asker.Ask(*article_of(line), question);
    if (!reply.ok()) return reply.status();
    if (log->has_value() && reply->answers.empty()) {
      if (absl::Status status = (*log)->Add(line["id"], question, *doc_of(line)); !status.ok()) return status;
    }
    Json out;
    out["id"] = line["id"];
    asker.AddTo(*reply, &out);
    PrintJson(out);
    return absl::OkStatus();
  };
  return ForEachLine(arguments.questions, handler);
}

absl::Status Ask(const AskArguments& arguments) {
  if (arguments.asks && arguments.batch) {
    return UsageError("ask: QUESTION and --questions exclude each other");
  }
  if (arguments.batch) return AskMany(arguments);
  if (absl::Status status = CheckOrder("ask", arguments.index, arguments.question); !status.ok()) return status;
  if (!arguments.asks && isatty(STDIN_FILENO) != 1) {
    return UsageError(
        "ask: QUESTION is missing, and standard input is no terminal to ask for one; - reads lines from it");
  }
  return AskPlain(arguments);
}

}  // namespace

void AddAsk(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<AskArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  CLI::Option* question = verb->add_option("QUESTION", arguments->question,
                                           "In plain words, within quotation marks; key words do as well. - reads "
                                           "questions from standard input, one a line");
  CLI::Option* questions =
      verb->add_option("--questions", arguments->questions, "Questions in JSON, one object a line; - is standard input")
          ->type_name("FILE");
  verb->add_option("--prefer", arguments->prefer,
                   "Answer from this article first, the one on the screen; answers from others are marked")
      ->type_name("ID");
  WholeNumber(verb->add_option("--top", arguments->top,
                               "So many answers at most; where articles disagree, up to three are shown"),
              1, PITH_MAX_RESULTS)
      ->capture_default_str();
  Fraction(verb->add_option("--threshold", arguments->threshold,
                            "Confidence, 0 to 1, below which there is no answer; 0 gives the best guess [the index's "
                            "own]"));
  verb->add_option("--log", arguments->log, "Add questions that get no answer to this file, for an editor to read")
      ->type_name("FILE");
  verb->callback([arguments, question, questions, action] {
    arguments->asks = !question->empty();
    arguments->batch = !questions->empty();
    *action = [arguments] { return Ask(*arguments); };
  });
}

}  // namespace pith::command
