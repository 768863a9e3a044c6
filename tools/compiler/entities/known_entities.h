// What the article has said so far about its entities: gender, roles, kinds. Coreference fills this as it reads, and
// asks it whom a pronoun or "the mayor" may mean.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_

#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// A pronoun or description may refer to something mentioned in its own sentence or in this many sentences before it.
inline constexpr uint32_t kReferenceWindow = 2;

// Entities are indices into Analysis::entities. The analysis and the language must outlive this object, and the
// entities must not change.
class KnownEntities {
 public:
  KnownEntities(const Analysis& analysis, const Language& language);

  // Records that the entity was named, and what the words around the name say about its bearer.
  void MeetName(const Tree& tree, const Mention& mention);
  // Records that the noun referred to something without a name in that sentence.
  void MeetNoun(const std::string& lemma, uint32_t sentence) { unnamed_[lemma] = sentence; }
  // Records the gender, unless it is unknown.
  void LearnGender(int entity, Gender gender);

  NameType TypeOf(int entity) const { return analysis_.entities[static_cast<size_t>(entity)].type; }
  // Whether the entity, as far as is known, is a person, and not of another gender than this.
  bool MayBe(int entity, Gender gender) const;
  // Whether the article so far has named this person at least as often as all others together.
  bool IsMainPerson(int entity) const;

  // The entity that noun `i` of sentence `sentence` describes: "the president" is the only one seen in that role, "the
  // hotel" the only one called so or with "Hotel" in its name, "the country" the only place that is not inside one. -1
  // if no known entity fits, or several do.
  int Described(const Tree& tree, uint32_t sentence, int i) const;

 private:
  void TakeDescriptions(const Tree& tree, int head, int entity);
  // Whether the noun is one that occurs in names of organizations, buildings and landforms: "bank", "river".
  bool IsNamedKind(absl::string_view lemma) const;
  // Whether an article may use the noun for something that it has named: those of IsNamedKind, and "the city".
  bool MayDescribe(absl::string_view lemma) const;
  // Whether the noun in the entity's name says what the entity is: "bank" does in "Bank of Chile", "abbey" does not in
  // "Abbey School".
  bool IsNamedAs(int entity, absl::string_view noun) const;
  int OnlyCountry() const;

  const Analysis& analysis_;
  const Language& language_;
  std::vector<Gender> gender_;                  // per entity
  std::vector<int> named_;                      // per entity, how often it was named so far
  std::map<std::string, std::set<int>> roles_;  // "president" -> who was called that
  std::map<std::string, uint32_t> unnamed_;  // a noun -> the sentence in which it last meant something without a name
  std::set<int> met_;                        // entities named so far
  std::set<int> no_person_;                  // those of met_ that are not persons, whatever their type
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
