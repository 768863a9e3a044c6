#include "tools/compiler/tree/clause_rest.h"

#include <algorithm>
#include <string>
#include <utility>

#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_objects.h"

namespace pith::compiler {
namespace {

bool IsQuote(absl::string_view folded) { return IsOneOf(folded, {"\"", "``", "''", "\xE2\x80\x9C", "\xE2\x80\x9D"}); }

bool IsPaired(absl::string_view folded) { return IsQuote(folded) || IsOneOf(folded, {"(", ")", "[", "]"}); }

// Removes quotation marks that lack their partner, and commas at the end.
void MendQuotes(const Tree& tree, std::vector<int>* tokens) {
  const auto quote = [&tree](int t) { return IsQuote(tree[t].folded); };
  if (std::count_if(tokens->begin(), tokens->end(), quote) % 2 != 0) {
    tokens->erase(std::remove_if(tokens->begin(), tokens->end(), quote), tokens->end());
  }
  for (bool again = true; again && !tokens->empty();) {
    again = false;
    const size_t last = tokens->size() - 1;
    if (tree[(*tokens)[last]].folded == ",") {
      tokens->pop_back();
      again = true;
    } else if (last > 0 && quote((*tokens)[last]) && tree[(*tokens)[last - 1]].folded == ",") {
      tokens->erase(tokens->end() - 2);
    }
  }
}

// What a clause can do without if it is too long, the first to go first.
enum class Need { kReason, kCircumstance, kAlways };

bool IsSetOff(const Tree& tree, int child) {
  const int first = tree.SubtreeBegin(child);
  const auto mark = [&tree](int i) {
    return IsOneOf(tree[i].folded, {",", "(", "[", ";", ":", "--", "-", "\xE2\x80\x94", "\xE2\x80\x93"});
  };
  return mark(first) || (first > 0 && mark(first - 1) && tree[first - 1].end < tree[first].begin + 2);
}

// The words that open an adverbial clause: "as long as", or the adverb of "when it rains".
std::string MarkOrAdverb(const Tree& tree, int clause) {
  const int adverb = tree.Child(clause, Rel::kAdvmod);
  const bool opens = adverb >= 0 && adverb == tree.SubtreeBegin(clause) &&
                     IsOneOf(tree[adverb].folded, {"when", "whenever", "once", "where", "wherever"});
  const std::string mark = tree.MarkOf(clause);
  return mark.empty() && opens ? tree[adverb].folded : mark;
}

bool IsAside(const Tree& tree, int child) {
  switch (tree[child].rel) {
    case Rel::kParataxis:
    case Rel::kDiscourse:
    case Rel::kVocative:
      return true;
    case Rel::kAclRelcl:
    case Rel::kAdvclRelcl:
    case Rel::kAcl:
    case Rel::kAppos:
      return child > tree[child].head && IsSetOff(tree, child);
    case Rel::kAdvcl:
      return IsSetOff(tree, child) && MarkOrAdverb(tree, child).empty();
    default:
      return false;
  }
}

// The number of a note: "[2]".
bool IsNote(const Tree& tree, int i) {
  return tree[i].pos == Pos::kNum && tree[i - 1].folded == "[" && tree[i + 1].folded == "]";
}

// The tokens below `i` that are no asides, with the punctuation between them.
void AddPhrase(const Tree& tree, int i, bool with_case, int but, std::vector<int>* out) {
  std::vector<int> tokens = {i};
  for (size_t k = 0; k < tokens.size() && tokens.size() <= static_cast<size_t>(tree.size()); ++k) {
    for (int child : tree.children(tokens[k])) {
      const Token& token = tree[child];
      if (IsNote(tree, child) || token.folded == "[" || token.folded == "]") continue;
      const bool edge = tokens[k] == i && child < i &&
                        IsOneOf(token.rel, {Rel::kCase, Rel::kMark, Rel::kCc, Rel::kCcPreconj}) && !with_case;
      if (!edge && child != but && !IsAside(tree, child)) tokens.push_back(child);
    }
  }
  std::sort(tokens.begin(), tokens.end());
  // A mark at an edge stays only if its partner is inside.
  const auto marks = std::count_if(tokens.begin(), tokens.end(), [&tree](int t) { return IsPaired(tree[t].folded); });
  const auto goes = [&](int t) {
    if (t == i || tree[t].pos != Pos::kPunct || tree[t].folded == "%") return false;
    return !IsPaired(tree[t].folded) || marks < 2;
  };
  while (tokens.size() > 1 && goes(tokens.back())) tokens.pop_back();
  while (tokens.size() > 1 && goes(tokens.front())) tokens.erase(tokens.begin());
  // A comma before what was left out.
  for (size_t k = 0; k + 1 < tokens.size();) {
    const bool dangling = tree[tokens[k]].folded == "," && tokens[k + 1] != tokens[k] + 1;
    const bool opens = k > 0 && tree[tokens[k]].folded == "," && tokens[k - 1] != tokens[k] - 1;
    if (dangling || opens) {
      tokens.erase(tokens.begin() + static_cast<long>(k));
    } else {
      ++k;
    }
  }
  out->insert(out->end(), tokens.begin(), tokens.end());
}

// Whether "now and then" begins at token `i`.
bool IsNowAndThen(const Tree& tree, int i) {
  return tree[i].folded == "now" && tree[i + 1].folded == "and" && tree[i + 2].folded == "then";
}

// Whether a child of a clause's head is part of what the clause says, and how much it needs it. `head` is a verb, or a
// predicate with its own modifiers.
bool IsPart(const Tree& tree, int head, int child, Need* need) {
  const Token& token = tree[child];
  *need = Need::kAlways;
  const bool before = child < head;
  switch (token.rel) {
    case Rel::kNsubj:
      // "Ruiz said the Union would pay": the second subject may belong to what is said.
      return child > head && tree.Child(head, Rel::kCcomp) > child && tree.Child(head, Rel::kNsubj) < head;
    case Rel::kNsubjPass:
    case Rel::kCsubj:
    case Rel::kCsubjPass:
    case Rel::kAux:
    case Rel::kAuxPass:
    case Rel::kCop:
    case Rel::kExpl:
    case Rel::kMark:
    case Rel::kPunct:
    case Rel::kParataxis:
    case Rel::kDiscourse:
    case Rel::kVocative:
    case Rel::kRoot:
      return false;
    case Rel::kCc:
    case Rel::kCcPreconj:
      return false;
    case Rel::kConj:
      // "is a poet and painter"; another clause says something of its own.
      return tree[head].pos != Pos::kVerb && tree[child].pos != Pos::kVerb &&
             tree.Child(child, {Rel::kNsubj, Rel::kNsubjPass, Rel::kCop}) < 0;
    case Rel::kObj:
    case Rel::kIobj:
      return !before || !IsRelativePronoun(token.folded);
    case Rel::kCcomp:
      return before || tree[tree.SubtreeBegin(child) - 1].folded != ":";
    case Rel::kAdvmod:
      if (IsNegativeWord(token.folded) || IsSentenceAdverb(token.folded)) return false;
      // One directly before the verb belongs to its group; a predicate has none.
      if (IsOneOf(token.folded, {"twice", "once", "sometimes", "often", "usually", "rarely", "seldom", "occasionally"}))
        return !before || child < head - 1 || tree[head].pos != Pos::kVerb;
      return !before || ((tree[head].pos != Pos::kVerb || tree.Has(head, Rel::kCop)) && child > head - 4);
    case Rel::kObl:
    case Rel::kOblUnmarked:
    case Rel::kOblAgent:
      if (SaysNothing(tree, child)) return false;
      if (before && IsRelativePronoun(token.folded)) return false;
      if (IsOneOf(tree.CaseOf(child), {"according to", "unlike", "like", "despite", "in spite of", "along with"})) {
        return !before && tree.CaseOf(child) != "according to";
      }
      if (!before && token.rel != Rel::kOblAgent) *need = Need::kCircumstance;
      return true;
    case Rel::kAdvcl: {
      const std::string mark = MarkOrAdverb(tree, child);
      if (IsInfinitive(tree, child)) return !before || !IsSetOff(tree, child);
      if (mark.empty()) return false;  // "killing one" is a fact of its own
      const bool condition =
          IsConditionMarker(mark) || IsOneOf(mark, {"when", "whenever", "until", "till", "once", "except", "as long as",
                                                    "before", "after", "provided", "wherever", "so that", "than"});
      if (!condition) *need = Need::kReason;
      return condition || !before;
    }
    case Rel::kAcl:
    case Rel::kAclRelcl:
    case Rel::kAdvclRelcl:
    case Rel::kAppos:
      return !IsAside(tree, child);
    case Rel::kDep:
      return !before;
    default:
      return true;
  }
}

struct Piece {
  int head = -1;
  Need need = Need::kAlways;
  std::vector<int> tokens;
};

bool Holds(const std::vector<int>& all, int t) { return std::find(all.begin(), all.end(), t) != all.end(); }

// What the clause says, a piece for each phrase, in no order. `predicate`: its last head is a predicate and so a piece.
std::vector<Piece> PiecesOf(const Tree& tree, const std::vector<int>& heads, const std::vector<int>& left_out,
                            bool predicate) {
  std::vector<Piece> pieces;
  if (predicate) pieces.push_back({heads.back(), Need::kAlways, {heads.back()}});
  for (int head : heads) {
    for (int child : tree.children(head)) {
      if (Holds(left_out, child) || Holds(heads, child) || IsNote(tree, child)) continue;
      Piece piece;
      piece.head = child;
      const Token& token = tree[child];
      // "is in Lima", "is to blame"
      const bool opens = predicate && head == heads.back() &&
                         (token.rel == Rel::kCase || (token.rel == Rel::kMark && token.folded == "to"));
      if (opens) {
        piece.tokens = {child};
        for (int fixed : tree.children(child)) piece.tokens.push_back(fixed);
      } else if (IsNowAndThen(tree, child)) {
        piece.tokens = {child, child + 1, child + 2};
      } else if (IsPart(tree, head, child, &piece.need)) {
        AddPhrase(tree, child, true, -1, &piece.tokens);
      } else {
        continue;
      }
      pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

// Removes what is least needed, the last first, until the rest is short enough. The first piece stays.
void Shorten(std::vector<Piece>* pieces) {
  size_t count = 0;
  for (const Piece& piece : *pieces) count += piece.tokens.size();
  for (const Need need : {Need::kReason, Need::kCircumstance}) {
    for (size_t k = pieces->size(); k-- > 1 && count > kMaxRestTokens;) {
      if ((*pieces)[k].need != need) continue;
      count -= (*pieces)[k].tokens.size();
      pieces->erase(pieces->begin() + static_cast<long>(k));
    }
  }
}

// "If it rains, close it and go": the tokens of the condition, before the first of several coordinated clauses, that
// holds for the clause of `verb` too.
std::vector<int> SharedCondition(const Tree& tree, int verb) {
  std::vector<int> tokens;
  for (int i = verb, left = tree.size(); left > 0 && tree[i].rel == Rel::kConj && tree.Contains(i); --left) {
    i = tree[i].head;
    for (int child : tree.Children(i, {Rel::kAdvcl})) {
      const std::string mark = MarkOrAdverb(tree, child);
      const bool when = IsOneOf(mark, {"when", "whenever", "once"}) && !IsPast(tree, child);
      if (child < i && (when || mark == "if" || mark == "unless")) AddPhrase(tree, child, true, -1, &tokens);
    }
  }
  return tokens;
}

// Puts back what stands between two pieces in the text: a comma, a conjunction.
void JoinPieces(const Tree& tree, const std::vector<int>& left_out, std::vector<int>* tokens) {
  for (size_t k = 0; k + 1 < tokens->size(); ++k) {
    const int between = (*tokens)[k] + 1;
    const bool joint = tree[between].pos == Pos::kPunct || tree[between].rel == Rel::kCc;
    if ((*tokens)[k + 1] != between + 1 || !joint || Holds(left_out, between)) continue;
    tokens->insert(tokens->begin() + static_cast<long>(k) + 1, between);
  }
}

}  // namespace

std::vector<int> WithoutAsides(const Tree& tree, int i, int but) {
  std::vector<int> tokens;
  AddPhrase(tree, i, false, but, &tokens);
  return tokens;
}

ClauseRest RestOf(const Tree& tree, const std::vector<int>& heads, const std::vector<int>& left_out) {
  const int last = heads.back();
  const bool predicate = tree[last].pos != Pos::kVerb || !Holds(left_out, last);
  std::vector<Piece> pieces = PiecesOf(tree, heads, left_out, predicate);
  Shorten(&pieces);
  int group = heads.front();  // the first word of the verb group
  for (int t : left_out) {
    const bool helps = IsOneOf(tree[t].rel, {Rel::kAux, Rel::kAuxPass, Rel::kCop}) && tree[t].head == heads.front();
    if (helps) group = std::min(group, t);
  }
  ClauseRest rest;
  std::vector<int> fronted;
  for (const Piece& piece : pieces) {
    std::vector<int>& to = piece.head != last && piece.tokens.back() < group ? fronted : rest.tokens;
    to.insert(to.end(), piece.tokens.begin(), piece.tokens.end());
  }
  std::sort(rest.tokens.begin(), rest.tokens.end());
  JoinPieces(tree, left_out, &rest.tokens);
  for (const Piece& piece : pieces) {
    if (!rest.tokens.empty() && Holds(piece.tokens, rest.tokens.front())) rest.head = piece.head;
  }
  if (predicate) rest.head = last;
  if (rest.tokens.empty() && !fronted.empty()) rest.head = fronted.front();
  rest.tokens.insert(rest.tokens.end(), fronted.begin(), fronted.end());
  const std::vector<int> condition = SharedCondition(tree, heads.front());
  rest.tokens.insert(rest.tokens.end(), condition.begin(), condition.end());
  // What comes after a semicolon is another statement, and a "to" at the end lacks its verb.
  const auto ends = [&tree](int t) { return tree[t].folded == ";"; };
  rest.tokens.erase(std::find_if(rest.tokens.begin(), rest.tokens.end(), ends), rest.tokens.end());
  while (rest.tokens.size() > 1 && tree[rest.tokens.back()].folded == "to") rest.tokens.pop_back();
  MendQuotes(tree, &rest.tokens);
  return rest;
}

}  // namespace pith::compiler
