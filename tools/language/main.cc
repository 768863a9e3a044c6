// pith-language: makes a language block from the text sources in tools/models/<tag>/.

#include <CLI/CLI.hpp>
#include <iostream>
#include <string>

#include "tools/compiler/read/files.h"
#include "tools/language/build.h"
#include "tools/language/source.h"

int main(int argc, char** argv) {
  CLI::App app("Makes a language block for Pith from its text sources.", "pith-language");
  std::string folder, output, profile_name = "standard";
  app.add_option("SOURCES", folder, "Folder of the sources; its name is the language's tag")->required();
  app.add_option("-o,--output", output, "The block to write")->required();
  app.add_option("--profile", profile_name, "tiny (64 KiB), standard (0.8 MB) or full (2.5 MB)")->capture_default_str();
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const auto fail = [](const absl::Status& status) {
    std::cerr << "pith-language: " << std::string(status.message()) << "\n";
    return absl::IsInvalidArgument(status) ? 1 : 3;
  };
  const auto profile = pith::model::ProfileOf(profile_name);
  if (!profile.ok()) {
    fail(profile.status());
    return 2;
  }
  const auto source = pith::model::ReadSource(folder);
  if (!source.ok()) return fail(source.status());
  const auto block = pith::model::BuildLanguage(*source, *profile);
  if (!block.ok()) return fail(block.status());
  const absl::Status status = pith::compiler::WriteFileAtomically(output, *block);
  return status.ok() ? 0 : fail(status);
}
