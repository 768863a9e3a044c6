// The files of an editor's corrections that go with the inputs.

#ifndef PITH_TOOLS_PITH_CORRECTION_FILES_H_
#define PITH_TOOLS_PITH_CORRECTION_FILES_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "tools/compiler/analysis.h"

namespace pith::command {

// How a file of corrections beside an input is called: "news.corrections.toml" beside "news.jsonl".
bool IsCorrectionFile(const std::string& path);

// Gives the articles of the file `input` the corrections of the file beside it, if there is one.
absl::Status AddCorrectionsBeside(const std::string& input, std::vector<compiler::Article>* articles);

// Gives the articles the corrections of the file at `path`. InvalidArgument for a file that is not understood, and
// where there are several articles for a correction that does not say which one it is for. A warning tells of
// corrections for an article that is not there.
absl::Status AddCorrections(const std::string& path, std::vector<compiler::Article>* articles);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_CORRECTION_FILES_H_
