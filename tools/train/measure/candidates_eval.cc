// How many answers the candidates hold, and at what price:
//
//   candidates_eval MODEL LANGUAGE DOCS.jsonl QUESTIONS.jsonl [--limit DOCS] [--misses N]
//
// For each question whose answer lies in one sentence of its document: is the answer, by SQuAD's normalization, one of
// that sentence's candidates (exact), and what word F1 has the best of them (oracle). Then the same by number of
// candidates in the sentence, and for each rule how many candidates it gives, how many answers, and how many that no
// other candidate has. --misses prints the worst N questions.

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/candidates/candidates.h"
#include "tools/train/common/articles.h"
#include "tools/train/common/overlap.h"

namespace pith::train {
namespace {

using compiler::Analysis;
using compiler::CandidateRule;
using compiler::Sentence;

constexpr size_t kRules = static_cast<size_t>(CandidateRule::kCount);
constexpr const char* kRuleNames[kRules] = {
    "name",          "value",         "number",    "quoted",   "pronoun",      "base",           "list",
    "bracketed",     "with nominals", "bare name", "reason",   "purpose",      "with all",       "with clauses",
    "first nominal", "modifiers",     "manner",    "modifier", "undetermined", "purpose marked", "reason marked",
    "complement",    "oblique",       "head",      "predicate"};

struct Tally {
  size_t questions = 0, exact = 0;
  double oracle = 0;
  void Add(double best) {
    ++questions;
    exact += best == 1.0;
    oracle += best;
  }
  void Print(const char* what) const {
    const double n = questions > 0 ? static_cast<double>(questions) : 1;
    std::printf("%-28s %7zu questions  exact %5.1f  oracle F1 %5.1f\n", what, questions,
                100 * static_cast<double>(exact) / n, 100 * oracle / n);
  }
};

// One document's candidates, by sentence, as answer words.
struct Document {
  Analysis analysis;
  std::vector<CandidateRule> rules;
  std::vector<std::vector<std::string>> words;  // per candidate
};

Document Prepare(Analysis analysis) {
  Document document;
  document.analysis = std::move(analysis);
  FindCandidates(&document.analysis, &document.rules);
  for (const compiler::Candidate& c : document.analysis.candidates) {
    const Sentence& sentence = document.analysis.sentences[c.span.sentence];
    const uint32_t begin = sentence.tokens[c.span.first].begin, end = sentence.tokens[c.span.last - 1].end;
    document.words.push_back(AnswerWords(absl::string_view(document.analysis.article.text).substr(begin, end - begin)));
  }
  return document;
}

// The sentence that holds the bytes [begin, end), or -1.
int SentenceAt(const Analysis& analysis, size_t begin, size_t end) {
  for (size_t s = 0; s < analysis.sentences.size(); ++s) {
    if (analysis.sentences[s].begin <= begin && end <= analysis.sentences[s].end) return static_cast<int>(s);
  }
  return -1;
}

int Main(int argc, char** argv) {
  std::vector<std::string> files;
  size_t limit = 1000, misses = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--limit") == 0 && i + 1 < argc) {
      limit = std::strtoul(argv[++i], nullptr, 10);
    } else if (std::strcmp(argv[i], "--misses") == 0 && i + 1 < argc) {
      misses = std::strtoul(argv[++i], nullptr, 10);
    } else {
      files.push_back(argv[i]);
    }
  }
  if (files.size() != 4) {
    std::fprintf(stderr, "usage: candidates_eval MODEL LANGUAGE DOCS QUESTIONS [--limit DOCS] [--misses N]\n");
    return 2;
  }
  const Analyzer analyzer(files[0], files[1]);
  const std::vector<nlohmann::json> articles = ReadJsonLines(files[2]);
  std::unordered_map<std::string, Document> documents;
  size_t candidates = 0, sentences = 0;
  std::vector<size_t> given(kRules), right(kRules), alone(kRules);
  const size_t step = std::max<size_t>(1, articles.size() / std::max<size_t>(1, limit));
  for (size_t i = 0; i < articles.size(); i += step) {
    Document document = Prepare(analyzer.Analyze(articles[i]));
    candidates += document.analysis.candidates.size();
    sentences += document.analysis.sentences.size();
    for (CandidateRule rule : document.rules) ++given[static_cast<size_t>(rule)];
    documents.emplace(articles[i].value("id", ""), std::move(document));
  }

