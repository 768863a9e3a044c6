#include "tools/compiler/suggest/clause_complements.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/question_verbs.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxOptionalWords = 6;

enum class Use { kComplement, kIgnored, kMisread };

// How a question may use the child, according to its relation; sets `essential`. `first`: no other complement comes
// between it and the verb.
Use UseOf(const Tree& tree, int verb, bool first, Complement* child) {
  switch (child->rel) {
    case Rel::kObj:
    case Rel::kIobj:
    case Rel::kXcomp:
      child->essential = true;
      return child->before ? Use::kMisread : Use::kComplement;
    case Rel::kCompoundPrt:
      child->essential = true;
      return Use::kComplement;
    case Rel::kAdvmod: {
      // "stepped down", "moved back"; other adverbs can be left out.
      const Token& adverb = tree[child->head];
      if (IsOneOf(adverb.folded, {"once", "twice"})) return Use::kIgnored;
      const bool turned = IsOneOf(adverb.folded, {"back", "away", "apart", "together", "home"}) && !child->before;
      const bool particle =
          turned || (adverb.pos == Pos::kAdv && child->head == verb + 1 && !absl::EndsWith(adverb.folded, "ly"));
      child->essential = !child->date;
      return particle || child->date ? Use::kComplement : Use::kIgnored;
    }
    case Rel::kObl:
    case Rel::kOblAgent:
    case Rel::kOblUnmarked:
      // A phrase directly after the verb may complete it: "depends on".
      child->essential = first && !child->before && !child->date && child->rel == Rel::kObl && !tree.IsPassive(verb) &&
                         !IsOneOf(tree.CaseOf(child->head), {"because of", "due to"});
      // "was classified as a city", "shared a room with her mother", "gave birth to a son"
      if (!child->before && !child->date) {
        const int object = tree.Child(verb, Rel::kObj);
        const bool beside = object > verb && tree.SubtreeEnd(object) == tree.SubtreeBegin(child->head);
        const std::string preposition = tree.CaseOf(child->head);
        child->essential = child->essential || preposition == "as" ||
                           (beside && IsOneOf(preposition, {"to", "with", "from", "into", "against"}));
      }
      // "works on without a network": what a thing may lack decides.
      child->essential = child->essential || tree.CaseOf(child->head) == "without";
      return Use::kComplement;
    default:
      return Use::kIgnored;
  }
}

uint32_t DroppedFrom(Rel rel) {
  switch (rel) {
    case Rel::kObj:
    case Rel::kIobj:
      return kBarePhrase;
    case Rel::kXcomp:
      return kDropRelatives | kDropAppositions;
    default:
      return kDropRelatives | kDropAppositions | kDropClauses;
  }
}

bool HasContent(const Tree& tree, const std::vector<int>& tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [&](int t) {
    return tree[t].pos == Pos::kNoun || tree[t].pos == Pos::kPropn || tree[t].pos == Pos::kAdj;
  });
}

}  // namespace

