#include "tools/compiler/facts/predicate_facts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tools/compiler/lexicon/irregular_verbs.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_objects.h"
#include "tools/compiler/tree/clause_rest.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostRestTokens = 36;  // a longer object is no fact that one reads at a glance

class PredicateFact {
 public:
  PredicateFact(const SentenceReading& reading, int verb, Draft base)
      : reading_(reading), tree_(reading.tree()), verb_(verb), draft_(std::move(base)) {}

  void Run(FactDrafts* drafts) {
    // A purpose is told with what serves it: "were sent to help".
    if (tree_[verb_].rel == Rel::kAdvcl && IsInfinitive(tree_, verb_)) return;
    const bool participle = IsBareParticiple();
    if (participle && !IsToldAsVerb()) return;
    ReadVerbs();
    if (participle) draft_.relation = AsFinite();
    if (draft_.relation.empty()) return;
    // "has not yet isolated": without "not", "has isolated".
    if (draft_.negated) absl::StrReplaceAll({{" yet ", " "}}, &draft_.relation);
    // "was not to be had": without "not", "was to be had".
    for (absl::string_view bound : {"is be", "are be", "was be", "were be"}) {
      if (absl::StartsWith(draft_.relation, absl::StrCat(bound, " "))) draft_.relation.insert(bound.find(' '), " to");
    }
    ReadCircumstances();
    ClauseRest rest = RestOf(tree_, heads_, left_out_);
    if (date_ >= 0) TellDateApart(&rest);
    AddObjectElsewhere(&rest);
    AddPhraseElsewhere(&rest);
    if (rest.tokens.size() > kMostRestTokens || IsSilent(rest) || IsBroken(rest)) return;
    draft_.evidence.insert(draft_.evidence.end(), group_.begin(), group_.end());
    draft_.evidence.insert(draft_.evidence.end(), rest.tokens.begin(), rest.tokens.end());
    // "was showing no lights": that lights were shown is denied.
    if (draft_.negated && rest.tokens.size() > 1 && tree_[rest.tokens.front()].rel == Rel::kDet &&
        IsNegativeWord(tree_[rest.tokens.front()].folded)) {
      rest.tokens.erase(rest.tokens.begin());
    }
    MovePreposition(&rest);
    draft_.object =
        reading_.text().Of(rest.tokens, rest.tokens.size() == PhraseSize(rest.head) ? rest.head : -1, draft_.subject);
    if (draft_.negated) UndoNegativeObject();
    draft_.object_head = rest.head;
    const int said = tree_.Child(heads_.back(), Rel::kCcomp);
    if (said >= 0 && IsSpeechVerb(tree_[heads_.back()].lemma)) draft_.standing = draft_.standing * 7 / 10;
    drafts->Add(std::move(draft_));
  }

 private:
  // "paid nothing": that anything was paid is denied.
  void UndoNegativeObject() {
    constexpr absl::string_view kOpposites[][2] = {
        {"nothing", "anything"}, {"nobody", "anybody"}, {"no one", "anyone"}, {"none", "any"}};
    for (const auto& [negative, positive] : kOpposites) {
      const absl::string_view object = draft_.object;
      const bool whole = object == negative || absl::StartsWith(object, absl::StrCat(negative, " "));
      if (whole) draft_.object = absl::StrCat(positive, object.substr(negative.size()));
    }
  }

  size_t PhraseSize(int head) const { return head < 0 ? 0 : WithoutAsides(tree_, head).size(); }

