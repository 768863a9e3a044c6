#include "tools/compiler/entities/coreference.h"

#include <algorithm>
#include <deque>
#include <set>
#include <string>

#include "tools/compiler/entities/known_entities.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

bool IsSubject(Rel rel) { return rel == Rel::kNsubj || rel == Rel::kNsubjPass; }

// Someone or something that a pronoun could mean.
struct Referent {
  int entity = -1;  // -1: a person without a name
  uint32_t sentence = 0;
  int head = 0;
  Gender gender = Gender::kUnknown;
  int quotation = 0;  // number of the direct speech that contains it; 0: none
};

class Resolver {
 public:
  Resolver(Analysis* analysis, const Language& language) : analysis_(*analysis), known_(*analysis, language) {}

  void Run() {
    std::vector<Mention> found;
    size_t next = 0;
    for (uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Tree& tree = trees_.emplace_back(analysis_.sentences[s]);
      if (trees_.size() > kReferenceWindow + 1) trees_.pop_front();
      while (!recent_.empty() && recent_.front().sentence + kReferenceWindow < s) recent_.erase(recent_.begin());
      if (s == 0 || analysis_.sentences[s].paragraph != analysis_.sentences[s - 1].paragraph) quotation_ = 0;
      for (int i = 0; i < tree.size(); ++i) {
        const auto at = static_cast<uint32_t>(i);
        if (IsOneOf(tree[i].folded, {"\"", "``", "''"})) quotation_ = quotation_ > 0 ? 0 : ++quotations_;
        const std::vector<Mention>& named = analysis_.mentions;
        while (next < named.size() && named[next].span.sentence == s && named[next].span.last <= at) ++next;
        while (next < named.size() && named[next].span.sentence < s) ++next;
        const bool inside = next < named.size() && named[next].span.sentence == s && named[next].span.first <= at;
        if (inside) {
          if (named[next].span.last == at + 1) {
            known_.MeetName(tree, named[next]);
            Meet(static_cast<int>(named[next].entity), s, static_cast<int>(named[next].span.head), Gender::kUnknown);
          }
          continue;
        }
        Mention mention;
        mention.named = false;
        mention.span = {s, at, at + 1, at};
        int entity = -1;
        if (tree[i].pos == Pos::kPron || tree[i].rel == Rel::kNmodPoss) {
          entity = ResolvePronoun(tree, s, i);
        } else if (tree[i].pos == Pos::kNoun || tree[i].pos == Pos::kPropn) {
          entity = ResolveDescription(tree, s, i);
          if (entity < 0 && MeansAnother(tree, i)) known_.MeetNoun(tree[i].lemma, s);
          if (entity >= 0) mention.span.first = at - 1;
          // With a name next to it, the noun is not another person.
          const bool other = IsPersonNoun(tree[i]) && !tree.Has(i, Rel::kCop) && !tree.Has(i, Rel::kAppos);
          if (entity < 0 && other) Meet(-1, s, i, GenderOf(tree[i].lemma));
        }
        if (entity < 0) continue;
        Meet(entity, s, i, Gender::kUnknown);
        mention.entity = static_cast<uint32_t>(entity);
        found.push_back(mention);
      }
    }
    analysis_.mentions.insert(analysis_.mentions.end(), found.begin(), found.end());
    std::stable_sort(analysis_.mentions.begin(), analysis_.mentions.end(), [](const Mention& a, const Mention& b) {
      return std::make_pair(a.span.sentence, a.span.first) < std::make_pair(b.span.sentence, b.span.first);
    });
  }

 private:
  void Meet(int entity, uint32_t sentence, int head, Gender gender) {
    recent_.push_back({entity, sentence, head, gender, quotation_});
  }

  int ResolvePronoun(const Tree& tree, uint32_t s, int i) {
    const Gender gender = GenderOfPronoun(tree[i].folded);
    if (gender != Gender::kUnknown) {
      const int ahead = SubjectAhead(tree, s, i);
      const bool fits = ahead >= 0 && Fits({ahead, s, i, gender, 0}, gender);
      const int entity = fits ? ahead : ResolvePerson(tree, s, i, gender);
      if (entity >= 0) {
        known_.LearnGender(entity, gender);
      } else {
        Meet(-1, s, i, gender);  // whoever it is may be referred to again
      }
      return entity;
    }
    if (tree[i].folded == "its") return ResolveThing(tree, s, i);
    if (tree[i].folded == "it") return ResolveActor(tree, s, i);
    return -1;
  }

