// Collects what the patterns read off one sentence, and turns the drafts into facts.

#ifndef PITH_TOOLS_COMPILER_FACTS_FACT_DRAFTS_H_
#define PITH_TOOLS_COMPILER_FACTS_FACT_DRAFTS_H_

#include <string>
#include <vector>

#include "tools/compiler/analysis.h"
#include "tools/compiler/tree/sentence_reading.h"

namespace pith::compiler {

// The standing of a fact that a noun phrase tells by the way: "the main city, Almaty".
inline constexpr int kByTheWay = 30;

// A fact before it is judged against the others of its sentence.
struct Draft {
  std::string subject, relation, object;
  int subject_head = -1, object_head = -1;  // tokens, -1: none; they give entity and value
  std::vector<int> evidence;                // tokens; the bytes from the first to the last prove the fact
  int value = -1, when = -1;
  std::string where;
  bool negated = false;
  Modality modality = Modality::kNone;
  int confidence = 0;        // of the pattern, 0..10000
  int standing = kByTheWay;  // as Fact::standing
  bool presupposed = false;  // the article's own word even where someone is quoted: "Chile's minister, Ana Ruiz"
};

// The drafts of one sentence, in order of Add.
class FactDrafts {
 public:
  // The reading must outlive the drafts.
  explicit FactDrafts(const SentenceReading& reading) : reading_(reading) {}

  // Keeps the draft, unless it lacks a subject or relation or says nothing by itself ("it", "which"). Fills `value`
  // from the object's or the subject's number where the draft has none.
  void Add(Draft draft);

  // The drafts as facts in order of evidence, without importance. Of drafts with the same words only the first counts.
  std::vector<Fact> Take() const;

 private:
  const SentenceReading& reading_;
  std::vector<Draft> drafts_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_FACTS_FACT_DRAFTS_H_
