#include "tools/compiler/lexicon/name_words.h"

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

bool IsSmallWord(absl::string_view word) {
  return IsOneOf(word, {"of", "the", "for", "and", "in", "on", "to", "at", "de", "la", "del", "du", "des", "und", "&"});
}

std::string Initials(const std::vector<std::string>& words, bool with_small, bool with_parts) {
  std::string initials;
  for (const std::string& word : words) {
    if (!with_small && IsSmallWord(word)) continue;
    for (size_t i = 0; i < word.size(); ++i) {
      if (i == 0 || (with_parts && word[i - 1] == '-')) initials += word[i];
    }
  }
  return initials;
}

}  // namespace

bool IsHonorific(absl::string_view folded) {
  return IsOneOf(absl::StripSuffix(folded, "."), {"mr", "mrs", "ms", "mx", "miss", "dr", "sir", "madam", "dame", "lord",
                                                  "lady", "prof", "rev", "hon", "herr", "frau", "mme", "don", "dona"});
}

bool IsTitle(absl::string_view folded) {
  return IsOneOf(
      absl::StripSuffix(folded, "."),
      {"president",   "minister",  "premier",     "chancellor",   "king",         "queen",       "prince",
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
       "singer",      "author",    "councillor",  "deputy"});
}

bool IsTitleModifier(absl::string_view folded) {
  return IsOneOf(folded, {"prime",  "vice",      "deputy", "foreign", "interior",  "defence",  "defense",    "finance",
                          "health", "education", "acting", "interim", "secretary", "attorney", "lieutenant", "major",
                          "crown",  "chief",     "first",  "police",  "home",      "general",  "-"});
}

Gender GenderOf(absl::string_view folded) {
  folded = absl::StripSuffix(folded, ".");
  if (IsOneOf(folded, {"mrs",   "ms",    "miss",        "madam",   "dame",     "lady",     "mme",      "frau",
                       "dona",  "queen", "princess",    "empress", "duchess",  "countess", "baroness", "actress",
                       "woman", "girl",  "mother",      "mum",     "mom",      "daughter", "sister",   "wife",
                       "aunt",  "niece", "grandmother", "widow",   "waitress", "nun"}) ||
      absl::EndsWith(folded, "woman")) {
    return Gender::kFemale;
  }
  if (IsOneOf(folded, {"mr",     "sir",         "lord",    "herr",   "don",   "king",    "prince",    "emperor",
                       "tsar",   "pope",        "duke",    "count",  "baron", "sultan",  "emir",      "sheikh",
                       "man",    "boy",         "dad",     "father", "son",   "brother", "husband",   "uncle",
                       "nephew", "grandfather", "widower", "waiter", "monk",  "imam",    "ayatollah", "rabbi"}) ||
      (absl::EndsWith(folded, "man") && IsOneOf(folded, {"chairman", "spokesman", "congressman", "policeman", "gunman",
                                                         "businessman", "fireman", "statesman", "sportsman"}))) {
    return Gender::kMale;
  }
  return Gender::kUnknown;
}

bool IsPersonNoun(const Token& token) {
  if (token.pos != Pos::kNoun && token.pos != Pos::kPropn) return false;
  if (token.lemma != token.folded && token.folded.size() > token.lemma.size()) return false;  // a plural
  return IsTitle(token.lemma) || GenderOf(token.lemma) != Gender::kUnknown ||
         IsOneOf(
             token.lemma,
             {"person",   "child",     "baby",        "teenager",  "friend",     "colleague",  "analyst",   "official",
              "expert",   "scientist", "researcher",  "reporter",  "journalist", "witness",    "victim",    "suspect",
              "driver",   "student",   "teacher",     "worker",    "soldier",    "politician", "candidate", "player",
              "writer",   "artist",    "painter",     "poet",      "composer",   "musician",   "engineer",  "farmer",
              "owner",    "manager",   "predecessor", "successor", "rival",      "founder",    "member",    "resident",
              "activist", "protester", "critic",      "historian", "economist",  "nurse",      "patient",   "pilot"});
}

std::vector<std::string> NameWords(const Sentence& sentence, uint32_t first, uint32_t last) {
  std::vector<std::string> words;
  for (uint32_t i = first; i < last; ++i) {
    const Token& token = sentence.tokens[i];
    if (words.empty() || sentence.tokens[i - 1].end != token.begin) words.emplace_back();
    words.back() += token.folded;
  }
  for (std::string& word : words) {
    if (word.size() > 1 && word.back() == '.') word.pop_back();
  }
  return words;
}

bool LooksLikeAcronym(absl::string_view word) {
  size_t upper = 0, letters = 0;
  for (char c : word) {
    if (c == '.' || c == '-' || c == '&') continue;
    ++letters;
    upper += absl::ascii_isupper(static_cast<unsigned char>(c)) ? 1 : 0;
  }
  return letters >= 2 && letters <= 10 && upper >= 2 && 2 * upper > letters;
}

bool IsAcronymOf(absl::string_view acronym, const std::vector<std::string>& words) {
  if (words.size() < 2 || !LooksLikeAcronym(acronym)) return false;
  std::string letters;
  for (char c : acronym) {
    if (c != '.' && c != '-') letters += absl::ascii_tolower(static_cast<unsigned char>(c));
  }
  for (bool with_small : {false, true}) {
    for (bool with_parts : {false, true}) {
      if (Initials(words, with_small, with_parts) == letters) return true;
    }
  }
  return false;
}

bool IsSubsequence(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  size_t matched = 0;
  for (const std::string& word : whole) {
    if (matched == part.size()) break;
    const std::string& wanted = part[matched];
    const bool same =
        word == wanted || (wanted.size() == 1 && word[0] == wanted[0]) || (word.size() == 1 && word[0] == wanted[0]);
    matched += same ? 1 : 0;
  }
  return matched == part.size();
}

}  // namespace pith::compiler
