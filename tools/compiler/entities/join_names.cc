#include "tools/compiler/entities/join_names.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "absl/types/optional.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"

namespace pith::compiler {
namespace {

bool IsPerson(const NameUse& use) { return use.Type() == NameType::kPerson; }

// Whether two names of persons that share a surname may be one: "Jan Odell", "J. P. Odell".
bool AreVariants(const NameUse& a, const NameUse& b) {
  return IsSubsequence(a.words, b.words) || IsSubsequence(b.words, a.words);
}

// "ter Horst": a surname alone, though of several words.
bool IsBareSurname(const NameUse& use) {
  return use.words.size() > 1 && IsPerson(use) && SurnameParticles().Has(use.words.front());
}

// The surname of a person's full name, a part of its key: "ter horst" of "marloes ter horst".
absl::string_view SurnameOf(const NameUse& full) {
  size_t at = full.words.front().size() + 1;
  for (size_t w = 1; w + 1 < full.words.size(); ++w) {
    if (SurnameParticles().Has(full.words[w])) return absl::string_view(full.key).substr(at);
    at += full.words[w].size() + 1;
  }
  return full.words.back();
}

// Joins names of several words: identical ones, and those of persons with or without middle names and initials. Each
// means the nearest before it.
class FullNames {
 public:
  explicit FullNames(std::vector<NameUse>* uses) : uses_(*uses) {}

  int Join() {
    int clusters = 0;
    for (size_t u = 0; u < uses_.size(); ++u) {
      NameUse& use = uses_[u];
      if (use.words.size() < 2 || IsBareSurname(use)) continue;
      absl::optional<size_t> nearest;
      const auto [same, is_new] = last_.try_emplace(use.key, u);
      if (!is_new) nearest = std::exchange(same->second, u);
      if (IsPerson(use)) {
        std::vector<size_t>& namesakes = namesakes_[{use.words.back(), use.words.front()[0]}];
        const auto variant = std::find_if(namesakes.rbegin(), namesakes.rend(),
                                          [&](size_t other) { return AreVariants(use, uses_[other]); });
        if (variant != namesakes.rend() && (!nearest.has_value() || *nearest < *variant)) nearest = *variant;
        Keep(u, &namesakes);
      }
      use.cluster = nearest.has_value() ? uses_[*nearest].cluster : clusters++;
    }
    return clusters;
  }

 private:
  // Puts `u` in the place of an earlier use of the same name.
  void Keep(size_t u, std::vector<size_t>* namesakes) const {
    const auto same = [&](size_t other) { return uses_[other].key == uses_[u].key; };
    namesakes->erase(std::remove_if(namesakes->begin(), namesakes->end(), same), namesakes->end());
    if (namesakes->size() == kMaxNamesakes) namesakes->erase(namesakes->begin());
    namesakes->push_back(u);
  }

  std::vector<NameUse>& uses_;
  absl::flat_hash_map<absl::string_view, size_t> last_;  // by key
  // By surname and first letter: the last use of each name, in text order.
  absl::flat_hash_map<std::pair<absl::string_view, char>, std::vector<size_t>> namesakes_;
};

// An acronym means the first name with these initials that is not a person's.
void JoinAcronyms(std::vector<NameUse>* uses) {
  absl::flat_hash_map<std::string, int> clusters;
  for (const NameUse& use : *uses) {
    if (use.words.size() < 2 || IsPerson(use)) continue;
    for (std::string& letters : AcronymsOf(use.words)) clusters.try_emplace(std::move(letters), use.cluster);
  }
  for (NameUse& use : *uses) {
    if (use.words.size() != 1 || !LooksLikeAcronym(use.written)) continue;
    const auto entry = clusters.find(LettersOf(use.written));
    if (entry != clusters.end()) use.cluster = entry->second;
  }
}

// Full names by the single words and titles that stand for them.
class ShortForms {
 public:
  void Add(const NameUse& full) {
    if (full.words.size() < 2 || IsBareSurname(full)) return;
    const NameType type = full.Type();
    if (type == NameType::kPerson) {
      AddForms(full, {type, Part::kLast, "", full.words.back()});
      AddForms(full, {type, Part::kLast, "", SurnameOf(full)});
    }
    const bool by_first = type == NameType::kPerson || (type == NameType::kOrganization && full.words[0].size() > 2);
    if (by_first) AddForms(full, {type, Part::kFirst, "", full.words.front()});
  }

