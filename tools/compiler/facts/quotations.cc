#include "tools/compiler/facts/quotations.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/phrase_text.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

bool IsMark(const Token& token) { return IsOneOf(token.folded, {"\"", "``", "''"}); }

// The parts of a sentence in quotation marks, as tokens [first, last) without the marks.
std::vector<std::pair<int, int>> QuotedParts(const Tree& tree, bool* open) {
  std::vector<std::pair<int, int>> parts;
  int first = 0;
  for (int i = 0; i <= tree.size(); ++i) {
    if (i < tree.size() && !IsMark(tree[i])) continue;
    if (*open && i > first) parts.emplace_back(first, i);
    if (i < tree.size()) {
      *open = !*open;
      first = i + 1;
    }
  }
  return parts;
}

bool IsSpeech(const Tree& tree, std::pair<int, int> part) {
  for (int i = part.first; i < part.second; ++i) {
    if (tree[i].pos == Pos::kVerb || tree[i].pos == Pos::kAux) return true;
  }
  return false;
}

// Who the sentence says is speaking; empty: nobody. The verb stands outside the quotation, its subject too.
std::string SpeakerIn(const Tree& tree, const PhraseText& text, const std::vector<std::pair<int, int>>& parts) {
  const auto quoted = [&parts](int i) {
    return std::any_of(parts.begin(), parts.end(), [i](const auto& p) { return p.first <= i && i < p.second; });
  };
  for (int i = 0; i < tree.size(); ++i) {
    if (tree[i].pos != Pos::kVerb || quoted(i) || !(IsSpeechVerb(tree[i].lemma) || IsQuotingVerb(tree[i].lemma)))
      continue;
    int subject = tree.Child(i, Rel::kNsubj);
    if (subject < 0 && i + 1 < tree.size() && (tree[i + 1].pos == Pos::kPropn || text.EntityOf(i + 1) >= 0)) {
      subject = i + 1;  // "sighed Meg", whatever the tree makes of it
    }
    if (subject < 0 || quoted(subject)) continue;
    if (tree[subject].pos == Pos::kPron && text.EntityOf(subject) < 0) return "";
    return text.Of(text.BearerOf(subject), kBarePhrase);
  }
  return "";
}

}  // namespace

void FindQuotations(Analysis* analysis) {
  std::vector<Claim> added;
  bool open = false;
  std::string speaker;  // of the last quotation of the paragraph, if nothing came after it
  const std::vector<Claim>& claims = analysis->claims;
  auto last_claim = claims.begin();
  for (uint32_t s = 0; s < analysis->sentences.size(); ++s) {
    const Sentence& sentence = analysis->sentences[s];
    const auto first_claim = last_claim;
    while (last_claim != claims.end() && last_claim->begin < sentence.end) ++last_claim;
    if (s > 0 && sentence.paragraph != analysis->sentences[s - 1].paragraph) {
      open = false;
      speaker.clear();
    }
    const Tree tree(sentence);
    const bool goes_on = open;
    const std::vector<std::pair<int, int>> parts = QuotedParts(tree, &open);
    if (parts.empty()) {
      speaker.clear();
      continue;
    }
    const PhraseText text(*analysis, tree, s);
    std::string own = SpeakerIn(tree, text, parts);
    for (auto claim = first_claim; claim != last_claim; ++claim) {
      if (own.empty()) own = claim->speaker;
    }
    const bool follows = goes_on || (tree.size() > 0 && IsMark(tree[0]) && parts.front().second + 2 >= tree.size());
    if (own.empty() && follows) own = speaker;
    for (const std::pair<int, int>& part : parts) {
      if (own.empty() || !IsSpeech(tree, part)) continue;
      int last = part.second - 1;
      while (last > part.first && tree[last].pos == Pos::kPunct) --last;
      const uint32_t begin = tree[part.first].begin, end = tree[last].end;
      const bool known =
          std::any_of(first_claim, last_claim, [&](const Claim& c) { return c.begin <= begin && end <= c.end; });
      if (!known) added.push_back({begin, end, own});
    }
    speaker = own;
  }
  analysis->claims.insert(analysis->claims.end(), added.begin(), added.end());
}

}  // namespace pith::compiler
