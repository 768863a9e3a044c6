#include "tools/compiler/tree/phrases.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

bool IsPossessiveClitic(const Token& token) { return token.folded == "'s" || token.folded == "'"; }

absl::string_view CloserOf(absl::string_view opener) {
  if (opener == "(") return ")";
  if (opener == "[") return "]";
  if (opener == "\"") return "\"";
  if (opener == "``") return "''";
  return "";
}

}  // namespace

bool MayBearNameAfterOf(const Tree& tree, int kind) {
  if (tree.Has(kind, Rel::kCop) || IsOneOf(tree[tree.Child(kind, Rel::kDet)].folded, {"a", "an", "another"}))
    return false;
  const std::vector<int> modifiers = tree.Children(kind, {Rel::kAmod, Rel::kCompound});
  return std::none_of(modifiers.begin(), modifiers.end(), [&tree](int i) {
    const bool superlative =
        absl::EndsWith(tree[i].folded, "est") || tree[tree.Child(i, Rel::kAdvmod)].folded == "most";
    return superlative || IsOneOf(tree[i].folded, {"capital", "main", "chief", "principal", "only", "first", "second",
                                                   "last", "other"});
  });
}

bool Phrases::Takes(int child, int parent, int head, uint32_t take) const {
  const Token& token = tree_[child];
  const bool at_head = parent == head;
  switch (token.rel) {
    case Rel::kDet:
    case Rel::kDetPredet:
    case Rel::kAmod:
    case Rel::kNummod:
    case Rel::kCompound:
    case Rel::kCompoundPrt:
    case Rel::kFlat:
    case Rel::kFixed:
    case Rel::kGoeswith:
    case Rel::kNmodPoss:
    case Rel::kNmodDesc:
    case Rel::kClf:
    case Rel::kPunct:
    case Rel::kDep:
      return true;
    case Rel::kAdvmod:
      // "about 1,000 people" but not "the people there"; an adverb that modifies a modifier stays with it.
      return !at_head || (child < head && !tree_.IsClause(head)) || tree_[head].pos == Pos::kAdj;
    case Rel::kCase:
      return !at_head || (take & kTakeCase);
    case Rel::kNmod:
    case Rel::kNmodUnmarked:
      if (at_head && child < head) return true;
      if (take & kTakeNominals) return true;
      return (take & kTakeFirstNominal) && at_head && tree_.Child(head, {Rel::kNmod, Rel::kNmodUnmarked}) == child;
    case Rel::kObl:
    case Rel::kOblAgent:
    case Rel::kOblUnmarked:
      // Only of adjectives and participles: "able in battle". Obliques of a predicate noun belong to the clause.
      if (at_head && (tree_[head].pos == Pos::kNoun || tree_[head].pos == Pos::kPropn)) return false;
      return !at_head || (take & kTakeNominals);
    case Rel::kAcl:
      return (take & kTakeClauses) || (child < parent);
    case Rel::kAdvcl:
    case Rel::kCcomp:
    case Rel::kXcomp:
    case Rel::kParataxis:
      return !at_head && (take & (kTakeClauses | kTakeRelatives));
    case Rel::kAclRelcl:
    case Rel::kAdvclRelcl:
      return take & kTakeRelatives;
    case Rel::kAppos:
      return take & kTakeAppositions;
    case Rel::kConj:
    case Rel::kCc:
    case Rel::kCcPreconj:
      return !at_head || (take & kTakeConjuncts);
    default:
      return !at_head;  // subjects, objects and auxiliaries of clauses that are taken whole
  }
}

TokenRange Phrases::RunAround(int head) const {
  TokenRange run = {head, head + 1};
  while (run.first > 0 && kept_[static_cast<size_t>(run.first - 1)]) --run.first;
  while (run.last < tree_.size() && kept_[static_cast<size_t>(run.last)]) ++run.last;
  return run;
}

TokenRange Phrases::Nominal(int head, uint32_t take) {
  if (!tree_.Contains(head)) return {};
  std::vector<int> queue = {head};
  kept_[static_cast<size_t>(head)] = 1;
  for (size_t k = 0; k < queue.size() && queue.size() <= kept_.size(); ++k) {
    for (int child : tree_.children(queue[k])) {
      if (!Takes(child, queue[k], head, take)) continue;
      kept_[static_cast<size_t>(child)] = 1;
      queue.push_back(child);
    }
  }
  const TokenRange run = RunAround(head);
  for (int i : queue) kept_[static_cast<size_t>(i)] = 0;
  return Trim(run);
}

TokenRange Phrases::Clause(int head, bool conjuncts) {
  if (!tree_.Contains(head)) return {};
  TokenRange range = {tree_.SubtreeBegin(head), tree_.SubtreeEnd(head)};
  if (!conjuncts) {
    for (int child : tree_.children(head)) {
      if (child <= head || tree_[child].rel != Rel::kConj) continue;
      range.last = std::min(range.last, tree_.SubtreeBegin(child));
      break;
    }
    // The conjunction should be attached to the conjunct, but a parsing error may have put it elsewhere.
    while (range.last > head + 1 && tree_[range.last - 1].rel == Rel::kCc) --range.last;
  }
  range.last = std::max(range.last, head + 1);
  return Trim(range);
}

TokenRange Phrases::Predicate(int head, bool conjuncts) {
  TokenRange range = Clause(head, conjuncts);
  if (range.empty()) return range;
  range.first = head;
  // Adverbs and negation directly before the verb are left out; a copular predicate keeps its phrase.
  if (tree_[head].pos != Pos::kVerb) range.first = Nominal(head, kTakeCase).first;
  return Trim(range);
}

TokenRange Phrases::Trim(TokenRange range) const {
  const auto partner_inside = [&](int edge, bool opening) {
    const absl::string_view mark = tree_[edge].folded;
    for (int i = range.first; i < range.last; ++i) {
      if (i == edge) continue;
      const absl::string_view other = tree_[i].folded;
      if (opening ? CloserOf(mark) == other && !other.empty() : CloserOf(other) == mark) return true;
    }
    return false;
  };
  while (range.last - range.first > 1) {
    const bool left = tree_[range.first].pos == Pos::kPunct, right = tree_[range.last - 1].pos == Pos::kPunct;
    const bool pair = left && right && CloserOf(tree_[range.first].folded) == tree_[range.last - 1].folded;
    if (pair && range.last - range.first > 2) {
      ++range.first;
      --range.last;
    } else if (right && !partner_inside(range.last - 1, false)) {
      --range.last;
    } else if (left && !partner_inside(range.first, true)) {
      ++range.first;
    } else {
      break;
    }
  }
  return range;
}

TokenRange Phrases::WithoutMarker(TokenRange range, int head) const {
  while (range.first < head && range.last - range.first > 1) {
    const Token& token = tree_[range.first];
    const bool own = token.head == head && (token.rel == Rel::kMark || token.rel == Rel::kCc ||
                                            (token.rel == Rel::kCase && !IsPossessiveClitic(token)));
    const bool marker = own || token.rel == Rel::kFixed || token.rel == Rel::kPunct;
    if (!marker) break;
    ++range.first;
  }
  return range;
}

int Phrases::HeadOf(TokenRange range) const {
  for (int i = range.first; i < range.last; ++i) {
    const int head = tree_[i].head;
    if ((head < range.first || head >= range.last) && tree_[i].pos != Pos::kPunct) return i;
  }
  return range.first;
}

}  // namespace pith::compiler
