#include "tools/compiler/entities/entities.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "tools/compiler/entities/join_names.h"
#include "tools/compiler/entities/name_use.h"
#include "tools/compiler/entities/type_clues.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"
#include "tools/compiler/names/name_repair.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr int kTypes = kNameTypeCount;

// Longer names are not looked for where the tagger did not tag them.
constexpr uint32_t kMaxMissedTokens = 16;

class Gatherer {
 public:
  Gatherer(Analysis* analysis, const Language& language) : analysis_(*analysis), language_(language) {}

  void Run() {
    for (const Name& name : analysis_.names) AddUse(name);
    TakeClues();
    SortUses();
    SettleTypes();
    clusters_ = JoinNames(&uses_);
    AddMissedUses();
    Write();
  }

 private:
  const Sentence& SentenceOf(const NameUse& use) const { return analysis_.sentences[use.span.sentence]; }

  void AddUse(const Name& name) {
    const Sentence& sentence = analysis_.sentences[name.span.sentence];
    const auto folded = [&](uint32_t i) -> absl::string_view { return sentence.tokens[i].folded; };
    NameUse use;
    use.span = name.span;
    uint32_t& first = use.span.first;
    uint32_t& last = use.span.last;
    while (first + 1 < last &&
           (sentence.tokens[first].pos == Pos::kPunct || IsOneOf(folded(first), {"the", "a", "an"}))) {
      ++first;
    }
    while (first + 1 < last && (sentence.tokens[last - 1].pos == Pos::kPunct || folded(last - 1) == "'s")) --last;
    if (first >= last) return;
    use.core = first;
    const bool person = name.type == NameType::kPerson;
    const auto is_title = [&](uint32_t i) { return IsHonorific(folded(i)) || IsTitle(folded(i)); };
    // Titles inside the name as tagged, then those before it.
    uint32_t end_of_title = first;
    for (uint32_t i = first; i + 1 < last; ++i) {
      if (IsHonorific(folded(i)) || (person && is_title(i)))
        end_of_title = i + 1;
      else if (!(person && IsTitleModifier(folded(i))))
        break;
    }
    use.core = end_of_title;
    TakeTitle(&use, name.type);
    use.votes[static_cast<int>(name.type)] += 2;
    if (use.titled()) use.votes[static_cast<int>(NameType::kPerson)] += 3;
    Finish(&use);
    const int head = HeadOutside(use);
    if (head >= 0 && IsPlaceKind(sentence.tokens[static_cast<size_t>(head)].lemma) && PrecededBy(use, "of")) {
      use.votes[static_cast<int>(NameType::kPlace)] += 5;
    }
    if (name.type != NameType::kPlace && ActsAsCompany(use)) use.votes[static_cast<int>(NameType::kOrganization)] += 4;
    uses_.push_back(std::move(use));
  }

  // The uses still stand in the order of their sentences.
  void TakeClues() {
    for (size_t u = 0; u < uses_.size();) {
      const uint32_t sentence = uses_[u].span.sentence;
      const Tree tree(analysis_.sentences[sentence]);
      for (; u < uses_.size() && uses_[u].span.sentence == sentence; ++u) {
        VoteByContext(tree, language_, &uses_[u]);
      }
    }
  }

  // "Acme's shares", "Acme was founded in 1956": what only a company or the like has and undergoes.
  bool ActsAsCompany(const NameUse& use) const {
    const std::vector<Token>& tokens = SentenceOf(use).tokens;
    for (uint32_t i = use.span.last + 1; i < tokens.size() && i < use.span.last + 4; ++i) {
      const bool owned = IsOneOf(tokens[use.span.last].folded, {"'s", "'"}) && tokens[i].pos == Pos::kNoun;
      if (owned && IsCompanyProperty(tokens[i].lemma)) return true;
    }
    const Token& head = tokens[use.span.head];
    return head.rel == Rel::kNsubjPass && head.head >= 0 && tokens[static_cast<size_t>(head.head)].lemma == "found";
  }

  // Extends the span to the title before the name: "Mr", "Prime Minister".
  void TakeTitle(NameUse* use, NameType type) const {
    const Sentence& sentence = SentenceOf(*use);
    const auto before = [&]() -> absl::string_view { return sentence.tokens[use->span.first - 1].folded; };
    while (use->span.first > 0) {
      const bool inside = use->core > use->span.first && !IsHonorific(sentence.tokens[use->span.first].folded);
      const bool title = IsHonorific(before()) || (type != NameType::kPlace && IsTitle(before()));
      if (!title && !(inside && IsTitleModifier(before()))) break;
      --use->span.first;
    }
    use->title = use->core > use->span.first ? sentence.tokens[use->span.first].folded : "";
  }

