#include "tools/compiler/facts/noun_facts.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/time_nouns.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"
#include "tools/compiler/tree/phrases.h"

namespace pith::compiler {
namespace {

class NounFacts {
 public:
  NounFacts(const SentenceReading& reading, const Language& language, FactDrafts* drafts)
      : reading_(reading), tree_(reading.tree()), language_(language), drafts_(*drafts) {}

  void Run() {
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_[i].rel == Rel::kAppos) Apposition(tree_[i].head, i);
      if (tree_[i].rel == Rel::kNmod) PlaceKind(tree_[i].head, i);
      if (tree_[i].rel == Rel::kNmod || tree_[i].rel == Rel::kNmodUnmarked) DatedNoun(tree_[i].head, i);
      if (tree_[i].pos == Pos::kVerb && i >= 2 && tree_[i - 1].folded == "-") Hyphened(i);
      if (tree_[i].pos == Pos::kNoun || tree_[i].pos == Pos::kPropn) Lasting(i);
    }
    Titles();
    Acronyms();
  }

 private:
  std::string Name(int i, uint32_t drop = kBarePhrase) const { return reading_.Name(i, drop); }
  bool IsName(int i) const { return reading_.text().EntityOf(i) >= 0 && tree_[i].pos != Pos::kPron && IsProper(i); }
  bool IsProper(int i) const { return tree_[i].pos == Pos::kPropn || reading_.TypeOf(i) != NameType::kNone; }

  void Add(int subject, std::string subject_text, std::string relation, int object, std::string object_text,
           std::vector<int> evidence, FactPattern pattern) {
    Draft draft;
    draft.subject = std::move(subject_text);
    draft.subject_head = subject;
    draft.relation = std::move(relation);
    draft.object = std::move(object_text);
    draft.object_head = object;
    draft.evidence = std::move(evidence);
    draft.pattern = pattern;
    draft.presupposed = true;
    drafts_.Add(std::move(draft));
  }

  std::vector<int> Cover(int a, int b) const {
    std::vector<int> tokens = reading_.Phrase(a, kBarePhrase);
    const std::vector<int> more = reading_.Phrase(b, kBarePhrase);
    tokens.insert(tokens.end(), more.begin(), more.end());
    return tokens;
  }

  // "Chile's foreign minister, Ana Ruiz", "Ana Ruiz, the foreign minister", "Ana Ruiz, 45".
  void Apposition(int head, int appositive) {
    if (head < 0) return;
    // In a list, only the nearest member is meant; a subject pronoun names nobody.
    for (int member : tree_.Children(head, {Rel::kConj})) {
      if (member < appositive) head = member;
    }
    if (tree_[head].pos == Pos::kPron || tree_[appositive].pos == Pos::kPron || tree_.IsClause(appositive)) return;
    // "With the new halls, Lume University, once small, began to grow": not beside it, but the subject.
    const int clause = tree_[head].head;
    if (tree_[head].rel == Rel::kObl && appositive < clause &&
        tree_.Child(clause, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) < 0) {
      return;
    }
    const std::vector<int> evidence = Cover(head, appositive);
    if (tree_[appositive].pos == Pos::kNum) {
      if (reading_.TypeOf(head) == NameType::kPerson && reading_.ValueOf(appositive, ValueKind::kDate) < 0) {
        Add(head, Name(head), "age", appositive, Name(appositive), evidence, FactPattern::kApposition);
      }
      return;
    }
    const int entity = reading_.text().EntityOf(head);
    if (entity >= 0 && entity == reading_.text().EntityOf(appositive)) return;  // an acronym, or the same name again
    const int named = IsName(appositive) ? appositive : IsName(head) ? head : -1;
    if (named < 0) return;
    if (IsOneOf(tree_[tree_.Child(named, Rel::kDet)].folded, {"a", "an"})) return;  // "the captain, a Dane of 55"
    const int described = named == head ? appositive : head;
    if (IsName(described) && tree_[described].pos == Pos::kPropn) {
      const bool places = reading_.TypeOf(head) == NameType::kPlace && reading_.TypeOf(appositive) == NameType::kPlace;
      // "a hotel group from Sofia, Termal Invest": that is the group, not where Sofia is.
      const bool from = tree_[head].rel == Rel::kNmod && tree_.CaseOf(head) != "of" && !IsName(tree_[head].head);
      if (places && !from && reading_.text().EntityOf(head) != reading_.text().EntityOf(appositive))
        Add(head, Name(head), "is in", appositive, Name(appositive), evidence, FactPattern::kApposition);
      return;
    }
    if (tree_[described].pos != Pos::kNoun && tree_[described].pos != Pos::kPropn) return;
    if (tree_[tree_.Child(described, Rel::kNmodPoss)].folded == "whose") return;  // "whose nurse, Ann Lee, ..."
    // "born in Lume, the son of a miner": the town is not, nor is somebody a tremor.
    const NameType type = reading_.TypeOf(named);
    if (type == NameType::kPlace ? IsPersonNoun(tree_[described]) : !MayDescribe(described, type)) return;
    if (tree_[described].lemma != tree_[described].folded && tree_[described].pos == Pos::kNoun &&
        !tree_.Has(named, Rel::kConj)) {
      // "the visitors, Ann Lee": a plural means more than the one named.
      if (absl::EndsWith(tree_[described].folded, "s")) return;
    }
    const std::string name = NameOf(named);
    constexpr long kMostNameSpaces = 8;  // what is longer is a clause that the tree takes for a name
    if (std::count(name.begin(), name.end(), ' ') > kMostNameSpaces) return;
    Add(named, name, "is", described, Description(described, named), evidence, FactPattern::kApposition);
    Role(described, named, name, evidence);
    Members(described, named, name, evidence);
  }

