#include "tests/compiled/oracle.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "engine/find/retrieve.h"
#include "engine/language/fold.h"
#include "engine/language/words.h"
#include "tests/support/edit_distance.h"
#include "tests/support/small_index.h"

namespace pith::testing {
namespace {

// ---- Words ----------------------------------------------------------------------------------------------------------

struct PlainWord {
  std::string folded;
  WordInfo info;
  bool is_word;
};

PlainWord WordOf(const std::string& text, bool is_word) {
  const FoldedWord folded(TestLanguage(), AsBytes(text));
  WordInfo info = TestLanguage().Find(folded.bytes());
  if (!info.known) info.idf = std::min<uint8_t>(info.idf, 160);  // as a query weighs a strange word
  return {AsString(folded.bytes()), info, is_word};
}

std::vector<PlainWord> WordsOf(const std::string& text) {
  std::vector<PlainWord> words;
  WordReader reader(TestLanguage(), AsBytes(text), 0, static_cast<uint32_t>(text.size()));
  for (Word word; reader.Next(&word);) {
    words.push_back(WordOf(text.substr(word.begin, word.end - word.begin), word.IsWord()));
  }
  return words;
}

// A query's words that are worth searching for, with all that each may mean in a text.
struct Sought {
  PlainWord word;
  uint32_t weight;
  std::map<uint32_t, uint32_t> keys;   // to strength
  std::map<uint32_t, uint32_t> meant;  // of these, what no phrase only hints at
};

std::vector<Sought> SoughtBy(const std::string& query) {
  const auto add = [](uint32_t key, std::map<uint32_t, uint32_t>* keys) {
    RelatedKey related[kMaxRelated];
    const uint32_t count = TestLanguage().Related(key, related, kMaxRelated);
    (*keys)[key] = 255;
    for (uint32_t i = 0; i < count; ++i) {
      uint32_t& strength = (*keys)[related[i].key];
      strength = std::max<uint32_t>(strength, related[i].strength);
    }
  };
  const std::vector<PlainWord> words = WordsOf(query);
  std::vector<Sought> sought;
  for (const PlainWord& word : words) {
    Sought& one = sought.emplace_back(Sought{word, word.info.idf, {}, {}});
    if (word.is_word && (word.info.flags & (kWordStop | kWordQuestion)) == 0) add(word.info.key, &one.keys);
    one.meant = one.keys;
  }
  // The random queries have no question words, so there are no frames.
  for (size_t begin = 0; begin < words.size(); ++begin) {
    for (uint32_t count = 2; count <= 3 && begin + count <= words.size(); ++count) {
      std::vector<uint32_t> keys;
      for (uint32_t i = 0; i < count; ++i) keys.push_back(words[begin + i].info.key);
      const uint32_t phrase = TestLanguage().FindPhrase(keys.data(), count);
      if (phrase == 0) continue;
      bool any = false;
      for (uint32_t i = 0; i < count; ++i) any |= !sought[begin + i].keys.empty();
      if (!any) sought[begin].weight = 80;
      for (uint32_t i = 0; i < count; ++i) {
        if (!sought[begin + i].keys.empty() || (!any && i == 0)) add(phrase, &sought[begin + i].keys);
      }
    }
  }
  // Two words side by side may be written as one. The random queries have no hyphens, signs or acronyms.
  for (size_t i = 0; i + 1 < words.size(); ++i) {
    if (sought[i].meant.empty() || !words[i + 1].is_word) continue;
    const PlainWord joined = WordOf(words[i].folded + words[i + 1].folded, true);
    if ((joined.info.flags & kWordStop) != 0) continue;
    for (const size_t k : {i, i + 1}) {
      if (!sought[k].meant.empty()) sought[k].keys[joined.info.key] = sought[k].meant[joined.info.key] = 255;
    }
  }
  sought.erase(std::remove_if(sought.begin(), sought.end(), [](const Sought& one) { return one.keys.empty(); }),
               sought.end());
  return sought;
}

std::string DigitsOf(const std::string& word) {
  std::string digits;
  for (const char c : word) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

uint32_t EditsAllowed(const std::string& folded) { return folded.size() < 4 ? 0 : folded.size() < 6 ? 1 : 2; }

// Far more than is allowed for words whose digits differ.
uint32_t CostOf(const std::string& folded, const std::string& word) {
  if (DigitsOf(folded) != DigitsOf(word)) return 1000;
  return SlowEditDistance(folded, word) + (word[0] == folded[0] ? 0 : 1);
}

// The words that one edit makes of another: letter by letter, those put in and put in place of another, then the one
// left out, then the one swapped with the next.
std::vector<std::string> EditsOf(const std::string& word) {
  std::vector<std::string> edits;
  for (size_t at = 0; at <= word.size(); ++at) {
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      edits.push_back(word.substr(0, at) + letter + word.substr(at));
      if (at < word.size()) edits.push_back(word.substr(0, at) + letter + word.substr(at + 1));
    }
    if (at < word.size()) edits.push_back(word.substr(0, at) + word.substr(at + 1));
    if (at + 1 < word.size()) edits.push_back(word.substr(0, at) + word[at + 1] + word[at] + word.substr(at + 2));
  }
  return edits;
}

}  // namespace

// ---- One article ----------------------------------------------------------------------------------------------------

ArticleOracle::ArticleOracle(const compiler::Analysis& analysis) : analysis_(analysis) {
  for (uint32_t s = 0; s < size(); ++s) {
    uint32_t length = 0;
    std::vector<uint32_t> all;
    families_.emplace_back();
    for (const compiler::Token& token : analysis_.sentences[s].tokens) {
      const std::string text = analysis_.article.text.substr(token.begin, token.end - token.begin);
      const std::vector<PlainWord> words = WordsOf(text);
      all.push_back(WordOf(text, true).info.key);
      if (words.empty() || !words[0].is_word) continue;
      ++word_count_;
      const PlainWord word = WordOf(text, true);
      if ((word.info.flags & kWordStop) != 0) continue;
      ++length;
      uint32_t& weight = postings_[word.info.key][s];
      weight = std::min(weight + 16, 255u);
      words_.emplace_back(word.folded, word.info.key);
      families_[s].push_back(word.info.key);
    }
    lengths_.push_back(length);
    for (size_t begin = 0; begin < all.size(); ++begin) {
      for (uint32_t count = 2; count <= 3 && begin + count <= all.size(); ++count) {
        const uint32_t phrase = TestLanguage().FindPhraseOfTexts(&all[begin], count);
        if (phrase != 0) postings_[phrase].emplace(s, 16);
      }
    }
  }
  for (const compiler::Mention& mention : analysis_.mentions) {
    const compiler::Entity& entity = analysis_.entities[mention.entity];
    std::string names = entity.name;
    for (const std::string& alias : entity.aliases) {
      if (std::all_of(alias.begin(), alias.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) names += " " + alias;
    }
    for (const PlainWord& word : WordsOf(names)) {
      if (!word.is_word || (word.info.flags & kWordStop) != 0) continue;
      postings_[word.info.key].emplace(mention.span.sentence, 8);
    }
  }
}

std::vector<ArticleOracle::Found> ArticleOracle::Meanings(const std::string& folded, bool known,
                                                          const std::map<uint32_t, uint32_t>& keys) const {
  std::vector<Found> found;
  for (const auto& [key, strength] : keys) {
    if (postings_.count(key) != 0) found.push_back({key, strength});
  }
  if (!found.empty() || known) return found;
  const uint32_t allowed = EditsAllowed(folded);
  // The nearest; of several, the one of the most sentences; of several, the first family.
  std::tuple<uint32_t, size_t, uint32_t> best = {allowed + 1, 0, 0};
  for (const auto& [word, family] : words_) {
    best = std::min(best, {CostOf(folded, word), ~postings_.at(family).size(), family});
  }
  if (std::get<0>(best) <= allowed) found.push_back({std::get<2>(best), 192});
  return found;
}

uint32_t ArticleOracle::Impact(uint32_t key) const {
  const auto found = postings_.find(key);
  if (found == postings_.end()) return 0;
  uint64_t weight = 0;
  for (const auto& [sentence, tf] : found->second) weight += tf;
  return static_cast<uint32_t>(1 + 254 * weight / (weight + 10 + 6 * word_count_ / 120));
}

std::map<uint32_t, uint32_t> ArticleOracle::Scores(const std::string& query, const Corrections* corrections) const {
  const bool own = corrections == nullptr;
  std::vector<uint64_t> plain(size());
  std::vector<std::vector<uint64_t>> by_word;
  const uint64_t average = word_count_ / size() + 1;
  for (const Sought& sought : SoughtBy(query)) {
    std::vector<uint64_t> best(size());
    std::map<uint32_t, uint32_t> keys = sought.keys;
    const bool corrected = !own && corrections->count(sought.word.folded) != 0;
    if (corrected) keys[corrections->at(sought.word.folded)] = 192;
    for (const Found& found : Meanings(sought.word.folded, sought.word.info.known || !own, keys)) {
      const auto& sentences = postings_.at(found.key);
      // Rarity in the article, always above zero, and a quarter of the word's own weight.
      const uint64_t rarity = Log2x16(2 * size() + 2) - Log2x16(2 * static_cast<uint32_t>(sentences.size()) + 1) + 1;
      const uint64_t plainly = (own ? rarity + sought.weight / 4 : sought.weight) * found.strength;
      // What the article's heading says, every sentence is about.
      const bool topic = own && analysis_.sentences[0].heading && sentences.count(0) != 0;
      const uint64_t weight = plainly / 16 * (topic ? 5 : 16);
      for (const auto& [sentence, tf] : sentences) {
        // BM25 with k1 = 1 (16 sixteenths, as a plain occurrence weighs) and b = 3/8.
        const uint64_t norm = (16 * 10 + 16 * 6 * lengths_[sentence] / average) / 16;
        best[sentence] = std::max(best[sentence], weight * tf / (tf + norm));
      }
    }
    for (uint32_t s = 0; s < size(); ++s) plain[s] += best[s];
    by_word.push_back(std::move(best));
  }
  // A paragraph's sentences that hold anything, in groups of at most 16, none 17 or more behind the one before it.
  std::vector<std::vector<uint32_t>> groups;
  for (uint32_t s = 0; s < size(); ++s) {
    if (plain[s] == 0) continue;
    const bool joins = !groups.empty() && groups.back().size() < 16 && s - groups.back().back() <= 16 &&
                       analysis_.sentences[s].paragraph == analysis_.sentences[groups.back().back()].paragraph;
    if (!joins) groups.emplace_back();
    groups.back().push_back(s);
  }
  std::map<uint32_t, uint32_t> scores;
  for (const std::vector<uint32_t>& group : groups) {
    // What the group has of each word at best, and an eighth of what the sentences right beside have.
    uint64_t together = 0;
    for (const std::vector<uint64_t>& word : by_word) {
      uint64_t most = 0;
      for (const uint32_t s : group) most = std::max(most, word[s]);
      together += most;
    }
    for (size_t i = 0; i < group.size(); ++i) {
      const uint32_t s = group[i];
      uint64_t beside = i > 0 && group[i - 1] + 1 == s ? plain[s - 1] : 0;
      if (i + 1 < group.size() && group[i + 1] == s + 1) beside += plain[s + 1];
      const compiler::Sentence& sentence = analysis_.sentences[s];
      const bool asks = sentence.end > sentence.begin && analysis_.article.text[sentence.end - 1] == '?';
      const uint64_t share = sentence.heading ? 1 : asks ? 8 : 16;
      scores[s] = static_cast<uint32_t>((plain[s] + beside / 8 + together * 5 / 16) / 16 * share);
    }
  }
  return scores;
}

// ---- The index ------------------------------------------------------------------------------------------------------

IndexOracle::IndexOracle(const std::vector<compiler::Analysis>& articles) {
  for (const compiler::Analysis& article : articles) articles_.emplace_back(article);
}

// What is meant by each word of the query that nobody knows and no article has: the nearest word that begins with the
// same letter, of several the one that the most articles have; or else what one edit makes of it.
Corrections IndexOracle::Correct(const std::string& query) const {
  const auto articles_with = [this](uint32_t key) {
    return std::count_if(articles_.begin(), articles_.end(),
                         [key](const ArticleOracle& article) { return article.postings().count(key) != 0; });
  };
  std::set<std::string> all;
  for (const ArticleOracle& article : articles_) {
    for (const auto& [word, family] : article.words()) {
      if (word.size() >= 3) all.insert(word);
    }
  }
  Corrections corrections;
  for (const Sought& sought : SoughtBy(query)) {
    const std::string& folded = sought.word.folded;
    const bool stands = std::any_of(sought.keys.begin(), sought.keys.end(),
                                    [&](const auto& key) { return articles_with(key.first) != 0; });
    if (sought.word.info.known || stands || EditsAllowed(folded) == 0) continue;
    uint32_t least = EditsAllowed(folded);
    long most = 0;
    for (const std::string& word : all) {
      if (word[0] != folded[0]) continue;
      const uint32_t cost = CostOf(folded, word), key = WordOf(word, true).info.key;
      if (cost > least || (cost == least && articles_with(key) <= most)) continue;
      least = cost;
      most = articles_with(key);
      corrections[folded] = key;
    }
    if (most != 0) continue;
    for (const std::string& word : EditsOf(folded)) {
      const uint32_t key = WordOf(word, true).info.key;
      if (CostOf(folded, word) > EditsAllowed(folded) || articles_with(key) <= most) continue;
      most = articles_with(key);
      corrections[folded] = key;
    }
  }
  return corrections;
}

// All articles that have a word of the query, with their scores, the best first.
std::vector<std::pair<uint32_t, uint32_t>> IndexOracle::Ranked(const std::string& query,
                                                               const Corrections& corrections) const {
  std::vector<std::pair<uint32_t, uint32_t>> order;
  for (uint32_t a = 0; a < articles_.size(); ++a) {
    uint32_t score = 0;
    for (const Sought& sought : SoughtBy(query)) {
      std::map<uint32_t, uint32_t> keys = sought.meant;
      if (corrections.count(sought.word.folded) != 0) keys[corrections.at(sought.word.folded)] = 192;
      uint32_t best = 0;
      for (const auto& [key, strength] : keys) {
        if (strength >= 160) best = std::max(best, sought.weight * strength / 16 * articles_[a].Impact(key) / 256);
      }
      score += best;
    }
    if (score > 0) order.emplace_back(a, score);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& x, const auto& y) { return x.second > y.second; });
  return order;
}

std::vector<OracleHit> IndexOracle::Search(uint32_t article, const std::string& query, uint32_t capacity,
                                           uint32_t skip) const {
  constexpr size_t kRound = 16;
  const auto better = [](const OracleHit& x, const OracleHit& y) {
    return x.score != y.score ? x.score > y.score : std::tie(x.article, x.sentence) < std::tie(y.article, y.sentence);
  };
  if (articles_.size() == 1) article = 0;
  std::vector<OracleHit> hits;
  if (article != PITH_ALL_ARTICLES) {
    for (const auto& [sentence, score] : articles_[article].Scores(query)) hits.push_back({article, sentence, score});
    std::sort(hits.begin(), hits.end(), better);
  } else {
    const Corrections corrections = Correct(query);
    const auto ranked = Ranked(query, corrections);
    for (size_t first = 0; first < ranked.size(); first += kRound) {
      const auto round = static_cast<std::ptrdiff_t>(hits.size());
      for (size_t i = first; i < std::min(ranked.size(), first + kRound); ++i) {
        // Six times its article's score, in sixteenths; the first sentence if only the title has the words.
        const uint32_t share = ranked[i].second / 16 * 96;
        for (const auto& [sentence, score] : articles_[ranked[i].first].Scores(query, &corrections)) {
          hits.push_back({ranked[i].first, sentence, share + score});
        }
      }
      std::sort(hits.begin() + round, hits.end(), better);
    }
  }
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(std::min<size_t>(skip, hits.size())));
  if (hits.size() > capacity) hits.resize(capacity);
  for (size_t i = 1; i < hits.size(); ++i) hits[i].score = std::min(hits[i].score, hits[i - 1].score);
  return hits;
}