  void Finish(NameUse* use) {
    const Sentence& sentence = SentenceOf(*use);
    use->words = NameWords(sentence, use->core, use->span.last);
    use->key = absl::StrJoin(use->words, " ");
    Span core = use->span;
    core.first = use->core;
    use->written = TextOf(analysis_, core);
    // The span's head is the token whose own head lies outside the span.
    use->span.head = use->core;
    for (uint32_t i = use->span.first; i < use->span.last; ++i) {
      const int head = sentence.tokens[i].head;
      if (head < static_cast<int>(use->span.first) || head >= static_cast<int>(use->span.last)) {
        use->span.head = i;
        break;
      }
    }
  }

  int HeadOutside(const NameUse& use) const { return SentenceOf(use).tokens[use.span.head].head; }

  bool PrecededBy(const NameUse& use, absl::string_view word) const {
    return use.span.first > 0 && SentenceOf(use).tokens[use.span.first - 1].folded == word;
  }

  void SortUses() {
    std::sort(uses_.begin(), uses_.end(), [](const NameUse& a, const NameUse& b) {
      return std::make_pair(a.span.sentence, a.span.first) < std::make_pair(b.span.sentence, b.span.first);
    });
  }

  // Whether the name may well be a person's: a town may be cold, but does little.
  bool ActsAsPerson(const NameUse& use) const {
    if (use.votes[static_cast<int>(NameType::kPlace)] == 0) return true;
    const std::vector<Token>& tokens = SentenceOf(use).tokens;
    const Token& head = tokens[use.span.head];
    if (head.rel != Rel::kNsubj || head.head < 0) return false;
    const Token& verb = tokens[static_cast<size_t>(head.head)];
    return verb.pos == Pos::kVerb || verb.pos == Pos::kNum;  // "Millan was 67"
  }

  // "Modibo Tandina", where the article calls a person Tandina again and again.
  bool IsFullNameOf(const absl::flat_hash_map<absl::string_view, std::array<int, kTypes>>& totals,
                    const NameUse& use) const {
    if (use.words.size() != 2 || TypeOfWords(language_, use) != NameType::kNone) return false;
    const auto surname = totals.find(use.words.back());
    if (surname == totals.end()) return false;
    const std::array<int, kTypes>& total = surname->second;
    const int person = total[static_cast<size_t>(NameType::kPerson)];
    return person >= 4 &&
           std::max_element(total.begin(), total.end()) == total.begin() + static_cast<int>(NameType::kPerson);
  }

  // Occurrences with the same spelling are of one type: the one that most of them support.
  void SettleTypes() {
    absl::flat_hash_map<absl::string_view, std::array<int, kTypes>> totals;  // by key
    absl::flat_hash_set<absl::string_view> surnames;                         // of full names of persons
    for (const NameUse& use : uses_) {
      std::array<int, kTypes>& total = totals[use.key];
      for (int t = 0; t < kTypes; ++t) total[static_cast<size_t>(t)] += use.votes[t];
      if (use.words.size() > 1 && use.Type() == NameType::kPerson) surnames.insert(use.words.back());
    }
    for (NameUse& use : uses_) {
      const std::array<int, kTypes>& total = totals[use.key];
      std::copy(total.begin(), total.end(), use.votes);
      if (IsFullNameOf(totals, use)) use.votes[static_cast<int>(NameType::kPerson)] += 4;
      if (surnames.contains(use.key)) use.votes[static_cast<int>(NameType::kPerson)] += ActsAsPerson(use) ? 2 : 1;
    }
  }

