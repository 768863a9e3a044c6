#include "tools/compiler/entities/known_entities.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "tools/compiler/lexicon/first_names.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/phrases.h"

namespace pith::compiler {
namespace {

// Whether "the town of Lee" is the town called Lee. "The capital of Chile" has another name.
bool GivesItsName(absl::string_view lemma) { return DescribedPlaces().Has(lemma) && lemma != "capital"; }

}  // namespace

bool IsShipNoun(absl::string_view lemma) {
  return IsOneOf(lemma, {"ship", "boat", "ferry", "vessel", "schooner", "yacht", "steamer", "barge", "tug", "liner",
                         "trawler", "dory", "frigate", "locomotive"});
}

KnownEntities::KnownEntities(const Analysis& analysis, const Language& language)
    : analysis_(analysis), language_(language), entities_(analysis.entities.size()) {
  for (size_t e = 0; e < entities_.size(); ++e) {
    const std::string& name = analysis.entities[e].name;
    entities_[e].in_title = absl::StrContains(analysis.article.title, name);
    entities_[e].ship =
        IsOneOf(name.substr(0, name.find(' ')), {"MV", "SS", "MS", "HMS", "RMS", "USS", "RV", "PS", "SV"});
  }
}

void KnownEntities::MeetName(const Tree& tree, const Mention& mention) {
  const auto entity = static_cast<int>(mention.entity);
  const int head = static_cast<int>(mention.span.head);
  for (uint32_t i = mention.span.first; i + 1 < mention.span.last; ++i) {
    const absl::string_view word = tree[static_cast<int>(i)].folded;
    if (!IsHonorific(word) && !IsTitle(word)) break;
    if (!IsHonorific(word)) TakeRole(std::string(word), entity);
    LearnGender(entity, GenderOf(word));
  }
  if (TypeOf(entity) == NameType::kPerson) {
    for (uint32_t i = mention.span.first; i + 1 < mention.span.last; ++i) {
      const std::string& word = tree[static_cast<int>(i)].folded;
      if (IsHonorific(word) || IsTitle(word)) continue;
      if (KnownGender(entity) == Gender::kUnknown) LearnGender(entity, GenderOfFirstName(word));
      break;
    }
  }
  TakeDescriptions(tree, head, entity);
  // A person's name has no article and no possessor: "the Symphony" and "Your Honor" were mistaken for one. But "his
  // father Leo Odell" has one.
  Known& known = entities_[mention.entity];
  if (tree.Child(head, {Rel::kDet, Rel::kNmodPoss}) >= 0 && !IsTitle(tree[head].folded)) known.no_person = true;
  if (known.named) return;
  known.named = true;
  TakeKinds(entity);
  if (TypeOf(entity) == NameType::kPlace && !known.part) countries_.insert(entity);
}

void KnownEntities::TakeRole(const std::string& role, int entity) {
  Bearers& bearers = roles_[role];
  (TypeOf(entity) == NameType::kPerson ? bearers.persons : bearers.others).Add(entity);
  if (!DescribedPlaces().Has(role)) return;
  entities_[static_cast<size_t>(entity)].part = true;
  countries_.erase(entity);
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
    const bool gives = GivesItsName(token.lemma) && MayBearNameAfterOf(tree, noun);
    if (tree[head].rel == Rel::kNmod && (person || !gives)) continue;
    if (person || InTitle(entity) || MayDescribe(token.lemma)) TakeRole(token.lemma, entity);
    if (person) LearnGender(entity, GenderOf(token.lemma));
    if (!person && IsShipNoun(token.lemma)) entities_[static_cast<size_t>(entity)].ship = true;
  }
}

void KnownEntities::LearnGender(int entity, Gender gender) {
  if (gender != Gender::kUnknown) entities_[static_cast<size_t>(entity)].gender = gender;
}

bool KnownEntities::MayBe(int entity, Gender gender) const {
  const Known& known = entities_[static_cast<size_t>(entity)];
  if (known.ship) return gender == Gender::kFemale;
  if (TypeOf(entity) != NameType::kPerson || known.no_person) return false;
  return known.gender == Gender::kUnknown || known.gender == gender;
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
  if (lemma == "country") return countries_.size() == 1 ? *countries_.begin() : -1;
  // Directly after "another store", "the store" may not mean the Harlow Store.
  const auto unnamed = unnamed_.find(lemma);
  const bool unnamed_one = unnamed != unnamed_.end() && unnamed->second + kReferenceWindow >= sentence;
  if (unnamed_one && IsNamedKind(lemma)) return -1;
  OneEntity bearer;
  if (const auto role = roles_.find(lemma); role != roles_.end()) {
    // "the state" is not a person, whoever was called that, and "the mayor" is nothing but a person.
    if (!DescribedPlaces().Has(lemma)) bearer.Add(role->second.persons);
    const int other = role->second.others.Get();
    if (MayDescribe(lemma) || (other >= 0 && InTitle(other))) bearer.Add(role->second.others);
  }
  if (const auto kind = kinds_.find(lemma); kind != kinds_.end()) bearer.Add(kind->second);
  return bearer.Get();
}

bool KnownEntities::IsNamedKind(absl::string_view lemma) const {
  const NounKind kind = NounKindOf(language_, lemma);
  return kind == NounKind::kOrganization || kind == NounKind::kSite;
}

bool KnownEntities::MayDescribe(absl::string_view lemma) const {
  return IsNamedKind(lemma) || DescribedPlaces().Has(lemma);
}

void KnownEntities::TakeKinds(int entity) {
  const std::string& name = analysis_.entities[static_cast<size_t>(entity)].name;
  std::string kind;  // the last such noun before a small word, or at the end
  for (absl::string_view word : absl::StrSplit(absl::AsciiStrToLower(name), absl::ByAnyChar(" -"))) {
    if (SmallWords().Has(word) && !kind.empty()) kinds_[kind].Add(entity);
    if (IsNamedKind(word)) kind = std::string(word);
  }
  if (!kind.empty()) kinds_[kind].Add(entity);
}

}  // namespace pith::compiler
