#include "tools/compiler/suggest/ask_instructions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/imperative.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostConditionWords = 11, kMostAnswerTokens = 24;

// Whether the clause says by itself what it is about: it points to nothing before it.
bool StandsAlone(const Tree& tree, const std::vector<int>& tokens) {
  bool noun = false;
  for (int t : tokens) {
    const Token& token = tree[t];
    const bool address = IsOneOf(token.folded, {"you", "your", "yourself"});
    if (token.pos == Pos::kPron && !address && !(noun && IsOneOf(token.folded, {"it", "its"}))) return false;
    if (!address &&
        (IsDeicticWord(token.folded) || IsOneOf(token.folded, {"this", "that", "these", "those", "such", "here", "so",
                                                               "other", "another", "both", "none", "neither"}))) {
      return false;
    }
    if (token.pos == Pos::kPunct && !IsOneOf(token.folded, {"-", "'", "’"})) return false;
    noun = noun || token.pos == Pos::kNoun || token.pos == Pos::kPropn;
  }
  return noun;
}

// Whether "you" does it: "you may scan the code".
bool Advises(const Tree& tree, int verb) {
  const int subject = tree.Child(verb, Rel::kNsubj), modal = tree.Child(verb, Rel::kAux);
  return tree[subject].folded == "you" && subject < verb &&
         IsOneOf(tree[modal].folded, {"may", "can", "should", "must"});
}

// The tokens of the instruction, from its verb to the end of its clause; empty if something else stands between.
std::vector<int> InstructionOf(const Tree& tree, int verb, int condition) {
  int last = tree.SubtreeEnd(verb);
  for (int child : tree.children(verb)) {
    const bool other = IsOneOf(tree[child].rel, {Rel::kConj, Rel::kParataxis}) &&
                       tree.Child(child, {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl}) >= 0;
    if (child > verb && other) last = std::min(last, tree.SubtreeBegin(child));
  }
  for (int t = verb; t < last; ++t) {
    if (IsOneOf(tree[t].folded, {";", ":", "–", "—", "(", "[", "."})) last = t;
  }
  if (condition > verb) last = std::min(last, tree.SubtreeBegin(condition));
  while (last > verb && (tree[last - 1].pos == Pos::kPunct || tree[last - 1].pos == Pos::kCconj) &&
         !IsOneOf(tree[last - 1].folded, {"\"", "”", ")"})) {
    --last;
  }
  std::vector<int> tokens;
  for (int t = verb; t < last; ++t) tokens.push_back(t);
  return tokens;
}

}  // namespace

void AskInstruction(AskedSentence* sentence, int verb) {
  const Tree& tree = sentence->tree();
  const bool negated = tree.IsNegated(verb) || tree[tree.Child(verb, Rel::kAux)].folded == "do";
  if (negated || !(IsImperative(tree, verb) || Advises(tree, verb))) return;
  for (int clause : tree.Children(verb, {Rel::kAdvcl})) {
    std::vector<int> words = tree.Yield(clause);
    const std::string mark = tree.MarkOf(clause);
    const bool condition = mark == "if", purpose = mark == "to" || mark == "in order to";
    if (!condition && !(purpose && clause < verb)) continue;
    // Behind the instruction a condition may belong to a part of it only.
    if (clause > verb && tree.SubtreeEnd(clause) + 1 < tree.SubtreeEnd(verb)) continue;
    if (words.back() - words.front() + 1 != static_cast<int>(words.size())) continue;
    if (tree[words.front()].folded != (condition ? "if" : "to")) continue;
    words.erase(words.begin());
    if (words.empty() || words.size() > kMostConditionWords || !StandsAlone(tree, words)) continue;
    const std::vector<int> answer = InstructionOf(tree, verb, clause);
    if (answer.size() < 2 || answer.size() > kMostAnswerTokens) continue;
    const int modal = IsImperative(tree, verb) ? -1 : tree.Child(verb, Rel::kAux);
    const std::string what = absl::StrCat("What ", modal < 0 ? "should" : tree[modal].folded, " you do if ");
    const std::string told = TextOf(sentence->analysis().article, tree.sentence(), words);
    Wording plain;
    plain.named = true;
    sentence->EmitBytes(condition ? QuestionKind::kWhatToDo : QuestionKind::kHowTo, sentence->SentenceImportance(),
                        absl::StrCat(condition ? what : "How do you ", told), tree[answer.front()].begin,
                        tree[answer.back()].end, plain);
  }
}

}  // namespace pith::compiler
