// What an article has said of its entities so far: gender, roles, kinds. Filled by coreference as it reads, which asks
// it who a pronoun or "the mayor" may mean.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Entities are indices into Analysis::entities. The analysis must outlive this and keep its entities.
class KnownEntities {
 public:
  explicit KnownEntities(const Analysis& analysis);

  // Takes in that the entity was named, and what the words around the name say of its bearer.
  void MeetName(const Tree& tree, const Mention& mention);
  // Takes in the gender, unless it is unknown.
  void LearnGender(int entity, Gender gender);

  NameType TypeOf(int entity) const { return analysis_.entities[static_cast<size_t>(entity)].type; }
  // Whether it is a person, as far as anything tells, and of no other gender than this.
  bool MayBe(int entity, Gender gender) const;
  // Whether the article has named this person at least as often as all others so far.
  bool IsMainPerson(int entity) const;

  // Whom the noun `i` means as a description: "the president" is the only one met so far in that role, "the country"
  // the only place met that is not within a country. -1: nobody, or one of several.
  int Described(const Tree& tree, int i) const;

 private:
  void TakeDescriptions(const Tree& tree, int head, int entity);
  bool NameContains(int entity, absl::string_view word) const;
  int OnlyCountry() const;

  const Analysis& analysis_;
  std::vector<Gender> gender_;                  // per entity
  std::vector<int> named_;                      // per entity, how often so far
  std::map<std::string, std::set<int>> roles_;  // "president" -> who was called so
  std::set<int> met_;                           // entities named so far
  std::set<int> no_person_;                     // of those, the ones that are no persons, whatever their type
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
