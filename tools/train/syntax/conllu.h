// Reads treebanks in CoNLL-U (universaldependencies.org/format.html).

#ifndef PITH_TOOLS_TRAIN_SYNTAX_CONLLU_H_
#define PITH_TOOLS_TRAIN_SYNTAX_CONLLU_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/models/labels.h"

namespace pith::compiler {

// A sentence with its gold analysis. Its text consists of the words, with single spaces where the treebank has white
// space, so that Token::begin and end are as in a compiled article.
struct GoldSentence {
  std::string text;
  Sentence sentence;                  // with pos, lemma (folded), head and rel
  std::vector<std::string> fine;      // "VERB/VBN" for each token
  std::vector<std::string> entities;  // the Entity= field of each token; empty if none
};

// Skips multi-word tokens (3-4) and empty nodes (3.1). NotFound: no such file. InvalidArgument: a line is not CoNLL-U
// (with its number), or heads lie outside the sentence.
absl::StatusOr<std::vector<GoldSentence>> ReadConllu(const std::string& path);

// The form in lower case, without accents, typographic marks as ASCII: as the engine folds English.
std::string FoldForm(absl::string_view form);

// Adds a word to the end of a sentence under construction.
void AppendWord(absl::string_view form, bool space_before, GoldSentence* out);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_TRAIN_SYNTAX_CONLLU_H_
