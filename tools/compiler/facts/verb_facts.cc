#include "tools/compiler/facts/verb_facts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/facts/clause_drafts.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_objects.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxSaidWords = 30;

class VerbFacts {
 public:
  VerbFacts(const SentenceReading& reading, int verb, Draft base, FactDrafts* drafts)
      : reading_(reading), tree_(reading.tree()), verb_(verb), base_(std::move(base)), drafts_(tree_, drafts) {}

  // One fact per object; without objects, one from the verb's phrases. "including" yields more of the same kind.
  void Run() {
    std::vector<int> group;
    base_.relation = VerbGroup(reading_.analysis(), tree_, verb_, &group);
    int last = verb_;
    // "vowed to take", "tried to form": one relation.
    for (int next = Complement(last); next >= 0; next = Complement(last)) {
      const bool to = tree_.MarkOf(next) == "to";
      absl::StrAppend(&base_.relation, to ? " to " : " ", VerbGroup(reading_.analysis(), tree_, next, &group));
      if (base_.modality == Modality::kNone) {
        base_.modality = IsFailingWord(tree_[last].lemma) ? Modality::kFailed : ModalityOf(tree_, next);
      }
      base_.negated = base_.negated || tree_.IsNegated(next);
      last = next;
    }
    if (tree_[verb_].rel == Rel::kAdvcl && IsInfinitive(tree_, verb_) && !Purpose(&group)) return;
    if (tree_[verb_].rel == Rel::kAdvcl && tree_.MarkOf(verb_) == "as" && absl::EndsWith(tree_[verb_].folded, "ing")) {
      // "was condemned as showing": whoever condemned it says so, not the article.
      base_.relation =
          absl::StrCat(VerbGroup(reading_.analysis(), tree_, tree_[verb_].head, &group), " as ", base_.relation);
    }
    base_.evidence.insert(base_.evidence.end(), group.begin(), group.end());
    verb_relation_ = base_.relation;
    around_ = CircumstancesOf(reading_, verb_);
    if (last != verb_) {
      const Circumstances inner = CircumstancesOf(reading_, last);
      if (around_.when < 0) around_.when = inner.when, around_.when_head = inner.when_head;
      if (around_.where.empty()) around_.where = inner.where, around_.where_head = inner.where_head;
      if (around_.agent < 0) around_.agent = inner.agent;
      around_.others.insert(around_.others.end(), inner.others.begin(), inner.others.end());
    }
    base_.when = around_.when;
    base_.where = around_.where;
    const int said = tree_.Child(last, Rel::kCcomp);
    if (said >= 0 && IsSpeechVerb(tree_[last].lemma)) {
      Said(last);
      return;
    }

    const int object = ObjectOf(last);
    if (object >= 0) {
      NameReceiver(last, object);
      Objects(last, object);
    } else if (const int predicate = tree_.Child(last, Rel::kXcomp); predicate >= 0) {
      Draft draft = base_;
      draft.object = reading_.text().Of(PredicateOf(reading_, predicate), predicate);
      draft.confidence -= 800;
      Emit(draft, PredicateOf(reading_, predicate));
    } else if (said >= 0) {
      Draft draft = base_;
      const std::vector<int> tokens = tree_.Yield(said, kDropRelatives | kDropAppositions);
      draft.object = reading_.text().Of(tokens, -1);
      draft.confidence -= 1500;
      if (tokens.size() <= 20) Emit(draft, tokens);
    } else {
      Phrases(0);
    }
    for (int child : tree_.children(last)) {
      if (tree_.CaseOf(child) == "including") Included(child);
    }
    for (int child : tree_.Children(verb_, {Rel::kConj})) LeftOut(child);
  }

 private:
  void Emit(Draft draft, const std::vector<int>& more) { drafts_.Add(std::move(draft), more, around_.when_head); }

  // "gave the team": the receiver of the object is part of the relation.
  void NameReceiver(int verb, int object) {
    const int receiver = tree_.Child(verb, Rel::kIobj);
    if (receiver < verb || receiver > object || tree_[object].head != verb) return;
    const std::vector<int> tokens = reading_.Phrase(receiver, kBarePhrase);
    if (tokens.size() > 4) return;
    absl::StrAppend(&base_.relation, " ", reading_.text().Of(tokens, receiver));
    base_.evidence.insert(base_.evidence.end(), tokens.begin(), tokens.end());
  }

