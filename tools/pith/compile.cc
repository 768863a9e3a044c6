// pith compile: articles in, an index out.

#include "tools/compiler/compile.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/compiler/objects/object.h"
#include "tools/compiler/output.h"
#include "tools/compiler/read/new_file.h"
#include "tools/pith/c_array.h"
#include "tools/pith/command.h"
#include "tools/pith/inputs.h"
#include "tools/pith/json.h"
#include "tools/pith/output.h"
#include "tools/pith/progress_bar.h"
#include "tools/pith/signals_held.h"

namespace pith::command {
namespace {

struct CompileArguments : InputArguments {
  std::string output, language = "embed", contents = "all", c_array;
  bool force = false, resume = false, stream = false;
  uint32_t jobs = std::max(1u, std::thread::hardware_concurrency()), article_memory = 4096, article_seconds = 0;
};

constexpr char kObjectsExtension[] = ".parts";

absl::Status CheckArguments(const CompileArguments& arguments, const std::vector<InputFile>& files) {
  if (arguments.output.empty()) return UsageError("-o is missing: it names the index to write");
  const std::string& name = arguments.c_array;
  if (!name.empty() && !IsIdentifier(name)) {
    return UsageError(absl::StrCat("compile: --c-array: \"", name, "\" is no name of a variable in C"));
  }
  if (!name.empty() && arguments.stream) return UsageError("--c-array writes an index, --stream none; use one of them");
  if (arguments.resume && arguments.output == "-") return UsageError("--resume needs an output file, not -");
  if (arguments.force) return absl::OkStatus();
  std::vector<std::string> paths;
  for (const InputFile& file : files) paths.push_back(file.path);
  return CheckOutput(arguments.output, paths);
}

absl::StatusOr<compiler::ObjectFile> OpenObjects(const CompileArguments& arguments, const Language& language) {
  if (arguments.resume) return compiler::ObjectFile::Resume(arguments.output + kObjectsExtension, language);
  return compiler::ObjectFile::CreateBeside(arguments.output);
}

absl::StatusOr<compiler::CompileOptions> OptionsOf(const CompileArguments& arguments, const Toolkit& kit) {
  compiler::CompileOptions options;
  options.workers = {arguments.jobs, uint64_t{arguments.article_memory} << 20, arguments.article_seconds};
  options.keep_going = arguments.read.keep_going;
  options.search_only = arguments.contents == "search";
  if (arguments.resume) {
    absl::StatusOr<std::string> fingerprint = kit.Fingerprint();
    if (!fingerprint.ok()) return fingerprint.status();
    options.compiler = absl::StrCat(*fingerprint, " ", arguments.contents);
  }
  return options;
}

// What there is to say of the articles.
void WarnOf(const std::vector<compiler::ObjectPlace>& places, const Language& language, Bytes objects) {
  compiler::Object object;
  for (const compiler::ObjectPlace& place : places) {
    if (!ReadObject(objects.Sub(place.offset, place.size), language, false, &object)) continue;
    for (const std::string& warning : object.origin.warnings) Warn(warning);
  }
}

absl::Status WriteOutput(const CompileArguments& arguments, const std::vector<compiler::ObjectPlace>& places,
                         const Language& language, Bytes objects, compiler::Output* out) {
  if (!arguments.c_array.empty()) {
    compiler::StringOutput index;
    absl::Status status = JoinObjects(places, language, arguments.language == "embed", objects, &index);
    return status.ok() ? out->Append(AsCArray(arguments.c_array, index.Take())) : status;
  }
  if (!arguments.stream) return JoinObjects(places, language, arguments.language == "embed", objects, out);
  absl::Status status;
  for (const compiler::ObjectPlace& place : places) {
    const Bytes object = objects.Sub(place.offset, place.size);
    if (status.ok()) status = out->Append({reinterpret_cast<const char*>(object.data()), object.size()});
  }
  return status;
}

absl::Status Compile(const CompileArguments& arguments) {
  std::vector<compiler::Problem> problems;
  absl::StatusOr<std::vector<InputFile>> files = ListInputs(arguments, &problems);
  if (!files.ok()) return files.status();
  if (absl::Status status = CheckArguments(arguments, *files); !status.ok()) return status;
  absl::StatusOr<compiler::ScratchFile> texts = compiler::ScratchFile::Create();
  if (!texts.ok()) return texts.status();
  compiler::TextShelf shelf(*std::move(texts));
  InputArguments inputs = arguments;
  inputs.read.take = [&shelf](compiler::Article* article) { return shelf.Put(article); };
  const absl::StatusOr<std::vector<compiler::Article>> articles = ReadInputs(inputs, *files, &problems);
  if (!articles.ok()) return articles.status();
  absl::StatusOr<Toolkit> kit = Toolkit::Load(arguments.profile);
  if (!kit.ok()) return kit.status();
  absl::StatusOr<compiler::CompileOptions> options = OptionsOf(arguments, *kit);
  if (!options.ok()) return options.status();
  options->shelf = &shelf;
  absl::StatusOr<compiler::ObjectFile> objects = OpenObjects(arguments, kit->language());
  if (!objects.ok()) return objects.status();
  absl::StatusOr<std::vector<compiler::ObjectPlace>> places;
  {
    ProgressBar bar(articles->size());
    options->progress = [&bar](size_t done) { bar.Show(done); };
    places = compiler::CompileArticles(*articles, kit->models(), kit->language(), *options, &*objects, &problems);
  }
  if (!places.ok()) return places.status();
  const absl::StatusOr<Bytes> bytes = objects->Map();
  if (!bytes.ok()) return bytes.status();
  WarnOf(*places, kit->language(), *bytes);
  for (const compiler::Problem& problem : problems) Warn(problem.message);
  if (places->empty()) return absl::InvalidArgumentError("no article to compile; nothing is written");
  absl::StatusOr<compiler::NewFile> output = compiler::NewFile::Create(arguments.output);
  if (!output.ok()) return output.status();
  if (absl::Status status = WriteOutput(arguments, *places, kit->language(), *bytes, &*output); !status.ok())
    return status;
  {
    const SignalsHeld held;
    if (absl::Status status = output->Commit(); !status.ok()) return status;
    if (arguments.resume) objects->Remove();
  }
  if (arguments.json && arguments.output != "-") {
    PrintJson({{"index", arguments.output}, {"articles", places->size()}, {"bytes", output->size()}});
  }
  if (problems.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat(LeftOut(problems), ", ", places->size(), " compiled"));
}

}  // namespace

void AddCompile(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<CompileArguments>();
  AddInputArguments(verb, arguments.get());
  verb->add_option("-o,--output", arguments->output, "The index to write; - is standard output")->type_name("FILE");
  verb->add_option("--c-array", arguments->c_array,
                   "Write the index as C source instead: const unsigned char NAME[], and NAME_size")
      ->type_name("NAME");
  verb->add_flag(
      "--resume", arguments->resume,
      "Go on from what an interrupted run has left in FILE.parts; if this one is interrupted too, it stays");
  verb->add_flag("--stream", arguments->stream,
                 "Write each article's part by itself, for pith link; FILE is standard output unless said");
  verb->add_flag("--force", arguments->force, "Overwrite whatever file is there");
  WholeNumber(verb->add_option("--jobs", arguments->jobs,
                               "Worker processes; the index is the same for any number [one a processor]"),
              1, 1024);
  WholeNumber(verb->add_option("--article-memory", arguments->article_memory,
                               "An article that takes more memory has failed; in MiB [4096]"),
              1, 1 << 20);
  WholeNumber(verb->add_option("--article-seconds", arguments->article_seconds,
                               "An article that takes more of a processor's time has failed [no limit]"),
              1, 1000000);
  OneOf(verb->add_option("--contents", arguments->contents,
                         "search: only what search, titles and summaries need, which takes less room"),
        {"all", "search"})
      ->capture_default_str();
  OneOf(verb->add_option("--language", arguments->language, "Embed the language block, or keep it external"),
        {"embed", "external"})
      ->capture_default_str();
  verb->callback([arguments, action] {
    if (arguments->stream && arguments->output.empty()) arguments->output = "-";
    *action = [arguments] { return Compile(*arguments); };
  });
}

}  // namespace pith::command