  // The verb group and those that complete it: "vowed to take", "tried to form". Or the copula.
  void ReadVerbs() {
    heads_ = {verb_};
    if (IsCopular(tree_, verb_)) {
      for (int child : tree_.Children(verb_, {Rel::kAux, Rel::kAuxPass, Rel::kCop})) {
        if (!(draft_.negated && tree_[child].lemma == "do")) group_.push_back(child);
      }
      // "is to be paid"
      const int to = tree_.Child(verb_, Rel::kMark);
      if (to >= 0 && tree_[to].folded == "to" && to < verb_) group_.push_back(to);
      std::sort(group_.begin(), group_.end());
      draft_.relation = TextOf(reading_.analysis().article, tree_.sentence(), group_);
      left_out_ = group_;
      return;
    }
    absl::StrAppend(&draft_.relation, Auxiliary(), SharedAuxiliary(),
                    VerbGroup(reading_.analysis(), tree_, verb_, &group_));
    for (int next = Complement(verb_); next >= 0; next = Complement(heads_.back())) {
      const bool to = tree_.MarkOf(next) == "to";
      absl::StrAppend(&draft_.relation, to ? " to " : " ", VerbGroup(reading_.analysis(), tree_, next, &group_));
      const std::string& lemma = tree_[heads_.back()].lemma;
      // Who refused to sell did refuse.
      if (draft_.modality == Modality::kNone && !IsOneOf(lemma, {"refuse", "decline"})) {
        draft_.modality = IsFailingWord(lemma) ? Modality::kFailed : ModalityOf(tree_, next);
      }
      draft_.negated = draft_.negated || tree_.IsNegated(next);
      heads_.push_back(next);
    }
    left_out_ = group_;
  }

  // "The two firms said in a joint statement", "she did so": what was said or done is told elsewhere.
  bool IsSilent(const ClauseRest& rest) const {
    const int last = heads_.back();
    if (IsCopular(tree_, verb_)) return rest.tokens.empty();
    const bool object = tree_.Child(last, {Rel::kObj, Rel::kIobj, Rel::kCcomp, Rel::kXcomp, Rel::kAdvcl}) >= 0;
    const Pos done = tree_[tree_.Child(last, Rel::kObj)].pos;
    if (tree_[last].lemma == "do" && !tree_.IsPassive(last) && done != Pos::kNoun && done != Pos::kPropn) return true;
    const bool says = IsOneOf(tree_[last].lemma, {"say", "add", "note", "state", "announce", "explain", "tell"});
    return IsSpeechVerb(tree_[last].lemma) && (rest.tokens.empty() || (says && !object && !tree_.IsPassive(last)));
  }

  // "is left where", "was had to move": the tree has lost a clause, or joined two.
  bool IsBroken(const ClauseRest& rest) const {
    if (rest.tokens.empty()) return false;
    const Token& first = tree_[rest.tokens.front()];
    const Token& last = tree_[rest.tokens.back()];
    const bool open = IsOneOf(last.folded, {"where", "when", "how", "why", "which", "who", "whom", "whose", "because"});
    const bool finite =
        IsOneOf(first.folded, {"is", "are", "was", "were", "has", "had", "have", "will", "would", "can"});
    const bool verb = rest.tokens.front() == verb_ && first.pos == Pos::kVerb && first.folded == first.lemma;
    return open || (IsCopular(tree_, verb_) && (finite || verb)) || IsOneOf(first.folded, {"whose"});
  }

  // "a man holding a stick", "killing one": without a form of "be".
  bool IsBareParticiple() const {
    return !IsCopular(tree_, verb_) && tree_.Child(verb_, {Rel::kAux, Rel::kAuxPass}) < 0 &&
           IsOneOf(tree_[verb_].rel, {Rel::kAdvcl, Rel::kAcl, Rel::kConj}) &&
           absl::EndsWith(tree_[verb_].folded, "ing") && tree_[verb_].folded != tree_[verb_].lemma;
  }

  // What a participle tells of the past can be told as a verb of its own: "the bomb killed one".
  bool IsToldAsVerb() const {
    if (!tree_.MarkOf(verb_).empty() || tree_[verb_].rel == Rel::kConj) return false;
    // "stopped making": what completes a verb has no comma before it.
    const int first = tree_.SubtreeBegin(verb_);
    const bool apart =
        tree_[first].folded == "," || tree_[first - 1].folded == "," || tree_[first - 1].pos == Pos::kPunct;
    if (tree_[verb_].rel == Rel::kAdvcl && tree_[verb_].head < verb_ && !apart) return false;
    int i = tree_[verb_].head;
    for (int left = tree_.size(); left > 0 && i >= 0; --left, i = tree_[i].head) {
      if (tree_.IsClause(i)) return IsPast(tree_, i) && !PastOf(tree_[verb_].lemma).empty();
    }
    return false;
  }

