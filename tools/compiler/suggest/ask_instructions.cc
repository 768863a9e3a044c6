#include "tools/compiler/suggest/ask_instructions.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/imperative.h"

namespace pith::compiler {
namespace {

constexpr size_t kMostConditionWords = 11, kMostStepTokens = 24;

// Whether the clause says by itself what it is about: it points to nothing before it.
// `answered`: a pronoun may mean what a noun before it names.
bool StandsAlone(const Tree& tree, const std::vector<int>& tokens, bool answered = false) {
  bool noun = false;
  for (int t : tokens) {
    const Token& token = tree[t];
    if (token.folded == "that" && token.pos == Pos::kSconj) continue;
    const bool address = IsOneOf(token.folded, {"you", "your", "yourself"});
    if (token.pos == Pos::kPron && !address && !(noun && answered && IsThirdPersonPronoun(token.folded))) return false;
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

// The tokens of the instruction, or of a statement, from `first` to the end of its clause; empty if something else
// stands between.
std::vector<int> InstructionOf(const Tree& tree, int first, int verb, int condition) {
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
  for (int t = first; t < last; ++t) tokens.push_back(t);
  return tokens;
}

}  // namespace

void AskExclusion(AskedSentence* sentence, int verb) {
  const Tree& tree = sentence->tree();
  const int object = tree.Child(verb, Rel::kObj), no = tree.Child(verb, Rel::kAdvmod);
  if (!tree.IsNegated(verb) || !IsImperative(tree, verb) || tree[object].pos == Pos::kPron) return;
  for (int clause : tree.Children(verb, {Rel::kAdvcl})) {
    const std::vector<int> answer = tree.Yield(clause);
    if (clause < verb || !IsOneOf(tree[answer.front()].folded, {"if", "while", "when", "until", "before"}) ||
        answer.size() > kMostStepTokens)
      continue;
    if (answer.back() - answer.front() + 1 != static_cast<int>(answer.size())) continue;
    std::vector<int> told;
    for (int t = verb; t < answer.front(); ++t) told.push_back(t);
    if (told.size() > 6 || no < 0 || !StandsAlone(tree, told)) continue;
    Wording plain;
    plain.named = true;
    sentence->EmitBytes(QuestionKind::kWhen, sentence->SentenceImportance(),
                        absl::StrCat("When should you ", tree[no].folded == "never" ? "never " : "not ",
                                     TextOf(sentence->analysis().article, tree.sentence(), told)),
                        tree[answer.front()].begin, tree[answer.back()].end, plain);
  }
}

void AskInstruction(AskedSentence* sentence, int verb) {
  const Tree& tree = sentence->tree();
  const bool negated = tree.IsNegated(verb) || tree[tree.Child(verb, Rel::kAux)].folded == "do";
  if (negated || !(IsImperative(tree, verb) || Advises(tree, verb))) return;
  for (int clause : tree.Children(verb, {Rel::kAdvcl})) {
    std::vector<int> words = tree.Yield(clause);
    const std::string mark = tree.MarkOf(clause);
    const bool condition = IsOneOf(mark, {"if", "before", "after", "when"});
    const bool purpose = mark == "to" || mark == "in order to";
    if (!condition && !(purpose && clause < verb)) continue;
    // Behind the instruction a condition may belong to a part of it only.
    if (clause > verb && tree.SubtreeEnd(clause) + 1 < tree.SubtreeEnd(verb)) continue;
    if (words.back() - words.front() + 1 != static_cast<int>(words.size())) continue;
    if (tree[words.front()].folded != (condition ? mark : "to")) continue;
    words.erase(words.begin());
    if (words.empty() || words.size() > kMostConditionWords || !StandsAlone(tree, words)) continue;
    const bool told_whole =
        absl::EndsWith(tree[clause].folded, "ing") || tree.Child(clause, {Rel::kNsubj, Rel::kNsubjPass}) >= 0;
    if (condition && !told_whole) continue;
    const std::vector<int> answer = InstructionOf(tree, verb, verb, clause);
    if (answer.size() < 2 || answer.size() > kMostStepTokens) continue;
    const int modal = IsImperative(tree, verb) ? -1 : tree.Child(verb, Rel::kAux);
    const std::string what = absl::StrCat("What ", modal < 0 ? "should" : tree[modal].folded, " you do ", mark, " ");
    const std::string told = TextOf(sentence->analysis().article, tree.sentence(), words);
    Wording plain;
    plain.named = true;
    sentence->EmitBytes(condition ? QuestionKind::kWhatToDo : QuestionKind::kHowTo, sentence->SentenceImportance(),
                        absl::StrCat(condition ? what : "How do you ", told), tree[answer.front()].begin,
                        tree[answer.back()].end, plain);
  }
}

void AskConsequence(AskedSentence* sentence, int verb) {
  const Tree& tree = sentence->tree();
  const int subject = tree.Child(verb, {Rel::kNsubj, Rel::kNsubjPass});
  if (subject < 0 || subject > verb || Advises(tree, verb) || tree.Has(verb, Rel::kCcomp)) return;
  for (int clause : tree.Children(verb, {Rel::kAdvcl})) {
    std::vector<int> words = tree.Yield(clause);
    const std::string mark = tree.MarkOf(clause);
    const std::string& first = tree[words.front()].folded;
    if (clause > subject || words.front() != 0 || !IsOneOf(first, {"if", "when"})) continue;
    if (words.back() - words.front() + 1 != static_cast<int>(words.size())) continue;
    const bool past = IsPast(tree, verb);
    // "If he had known": nothing that happened.
    if (past != IsPast(tree, clause) || (past && first == "if") || first != (mark.empty() ? first : mark)) continue;
    words.erase(words.begin());
    if (words.empty() || words.size() > kMostConditionWords || !StandsAlone(tree, words)) continue;
    if (IsSpeechVerb(tree[clause].lemma) || tree.Has(clause, Rel::kCcomp)) continue;
    std::vector<int> answer = InstructionOf(tree, tree.SubtreeBegin(subject), verb, clause);
    std::vector<int> both = words;
    both.insert(both.end(), answer.begin(), answer.end());
    both.erase(std::remove_if(both.begin(), both.end(), [&](int t) { return tree[t].pos == Pos::kPunct; }), both.end());
    if (answer.size() < 3 || answer.size() > kMostStepTokens || !StandsAlone(tree, both, true)) continue;
    if (tree[subject].pos == Pos::kPron && tree[subject].folded != "you") continue;
    Wording plain;
    plain.named = true;
    sentence->EmitBytes(
        QuestionKind::kWhatToDo, sentence->SentenceImportance(),
        absl::StrCat(
            past ? "What happened when "
                 : absl::StrCat(tree.Has(verb, Rel::kCop) && first == "if" ? "What does it mean " : "What happens ",
                                first, " "),
            TextOf(sentence->analysis().article, tree.sentence(), words)),
        tree[answer.front()].begin, tree[answer.back()].end, plain);
  }
}

}  // namespace pith::compiler
