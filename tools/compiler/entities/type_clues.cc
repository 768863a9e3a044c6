#include "tools/compiler/entities/type_clues.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "tools/compiler/lexicon/first_names.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"

namespace pith::compiler {
namespace {

// Twice what the tagger's own vote counts.
constexpr int kCalled = 4;
constexpr int kDoes = 1;

// The type of a name of that kind; kNone if it does not tell.
NameType TypeOfKind(NounKind kind) {
  switch (kind) {
    case NounKind::kPlace:
    case NounKind::kSite:
      return NameType::kPlace;
    case NounKind::kOrganization:
      return NameType::kOrganization;
    case NounKind::kOther:
      break;
  }
  return NameType::kNone;
}

// The type of what the noun means; kNone if it does not tell.
NameType TypeOfNoun(const Language& language, const Token& noun) {
  if (noun.pos != Pos::kNoun) return NameType::kNone;
  if (IsPersonNoun(noun) || MayMeanPerson(noun.lemma)) return NameType::kPerson;
  if (const NameType type = TypeOfKind(NounKindOf(language, noun.lemma)); type != NameType::kNone) return type;
  switch (NounClassOf(language, noun.lemma)) {
    case NounClass::kPerson:
      return NameType::kPerson;
    case NounClass::kCountry:
    case NounClass::kCity:
      return NameType::kPlace;
    case NounClass::kVehicle:
    case NounClass::kWork:
    case NounClass::kArtifact:
    case NounClass::kSubstance:
    case NounClass::kFood:
    case NounClass::kAnimal:
    case NounClass::kPlant:
    case NounClass::kDisease:
    case NounClass::kEvent:
      return NameType::kOther;
    default:
      return NameType::kNone;
  }
}

// What the sentence calls a name.
struct Called {
  int noun = -1;        // -1: nothing
  bool loose = false;   // by an apposition after a comma, which the parser may have hung to the wrong noun
  bool behind = false;  // by one that follows the name
};

Called CalledBy(const Tree& tree, int name) {
  const int head = tree[name].head;
  // "The Kilin is a beast."
  if (IsSubject(tree[name].rel) && tree.Has(head, Rel::kCop) && tree.CaseOf(head).empty() && !tree.IsNegated(head))
    return {head, false, false};
  // "a bell called La Ronca"
  if (tree.Contains(head) && IsOneOf(tree[head].folded, {"called", "named"}) && tree[head].rel == Rel::kAcl)
    return {tree[head].head, false, false};
  // "the ferry Ester", "his wife, Eugenia"; but "the printer of cards, Leo Odell"
  if (tree[name].rel == Rel::kAppos && tree[head].rel != Rel::kNmod)
    return {head, tree[tree.SubtreeBegin(name) - 1].folded == "," || tree[tree.SubtreeBegin(name)].folded == ",",
            false};
  // "the cook, Menica, who fed him", where the parser hears a call
  if (tree[name].rel == Rel::kVocative && tree[head].pos == Pos::kNoun && head < name &&
      tree[tree.SubtreeBegin(name)].folded == ",")
    return {head, true, false};
  // "Mertskhali, a club"
  if (const int beside = tree.Child(name, Rel::kAppos); beside >= 0 && beside > name) return {beside, true, true};
  return {};
}

// How many votes what the sentence calls the name adds, which the tagger holds for a `tagged`.
int WeightOf(const Tree& tree, const NameUse& use, const Called& called, NameType tagged, NameType type) {
  if (tagged == type) return kCalled;
  switch (tagged) {
    case NameType::kPerson:
      // Nobody's full name is a ship's, if it takes a comma to say so.
      return called.loose && use.words.size() > 1 ? 0 : kCalled;
    case NameType::kPlace: {
      // "born in Lume, the son of a miner"
      const Rel rel = tree[static_cast<int>(use.span.head)].rel;
      return type == NameType::kPerson && called.behind && rel != Rel::kNsubj ? 0 : kCalled;
    }
    case NameType::kOrganization:
      return type == NameType::kPerson ? 0 : kCalled;  // "the owner, Acme"
    default:
      return kCalled;
  }
}

// "Korea", "South Korea", "Republic of Korea", even where it went to war.
bool IsCountry(const Language& language, const NameUse& use) {
  const std::vector<std::string>& words = use.words;
  if (words.empty() || use.titled() || NounClassOf(language, words.back()) != NounClass::kCountry) return false;
  if (words.size() == 2) return IsOneOf(words[0], {"north", "south", "east", "west"});
  return words.size() == 1 || (words.size() == 3 && words[1] == "of" && IsOneOf(words[0], {"republic", "kingdom"}));
}

// "Presbyterians are": a name that ends in "s" and has a verb in the plural means a people.
bool IsPeople(const Tree& tree, int name, const NameUse& use) {
  const std::string& folded = tree[name].folded;
  if (use.words.size() != 1 || !absl::EndsWith(folded, "s") || tree.Has(name, Rel::kConj)) return false;
  const int verb = tree[name].head;
  if (!IsSubject(tree[name].rel) || !tree.Contains(verb)) return false;
  const int helper = tree.Child(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
  return helper >= 0 ? IsOneOf(tree[helper].folded, {"are", "were", "have", "do"})
                     : tree[verb].pos == Pos::kVerb && tree[verb].folded == tree[verb].lemma;
}

// "Ludmila Vrba", "Jimmy Carter": a first name and a word that is no thing's.
bool IsPersonsName(const Tree& tree, const Language& language, const NameUse& use) {
  if (use.words.size() != 2 || GenderOfFirstName(use.words.front()) == Gender::kUnknown) return false;
  const NounClass last = NounClassOf(language, use.words.back());
  return (last == NounClass::kNone || last == NounClass::kPerson) &&
         tree[static_cast<int>(use.span.last) - 1].pos == Pos::kPropn;
}

// What a name of one word is by that word, and by what stands before and behind it.
void VoteByWord(const Tree& tree, const Language& language, int name, NameUse* use) {
  const auto vote = [use](NameType type) { use->votes[static_cast<int>(type)] += kCalled; };
  const NameType tagged = use->Type();
  const std::string& word = use->words.front();
  const NounClass known = NounClassOf(language, word);
  const int det = tree.Child(name, Rel::kDet);
  const bool determined = det >= 0 && det < name;
  if (LooksLikeAcronym(use->written)) return;
  if (known == NounClass::kLanguage || absl::EndsWith(word, "ism")) return vote(NameType::kOther);
  if (tagged == NameType::kPerson) {
    // "a Dane", "the Romans", "the Devil": a person's name has no article, and a river or ship is called so elsewhere.
    if (determined && !IsTitle(word) && GenderOfFirstName(word) == Gender::kUnknown) {
      use->votes[static_cast<int>(NameType::kPerson)] = 0;
      return;
    }
    const bool town = known == NounClass::kCity || known == NounClass::kCountry;
    if (town && IsOneOf(tree.CaseOf(name), {"in", "at", "near", "to", "from"})) return vote(NameType::kPlace);
    // "Kazeno harbour"
    const Token& head = tree[tree[name].head];
    const NounClass of = NounClassOf(language, head.lemma);
    if (tree[name].rel == Rel::kCompound && head.pos == Pos::kNoun &&
        (of == NounClass::kCity || of == NounClass::kPlace || of == NounClass::kLandform))
      return vote(NameType::kPlace);
  }
  if (tagged == NameType::kOrganization) {
    if (determined && IsTitle(word)) return vote(NameType::kPerson);  // "the Countess"
    const bool plural = absl::EndsWith(word, "s") && !absl::EndsWith(word, "ss");
    if (known == NounClass::kPerson && plural) return vote(NameType::kOther);  // "the Swedes"
  }
}

}  // namespace

NameType TypeOfWords(const Language& language, const NameUse& use) {
  const bool of = std::find(use.words.begin(), use.words.end(), "of") != use.words.end();
  if (use.words.size() < 2 || of || use.titled() || GenderOfFirstName(use.words.front()) != Gender::kUnknown)
    return NameType::kNone;
  const std::string& last = use.words.back();
  // "Mount Sajama"
  if (IsOneOf(use.words.front(), {"mount", "lake", "cape", "fort"})) return NameType::kPlace;
  // Folding takes the marks from "Sạ"; and the Soviet Union was a country.
  const bool plain = std::all_of(use.written.begin(), use.written.end(), absl::ascii_isascii);
  if (!plain || last == "union") return NameType::kNone;
  if (IsOneOf(last, {"unlimited", "limited", "ltd", "inc", "corp", "plc", "gmbh", "network", "airlines", "airways",
                     "industries", "holdings", "league", "ministry", "committee", "service", "services"})) {
    return NameType::kOrganization;
  }
  if (IsOneOf(last, {"street", "road", "avenue", "square", "boulevard", "falls", "islands", "mountains", "springs"})) {
    return NameType::kPlace;
  }
  return TypeOfKind(NounKindOf(language, last));
}

void VoteByContext(const Tree& tree, const Language& language, NameUse* use) {
  if (use->words.empty()) return;
  const auto name = static_cast<int>(use->span.head);
  const auto vote = [use](NameType type, int weight) { use->votes[static_cast<int>(type)] += weight; };
  const Called called = CalledBy(tree, name);
  const int first = static_cast<int>(use->span.first), last = static_cast<int>(use->span.last);
  if (called.noun >= 0 && (called.noun < first || called.noun >= last)) {
    const NameType type = TypeOfNoun(language, tree[called.noun]);
    if (type != NameType::kNone) vote(type, WeightOf(tree, *use, called, use->Type(), type));
  }
  // "some Presbyterians", "many Nahua": a people, not a person.
  if (const int det = tree.Child(name, {Rel::kDet, Rel::kAmod});
      det >= 0 && IsOneOf(tree[det].folded, {"some", "many", "most", "all", "few", "several", "these", "those"})) {
    vote(NameType::kOther, kCalled);
  } else if (use->Type() != NameType::kOrganization && IsPeople(tree, name, *use)) {
    vote(NameType::kOther, kCalled);
  }
  // A hospital is an organization and a place; there the tagger may choose.
  if (const NameType told = TypeOfWords(language, *use);
      told != NameType::kNone && use->Type() != NameType::kOrganization) {
    vote(told, kCalled);
  }
  const NameType tagged = use->Type();
  if (tagged != NameType::kPerson && IsCountry(language, *use)) vote(NameType::kPlace, kCalled);
  // "PORTO VATHI, 17 August - A forest fire": where a report was written.
  if (use->span.first == 0 && tree.sentence().dateline > use->span.last) vote(NameType::kPlace, 2 * kCalled);
  if (tagged == NameType::kOther && IsPersonsName(tree, language, *use)) vote(NameType::kPerson, kCalled);
  // "people of Parakou"
  if (tree[name].rel == Rel::kNmod && tree.CaseOf(name) == "of" && tree.Contains(tree[name].head) &&
      IsOneOf(tree[tree[name].head].lemma,
              {"people", "inhabitant", "resident", "villager", "citizen", "mayor", "outskirts", "coast"})) {
    vote(NameType::kPlace, kCalled);
  }
  if (tree[name].rel == Rel::kNsubj && tree.Contains(tree[name].head)) {
    const Token& verb = tree[tree[name].head];
    if (IsOneOf(verb.lemma, {"marry", "die", "think", "love", "remember", "star", "laugh", "smile", "sing"}))
      vote(NameType::kPerson, kDoes);
  }
  const std::string& last_word = use->words.back();
  const bool numbered = std::any_of(last_word.begin(), last_word.end(), absl::ascii_isdigit);
  if (numbered && (use->words.size() == 1 || tagged == NameType::kPerson)) {
    vote(NameType::kOther, kCalled);  // "D12", "Arvika D12"; but "Building 17"
  } else if (use->words.size() == 1 && !use->titled()) {
    VoteByWord(tree, language, name, use);
  }
}

}  // namespace pith::compiler
