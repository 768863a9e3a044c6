#include "tools/compiler/suggest/drafts.h"

#include <algorithm>

#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/suggest/ask_clause.h"
#include "tools/compiler/suggest/ask_counts.h"
#include "tools/compiler/suggest/ask_facts.h"
#include "tools/compiler/suggest/ask_instructions.h"
#include "tools/compiler/suggest/ask_nouns.h"
#include "tools/compiler/suggest/ask_replies.h"
#include "tools/compiler/suggest/asked_sentence.h"
#include "tools/compiler/suggest/clause_complements.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/imperative.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxSentenceWords = 50;

// Headings, questions and overlong sentences are seldom parsed correctly.
bool IsReadable(const Sentence& sentence) {
  if (sentence.heading || sentence.tokens.empty() || sentence.tokens.size() > kMaxSentenceWords) return false;
  return sentence.tokens.back().folded != "?" && sentence.tokens.back().folded != "!";
}

// Text in the first person tells of nobody by name.
bool IsOwnReport(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
    return token.pos == Pos::kPron && IsAddressPronoun(token.folded) && !IsOneOf(token.folded, {"you", "your"});
  });
}

// Whether all that makes the clause less than a plain statement is "can", "may", "must" or "should", which a question
// keeps.
bool IsAllowedOrAsked(const Tree& tree, int i) {
  const std::vector<int> helpers = tree.Children(i, {Rel::kAux});
  return helpers.size() == 1 && IsOneOf(tree[helpers.front()].folded, {"can", "may", "must", "should"}) &&
         !tree.Has(i, Rel::kCop);
}

// Whether the clause holds only if or when something else does.
bool IsConditional(const Tree& tree, int i) {
  const std::vector<int> clauses = tree.Children(i, {Rel::kAdvcl});
  return std::any_of(clauses.begin(), clauses.end(), [&](int clause) { return IsUnstated(tree, clause); });
}

// Whether `i` heads a clause that only adds to what a noun means: "Ann Lee, who built it in 1931,", "a hut built in
// 1931".
bool IsAddition(const Tree& tree, int i) {
  const Token& token = tree[i];
  const int subject = tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass});
  if (token.rel == Rel::kAcl) return token.head < i && subject < 0 && tree.CaseOf(i).empty() && tree.MarkOf(i).empty();
  return token.rel == Rel::kAclRelcl && IsOneOf(tree[subject].folded, {"who", "which"}) &&
         (tree[tree.SubtreeBegin(i)].folded == "," || tree[tree.SubtreeBegin(i) - 1].folded == ",");
}

// Whether `i` heads a main clause, one coordinated with it, or one reported by a clause that has a subject of its own.
bool IsAskedOf(const Tree& tree, int i) {
  const Token& token = tree[i];
  if (token.rel == Rel::kRoot && !IsConditional(tree, i) && IsImperative(tree, i)) return true;
  if (token.pos != Pos::kVerb && !tree.Has(i, Rel::kCop) && !IsRule(tree, i)) return false;
  if (IsConditional(tree, i)) return false;
  if (ModalityOf(tree, i) != Modality::kNone && !IsAllowedOrAsked(tree, i)) return false;
  const bool addition = IsAddition(tree, i);
  if (!addition && tree.Child(SubjectClause(tree, i), {Rel::kNsubj, Rel::kNsubjPass}) < 0) return false;
  for (int child : tree.children(i)) {
    const Rel rel = tree[child].rel;
    if (rel == Rel::kExpl || rel == Rel::kCcomp || rel == Rel::kCsubj || rel == Rel::kCsubjPass || rel == Rel::kDep ||
        rel == Rel::kList || rel == Rel::kOrphan || rel == Rel::kDislocated || rel == Rel::kReparandum ||
        rel == Rel::kGoeswith) {
      return false;
    }
    if (rel == Rel::kMark && tree[child].folded != "that") return false;
    if (rel == Rel::kAdvmod && IsHedgingAdverb(tree[child].folded)) return false;
  }
  if (token.rel == Rel::kRoot || addition) return true;
  if (token.head < 0) return false;
  const bool joins = IsOneOf(tree[tree.SubtreeBegin(i) - 1].folded, {";", ":"}) ||
                     IsOneOf(tree[tree.SubtreeBegin(i)].folded, {";", ":"});
  if (token.rel == Rel::kParataxis) return tree[token.head].rel == Rel::kRoot && joins;
  if (token.rel == Rel::kConj) {
    const Token& first = tree[token.head];
    return first.rel == Rel::kRoot ||
           (IsOneOf(first.rel, {Rel::kConj, Rel::kParataxis}) && tree[first.head].rel == Rel::kRoot);
  }
  return token.rel == Rel::kCcomp && IsSpeechVerb(tree[token.head].lemma);
}

}  // namespace

std::vector<SuggestionDraft> DraftQuestions(const Analysis& analysis, const Language& language, uint32_t sentence) {
  AskedSentence asked(analysis, language, sentence);
  if (analysis.sentences[sentence].heading) return {};
  AskFacts(&asked);
  AskReply(&asked);
  const Tree& tree = asked.tree();
  if (!IsReadable(analysis.sentences[sentence])) return asked.Take();
  if (tree.root() >= 0) AskInstruction(&asked, tree.root());
  if (tree.root() >= 0) AskExclusion(&asked, tree.root());
  if (IsOwnReport(analysis.sentences[sentence])) return asked.Take();
  if (tree.root() >= 0) AskConsequence(&asked, tree.root());
  for (int i = 0; i < tree.size(); ++i) {
    if (tree[i].rel == Rel::kAppos) AskApposition(&asked, i);
    if (tree[i].rel == Rel::kRoot && tree.Has(i, Rel::kExpl)) AskExistence(&asked, i);
    if (!IsAskedOf(tree, i)) continue;
    if (tree.Has(i, Rel::kCop) && !tree.IsNegated(i)) {
      AskPredicate(&asked, i);
    }
    if (!tree.Has(i, Rel::kCop) || tree[i].pos == Pos::kAdj) {
      AskClause(&asked, i);
    }
  }
  AskAcronyms(&asked);
  return asked.Take();
}

}  // namespace pith::compiler