  Tally all;
  std::vector<Tally> by_count(4);  // up to 10, 20, 30 candidates, and more
  struct Miss {
    double best;
    std::string text;
  };
  std::vector<Miss> missed;
  size_t across = 0;
  for (const nlohmann::json& question : ReadJsonLines(files[3])) {
    const auto found = documents.find(question.value("doc", ""));
    if (found == documents.end() || question["answers"].empty()) continue;
    const Document& document = found->second;
    const std::string answer = question["answers"][0];
    const size_t begin = question["begin"][0];
    const int sentence = SentenceAt(document.analysis, begin, begin + answer.size());
    if (sentence < 0) {
      ++across;
      continue;
    }
    const std::vector<std::string> gold = AnswerWords(answer);
    double best = 0;
    std::string nearest;
    size_t count = 0, exact = 0;
    std::vector<char> hit(kRules);
    for (size_t c = 0; c < document.words.size(); ++c) {
      if (document.analysis.candidates[c].span.sentence != static_cast<uint32_t>(sentence)) continue;
      ++count;
      const double f1 = WordF1(document.words[c], gold);
      if (f1 > best) {
        best = f1;
        nearest.clear();
        for (const std::string& word : document.words[c]) nearest += word + " ";
      }
      if (f1 == 1.0) {
        ++exact;
        hit[static_cast<size_t>(document.rules[c])] = 1;
      }
    }
    for (size_t r = 0; r < kRules; ++r) {
      right[r] += static_cast<size_t>(hit[r]);
      if (exact == 1) alone[r] += static_cast<size_t>(hit[r]);
    }
    all.Add(best);
    by_count[std::min<size_t>(count == 0 ? 0 : (count - 1) / 10, 3)].Add(best);
    if (best < 1) {
      const Sentence& s = document.analysis.sentences[static_cast<size_t>(sentence)];
      missed.push_back({best, "[" + answer + "] best: " + nearest + "\n    " + question.value("question", "") +
                                  "\n    " + document.analysis.article.text.substr(s.begin, s.end - s.begin)});
    }
  }
  all.Print("all");
  const char* counts[] = {"  1..10 candidates", "  11..20", "  21..30", "  31 or more"};
  for (size_t i = 0; i < 4; ++i) by_count[i].Print(counts[i]);
  std::printf("%zu sentences, %.1f candidates each; %zu answers across sentences\n\n", sentences,
              static_cast<double>(candidates) / static_cast<double>(std::max<size_t>(sentences, 1)), across);
  std::printf("%-16s %9s %9s %9s %9s\n", "rule", "a sentence", "answers", "alone", "per 1000");
  for (size_t r = 0; r < kRules; ++r) {
    std::printf("%-16s %9.2f %9zu %9zu %9.1f\n", kRuleNames[r],
                static_cast<double>(given[r]) / static_cast<double>(std::max<size_t>(sentences, 1)), right[r], alone[r],
                1000.0 * static_cast<double>(alone[r]) / static_cast<double>(std::max<size_t>(given[r], 1)));
  }
  // Spread over all misses, so that a few odd documents do not fill the list.
  const size_t every = std::max<size_t>(1, missed.size() / std::max<size_t>(1, misses));
  for (size_t i = 0, shown = 0; i < missed.size() && shown < misses; i += every, ++shown) {
    std::printf("\n%.2f %s\n", missed[i].best, missed[i].text.c_str());
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
