#include "tools/compiler/rank/rank_features.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/rank/rank_words.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

double Capped(double x, double most) { return std::min(x, most) / most; }

// Names, quantities and mentions a sentence.
struct Counts {
  std::vector<int> names, numbers;
  std::vector<double> mentions;  // the share of all mentions that the sentence's entities have
};

Counts CountOf(const Analysis& analysis) {
  const size_t n = analysis.sentences.size();
  Counts counts = {std::vector<int>(n), std::vector<int>(n), std::vector<double>(n)};
  for (const Name& name : analysis.names) ++counts.names[name.span.sentence];
  for (const Value& value : analysis.values) counts.numbers[value.span.sentence] += value.kind == ValueKind::kNumber;
  std::vector<double> of_entity(analysis.entities.size());
  std::vector<uint32_t> last(analysis.entities.size(), UINT32_MAX);
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity < of_entity.size()) ++of_entity[mention.entity];
  }
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity >= of_entity.size() || last[mention.entity] == mention.span.sentence) continue;
    last[mention.entity] = mention.span.sentence;
    counts.mentions[mention.span.sentence] += of_entity[mention.entity] / static_cast<double>(analysis.mentions.size());
  }
  return counts;
}

absl::flat_hash_set<std::string> LongWordsOf(absl::string_view title) {
  absl::flat_hash_set<std::string> words;
  std::string word;
  for (const char c : title) {
    if (absl::ascii_isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80) {
      word += absl::ascii_tolower(static_cast<unsigned char>(c));
      continue;
    }
    if (word.size() > 3) words.insert(word);
    word.clear();
  }
  if (word.size() > 3) words.insert(word);
  return words;
}

void FormFeatures(const Sentence& sentence, RankFeatures* f) {
  const double words = WordsIn(sentence);
  int quoted = 0, pronouns = 0;
  bool inside = false;
  for (const Token& token : sentence.tokens) {
    if (IsQuote(token)) inside = !inside;
    quoted += inside;
    pronouns += IsThirdPersonPronoun(token.folded);
    if (token.rel == Rel::kCop && token.head >= 0 && sentence.tokens[static_cast<size_t>(token.head)].head < 0) {
      const Pos pos = sentence.tokens[static_cast<size_t>(token.head)].pos;
      (*f)[kRankDefinition] = pos == Pos::kNoun || pos == Pos::kPropn;
    }
    if (token.rel == Rel::kAuxPass) (*f)[kRankPassive] = 1;
    if (IsOneOf(token.folded, {"not", "n't", "no", "never"})) (*f)[kRankNegation] = 1;
  }
  (*f)[kRankLength] = Capped(words, 40);
  (*f)[kRankLong] = std::clamp((words - 30) / 30, 0.0, 1.0);
  (*f)[kRankQuoted] = quoted / (static_cast<double>(sentence.tokens.size()) + 1);
  (*f)[kRankOpensQuote] = !sentence.tokens.empty() && IsQuote(sentence.tokens.front());
  (*f)[kRankPronouns] = Capped(pronouns, 3);
  (*f)[kRankPronoun] = PointsBack(sentence);
  const Token* first = FirstWord(sentence);
  (*f)[kRankConnective] = first != nullptr && (first->pos == Pos::kCconj ||
                                               IsOneOf(first->folded, {"however", "also", "then", "so", "meanwhile"}));
}

TextFeatures TextOf(const Analysis& analysis, const RankFeatures& first_features, size_t first, int first_names) {
  double words = 1, persons = 0, quotes = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (IsFragment(sentence)) continue;
    for (const Token& token : sentence.tokens) {
      quotes += IsQuote(token);
      words += IsWord(token);
      persons += IsAddressPronoun(token.folded);
    }
  }
  const Sentence& sentence = analysis.sentences[first];
  const Token* word = FirstWord(sentence);
  TextFeatures t = {};
  t[kTextAny] = 1;
  t[kTextPersons] = std::min(1.0, 12 * persons / words);
  t[kTextQuoted] = std::min(1.0, 20 * quotes / words);
  t[kTextLength] = std::clamp((std::log2(words) - 6) / 8, 0.0, 1.0);
  t[kTextFirstLength] = first_features[kRankLength];
  t[kTextFirstNames] = Capped(first_names, 4);
  t[kTextFirstDegree] = first_features[kRankDegree];
  t[kTextFirstEntities] = first_features[kRankEntities];
  t[kTextFirstSaying] = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                    [](const Token& token) { return token.head < 0 && IsSaying(token); });
  t[kTextFirstBack] =
      PointsBack(sentence) || (word != nullptr && IsOneOf(word->folded, {"the", "mr", "mrs", "ms", "dr"}));
  return t;
}

}  // namespace

bool IsFragment(const Sentence& sentence) {
  if (sentence.heading || sentence.tokens.empty()) return true;
  return WordsIn(sentence) < 3;
}

bool PointsBack(const Sentence& sentence) {
  const Token* first = FirstWord(sentence);
  return first != nullptr && IsBackPointer(first->folded);
}

RankInput MakeRankInput(const Analysis& analysis, const Language& language) {
  RankInput input;
  const size_t n = analysis.sentences.size();
  input.features.assign(n, RankFeatures{});
  std::vector<size_t> whole;  // the sentences that are no fragments
  for (size_t i = 0; i < n; ++i) {
    if (!IsFragment(analysis.sentences[i])) whole.push_back(i);
  }
  NumberWords(analysis, language, &input);
  WordFeatures(whole, &input);
  const Counts counts = CountOf(analysis);
  const absl::flat_hash_set<std::string> title = LongWordsOf(analysis.article.title);
  size_t place = 0;  // headings and datelines aside
  for (size_t i = 0; i < n; ++i) {
    const Sentence& sentence = analysis.sentences[i];
    RankFeatures& f = input.features[i];
    f[kRankFirst] = place == 0;
    f[kRankLead] = 1 / (1 + static_cast<double>(place));
    f[kRankEarly] = std::max(0.0, 1 - static_cast<double>(place) / 10);
    f[kRankPlace] = static_cast<double>(i) / static_cast<double>(n);
    f[kRankNumbers] = Capped(counts.numbers[i], 3);
    f[kRankEntities] = std::min(1.0, 2 * counts.mentions[i]);
    if (!title.empty()) {
      const auto shared = std::count_if(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
        return title.contains(token.folded) || title.contains(token.lemma);
      });
      f[kRankTitle] = std::min(1.0, static_cast<double>(shared) / static_cast<double>(title.size()));
    }
    FormFeatures(sentence, &f);
    if (!IsFragment(sentence)) ++place;
  }
  if (!whole.empty()) {
    const size_t first = whole.front();
    input.text = TextOf(analysis, input.features[first], first, counts.names[first]);
  }
  return input;
}

}  // namespace pith::compiler
