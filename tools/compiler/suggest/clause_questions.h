// The questions of one clause, in steps: first its subject and verb are read, then its complements, and each is asked
// for in turn. read_clause.cc reads the subject and the verb, ask_clause.cc asks for who did what and how much of it,
// ask_circumstances.cc for when and where, ask_manner.cc for why and how.

#ifndef PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_QUESTIONS_H_
#define PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_QUESTIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/asked_sentence.h"
#include "tools/compiler/suggest/clause_complements.h"
#include "tools/compiler/suggest/suggestion_draft.h"
#include "tools/compiler/suggest/verb_wording.h"
#include "tools/compiler/suggest/wording.h"

namespace pith::compiler {

// Use once: AskClause.
class ClauseQuestions {
 public:
  ClauseQuestions(AskedSentence* sentence, int verb)
      : sentence_(*sentence),
        reading_(sentence->reading()),
        tree_(sentence->tree()),
        verb_(verb),
        counts_only_(IsOneOf(tree_[verb].lemma, {"have", "contain", "feature", "need", "get"})) {}
  // Reads the clause and drafts its questions. O(tokens of the sentence), and what AskedSentence::Phrase costs.
  void Run();

 private:
  static constexpr size_t kTailRoom = 7;  // words in a question's tail; essential ones may exceed it

  // False: no question can be asked of the clause.
  bool ReadSubject();
  // Whether the noun is taken for a name only because it begins its sentence.
  bool IsBegun(int noun) const;
  // "you", for instructions.
  bool AddressReader();
  bool ReadVerb();
  // "is open"
  bool ReadState();
  // "built in 1931", behind its noun
  bool ReadParticiple();
  // "What does the name mean?"
  void AskMeaning();
  // "When was the festival first held?" None of what happened "again" or "twice": which of the times?
  bool ReadAdverbs();
  // "has grown since the opening in 2004": what has been so since has no such date.
  bool IsMisdated() const;
  // Whether the article is about the thing, by its title or beginning.
  bool IsTopic(int noun) const;
  // "Who founded the museum?"
  void AskSubject();
  // "How many people were hurt in Lima?"
  void AskHowMany(int number, const Wording& tail);
  void AskComplement(size_t number);
  // "How many countries were the films sold to?"
  bool AskCounted(const Complement& one);
  // "What is the sail dyed with?"
  bool AskMaterial(const Complement& one);
  // "What did Ana Ruiz build in 1931?"
  void AskObject(const Complement& one, const Wording& tail);
  // The phrase with its clauses, as an answer; empty if it is too long or broken.
  std::vector<int> WholePhrase(int noun) const;
  // "How much money did the museum raise?", "How many portraits did Tom Berg paint?"
  void AskAmount(const Complement& one, int value, const Wording& tail);
  // "When was the museum opened in Lima?"
  bool AskDate(const Complement& one, const Wording& tail);
  // "What happened in 1931?"
  void AskEvent();
  // The token behind the clause's last, without clauses that follow with a subject of their own.
  int ClauseEnd() const;
  // Whether the clause tells what is so again and again: in the present, or with "can" or "must".
  bool IsStanding() const { return verb_words_.modal || IsOneOf(verb_words_.front, {"do", "does", "is", "are"}); }
  // Whether the phrase says when something is so again and again: "at noon on Sundays", "before the concert".
  bool IsTime(const Complement& one) const;
  // "When do the doors open?" Asks for neighbouring times as one: "two hours before kick-off", "at noon on Sundays".
  void AskTime(size_t number);
  // Whether complement `b` begins where `a` ends.
  bool Touch(size_t a, size_t b) const;
  // "May" and "the first quarter" leave the year to the reader.
  bool IsWholeDate(const Span& span) const;
  // "Who opened the museum?" of "was opened by".
  void AskAgent(size_t number);
  // "How long did the strike last in Lima?"
  void AskDuration(const Complement& one, const Wording& tail);
  // "Where did Ana Ruiz study history?"
  void AskPlace(size_t number);
  // Whether nothing but objects stands between the verb and the phrase: "taken to Ana Ruiz in the room" tells where she
  // is.
  bool Follows(int phrase) const;
  // "must be left in the cloakroom": a place without a name, of a thing that is kept or stands there.
  bool IsNearAThing(int place) const;
  // The phrase or clause that says why: "because the dam broke", "due to rain", "to keep the rain out"; -1: none.
  int ReasonOf() const;
  bool IsPurpose(int clause) const;
  void AskWhy();
  // "When does the library close? when the last reader leaves"
  void AskWhenClause();
  // "How is the dye made? by boiling the roots"
  void AskHow();
  // "How often is the drum emptied? every second Friday"
  void AskOften();
  // "What was the mill used for?"
  void AskUse();
  // Whether nothing but a particle stands between the verb and the phrase; such a question ends in its preposition.
  bool FollowsVerb(int phrase) const;
  std::string Stranded(const std::string& preposition) const;
  // "How far did the line run?" This and the next two return false where the phrase is of another kind.
  bool AskDistance(const Complement& one);
  // "How much was the tram sold for?", "At what temperature does nitrogen boil?"
  bool AskMeasured(const Complement& one, const Wording& tail);
  // "What did Ana Ruiz die of?"
  bool AskStranded(const Complement& one);
  // Asks a question with its subject after the auxiliary: "Where did Ana Ruiz build the bridge".
  void Ask(QuestionKind kind, absl::string_view word, const std::vector<int>& answer, const Wording& tail);
  // The subject in a question, and what a question with it needs to know.
  std::string SubjectText() const;
  void AddSubject(Wording* words) const;
  // Whether the subject is new to the reader: "a fire".
  bool IsIndefinite() const;
  // A bare noun with its article.
  bool SaysNothing(const std::vector<int>& answer) const;
  // Whether the verb says enough with this tail: "was built" and "died" need nothing more.
  bool IsWhole(const Wording& tail) const;

  AskedSentence& sentence_;
  const SentenceReading& reading_;
  const Tree& tree_;
  const int verb_;
  const bool counts_only_;  // the verb asks for nothing but a number: "has", "contains"
  uint32_t importance_ = 0;
  bool addressed_ = false;  // an instruction
  bool negated_ = false;    // an instruction not to do something
  bool added_ = false;      // a clause that describes its subject: "who built it", "built in 1931"
  bool state_ = false;      // "is open": an adjective in the place of the verb
  int subject_ = -1;
  bool plural_ = false;                   // the number of the subject
  std::optional<Wording> subject_words_;  // none: no question can name the subject
  VerbWording verb_words_;
  std::vector<Complement> complements_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_SUGGEST_CLAUSE_QUESTIONS_H_
