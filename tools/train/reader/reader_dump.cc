// Prints what the engine's reader is given of questions, and what it makes of it:
//
//   reader_dump INDEX.pith QUESTIONS.jsonl [SENTENCES] > OUT
//
// Each question is asked of the index's first article, in its best SENTENCES (4). A line of JSON each: the words of the
// question, the tokens and candidates of the sentences, which token means which word, and the scores of the reading.
// For tests/train/forward_pass.py, which computes the same scores from the same weights.

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "engine/reader/reader.h"
#include "nlohmann/json.hpp"
#include "tools/train/common/articles.h"
#include "tools/train/common/index_file.h"
#include "tools/train/reader/found_sentences.h"

namespace pith::train {
namespace {

using nlohmann::json;

// The numbers of a token in the order of ReaderTable, behind its hash.
json Numbers(const ReaderToken& token) {
  return {token.word, token.suffix, token.shape, token.pos, token.name, token.rel, token.noun_class};
}

json Words(const OpenedIndex& index, const FoundSentences& found, uint32_t count) {
  json words = json::array();
  for (uint32_t i = 0; i < count; ++i) {
    const QueryWord& word = found.query.words[i];
    words.push_back({{"numbers", Numbers(ReadQuestionToken(index.language, found.query, found.question, i))},
                     {"idf", word.idf},
                     {"content", word.content}});
  }
  return words;
}

// The sentences in reading order, with the candidates that lie in what is read of them: first, last, kind.
json Sentences(const OpenedIndex& index, const std::vector<ReaderSentence>& chosen, const ReaderWork& work) {
  json sentences = json::array();
  for (uint32_t k = 0; k < work.sentences; ++k) {
    const ReaderWork::Kept& kept = work.kept[k];
    json candidates = json::array();
    Part part;
    OpenPart(index, kept.article, &part);
    for (CandidateReader reader(part, kept.sentence, part.TokenCount(kept.sentence)); reader.Next();) {
      const CandidateRecord& record = reader.candidate();
      candidates.push_back({record.first, record.last, record.kind});
    }
    sentences.push_back({{"rank", kept.rank},
                         {"score", chosen[kept.rank].score},
                         {"sentence", kept.sentence},
                         {"first", kept.first},
                         {"count", kept.count},
                         {"candidates", candidates}});
  }
  return sentences;
}

json Tokens(const ReaderWork& work) {
  json tokens = json::array();
  for (uint32_t t = 0; t < work.tokens; ++t) {
    tokens.push_back({{"numbers", Numbers(work.all[t])}, {"first", work.all[t].first}});
  }
  return tokens;
}

// Strengths by token and word of the question; and those of each word in the whole article.
json Given(const OpenedIndex& index, const FoundSentences& found, const std::vector<ReaderSentence>& chosen,
           const ReaderWork& work) {
  json match = json::array();
  for (uint32_t t = 0; t < work.tokens; ++t) {
    match.push_back(std::vector<uint8_t>(work.by.match[t], work.by.match[t] + work.words));
  }
  return {{"kind", static_cast<uint32_t>(found.question.kind)},
          {"words", Words(index, found, work.words)},
          {"tokens", Tokens(work)},
          {"sentences", Sentences(index, chosen, work)},
          {"match", match},
          {"match_in_article", std::vector<uint8_t>(work.best_any, work.best_any + work.words)}};
}

// The scores of the spans that begin with each token, by their length from 1.
json Spans(const ReaderWork& work) {
  json spans = json::array();
  for (uint32_t k = 0; k < work.sentences; ++k) {
    const ReaderWork::Kept& kept = work.kept[k];
    for (uint32_t first = 0; first < kept.count; ++first) {
      json row = json::array();
      for (uint32_t last = first + 1; last <= kept.count && last - first <= kReaderSpan; ++last) {
        row.push_back(work.ScoreOf(kept.article, kept.sentence, first, last));
      }
      spans.push_back(row);
    }
  }
  return spans;
}

json Answers(const ReaderWork& work) {
  json answers = json::array();
  for (uint32_t i = 0; i < work.findings.count; ++i) {
    const ReaderAnswer& answer = work.findings.answers[i];
    answers.push_back(
        {{"sentence", answer.sentence}, {"first", answer.first}, {"last", answer.last}, {"score", answer.score}});
  }
  return answers;
}

int Main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::cerr << "usage: reader_dump INDEX.pith QUESTIONS.jsonl [SENTENCES]\n";
    return 2;
  }
  const IndexFile file(argv[1]);
  const uint32_t most = argc == 4 ? static_cast<uint32_t>(std::atoi(argv[3])) : 4;
  const OpenedIndex& index = file.opened();
  const ReaderSections sections = ReaderSections::Of(index);
  const auto found = std::make_unique<FoundSentences>();
  const auto work = std::make_unique<ReaderWork>();
  for (const json& line : ReadJsonLines(argv[2])) {
    const std::string text = line.at("question");
    if (!found->Find(index, 0, text)) continue;
    const std::vector<ReaderSentence> chosen = found->ToRead(0, most);
    if (!BeginReading(index, sections, found->query, found->question, chosen.data(),
                      static_cast<uint32_t>(chosen.size()), work.get())) {
      std::cerr << argv[1] << ": no reader in its language block\n";
      return 1;
    }
    json out = {{"question", text}, {"given", Given(index, *found, chosen, *work)}};
    while (StepReading(index, sections, found->query, found->question, work.get())) {
    }
    out["spans"] = Spans(*work);
    out["none"] = work->findings.none;
    out["total"] = work->findings.total;
    out["answers"] = Answers(*work);
    std::puts(out.dump().c_str());
  }
  return 0;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
