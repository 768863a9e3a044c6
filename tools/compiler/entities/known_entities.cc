#include "tools/compiler/entities/known_entities.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/lexicon/noun_kinds.h"

namespace pith::compiler {
namespace {

// Whether "the town of Lee" is the town called Lee. "The capital of Chile" has another name.
bool GivesItsName(absl::string_view lemma) { return DescribedPlaces().Has(lemma) && lemma != "capital"; }

}  // namespace

KnownEntities::KnownEntities(const Analysis& analysis, const Language& language)
    : analysis_(analysis),
      language_(language),
      gender_(analysis.entities.size(), Gender::kUnknown),
      named_(analysis.entities.size()) {}

void KnownEntities::MeetName(const Tree& tree, const Mention& mention) {
  const auto entity = static_cast<int>(mention.entity);
  const int head = static_cast<int>(mention.span.head);
  for (uint32_t i = mention.span.first; i + 1 < mention.span.last; ++i) {
    const absl::string_view word = tree[static_cast<int>(i)].folded;
    if (!IsHonorific(word) && !IsTitle(word)) break;
    if (!IsHonorific(word)) roles_[std::string(word)].insert(entity);
    LearnGender(entity, GenderOf(word));
  }
  TakeDescriptions(tree, head, entity);
  // A person's name has no article and no owner: "the Symphony", "Your Honor" were taken for one. But "his father Leo
  // Odell" has.
  if (tree.Child(head, {Rel::kDet, Rel::kNmodPoss}) >= 0 && !IsTitle(tree[head].folded)) no_person_.insert(entity);
  met_.insert(entity);
  ++named_[mention.entity];
}

// "the mayor, Ann Lee", "Ann Lee, the mayor", "Ann Lee is the mayor", "the town of Lee".
void KnownEntities::TakeDescriptions(const Tree& tree, int head, int entity) {
  std::vector<int> descriptions = tree.Children(head, {Rel::kAppos});
  const int up = tree[head].head;
  if (up >= 0 && (tree[head].rel == Rel::kAppos || tree[head].rel == Rel::kNmodDesc ||
                  (tree[head].rel == Rel::kNmod && tree.CaseOf(head) == "of") ||
                  (tree[head].rel == Rel::kNsubj && tree.Has(up, Rel::kCop)))) {
    descriptions.push_back(up);
  }
  const bool person = TypeOf(entity) == NameType::kPerson;
  for (int noun : descriptions) {
    const Token& token = tree[noun];
    if (token.pos != Pos::kNoun && token.pos != Pos::kPropn) continue;
    if (tree[head].rel == Rel::kNmod && (person || !GivesItsName(token.lemma))) continue;
    if (person || MayDescribe(token.lemma)) roles_[token.lemma].insert(entity);
    if (person) LearnGender(entity, GenderOf(token.lemma));
  }
}

void KnownEntities::LearnGender(int entity, Gender gender) {
  if (gender != Gender::kUnknown) gender_[static_cast<size_t>(entity)] = gender;
}

bool KnownEntities::MayBe(int entity, Gender gender) const {
  if (TypeOf(entity) != NameType::kPerson || no_person_.count(entity) != 0) return false;
  const Gender known = gender_[static_cast<size_t>(entity)];
  return known == Gender::kUnknown || known == gender;
}

bool KnownEntities::IsMainPerson(int entity) const {
  int own = 0, others = 0;
  for (size_t e = 0; e < named_.size(); ++e) {
    if (analysis_.entities[e].type != NameType::kPerson) continue;
    (static_cast<int>(e) == entity ? own : others) += named_[e];
  }
  return own >= others;
}

int KnownEntities::Described(const Tree& tree, uint32_t sentence, int i) const {
  if (i == 0 || tree[i - 1].folded != "the" || tree[i - 1].head != i) return -1;
  if (tree.Child(i, {Rel::kAmod, Rel::kCompound, Rel::kNmod, Rel::kNmodPoss, Rel::kAclRelcl, Rel::kAcl, Rel::kAppos,
                     Rel::kFlat, Rel::kNummod, Rel::kNmodDesc}) >= 0 ||
      tree[i].rel == Rel::kCompound || tree[i].rel == Rel::kAppos || tree[i].rel == Rel::kNmodDesc) {
    return -1;
  }
  const std::string& lemma = tree[i].lemma;
  if (lemma != tree[i].folded) return -1;
  if (lemma == "country") return OnlyCountry();
  // Right after "another store", "the store" may not be the Harlow Store.
  const auto unnamed = unnamed_.find(lemma);
  const bool other = unnamed != unnamed_.end() && unnamed->second + kReferenceWindow >= sentence;
  if (other && IsNamedKind(lemma)) return -1;
  std::set<int> bearers;
  if (const auto role = roles_.find(lemma); role != roles_.end()) {
    for (int entity : role->second) {
      // "the state" is no person, whoever was called so, and "the mayor" nothing else.
      const bool fits = TypeOf(entity) == NameType::kPerson ? !DescribedPlaces().Has(lemma) : MayDescribe(lemma);
      if (fits) bearers.insert(entity);
    }
  }
  if (IsNamedKind(lemma)) {
    for (int entity : met_) {
      if (IsNamedAs(entity, lemma)) bearers.insert(entity);
    }
  }
  return bearers.size() == 1 ? *bearers.begin() : -1;
}

bool KnownEntities::IsNamedKind(absl::string_view lemma) const {
  const NounKind kind = NounKindOf(language_, lemma);
  return kind == NounKind::kOrganization || kind == NounKind::kSite;
}

bool KnownEntities::MayDescribe(absl::string_view lemma) const {
  return IsNamedKind(lemma) || DescribedPlaces().Has(lemma);
}

bool KnownEntities::IsNamedAs(int entity, absl::string_view noun) const {
  const std::string& name = analysis_.entities[static_cast<size_t>(entity)].name;
  const std::vector<std::string> words = absl::StrSplit(absl::AsciiStrToLower(name), absl::ByAnyChar(" -"));
  bool named = false;
  for (const std::string& word : words) {
    if (named && SmallWords().Has(word)) break;
    if (IsNamedKind(word)) named = word == noun;
  }
  return named;
}

int KnownEntities::OnlyCountry() const {
  std::set<int> parts, countries;
  for (const auto& [role, bearers] : roles_) {
    if (DescribedPlaces().Has(role)) parts.insert(bearers.begin(), bearers.end());
  }
  for (int entity : met_) {
    if (TypeOf(entity) == NameType::kPlace && parts.count(entity) == 0) countries.insert(entity);
  }
  return countries.size() == 1 ? *countries.begin() : -1;
}

}  // namespace pith::compiler
