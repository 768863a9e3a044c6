#include "tools/compiler/compile.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
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
#include "tools/compiler/write/join.h"
#include "tools/compiler/write/part_writer.h"
#include "tools/compiler/write/suggestions.h"

namespace pith::compiler {

namespace {

std::string ForeignWarning(absl::string_view id) {
  return absl::StrCat("article \"", id, "\" does not look like English: no facts, attributions or pronouns in it; ",
                      "names, numbers, dates, search and summaries work");
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
  FindEntities(&analysis, language);
  CorrectEntities(&analysis, language);
  // If the parser does not know the language, anything derived from its trees would be invented.
  if (!analysis.foreign) {
    ResolveReferences(&analysis, language);
    FindClaims(&analysis);
  }
  FindCandidates(&analysis);
  RankSentences(&analysis, language);
  CorrectSummary(&analysis, language);
  if (!analysis.foreign) FindFacts(&analysis, language);
  FindEvents(&analysis);
  std::swap(analysis.article.text, reading.text);
  PlaceInStoredText(reading, &analysis);
  CorrectFacts(&analysis, language);
  CorrectAnswers(&analysis, language);
  return analysis;
}

void KeepForSearch(Analysis* analysis) {
  analysis->search_only = true;
  if (!analysis->replies.empty()) {
    analysis->warnings.push_back(absl::StrCat("article ", analysis->article.id, ": an editor's ",
                                              analysis->replies.size() == 1 ? "answer is" : "answers are",
                                              " left out: an index for search alone answers no questions"));
  }
  analysis->values.clear();
  analysis->entities.clear();
  analysis->mentions.clear();
  analysis->claims.clear();
  analysis->facts.clear();
  analysis->candidates.clear();
  analysis->events.clear();
  analysis->replies.clear();
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

namespace {

// Compiles the articles of a run whose objects are not there yet.
class CompileRun {
 public:
  CompileRun(const std::vector<Article>& articles, const Models& models, const Language& language,
             const CompileOptions& options, ObjectFile* objects)
      : articles_(articles),
        models_(models),
        language_(language),
        options_(options),
        objects_(*objects),
        places_(articles.size()) {}

  absl::Status Compile() {
    if (absl::Status status = FindDone(); !status.ok()) return status;
    done_ = articles_.size() - todo_.size();
    if (options_.progress) options_.progress(done_);
    absl::Status stored;
    const auto task = [this](size_t i) { return CompileOne(todo_[i]); };
    const auto ended = [&](size_t i, absl::StatusOr<std::string> object) {
      // The first error: other workers' results may still come.
      stored.Update(Store(todo_[i], std::move(object)));
      if (options_.progress) options_.progress(++done_);
      return stored.ok() && (options_.keep_going || failed_.empty());
    };
    const absl::Status run = RunInWorkers(todo_.size(), options_.workers, task, ended);
    return run.ok() ? stored : run;
  }

  // The first article that failed ends the run, unless it keeps going.
  absl::StatusOr<std::vector<ObjectPlace>> Finish(std::vector<Problem>* problems) const {
    for (const auto& [i, failure] : failed_) {
      Problem problem = {absl::StrCat("article ", articles_[i].id), std::string(failure.message())};
      if (absl::IsAborted(failure)) problem.message = absl::StrCat(problem.where, ": ", problem.message);
      if (!options_.keep_going) return absl::InvalidArgumentError(problem.message);
      problems->push_back(std::move(problem));
    }
    std::vector<ObjectPlace> places;
    for (const std::optional<ObjectPlace>& place : places_) {
      if (place.has_value()) places.push_back(*place);
    }
    return places;
  }

 private:
  absl::StatusOr<Article> Whole(size_t i) const {
    Article article = articles_[i];
    if (options_.shelf == nullptr) return article;
    absl::Status status = options_.shelf->Fetch(&article);
    return status.ok() ? absl::StatusOr<Article>(std::move(article)) : status;
  }

  // Finds what an earlier run has done.
  absl::Status FindDone() {
    for (size_t i = 0; i < articles_.size(); ++i) {
      if (!options_.compiler.empty()) {
        const absl::StatusOr<Article> article = Whole(i);
        if (!article.ok()) return article.status();
        places_[i] = objects_.Find(OriginHash(*article, options_.compiler));
      }
      if (!places_[i].has_value()) todo_.push_back(i);
    }
    return absl::OkStatus();
  }

  // In a worker.
  absl::StatusOr<std::string> CompileOne(size_t i) const {
    absl::StatusOr<Article> article = Whole(i);
    if (!article.ok()) return article.status();
    Origin origin;
    if (!options_.compiler.empty()) origin.hash = OriginHash(*article, options_.compiler);
    Analysis analysis = Analyze(*std::move(article), models_, language_);
    if (options_.search_only) KeepForSearch(&analysis);
    origin.warnings = std::move(analysis.warnings);
    const absl::StatusOr<std::string> part = CompilePart(std::move(analysis), language_, models_.word_vectors());
    if (!part.ok()) return part.status();
    return WriteObject(*part, language_, models_.word_vectors(), origin);
  }

  absl::Status Store(size_t i, absl::StatusOr<std::string> object) {
    if (!object.ok()) {
      failed_.emplace(i, object.status());
      return absl::OkStatus();
    }
    absl::StatusOr<ObjectPlace> place = objects_.Append(*object);
    if (place.ok()) places_[i] = *place;
    return place.status();
  }

  const std::vector<Article>& articles_;
  const Models& models_;
  const Language& language_;
  const CompileOptions& options_;
  ObjectFile& objects_;
  std::vector<std::optional<ObjectPlace>> places_;  // by article
  std::vector<size_t> todo_;
  std::map<size_t, absl::Status> failed_;
  size_t done_ = 0;
};

}  // namespace

absl::StatusOr<std::vector<ObjectPlace>> CompileArticles(const std::vector<Article>& articles, const Models& models,
                                                         const Language& language, const CompileOptions& options,
                                                         ObjectFile* objects, std::vector<Problem>* problems) {
  CompileRun run(articles, models, language, options, objects);
  if (absl::Status status = run.Compile(); !status.ok()) return status;
  return run.Finish(problems);
}

absl::Status JoinObjects(const std::vector<ObjectPlace>& places, const Language& language, bool embed_language,
                         Bytes objects, Output* out) {
  std::vector<LoosePart> parts;
  for (const ObjectPlace& place : places) {
    Object object;
    if (!ReadObject(objects.Sub(place.offset, place.size), language, false, &object)) {
      return absl::InternalError(absl::StrCat("the object at byte ", place.offset, " cannot be read"));
    }
    parts.push_back(object.part);
  }
  Segments segments;
  segments.push_back(std::make_unique<LooseSegment>(std::move(parts)));
  JoinOptions options;
  options.language_block = AsChars(language.block());
  options.embed_language = embed_language;
  return Join(segments, options, out);
}

}  // namespace pith::compiler