  // The name as it stands; of a person, the full name: "Sergeant Ann Lee, in peacetime a baker".
  std::string NameOf(int named) const {
    const int entity = reading_.text().EntityOf(named);
    const bool person = reading_.TypeOf(named) == NameType::kPerson && !tree_.Has(named, Rel::kConj);
    return person ? reading_.analysis().entities[static_cast<size_t>(entity)].name
                  : Name(named, kBarePhrase | kDropConjuncts);
  }

  // Whether the noun may say who a person is. The language block classes a noun by its main sense: of those without a
  // class, any may.
  bool MayDescribe(int noun, NameType type) const {
    const std::string& lemma = tree_[noun].lemma;
    if (type != NameType::kPerson || IsPersonNoun(tree_[noun]) || MayMeanPerson(lemma)) return true;
    const auto kind = NounClassOf(language_, lemma);
    return kind == NounClass::kNone || kind == NounClass::kPerson;
  }

  // The words that describe the one named: "his wife" in "his wife, Ann, and seven children", without what follows a
  // comma and a preposition.
  std::vector<int> DescribingTokens(int described, int named) const {
    std::vector<int> tokens;
    for (int t : reading_.Phrase(described, kBarePhrase)) {
      const bool beyond = named > described && t > named;
      const bool apart = !tokens.empty() && tree_[t].pos == Pos::kAdp && tree_[t - 1].folded == ",";
      if (beyond || apart) break;
      tokens.push_back(t);
    }
    while (tokens.size() > 1 && (tree_[tokens.back()].pos == Pos::kPunct || tree_[tokens.back()].rel == Rel::kCc)) {
      tokens.pop_back();
    }
    // "and his wife, Ann"
    while (tokens.size() > 1 && tree_[tokens.front()].rel == Rel::kCc) tokens.erase(tokens.begin());
    return tokens;
  }
  std::string Description(int described, int named) const {
    const std::vector<int> tokens = DescribingTokens(described, named);
    return reading_.text().Of(tokens, tokens.size() == reading_.Phrase(described, kBarePhrase).size() ? described : -1);
  }

  // From "Chile's foreign minister", who is Ana Ruiz: Chile, foreign minister, Ana Ruiz. Also "the mayor of Lima".
  void Role(int described, int named, const std::string& name, const std::vector<int>& evidence) {
    int owner = tree_.Child(described, Rel::kNmodPoss);
    if (owner < 0) {
      for (int child : tree_.Children(described, {Rel::kNmod})) {
        if (owner < 0 && tree_.CaseOf(child) == "of") owner = child;
      }
    }
    // "the warden of those years"
    const bool points = IsOneOf(tree_[tree_.Child(owner, Rel::kDet)].folded, {"this", "that", "these", "those"});
    if (owner < 0 || points || tree_.Has(owner, Rel::kConj) ||
        (tree_[owner].pos == Pos::kPron && reading_.text().EntityOf(owner) < 0))
      return;
    const std::vector<int> told = DescribingTokens(described, named);
    if (std::find(told.begin(), told.end(), owner) == told.end()) return;
    std::vector<int> role, whose;
    for (int t : reading_.Phrase(described, kBarePhrase | kDropDeterminer | kDropNominals | kDropConjuncts)) {
      if (!tree_.Under(t, owner)) role.push_back(t);
    }
    for (int t : reading_.Phrase(owner, kBarePhrase)) {
      if (t <= told.back()) whose.push_back(t);
    }
    Add(owner, reading_.text().Of(whose, owner), reading_.text().Of(role, -1), named, name, evidence,
        FactPattern::kRole);
  }

