#include "tools/compiler/compile.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/candidates/candidates.h"
#include "tools/compiler/corrections/apply.h"
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

namespace {

std::string ForeignWarning(absl::string_view id) {
  return absl::StrCat("article \"", id, "\" does not look like English: no facts, attributions or pronouns in it; ",
                      "names, numbers, dates, search and summaries work");
}

// A part with the warnings about it behind it, as a worker sends them: the warnings, a line each, then their size.
std::string WithWarnings(std::string part, const std::vector<std::string>& warnings) {
  const std::string lines = absl::StrJoin(warnings, "\n");
  ByteWriter size;
  size.U32(static_cast<uint32_t>(lines.size()));
  absl::StrAppend(&part, lines, size.bytes());
  return part;
}

// Takes the warnings off such a part.
std::vector<std::string> TakeWarnings(std::string* part) {
  constexpr size_t kSizeBytes = 4;
  const size_t end = part->size() - kSizeBytes, size = AsBytes(*part).U32(end);
  std::vector<std::string> warnings;
  if (size != 0) warnings = absl::StrSplit(absl::string_view(*part).substr(end - size, size), '\n');
  part->resize(end - size);
  return warnings;
}

}  // namespace

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
  if (analysis.foreign) analysis.warnings.push_back(ForeignWarning(analysis.article.id));
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
  CorrectDates(&analysis, language);
  FindEntities(&analysis);
  CorrectEntities(&analysis, language);
  // If the parser does not know the language, anything derived from its trees would be invented.
  if (!analysis.foreign) {
    ResolveReferences(&analysis, language);
    FindClaims(&analysis);
  }
  FindCandidates(&analysis);
  RankSentences(&analysis, language);
  CorrectSummary(&analysis, language);
  if (!analysis.foreign) FindFacts(&analysis);
  FindEvents(&analysis);
  std::swap(analysis.article.text, reading.text);
  PlaceInStoredText(reading, &analysis);
  CorrectFacts(&analysis, language);
  CorrectAnswers(&analysis, language);
  return analysis;
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
  const auto compile = [&](size_t i) -> absl::StatusOr<std::string> {
    Analysis analysis = Analyze(std::move(articles[i]), models, language);
    const std::vector<std::string> warnings = std::move(analysis.warnings);
    absl::StatusOr<std::string> part = CompilePart(std::move(analysis), language, models.word_vectors());
    return part.ok() ? WithWarnings(*std::move(part), warnings) : part;
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
      for (std::string& warning : TakeWarnings(&*parts[i])) {
        if (options.warnings != nullptr) options.warnings->push_back(std::move(warning));
      }
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
