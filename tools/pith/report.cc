// pith report: a page that shows an editor what the index holds of an article.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/compile.h"
#include "tools/compiler/corrections/corrections.h"
#include "tools/compiler/corrections/read_corrections.h"
#include "tools/compiler/read/files.h"
#include "tools/pith/changes.h"
#include "tools/pith/command.h"
#include "tools/pith/data_files.h"
#include "tools/pith/inputs.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/output.h"
#include "tools/pith/report_page.h"

namespace pith::command {
namespace {

struct ReportArguments : InputArguments {
  std::string output, doc, engine, since;
  bool force = false;
};

// The only article, or the one of that id.
absl::StatusOr<compiler::Article> Chosen(const std::string& doc, std::vector<compiler::Article> articles) {
  if (doc.empty() && articles.size() > 1) {
    return UsageError(absl::StrCat("report: ", articles.size(), " articles; --doc says which one"));
  }
  for (compiler::Article& article : articles) {
    if (doc.empty() || article.id == doc) return std::move(article);
  }
  return absl::InvalidArgumentError(doc.empty() ? "no article" : absl::StrCat("no article \"", doc, "\""));
}

// A page does not take the place of an index, nor of an article or any other file that is no page.
absl::Status CheckPageOutput(const ReportArguments& arguments) {
  if (arguments.output == "-" || arguments.force) return absl::OkStatus();
  if (IsIndex(arguments.output))
    return UsageError(absl::StrCat(arguments.output, ": is an index; --force overwrites it"));
  const absl::StatusOr<std::string> there = compiler::ReadFile(arguments.output, uint64_t{1} << 32);
  if (!there.ok() || there->empty() || absl::StartsWith(*there, "<!DOCTYPE html>")) return absl::OkStatus();
  return UsageError(absl::StrCat(arguments.output, ": exists and is no report; --force overwrites it"));
}

// The article's corrections as they stand in their file, or the name that the file is to have.
absl::StatusOr<CorrectionFile> CorrectionsOf(const compiler::Article& article) {
  if (article.corrections == nullptr) return CorrectionFile{absl::StrCat(article.id, ".corrections.toml"), ""};
  const std::string& path = article.corrections->path;
  absl::StatusOr<std::string> contents = compiler::ReadFile(path, compiler::kMaxCorrectionsBytes);
  if (!contents.ok()) return contents.status();
  return CorrectionFile{path.substr(path.rfind('/') + 1), *std::move(contents)};
}

// The module that --engine names, or else that of the data folder, if it has one.
absl::StatusOr<std::string> EngineOf(const ReportArguments& arguments) {
  const bool named = !arguments.engine.empty();
  const std::string path = named ? arguments.engine : absl::StrCat(DataFolder(), "/pith.wasm");
  absl::StatusOr<std::string> module = compiler::ReadFile(path, uint64_t{16} << 20);
  if (!module.ok()) return named ? module : "";
  if (!absl::StartsWith(*module, absl::string_view("\0asm", 4))) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": is no WebAssembly module; tools/npm/build.sh makes one"));
  }
  return module;
}

// What the article's index holds that the one that --since names does not, and the other way round.
absl::Status CompareWith(const std::string& since, OpenIndex* index, ReportExtras* extras) {
  if (since.empty()) return absl::OkStatus();
  const absl::StatusOr<std::unique_ptr<OpenIndex>> before = OpenIndex::Open(since);
  if (!before.ok()) return before.status();
  absl::StatusOr<std::vector<Change>> changes = ChangesBetween(before->get(), index, String(index->Id(0)), "");
  if (!changes.ok()) return changes.status();
  extras->since = since.substr(since.rfind('/') + 1);
  extras->changes = *std::move(changes);
  return absl::OkStatus();
}

absl::Status WriteReport(const ReportArguments& arguments) {
  std::vector<compiler::Problem> problems;
  if (absl::Status status = CheckPageOutput(arguments); !status.ok()) return status;
  absl::StatusOr<std::string> engine = EngineOf(arguments);
  if (!engine.ok()) return engine.status();
  const absl::StatusOr<std::vector<InputFile>> files = ListInputs(arguments, &problems);
  if (!files.ok()) return files.status();
  absl::StatusOr<std::vector<compiler::Article>> articles = ReadInputs(arguments, *files, &problems);
  if (!articles.ok()) return articles.status();
  absl::StatusOr<compiler::Article> article = Chosen(arguments.doc, *std::move(articles));
  if (!article.ok()) return article.status();
  const absl::StatusOr<Toolkit> kit = Toolkit::Load(arguments.profile);
  if (!kit.ok()) return kit.status();
  const compiler::Analysis analysis = compiler::Analyze(*std::move(article), kit->models(), kit->language());
  for (const std::string& warning : analysis.warnings) Warn(warning);
  absl::StatusOr<std::string> part = compiler::CompilePart(analysis, kit->language(), kit->models().word_vectors());
  if (!part.ok()) return part.status();
  absl::StatusOr<std::string> bytes =
      compiler::WriteIndex({{analysis.article.id, *std::move(part)}}, kit->block(), true, kit->models().word_vectors());
  if (!bytes.ok()) return bytes.status();
  const absl::StatusOr<std::unique_ptr<OpenIndex>> index = OpenIndex::OpenBytes(analysis.article.id, *std::move(bytes));
  if (!index.ok()) return index.status();
  absl::StatusOr<CorrectionFile> corrections = CorrectionsOf(analysis.article);
  if (!corrections.ok()) return corrections.status();
  ReportExtras extras = {*std::move(corrections), *std::move(engine), "", {}};
  if (absl::Status status = CompareWith(arguments.since, index->get(), &extras); !status.ok()) return status;
  return compiler::WriteFileAtomically(arguments.output, ReportPage(analysis, **index, extras));
}

}  // namespace

void AddReport(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<ReportArguments>();
  AddInputArguments(verb, arguments.get());
  verb->add_option("-o,--output", arguments->output, "The page to write; - is standard output")
      ->type_name("FILE")
      ->required();
  verb->add_option("--doc", arguments->doc, "The article of this id, of several")->type_name("ID");
  verb->add_option("--since", arguments->since, "An older index of the article: mark what changed since")
      ->type_name("INDEX");
  verb->add_option("--engine", arguments->engine,
                   "The engine as WebAssembly, by which the page answers questions [pith.wasm of the data folder, if "
                   "it is there]")
      ->type_name("FILE");
  verb->add_flag("--force", arguments->force, "Overwrite whatever file is there");
  verb->callback([arguments, action] { *action = [arguments] { return WriteReport(*arguments); }; });
}

}  // namespace pith::command
