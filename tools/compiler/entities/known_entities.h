// What the article has said so far about its entities: gender, roles, kinds. Coreference fills this as it reads, and
// asks it whom a pronoun or "the mayor" may mean.

#ifndef PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
#define PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_

#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/string_view.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// A pronoun or description may refer to something mentioned in its own sentence or in this many sentences before it.
inline constexpr uint32_t kReferenceWindow = 2;

// Whether the noun, in its dictionary form, means something that may be called "she".
bool IsShipNoun(absl::string_view lemma);

// Of a set of entities, as much as it takes to tell whether there is exactly one.
class OneEntity {
 public:
  void Add(int entity) {
    if (first_ < 0) first_ = entity;
    several_ = several_ || entity != first_;
  }
  void Add(const OneEntity& others) {
    if (others.first_ >= 0) Add(others.first_);
    several_ = several_ || others.several_;
  }
  // The only one; -1 if there is none, or another.
  int Get() const { return several_ ? -1 : first_; }

 private:
  int first_ = -1;
  bool several_ = false;
};

// Entities are indices into Analysis::entities. Whatever is asked is answered in constant time, for any number of
// entities. The analysis and the language must outlive this object, and the
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
  // Whether the entity, as far as is known, is a person, and not of another gender than this; "she" may be a ship.
  bool MayBe(int entity, Gender gender) const;
  Gender KnownGender(int entity) const { return entities_[static_cast<size_t>(entity)].gender; }
  // Whether the article's title names the entity: such an article speaks of it throughout.
  bool InTitle(int entity) const { return entities_[static_cast<size_t>(entity)].in_title; }

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
  // Records that the entity was called `role`.
  void TakeRole(const std::string& role, int entity);
  // Records the nouns in the entity's name that say what it is: "bank" in "Bank of Chile", but not "abbey" in "Abbey
  // School".
  void TakeKinds(int entity);

  const Analysis& analysis_;
  const Language& language_;
  // What is known of one entity.
  struct Known {
    Gender gender = Gender::kUnknown;
    bool named = false;      // so far
    bool no_person = false;  // it is none, whatever its type
    bool part = false;       // a place inside a country: it was called a city, for one
    bool in_title = false;
    bool ship = false;
  };
  // Who was called by a noun: "president".
  struct Bearers {
    OneEntity persons, others;
  };
  std::vector<Known> entities_;
  absl::flat_hash_map<std::string, Bearers> roles_;
  absl::flat_hash_map<std::string, OneEntity> kinds_;  // a noun -> whose name says that they are one
  absl::flat_hash_set<int> countries_;                 // the places named so far that may be countries
  absl::flat_hash_map<std::string, uint32_t>
      unnamed_;  // a noun -> the sentence in which it last meant something without a name
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_KNOWN_ENTITIES_H_
