#include "tools/compiler/syntax/tree_repair.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/time_nouns.h"
#include "tools/compiler/lexicon/verb_frames.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/syntax/phrase_repair.h"
#include "tools/compiler/syntax/tree_editor.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

bool IsNominal(Pos pos) { return pos == Pos::kNoun || pos == Pos::kPropn; }

bool IsPluralNoun(const Token& token) { return token.pos == Pos::kNoun && token.lemma != token.folded; }

// The number of the subject that a finite form requires: 1 singular, 2 plural, 0 either.
int NumberOfForm(absl::string_view folded) {
  if (IsOneOf(folded, {"is", "was", "has", "does"})) return 1;
  return IsOneOf(folded, {"are", "were", "have", "do"}) ? 2 : 0;
}

bool IsFiniteHelper(absl::string_view folded) {
  return NumberOfForm(folded) != 0 || IsOneOf(folded, {"had", "did", "will", "would", "can", "could", "may", "might"});
}

bool IsDayOrMonth(absl::string_view folded) {
  return IsOneOf(folded, {"monday",    "tuesday",  "wednesday", "thursday", "friday",    "saturday", "sunday",
                          "january",   "february", "march",     "april",    "june",      "july",     "august",
                          "september", "october",  "november",  "december", "yesterday", "today"});
}

// The rules. Each reads the tree as it was before its own changes.
class Repair : private TreeEditor {
 public:
  explicit Repair(Sentence* sentence) : TreeEditor(sentence) {}

  void Run() {
    if (tree_.size() < 3) return;
    using Rule = void (Repair::*)(int);
    for (const Rule rule :
         {&Repair::Prefix, &Repair::Noun, &Repair::Receiver, &Repair::Active, &Repair::Infinitive, &Repair::SharedModifier,
          &Repair::Absolute, &Repair::Subject, &Repair::Gap, &Repair::Reported, &Repair::DatedEvent,
          &Repair::NameBeside, &Repair::Age, &Repair::Relative, &Repair::Who, &Repair::Content, &Repair::Resumed}) {
      ForEachToken([this, rule](int i) { (this->*rule)(i); });
    }
  }

 private:
  // "Under-fives go free": what a hyphen joins to a noun is no preposition.
  void Prefix(int i) {
    const int noun = tree_[i].head, hyphen = i + 1;
    const bool joined = tree_[hyphen].folded == "-" && tree_[i].end == tree_[hyphen].begin && noun == hyphen + 1 &&
                        tree_[hyphen].end == tree_[noun].begin;
    if (tree_[i].rel == Rel::kCase && joined && IsNominal(tree_[noun].pos)) Hang(i, noun, Rel::kCompound);
  }

  // "police stopped and searched the car": a passive without an auxiliary has no object, so the verb is active.
  void Active(int i) {
    const int verb = tree_[i].head;
    if (tree_[i].rel != Rel::kNsubjPass || verb < i || tree_.Child(verb, {Rel::kAuxPass, Rel::kAux, Rel::kMark}) >= 0)
      return;
    bool object = tree_.Has(verb, Rel::kObj);
    for (int next : tree_.Children(verb, {Rel::kConj})) object = object || tree_.Has(next, Rel::kObj);
    if (object) Hang(i, verb, Rel::kNsubj);
  }

  // "sense pressure waves that travel": the word before "that travel" is a noun, if as a verb it would have a bare noun
  // as its subject.
  void Noun(int i) {
    const int verb = tree_[i].head, before = i - 1;
    if (tree_[i].pos != Pos::kVerb || tree_[i].rel != Rel::kCcomp || verb < 0 || verb >= before) return;
    if (tree_[before].rel != Rel::kNsubj || tree_[before].head != i || tree_[before].pos != Pos::kNoun ||
        !tree_.children(before).empty() || tree_.children(i).size() != 2) {
      return;
    }
    const int clause = tree_.children(i).back();
    const int that = tree_.Child(clause, Rel::kNsubj);
    if (that != i + 1 || tree_[that].folded != "that" || tree_[clause].rel != Rel::kCcomp) return;
    Hang(i, verb, Rel::kObj);
    Hang(before, i, Rel::kCompound);
    Hang(clause, i, Rel::kAclRelcl);
    sentence_.tokens[static_cast<size_t>(i)].pos = Pos::kNoun;
  }