  // "Discussing his plan, Leo Odell said": before the subject of the enclosing clause, "his" means that subject. -1 if
  // this is not such a case.
  int SubjectAhead(const Tree& tree, uint32_t s, int i) const {
    int part = i;
    while (part >= 0 && !IsFronted(tree, part)) part = tree[part].head;
    if (part < 0) return -1;
    const int subject = tree.Child(tree[part].head, {Rel::kNsubj, Rel::kNsubjPass});
    if (subject < tree.SubtreeEnd(part)) return -1;
    const auto first = std::lower_bound(analysis_.mentions.begin(), analysis_.mentions.end(), s,
                                        [](const Mention& mention, uint32_t of) { return mention.span.sentence < of; });
    for (int beside : {subject, tree.Child(subject, {Rel::kAppos, Rel::kFlat})}) {
      for (auto mention = first; mention != analysis_.mentions.end() && mention->span.sentence == s; ++mention) {
        if (static_cast<int>(mention->span.first) <= beside && beside < static_cast<int>(mention->span.last)) {
          return static_cast<int>(mention->entity);
        }
      }
    }
    return -1;
  }

  // Whether `i` is in a clause without a subject of its own, or in a phrase, before the verb that it belongs to.
  static bool IsFronted(const Tree& tree, int i) {
    if (tree[i].head < i) return false;
    if (tree[i].rel == Rel::kObl) return true;
    return tree[i].rel == Rel::kAdvcl && tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj}) < 0;
  }

  bool Fits(const Referent& referent, Gender gender) const {
    if (referent.entity < 0) return referent.gender == Gender::kUnknown || referent.gender == gender;
    return known_.MayBe(referent.entity, gender);
  }

  // The nearest sentence that offers any person decides.
  int ResolvePerson(const Tree& tree, uint32_t s, int i, Gender gender) {
    const bool possessive = tree[i].rel == Rel::kNmodPoss;
    const bool reflexive = ReflexivePronouns().Has(tree[i].folded);
    int chosen = -1;
    bool firmly = false;
    for (uint32_t back = 0; back <= kReferenceWindow && back <= s; ++back) {
      std::vector<Referent> fitting;
      for (const Referent& referent : recent_) {
        if (referent.sentence + back != s || !Fits(referent, gender)) continue;
        if (back == 0 && !possessive && !reflexive && AreArguments(tree, referent.head, i)) continue;
        if (back == 0 && Contains(tree, referent.head, i)) continue;
        // In direct speech, the speaker is "I".
        if (quotation_ != referent.quotation && quotation_ > 0) continue;
        fitting.push_back(referent);
      }
      if (fitting.empty()) continue;
      const int entity = Choose(trees_[trees_.size() - 1 - back], fitting, back, &firmly);
      if (chosen < 0) {
        chosen = entity;
        if (firmly || chosen < 0) return chosen;
        if (back > 0 && !known_.IsMainPerson(chosen)) return -1;
      } else {
        // If the referent is not a subject: only if the sentence before is not about someone else.
        const bool also =
            std::any_of(fitting.begin(), fitting.end(), [&](const Referent& r) { return r.entity == chosen; });
        return entity == chosen || also ? chosen : -1;
      }
    }
    return chosen >= 0 && known_.IsMainPerson(chosen) ? chosen : -1;
  }

  // No two arguments of a verb mean the same, except for reflexives: "Smith saw him".
  static bool AreArguments(const Tree& tree, int a, int b) {
    a = Described(tree, a);
    return tree[a].head >= 0 && tree[a].head == tree[b].head;
  }

  // The noun that a name is in apposition to: in "her rival, Leo Odell, ...", the subject is "rival".
  static int Described(const Tree& tree, int i) {
    while (tree[i].rel == Rel::kAppos && tree[i].head >= 0) i = tree[i].head;
    return i;
  }

  // A pronoun inside a phrase does not mean the phrase ("the man and his wife"), unless a clause comes in between.
  static bool Contains(const Tree& tree, int head, int i) {
    for (int at = i; at >= 0; at = tree[at].head) {
      if (at == head) return true;
      const Rel rel = tree[at].rel;
      if (rel == Rel::kAclRelcl || rel == Rel::kAcl || rel == Rel::kConj || rel == Rel::kAppos) return false;
    }
    return false;
  }

  // The only entity that fits, or, of several, the only subject (in an earlier sentence: of its main clause); otherwise
  // -1. Sets `firmly` if there is exactly one subject.
  int Choose(const Tree& tree, const std::vector<Referent>& fitting, uint32_t back, bool* firmly) const {
    std::set<int> all, subjects;
    bool objects = false;
    for (const Referent& referent : fitting) {
      const int key = referent.entity >= 0 ? referent.entity : -1 - referent.head;
      all.insert(key);
      const Token& token = tree[Described(tree, referent.head)];
      objects = objects || token.rel == Rel::kObj || token.rel == Rel::kIobj || token.rel == Rel::kObl;
      if (!IsSubject(token.rel)) continue;
      if (back == 0 || token.head == tree.root()) subjects.insert(key);
    }
    *firmly = subjects.size() == 1;
    if (all.size() == 1) return std::max(*all.begin(), -1);
    // In the same sentence, only if the others are mentioned in passing: "Leo met a driver and he laughed" is
    // ambiguous.
    if (subjects.size() == 1 && (back == 1 || (back == 0 && !objects))) return std::max(*subjects.begin(), -1);
    return -1;
  }

  // "its": the only organization or place before it in the sentence, if that is a subject or possessor.
  int ResolveThing(const Tree& tree, uint32_t s, int i) const {
    std::set<int> fitting;
    for (const Referent& referent : recent_) {
      if (referent.sentence != s || referent.entity < 0 || Contains(tree, referent.head, i)) continue;
      const NameType type = known_.TypeOf(referent.entity);
      if (type == NameType::kPerson) continue;
      const Rel rel = tree[referent.head].rel;
      fitting.insert(IsSubject(rel) && tree[i].head != referent.head ? referent.entity : -1);
    }
    // A common noun as the subject is more likely to be meant.
    for (int t = 0; t < i; ++t) {
      if (IsSubject(tree[t].rel) && tree[t].pos == Pos::kNoun) return -1;
    }
    return fitting.size() == 1 ? *fitting.begin() : -1;
  }

  // "it" that does something: the only organization or place before it in the sentence, if directly before it.
  int ResolveActor(const Tree& tree, uint32_t s, int i) const {
    const int verb = tree[i].head;
    if (tree[i].rel != Rel::kNsubj || verb < 0 || !tree.Has(verb, Rel::kObj)) return -1;
    int noun = i - 1;
    while (noun >= 0 && tree[noun].pos != Pos::kNoun && tree[noun].pos != Pos::kPropn) --noun;
    std::set<int> fitting;
    bool nearest = false;
    for (const Referent& referent : recent_) {
      if (referent.sentence != s || referent.entity < 0 || known_.TypeOf(referent.entity) == NameType::kPerson)
        continue;
      fitting.insert(referent.entity);
      nearest = nearest || (referent.head <= noun && noun < tree.SubtreeEnd(referent.head));
    }
    for (int t = 0; t < i; ++t) {
      if (IsSubject(tree[t].rel) && tree[t].pos == Pos::kNoun && !IsPersonNoun(tree[t])) return -1;
    }
    return fitting.size() == 1 && nearest ? *fitting.begin() : -1;
  }

  // "the president", "the country": the entity that it means, if the article mentioned it in the last sentences.
  int ResolveDescription(const Tree& tree, uint32_t s, int i) const {
    const int entity = known_.Described(tree, s, i);
    return entity >= 0 && IsRecent(entity) ? entity : -1;
  }

  // Whether an unresolved noun means a thing of its own. It does not if it is part of another noun ("league games"),
  // says what something else is ("Acme, a company", "is the largest company"), or may well mean what was named ("the
  // company").
  static bool MeansAnother(const Tree& tree, int i) {
    if (tree[i].rel == Rel::kCompound || tree[i].rel == Rel::kAppos || tree.Has(i, Rel::kAppos)) return false;
    const int verb = IsSubject(tree[i].rel) ? tree[i].head : -1;
    if (tree.Has(i, Rel::kCop) || (verb >= 0 && tree.Has(verb, Rel::kCop))) return false;
    return i == 0 || tree[i - 1].folded != "the";
  }

  // Whether the entity was mentioned in the last sentences. Something mentioned long ago may be meant in general.
  bool IsRecent(int entity) const {
    return std::any_of(recent_.begin(), recent_.end(), [entity](const Referent& r) { return r.entity == entity; });
  }

  Analysis& analysis_;
  KnownEntities known_;
  int quotation_ = 0, quotations_ = 0;
  std::deque<Tree> trees_;        // of this and the last sentences
  std::vector<Referent> recent_;  // those of the same sentences
};

}  // namespace

void ResolveReferences(Analysis* analysis, const Language& language) { Resolver(analysis, language).Run(); }

}  // namespace pith::compiler
