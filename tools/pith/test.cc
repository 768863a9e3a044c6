// pith test: an editor's questions, with an exit code.

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/files.h"
#include "tools/pith/asker.h"
#include "tools/pith/command.h"
#include "tools/pith/expectations.h"
#include "tools/pith/json.h"
#include "tools/pith/json_lines.h"
#include "tools/pith/junit.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/output.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

struct TestArguments : IndexArguments {
  std::string expectations, junit;
  bool suggest = false;
  double threshold = -1;  // none given
};

std::string NameOf(const Json& id) { return id.is_string() ? id.get<std::string>() : id.dump(); }

// A question of a suggestion, with the answer that the index gives and the one suggested; null where it gives none.
absl::StatusOr<Json> Proposed(const OpenIndex& index, const pith_suggestion& suggestion, Asker* asker) {
  const absl::StatusOr<Reply> reply = asker->Ask(suggestion.article, View(suggestion.question));
  if (!reply.ok()) return reply.status();
  if (reply->answers.empty()) return Json();
  const std::string said = String(reply->answers.front().text), suggested = String(suggestion.answer);
  Json line;
  line["id"] = nullptr;  // its place
  line["question"] = String(suggestion.question);
  if (index.articles() > 1) line["doc"] = String(index.Id(suggestion.article));
  line["answers"].push_back(said);
  if (!SaysSame(said, suggested)) line["answers"].push_back(suggested);
  return line;
}

absl::Status Suggest(const OpenIndex& index, uint32_t only, Asker* asker) {
  size_t count = 0;
  for (const pith_article& article : index.Articles(only)) {
    for (uint32_t i = 0; i < article.suggestions; ++i) {
      pith_suggestion suggestion;
      if (pith_get_suggestion(index.get(), article.number, i, &suggestion) != PITH_OK) continue;
      absl::StatusOr<Json> line = Proposed(index, suggestion, asker);
      if (!line.ok()) return line.status();
      if (line->is_null()) continue;
      (*line)["id"] = absl::StrCat("s", ++count);
      PrintJson(*line);
    }
  }
  return absl::OkStatus();
}

void ShowFault(const TestResult& result) {
  PrintWrapped("FAIL  ", result.name, Style::kStrong, 0, result.name.size());
  PrintWrapped("      ", result.fault);
}

void ShowJson(const Expectation& expected, const Reply& reply, const std::string& fault, const Asker& asker) {
  Json line;
  line["id"] = expected.id;
  line["question"] = expected.question;
  line["passed"] = fault.empty();
  if (!fault.empty()) line["fault"] = fault;
  if (expected.answers_told) line["expected"] = expected.answers;
  if (!expected.never.empty()) line["never"] = expected.never;
  asker.AddTo(reply, &line);
  PrintJson(line);
}

// All questions of the file with what came of them.
absl::StatusOr<std::vector<TestResult>> RunTests(const TestArguments& arguments, const OpenIndex& index, Asker* asker) {
  std::vector<TestResult> results;
  const auto article_of = [&](const Expectation& expected) {
    return index.Find(expected.doc.empty() ? arguments.doc : expected.doc);
  };
  LineHandler handler;
  handler.check = [&](const Json& line) -> absl::Status {
    const absl::StatusOr<Expectation> expected = ReadExpectation(line);
    return expected.ok() ? article_of(*expected).status() : expected.status();
  };
  handler.run = [&](const Json& line) -> absl::Status {
    const Expectation expected = *ReadExpectation(line);
    const absl::StatusOr<Reply> reply = asker->Ask(*article_of(expected), expected.question);
    if (!reply.ok()) return reply.status();
    results.push_back({absl::StrCat(NameOf(expected.id), ": ", expected.question),
                       expected.doc.empty() ? arguments.index : expected.doc, FaultOf(expected, *reply)});
    if (arguments.json) {
      ShowJson(expected, *reply, results.back().fault, *asker);
    } else if (!results.back().fault.empty()) {
      ShowFault(results.back());
    }
    return absl::OkStatus();
  };
  absl::Status status = ForEachLine(arguments.expectations, handler);
  return status.ok() ? absl::StatusOr<std::vector<TestResult>>(std::move(results)) : status;
}

absl::Status Report(const TestArguments& arguments, const std::vector<TestResult>& results) {
  if (!arguments.junit.empty()) {
    const std::string xml = JunitXml(arguments.index, results);
    if (absl::Status status = compiler::WriteFileAtomically(arguments.junit, xml); !status.ok()) return status;
  }
  // A file of nothing would pass for years.
  if (results.empty()) return absl::InvalidArgumentError(absl::StrCat(arguments.expectations, ": no question in it"));
  size_t failed = 0;
  for (const TestResult& result : results) failed += result.fault.empty() ? 0 : 1;
  const std::string of = absl::StrCat(" of ", results.size(), results.size() == 1 ? " question" : " questions");
  if (failed > 0) return absl::InvalidArgumentError(absl::StrCat(failed, of, " failed"));
  if (!arguments.json) Print(absl::StrCat(results.size(), of, " passed\n"));
  return absl::OkStatus();
}

absl::Status Test(const TestArguments& arguments) {
  if (arguments.suggest != arguments.expectations.empty()) {
    return UsageError("test: takes a file of expectations, or --suggest to propose one");
  }
  if (IsIndex(arguments.junit)) return UsageError(absl::StrCat("--junit: ", arguments.junit, " is an index"));
  absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenForAnswers(arguments);
  if (!index.ok()) return index.status();
  const absl::StatusOr<uint32_t> article = (*index)->Find(arguments.doc);
  if (!article.ok()) return article.status();
  Asker asker(index->get(), 1, arguments.threshold);
  if (arguments.suggest) return Suggest(**index, *article, &asker);
  const absl::StatusOr<std::vector<TestResult>> results = RunTests(arguments, **index, &asker);
  return results.ok() ? Report(arguments, *results) : results.status();
}

}  // namespace

void AddTest(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<TestArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->add_option("EXPECTATIONS", arguments->expectations,
                   "Questions in JSON with what is expected, one object a line; - is standard input");
  verb->add_flag("--suggest", arguments->suggest,
                 "Print such a file, made of suggested questions and the answers that the index gives now");
  verb->add_option("--junit", arguments->junit, "Also write the results there, as JUnit's XML")->type_name("FILE");
  Fraction(verb->add_option("--threshold", arguments->threshold,
                            "Confidence, 0 to 1, below which there is no answer [the index's own]"));
  verb->callback([arguments, action] { *action = [arguments] { return Test(*arguments); }; });
}

}  // namespace pith::command