std::vector<uint32_t> IndexOracle::Summarize(uint32_t article, uint32_t sentences, uint32_t bytes, bool lead,
                                             const std::string& query) const {
  const ArticleOracle& of = articles_[article];
  const compiler::Analysis& analysis = of.analysis();
  std::vector<uint32_t> order;
  std::vector<OracleHit> query_hits;
  if (!query.empty() && !lead) {
    query_hits = Search(article, query, 64);
  }
  for (uint32_t i = 0; i < of.size(); ++i) order.push_back(lead ? i : analysis.summary_order[i]);
  std::set<uint32_t> chosen, said;
  uint64_t used = 0;
  const auto offer = [&](uint32_t s) {
    const compiler::Sentence& sentence = analysis.sentences[s];
    const uint64_t cost = sentence.end - sentence.begin + (chosen.empty() ? 0 : 1);
    if (chosen.count(s) != 0 || (sentences != 0 && chosen.size() == sentences)) return;
    if (bytes != 0 && used + cost > bytes) return;
    used += cost;
    chosen.insert(s);
    said.insert(of.families(s).begin(), of.families(s).end());
  };
  // Each time the one that adds most: what counts is how relevant, how important and how new it is.
  while (!query_hits.empty()) {
    size_t best = 0;
    uint64_t most = 0;
    for (size_t i = 0; i < query_hits.size(); ++i) {
      const std::vector<uint32_t>& families = of.families(query_hits[i].sentence);
      uint64_t fresh = 0;
      for (const uint32_t family : families) fresh += said.count(family) == 0;
      if (!families.empty()) fresh = 16 * fresh / families.size();
      const uint64_t importance = analysis.importance[query_hits[i].sentence];
      const uint64_t gain = query_hits[i].score * (10000 + 8 * importance + 1000 * fresh) / 32768;
      if (i == 0 || gain > most) best = i, most = gain;
    }
    offer(query_hits[best].sentence);
    query_hits.erase(query_hits.begin() + static_cast<std::ptrdiff_t>(best));
  }
  for (const uint32_t s : order) offer(s);
  return std::vector<uint32_t>(chosen.begin(), chosen.end());
}

