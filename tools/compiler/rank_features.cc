#include "tools/compiler/rank_features.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/tree.h"

namespace pith::compiler {
namespace {

bool IsSaying(const Token& token) {
  return token.pos == Pos::kVerb && IsOneOf(token.lemma, {"say", "tell", "report", "announce", "add", "claim", "warn",
                                                          "confirm", "state", "insist", "argue"});
}

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

bool IsWord(const Token& token) { return token.pos != Pos::kPunct; }

bool IsQuote(const Token& token) { return IsOneOf(token.folded, {"\"", "``", "''"}); }

int WordsIn(const Sentence& sentence) {
  return static_cast<int>(std::count_if(sentence.tokens.begin(), sentence.tokens.end(), IsWord));
}

const Token* FirstWord(const Sentence& sentence) {
  const auto at = std::find_if(sentence.tokens.begin(), sentence.tokens.end(), IsWord);
  return at == sentence.tokens.end() ? nullptr : &*at;
}

// How much the text reads like a news report: who said what, when, told in the third person.
double NewsOf(const Analysis& analysis) {
  double words = 1, sayings = 0, names = 0, dates = 0, persons = 0;
  for (const Sentence& sentence : analysis.sentences) {
    for (const Token& token : sentence.tokens) {
      if (!IsWord(token)) continue;
      words += 1;
      sayings += IsSaying(token);
      persons += IsOneOf(token.folded, {"i", "you", "my", "your", "me"});
    }
  }
  names = static_cast<double>(analysis.names.size());
  for (const Value& value : analysis.values) dates += value.kind == ValueKind::kDate;
  const double signs = 12 * sayings + 2.5 * names + 8 * dates - 4 * persons;
  const double length = words > 2500 ? 2500 / words : 1;  // reports are short
  return length * std::clamp(5 * signs / words, 0.0, 1.0);
}

double Dot(const ContentWords& sentence, const std::vector<double>& dense) {
  double sum = 0;
  for (size_t k = 0; k < sentence.words.size(); ++k) sum += sentence.weights[k] * dense[sentence.words[k]];
  return sum;
}

void Accumulate(const ContentWords& sentence, double sign, std::vector<double>* dense) {
  for (size_t k = 0; k < sentence.words.size(); ++k) (*dense)[sentence.words[k]] += sign * sentence.weights[k];
}

// Numbers the content words and weighs them: more for words of many sentences, up to a point.
void NumberWords(const Analysis& analysis, RankInput* input) {
  absl::flat_hash_map<absl::string_view, uint32_t> numbers;
  std::vector<double> sentences_with;
  for (const Sentence& sentence : analysis.sentences) {
    ContentWords content;
    for (const Token& token : sentence.tokens) {
      if (!IsContent(token)) continue;
      const absl::string_view key = token.lemma.empty() ? token.folded : token.lemma;
      content.words.push_back(numbers.try_emplace(key, static_cast<uint32_t>(numbers.size())).first->second);
    }
    std::sort(content.words.begin(), content.words.end());
    content.words.erase(std::unique(content.words.begin(), content.words.end()), content.words.end());
    sentences_with.resize(numbers.size());
    for (uint32_t word : content.words) sentences_with[word] += 1;
    input->content.push_back(std::move(content));
  }
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

// Likeness to the article as a whole, to what follows and to what went before. As cosines add up, the sums over all
// pairs (the directed centrality of Zheng and Lapata, 2019) take one pass each.
void Centrality(RankInput* input) {
  const size_t n = input->content.size();
  std::vector<double> before(input->words), after(input->words), all(input->words);
  for (const ContentWords& content : input->content) Accumulate(content, 1, &after);
  all = after;
  double norm = 0;
  for (double x : all) norm += x * x;
  norm = std::sqrt(std::max(norm, 1e-9));
  for (size_t i = 0; i < n; ++i) {
    const ContentWords& content = input->content[i];
    RankFeatures& f = input->features[i];
    Accumulate(content, -1, &after);
    f[kRankCoverage] = Dot(content, all) / norm;
    f[kRankForward] = i + 1 < n ? 4 * Dot(content, after) / static_cast<double>(n - i - 1) : 0;
    f[kRankBackward] = i > 0 ? 4 * Dot(content, before) / static_cast<double>(i) : 0;
    Accumulate(content, 1, &before);
  }
}

void FormFeatures(const Sentence& sentence, RankFeatures* f) {
  const double words = WordsIn(sentence);
  int quoted = 0, first_person = 0;
  bool inside = false;
  for (const Token& token : sentence.tokens) {
    if (IsQuote(token)) inside = !inside;
    quoted += inside;
    first_person += IsOneOf(token.folded, {"i", "we", "you", "my", "our", "your", "me", "us"});
    if (token.head < 0) (*f)[kRankSaying] = IsSaying(token);
  }
  (*f)[kRankShort] = words < 8;
  (*f)[kRankLength] = std::min(words, 40.0) / 40;
  (*f)[kRankLong] = words > 45;
  (*f)[kRankQuoted] = quoted / (static_cast<double>(sentence.tokens.size()) + 1);
  (*f)[kRankFirstPerson] = std::min(first_person, 2) / 2.0;
  (*f)[kRankPronoun] = PointsBack(sentence);
  (*f)[kRankQuestion] = !sentence.tokens.empty() && sentence.tokens.back().folded == "?";
  const Token* first = FirstWord(sentence);
  (*f)[kRankConnective] = first != nullptr && (first->pos == Pos::kCconj ||
                                               IsOneOf(first->folded, {"however", "also", "then", "so", "meanwhile"}));
}

}  // namespace

bool IsFragment(const Sentence& sentence) {
  if (sentence.heading || sentence.tokens.empty()) return true;
  return WordsIn(sentence) < 3;
}

bool PointsBack(const Sentence& sentence) {
  const Token* first = FirstWord(sentence);
  return first != nullptr && IsOneOf(first->folded, {"he", "she", "it", "they", "his", "her", "their", "its", "this",
                                                     "that", "these", "those", "such"});
}

RankInput MakeRankInput(const Analysis& analysis) {
  RankInput input;
  const size_t n = analysis.sentences.size();
  input.features.assign(n, RankFeatures{});
  input.news = NewsOf(analysis);
  NumberWords(analysis, &input);
  Centrality(&input);
  std::vector<int> names(n), values(n);
  for (const Name& name : analysis.names) ++names[name.span.sentence];
  for (const Value& value : analysis.values) ++values[value.span.sentence];
  absl::flat_hash_set<std::string> title;
  std::string word;
  for (char c : analysis.article.title + " ") {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) {
      word += absl::ascii_tolower(static_cast<unsigned char>(c));
    } else if (word.size() > 3) {
      title.insert(std::move(word));
      word.clear();
    } else {
      word.clear();
    }
  }
  size_t place = 0;  // headings and datelines aside
  for (size_t i = 0; i < n; ++i) {
    const Sentence& sentence = analysis.sentences[i];
    RankFeatures& f = input.features[i];
    const double lead = 1 / (1 + static_cast<double>(place));
    const double early = std::max(0.0, 1 - static_cast<double>(place) / 10);
    f[kRankLeadNews] = lead * input.news;
    f[kRankLeadOther] = lead * (1 - input.news);
    f[kRankEarlyNews] = early * input.news;
    f[kRankEarlyOther] = early * (1 - input.news);
    f[kRankPlace] = static_cast<double>(i) / static_cast<double>(n);
    f[kRankParagraph] = i > 0 && analysis.sentences[i - 1].paragraph != sentence.paragraph;
    f[kRankNames] = std::min(names[i], 4) / 4.0;
    f[kRankValues] = std::min(values[i], 3) / 3.0;
    if (!title.empty()) {
      const auto shared = std::count_if(sentence.tokens.begin(), sentence.tokens.end(),
                                        [&](const Token& token) { return title.contains(token.folded); });
      f[kRankTitle] = std::min(1.0, static_cast<double>(shared) / static_cast<double>(title.size()));
    }
    FormFeatures(sentence, &f);
    if (!IsFragment(sentence)) ++place;
  }
  return input;
}

}  // namespace pith::compiler
