#include "tools/compiler/syntax/parser.h"

#include "tools/compiler/models/word_view.h"
#include "tools/compiler/syntax/lemma.h"
#include "tools/compiler/syntax/tree_repair.h"

namespace pith::compiler {

void AnalyzeSyntax(const Models& models, absl::string_view text, Sentence& sentence) {
  const std::vector<WordSyntax> words = models.syntax().Read(ViewSentence(models.clusters(), text, sentence));
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    token.pos = models.TagPos(words[i].tag);
    token.lemma = Lemma(models, token.folded, words[i].tag);
    token.head = words[i].head;
    token.rel = words[i].rel;
  }
  RepairTree(&sentence);
}

}  // namespace pith::compiler
