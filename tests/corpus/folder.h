// The articles of a folder, and the questions about them that lie beside them.

#ifndef PITH_TESTS_CORPUS_FOLDER_H_
#define PITH_TESTS_CORPUS_FOLDER_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "tools/compiler/analysis.h"

namespace pith::testing {

struct CorpusFile {
  std::string name;  // its path inside the folder
  std::vector<compiler::Article> articles;
  size_t refused = 0;  // records with a text that is no article, such as an empty one
};

// One folder, without those in it: each file of it that has articles.
struct CorpusFolder {
  std::vector<CorpusFile> files;
  std::map<std::string, std::vector<std::string>> questions;  // by the article's id
};

// Reads plain text (.txt, an article a file) and JSONL: a record with a "text" is an article, a record with a
// "question" and a "doc" is a question about that article. Other files and records pass by.
absl::StatusOr<CorpusFolder> ReadCorpusFolder(const std::string& root, const std::string& folder);

// `root` and the folders in it, at any depth, in order of path; "" is `root` itself.
std::vector<std::string> FoldersIn(const std::string& root);

}  // namespace pith::testing

#endif  // PITH_TESTS_CORPUS_FOLDER_H_