  // "gave the team a prize": of two adjacent objects, the first is the receiver of the second.
  void Receiver(int i) {
    if (tree_[i].pos != Pos::kVerb || !TakesReceiver(tree_[i].lemma)) {
      return;
    }
    const std::vector<int> objects = tree_.Children(i, {Rel::kObj});
    if (objects.size() == 2 && tree_.SubtreeEnd(objects[0]) == tree_.SubtreeBegin(objects[1])) {
      Hang(objects[0], i, Rel::kIobj);
    }
  }

  // "plans to hold", "asked the council to help": what follows completes the verb.
  void Infinitive(int i) {
    if (tree_[i].pos != Pos::kVerb || tree_.MarkOf(i) != "to" || !IsOneOf(tree_[i].rel, {Rel::kAcl, Rel::kAdvcl}))
      return;
    int verb = tree_[i].head;
    if (verb >= 0 && tree_[i].rel == Rel::kAcl && tree_[verb].pos == Pos::kVerb && verb < i &&
        !tree_.Has(verb, Rel::kObj)) {
      Hang(i, verb, Rel::kXcomp);
      return;
    }
    if (verb >= 0 && tree_[i].rel == Rel::kAcl && IsOneOf(tree_[verb].rel, {Rel::kObj, Rel::kIobj})) {
      verb = tree_[verb].head;
    }
    if (verb < 0 || !MovesToAct(tree_[verb].lemma)) return;
    const int whom = tree_.Child(verb, {Rel::kObj, Rel::kIobj});
    const int begin = tree_.SubtreeBegin(i);
    if (whom < verb || begin <= whom || (!tree_.Under(i, whom) && tree_.SubtreeEnd(whom) != begin)) return;
    if (Hang(i, verb, Rel::kXcomp) && !tree_.Has(verb, Rel::kObj)) Hang(whom, verb, Rel::kObj);
  }

  // "for increased wages and improved benefits": "improved" is not a verb coordinated with the words before it, if they
  // are a noun with a modifier of the same kind.
  void SharedModifier(int i) {
    if (tree_[i].pos != Pos::kVerb || tree_[i].rel != Rel::kConj || i < 3 || !absl::EndsWith(tree_[i].folded, "ed"))
      return;
    const int noun = tree_.Child(i, Rel::kObj);
    if (noun < i || tree_[i - 1].rel != Rel::kCc || tree_[i - 1].head != i) return;
    for (int child : tree_.children(i)) {
      if (child < i - 1) return;
      if (child > i && child < noun && tree_[child].head == i) return;
    }
    if (tree_.Child(noun, {Rel::kDet, Rel::kNmodPoss}) >= 0) return;
    const int before = i - 2;
    const int modifier = tree_.Child(before, Rel::kAmod);
    if (!IsNominal(tree_[before].pos) || modifier < 0 || modifier > before || tree_[modifier].pos != Pos::kVerb) return;
    if (!Hang(noun, before, Rel::kConj)) return;
    Hang(i, noun, Rel::kAmod);
    for (int child : tree_.children(i)) {
      if (child != noun) Hang(child, noun, tree_[child].rel == Rel::kObl ? Rel::kNmod : tree_[child].rel);
    }
  }

  // "with the medal going to Lima": the noun in between is the subject.
  void Absolute(int i) {
    if (tree_[i].pos != Pos::kVerb || tree_[i].rel != Rel::kAdvcl || HasSubject(i)) return;
    const int mark = tree_.Child(i, Rel::kMark);
    if (mark < 0 || tree_[mark].folded != "with" || mark + 1 >= i) return;
    const int noun = NounEndingAt(i - 1);
    if (noun >= 0 && tree_.SubtreeBegin(noun) == mark + 1) Hang(noun, i, SubjectRel(i));
  }

