#include "tools/compiler/write/part_terms.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "engine/language/fold.h"
#include "engine/language/other_forms.h"
#include "engine/language/words.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

// Whether the token is a word rather than punctuation, by the rule of WordReader.
bool IsWord(const Language& language, Bytes token) {
  for (uint64_t at = 0; at < token.size();) {
    switch (language.ClassOf(DecodeUtf8(token, &at))) {
      case CharClass::kLetter:
      case CharClass::kUpper:
      case CharClass::kDigit:
      case CharClass::kIdeograph:
        return true;
      default:
        break;
    }
  }
  return false;
}

// Collects terms by key, before their numbers are known.
class TermFinder {
 public:
  TermFinder(const Analysis& analysis, const Language& language)
      : analysis_(analysis), language_(language), text_(AsBytes(analysis.article.text)) {}

  PartTerms Run() {
    for (size_t s = 0; s < analysis_.sentences.size(); ++s) {
      AddSentence(static_cast<uint32_t>(s));
      AddPhrases(static_cast<uint32_t>(s));
      AddOtherForms(static_cast<uint32_t>(s));
    }
    AddMeant();
    AddTitle();
    return Finish();
  }

 private:
  // A token's key; not indexed for punctuation and stop words.
  struct TokenKey {
    uint32_t key = 0;
    bool indexed = false;
  };

  // A word or phrase that a sentence says, or means without saying it.
  struct Found {
    uint32_t key, sentence;
    bool said;
  };

  // Keeps a key. False if it is new and there is no room for another.
  bool Keep(uint32_t key) {
    if (keys_.contains(key)) return true;
    if (keys_.size() == kMaxArticleTerms) return false;
    keys_.insert(key);
    return true;
  }

  void AddSentence(uint32_t number) {
    auto& keys = token_keys_.emplace_back();
    families_.clear();
    for (const Token& token : analysis_.sentences[number].tokens) {
      TokenKey& key = keys.emplace_back();
      const Bytes bytes = text_.Sub(token.begin, token.end - token.begin);
      const WordInfo info = language_.Find(FoldedWord(language_, bytes).bytes());
      families_.push_back(info.key);
      if (!IsWord(language_, bytes)) continue;
      ++out_.word_count;
      if ((info.flags & kWordStop) != 0) continue;
      key.key = info.key;
      key.indexed = Keep(info.key);
      if (key.indexed) found_.push_back({info.key, number, true});
    }
  }

  // Adds the phrases that the sentence's words form and that a question may ask for by another word.
  void AddPhrases(uint32_t number) {
    for (size_t i = 0; i < families_.size(); ++i) {
      for (uint32_t size = 2; size <= kMaxPhraseWords && i + size <= families_.size(); ++size) {
        const uint32_t key = language_.FindPhraseOfTexts(families_.data() + i, size);
        if (key != 0 && Keep(key)) found_.push_back({key, number, true});
      }
    }
  }

