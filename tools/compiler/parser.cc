#include "tools/compiler/parser.h"

#include "tools/compiler/lemma.h"
#include "tools/compiler/tree_repair.h"
#include "tools/compiler/word_view.h"

namespace pith::compiler {

void AnalyseSyntax(const Models& models, absl::string_view text, Sentence& sentence) {
  const std::vector<WordSyntax> words = models.syntax().Read(ViewSentence(models, text, sentence));
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