  // "saw the people and a ship was sent", "while a video ..., was shared": a noun without a role before a finite verb
  // without a subject.
  void Subject(int i) {
    const std::vector<int> helpers = tree_.Children(i, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
    if (helpers.empty() || HasSubject(i) || !IsFiniteHelper(tree_[helpers.front()].folded)) return;
    if (!IsOneOf(tree_[i].rel, {Rel::kConj, Rel::kCcomp, Rel::kAdvcl, Rel::kParataxis, Rel::kRoot})) return;
    int end = helpers.front() - 1;
    while (end > 0 && tree_[end].pos == Pos::kAdv && tree_[end].head == i) --end;
    const bool comma = end > 0 && tree_[end].folded == ",";
    int noun = NounEndingAt(end);
    if (noun < 0 && comma) noun = NounEndingAt(end - 1);
    if (noun < 0 || tree_.Under(noun, i)) return;
    const Rel rel = tree_[noun].rel;
    const int number = NumberOfForm(tree_[helpers.front()].folded);
    if (number == (IsPluralNoun(tree_[noun]) || tree_.Has(noun, Rel::kConj) ? 1 : 2)) return;
    if (rel == Rel::kConj) {
      const int marker = tree_.Child(noun, Rel::kCc);
      if (comma || number == 0 || marker < 0) return;
      const int clause = ClauseAround(noun);
      if (clause < 0 || clause == i || !Hang(noun, i, SubjectRel(i))) return;
      Hang(marker, i, Rel::kCc);
      if (tree_[i].head != clause && tree_[i].head == tree_[clause].head) Hang(i, clause, Rel::kConj);
    } else if (IsOneOf(rel, {Rel::kObl, Rel::kOblUnmarked, Rel::kDep}) && !IsTime(noun)) {
      const int head = tree_[noun].head;
      if (Hang(noun, i, SubjectRel(i)) && head >= 0 && tree_.MarkOf(i).empty()) {
        for (int child : tree_.children(noun)) {
          if (tree_[child].rel == Rel::kMark) Hang(child, i, Rel::kMark);
        }
      }
    }
  }

  // "with ten treated in hospital and two in intensive care": the verb is omitted the second time.
  void Gap(int i) {
    const int place = tree_[i].head;
    if (tree_[i].rel != Rel::kConj || place < 0 || !IsCounted(i) || IsCounted(place) || !tree_.CaseOf(i).empty())
      return;
    const int verb = tree_[place].head;
    if (tree_[place].rel != Rel::kObl || verb < 0 || tree_.CaseOf(place).empty()) return;
    const int subject = tree_.Child(verb, {Rel::kNsubj, Rel::kNsubjPass});
    if (subject < 0 || !IsCounted(subject)) return;
    for (int other : {verb, place, i}) {
      for (int phrase : tree_.Children(other, {Rel::kObl, Rel::kNmod})) {
        if (phrase < i || tree_.SubtreeBegin(phrase) != i + 1 || tree_.CaseOf(phrase).empty()) continue;
        if (!Hang(i, verb, Rel::kConj)) return;
        Hang(phrase, i, Rel::kOrphan);
        return;
      }
    }
  }

  // "a statement on Monday that it would close", "an announcement Monday that ...": the clause does not belong to the
  // day.
  void Reported(int i) {
    const int day = tree_[i].head;
    if (!IsOneOf(tree_[i].rel, {Rel::kAclRelcl, Rel::kAcl, Rel::kCcomp}) || day < 0 || !IsDayOrMonth(tree_[day].folded))
      return;
    const int that = tree_.SubtreeBegin(i);
    if (tree_[that].folded != "that" || tree_[that].head != i || !tree_.Has(i, Rel::kNsubj)) return;
    int noun = day - 1;
    while (noun > 0 && (tree_[noun].head == day || tree_[noun].pos == Pos::kAdj || tree_[noun].pos == Pos::kAdp))
      --noun;
    if (noun < 0 || !IsSpeechNoun(tree_[noun].lemma) || !Hang(i, noun, Rel::kAcl)) return;
    Hang(that, i, Rel::kMark);
  }

  // "her election, in 2019, was condemned": a date between commas after an event is when it happened.
  void DatedEvent(int i) {
    const int verb = tree_[i].head, begin = tree_.SubtreeBegin(i), end = tree_.SubtreeEnd(i);
    const bool date = IsDayOrMonth(tree_[i].folded) || (tree_[i].pos == Pos::kNum && tree_[i].folded.size() == 4);
    if (!date || tree_[i].rel != Rel::kObl || verb < i || begin < 2 || end >= tree_.size()) return;
    const int first = tree_[begin].folded == "," ? begin : begin - 1;
    const int last = tree_[end - 1].folded == "," ? end - 1 : end;
    const int noun = first - 1;
    if (noun < 0 || tree_[first].folded != "," || tree_[last].folded != "," || tree_[noun].head != verb) return;
    if (!IsSubject(tree_[noun].rel) || !IsEventNoun(tree_[noun].lemma)) return;
    Hang(i, noun, Rel::kNmod);
  }

  // "his successor, Ana Ruiz, who": a name between commas directly after a noun says who that is.
  void NameBeside(int i) {
    const int begin = tree_.SubtreeBegin(i);
    if (tree_[i].pos != Pos::kPropn || tree_[i].rel != Rel::kParataxis || begin < 1 || tree_.IsClause(i)) return;
    const int before = tree_[begin].folded == "," ? begin - 1 : tree_[begin - 1].folded == "," ? begin - 2 : -1;
    const int end = tree_.SubtreeEnd(i);
    if (before < 0 || tree_[before].pos != Pos::kNoun || end >= tree_.size() || tree_[end].pos != Pos::kPunct) return;
    Hang(i, before, Rel::kAppos);
  }

  // "Ana Ruiz, 34, of Leeds": the number between commas is an age.
  void Age(int i) {
    if (tree_[i].pos != Pos::kNum || tree_[i].folded.size() > 2 || i < 2 || tree_[i - 1].folded != "," ||
        tree_[i - 2].pos != Pos::kPropn || !IsOneOf(tree_[i + 1].folded, {",", ".", ";", ")"}) ||
        IsDayOrMonth(tree_[i - 2].folded)) {
      return;
    }
    int name = i - 2;
    while (IsOneOf(tree_[name].rel, {Rel::kFlat, Rel::kCompound}) && tree_[name].head >= 0) name = tree_[name].head;
    if (tree_[name].pos == Pos::kPropn) Hang(i, name, Rel::kAppos);
  }

  // "ships of the navy which were sold", "Peru and Chile, which are": the antecedent agrees with the verb in number.
  void Relative(int i) {
    if (RelativeSubject(i) < 0) return;
    const std::vector<int> helpers = tree_.Children(i, {Rel::kAux, Rel::kAuxPass, Rel::kCop});
    if (helpers.empty() || NumberOfForm(tree_[helpers.front()].folded) != 2) return;
    int noun = tree_[i].head;
    if (IsPluralNoun(tree_[noun]) || tree_.Has(noun, Rel::kConj) || IsOneOf(tree_[noun].folded, {"people", "police"}))
      return;
    for (int steps = 0; steps < 3; ++steps) {
      if (!IsOneOf(tree_[noun].rel, {Rel::kNmod, Rel::kConj, Rel::kNmodUnmarked, Rel::kObl}) ||
          !IsNominal(tree_[noun].pos))
        return;
      const bool listed = tree_[noun].rel == Rel::kConj;
      noun = tree_[noun].head;
      if (!IsNominal(tree_[noun].pos)) return;
      if (listed || IsPluralNoun(tree_[noun])) {
        Hang(i, noun, Rel::kAclRelcl);
        return;
      }
    }
  }

  // "an engineer at the university, who built it": where somebody works is not "who".
  void Who(int i) {
    const int pronoun = RelativeSubject(i);
    if (pronoun < 0 || tree_[pronoun].folded != "who") return;
    const int place = tree_[i].head, person = tree_[place].head;
    // "every citizen of the Union who"
    const bool of = tree_.CaseOf(place) == "of" && tree_[place].pos == Pos::kPropn;
    if (tree_[place].rel != Rel::kNmod || !(of || IsOneOf(tree_.CaseOf(place), {"at", "in", "from"}))) return;
    if (IsPersonNoun(tree_[person]) && !IsPersonNoun(tree_[place])) Hang(i, person, Rel::kAclRelcl);
  }

  // "the story that Ann sold the farm": a clause with an object of its own leaves none for "that" to stand for.
  void Content(int i) {
    const int clause = tree_[i].head;
    if (tree_[i].rel != Rel::kObj || tree_[i].folded != "that" || clause < i) return;
    if (tree_[clause].rel != Rel::kAclRelcl || tree_.Children(clause, {Rel::kObj}).size() < 2) return;
    Hang(i, clause, Rel::kMark);
    Hang(clause, tree_[clause].head, Rel::kAcl);
  }

  // "built a tunnel, in which drops could float, and found it": after a relative clause between commas the sentence
  // goes on with its own subject.
  void Resumed(int i) {
    const int clause = tree_[i].head;
    if (tree_[i].rel != Rel::kConj || tree_[i].pos != Pos::kVerb || clause < 0 || HasSubject(i)) return;
    const int cc = tree_.Child(i, Rel::kCc), first = tree_.SubtreeBegin(clause);
    const bool comma = cc > 0 && tree_[cc - 1].folded == "," && cc < i;
    if (tree_[clause].rel != Rel::kAclRelcl || !comma || first < 1 ||
        (tree_[first].folded != "," && tree_[first - 1].folded != ",")) {
      return;
    }
    // "where it was scraped, washed, and knotted": a list.
    if (tree_.Children(clause, {Rel::kConj}).front() != i) return;
    const int around = ClauseAround(clause);
    const bool finite = tree_[i].folded != tree_[i].lemma && !absl::EndsWith(tree_[i].folded, "ing");
    if (around >= 0 && finite && tree_[around].pos == Pos::kVerb && HasSubject(around)) Hang(i, around, Rel::kConj);
  }

  bool HasSubject(int i) const {
    return tree_.Child(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj, Rel::kCsubjPass, Rel::kExpl}) >= 0;
  }