  // Adds other occurrences of the same words that the name tagger did not tag as a name.
  void AddMissedUses() {
    absl::flat_hash_map<absl::string_view, const NameUse*> known;  // by key; null: ambiguous
    uint32_t longest = 1;
    for (const NameUse& use : uses_) {
      const auto [entry, is_new] = known.try_emplace(use.key, &use);
      if (!is_new && entry->second != nullptr && entry->second->cluster != use.cluster) entry->second = nullptr;
      longest = std::max(longest, use.span.last - use.core);
    }
    longest = std::min(longest, kMaxMissedTokens);
    std::vector<NameUse> found;
    size_t next = 0;
    for (uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Sentence& sentence = analysis_.sentences[s];
      const auto count = static_cast<uint32_t>(sentence.tokens.size());
      for (uint32_t first = 0; first < count;) {
        while (next < uses_.size() &&
               (uses_[next].span.sentence < s || (uses_[next].span.sentence == s && uses_[next].span.last <= first))) {
          ++next;
        }
        const bool here = next < uses_.size() && uses_[next].span.sentence == s;
        if (here && uses_[next].span.first <= first) {
          first = uses_[next].span.last;
          continue;
        }
        const uint32_t limit = std::min(here ? uses_[next].span.first : count, first + longest);
        uint32_t after = first + 1;
        const Token& token = sentence.tokens[first];
        if (token.pos == Pos::kPropn || LooksLikeAcronym(TextOf(analysis_.article, token))) {
          for (uint32_t last = limit; last > first; --last) {
            if (sentence.tokens[last - 1].pos == Pos::kPunct) continue;
            const auto entry = known.find(absl::StrJoin(NameWords(sentence, first, last), " "));
            if (entry == known.end() || entry->second == nullptr || IsInsideName(sentence, first, last)) continue;
            NameUse use;
            use.span = {s, first, last, first};
            use.core = first;
            Finish(&use);
            use.cluster = entry->second->cluster;
            if (entry->second->Type() == NameType::kPerson) TakeTitle(&use, NameType::kPerson);
            found.push_back(std::move(use));
            after = last;
            break;
          }
        }
        first = after;
      }
    }
    std::move(found.begin(), found.end(), std::back_inserter(uses_));
    SortUses();
  }

  // Whether the words are part of a longer run of capitalized words: "Smith" in "Smith Street".
  static bool IsInsideName(const Sentence& sentence, uint32_t first, uint32_t last) {
    const auto proper = [&](size_t i) {
      return sentence.tokens[i].pos == Pos::kPropn || sentence.tokens[i].folded == "-";
    };
    return (first > 0 && proper(first - 1) && !IsHonorific(sentence.tokens[first - 1].folded) &&
            !IsTitle(sentence.tokens[first - 1].folded)) ||
           (last < sentence.tokens.size() && proper(last));
  }

  void Write() {
    std::vector<int> entity_of(static_cast<size_t>(clusters_), -1);
    std::vector<std::array<int, kTypes>> votes;
    std::vector<bool> spelled_out;
    analysis_.entities.clear();
    analysis_.mentions.clear();
    for (const NameUse& use : uses_) {
      int& entity = entity_of[static_cast<size_t>(use.cluster)];
      if (entity < 0) {
        entity = static_cast<int>(analysis_.entities.size());
        analysis_.entities.emplace_back();
        votes.emplace_back();
        spelled_out.push_back(false);
      }
      const auto e = static_cast<size_t>(entity);
      for (int t = 0; t < kTypes; ++t) votes[e][static_cast<size_t>(t)] += use.votes[t];
      // The fullest form: the one with the most words, and never an acronym if there is another.
      std::string& name = analysis_.entities[e].name;
      const bool full = !LooksLikeAcronym(use.written);
      const auto words = [](absl::string_view text) { return std::count(text.begin(), text.end(), ' '); };
      if (name.empty() || (full && !spelled_out[e]) || (full == spelled_out[e] && words(use.written) > words(name))) {
        name = use.written;
        spelled_out[e] = full;
      }
      analysis_.mentions.push_back({use.span, static_cast<uint32_t>(entity), true});
    }
    for (size_t e = 0; e < votes.size(); ++e) {
      const auto best = std::max_element(votes[e].begin() + 1, votes[e].end());
      analysis_.entities[e].type = *best > 0 ? static_cast<NameType>(best - votes[e].begin()) : NameType::kOther;
    }
    absl::flat_hash_set<std::pair<int, std::string>> seen;  // the forms of each entity
    for (const NameUse& use : uses_) {
      const int number = entity_of[static_cast<size_t>(use.cluster)];
      Entity& entity = analysis_.entities[static_cast<size_t>(number)];
      for (const std::string& form : {TextOf(analysis_, use.span), use.written}) {
        if (form != entity.name && seen.emplace(number, form).second) entity.aliases.push_back(form);
      }
    }
  }

  Analysis& analysis_;
  const Language& language_;
  std::vector<NameUse> uses_;
  int clusters_ = 0;
};

}  // namespace

void FindEntities(Analysis* analysis, const Language& language) {
  RepairNames(language, analysis);
  Gatherer(analysis, language).Run();
}

}  // namespace pith::compiler
