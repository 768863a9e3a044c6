#include "tools/compiler/entities/coreference.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr uint32_t kWindow = 2;  // sentences before the pronoun's own

// Nouns that an article may use for the one organisation or place that it calls so.
bool IsKind(absl::string_view lemma) {
  return IsOneOf(lemma, {"city",   "town",     "village", "capital", "port",     "region",       "province",
                         "state",  "district", "airport", "company", "party",    "university",   "agency",
                         "museum", "club",     "bank",    "team",    "alliance", "organization", "organisation",
                         "union",  "school",   "river",   "bridge",  "lake",     "mountain"});
}

Gender GenderOfPronoun(absl::string_view folded) {
  if (IsOneOf(folded, {"he", "him", "his", "himself"})) return Gender::kMale;
  if (IsOneOf(folded, {"she", "her", "hers", "herself"})) return Gender::kFemale;
  return Gender::kUnknown;
}

bool IsSubject(Rel rel) { return rel == Rel::kNsubj || rel == Rel::kNsubjPass; }

// Someone or something that a pronoun could mean.
struct Referent {
  int entity = -1;  // -1: a person without a name
  uint32_t sentence = 0;
  int head = 0;
  Gender gender = Gender::kUnknown;
  int quotation = 0;  // which direct speech it stands in; 0: none
};

class Resolver {
 public:
  explicit Resolver(Analysis* analysis)
      : analysis_(*analysis), gender_(analysis->entities.size(), Gender::kUnknown), named_(analysis->entities.size()) {}

  void Run() {
    std::vector<Mention> found;
    size_t next = 0;
    for (uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Tree tree(analysis_.sentences[s]);
      while (!recent_.empty() && recent_.front().sentence + kWindow < s) recent_.erase(recent_.begin());
      if (s == 0 || analysis_.sentences[s].paragraph != analysis_.sentences[s - 1].paragraph) quotation_ = 0;
      for (int i = 0; i < tree.size(); ++i) {
        const auto at = static_cast<uint32_t>(i);
        if (IsOneOf(tree[i].folded, {"\"", "``", "''"})) quotation_ = quotation_ > 0 ? 0 : ++quotations_;
        const std::vector<Mention>& named = analysis_.mentions;
        while (next < named.size() && named[next].span.sentence == s && named[next].span.last <= at) ++next;
        while (next < named.size() && named[next].span.sentence < s) ++next;
        const bool inside = next < named.size() && named[next].span.sentence == s && named[next].span.first <= at;
        if (inside) {
          if (named[next].span.last == at + 1) MeetName(tree, named[next]);
          continue;
        }
        Mention mention;
        mention.named = false;
        mention.span = {s, at, at + 1, at};
        int entity = -1;
        if (tree[i].pos == Pos::kPron || tree[i].rel == Rel::kNmodPoss) {
          entity = ResolvePronoun(tree, s, i);
        } else if (tree[i].pos == Pos::kNoun || tree[i].pos == Pos::kPropn) {
          entity = ResolveDescription(tree, i);
          if (entity >= 0) mention.span.first = at - 1;
          // With a name beside it, it is no other person.
          const bool other = IsPersonNoun(tree[i]) && !tree.Has(i, Rel::kCop) && !tree.Has(i, Rel::kAppos);
          if (entity < 0 && other) Meet(-1, s, i, GenderOf(tree[i].lemma));
        }
        if (entity < 0) continue;
        Meet(entity, s, i, Gender::kUnknown);
        mention.entity = static_cast<uint32_t>(entity);
        found.push_back(mention);
      }
    }
    analysis_.mentions.insert(analysis_.mentions.end(), found.begin(), found.end());
    std::stable_sort(analysis_.mentions.begin(), analysis_.mentions.end(), [](const Mention& a, const Mention& b) {
      return std::make_pair(a.span.sentence, a.span.first) < std::make_pair(b.span.sentence, b.span.first);
    });
  }

 private:
  void Meet(int entity, uint32_t sentence, int head, Gender gender) {
    recent_.push_back({entity, sentence, head, gender, quotation_});
  }