// Only for subjects and relations of RandomArticle, whose words are told apart by a plain search.
std::vector<std::string> IndexOracle::Lookup(uint32_t article, const std::string& subject,
                                             const std::string& relation) const {
  std::vector<std::tuple<int, uint32_t, uint32_t, uint32_t, size_t, std::string>> found;
  for (uint32_t a = 0; a < articles_.size(); ++a) {
    if (article != PITH_ALL_ARTICLES && a != article) continue;
    const std::vector<compiler::Fact>& facts = articles_[a].analysis().facts;
    std::set<std::tuple<uint32_t, std::string, std::string, std::string>> told;
    for (size_t i = 0; i < facts.size(); ++i) {
      const compiler::Fact& fact = facts[i];
      const bool is_subject = fact.subject == subject || "the " + subject == fact.subject ||
                              "a " + subject == fact.subject || (subject == "mill" && fact.subject == "the old mill") ||
                              (subject == "Tessaly" && fact.subject == "Tessaly of Kvasir");
      bool has_relation = true;
      for (const std::string word : {"painted", "closed", "slowly", "king", "burned"}) {
        has_relation =
            has_relation && (relation.find(word) == std::string::npos || fact.relation.find(word) != std::string::npos);
      }
      if (!is_subject || !has_relation) continue;
      if (!told.emplace(fact.sentence, fact.subject, fact.relation, fact.object).second) continue;
      found.emplace_back(-int{fact.importance}, a, fact.sentence, fact.begin, i, fact.object);
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> objects;
  for (const auto& fact : found) objects.push_back(std::get<5>(fact));
  return objects;
}

int IndexOracle::Find(const std::string& id) const {
  for (uint32_t a = 0; a < articles_.size(); ++a) {
    if (articles_[a].analysis().article.id == id) return static_cast<int>(a);
  }
  return -1;
}

}  // namespace pith::testing
