#include "tools/compiler/syntax/parser.h"

#include <cstddef>
#include <vector>

#include "tools/compiler/syntax/lemma.h"
#include "tools/compiler/syntax/tree_repair.h"

namespace pith::compiler {
namespace {

// Reads the sentence as if it began behind the dateline, of `dateline` tokens, which hangs on its root.
std::vector<WordSyntax> ReadBehind(const SyntaxModel& model, const SentenceView& view, size_t dateline) {
  std::vector<WordSyntax> words = model.Read(view);
  if (dateline == 0 || dateline >= words.size()) return words;
  SentenceView rest;
  rest.style = view.style;
  rest.words.assign(view.words.begin() + static_cast<ptrdiff_t>(dateline), view.words.end());
  const std::vector<WordSyntax> behind = model.Read(rest);
  int root = 0;
  for (size_t i = 0; i < behind.size(); ++i) {
    WordSyntax& word = words[dateline + i];
    word = behind[i];
    if (word.head < 0) {
      root = static_cast<int>(dateline + i);
    } else {
      word.head += static_cast<int>(dateline);
    }
  }
  for (size_t i = 0; i < dateline; ++i) {
    words[i].head = i == 0 ? root : 0;
    words[i].rel = i == 0 ? Rel::kDiscourse : view.words[i].letters || view.words[i].digits ? Rel::kFlat : Rel::kPunct;
  }
  return words;
}

}  // namespace

SentenceView AnalyzeSyntax(const Models& models, absl::string_view text, Sentence& sentence) {
  SentenceView view = ViewSentence(models.clusters(), text, sentence);
  const std::vector<WordSyntax> words = ReadBehind(models.syntax(), view, sentence.dateline);
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
