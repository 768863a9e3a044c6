// What a pronoun may mean: everybody and everything that the article has spoken of so far, and how well each fits.
//
// Candidates are ranked by a log-linear model over binary features, against "none of them" (mention ranking, Denis and
// Baldridge 2008), with weights learned from GUM (tools/train/coreference).

#ifndef PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENTS_H_
#define PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENTS_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/types/optional.h"
#include "tools/compiler/analysis.h"
#include "tools/compiler/entities/known_entities.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {

enum class PronounKind : uint8_t { kPerson, kThing, kGroup };  // "he", "she"; "it"; "they"
inline constexpr int kPronounKinds = 3;

// Where a mention stands in its clause.
enum class MentionRole : uint8_t { kMainSubject, kSubject, kObject, kPossessor, kOther };

// Somebody or something spoken of.
struct Referent {
  int entity = -1;     // index into Analysis::entities; -1: has no name
  std::string lemma;   // of the noun for it, if it has no name; empty: only pronouns mean it
  std::string phrase;  // "the barge"; empty if it has a name or none is known
  Gender gender = Gender::kUnknown;
  bool person = false, plural = false, group = false, definite = false;
  bool opening = false;  // in the title, a heading or the first sentence
  bool topic = false;    // in the title, or the subject of the first sentence
  bool listed = false;   // among the topics
  int mentions = 0;
  int led = 0;                 // sentences whose main subject it was
  uint32_t paragraph_led = 0;  // the last paragraph whose first sentence it led, + 1; 0: none
  // The last mention.
  uint32_t sentence = 0, paragraph = 0;
  int head = 0;
  MentionRole role = MentionRole::kOther;
  bool pronoun = false;
  int quotation = 0;  // number of the direct speech that contains it; 0: none
};

enum AntecedentFeature {
  kSameSentence,
  kOneBack,
  kTwoBack,
  kFewBack,
  kFarBack,
  kSameParagraph,
  kWasMainSubject,
  kWasSubject,
  kWasObject,
  kWasPossessor,
  kWasPronoun,
  kTwoMentions,
  kFewMentions,
  kManyMentions,
  kMostMentions,     // of those that fit
  kBothSubjects,     // in the sentence before
  kSubjectOfClause,  // of a possessive: the subject of its own clause
  kBothObjects,
  kNamed,
  kOpening,
  kNearest,  // of those that fit
  kSecondNearest,
  kFarther,
  kGenderKnown,
  kDefinite,
  kOrganization,
  kPlace,
  kOtherName,
  kPersonNoun,
  kOtherQuotation,
  kAlone,  // nobody else fits
  kIsPlural,
  kIsGroup,
  kAnonymous,  // only pronouns have meant it so far
  kSpeaker,    // says the clause that the pronoun is in: "Ruiz said he"
  kTopic,
  kLedTwice,      // was the main subject of two sentences or more
  kMostLed,       // of those that fit
  kLedParagraph,  // was the main subject of the paragraph's first sentence
  kAntecedentFeatureCount,
};

// What is true of a pronoun: it weighs for "none of them", and for each candidate together with the candidate's
// features.
enum PronounFeature {
  kPronounAlways,
  kPronounSubject,
  kPronounPossessive,
  kPronounObject,
  kPronounDummy,  // "it is clear that"
  kPronounNear,   // nothing that fits in this sentence and the one before
  kPronounFirst,  // begins the sentence
  kPronounQuoted,
  kPronounFeatureCount,
};

// A candidate for a pronoun: a bit for each AntecedentFeature.
struct Antecedent {
  int referent = -1;
  uint64_t features = 0;
  bool continued = false;  // the topic, which the sentence before was about and "it" goes on with
};

struct Pronoun {
  PronounKind kind = PronounKind::kThing;
  Gender gender = Gender::kUnknown;
  uint32_t sentence = 0;
  int token = 0;
  uint32_t features = 0;  // a bit for each PronounFeature
};

// What token `i` is as a pronoun; `quotation`: as Referent's. False if it is none of the third person.
bool ReadPronoun(const Tree& tree, uint32_t sentence, int i, int quotation, Pronoun* out);

// Weights in units of 1/100 of log-odds, and the lead over the next candidate, "none" included, that is needed.
// A candidate's feature weighs by what is true of the pronoun: who was an object is rather meant by another object.
struct AntecedentWeights {
  int antecedent[kPronounKinds][kPronounFeatureCount][kAntecedentFeatureCount];
  int none[kPronounKinds][kPronounFeatureCount];
  int lead[kPronounKinds];
};

// The index of the candidate that the pronoun means; -1 if none leads by enough. A topic that is continued needs no
// lead: of 15 in GUM's training and development documents 14 are meant.
int ChooseAntecedent(const Pronoun& pronoun, const std::vector<Antecedent>& candidates);

// Collects referents as the article is read, and gives the candidates for each pronoun.
class Referents {
 public:
  // All must outlive this object.
  Referents(const Analysis& analysis, const KnownEntities& known) : analysis_(analysis), known_(known) {}

  // Records that a name, a noun or a resolved pronoun with that head meant something. `quotation`: as Referent's.
  void MeetName(const Tree& tree, uint32_t sentence, int head, int entity, int quotation);
  void MeetNoun(const Tree& tree, uint32_t sentence, int head, int quotation);
  void MeetAgain(int referent, const Tree& tree, uint32_t sentence, int head, int quotation);
  // A pronoun that means nobody known: whoever it is may be meant again.
  int MeetSomebody(const Pronoun& pronoun, const Tree& tree, int quotation);

  // Those that the pronoun may mean, in the order in which they were first spoken of. At most as many as were spoken of
  // in the last sentences.
  std::vector<Antecedent> CandidatesFor(const Pronoun& pronoun, const Tree& tree, int quotation) const;

  const Referent& operator[](int i) const { return all_[static_cast<size_t>(i)]; }

 private:
  bool Fits(const Referent& referent, const Pronoun& pronoun, const Tree& tree, int quotation) const;
  void Update(int index, const Tree& tree, uint32_t sentence, int head, int quotation);
  std::string PhraseOf(const Tree& tree, int head) const;

  const Analysis& analysis_;
  const KnownEntities& known_;
  std::vector<Referent> all_;
  std::vector<int> of_entity_;                 // the referent of an entity, -1: none yet
  std::vector<std::pair<uint32_t, int>> met_;  // each mention's sentence and referent, in reading order
  std::vector<int> topics_;                    // referents that are a topic
  absl::optional<uint32_t> first_;             // the first sentence whose main clause has a subject; no heading
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_ENTITIES_ANTECEDENTS_H_
