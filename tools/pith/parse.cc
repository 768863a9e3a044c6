// pith parse: what the compiler sees in articles, in CoNLL-U.

#include "tools/compiler/compile.h"
#include "tools/compiler/write/conllu_writer.h"
#include "tools/pith/command.h"
#include "tools/pith/inputs.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

constexpr char kFormat[] =
    "A word has ten columns, apart by tabs: ID, FORM, LEMMA, UPOS, _, _, HEAD, DEPREL, _, MISC (Universal "
    "Dependencies).\n"
    "MISC: Bytes=BEGIN:END in the text; Name=B-person, then I-person; at the first word of each Value=12_cars,\n"
    "Value=2022-01-02 and Entity=NUMBER:NAME, also of a pronoun whose meaning is known.\n"
    "Lines with # say of a sentence: text, heading, importance, claim = SPEAKER: WORDS,\n"
    "fact = SUBJECT | RELATION | OBJECT | value=.. | when=.. | where=.. | by=.. | not | planned, possible or "
    "claimed.\n\n"
    "Begin with:\n"
    "  pith parse article.txt\n"
    "  pith parse article.txt | grep '^# fact'\n";

absl::Status Parse(const InputArguments& arguments) {
  std::vector<std::string> problems;
  absl::StatusOr<std::vector<compiler::Article>> articles = ReadInputs(arguments, &problems);
  if (!articles.ok()) return articles.status();
  const absl::StatusOr<Toolkit> kit = Toolkit::Load(arguments.profile);
  if (!kit.ok()) return kit.status();
  for (compiler::Article& article : *articles) {
    const compiler::Analysis analysis = compiler::Analyze(std::move(article), kit->models(), kit->language());
    if (analysis.foreign) Warn(compiler::ForeignWarning(analysis.article.id));
    Print(compiler::WriteConllu(analysis));
  }
  for (const std::string& problem : problems) Warn(problem);
  if (problems.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(problems.size(), " left out, ", articles->size(), " parsed"));
}

}  // namespace

void AddParse(CLI::App& app, Action* action) {
  CLI::App* verb = app.add_subcommand("parse", "Prints what compile sees in articles, in CoNLL-U");
  auto arguments = std::make_shared<InputArguments>();
  AddInputArguments(verb, arguments.get());
  verb->footer(kFormat);
  verb->callback([arguments, action] { *action = [arguments] { return Parse(*arguments); }; });
}

}  // namespace pith::command