  // Takes in what a name says of its bearer: gender, role, kind of place.
  void MeetName(const Tree& tree, const Mention& mention) {
    const auto entity = static_cast<int>(mention.entity);
    const int head = static_cast<int>(mention.span.head);
    for (uint32_t i = mention.span.first; i + 1 < mention.span.last; ++i) {
      const absl::string_view word = tree[static_cast<int>(i)].folded;
      if (!IsHonorific(word) && !IsTitle(word)) break;
      if (!IsHonorific(word)) roles_[std::string(word)].insert(entity);
      Learn(entity, GenderOf(word));
    }
    // "the mayor, Ann Lee", "Ann Lee, the mayor", "Ann Lee is the mayor", "the town of Lee".
    std::vector<int> descriptions = tree.Children(head, {Rel::kAppos});
    const int up = tree[head].head;
    if (up >= 0 && (tree[head].rel == Rel::kAppos || tree[head].rel == Rel::kNmodDesc ||
                    (tree[head].rel == Rel::kNmod && tree.CaseOf(head) == "of") ||
                    (tree[head].rel == Rel::kNsubj && tree.Has(up, Rel::kCop)))) {
      descriptions.push_back(up);
    }
    const bool person = TypeOf(entity) == NameType::kPerson;
    for (int noun : descriptions) {
      if (tree[noun].pos != Pos::kNoun && tree[noun].pos != Pos::kPropn) continue;
      if (tree[head].rel == Rel::kNmod &&
          (person || !IsOneOf(tree[noun].lemma, {"city", "town", "village", "port", "suburb", "district", "province",
                                                 "region", "county"}))) {
        continue;
      }
      if (person || IsKind(tree[noun].lemma)) roles_[tree[noun].lemma].insert(entity);
      if (person) Learn(entity, GenderOf(tree[noun].lemma));
    }
    // A person's name has no article and no owner: "the Symphony", "Your Honour" were taken for one.
    // But "his father Leo Odell" has.
    if (tree.Child(head, {Rel::kDet, Rel::kNmodPoss}) >= 0 && !IsTitle(tree[head].folded)) no_person_.insert(entity);
    Meet(entity, mention.span.sentence, head, Gender::kUnknown);
    met_.insert(entity);
    ++named_[mention.entity];
  }

  NameType TypeOf(int entity) const { return analysis_.entities[static_cast<size_t>(entity)].type; }

  void Learn(int entity, Gender gender) {
    if (gender != Gender::kUnknown) gender_[static_cast<size_t>(entity)] = gender;
  }

  int ResolvePronoun(const Tree& tree, uint32_t s, int i) {
    const Gender gender = GenderOfPronoun(tree[i].folded);
    if (gender != Gender::kUnknown) {
      const int ahead = SubjectAhead(tree, s, i);
      const bool fits = ahead >= 0 && Fits({ahead, s, i, gender, 0}, gender);
      const int entity = fits ? ahead : ResolvePerson(tree, s, i, gender);
      if (entity >= 0) {
        Learn(entity, gender);
      } else {
        Meet(-1, s, i, gender);  // whoever it is, it may be meant again
      }
      return entity;
    }
    if (tree[i].folded == "its") return ResolveThing(tree, s, i);
    if (tree[i].folded == "it") return ResolveActor(tree, s, i);
    return -1;
  }

  // "Discussing his plan, Leo Odell said": before the subject of the clause around, he is it. -1: not so.
  int SubjectAhead(const Tree& tree, uint32_t s, int i) const {
    int part = i;
    while (part >= 0 && !IsFronted(tree, part)) part = tree[part].head;
    if (part < 0) return -1;
    const int subject = tree.Child(tree[part].head, {Rel::kNsubj, Rel::kNsubjPass});
    if (subject < tree.SubtreeEnd(part)) return -1;
    const auto first = std::lower_bound(analysis_.mentions.begin(), analysis_.mentions.end(), s,
                                        [](const Mention& mention, uint32_t of) { return mention.span.sentence < of; });
    for (int beside : {subject, tree.Child(subject, {Rel::kAppos, Rel::kFlat})}) {
      for (auto mention = first; mention != analysis_.mentions.end() && mention->span.sentence == s; ++mention) {
        if (static_cast<int>(mention->span.first) <= beside && beside < static_cast<int>(mention->span.last)) {
          return static_cast<int>(mention->entity);
        }
      }
    }
    return -1;
  }

