// pith parse: what the compiler sees in articles, in CoNLL-U.

#include "tools/compiler/compile.h"
#include "tools/compiler/write/conllu_writer.h"
#include "tools/pith/command.h"
#include "tools/pith/inputs.h"
#include "tools/pith/json.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

absl::Status Parse(const InputArguments& arguments) {
  std::vector<compiler::Problem> problems;
  absl::StatusOr<std::vector<InputFile>> files = ListInputs(arguments, &problems);
  if (!files.ok()) return files.status();
  absl::StatusOr<std::vector<compiler::Article>> articles = ReadInputs(arguments, *files, &problems);
  if (!articles.ok()) return articles.status();
  const absl::StatusOr<Toolkit> kit = Toolkit::Load(arguments.profile);
  if (!kit.ok()) return kit.status();
  for (compiler::Article& article : *articles) {
    const compiler::Analysis analysis = compiler::Analyze(std::move(article), kit->models(), kit->language());
    for (const std::string& warning : analysis.warnings) Warn(warning);
    const std::string conllu = compiler::WriteConllu(analysis);
    if (arguments.json) {
      PrintJson({{"doc", analysis.article.id}, {"conllu", conllu}});
    } else {
      Print(conllu);
    }
  }
  for (const compiler::Problem& problem : problems) Warn(problem.message);
  if (problems.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(LeftOut(problems), ", ", articles->size(), " parsed"));
}

}  // namespace

void AddParse(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<InputArguments>();
  AddInputArguments(verb, arguments.get());
  verb->callback([arguments, action] { *action = [arguments] { return Parse(*arguments); }; });
}

}  // namespace pith::command
