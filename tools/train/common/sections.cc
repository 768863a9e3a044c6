#include "tools/train/common/sections.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "absl/strings/str_cat.h"
#include "tools/compiler/models/model_file.h"
#include "tools/compiler/read/files.h"

namespace pith::compiler {
namespace {

constexpr const char* kNames[] = {"clusters",   "words", "tags",       "lemma.rules",   "lemma",       "syntax.tables",
                                  "syntax.net", "names", "reader.net", "reader.tables", "reader.words"};

}  // namespace

absl::Status ReplaceSections(const std::string& path,
                             const std::vector<std::pair<std::string, std::string>>& sections) {
  std::map<std::string, std::string> all(sections.begin(), sections.end());
  for (const auto& section : all) {
    if (std::find(std::begin(kNames), std::end(kNames), section.first) == std::end(kNames)) {
      return absl::InvalidArgumentError(absl::StrCat("a model file has no section \"", section.first, "\""));
    }
  }
  const absl::StatusOr<Models> old = Models::Load(path);
  if (!old.ok() && !absl::IsNotFound(old.status())) return old.status();
  if (old.ok()) {
    for (const char* name : kNames) {
      const Bytes bytes = old->Section(name);
      if (!bytes.empty()) all.try_emplace(name, reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
  }
  std::vector<std::pair<std::string, std::string>> order;
  for (const char* name : kNames) {
    if (const auto it = all.find(name); it != all.end()) order.push_back(*it);
  }
  return WriteFileAtomically(path, MakeModelFile(order));
}

}  // namespace pith::compiler