  // "and two in intensive care": the verb is that of the clause before.
  void LeftOut(int counted) {
    const int phrase = tree_.Child(counted, Rel::kOrphan);
    if (phrase < 0 || tree_[counted].pos == Pos::kVerb) return;
    Draft draft = base_;
    std::vector<int> own = reading_.Phrase(counted, kBarePhrase);
    own.erase(std::remove_if(own.begin(), own.end(), [&](int t) { return tree_.Under(t, phrase); }), own.end());
    draft.subject = reading_.text().Of(own, counted);
    draft.subject_head = counted;
    draft.relation = absl::StrCat(verb_relation_, " ", tree_.CaseOf(phrase));
    draft.where.clear();
    const std::vector<int> tokens = reading_.Phrase(phrase);
    draft.object = reading_.text().Of(tokens, phrase);
    draft.object_head = phrase;
    Emit(std::move(draft), tree_.Yield(counted));
  }

  // A claim: what is said yields facts of its own, and the saying is another.
  void Said(int verb) {
    const std::vector<int> tokens = SaidBy(tree_, verb);
    if (tokens.size() > kMaxSaidWords) return;
    Draft draft = base_;
    draft.object = reading_.text().Of(tokens, -1);
    draft.confidence -= 1000;
    draft.standing = draft.standing * 7 / 10;  // what is said is a fact of its own
    Emit(std::move(draft), tokens);
  }

  // "were sent to help": the relation names the act and its purpose. False if it is too long for one relation.
  bool Purpose(std::vector<int>* group) {
    const int head = tree_[verb_].head;
    if (head > verb_ || tree_.Has(head, Rel::kCop) || tree_[head].rel == Rel::kXcomp || IsInfinitive(tree_, head))
      return false;
    std::string relation = VerbGroup(reading_.analysis(), tree_, head, group);
    if (const int object = tree_.Child(head, Rel::kObj); object >= 0) {
      const std::vector<int> tokens = reading_.Phrase(object, kBarePhrase | kDropNominals);
      if (tokens.size() > 2 || object > verb_) return false;
      absl::StrAppend(&relation, " ", reading_.text().Of(tokens, object));
    }
    if (base_.modality == Modality::kNone) base_.modality = ModalityOf(tree_, head);
    base_.relation = absl::StrCat(relation, " to ", base_.relation);
    return true;
  }

  // The verb that completes this one, if this one has no object.
  int Complement(int verb) const {
    const int next = tree_.Child(verb, Rel::kXcomp);
    if (next < 0 || tree_[next].pos != Pos::kVerb || tree_.Has(verb, Rel::kObj) || tree_.Has(next, Rel::kCop))
      return -1;
    return next;
  }

  // The direct object, or the noun that a relative clause without one refers to: "the money that she stole".
  int ObjectOf(int verb) const {
    const bool relative = tree_[verb].rel == Rel::kAclRelcl && verb == verb_;
    const std::vector<int> objects = tree_.Children(verb, {Rel::kObj});
    // "reports that the police opened fire": if there are two objects, the pronoun is a marker.
    for (int object : objects) {
      const bool pronoun = relative && IsOneOf(tree_[object].folded, {"which", "that", "whom", "who"});
      if (!pronoun) return object;
    }
    if (!objects.empty()) return tree_[verb].head;
    // "killing at least one": "at" does not introduce a phrase here.
    for (int child : tree_.Children(verb, {Rel::kObl})) {
      const int first = tree_.SubtreeBegin(child);
      const bool least = first > verb && tree_[first].folded == "at" && first + 1 < tree_.size() &&
                         IsOneOf(tree_[first + 1].folded, {"least", "most"});
      if (least && !tree_.IsPassive(verb)) return child;
    }
    if (around_.others.empty() && around_.where_head < 0 && !tree_.IsPassive(verb)) {
      if (const int shared = SharedObject(tree_, verb); shared >= 0) return shared;
    }
    const bool gap = relative && WhoseOf(tree_, base_.subject_head) < 0 && base_.subject_head != tree_[verb].head &&
                     !tree_.IsPassive(verb) && around_.others.empty() && !tree_.Has(verb, Rel::kXcomp) &&
                     !tree_.Has(verb, Rel::kCcomp) && !HasRelativeAdverb(tree_, verb);
    return gap ? tree_[verb].head : -1;
  }