  std::string AsFinite() const {
    const size_t at = draft_.relation.find(std::string(TextOf(reading_.analysis().article, tree_[verb_])));
    if (at == std::string::npos) return "";
    return absl::StrCat(draft_.relation.substr(0, at), PastOf(tree_[verb_].lemma),
                        draft_.relation.substr(at + tree_[verb_].folded.size()));
  }

  // "the roof torn off by the wind" is a fact about the past if its sentence is: "was torn off".
  std::string Auxiliary() const {
    if (tree_[verb_].rel != Rel::kAcl || !tree_.IsPassive(verb_) || tree_.Has(verb_, Rel::kAuxPass) ||
        tree_.Has(verb_, Rel::kAux)) {
      return "";
    }
    bool past = false;
    int i = tree_[verb_].head;
    for (int left = tree_.size(); left > 0 && i >= 0 && !past; --left, i = tree_[i].head) past = IsPast(tree_, i);
    const Token& noun = tree_[tree_[verb_].head];
    const bool plural =
        (noun.pos == Pos::kNoun && noun.lemma != noun.folded) || tree_.Has(tree_[verb_].head, Rel::kConj);
    return past ? (plural ? "were " : "was ") : (plural ? "are " : "is ");
  }

  // "should have eaten and walked", "is gathered and stored", "must be wrapped and marked": the second verb shares the
  // helpers of the first. A past participle after "was" or "had" may as well be a past of its own.
  std::string SharedAuxiliary() const {
    const int first = tree_[verb_].head;
    if (tree_[verb_].rel != Rel::kConj || first < 0 || tree_[first].pos != Pos::kVerb) return "";
    if (tree_.Child(verb_, {Rel::kAux, Rel::kAuxPass, Rel::kCop, Rel::kNsubj, Rel::kNsubjPass, Rel::kMark}) >= 0)
      return "";
    const std::vector<int> helpers = tree_.Children(first, {Rel::kAux, Rel::kAuxPass});
    if (helpers.empty()) return "";
    const std::string& front = tree_[helpers.front()].folded;
    const bool base = tree_[verb_].folded == tree_[verb_].lemma, alone = helpers.size() == 1;
    const bool modal = IsFutureAuxiliary(front) || IsPossibilityAuxiliary(tree_[helpers.front()].lemma) ||
                       IsObligingAuxiliary(tree_[helpers.front()].lemma);
    const bool past = !base && !absl::EndsWith(tree_[verb_].folded, "ing") && !absl::EndsWith(tree_[verb_].folded, "s");
    const bool shared = modal ? (alone ? base : past)
                              : past && (IsOneOf(front, {"has", "have"}) ||
                                         (IsOneOf(front, {"is", "are"}) && !tree_.Has(verb_, Rel::kObj)));
    std::string text;
    for (int helper : helpers) {
      if (shared) absl::StrAppend(&text, tree_[helper].folded, " ");
    }
    return text;
  }

  // The verb that completes this one, if this one has no object.
  int Complement(int verb) const {
    const int next = tree_.Child(verb, Rel::kXcomp);
    if (next < 0 || tree_[next].pos != Pos::kVerb || tree_.Has(verb, Rel::kObj) || tree_.Has(next, Rel::kCop))
      return -1;
    return next;
  }

  // "opened the bridge in 1931": the fact's date goes without saying, unless nothing else is said.
  void TellDateApart(ClauseRest* rest) const {
    const std::string preposition = tree_.CaseOf(date_);
    if (!preposition.empty() && !IsOneOf(preposition, {"in", "on"})) return;
    if (tree_.Has(date_, Rel::kConj)) return;  // "in 1992, 2000 and 2016"
    std::vector<int> others = rest->tokens;
    others.erase(std::remove_if(others.begin(), others.end(), [&](int t) { return tree_.Under(t, date_); }),
                 others.end());
    const bool last = !others.empty() && !rest->tokens.empty() && tree_.Under(rest->tokens.back(), date_) &&
                      rest->tokens.size() - others.size() == tree_.Yield(date_).size();
    if (!last) return;
    while (others.size() > 1 && tree_[others.back()].folded == ",") others.pop_back();
    rest->tokens = others;
  }

