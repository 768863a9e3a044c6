#include "tools/compiler/suggest/drafts.h"

#include <algorithm>

#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/suggest/ask_clause.h"
#include "tools/compiler/suggest/ask_facts.h"
#include "tools/compiler/suggest/ask_nouns.h"
#include "tools/compiler/suggest/asked_sentence.h"
#include "tools/compiler/tree/clause_modality.h"

namespace pith::compiler {
namespace {

constexpr size_t kMaxSentenceWords = 50;

// Headings, questions, text in the first or second person and overlong sentences are seldom parsed correctly.
bool IsPlainSentence(const Sentence& sentence) {
  if (sentence.heading || sentence.tokens.empty() || sentence.tokens.size() > kMaxSentenceWords) return false;
  if (sentence.tokens.back().folded == "?" || sentence.tokens.back().folded == "!") return false;
  return std::none_of(sentence.tokens.begin(), sentence.tokens.end(),
                      [](const Token& token) { return token.pos == Pos::kPron && IsAddressPronoun(token.folded); });
}

// Whether `i` heads a main clause, one coordinated with it, or one reported by a clause that has a subject of its own.
bool IsAskedOf(const Tree& tree, int i) {
  const Token& token = tree[i];
  if (token.pos != Pos::kVerb && !tree.Has(i, Rel::kCop)) return false;
  if (tree.IsNegated(i) || ModalityOf(tree, i) != Modality::kNone) return false;
  if (tree.Child(i, {Rel::kNsubj, Rel::kNsubjPass}) < 0) return false;
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
  if (token.rel == Rel::kRoot) return true;
  if (token.head < 0) return false;
  if (token.rel == Rel::kConj) return tree[token.head].rel == Rel::kRoot;
  return token.rel == Rel::kCcomp && IsSpeechVerb(tree[token.head].lemma);
}

}  // namespace

std::vector<SuggestionDraft> DraftQuestions(const Analysis& analysis, const Language& language, uint32_t sentence) {
  AskedSentence asked(analysis, language, sentence);
  if (analysis.sentences[sentence].heading) return {};
  AskFacts(&asked);
  if (!IsPlainSentence(analysis.sentences[sentence])) return asked.Take();
  const Tree& tree = asked.tree();
  for (int i = 0; i < tree.size(); ++i) {
    if (tree[i].rel == Rel::kAppos) AskApposition(&asked, i);
    if (!IsAskedOf(tree, i)) continue;
    if (tree.Has(i, Rel::kCop)) {
      AskPredicate(&asked, i);
    } else {
      AskClause(&asked, i);
    }
  }
  AskAcronyms(&asked);
  return asked.Take();
}

}  // namespace pith::compiler