  // Of the names for which `use` may stand, the one that was added last; null if there is none. With `titled`, only
  // those that were given with the same title.
  const NameUse* Find(const NameUse& use, bool titled) const {
    const NameType type = use.Type();
    const absl::string_view title = titled ? absl::string_view(use.title) : absl::string_view();
    const size_t by_last = type == NameType::kPerson ? Turn({type, Part::kLast, title, use.key}) : 0;
    // "Mr Jan" is not Jan Odell, but "Acme" is Acme Corporation.
    // But "Princess Jan" may be.
    const bool by_given = IsOneOf(use.title, {"princess", "prince", "queen", "king", "sir", "dame", "pope", "saint"});
    const bool may_be_first =
        type == NameType::kOrganization || (type == NameType::kPerson && (!use.titled() || by_given));
    const size_t by_first = may_be_first ? Turn({type, Part::kFirst, title, use.key}) : 0;
    const size_t turn = std::max(by_last, by_first);
    return turn == 0 ? nullptr : added_[turn - 1];
  }

 private:
  enum class Part { kFirst, kLast };
  using Form = std::tuple<NameType, Part, absl::string_view, absl::string_view>;  // type, part, title, word

  void AddForms(const NameUse& full, Form form) {
    added_.push_back(&full);
    turns_[form] = added_.size();
    if (!full.titled()) return;
    std::get<2>(form) = full.title;
    turns_[form] = added_.size();
  }

  size_t Turn(const Form& form) const {
    const auto entry = turns_.find(form);
    return entry == turns_.end() ? 0 : entry->second;
  }

  std::vector<const NameUse*> added_;
  absl::flat_hash_map<Form, size_t> turns_;  // places in added_, counted from 1
};

// The person whom the article names first, null if it names none in full. In an article about Ann Lee, "Lee" is her
// again soon after her father Tom Lee was mentioned in passing.
const NameUse* FirstPerson(const std::vector<NameUse>& uses) {
  const auto first = std::find_if(uses.begin(), uses.end(), [](const NameUse& use) { return IsPerson(use); });
  return first == uses.end() || first->words.size() < 2 || IsBareSurname(*first) ? nullptr : &*first;
}

// Whether the bare surname `use` is rather that of the first person than of `nearest`, who was named in full once, some
// sentences before. `full_uses`: of each cluster.
bool IsRatherFirst(const NameUse& use, const NameUse& nearest, const NameUse* first,
                   const std::vector<int>& full_uses) {
  return first != nullptr && !use.titled() && first->cluster != nearest.cluster && SurnameOf(*first) == use.key &&
         nearest.words.front() != use.key && nearest.span.sentence + 1 < use.span.sentence &&
         full_uses[static_cast<size_t>(nearest.cluster)] == 1;
}

// Joins single words. A person's surname (or first name) means the nearest full name before it, or else the first after
// it; any other name means one with the same spelling. An organization may be called by its first word.
int JoinShortNames(int clusters, std::vector<NameUse>* uses) {
  ShortForms before, all;
  for (auto use = uses->rbegin(); use != uses->rend(); ++use) all.Add(*use);  // so the first one is added last
  absl::flat_hash_map<absl::string_view, int> alike;
  const NameUse* first = FirstPerson(*uses);
  std::vector<int> full_uses(static_cast<size_t>(clusters));
  for (const NameUse& use : *uses) {
    if (use.words.size() > 1 && use.cluster >= 0) ++full_uses[static_cast<size_t>(use.cluster)];
  }
  for (NameUse& use : *uses) {
    before.Add(use);
    if (use.cluster >= 0) continue;
    // "Dr Ruiz" is the Ruiz whose full name was given with the same title, if any.
    const NameUse* full = use.titled() ? before.Find(use, true) : nullptr;
    if (full == nullptr) full = before.Find(use, false);
    if (full == nullptr) full = all.Find(use, false);  // none stands before, so this one stands behind
    if (full != nullptr) {
      use.cluster = IsRatherFirst(use, *full, first, full_uses) ? first->cluster : full->cluster;
      continue;
    }
    const auto [known, is_new] = alike.try_emplace(use.key, clusters);
    if (is_new) ++clusters;
    use.cluster = known->second;
  }
  return clusters;
}

}  // namespace

int JoinNames(std::vector<NameUse>* uses) {
  const int clusters = FullNames(uses).Join();
  JoinAcronyms(uses);
  return JoinShortNames(clusters, uses);
}

}  // namespace pith::compiler
