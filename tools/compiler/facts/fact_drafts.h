// Collects what the patterns find in one sentence, and turns these drafts into facts.

#ifndef PITH_TOOLS_COMPILER_FACTS_FACT_DRAFTS_H_
#define PITH_TOOLS_COMPILER_FACTS_FACT_DRAFTS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// The standing of a fact that a noun phrase tells in passing: "the main city, Almaty".
inline constexpr int kByTheWay = 30;

// What made a fact.
enum class FactPattern : uint8_t {
  kClause,
  kCopula,
  kInstruction,
  kApposition,
  kRole,
  kMembers,
  kPlaceKind,
  kDated,
  kHyphened,
  kLasting,
  kTitle,
  kAcronym,
};

// A fact before it is weighed against the others of its sentence.
struct Draft {
  std::string subject, relation, object;
  int subject_head = -1, object_head = -1;  // tokens, -1: none; they determine entity and value
  std::vector<int> evidence;                // tokens; the bytes from the first to the last prove the fact
  int value = -1, when = -1;
  std::string where;
  bool negated = false;
  Modality modality = Modality::kNone;
  FactPattern pattern = FactPattern::kClause;
  int clause = -1;           // the verb or predicate that states it, -1: none
  int standing = kByTheWay;  // as Fact::standing
  bool presupposed = false;  // stated by the article itself even inside a quotation: "Chile's minister, Ana Ruiz"
};

// The drafts of one sentence, in the order in which they were added.
class FactDrafts {
 public:
  // The reading must outlive the drafts.
  explicit FactDrafts(const SentenceReading& reading) : reading_(reading) {}

  // Keeps the draft, unless it lacks a subject or relation or says nothing on its own ("it", "which"). If the draft has
  // no value, takes the number of the object or the subject.
  void Add(Draft draft);

  // The drafts as facts, ordered by evidence, without importance. Of drafts with the same words, only the first counts.
  // Needs the claims of FindClaims.
  std::vector<Fact> Facts() const;

 private:
  // The speaker of the innermost claim around bytes [begin, end); empty if there is none.
  std::string SpeakerOf(uint32_t begin, uint32_t end) const;
  // The entity that a phrase with that head names, -1: none. "Smith's house" is not Smith: the phrase itself must be
  // the name.
  int EntityNamed(absl::string_view phrase, int head) const;

  const SentenceReading& reading_;
  std::vector<Draft> drafts_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACT_DRAFTS_H_
