#include "tools/compiler/entities/entities.h"

#include <algorithm>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"
#include "tools/compiler/names/name_repair.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr int kTypes = kNameTypeCount;

// One use of a name in the text.
struct Use {
  Span span;          // with its title
  uint32_t core = 0;  // the first token behind the title
  std::vector<std::string> words;
  std::string key;      // the words joined
  std::string written;  // without the title
  int votes[kTypes] = {};
  bool titled = false;
  int cluster = -1;

  NameType Type() const { return static_cast<NameType>(std::max_element(votes, votes + kTypes) - votes); }
};

class Gatherer {
 public:
  explicit Gatherer(Analysis* analysis) : analysis_(*analysis) {}

  void Run() {
    for (const Name& name : analysis_.names) AddUse(name);
    SortUses();
    SettleTypes();
    JoinFullNames();
    JoinAcronyms();
    JoinShortNames();
    AddMissedUses();
    Write();
  }

 private:
  const Sentence& SentenceOf(const Use& use) const { return analysis_.sentences[use.span.sentence]; }

  void AddUse(const Name& name) {
    const Sentence& sentence = analysis_.sentences[name.span.sentence];
    const auto folded = [&](uint32_t i) -> absl::string_view { return sentence.tokens[i].folded; };
    Use use;
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
    if (use.titled) use.votes[static_cast<int>(NameType::kPerson)] += 3;
    Finish(&use);
    const int head = HeadOutside(use);
    if (head >= 0 && IsPlaceKind(sentence.tokens[static_cast<size_t>(head)].lemma) && PrecededBy(use, "of")) {
      use.votes[static_cast<int>(NameType::kPlace)] += 5;
    }
    uses_.push_back(std::move(use));
  }

  // Extends the span to the title before the name: "Mr", "Prime Minister".
  void TakeTitle(Use* use, NameType type) const {
    const Sentence& sentence = SentenceOf(*use);
    const auto before = [&]() -> absl::string_view { return sentence.tokens[use->span.first - 1].folded; };
    while (use->span.first > 0) {
      const bool inside = use->core > use->span.first && !IsHonorific(sentence.tokens[use->span.first].folded);
      const bool title = IsHonorific(before()) || (type != NameType::kPlace && IsTitle(before()));
      if (!title && !(inside && IsTitleModifier(before()))) break;
      --use->span.first;
    }
    use->titled = use->core > use->span.first;
  }

  void Finish(Use* use) {
    const Sentence& sentence = SentenceOf(*use);
    use->words = NameWords(sentence, use->core, use->span.last);
    use->key = absl::StrJoin(use->words, " ");
    Span core = use->span;
    core.first = use->core;
    use->written = TextOf(analysis_, core);
    // The span's head is the token that hangs on something outside it.
    use->span.head = use->core;
    for (uint32_t i = use->span.first; i < use->span.last; ++i) {
      const int head = sentence.tokens[i].head;
      if (head < static_cast<int>(use->span.first) || head >= static_cast<int>(use->span.last)) {
        use->span.head = i;
        break;
      }
    }
  }

  int HeadOutside(const Use& use) const { return SentenceOf(use).tokens[use.span.head].head; }

  bool PrecededBy(const Use& use, absl::string_view word) const {
    return use.span.first > 0 && SentenceOf(use).tokens[use.span.first - 1].folded == word;
  }

  void SortUses() {
    std::sort(uses_.begin(), uses_.end(), [](const Use& a, const Use& b) {
      return std::make_pair(a.span.sentence, a.span.first) < std::make_pair(b.span.sentence, b.span.first);
    });
  }

  // Uses written alike are of one type: the one that most of them speak for.
  void SettleTypes() {
    std::map<std::string, std::vector<int>> totals;
    std::map<std::string, bool> surnames;  // of full names of persons
    for (const Use& use : uses_) {
      std::vector<int>& total = totals.try_emplace(use.key, kTypes).first->second;
      for (int t = 0; t < kTypes; ++t) total[static_cast<size_t>(t)] += use.votes[t];
      if (use.words.size() > 1 && use.Type() == NameType::kPerson) surnames[use.words.back()] = true;
    }
    for (Use& use : uses_) {
      const std::vector<int>& total = totals[use.key];
      std::copy(total.begin(), total.end(), use.votes);
      if (surnames.count(use.key) > 0) use.votes[static_cast<int>(NameType::kPerson)] += 2;
    }
  }

  void Join(Use* use, int cluster) { use->cluster = cluster; }
  int NewCluster() { return clusters_++; }

  // Names of several words: alike, or of persons with or without middle names and initials.
  void JoinFullNames() {
    for (size_t u = 0; u < uses_.size(); ++u) {
      Use& use = uses_[u];
      if (use.words.size() < 2) continue;
      for (size_t v = u; v-- > 0 && use.cluster < 0;) {
        const Use& other = uses_[v];
        if (other.cluster < 0) continue;
        const bool persons = use.Type() == NameType::kPerson && other.Type() == NameType::kPerson;
        if (use.key == other.key ||
            (persons && use.words.back() == other.words.back() && use.words[0][0] == other.words[0][0] &&
             (IsSubsequence(use.words, other.words) || IsSubsequence(other.words, use.words)))) {
          Join(&use, other.cluster);
        }
      }
      if (use.cluster < 0) Join(&use, NewCluster());
    }
  }