  // "X, an alliance of A, B and C".
  void Members(int described, int named, const std::string& name, const std::vector<int>& evidence) {
    for (int child : tree_.Children(described, {Rel::kNmod})) {
      if (!tree_.Has(child, Rel::kConj) || tree_.CaseOf(child) != "of") continue;
      std::vector<int> kind;
      for (int t : reading_.Phrase(described, kBarePhrase)) {
        if (t < child && !tree_.Under(t, child)) kind.push_back(t);
      }
      Add(named, name, absl::StrCat("is ", reading_.text().Of(kind, -1), " of"), child, Name(child), evidence,
          FactPattern::kMembers);
    }
  }

  // "the mining town of Lota" is a town; "the capital of Peru" is not Peru, unless it is coordinated with "the port of
  // Callao".
  void PlaceKind(int kind, int place) {
    if (kind < 0 || tree_.CaseOf(place) != "of" || !IsPlaceName(place) || !MayBearNameAfterOf(tree_, kind)) return;
    if (!KindsBeforeOf().Has(tree_[kind].lemma)) {
      if (tree_[kind].lemma != "capital" || !StandsBesidePlaceKind(kind, place)) return;
    }
    if (tree_[kind].lemma != tree_[kind].folded) return;
    const std::vector<int> evidence = Cover(kind, place);
    std::vector<int> words;
    for (int t : reading_.Phrase(kind, kBarePhrase | kDropConjuncts)) {
      if (t < place && !tree_.Under(t, place) && tree_[t].rel != Rel::kCcPreconj) words.push_back(t);
    }
    // "the town of Lota" is a town; there is one capital.
    std::string text = reading_.text().Of(words, -1);
    absl::string_view rest = text;
    const bool one = tree_[kind].lemma == "capital" || !absl::ConsumePrefix(&rest, "the ");
    if (!one) text = absl::StrCat(absl::StrContains("aeiou", rest.substr(0, 1)) ? "an " : "a ", rest);
    Add(place, Name(place, kBarePhrase | kDropConjuncts), "is", kind, text, evidence, FactPattern::kPlaceKind);
  }

  bool IsPlaceName(int i) const { return reading_.TypeOf(i) == NameType::kPlace || tree_[i].pos == Pos::kPropn; }

  bool StandsBesidePlaceKind(int kind, int place) const {
    std::vector<int> others = tree_.Children(kind, {Rel::kConj});
    for (int conjunct : tree_.Children(place, {Rel::kConj})) others.push_back(conjunct);  // parsers may attach it here
    if (tree_[kind].rel == Rel::kConj && tree_[kind].head >= 0) others.push_back(tree_[kind].head);
    for (int other : others) {
      if (!KindsBeforeOf().Has(tree_[other].lemma)) continue;
      for (int child : tree_.Children(other, {Rel::kNmod})) {
        if (tree_.CaseOf(child) == "of" && IsPlaceName(child)) return true;
      }
    }
    return false;
  }

  // "her election, in 2019", "the war of 1812".
  void DatedNoun(int noun, int date) {
    if (noun < 0 || tree_[noun].pos != Pos::kNoun || !IsEventNoun(tree_[noun].lemma)) return;
    const int value = reading_.ValueOf(date, ValueKind::kDate);
    const std::string preposition = tree_.CaseOf(date);
    if (value < 0 || !IsOneOf(preposition, {"in", "on", "of", "during"})) return;
    std::vector<int> words;
    for (int t : reading_.Phrase(noun, kBarePhrase)) {
      if (!tree_.Under(t, date)) words.push_back(t);
    }
    while (words.size() > 1 && tree_[words.back()].pos == Pos::kPunct) words.pop_back();
    Draft draft;
    draft.subject = reading_.text().Of(words, noun);
    draft.relation = absl::StrCat("was ", preposition == "of" ? "in" : preposition);
    draft.object = Name(date);
    draft.object_head = date;
    draft.when = value;
    draft.evidence = Cover(noun, date);
    draft.pattern = FactPattern::kDated;
    draft.presupposed = true;
    drafts_.Add(std::move(draft));
  }

  // "Chile-led alliance", "a Lima-based firm", "the US-backed rebels".
  void Hyphened(int participle) {
    const int noun = tree_[participle].head;
    if (noun <= participle || (tree_[participle].rel != Rel::kAmod && tree_[participle].rel != Rel::kCompound)) return;
    const int name = participle - 2;
    if (tree_[name].pos != Pos::kPropn && reading_.text().EntityOf(name) < 0) return;
    // The noun, without the hyphenated word.
    std::vector<int> words;
    for (int t : reading_.Phrase(noun, kBarePhrase | kDropDeterminer)) {
      if (!tree_.Under(t, participle) && t != name && t != participle - 1) words.push_back(t);
    }
    const std::string thing = reading_.text().Of(words, noun);
    const std::string named = reading_.text().Of(tree_.Yield(name, kDropCase), name);
    const std::string& verb = tree_[participle].folded;
    std::vector<int> evidence = words;
    evidence.push_back(name);
    evidence.push_back(participle);
    if (IsOneOf(verb, {"based", "born", "educated", "trained", "raised"})) {
      Add(noun, thing, absl::StrCat(verb == "based" ? "is " : "was ", verb, " in"), name, named, evidence,
          FactPattern::kHyphened);
    } else {
      Add(noun, thing, absl::StrCat("is ", verb, " by"), name, named, evidence, FactPattern::kHyphened);
      if (verb == "led") Add(name, named, "leads", noun, thing, evidence, FactPattern::kHyphened);
    }
  }

