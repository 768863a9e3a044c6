#include "tools/compiler/suggest/ask_replies.h"

#include <algorithm>
#include <string>

#include "absl/strings/match.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/reference_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

constexpr size_t kFewestTokens = 4, kMostReplyTokens = 28;

// Whether the question is one that a reader may ask: whole, with its own words for what it means.
bool IsWholeQuestion(const Sentence& question) {
  if (question.tokens.size() < kFewestTokens + 1 || question.tokens.back().folded != "?") return false;
  if (!IsOneOf(question.tokens.front().folded, {"who", "what", "when", "where", "why", "how", "which"})) return false;
  bool noun = false, verb = false;
  for (const Token& token : question.tokens) {
    if (IsOneOf(token.folded, {"\"", "“", "”", "this", "that", "these", "those", "such", ":", ";"})) return false;
    if (IsThirdPersonPronoun(token.folded) && !noun) return false;
    noun = noun || token.pos == Pos::kNoun || token.pos == Pos::kPropn;
    verb = verb || token.pos == Pos::kVerb || token.pos == Pos::kAux;
  }
  return noun && verb;
}

}  // namespace

void AskReply(AskedSentence* sentence) {
  const Analysis& analysis = sentence->analysis();
  if (sentence->number() == 0) return;
  const Sentence& question = analysis.sentences[sentence->number() - 1];
  const Sentence& reply = analysis.sentences[sentence->number()];
  // A question in the middle of a text is seldom meant as one.
  const bool leads = sentence->number() == 1 ||
                     analysis.sentences[sentence->number() - 2].paragraph != question.paragraph || question.heading;
  if (!leads || !IsWholeQuestion(question) || reply.tokens.empty()) return;
  // "Why does popcorn pop? Heat almost any grain and it will scorch."
  const Tree& tree = sentence->tree();
  const bool tells = tree.Child(tree.root(), {Rel::kNsubj, Rel::kNsubjPass, Rel::kExpl, Rel::kMark, Rel::kCase}) >= 0;
  if (question.tokens.front().folded == "why" && !tells) return;
  size_t last = 0;
  while (last < reply.tokens.size() && !IsOneOf(reply.tokens[last].folded, {";", ":", ".", "!", "?"})) ++last;
  if (last < 2 || last > kMostReplyTokens) return;
  std::string text = analysis.article.text.substr(question.begin, question.tokens.back().begin - question.begin);
  if (absl::StrContains(text, "\n")) return;
  Wording plain;
  plain.named = true;
  sentence->EmitBytes(QuestionKind::kReply, sentence->SentenceImportance(), std::move(text), reply.tokens.front().begin,
                      reply.tokens[last - 1].end, plain);
}

}  // namespace pith::compiler
