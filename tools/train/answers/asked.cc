#include "tools/train/answers/asked.h"

#include <algorithm>
#include <iostream>
#include <utility>

#include "absl/strings/match.h"
#include "nlohmann/json.hpp"
#include "tools/train/common/articles.h"
#include "tools/train/common/overlap.h"

namespace pith::train {

std::unique_ptr<AskedSet> LoadAsked(const std::string& index_path, const std::string& questions_path, size_t most,
                                    const std::function<bool(absl::string_view doc)>& wanted) {
  auto set = std::make_unique<AskedSet>(index_path);
  std::vector<AskedQuestion> all;
  for (const nlohmann::json& json : ReadJsonLines(questions_path)) {
    AskedQuestion q;
    q.doc = json.at("doc");
    if (!wanted(q.doc)) continue;
    q.text = json.at("question");
    q.reworded = absl::EndsWith(json.value("id", ""), "~s");
    if (pith_find_article(&set->file.handle(), q.doc.data(), q.doc.size(), &q.article) != PITH_OK) continue;
    for (const auto& answer : json.at("answers")) q.golds.push_back(AnswerWords(answer.get<std::string>()));
    if (json.contains("begin")) {
      for (const auto& begin : json.at("begin")) q.begins.push_back(begin.get<uint32_t>());
    }
    all.push_back(std::move(q));
  }
  const size_t step = all.size() / most + 1;
  for (size_t i = 0; i < all.size(); i += step) set->questions.push_back(std::move(all[i]));
  std::cerr << index_path << ": " << set->questions.size() << " questions\n";
  return set->questions.empty() ? nullptr : std::move(set);
}

double BestF1(const AskedQuestion& q, pith_text guess) {
  const std::vector<std::string> words = AnswerWords(absl::string_view(guess.data, guess.size));
  double best = 0;
  for (const auto& gold : q.golds) best = std::max(best, WordF1(words, gold));
  return best;
}

bool SaysGold(const AskedQuestion& q, pith_text guess) {
  const std::vector<std::string> words = AnswerWords(absl::string_view(guess.data, guess.size));
  return std::any_of(q.golds.begin(), q.golds.end(), [&words](const std::vector<std::string>& gold) {
    return !gold.empty() && std::search(words.begin(), words.end(), gold.begin(), gold.end()) != words.end();
  });
}

bool ReadAndRerank(const OpenedIndex& index, Bytes weights, AskingWork* work) {
  const ReaderSections sections = ReaderSections::Of(index);
  if (!BeginReadingFor(index, sections, weights, work->ranking, &work->reader)) return false;
  const ReaderFindings found = EndReadingFor(index, sections, work->ranking, &work->reader, &work->reranking);
  Rerank(index, weights, found, &work->candidates, &work->ranking, &work->reranking);
  return true;
}

bool HasGold(const AskedQuestion& q, const SentenceRecord& sentence) {
  for (const uint32_t begin : q.begins) {
    if (sentence.begin <= begin && begin < sentence.end) return true;
  }
  return false;
}

bool AtGold(const AskedQuestion& q, const Range& span) {
  if (q.begins.empty()) return true;
  for (const uint32_t begin : q.begins) {
    if (begin < span.end + 12 && span.begin < begin + 60) return true;
  }
  return false;
}

}  // namespace pith::train
