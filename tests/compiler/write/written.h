// Analyses written by hand, so that stages that work on trees are tested without a trained model. A case is a block of
// lines `key: text`; blocks are set apart by empty lines, and lines that begin with # are comments.
//
//   tree: The/DET/2/det river/NOUN/3/nsubj rose/VERB/0/root      a sentence: word/POS/head from 1/relation; a word that
//                                                               differs from its lemma is word=lemma
//   heading: ...                                                a sentence that is a heading, in the same form
//   name: Ana Ruiz = person                                     words of the last sentence
//   date: Sunday = 2022-01-02                                   (also duration:, number:)
//   vague: recently = 2022                                      a date that fixes no time
//   mention: she = 0                                            unnamed mention of entity 0; named: for a name
//   title: ...                                                  of the article
//
// Any other key is the test's own: what it wants to see.

#ifndef PITH_TESTS_COMPILER_WRITE_WRITTEN_H_
#define PITH_TESTS_COMPILER_WRITE_WRITTEN_H_

#include <string>
#include <utility>
#include <vector>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

struct WrittenCase {
  int line = 0;  // where it begins, for messages
  Analysis analysis;
  std::vector<std::pair<std::string, std::string>> expectations;  // key and text, in order
};

// Reads a file of cases, `name` relative to tests/compiler/cases. Dies with the line's number where one makes no sense.
std::vector<WrittenCase> ReadCases(const std::string& name);

}  // namespace pith::compiler

#endif  // PITH_TESTS_COMPILER_WRITE_WRITTEN_H_