  // The relative pronoun that is the subject of the relative clause `i`; -1: none, or `i` is no such clause.
  int RelativeSubject(int i) const {
    if (tree_[i].rel != Rel::kAclRelcl || tree_[i].head < 0) return -1;
    const int subject = tree_.Child(i, {Rel::kNsubj, Rel::kNsubjPass});
    return subject >= 0 && IsRelativePronoun(tree_[subject].folded) ? subject : -1;
  }

  Rel SubjectRel(int verb) const { return tree_.Has(verb, Rel::kAuxPass) ? Rel::kNsubjPass : Rel::kNsubj; }

  // The longest noun phrase without a preposition that ends with word `last`; -1: none.
  int NounEndingAt(int last) const {
    int found = -1;
    for (int at = last; at >= 0 && tree_.SubtreeEnd(at) == last + 1; at = tree_[at].head) {
      found = -1;
      if (IsNominal(tree_[at].pos) && tree_.CaseOf(at).empty()) found = at;
      if (found >= 0 && !IsOneOf(tree_[at].rel, {Rel::kFlat, Rel::kCompound, Rel::kNmod, Rel::kAppos, Rel::kNmodDesc}))
        break;
    }
    return found;
  }

  int ClauseAround(int i) const {
    for (i = tree_[i].head; i >= 0; i = tree_[i].head) {
      if (tree_.IsClause(i)) return i;
    }
    return -1;
  }

  bool IsCounted(int i) const { return tree_[i].pos == Pos::kNum || tree_.Has(i, Rel::kNummod); }

  bool IsTime(int noun) const { return IsDayOrMonth(tree_[noun].folded) || IsTimeNoun(tree_[noun].lemma); }
};

}  // namespace

void RepairTree(Sentence* sentence) {
  RepairPhrases(sentence);
  Repair(sentence).Run();
}

}  // namespace pith::compiler
