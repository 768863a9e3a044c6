// What an article has said of its entities so far: gender, roles, kinds. Filled by coreference as it reads, which asks
// it who a pronoun or "the mayor" may mean.

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

// A pronoun or description is taken to mean what was spoken of in its own sentence or in this many before it.
inline constexpr uint32_t kReferenceWindow = 2;

// Entities are indices into Analysis::entities. The analysis and the language must outlive this, and the entities stay.
class KnownEntities {
 public:
  KnownEntities(const Analysis& analysis, const Language& language);

  // Takes in that the entity was named, and what the words around the name say of its bearer.
  void MeetName(const Tree& tree, const Mention& mention);
  // Takes in that the noun meant something without a name in that sentence.
  void MeetNoun(const std::string& lemma, uint32_t sentence) { unnamed_[lemma] = sentence; }
  // Takes in the gender, unless it is unknown.
  void LearnGender(int entity, Gender gender);

  NameType TypeOf(int entity) const { return analysis_.entities[static_cast<size_t>(entity)].type; }
  // Whether it is a person, as far as anything tells, and of no other gender than this.
  bool MayBe(int entity, Gender gender) const;
  // Whether the article has named this person at least as often as all others so far.
  bool IsMainPerson(int entity) const;

  // What noun `i` of sentence `sentence` means as a description. "The president" is the only one met in that role, "the
  // hotel" the only one called so or with "Hotel" in its name, "the country" the only place that is not within one. -1
  // where it is nothing met, or one of several.
  int Described(const Tree& tree, uint32_t sentence, int i) const;

 private:
  void TakeDescriptions(const Tree& tree, int head, int entity);
  // Whether the noun is one that stands in names of organizations, buildings and landforms: "bank", "river".
  bool IsNamedKind(absl::string_view lemma) const;
  // Whether an article may call something so that it has named: those, and "the city".
  bool MayDescribe(absl::string_view lemma) const;
  // Whether the noun tells in the name what its bearer is: the "bank" in "Bank of Chile", no "abbey" in "Abbey School".
  bool IsNamedAs(int entity, absl::string_view noun) const;
  int OnlyCountry() const;

  const Analysis& analysis_;
  const Language& language_;
  std::vector<Gender> gender_;                  // per entity
  std::vector<int> named_;                      // per entity, how often so far
  std::map<std::string, std::set<int>> roles_;  // "president" -> who was called so
  std::map<std::string, uint32_t> unnamed_;  // a noun -> the sentence in which it last meant something without a name
  std::set<int> met_;                        // entities named so far
  std::set<int> no_person_;                  // of those, the ones that are no persons, whatever their type
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
