#include "tools/compiler/syntax/parser.h"

#include "tools/compiler/syntax/lemma.h"
#include "tools/compiler/syntax/tree_repair.h"

namespace pith::compiler {

SentenceView AnalyzeSyntax(const Models& models, absl::string_view text, Sentence& sentence) {
  SentenceView view = ViewSentence(models.clusters(), text, sentence);
  const std::vector<WordSyntax> words = models.syntax().Read(view);
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    token.pos = models.TagPos(words[i].tag);
    token.lemma = Lemma(models, token.folded, words[i].tag);
    token.head = words[i].head;
    token.rel = words[i].rel;
    token.certainty = words[i].certainty;
    view.labels.push_back(words[i].names);
  }
  RepairTree(&sentence);
  return view;
}

}  // namespace pith::compiler
