#include "tools/compiler/rank/rank_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/byte_writer.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr double kRarest = 160;  // the maximum weight of an unknown word, as in a question

bool IsContent(const Token& token) {
  switch (token.pos) {
    case Pos::kNoun:
    case Pos::kPropn:
    case Pos::kAdj:
    case Pos::kNum:
    case Pos::kX:
      return token.folded.size() > 1;
    case Pos::kVerb:
      return !IsSaying(token) && !IsOneOf(token.lemma, {"be", "have", "do", "get", "go", "make", "take", "come"});
    default:
      return false;
  }
}

absl::string_view KeyOf(const Token& token) { return token.lemma.empty() ? token.folded : token.lemma; }

double Dot(const ContentWords& sentence, const std::vector<double>& dense) {
  double sum = 0;
  for (size_t k = 0; k < sentence.words.size(); ++k) sum += sentence.weights[k] * dense[sentence.words[k]];
  return sum;
}

void Accumulate(const ContentWords& sentence, double sign, std::vector<double>* dense) {
  for (size_t k = 0; k < sentence.words.size(); ++k) (*dense)[sentence.words[k]] += sign * sentence.weights[k];
}

// How rare a word is in general, 0..1.
double Rarity(const Language& language, absl::string_view folded) {
  return std::min<double>(language.Find(AsBytes(folded)).idf, kRarest) / kRarest;
}

}  // namespace

bool IsWord(const Token& token) { return token.pos != Pos::kPunct; }

bool IsQuote(const Token& token) { return IsOneOf(token.folded, {"\"", "``", "''"}); }

bool IsSaying(const Token& token) {
  return token.pos == Pos::kVerb && IsOneOf(token.lemma, {"say", "tell", "report", "announce", "add", "claim", "warn",
                                                          "confirm", "state", "insist", "argue"});
}

int WordsIn(const Sentence& sentence) {
  return static_cast<int>(std::count_if(sentence.tokens.begin(), sentence.tokens.end(), IsWord));
}

const Token* FirstWord(const Sentence& sentence) {
  const auto at = std::find_if(sentence.tokens.begin(), sentence.tokens.end(), IsWord);
  return at == sentence.tokens.end() ? nullptr : &*at;
}

void NumberWords(const Analysis& analysis, const Language& language, RankInput* input) {
  absl::flat_hash_map<absl::string_view, uint32_t> numbers;
  std::vector<double> sentences_with, times, rarity;
  for (const Sentence& sentence : analysis.sentences) {
    ContentWords content;
    for (const Token& token : sentence.tokens) {
      if (!IsContent(token)) continue;
      const auto [entry, is_new] = numbers.try_emplace(KeyOf(token), static_cast<uint32_t>(numbers.size()));
      if (is_new) {
        times.push_back(0);
        rarity.push_back(Rarity(language, token.folded));
      }
      times[entry->second] += 1;
      content.words.push_back(entry->second);
    }
    std::sort(content.words.begin(), content.words.end());
    content.words.erase(std::unique(content.words.begin(), content.words.end()), content.words.end());
    sentences_with.resize(numbers.size());
    for (uint32_t word : content.words) sentences_with[word] += 1;
    input->content.push_back(std::move(content));
  }
  for (size_t w = 0; w < times.size(); ++w) input->topic.push_back(times[w] > 1 ? std::sqrt(times[w]) * rarity[w] : 0);
  input->words = static_cast<uint32_t>(numbers.size());
  for (ContentWords& content : input->content) {
    double square = 0;
    for (uint32_t word : content.words) {
      content.weights.push_back(std::sqrt(sentences_with[word]));
      square += sentences_with[word];
    }
    for (double& weight : content.weights) weight /= std::sqrt(std::max(square, 1.0));
  }
}

void WordFeatures(const std::vector<size_t>& whole, RankInput* input) {
  if (whole.empty()) return;
  const double n = static_cast<double>(whole.size());
  std::vector<double> before(input->words), after(input->words), all(input->words);
  std::vector<double> holders(input->words);  // number of sentences that contain each word
  for (const size_t i : whole) {
    Accumulate(input->content[i], 1, &after);
    for (const uint32_t word : input->content[i].words) holders[word] += 1;
  }
  all = after;
  double k = 0;  // number of sentences passed so far
  for (const size_t i : whole) {
    const ContentWords& content = input->content[i];
    RankFeatures& f = input->features[i];
    Accumulate(content, -1, &after);
    f[kRankCoverage] = Dot(content, all);
    f[kRankForward] = Dot(content, after) / std::max(n - k - 1, 1.0);
    f[kRankBackward] = Dot(content, before) / std::max(k, 1.0);
    double known = 0;
    for (const uint32_t word : content.words) {
      f[kRankTopic] += input->topic[word];
      f[kRankDegree] += holders[word] - 1;
      known += before[word] > 0;
    }
    const double size = static_cast<double>(content.words.size());
    f[kRankMean] = f[kRankTopic] / (size + 3);
    f[kRankTopic] /= std::sqrt(size + 1);
    f[kRankDegree] /= std::log(size + 3) + 3;
    f[kRankKnown] = size > 0 ? known / size : 0;
    Accumulate(content, 1, &before);
    k += 1;
  }
  for (const RankFeature share : {kRankCoverage, kRankTopic, kRankMean, kRankForward, kRankBackward, kRankDegree}) {
    double most = 1e-9;
    for (const size_t i : whole) most = std::max(most, input->features[i][share]);
    for (const size_t i : whole) input->features[i][share] /= most;
  }
}

}  // namespace pith::compiler