  // "a two-week truce".
  void Lasting(int noun) {
    for (int child : tree_.Children(noun, {Rel::kCompound, Rel::kAmod, Rel::kNmod})) {
      if (child > noun) continue;
      const int value = reading_.ValueOf(child, ValueKind::kDuration);
      if (value < 0) continue;
      // "the last five months" does not say how long something lasts.
      const Span& span = reading_.analysis().values[static_cast<size_t>(value)].span;
      if (static_cast<int>(span.first) <= noun && noun < static_cast<int>(span.last)) continue;
      std::vector<int> words;
      for (int t : reading_.Phrase(noun, kBarePhrase)) {
        if (!tree_.Under(t, child) && (t < static_cast<int>(span.first) || t >= static_cast<int>(span.last))) {
          words.push_back(t);
        }
      }
      Draft draft;
      draft.subject = reading_.text().Of(words, noun);
      draft.subject_head = noun;
      draft.object = TextOf(reading_.analysis(), span);
      draft.relation = absl::EndsWith(draft.object, "old") ? "age" : "duration";
      draft.value = value;
      draft.evidence = reading_.Phrase(noun, kBarePhrase);
      draft.pattern = FactPattern::kLasting;
      drafts_.Add(std::move(draft));
    }
  }

  // From "President Ruiz": Ana Ruiz is president. Also "Chilean President Ruiz".
  void Titles() {
    const Analysis& analysis = reading_.analysis();
    for (int i = 0; i < tree_.size(); ++i) {
      const int entity = reading_.text().EntityOf(i);
      if (!IsTitle(tree_[i].folded) || entity < 0 || reading_.TypeOf(i) != NameType::kPerson) continue;
      if (i > 0 && reading_.text().EntityOf(i - 1) == entity && IsTitle(tree_[i - 1].folded)) continue;
      if (i + 1 >= tree_.size() || reading_.text().EntityOf(i + 1) != entity) continue;
      if (i > 0 && tree_[i - 1].pos == Pos::kAdj && tree_[i].pos == Pos::kNoun)
        continue;  // "his younger sister Mariam"
      if (i > 0 && tree_[i - 1].rel == Rel::kNmodPoss) continue;
      // "prime" in "Prime Minister" is part of the title.
      int first = i;
      while (first > 0 && reading_.text().EntityOf(first - 1) == entity) --first;
      int last = i + 1;
      // "Major general"
      while (last + 1 < tree_.size() && IsTitle(tree_[last].folded) && reading_.text().EntityOf(last + 1) == entity)
        ++last;
      std::vector<int> role, evidence;
      for (int t = first; t < last; ++t) role.push_back(t);
      evidence = role;
      while (last < tree_.size() && reading_.text().EntityOf(last) == entity && last < i + 6)
        evidence.push_back(last++);
      Add(i + 1, analysis.entities[static_cast<size_t>(entity)].name, "is", -1,
          TextOf(analysis.article, tree_.sentence(), role), evidence, FactPattern::kTitle);
    }
  }

  // "European Space Agency (ESA)": what the letters stand for.
  void Acronyms() {
    const Analysis& analysis = reading_.analysis();
    for (int i = 1; i + 1 < tree_.size(); ++i) {
      const int entity = reading_.text().EntityOf(i);
      if (entity < 0 || !IsOneOf(tree_[i - 1].folded, {"(", "["})) continue;
      const std::string letters(TextOf(analysis.article, tree_[i]));
      const std::string& name = analysis.entities[static_cast<size_t>(entity)].name;
      if (!LooksLikeAcronym(letters) || name == letters) continue;
      std::vector<int> evidence = {i};
      for (int t = i - 2; t >= 0 && reading_.text().EntityOf(t) == entity; --t) evidence.push_back(t);
      Add(i, letters, "stands for", -1, name, evidence, FactPattern::kAcronym);
    }
  }

  const SentenceReading& reading_;
  const Tree& tree_;
  const Language& language_;
  FactDrafts& drafts_;
};

}  // namespace

void FindNounFacts(const SentenceReading& reading, const Language& language, FactDrafts* drafts) {
  NounFacts(reading, language, drafts).Run();
}

}  // namespace pith::compiler