  // Adds other ways to write the sentence's words, by which a question may ask for them.
  void AddOtherForms(uint32_t number) {
    const std::vector<Token>& tokens = analysis_.sentences[number].tokens;
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (!IsWord(language_, BytesOf(tokens[i]))) continue;
      const FoldedWord folded(language_, BytesOf(tokens[i]));
      const WordParts parts(folded.bytes());
      for (uint32_t p = 0; p < parts.count(); ++p) AddForm(parts[p], number);
      i = AddJoined(tokens, i, number);
    }
  }

  // Adds the words joined by hyphens from token `first` on, as one word. Returns the last of their tokens.
  size_t AddJoined(const std::vector<Token>& tokens, size_t first, uint32_t number) {
    JoinedWord joined;
    size_t last = first;
    bool fits = joined.Add(FoldedWord(language_, BytesOf(tokens[first])).bytes());
    for (; last + 2 < tokens.size() && tokens[last + 1].folded == "-"; last += 2) {
      const bool glued = tokens[last].end == tokens[last + 1].begin && tokens[last + 1].end == tokens[last + 2].begin;
      if (!glued || !IsWord(language_, BytesOf(tokens[last + 2]))) break;
      fits = fits && joined.Add(FoldedWord(language_, BytesOf(tokens[last + 2])).bytes());
    }
    if (fits && last != first && last <= first + 2 * (kMaxJoinedWords - 1)) AddForm(joined.bytes(), number);
    return last;
  }

  void AddForm(Bytes folded, uint32_t number) {
    const WordInfo info = language_.Find(folded);
    if ((info.flags & kWordStop) == 0 && Keep(info.key)) found_.push_back({info.key, number, true});
  }

  Bytes BytesOf(const Token& token) const { return text_.Sub(token.begin, token.end - token.begin); }

  // Adds the keys of a name's words, up to kMaxMeantWords in all; returns the last one, or 0.
  uint32_t AddKeysOf(absl::string_view name, std::vector<uint32_t>* keys) const {
    uint32_t last = 0;
    const Bytes bytes = AsBytes(name);
    WordReader reader(language_, bytes, 0, static_cast<uint32_t>(bytes.size()));
    for (Word word; reader.Next(&word);) {
      if (!word.IsWord()) continue;
      const WordInfo info = language_.Find(FoldedWord(language_, bytes.Sub(word.begin, word.end - word.begin)).bytes());
      if ((info.flags & kWordStop) != 0) continue;
      last = info.key;
      const bool is_new = std::find(keys->begin(), keys->end(), last) == keys->end();
      if (is_new && keys->size() < kMaxMeantWords) keys->push_back(last);
    }
    return last;
  }

  // Whether a name is one word in capitals: "NATO".
  bool IsAcronym(absl::string_view name) const {
    WordReader reader(language_, AsBytes(name), 0, static_cast<uint32_t>(name.size()));
    Word word, second;
    return reader.Next(&word) && (word.shape & kShapeUpper) != 0 && !reader.Next(&second);
  }

  // Adds what a mention of each entity means besides what it says: the words of its fullest name, its acronyms and the
  // names that an editor gives it; and what else an editor says that words mean.
  void AddMeant() {
    std::vector<std::vector<uint32_t>> names(analysis_.entities.size());
    std::vector<uint32_t> last_words(names.size());
    std::vector<uint32_t> last_sentences(names.size(), UINT32_MAX);  // in which each entity was mentioned so far
    for (size_t e = 0; e < names.size(); ++e) {
      const Entity& entity = analysis_.entities[e];
      last_words[e] = AddKeysOf(entity.name, &names[e]);
      for (const std::string& alias : entity.aliases) {
        if (IsAcronym(alias)) AddKeysOf(alias, &names[e]);
      }
      for (const std::string& alias : entity.also) AddKeysOf(alias, &names[e]);
      std::sort(names[e].begin(), names[e].end());
    }
    for (const Mention& mention : analysis_.mentions) {
      const bool again = std::exchange(last_sentences[mention.entity], mention.span.sentence) == mention.span.sentence;
      for (const uint32_t key : names[mention.entity]) {
        if (!again && Keep(key)) found_.push_back({key, mention.span.sentence, false});
      }
      // A pronoun stands for the name: "his" is indexed as the surname.
      const uint32_t last = last_words[mention.entity];
      const Token& token = analysis_.sentences[mention.span.sentence].tokens[mention.span.first];
      if (!mention.named && token.pos == Pos::kPron && last != 0 && keys_.contains(last)) {
        token_keys_[mention.span.sentence][mention.span.first] = {last, true};
      }
    }
    for (const Meaning& meaning : analysis_.meanings) {
      std::vector<uint32_t> keys;
      AddKeysOf(meaning.words, &keys);
      for (const uint32_t key : keys) {
        if (Keep(key)) found_.push_back({key, meaning.span.sentence, false});
      }
    }
  }

  // The words of the title and the aliases are terms even if no sentence contains them, because questions that name the
  // article's subject are about it.
  void AddTitle() {
    AddKeysOf(analysis_.article.title, &topic_);
    for (const std::string& alias : analysis_.article.aliases) AddKeysOf(alias, &topic_);
    std::sort(topic_.begin(), topic_.end());
    for (const uint32_t key : topic_) Keep(key);
  }

  PartTerms Finish() {
    std::sort(found_.begin(), found_.end(),
              [](const Found& x, const Found& y) { return std::tie(x.key, x.sentence) < std::tie(y.key, y.sentence); });
    std::vector<uint32_t> keys(keys_.begin(), keys_.end());
    std::sort(keys.begin(), keys.end());
    absl::flat_hash_map<uint32_t, uint16_t> numbers;
    auto found = found_.cbegin();
    for (const uint32_t key : keys) {
      numbers[key] = static_cast<uint16_t>(out_.terms.size());
      out_.terms.push_back({key, static_cast<uint32_t>(out_.postings.size())});
      while (found != found_.cend() && found->key == key) {
        const uint32_t sentence = found->sentence;
        uint32_t said = 0;
        for (; found != found_.cend() && found->key == key && found->sentence == sentence; ++found) said += found->said;
        const uint32_t weight = said == 0 ? kMeantWeight : std::min<uint32_t>(said * kOccurrenceWeight, 255);
        out_.postings.push_back({sentence << 8 | weight});
      }
    }
    out_.terms.push_back({kNone, static_cast<uint32_t>(out_.postings.size())});
    for (const uint32_t key : topic_) {
      if (keys_.contains(key)) out_.topic.push_back(numbers.at(key));
    }
    const auto number_of = [&numbers](TokenKey key) { return key.indexed ? numbers.at(key.key) : kNoTerm; };
    for (const auto& keys : token_keys_) {
      auto& terms = out_.token_terms.emplace_back();
      for (const TokenKey& key : keys) terms.push_back(number_of(key));
    }
    return std::move(out_);
  }

  const Analysis& analysis_;
  const Language& language_;
  const Bytes text_;
  absl::flat_hash_set<uint32_t> keys_;
  std::vector<Found> found_;
  std::vector<uint32_t> topic_;  // the keys of the title
  std::vector<std::vector<TokenKey>> token_keys_;
  std::vector<uint32_t> families_;  // of the tokens of the sentence added last
  PartTerms out_;
};

}  // namespace

PartTerms FindTerms(const Analysis& analysis, const Language& language) { return TermFinder(analysis, language).Run(); }

}  // namespace pith::compiler
