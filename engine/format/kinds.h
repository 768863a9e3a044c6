// The closed sets of labels, each stored in one byte. Their numbers are part of the file format: add at the end, never
// renumber.

#ifndef PITH_ENGINE_FORMAT_KINDS_H_
#define PITH_ENGINE_FORMAT_KINDS_H_

#include <cstdint>

namespace pith {

// Universal parts of speech (universaldependencies.org/u/pos).
enum class Pos : uint8_t {
  kX,
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
};
inline constexpr int kPosCount = 17;

// Whether a text states that what a phrase takes part in is so.
enum class Reality : uint8_t {
  kStated,
  kNegated,   // "did not open"
  kPlanned,   // "will open", "wants to open"
  kPossible,  // "if it opens", "would have opened"
  kDenied,    // "denied that it opened"
  kFailed,    // "failed to open", "almost opened"
  kAsked,     // "did it open?"
};
inline constexpr int kRealityCount = 7;

// Universal dependency relations (universaldependencies.org/u/dep), with the subtypes that answering uses.
enum class Rel : uint8_t {
  kDep,
  kRoot,
  kNsubj,
  kNsubjPass,
  kObj,
  kIobj,
  kObl,
  kOblAgent,
  kNmod,
  kNmodPoss,
  kAmod,
  kNummod,
  kAppos,
  kCompound,
  kCompoundPrt,
  kFlat,
  kFixed,
  kDet,
  kDetPredet,
  kCase,
  kMark,
  kCop,
  kAux,
  kAuxPass,
  kAdvmod,
  kAdvcl,
  kAdvclRelcl,
  kAcl,
  kAclRelcl,
  kCcomp,
  kXcomp,
  kCsubj,
  kCsubjPass,
  kConj,
  kCc,
  kCcPreconj,
  kParataxis,
  kDiscourse,
  kVocative,
  kExpl,
  kList,
  kDislocated,
  kGoeswith,
  kReparandum,
  kOrphan,
  kClf,
  kPunct,
  kNmodUnmarked,
  kOblUnmarked,
  kNmodDesc,
};
inline constexpr int kRelCount = 50;

enum class NameType : uint8_t { kNone, kPerson, kOrganization, kPlace, kOther };
inline constexpr int kNameTypeCount = 5;

enum class ValueKind : uint8_t { kNone, kNumber, kDate, kDuration };

enum class Hedge : uint8_t { kExact, kAbout, kAtLeast, kMoreThan, kAtMost, kLessThan, kUpTo, kVague };

// What an editor has a question answered with.
enum class ReplyKind : uint8_t {
  kAnswer,   // the editor's answer
  kSilence,  // nothing
  kMeans,    // whatever answers another question
};
inline constexpr int kReplyKindCount = 3;

// The form of a candidate answer.
enum class CandidateKind : uint8_t {
  kNominal,    // a noun phrase: "the country's main airport"
  kName,       // a name: "Nikol Pashinyan"
  kNumber,     // a number with what it counts: "about 1,000 people"
  kTime,       // a date or time: "on Sunday", "1991"
  kDuration,   // "two-week"
  kOblique,    // a phrase with its preposition: "in the oil town of Zhanaozen"
  kList,       // coordinated phrases, whole: "Russia, Armenia and Belarus"
  kClause,     // "after the government doubled the cost of fuel"
  kPurpose,    // "to help Mr Tokayev regain control"
  kModifier,   // "bronze", "oil", "Russia-led"
  kPredicate,  // "take harsh measures to quell the unrest"
};
inline constexpr int kCandidateKindCount = 11;

// The class of a noun's main sense, from WordNet's lexicographer files and a few of its hypernyms: what "which city" or
// "how many weeks" ask for.
enum class NounClass : uint8_t {
  kNone,
  kPerson,        // "president", "child"
  kPeople,        // several people as one: "crowd", "family", "police"
  kOrganization,  // "company", "parliament", "army"
  kCountry,       // "country", "kingdom", "Armenia"
  kCity,          // "town", "capital", "Paris"
  kPlace,         // other places: "region", "border", "street"
  kBuilding,      // "airport", "house"
  kLandform,      // "river", "mountain"
  kTimeUnit,      // "week", "hour"
  kTime,          // "morning", "summer", "date", "January"
  kQuantity,      // "number", "size", "percentage"
  kUnit,          // "kilometer", "liter"
  kMoney,         // "cost", "dollar", "wage"
  kEvent,         // "war", "election", "match"
  kAct,           // "attack", "visit", "resignation"
  kSubstance,     // "oil", "gold"
  kArtifact,      // "machine", "statue"
  kVehicle,       // "car", "ship"
  kWork,          // "book", "film", "song"
  kFood,
  kAnimal,
  kPlant,
  kBody,  // "arm", "heart"
  kDisease,
  kCause,          // "cause", "reason", "motive"
  kManner,         // "way", "method", "means"
  kCommunication,  // "statement", "question", "sign"
  kLanguage,       // "English", "language"
  kName,           // "name", "title", "nickname"
  kCognition,      // "idea", "theory", "science"
  kFeeling,
  kColor,
  kAttribute,   // "quality", "strength"
  kState,       // "emergency", "peace"
  kPhenomenon,  // "storm", "light", "process"
  kGroup,       // other groups: "set", "system", "herd"
  kRelation,    // "part", "link"
  kThing,       // anything else: "thing", "shape"
};
inline constexpr int kNounClassCount = 39;

// What a property of an article says, in the order in which its part lists them. The first two may occur often, each
// other one once.
enum class PropertyKind : uint8_t { kAlias, kTag, kAuthor, kLicence, kImage, kMeta };
inline constexpr int kPropertyKindCount = 6;

}  // namespace pith

#endif  // PITH_ENGINE_FORMAT_KINDS_H_