  // A clause without a subject of its own, or a phrase, before the verb that it belongs to.
  static bool IsFronted(const Tree& tree, int i) {
    if (tree[i].head < i) return false;
    if (tree[i].rel == Rel::kObl) return true;
    return tree[i].rel == Rel::kAdvcl && tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj}) < 0;
  }

  bool Fits(const Referent& referent, Gender gender) const {
    if (referent.entity < 0) return referent.gender == Gender::kUnknown || referent.gender == gender;
    if (TypeOf(referent.entity) != NameType::kPerson || no_person_.count(referent.entity) != 0) return false;
    const Gender known = gender_[static_cast<size_t>(referent.entity)];
    return known == Gender::kUnknown || known == gender;
  }

  // The nearest sentence that offers anybody decides.
  int ResolvePerson(const Tree& tree, uint32_t s, int i, Gender gender) {
    const bool possessive = tree[i].rel == Rel::kNmodPoss;
    const bool reflexive = IsOneOf(tree[i].folded, {"himself", "herself"});
    int chosen = -1;
    bool firmly = false;
    for (uint32_t back = 0; back <= kWindow && back <= s; ++back) {
      std::vector<Referent> fitting;
      for (const Referent& referent : recent_) {
        if (referent.sentence + back != s || !Fits(referent, gender)) continue;
        if (back == 0 && !possessive && !reflexive && AreArguments(tree, referent.head, i)) continue;
        if (back == 0 && Contains(tree, referent.head, i)) continue;
        // Direct speech speaks of the speaker as "I".
        if (quotation_ != referent.quotation && quotation_ > 0) continue;
        fitting.push_back(referent);
      }
      if (fitting.empty()) continue;
      const Tree there(analysis_.sentences[s - back]);
      const int entity = Choose(there, fitting, back, &firmly);
      if (chosen < 0) {
        chosen = entity;
        if (firmly || chosen < 0) return chosen;
        if (back > 0 && !IsMainPerson(chosen)) return -1;
      } else {
        // Not a subject: only if the sentence before is not about someone else.
        const bool also =
            std::any_of(fitting.begin(), fitting.end(), [&](const Referent& r) { return r.entity == chosen; });
        return entity == chosen || also ? chosen : -1;
      }
    }
    return chosen >= 0 && IsMainPerson(chosen) ? chosen : -1;
  }

  // Of a verb's arguments, no two mean the same but for reflexives: "Smith saw him".
  static bool AreArguments(const Tree& tree, int a, int b) {
    a = Described(tree, a);
    return tree[a].head >= 0 && tree[a].head == tree[b].head;
  }

  // The noun that a name stands beside: "her rival, Leo Odell, ..." has "rival" as its subject.
  static int Described(const Tree& tree, int i) {
    while (tree[i].rel == Rel::kAppos && tree[i].head >= 0) i = tree[i].head;
    return i;
  }

  // A pronoun within a phrase does not mean the phrase ("the man and his wife"), unless a clause stands between.
  static bool Contains(const Tree& tree, int head, int i) {
    for (int at = i; at >= 0; at = tree[at].head) {
      if (at == head) return true;
      const Rel rel = tree[at].rel;
      if (rel == Rel::kAclRelcl || rel == Rel::kAcl || rel == Rel::kConj || rel == Rel::kAppos) return false;
    }
    return false;
  }

  // Whether the article has named this person at least as often as all others so far.
  bool IsMainPerson(int entity) const {
    int own = 0, others = 0;
    for (size_t e = 0; e < named_.size(); ++e) {
      if (analysis_.entities[e].type != NameType::kPerson) continue;
      (static_cast<int>(e) == entity ? own : others) += named_[e];
    }
    return own >= others;
  }

  // One entity when it alone fits, or alone is a subject, in the sentence before of the main clause; `firmly` when
  // it is a subject.
  int Choose(const Tree& tree, const std::vector<Referent>& fitting, uint32_t back, bool* firmly) const {
    std::set<int> all, subjects;
    bool objects = false;
    for (const Referent& referent : fitting) {
      const int key = referent.entity >= 0 ? referent.entity : -1 - referent.head;
      all.insert(key);
      const Token& token = tree[Described(tree, referent.head)];
      objects = objects || token.rel == Rel::kObj || token.rel == Rel::kIobj || token.rel == Rel::kObl;
      if (!IsSubject(token.rel)) continue;
      if (back == 0 || token.head == tree.root()) subjects.insert(key);
    }
    *firmly = subjects.size() == 1;
    if (all.size() == 1) return std::max(*all.begin(), -1);
    // In its own sentence only if the others are mentioned in passing: "Leo met a driver and he laughed" may be either.
    if (subjects.size() == 1 && (back == 1 || (back == 0 && !objects))) return std::max(*subjects.begin(), -1);
    return -1;
  }

  // "its": the only organisation or place before it in the sentence, when that is a subject or possessor.
  int ResolveThing(const Tree& tree, uint32_t s, int i) const {
    std::set<int> fitting;
    for (const Referent& referent : recent_) {
      if (referent.sentence != s || referent.entity < 0 || Contains(tree, referent.head, i)) continue;
      const NameType type = TypeOf(referent.entity);
      if (type == NameType::kPerson) continue;
      const Rel rel = tree[referent.head].rel;
      fitting.insert(IsSubject(rel) && tree[i].head != referent.head ? referent.entity : -1);
    }
    // A common noun as the subject is the likelier meaning.
    for (int t = 0; t < i; ++t) {
      if (IsSubject(tree[t].rel) && tree[t].pos == Pos::kNoun) return -1;
    }
    return fitting.size() == 1 ? *fitting.begin() : -1;
  }

  // "it" that does something: the only organisation or place before it in the sentence, right before it.
  int ResolveActor(const Tree& tree, uint32_t s, int i) const {
    const int verb = tree[i].head;
    if (tree[i].rel != Rel::kNsubj || verb < 0 || !tree.Has(verb, Rel::kObj)) return -1;
    int noun = i - 1;
    while (noun >= 0 && tree[noun].pos != Pos::kNoun && tree[noun].pos != Pos::kPropn) --noun;
    std::set<int> fitting;
    bool nearest = false;
    for (const Referent& referent : recent_) {
      if (referent.sentence != s || referent.entity < 0 || TypeOf(referent.entity) == NameType::kPerson) continue;
      fitting.insert(referent.entity);
      nearest = nearest || (referent.head <= noun && noun < tree.SubtreeEnd(referent.head));
    }
    for (int t = 0; t < i; ++t) {
      if (IsSubject(tree[t].rel) && tree[t].pos == Pos::kNoun && !IsPersonNoun(tree[t])) return -1;
    }
    return fitting.size() == 1 && nearest ? *fitting.begin() : -1;
  }

  // "the president": the only one met so far in that role. "the country": the only place met that is not a town.
  int ResolveDescription(const Tree& tree, int i) const {
    if (i == 0 || tree[i - 1].folded != "the" || tree[i - 1].head != i) return -1;
    if (tree.Child(i, {Rel::kAmod, Rel::kCompound, Rel::kNmod, Rel::kNmodPoss, Rel::kAclRelcl, Rel::kAcl, Rel::kAppos,
                       Rel::kFlat, Rel::kNummod, Rel::kNmodDesc}) >= 0 ||
        tree[i].rel == Rel::kCompound || tree[i].rel == Rel::kAppos || tree[i].rel == Rel::kNmodDesc) {
      return -1;
    }
    const std::string& lemma = tree[i].lemma;
    if (lemma != tree[i].folded) return -1;
    if (lemma == "country") return OnlyCountry();
    std::set<int> bearers;
    if (const auto role = roles_.find(lemma); role != roles_.end()) {
      for (int entity : role->second) {
        // "the state" is no person, whoever was called so.
        if ((TypeOf(entity) == NameType::kPerson) != IsKind(lemma)) bearers.insert(entity);
      }
    }
    if (IsOneOf(lemma,
                {"university",   "company",      "party",       "ministry", "museum",   "agency",     "bank",
                 "club",         "school",       "association", "league",   "college",  "court",      "council",
                 "organization", "organisation", "union",       "river",    "festival", "foundation", "institute"})) {
      for (int entity : met_) {
        if (NameContains(entity, lemma)) bearers.insert(entity);
      }
    }
    return bearers.size() == 1 && IsRecent(*bearers.begin()) ? *bearers.begin() : -1;
  }

  // Whether the entity was spoken of in the last sentences: what is long past may be meant in general.
  bool IsRecent(int entity) const {
    return std::any_of(recent_.begin(), recent_.end(), [entity](const Referent& r) { return r.entity == entity; });
  }

  bool NameContains(int entity, absl::string_view word) const {
    const std::string& name = analysis_.entities[static_cast<size_t>(entity)].name;
    for (size_t at = 0; at + word.size() <= name.size(); ++at) {
      size_t same = 0;
      while (same < word.size() && (name[at + same] | 32) == word[same]) ++same;
      if (same == word.size()) return true;
    }
    return false;
  }

  int OnlyCountry() const {
    std::set<int> towns, countries;
    for (const char* kind : {"city", "town", "village", "capital", "port", "region", "province", "state", "district"}) {
      const auto role = roles_.find(kind);
      if (role != roles_.end()) towns.insert(role->second.begin(), role->second.end());
    }
    for (int entity : met_) {
      if (TypeOf(entity) == NameType::kPlace && towns.count(entity) == 0) countries.insert(entity);
    }
    return countries.size() == 1 && IsRecent(*countries.begin()) ? *countries.begin() : -1;
  }

  Analysis& analysis_;
  std::vector<Gender> gender_;  // per entity
  std::vector<int> named_;      // per entity, how often so far
  int quotation_ = 0, quotations_ = 0;
  std::vector<Referent> recent_;                // of this and the last sentences
  std::map<std::string, std::set<int>> roles_;  // "president" -> who was called so
  std::set<int> met_;                           // entities named so far
  std::set<int> no_person_;                     // of those, the ones that are no persons, whatever their type
};

}  // namespace

void ResolveReferences(Analysis* analysis) { Resolver(analysis).Run(); }

}  // namespace pith::compiler
