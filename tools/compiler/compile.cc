#include "tools/compiler/compile.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/candidates/candidates.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"
#include "tools/compiler/facts/claims.h"
#include "tools/compiler/facts/events.h"
#include "tools/compiler/facts/facts.h"
#include "tools/compiler/models/word_view.h"
#include "tools/compiler/names/names.h"
#include "tools/compiler/numbers/quantities.h"
#include "tools/compiler/rank/rank.h"
#include "tools/compiler/suggest/keep_answered.h"
#include "tools/compiler/suggest/suggest.h"
#include "tools/compiler/syntax/parser.h"
#include "tools/compiler/text/language_check.h"
#include "tools/compiler/text/reading_text.h"
#include "tools/compiler/text/sentences.h"
#include "tools/compiler/text/words.h"
#include "tools/compiler/times/times.h"
#include "tools/compiler/workers/workers.h"
#include "tools/compiler/write/part_writer.h"
#include "tools/compiler/write/suggestions.h"

namespace pith::compiler {

Analysis Analyze(Article article, const Models& models, const Language& language) {
  Analysis analysis;
  analysis.article = std::move(article);
  // The stages read the text as it was meant; at the end, their offsets are those of the text as it is stored.
  // A text with blocks was cleaned when it was extracted.
  const std::vector<Block>& blocks = analysis.article.blocks;
  ReadingText reading =
      blocks.empty() ? ReadAs(analysis.article.text, language) : ReadingText{analysis.article.text, {}};
  std::swap(analysis.article.text, reading.text);
  const absl::string_view text = analysis.article.text;
  analysis.sentences = blocks.empty() ? SplitSentences(text) : SplitSentences(text, blocks);
  SplitWords(language, text, &analysis.sentences);
  analysis.foreign = IsForeign(language, analysis.article, analysis.sentences);
  DateContext dates(analysis.article.date);
  for (uint32_t i = 0; i < analysis.sentences.size(); ++i) {
    Sentence& sentence = analysis.sentences[i];
    const SentenceView view = AnalyzeSyntax(models, text, sentence);
    for (Name& name : FindNames(models, view, i, sentence)) analysis.names.push_back(std::move(name));
    // The words of a time are not a quantity. Among a sentence's values, quantities come first.
    std::vector<Value> times = FindTimes(text, i, sentence, &dates);
    for (Value& value : FindQuantities(text, i, sentence, times)) analysis.values.push_back(std::move(value));
    for (Value& value : times) analysis.values.push_back(std::move(value));
  }
  FindEntities(&analysis);
  // If the parser does not know the language, anything derived from its trees would be invented.
  if (!analysis.foreign) {
    ResolveReferences(&analysis, language);
    FindClaims(&analysis);
  }
  FindCandidates(&analysis);
  RankSentences(&analysis, language);
  if (!analysis.foreign) FindFacts(&analysis);
  FindEvents(&analysis);
  std::swap(analysis.article.text, reading.text);
  PlaceInStoredText(reading, &analysis);
  return analysis;
}

std::string ForeignWarning(absl::string_view id) {
  return absl::StrCat("article \"", id, "\" does not look like English: no facts, attributions or pronouns in it; ",
                      "names, numbers, dates, search and summaries work");
}

absl::StatusOr<std::string> CompilePart(Analysis analysis, const Language& language, const WordVectors& vectors) {
  absl::StatusOr<std::string> part = WritePart(analysis, language);
  if (!part.ok()) return part;
  const std::vector<SuggestionDraft> drafts = DraftSuggestions(analysis, language);
  if (drafts.empty()) return part;
  const size_t budget = SuggestionBudget(analysis.article.text.size());
  std::vector<PartInput> alone(1);
  alone[0] = {analysis.article.id, *std::move(part)};
  analysis = Analysis();
  // The engine itself judges the suggestions, so it gets an index of this article alone.
  const absl::string_view block = AsChars(language.block());
  const absl::StatusOr<std::string> index = WriteIndex(alone, block, false, vectors);
  if (!index.ok()) return index.status();
  const std::vector<Suggestion> kept = KeepAnswered(drafts, *index, language, budget);
  return kept.empty() ? std::move(alone[0].bytes) : AddSuggestions(alone[0].bytes, kept);
}

absl::StatusOr<std::vector<PartInput>> CompileArticles(std::vector<Article> articles, const Models& models,
                                                       const Language& language, const CompileOptions& options,
                                                       std::vector<Problem>* problems) {
  // A part, and behind it whether the article is foreign.
  const auto compile = [&](size_t i) -> absl::StatusOr<std::string> {
    Analysis analysis = Analyze(std::move(articles[i]), models, language);
    const char foreign = analysis.foreign ? 1 : 0;
    absl::StatusOr<std::string> part = CompilePart(std::move(analysis), language, models.word_vectors());
    if (part.ok()) part->push_back(foreign);
    return part;
  };
  // Each article has its own slot, so the order of the result does not depend on which finished first.
  std::vector<absl::StatusOr<std::string>> parts(articles.size());
  size_t done = 0;
  const auto ended = [&](size_t i, absl::StatusOr<std::string> part) {
    parts[i] = std::move(part);
    articles[i].text = std::string();  // no worker to come needs it
    ++done;
    if (options.progress) options.progress(done);
    return parts[i].ok() || options.keep_going;
  };
  const absl::Status run = RunInWorkers(articles.size(), options.workers, compile, ended);
  if (!run.ok()) return run;
  std::vector<PartInput> kept;
  for (size_t i = 0; i < articles.size(); ++i) {
    if (parts[i].ok()) {
      const bool foreign = parts[i]->back() != 0;
      if (foreign && options.warnings != nullptr) options.warnings->push_back(ForeignWarning(articles[i].id));
      parts[i]->pop_back();
      kept.push_back({std::move(articles[i].id), *std::move(parts[i])});
      continue;
    }
    Problem problem = {absl::StrCat("article ", articles[i].id), std::string(parts[i].status().message())};
    if (absl::IsAborted(parts[i].status())) problem.message = absl::StrCat(problem.where, ": ", problem.message);
    if (!options.keep_going) return absl::InvalidArgumentError(problem.message);
    problems->push_back(std::move(problem));
  }
  return kept;
}

}  // namespace pith::compiler