  // Date and place. A date before the verb is told as such, and so is one at the end.
  void ReadCircumstances() {
    for (int head : heads_) {
      const Circumstances found = CircumstancesOf(reading_, head);
      if (draft_.when < 0 && found.when >= 0) {
        draft_.when = found.when;
        const std::vector<int> when = tree_.Yield(found.when_head);
        draft_.evidence.insert(draft_.evidence.end(), when.begin(), when.end());
        // "25 minutes earlier" and "at 7:10" fix no day, so they stay where they are.
        if (!reading_.analysis().values[static_cast<size_t>(found.when)].iso.empty()) {
          date_ = found.when_head;
          if (date_ < verb_ && tree_.SubtreeEnd(date_) <= verb_) left_out_.push_back(date_);
        }
      }
      if (draft_.where.empty() && found.where_head >= 0) draft_.where = found.where;
    }
  }

  // "his wife, with whom he quarrelled": the noun belongs to the preposition.
  void AddPhraseElsewhere(ClauseRest* rest) const {
    const int noun = tree_[verb_].rel == Rel::kAclRelcl ? tree_[verb_].head : -1;
    for (int phrase : tree_.Children(heads_.back(), {Rel::kObl})) {
      const int preposition = tree_.Child(phrase, Rel::kCase);
      if (noun < 0 || preposition < 0 || !IsOneOf(tree_[phrase].folded, {"which", "whom"})) continue;
      rest->tokens.push_back(preposition);
      const std::vector<int> tokens = reading_.Phrase(noun, kBarePhrase);
      rest->tokens.insert(rest->tokens.end(), tokens.begin(), tokens.end());
    }
  }

  // The object may stand outside the clause: "the money that she stole", "searched and burned the houses".
  void AddObjectElsewhere(ClauseRest* rest) const {
    const int last = heads_.back();
    for (int own : tree_.Children(last, {Rel::kObj})) {
      if (own > last || !IsRelativePronoun(tree_[own].folded)) return;
    }
    if (IsCopular(tree_, verb_) || tree_.IsPassive(last)) return;
    const bool clause = tree_.Child(last, {Rel::kXcomp, Rel::kCcomp}) >= 0;
    int object = clause ? -1 : SharedObject(tree_, last);
    const bool relative = IsRelativePronoun(tree_[tree_.Child(last, Rel::kObj)].folded);  // "whom they questioned"
    const bool gap = tree_[verb_].rel == Rel::kAclRelcl && WhoseOf(tree_, draft_.subject_head) < 0 &&
                     draft_.subject_head != tree_[verb_].head && !clause && !HasRelativeAdverb(tree_, last) &&
                     (relative || tree_.Child(last, {Rel::kObl}) < 0);
    if (object < 0 && gap) object = tree_[verb_].head;
    if (object < 0) return;
    const std::vector<int> tokens = reading_.Phrase(object, kBarePhrase);
    rest->tokens.insert(rest->tokens.begin(), tokens.begin(), tokens.end());
    rest->head = object;
  }

  // "was born | in Lima" reads "was born in | Lima".
  void MovePreposition(ClauseRest* rest) {
    if (rest->tokens.empty() || rest->head < 0) return;
    const int first = rest->tokens.front();
    const Token& token = tree_[first];
    if (token.rel != Rel::kCase || token.head != rest->head || first > rest->head) return;
    size_t count = 1;
    while (count < rest->tokens.size() && tree_[rest->tokens[count]].rel == Rel::kFixed &&
           tree_[rest->tokens[count]].head == first) {
      ++count;
    }
    if (count == rest->tokens.size()) return;
    for (size_t k = 0; k < count; ++k) {
      absl::StrAppend(&draft_.relation, " ",
                      absl::AsciiStrToLower(TextOf(reading_.analysis().article, tree_[rest->tokens[k]])));
    }
    rest->tokens.erase(rest->tokens.begin(), rest->tokens.begin() + static_cast<long>(count));
  }

  const SentenceReading& reading_;
  const Tree& tree_;
  const int verb_;
  Draft draft_;
  std::vector<int> heads_, group_, left_out_;
  int date_ = -1;  // the head of the fact's date
};

}  // namespace

void FindPredicateFacts(const SentenceReading& reading, int verb, Draft base, FactDrafts* drafts) {
  PredicateFact(reading, verb, std::move(base)).Run(drafts);
}

}  // namespace pith::compiler
