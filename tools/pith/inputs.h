// Articles as verbs take them, and what it takes to analyze them.

#ifndef PITH_TOOLS_PITH_INPUTS_H_
#define PITH_TOOLS_PITH_INPUTS_H_

#include <memory>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/statusor.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/read/read.h"
#include "tools/pith/mapped_file.h"

namespace pith::command {

struct InputArguments {
  std::vector<std::string> inputs;
  bool recursive = false, json = false;
  std::string from = "auto", encoding = "utf-8", profile = "standard", filter, corrections;
  compiler::ReadOptions read;
};

// INPUT and the flags that say how inputs are read.
void AddInputArguments(CLI::App* verb, InputArguments* out);

// A file to read. `id` is that of its article where its format tells none; "": the file's name.
struct InputFile {
  std::string path, id;
};

// The inputs with the files of folders in their place, in order of path. A warning names files of a folder that are of
// no format that is read. With keep_going, what is left out stands in `problems`.
absl::StatusOr<std::vector<InputFile>> ListInputs(const InputArguments& arguments,
                                                  std::vector<compiler::Problem>* problems);

// All articles of the files. With keep_going, what is left out stands in `problems`.
absl::StatusOr<std::vector<compiler::Article>> ReadInputs(const InputArguments& arguments,
                                                          const std::vector<InputFile>& files,
                                                          std::vector<compiler::Problem>* problems);

// "2 left out (news.jsonl:12, article x)"; names the first few, and of many the commonest reasons.
std::string LeftOut(const std::vector<compiler::Problem>& problems);

// The compiler's language block and models. Errors name the file: they are nobody's input.
class Toolkit {
 public:
  static absl::StatusOr<Toolkit> Load(const std::string& profile);

  const Language& language() const { return language_; }
  const compiler::Models& models() const { return models_; }
  // Stands for all that compiling depends on but the articles. O(the models' size).
  absl::StatusOr<std::string> Fingerprint() const;
  absl::string_view block() const {
    return absl::string_view(static_cast<const char*>(block_->data()), block_->size());
  }

 private:
  std::string model_path_;
  std::unique_ptr<MappedFile> block_;
  Language language_;
  compiler::Models models_;
};

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_INPUTS_H_
