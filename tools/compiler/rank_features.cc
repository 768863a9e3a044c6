#include "tools/compiler/rank_features.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/rank_words.h"
#include "tools/compiler/tree.h"

namespace pith::compiler {
namespace {

double Capped(double x, double most) { return std::min(x, most) / most; }

// Names, values and mentions a sentence.
struct Counts {
  std::vector<int> names, new_names, numbers, dates;
  std::vector<double> mentions;
  std::vector<char> main;  // whether it mentions the entity that is mentioned most
};

Counts CountOf(const Analysis& analysis) {
  const size_t n = analysis.sentences.size();
  Counts counts = {std::vector<int>(n), std::vector<int>(n),    std::vector<int>(n),
                   std::vector<int>(n), std::vector<double>(n), std::vector<char>(n)};
  for (const Name& name : analysis.names) ++counts.names[name.span.sentence];
  for (const Value& value : analysis.values) {
    ++(value.kind == ValueKind::kNumber ? counts.numbers : counts.dates)[value.span.sentence];
  }
  std::vector<double> of_entity(analysis.entities.size());
  std::vector<uint32_t> last(analysis.entities.size(), UINT32_MAX);
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity < of_entity.size()) ++of_entity[mention.entity];
  }
  const size_t main = static_cast<size_t>(std::max_element(of_entity.begin(), of_entity.end()) - of_entity.begin());
  for (const Mention& mention : analysis.mentions) {
    if (mention.entity >= of_entity.size() || last[mention.entity] == mention.span.sentence) continue;
    const uint32_t sentence = mention.span.sentence;
    if (mention.named && last[mention.entity] == UINT32_MAX) ++counts.new_names[sentence];
    last[mention.entity] = sentence;
    counts.mentions[sentence] += of_entity[mention.entity] / static_cast<double>(analysis.mentions.size());
    if (mention.entity == main) counts.main[sentence] = 1;
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
  int quoted = 0, first_person = 0, pronouns = 0;
  bool inside = false;
  for (const Token& token : sentence.tokens) {
    if (IsQuote(token)) inside = !inside;
    quoted += inside;
    first_person += IsFirstPerson(token);
    pronouns += IsThirdPerson(token);
    if (token.head < 0) (*f)[kRankSaying] = IsSaying(token);
    if (token.rel == Rel::kCop && token.head >= 0 && sentence.tokens[static_cast<size_t>(token.head)].head < 0) {
      const Pos pos = sentence.tokens[static_cast<size_t>(token.head)].pos;
      (*f)[kRankDefinition] = pos == Pos::kNoun || pos == Pos::kPropn;
    }
    if (token.rel == Rel::kAuxPass) (*f)[kRankPassive] = 1;
    if (IsOneOf(token.folded, {"will", "would", "plan", "plans", "planned", "expected", "could", "may"})) {
      (*f)[kRankFuture] = 1;
    }
    if (IsOneOf(token.folded, {"not", "n't", "no", "never"})) (*f)[kRankNegation] = 1;
    if (IsOneOf(token.folded, {"(", ":", "[", ";"})) (*f)[kRankBrackets] = 1;
  }
  (*f)[kRankShort] = words < 8;
  (*f)[kRankLength] = Capped(words, 40);
  (*f)[kRankLong] = std::clamp((words - 30) / 30, 0.0, 1.0);
  (*f)[kRankQuoted] = quoted / (static_cast<double>(sentence.tokens.size()) + 1);
  (*f)[kRankOpensQuote] = !sentence.tokens.empty() && IsQuote(sentence.tokens.front());
  (*f)[kRankFirstPerson] = Capped(first_person, 2);
  (*f)[kRankPronouns] = Capped(pronouns, 3);
  (*f)[kRankPronoun] = PointsBack(sentence);
  (*f)[kRankQuestion] = !sentence.tokens.empty() && sentence.tokens.back().folded == "?";
  const Token* first = FirstWord(sentence);
  (*f)[kRankConnective] = first != nullptr && (first->pos == Pos::kCconj ||
                                               IsOneOf(first->folded, {"however", "also", "then", "so", "meanwhile"}));
}

TextFeatures TextOf(const Analysis& analysis, const RankInput& input, size_t first, const Counts& counts) {
  double words = 1, sentences = 0, sayings = 0, persons = 0, present = 0, past = 0, quotes = 0, pronouns = 0;
  double names = 0, dates = 0;
  for (size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    if (IsFragment(sentence)) continue;
    ++sentences;
    names += counts.names[s];
    dates += counts.dates[s];
    for (const Token& token : sentence.tokens) {
      quotes += IsQuote(token);
      if (!IsWord(token)) continue;
      ++words;
      sayings += IsSaying(token);
      persons += IsFirstPerson(token);
      pronouns += IsThirdPerson(token);
      present += IsOneOf(token.folded, {"is", "are", "has"});
      past += IsOneOf(token.folded, {"was", "were", "had"});
    }
  }
  TextFeatures t = {};
  t[kTextAny] = 1;
  if (sentences == 0) return t;
  const double paragraphs = analysis.sentences.back().paragraph + 1.0;
  t[kTextSayings] = std::min(1.0, 25 * sayings / words);
  t[kTextNames] = std::min(1.0, 6 * names / words);
  t[kTextDates] = std::min(1.0, 25 * dates / words);
  t[kTextPersons] = std::min(1.0, 12 * persons / words);
  t[kTextPresent] = present / (present + past + 1);
  t[kTextQuoted] = std::min(1.0, 20 * quotes / words);
  t[kTextPronouns] = std::min(1.0, 12 * pronouns / words);
  t[kTextLength] = std::clamp((std::log2(words) - 6) / 8, 0.0, 1.0);
  t[kTextSentence] = std::min(1.0, words / sentences / 40);
  t[kTextParagraph] = std::min(1.0, sentences / paragraphs / 8);
  t[kTextDated] = !analysis.article.date.empty();
  const Sentence& sentence = analysis.sentences[first];
  t[kTextFirst] = input.features[first][kRankCoverage];
  t[kTextFirstLength] = Capped(WordsIn(sentence), 40);
  t[kTextFirstNames] = Capped(counts.names[first], 4);
  const Token* word = FirstWord(sentence);
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
  return first != nullptr && IsOneOf(first->folded, {"he", "she", "it", "they", "his", "her", "their", "its", "this",
                                                     "that", "these", "those", "such"});
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
    f[kRankEnd] = 1 / (1 + static_cast<double>(whole.size() - std::min(place + 1, whole.size())));
    f[kRankParagraph] = i > 0 && analysis.sentences[i - 1].paragraph != sentence.paragraph;
    f[kRankSection] = i > 0 && analysis.sentences[i - 1].heading;
    f[kRankNames] = Capped(counts.names[i], 4);
    f[kRankNewNames] = Capped(counts.new_names[i], 3);
    f[kRankNumbers] = Capped(counts.numbers[i], 3);
    f[kRankDates] = Capped(counts.dates[i], 2);
    f[kRankEntities] = std::min(1.0, 2 * counts.mentions[i]);
    f[kRankMain] = counts.main[i];
    if (!title.empty()) {
      const auto shared = std::count_if(sentence.tokens.begin(), sentence.tokens.end(),
                                        [&](const Token& token) { return title.contains(token.folded); });
      f[kRankTitle] = std::min(1.0, static_cast<double>(shared) / static_cast<double>(title.size()));
    }
    FormFeatures(sentence, &f);
    if (!IsFragment(sentence)) ++place;
  }
  if (!whole.empty()) input.text = TextOf(analysis, input, whole.front(), counts);
  return input;
}

}  // namespace pith::compiler