  void JoinAcronyms() {
    for (Use& use : uses_) {
      if (use.words.size() != 1 || !LooksLikeAcronym(use.written)) continue;
      for (const Use& other : uses_) {
        if (other.cluster < 0 || other.Type() == NameType::kPerson || !IsAcronymOf(use.written, other.words)) continue;
        Join(&use, other.cluster);
        break;
      }
    }
  }

  // Single words: a person's surname (or first name) means the nearest full name before it, else the first after it;
  // anything else means what is written alike. An organization may go by its first word.
  void JoinShortNames() {
    std::map<std::string, int> alike;
    for (size_t u = 0; u < uses_.size(); ++u) {
      Use& use = uses_[u];
      if (use.cluster >= 0) continue;
      const bool person = use.Type() == NameType::kPerson;
      if (person || use.Type() == NameType::kOrganization) {
        // "Dr Ruiz" is the Ruiz who was called so in full, if any was.
        for (size_t v = u; v-- > 0 && use.titled && use.cluster < 0;) {
          if (uses_[v].titled && TitleOf(uses_[v]) == TitleOf(use) && IsShortFor(use, uses_[v]))
            Join(&use, uses_[v].cluster);
        }
        for (size_t v = u; v-- > 0 && use.cluster < 0;) {
          if (IsShortFor(use, uses_[v])) Join(&use, uses_[v].cluster);
        }
        for (size_t v = u + 1; v < uses_.size() && use.cluster < 0; ++v) {
          if (IsShortFor(use, uses_[v])) Join(&use, uses_[v].cluster);
        }
      }
      if (use.cluster < 0) {
        const auto [known, is_new] = alike.try_emplace(use.key, clusters_);
        if (is_new) NewCluster();
        Join(&use, known->second);
      }
    }
  }

  absl::string_view TitleOf(const Use& use) const { return SentenceOf(use).tokens[use.span.first].folded; }

  static bool IsShortFor(const Use& use, const Use& full) {
    if (full.words.size() < 2 || full.cluster < 0 || full.Type() != use.Type()) return false;
    if (use.Type() == NameType::kOrganization) return full.words.front() == use.key && use.key.size() > 2;
    return full.words.back() == use.key || (!use.titled && full.words.front() == use.key);
  }

  // The same words elsewhere, which the name tagger did not take for a name.
  void AddMissedUses() {
    std::map<std::string, const Use*> known;  // by key; null: of several meanings
    size_t longest = 1;
    for (const Use& use : uses_) {
      const auto [entry, is_new] = known.try_emplace(use.key, &use);
      if (!is_new && entry->second != nullptr && entry->second->cluster != use.cluster) entry->second = nullptr;
      longest = std::max<size_t>(longest, use.span.last - use.core);
    }
    std::vector<Use> found;
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
        const uint32_t limit =
            std::min<uint32_t>(here ? uses_[next].span.first : count, first + static_cast<uint32_t>(longest));
        uint32_t after = first + 1;
        const Token& token = sentence.tokens[first];
        if (token.pos == Pos::kPropn || LooksLikeAcronym(TextOf(analysis_.article, token))) {
          for (uint32_t last = limit; last > first; --last) {
            if (sentence.tokens[last - 1].pos == Pos::kPunct) continue;
            Use use;
            use.span = {s, first, last, first};
            use.core = first;
            Finish(&use);
            const auto entry = known.find(use.key);
            if (entry == known.end() || entry->second == nullptr || IsInsideName(sentence, first, last)) continue;
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
    uses_.insert(uses_.end(), found.begin(), found.end());
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
    std::vector<std::vector<int>> votes;
    std::vector<bool> spelled_out;
    analysis_.entities.clear();
    analysis_.mentions.clear();
    for (const Use& use : uses_) {
      int& entity = entity_of[static_cast<size_t>(use.cluster)];
      if (entity < 0) {
        entity = static_cast<int>(analysis_.entities.size());
        analysis_.entities.emplace_back();
        votes.emplace_back(kTypes);
        spelled_out.push_back(false);
      }
      const auto e = static_cast<size_t>(entity);
      for (int t = 0; t < kTypes; ++t) votes[e][static_cast<size_t>(t)] += use.votes[t];
      // The fullest form: most words, and never an acronym where there is another.
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
    for (const Use& use : uses_) {
      Entity& entity = analysis_.entities[static_cast<size_t>(entity_of[static_cast<size_t>(use.cluster)])];
      for (const std::string& form : {TextOf(analysis_, use.span), use.written}) {
        std::vector<std::string>& aliases = entity.aliases;
        if (form != entity.name && std::find(aliases.begin(), aliases.end(), form) == aliases.end()) {
          aliases.push_back(form);
        }
      }
    }
  }

  Analysis& analysis_;
  std::vector<Use> uses_;
  int clusters_ = 0;
};

}  // namespace

void FindEntities(Analysis* analysis) {
  RepairNames(analysis);
  Gatherer(analysis).Run();
}

}  // namespace pith::compiler