bool MayStay(const AskedSentence& sentence, const Complement& one, bool asks_time) {
  const Tree& tree = sentence.tree();
  const std::string preposition = tree.CaseOf(one.head);
  if (one.wording->open || preposition.empty()) return false;
  if (one.rel == Rel::kOblAgent && asks_time) return false;
  if (IsDroppedPreposition(preposition) && one.rel != Rel::kOblAgent) return false;
  if (one.date) {
    // A day of the week says little elsewhere; a year or a full date helps.
    const std::string& text = one.wording->text;
    return !asks_time && std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  const Token& noun = tree[one.head];
  if (noun.pos != Pos::kNoun && noun.pos != Pos::kPropn) return false;
  // "by the chemist Ana Ruiz" is not by "the chemist".
  if (noun.pos == Pos::kNoun && tree[tree.Child(one.head, {Rel::kAppos, Rel::kFlat})].pos == Pos::kPropn) return false;
  if (sentence.IsBare(one.head) || IsEmptyNoun(noun.lemma) || noun.lemma == "age") return false;
  // "at 2,384 metres"
  if (one.before && sentence.reading().ValueOf(one.head, ValueKind::kNumber) >= 0) return false;
  return !one.before || IsOneOf(preposition, {"in", "at"});
}

int SubjectClause(const Tree& tree, int verb) {
  const int head = tree[verb].head;
  if (tree.Child(verb, {Rel::kNsubj, Rel::kNsubjPass}) >= 0 || tree[verb].rel != Rel::kConj || head < 0) return verb;
  const bool helped = tree.Child(verb, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0;
  const bool head_helped = tree.Child(head, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) >= 0;
  // "was built in 1838 and sold in 1850": the second verb has the first one's auxiliary.
  return !helped && head_helped ? verb : head;
}

std::optional<std::vector<Complement>> ReadComplements(const AskedSentence& sentence, int verb, int self) {
  const Tree& tree = sentence.tree();
  std::vector<Complement> complements;
  bool first = true;
  // "was brought in on 1 May": "in" belongs to the verb, whatever the tree says.
  const Token& next = tree[verb + 1];
  if (next.pos == Pos::kAdp && next.rel != Rel::kCompoundPrt && tree[verb + 2].pos == Pos::kAdp &&
      next.rel != Rel::kFixed && tree[verb + 2].rel != Rel::kFixed) {
    return std::nullopt;
  }
  // "was walled in to protect it": "in" belongs to the verb.
  if (IsOneOf(next.folded, {"in", "out", "up", "down", "off", "on", "away", "over", "through"}) &&
      next.rel != Rel::kCompoundPrt && !(next.rel == Rel::kAdvmod && next.pos == Pos::kAdv) &&
      tree[verb + 2].pos == Pos::kPart) {
    return std::nullopt;
  }
  // "the horse stood Ana Ruiz": such verbs have no object, so the tree is misread.
  const int object = tree.Child(verb, Rel::kObj);
  if (tree[object].pos == Pos::kPropn &&
      IsOneOf(tree[verb].lemma, {"stand", "lie", "come", "go", "die", "fall", "sit"})) {
    return std::nullopt;
  }
  for (int child : tree.children(verb)) {
    Complement one;
    one.head = child;
    one.rel = tree[child].rel;
    one.before = child < verb;
    one.date = sentence.reading().ValueOf(child, ValueKind::kDate) >= 0;
    const Use use = UseOf(tree, verb, first, &one);
    if (use == Use::kMisread) return std::nullopt;
    // "fell twelve kilometres from the line"
    const bool measure = one.rel == Rel::kOblUnmarked && sentence.reading().ValueOf(child, ValueKind::kNumber) >= 0;
    one.essential = one.essential || (measure && !one.before);
    if (use == Use::kIgnored) continue;
    // "of" attaches to nouns and to verbs of making, and a number needs what it counts: such a tree is misread.
    const bool of =
        tree.CaseOf(child) == "of" && !IsMakingVerb(tree[verb].lemma) && !IsAskedWith(tree[verb].lemma, "of");
    const bool hour = IsOneOf(tree.CaseOf(child), {"at", "until", "from", "by", "before", "after", "between"});
    if (one.rel == Rel::kObl && (of || (tree[child].pos == Pos::kNum && !one.date && !hour))) {
      return std::nullopt;
    }
    if (!one.before) first = false;
    one.wording = sentence.Phrase(child, DroppedFrom(one.rel), self);
    // "may borrow two": of what?
    if (one.rel == Rel::kObj && tree[child].pos == Pos::kNum) one.wording.reset();
    if (one.essential && !one.wording && one.rel != Rel::kObj && one.rel != Rel::kObl) return std::nullopt;
    // "painted it with varnish": what?
    if (one.rel == Rel::kObj && tree[child].pos == Pos::kPron && !one.wording) return std::nullopt;
    // "is looking to see" says nothing.
    if (one.rel == Rel::kXcomp && tree[child].pos == Pos::kVerb && !HasContent(tree, one.wording->tokens)) {
      return std::nullopt;
    }
    complements.push_back(std::move(one));
  }
  return complements;
}

bool CanBeTold(const std::vector<Complement>& complements, int without) {
  for (size_t i = 0; i < complements.size(); ++i) {
    if (static_cast<int>(i) != without && complements[i].essential && !complements[i].wording) return false;
  }
  return true;
}

Wording TailOf(const AskedSentence& sentence, const std::vector<Complement>& complements, int without, size_t room,
               bool brief) {
  const bool asks_time = without >= 0 && complements[static_cast<size_t>(without)].date;
  std::vector<const Complement*> order, late;
  for (size_t i = 0; i < complements.size(); ++i) {
    const Complement& one = complements[i];
    if (static_cast<int>(i) == without || !one.wording) continue;
    const size_t words = WordsOf(one.wording->text);
    // "Who laid the line?" "When was it laid?" What is done once needs neither the date nor who did it.
    const bool once = brief && (one.date || one.rel == Rel::kOblAgent);
    if (once && IsDoneOnce(sentence.tree()[sentence.tree()[one.head].head].lemma)) continue;
    if (!one.essential && (!MayStay(sentence, one, asks_time) || words > room || words > kMaxOptionalWords)) continue;
    room -= std::min(room, words);
    // "worked out the recipes"
    if (one.rel == Rel::kCompoundPrt) {
      order.insert(order.begin(), &one);
    } else {
      (one.before ? late : order).push_back(&one);
    }
  }
  order.insert(order.end(), late.begin(), late.end());
  Wording tail;
  for (const Complement* one : order) {
    absl::StrAppend(&tail.text, " ", one->wording->text);
    tail.named = tail.named || one->wording->named;
    tail.open = tail.open || one->wording->open;
    tail.resolved = tail.resolved || one->wording->resolved;
    tail.described = tail.described || one->wording->described;
  }
  return tail;
}

}  // namespace pith::compiler