  void Objects(int last, int object) {
    const bool outside = tree_[object].head != last;  // belongs to a relative clause
    const int predicate = outside ? -1 : tree_.Child(last, Rel::kXcomp);
    if (predicate >= 0) {
      // "helped the town rebuild": the object, together with what it does.
      Draft draft = base_;
      std::vector<int> tokens = reading_.Phrase(object, kNounPhrase);
      const std::vector<int> more = PredicateOf(reading_, predicate);
      tokens.insert(tokens.end(), more.begin(), more.end());
      std::sort(tokens.begin(), tokens.end());
      draft.object = reading_.text().Of(tokens, -1);
      draft.object_head = object;
      Emit(draft, tokens);
      return;
    }
    const int light = outside ? -1 : LightComplement(reading_, last, object);
    if (light >= 0) {
      Draft draft = base_;
      absl::StrAppend(&draft.relation, " ", reading_.Name(object, kBarePhrase | kDropNominals), " ",
                      tree_.CaseOf(light));
      if (light == around_.where_head) draft.where.clear();
      draft.object = reading_.Name(light);
      draft.object_head = light;
      std::vector<int> tokens = reading_.Phrase(object, kBarePhrase);
      const std::vector<int> more = reading_.Phrase(light);
      tokens.insert(tokens.end(), more.begin(), more.end());
      Emit(draft, tokens);
      Phrases(light);
      return;
    }
    std::vector<int> heads = outside ? std::vector<int>{object} : tree_.Conjuncts(object);
    for (int head : heads) {
      if (head != object && IsPassedOver(tree_, head)) continue;
      Draft draft = base_;
      const uint32_t drop = (heads.size() > 1 ? kDropConjuncts : kDropNothing) | (outside ? kBarePhrase : kNounPhrase);
      const std::vector<int> tokens = reading_.Phrase(head, drop);
      draft.object = reading_.text().Of(tokens, head);
      draft.object_head = head;
      Emit(draft, tokens);
      for (int child : tree_.children(head)) {
        if (tree_.CaseOf(child) == "including") Included(child);
      }
    }
    if (outside) return;
    // "received help from abroad": for a short object, what else is said about it.
    const std::vector<int> tokens = reading_.Phrase(object, kBarePhrase | kDropNominals);
    if (heads.size() == 1 && tokens.size() <= 3) {
      absl::StrAppend(&base_.relation, " ", reading_.text().Of(tokens, object));
      Phrases(-1);
    }
  }

  // Adds what prepositional phrases say about a verb. If there is no object (`done` is 0), the first is the fact; each
  // of the others, except `done`, is one more.
  void Phrases(int done) {
    int count = 0;
    const auto emit = [&](int phrase, int penalty) {
      Draft draft = base_;
      if (phrase == around_.where_head) draft.where.clear();
      if (phrase == around_.when_head) draft.when = around_.when;
      const std::string preposition = phrase == around_.agent ? "by" : tree_.CaseOf(phrase);
      absl::StrAppend(&draft.relation, preposition.empty() ? "" : " ", preposition);
      if (std::count(draft.relation.begin(), draft.relation.end(), ' ') >= static_cast<long>(kMaxRelationWords)) return;
      const std::vector<int> tokens = reading_.Phrase(phrase);
      draft.object = reading_.text().Of(tokens, phrase);
      draft.object_head = phrase;
      draft.confidence -= penalty;
      Emit(draft, tree_.Yield(phrase, kDropRelatives | kDropAppositions));
      ++count;
    };
    if (around_.agent >= 0 && around_.agent != done) emit(around_.agent, 0);
    for (int phrase : around_.others) {
      if (phrase != done && count < 3 && !SaysNothing(tree_, phrase)) emit(phrase, done == 0 ? 800 : 1500);
    }
    if (done != 0) return;
    if (count == 0 && around_.where_head >= 0) emit(around_.where_head, 500);
    if (count == 0 && around_.when_head >= 0) emit(around_.when_head, 500);
    if (count == 0) {
      // "The government resigned": there is nothing more to say.
      Draft draft = base_;
      for (int child : tree_.Children(verb_, {Rel::kAdvmod})) {
        if (child > verb_ && tree_.children(child).empty()) draft.object = reading_.Name(child);
      }
      if (!IsSpeechVerb(tree_[verb_].lemma) && tree_.Child(verb_, {Rel::kXcomp, Rel::kCcomp, Rel::kIobj}) < 0)
        Emit(std::move(draft), {});
    }
  }

  void Included(int phrase) {
    for (int head : tree_.Conjuncts(phrase)) {
      Draft draft = base_;
      draft.relation = verb_relation_;
      const std::vector<int> tokens = reading_.Phrase(head, kNounPhrase | kDropConjuncts);
      draft.object = reading_.text().Of(tokens, head);
      draft.object_head = head;
      draft.confidence -= 800;
      Emit(draft, tokens);
    }
  }

  const SentenceReading& reading_;
  const Tree& tree_;
  const int verb_;
  Draft base_;
  std::string verb_relation_;  // without an object
  Circumstances around_;
  ClauseDrafts drafts_;
};

}  // namespace

void FindVerbFacts(const SentenceReading& reading, int verb, Draft base, FactDrafts* drafts) {
  VerbFacts(reading, verb, std::move(base), drafts).Run();
}

}  // namespace pith::compiler
