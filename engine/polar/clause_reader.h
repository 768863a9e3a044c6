// Reads one sentence for one question, clause by clause; engine/polar/clause.h explains its purpose. clause.cc compares
// words and roles; clause_stated.cc decides whether a clause that agrees is stated or denied.

#ifndef PITH_ENGINE_POLAR_CLAUSE_READER_H_
#define PITH_ENGINE_POLAR_CLAUSE_READER_H_

#include <cstdint>

#include "engine/language/fold.h"
#include "engine/polar/clause.h"

namespace pith {

inline constexpr uint32_t kMaxClimb = 24;  // a damaged file may contain cycles

inline constexpr WordClassSet kPlainAuxiliary = SetOf(AskClass::kDo) | SetOf(AskClass::kBe) | SetOf(AskClass::kHave);

inline bool IsSubject(Rel rel) { return rel == Rel::kNsubj || rel == Rel::kNsubjPass; }
inline bool IsAuxiliary(Rel rel) { return rel == Rel::kAux || rel == Rel::kAuxPass || rel == Rel::kCop; }

// Whether a word with this relation to a noun tells which or what kind of it is meant.
inline bool Narrows(Rel rel) {
  return rel == Rel::kAmod || rel == Rel::kCompound || rel == Rel::kNmod || rel == Rel::kNmodPoss ||
         rel == Rel::kNmodDesc || rel == Rel::kNummod || rel == Rel::kAcl || rel == Rel::kAclRelcl;
}

class ClauseReader {
 public:
  ClauseReader(const Language& language, const Part& part, const Query& query, const Scan& scan,
               const WordClasses& classes);

  // Whether token `i` is a verb, or a predicate with "be".
  bool IsPredicate(uint32_t i) const { return token(i).pos == Pos::kVerb || Child(i, Rel::kCop) != kNoToken; }

  // Judges the clause of predicate `verb`, which must mean a word of the question.
  ClauseVerdict Judge(uint32_t verb);

 private:
  // Where a token stands in the clause.
  struct Place {
    bool inside;
    Rel slot;
  };

  const ScannedToken& token(uint32_t i) const { return scan_.all[i]; }
  const QueryWord& word(uint32_t w) const { return query_.words[w]; }
  bool Matched(uint32_t i) const { return token(i).word != kNoWord && token(i).strength == kFullStrength; }
  bool Is(uint32_t i, WordClassSet set) const { return (sets_[i] & set) != 0; }
  bool Asks(WordClassSet set) const { return (asked_ & set) != 0; }
  bool Hangs(uint32_t i, uint32_t on) const { return token(i).head == on && i != on; }
  Bytes Text(uint32_t i) const { return scan_.TextOf(part_, i); }
  uint32_t HashOf(uint32_t i) const { return HashWord(FoldedWord(language_, Text(i)).bytes()); }
  uint32_t Child(uint32_t on, Rel rel) const {
    for (uint32_t i = 0; i < scan_.count; ++i) {
      if (Hangs(i, on) && token(i).rel == rel) return i;
    }
    return kNoToken;
  }
  uint32_t Auxiliary() const {
    for (uint32_t i = 0; i < scan_.count; ++i) {
      if (Hangs(i, verb_) && IsAuxiliary(token(i).rel)) return i;
    }
    return kNoToken;
  }
  uint32_t Subject(uint32_t verb) const {
    const uint32_t active = Child(verb, Rel::kNsubj);
    return active != kNoToken ? active : Child(verb, Rel::kNsubjPass);
  }
  Rel SubjectSlot() const {
    if (asks_passive_) return passive_ ? Rel::kNsubjPass : Rel::kObj;
    return passive_ ? Rel::kOblAgent : Rel::kNsubj;
  }
  bool IsAgentPhrase(uint32_t w) const {
    return prepositions_[w] != kNoWord && (classes_.Of(word(prepositions_[w]).hash) & SetOf(AskClass::kAgent)) != 0;
  }

  void ReadClause(uint32_t verb);
  void ReadQuestion();
  Place PlaceOf(uint32_t i) const;
  bool SlotAgrees(uint32_t w, uint32_t i) const;
  bool PrepositionAgrees(uint32_t w, uint32_t i) const;
  bool Agrees(uint32_t w, uint32_t i, uint32_t previous) const;
  bool IsNarrowed(uint32_t i) const;
  bool IsHedged(uint32_t i) const;
  bool TenseAgrees() const;
  bool IsStated() const;
  bool FactsAgree(bool negated) const;
  bool IsDenied(uint32_t negation) const;
  bool DeniesAll() const;
  uint8_t Polarity() const;

  const Language& language_;
  const Part& part_;
  const Query& query_;
  const Scan& scan_;
  const WordClasses& classes_;
  const WordClassSet asked_;  // of the question's first word
  WordClassSet sets_[kMaxSentenceTokens];
  uint8_t cases_[kMaxSentenceTokens];  // the preposition before each noun, or kNoToken

  // The current predicate: its token, its word, and the verb whose subject it shares.
  uint32_t verb_ = 0, word_ = 0, host_ = 0;
  bool passive_ = false, copular_ = false;
  // What the question says about its words, once its verb is known.
  bool plain_ = false;                    // it contains no words but those that are compared
  bool asks_passive_ = false;             // "Was the bridge closed"
  uint64_t determined_ = 0, linked_ = 0;  // one bit per word: after an article; in one phrase with the previous word
  uint8_t prepositions_[kMaxQueryWords];  // the word that governs each word's phrase, or kNoWord
};

}  // namespace pith

#endif  // PITH_ENGINE_POLAR_CLAUSE_READER_H_
