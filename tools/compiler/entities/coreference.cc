#include "tools/compiler/entities/coreference.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tools/compiler/entities/antecedent_network.h"
#include "tools/compiler/entities/known_entities.h"
#include "tools/compiler/entities/pronouns.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

class Resolver {
 public:
  Resolver(Analysis* analysis, const Language& language, AntecedentChoice choose)
      : analysis_(*analysis), known_(*analysis, language), referents_(*analysis, known_, language), choose_(choose) {}

  void Run() {
    analysis_.anaphors.clear();
    size_t next = 0;
    for (uint32_t s = 0; s < analysis_.sentences.size(); ++s) {
      const Tree tree(analysis_.sentences[s]);
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
            Meet(static_cast<int>(named[next].entity), tree, s, static_cast<int>(named[next].span.head));
          }
          continue;
        }
        if (IsEither(tree, i)) continue;
        Pronoun pronoun;
        if (ReadPronoun(tree, s, i, &pronoun)) {
          Resolve(tree, pronoun);
        } else if (tree[i].pos == Pos::kNoun || tree[i].pos == Pos::kPropn) {
          Describe(tree, s, i);
        }
      }
    }
    analysis_.mentions.insert(analysis_.mentions.end(), found_.begin(), found_.end());
    std::stable_sort(analysis_.mentions.begin(), analysis_.mentions.end(), [](const Mention& a, const Mention& b) {
      return std::make_pair(a.span.sentence, a.span.first) < std::make_pair(b.span.sentence, b.span.first);
    });
  }

 private:
  void Meet(int entity, const Tree& tree, uint32_t sentence, int head) {
    referents_.MeetName(tree, sentence, head, entity, quotation_);
    last_met_.resize(analysis_.entities.size());
    last_met_[static_cast<size_t>(entity)] = sentence + 1;
  }

  void Link(int entity, const Tree& tree, uint32_t sentence, uint32_t first, int head) {
    const auto at = static_cast<uint32_t>(head);
    found_.push_back({{sentence, first, at + 1, at}, static_cast<uint32_t>(entity), false});
    Meet(entity, tree, sentence, head);
  }

  void Resolve(const Tree& tree, Pronoun pronoun) {
    const int i = pronoun.token;
    if (pronoun.kind == PronounKind::kPerson) {
      const int ahead = SubjectAhead(tree, pronoun.sentence, i);
      if (ahead >= 0 && known_.MayBe(ahead, pronoun.gender)) {
        known_.LearnGender(ahead, pronoun.gender);
        return Link(ahead, tree, pronoun.sentence, static_cast<uint32_t>(i), i);
      }
    }
    const std::vector<Antecedent> candidates = referents_.CandidatesFor(&pronoun, tree, quotation_);
    const int chosen = choose_(pronoun, candidates, referents_);
    if (chosen < 0) {
      const std::string both = candidates.empty() ? SubjectsBefore(tree, pronoun) : "";
      if (!both.empty()) analysis_.anaphors.push_back({pronoun.sentence, static_cast<uint32_t>(i), both});
      referents_.MeetSomebody(pronoun, tree, quotation_);
      return;
    }
    const int index = candidates[static_cast<size_t>(chosen)].referent;
    const Referent& referent = referents_[index];
    if (referent.entity >= 0) {
      if (pronoun.kind == PronounKind::kPerson) known_.LearnGender(referent.entity, pronoun.gender);
      return Link(referent.entity, tree, pronoun.sentence, static_cast<uint32_t>(i), i);
    }
    if (!referent.phrase.empty())
      analysis_.anaphors.push_back({pronoun.sentence, static_cast<uint32_t>(i), referent.phrase});
    referents_.MeetAgain(index, tree, pronoun.sentence, i, quotation_);
  }

  // "Bob Marlow and Ann Lee left. They were tired.": where nothing else can be meant, those who were the subject of the
  // sentence before. Empty: no such.
  std::string SubjectsBefore(const Tree& tree, const Pronoun& pronoun) const {
    const uint32_t s = pronoun.sentence;
    if (pronoun.kind != PronounKind::kGroup || s == 0 || !IsSubject(tree[pronoun.token].rel) ||
        analysis_.sentences[s - 1].paragraph != analysis_.sentences[s].paragraph) {
      return "";
    }
    const Tree before(analysis_.sentences[s - 1]);
    const int subject = before.Child(before.root(), {Rel::kNsubj, Rel::kNsubjPass});
    if (subject < 0 || !before.Has(subject, Rel::kConj)) return "";
    for (int t : before.Conjuncts(subject)) {
      if (before[t].pos != Pos::kPropn) return "";
    }
    const std::vector<int> names = before.Yield(subject, kBarePhrase);
    constexpr size_t kMostWords = 8;
    return names.size() > kMostWords ? "" : TextOf(analysis_.article, before.sentence(), names);
  }

  // "the president", "the country": the entity that it means, if the article mentioned it in the last sentences or is
  // about it.
  void Describe(const Tree& tree, uint32_t s, int i) {
    const int entity = known_.Described(tree, s, i);
    const auto met = static_cast<size_t>(entity);
    // Something mentioned long ago may be meant in general, and "the country" need not be what the title names.
    const bool known = entity >= 0 && met < last_met_.size() && last_met_[met] != 0;
    if (known &&
        ((known_.InTitle(entity) && tree[i].lemma != "country") || last_met_[met] - 1 + kReferenceWindow >= s)) {
      return Link(entity, tree, s, static_cast<uint32_t>(i) - 1, i);
    }
    if (MeansAnother(tree, i)) known_.MeetNoun(tree[i].lemma, s);
    // With a name next to it, the noun is not another person.
    if (!tree.Has(i, Rel::kAppos)) referents_.MeetNoun(tree, s, i, quotation_);
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

  // "He or she": anybody.
  static bool IsEither(const Tree& tree, int i) {
    const auto either = [&tree](int a) {
      return tree[a].pos == Pos::kPron && tree[a + 1].folded == "or" && tree[a + 2].pos == Pos::kPron;
    };
    return either(i) || either(i - 2);
  }

  // Whether `i` is in a clause without a subject of its own, or in a phrase, before the verb that it belongs to.
  static bool IsFronted(const Tree& tree, int i) {
    if (tree[i].head < i) return false;
    if (tree[i].rel == Rel::kObl) return true;
    return tree[i].rel == Rel::kAdvcl && tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCsubj}) < 0;
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

  Analysis& analysis_;
  KnownEntities known_;
  Referents referents_;
  AntecedentChoice choose_;
  int quotation_ = 0, quotations_ = 0;
  std::vector<Mention> found_;
  std::vector<uint32_t> last_met_;  // of each entity: the sentence in which it was last mentioned + 1; 0: none
};

}  // namespace

void ResolveReferences(Analysis* analysis, const Language& language) {
  ResolveReferences(analysis, language,
                    [](const Pronoun& pronoun, const std::vector<Antecedent>& candidates, const Referents&) {
                      return ChooseAntecedent(pronoun, candidates);
                    });
}

void ResolveReferences(Analysis* analysis, const Language& language, AntecedentChoice choose) {
  Resolver(analysis, language, choose).Run();
}

}  // namespace pith::compiler
