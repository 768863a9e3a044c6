#include "tools/compiler/parser.h"

#include "tools/compiler/lemma.h"
#include "tools/compiler/tagger.h"

namespace pith::compiler {

ParseState Parse(const Models& models, const SentenceView& view, const std::vector<uint8_t>& tags) {
  ParseState state(static_cast<int>(view.words.size()));
  FeatureList features;
  int32_t scores[kMaxClasses] = {};
  const int classes = models.parser().classes();
  while (!state.Done()) {
    if (state.next() == state.size() && state.depth() == 1) {
      state.Do({Move::kLeft, Rel::kRoot});
      continue;
    }
    if (state.depth() == 0) {
      state.Do({});
      continue;
    }
    StepFeatures(view, tags, state, &features);
    models.parser().Score(features.span(), absl::MakeSpan(scores));
    // Without a model: a chain, each word on the one before it.
    Step best = state.Can(Move::kShift) ? Step() : Step{Move::kRight, Rel::kDep};
    int32_t best_score = INT32_MIN;
    for (int cls = 0; cls < classes; ++cls) {
      const Step step = Step::Of(cls);
      if (scores[cls] > best_score && state.Can(step.move) && step.rel != Rel::kRoot) {
        best = step;
        best_score = scores[cls];
      }
    }
    state.Do(best);
  }
  return state;
}

void AnalyseSyntax(const Models& models, absl::string_view text, Sentence& sentence) {
  const SentenceView view = ViewSentence(models, text, sentence);
  const std::vector<uint8_t> tags = Tag(models, view);
  const ParseState tree = Parse(models, view, tags);
  for (size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    token.pos = models.TagPos(tags[i]);
    token.lemma = Lemma(models, token.folded, tags[i]);
    token.head = tree.node(static_cast<int>(i)).head;
    token.rel = tree.node(static_cast<int>(i)).rel;
  }
}

}  // namespace pith::compiler
