#include "tools/compiler/lexicon/name_words.h"

#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {

const WordSet& Honorifics() {
  static const WordSet* const words =
      new WordSet{"mr",   "mrs",  "ms",  "mx",  "miss", "dr",   "sir", "madam", "dame", "lord",
                  "lady", "prof", "rev", "hon", "herr", "frau", "mme", "don",   "dona"};
  return *words;
}

const WordSet& Titles() {
  static const WordSet* const words = new WordSet{
      "president",   "minister",  "premier",     "chancellor",   "king",         "queen",       "prince",
      "princess",    "emperor",   "empress",     "tsar",         "pope",         "duke",        "duchess",
      "count",       "countess",  "baron",       "baroness",     "sultan",       "emir",        "sheikh",
      "senator",     "sen",       "governor",    "gov",          "mayor",        "congressman", "congresswoman",
      "rep",         "secretary", "ambassador",  "envoy",        "commissioner", "general",     "gen",
      "colonel",     "col",       "major",       "maj",          "captain",      "capt",        "lieutenant",
      "lt",          "sergeant",  "sgt",         "admiral",      "commander",    "marshal",     "corporal",
      "judge",       "justice",   "magistrate",  "sheriff",      "detective",    "inspector",   "constable",
      "officer",     "professor", "doctor",      "bishop",       "archbishop",   "cardinal",    "rabbi",
      "imam",        "ayatollah", "father",      "sister",       "brother",      "chairman",    "chairwoman",
      "chairperson", "spokesman", "spokeswoman", "spokesperson", "director",     "coach",       "saint",
      "chief",       "leader",    "attorney",    "prosecutor",   "lawyer",       "actor",       "actress",
      "singer",      "author",    "councillor",  "deputy"};
  return *words;
}

const WordSet& Offices() {
  static const WordSet* const words = new WordSet{
      "president", "minister",    "senator",  "governor", "chancellor", "secretary",   "ambassador",   "mayor",
      "spokesman", "spokeswoman", "chairman", "director", "professor",  "congressman", "congresswoman"};
  return *words;
}

const WordSet& TitleModifiers() {
  static const WordSet* const words =
      new WordSet{"prime",  "vice",      "deputy", "foreign", "interior",  "defence",  "defense",    "finance",
                  "health", "education", "acting", "interim", "secretary", "attorney", "lieutenant", "major",
                  "crown",  "chief",     "first",  "police",  "home",      "general",  "-"};
  return *words;
}

const WordSet& FemaleNouns() {
  static const WordSet* const words = new WordSet{
      "mrs",      "ms",       "miss",    "madam",    "dame",     "lady",    "mme",         "frau",  "dona",     "queen",
      "princess", "empress",  "duchess", "countess", "baroness", "actress", "woman",       "girl",  "mother",   "mum",
      "mom",      "daughter", "sister",  "wife",     "aunt",     "niece",   "grandmother", "widow", "waitress", "nun"};
  return *words;
}

const WordSet& MaleNouns() {
  static const WordSet* const words = new WordSet{
      "mr",     "sir",         "lord",    "herr",      "don",      "king",     "prince",    "emperor",     "tsar",
      "pope",   "duke",        "count",   "baron",     "sultan",   "emir",     "sheikh",    "man",         "boy",
      "dad",    "father",      "son",     "brother",   "husband",  "uncle",    "nephew",    "grandfather", "widower",
      "waiter", "monk",        "imam",    "ayatollah", "rabbi",    "chairman", "spokesman", "congressman", "policeman",
      "gunman", "businessman", "fireman", "statesman", "sportsman"};
  return *words;
}

const WordSet& FemalePronouns() {
  static const WordSet* const words = new WordSet{"she", "her", "hers", "herself"};
  return *words;
}

const WordSet& MalePronouns() {
  static const WordSet* const words = new WordSet{"he", "him", "his", "himself"};
  return *words;
}

const WordSet& ReflexivePronouns() {
  static const WordSet* const words = new WordSet{"himself", "herself"};
  return *words;
}

const WordSet& PersonNouns() {
  static const WordSet* const words = new WordSet{
      "person",   "child",     "baby",        "teenager",  "friend",     "colleague",  "analyst",   "official",
      "expert",   "scientist", "researcher",  "reporter",  "journalist", "witness",    "victim",    "suspect",
      "driver",   "student",   "teacher",     "worker",    "soldier",    "politician", "candidate", "player",
      "writer",   "artist",    "painter",     "poet",      "composer",   "musician",   "engineer",  "farmer",
      "owner",    "manager",   "predecessor", "successor", "rival",      "founder",    "member",    "resident",
      "activist", "protester", "critic",      "historian", "economist",  "nurse",      "patient",   "pilot"};
  return *words;
}

const WordSet& SmallWords() {
  static const WordSet* const words =
      new WordSet{"of", "the", "for", "and", "in", "on", "to", "at", "de", "la", "del", "du", "des", "und", "&"};
  return *words;
}

const WordSet& SurnameParticles() {
  static const WordSet* const words =
      new WordSet{"von", "van",   "ter", "ten", "der", "den", "zu",  "de",   "du",  "da",  "dos", "das", "del",
                  "di",  "della", "la",  "le",  "el",  "al",  "bin", "bint", "ibn", "ben", "af",  "st",  "mac"};
  return *words;
}

bool IsHonorific(absl::string_view folded) { return Honorifics().Has(absl::StripSuffix(folded, ".")); }
bool IsTitle(absl::string_view folded) { return Titles().Has(absl::StripSuffix(folded, ".")); }

Gender GenderOf(absl::string_view folded) {
  folded = absl::StripSuffix(folded, ".");
  if (FemaleNouns().Has(folded) || absl::EndsWith(folded, "woman")) return Gender::kFemale;
  return MaleNouns().Has(folded) ? Gender::kMale : Gender::kUnknown;
}

Gender GenderOfPronoun(absl::string_view folded) {
  if (FemalePronouns().Has(folded)) return Gender::kFemale;
  return MalePronouns().Has(folded) ? Gender::kMale : Gender::kUnknown;
}

bool MeansPerson(absl::string_view lemma) {
  return IsTitle(lemma) || GenderOf(lemma) != Gender::kUnknown || PersonNouns().Has(lemma);
}

bool MayMeanPerson(absl::string_view lemma) { return IsOneOf(lemma, {"head", "chair", "mate", "star", "lead"}); }

}  // namespace pith::compiler
