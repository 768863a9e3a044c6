// What a pronoun may mean: everybody and everything that the article has spoken of so far, and how well each fits.
//
// Candidates are ranked against one another and "none of them" (mention ranking, Denis and Baldridge 2008), by a small
// network over their features (antecedent_network.h).

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENTS_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENTS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/types/optional.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/entities/known_entities.h"
#include "tools/compiler/entities/referent.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

// Collects referents as the article is read, and gives the candidates for each pronoun.
class Referents {
 public:
  // All must outlive this object.
  Referents(const Analysis& analysis, const KnownEntities& known, const Language& language)
      : analysis_(analysis), known_(known), language_(language) {}

  // Records that a name, a noun or a resolved pronoun with that head meant something. `quotation`: as Referent's.
  void MeetName(const Tree& tree, uint32_t sentence, int head, int entity, int quotation);
  void MeetNoun(const Tree& tree, uint32_t sentence, int head, int quotation);
  void MeetAgain(int referent, const Tree& tree, uint32_t sentence, int head, int quotation);
  // A pronoun that means nobody known: whoever it is may be meant again.
  int MeetSomebody(const Pronoun& pronoun, const Tree& tree, int quotation);

  // Those that the pronoun may mean, in the order in which they were first spoken of: some 200 at most, of those spoken
  // of in the last sentences. Sets the pronoun's rows.
  std::vector<Antecedent> CandidatesFor(Pronoun* asked, const Tree& tree, int quotation) const;

  const Referent& operator[](int i) const { return all_[static_cast<size_t>(i)]; }

 private:
  bool Fits(const Referent& referent, const Pronoun& pronoun, const Tree& tree, int quotation) const;
  void Update(int index, const Tree& tree, uint32_t sentence, int head, int quotation);
  std::string PhraseOf(const Tree& tree, int head) const;

  const Analysis& analysis_;
  const KnownEntities& known_;
  const Language& language_;
  std::vector<Referent> all_;
  std::vector<int> of_entity_;                 // the referent of an entity, -1: none yet
  std::vector<std::pair<uint32_t, int>> met_;  // each mention's sentence and referent, in reading order
  std::vector<int> topics_;                    // referents that are a topic
  absl::optional<uint32_t> first_;             // the first sentence whose main clause has a subject; no heading
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENTS_H_
