// The articles and queries of random words that the oracle's tests use.

#include <string>
#include <vector>

#include "tests/compiled/oracle.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

const std::vector<std::string>& Vocabulary() {
  static const auto* const words = new std::vector<std::string>{
      "mill",    "mills",    "harbour", "storm",    "ferry",  "ferries", "painted", "painter",    "resigned", "river",
      "bridge",  "closed",   "market",  "Orrendal", "Kvasir", "Tessaly", "Brund",   "lighthouse", "the",      "a",
      "in",      "of",       "12",      "1,000",    "winter", "cold",    "snow",    "teacher",    "school",   "village",
      "gardens", "gardener", "was",     "and",      "Ödby",   "burned",  "castle",  "king",       "queen",    "army"};
  return *words;
}

const char* const kSubjects[] = {"Brund", "the old mill", "Tessaly of Kvasir", "a gardener"};
const char* const kRelations[] = {"painted", "closed slowly", "closed", "was king of", "burned"};

}  // namespace

compiler::Analysis RandomArticle(const std::string& id, uint32_t sentences_at_most, Random* random) {
  compiler::Analysis a;
  a.article.id = id;
  std::string& text = a.article.text;
  const uint32_t count = 1 + random->Next(sentences_at_most);
  for (uint32_t s = 0; s < count; ++s) {
    if (!text.empty()) text += random->Next(4) == 0 ? "\n\n" : " ";
    compiler::Sentence& sentence = a.sentences.emplace_back();
    sentence.begin = static_cast<uint32_t>(text.size());
    const uint32_t words = 1 + random->Next(12);
    for (uint32_t w = 0; w < words; ++w) {
      // Some words are frequent and some are rare.
      const uint32_t some = static_cast<uint32_t>(Vocabulary().size()) >> random->Next(3);
      text += (w == 0 ? "" : " ") + Vocabulary()[random->Next(some)];
    }
    text += '.';
    sentence.end = static_cast<uint32_t>(text.size());
    WordReader reader(TestLanguage(), AsBytes(text), sentence.begin, sentence.end);
    for (Word word; reader.Next(&word);) {
      compiler::Token& token = sentence.tokens.emplace_back();
      token.begin = word.begin;
      token.end = word.end;
      token.head = sentence.tokens.size() == 1 ? -1 : static_cast<int>(random->Next(sentence.tokens.size() - 1));
    }
    a.importance.push_back(static_cast<uint16_t>(random->Next(10001)));
    a.summary_order.insert(a.summary_order.begin() + random->Next(s + 1), s);
  }
  a.entities = {{"Queen Tessaly of Brund", NameType::kPerson, {"Tessaly", "QTB"}}};
  for (uint32_t i = random->Next(4); i > 0; --i) {
    compiler::Mention mention;
    mention.span.sentence = random->Next(count);
    mention.span.last = 1;
    mention.named = random->Next(2) == 0;
    a.mentions.push_back(mention);
  }
  for (uint32_t i = random->Next(8); i > 0; --i) {
    compiler::Fact fact = FactOf(a, random->Next(count), kSubjects[random->Next(4)], kRelations[random->Next(5)],
                                 "object " + std::to_string(i), static_cast<uint16_t>(random->Next(6) * 1000));
    a.facts.push_back(fact);
  }
  for (uint32_t i = random->Next(6); i > 0; --i) {
    compiler::Value& value = a.values.emplace_back();
    value.kind = ValueKind::kDate;
    value.iso = std::to_string(1900 + random->Next(40));
    compiler::Event event;
    event.value = static_cast<int>(a.values.size()) - 1;
    event.sentence = random->Next(count);
    event.begin = a.sentences[event.sentence].begin;
    event.end = a.sentences[event.sentence].end;
    a.events.push_back(event);
  }
  std::stable_sort(a.events.begin(), a.events.end(), [&a](const compiler::Event& x, const compiler::Event& y) {
    return std::tie(a.values[x.value].iso, x.begin) < std::tie(a.values[y.value].iso, y.begin);
  });
  return a;
}

std::string RandomQuery(Random* random) {
  std::string query;
  for (uint32_t i = 1 + random->Next(4); i > 0; --i) {
    std::string word = random->Pick(Vocabulary());
    switch (random->Next(5)) {
      case 0:
        word[random->Next(static_cast<uint32_t>(word.size()))] = 'x';
        break;
      case 1:
        word = std::vector<std::string>{
            "paints", "KINGS", "resignation", "frost", "zzyzx", "kingdom", "Tesaly"}[random->Next(7)];
        break;
      default:
        break;
    }
    query += (query.empty() ? "" : " ") + word;
  }
  return query;
}

}  // namespace pith::testing
