#include "tools/compiler/facts/claims.h"

#include <algorithm>
#include <string>

#include "tools/compiler/facts/quotations.h"
#include "tools/compiler/lexicon/modal_words.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/tree/clause.h"
#include "tools/compiler/tree/phrase_text.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

class ClaimFinder {
 public:
  ClaimFinder(Analysis* analysis, uint32_t sentence)
      : analysis_(*analysis),
        sentence_(analysis->sentences[sentence]),
        tree_(sentence_),
        text_(*analysis, tree_, sentence) {}

  void Run() {
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_[i].pos == Pos::kVerb) Verb(i);
      if (tree_[i].pos == Pos::kNoun && IsSpeechNoun(tree_[i].lemma)) Noun(i);
      if (tree_[i].pos == Pos::kNoun && tree_[i].folded == "reports") NamedReports(i);
      if ((tree_[i].rel == Rel::kObl || tree_[i].rel == Rel::kParataxis) && IsSource(i)) AccordingTo(i);
    }
  }

 private:
  bool IsSource(int i) const { return IsOneOf(tree_.CaseOf(i), {"according to", "according", "in the words of"}); }

  // The verb's own subject, or that of the verb that it is coordinated with.
  int SubjectOf(int verb) const {
    for (int steps = 0; verb >= 0 && steps < 4; ++steps) {
      const int subject = tree_.Child(verb, Rel::kNsubj);
      if (subject >= 0) return subject;
      const Rel rel = tree_[verb].rel;
      if (rel != Rel::kConj && rel != Rel::kAdvcl && rel != Rel::kXcomp) return -1;
      verb = tree_[verb].head;
    }
    return -1;
  }

  void Verb(int verb) {
    // Whoever denies a thing does not say it, and nobody is no speaker.
    if (!IsSpeechVerb(tree_[verb].lemma) || IsDenyingVerb(tree_[verb].lemma)) return;
    const int subject = SubjectOf(verb);
    if (subject < 0 || (tree_[subject].pos == Pos::kPron && text_.EntityOf(subject) < 0 && !IsNamingPronoun(subject))) {
      return;
    }
    const int det = tree_.Child(subject, Rel::kDet);
    if (IsNegativeWord(tree_[subject].folded) || (det >= 0 && IsNegativeWord(tree_[det].folded))) return;
    const std::string speaker = SpeakerNamed(subject);
    if (IsAside(subject, verb)) {
      std::vector<int> all;
      for (int t = SaidFrom(tree_.SubtreeBegin(subject)), end = SaidTo(AsideEnd(verb)); t < end; ++t) {
        if (t < tree_.SubtreeBegin(subject) || t > AsideEnd(verb)) all.push_back(t);
      }
      Add(all, verb, speaker);
      return;
    }
    // "X said that ...", "..., X said": in both, the complement is a child.
    bool said = false;
    for (int child : tree_.children(verb)) {
      const Rel rel = tree_[child].rel;
      const bool quoted = rel == Rel::kObj && InQuotes(child) && !InQuotes(verb);
      if (rel == Rel::kCcomp) {
        if (!said) Add(SaidBy(tree_, verb), verb, speaker);
        said = true;
      } else if (quoted || (rel == Rel::kParataxis && child > verb && tree_.IsClause(child))) {
        Add(tree_.Yield(child), verb, speaker);
        said = true;
      }
    }
    // "..., X said, ...": the verb depends on what is said.
    if (!said && tree_[verb].rel == Rel::kParataxis) {
      Add(Without(tree_.Yield(tree_[verb].head), verb), verb, speaker);
    }
  }

  // Without what follows a comma and a preposition: "the director, in remarks to a paper, said".
  std::string SpeakerNamed(int subject) const {
    const int bearer = text_.BearerOf(subject);
    std::vector<int> tokens = tree_.Yield(bearer, kBarePhrase);
    const auto apart = std::find_if(tokens.begin() + 1, tokens.end(),
                                    [this](int t) { return tree_[t].pos == Pos::kAdp && tree_[t - 1].folded == ","; });
    tokens.erase(apart, tokens.end());
    while (tokens.size() > 1 && tree_[tokens.back()].folded == ",") tokens.pop_back();
    return text_.Of(tokens, bearer);
  }

  // Whether the clause is an aside, as in ", the mayor said," or ", an expert told the paper.", with the subject
  // directly before the verb. Whatever the tree says, the rest of the sentence is then what is said.
  bool IsAside(int subject, int verb) const {
    if (!IsOneOf(tree_[verb].lemma, {"say", "tell", "report", "add", "note", "explain", "write", "claim", "announce",
                                     "state", "argue", "warn", "believe", "insist"})) {
      return false;
    }
    const int first = tree_.SubtreeBegin(subject);
    // "..., their leader, Ann Lee, said, ..."
    int last = tree_.SubtreeEnd(subject);
    last += tree_[last].folded == "," ? 1 : 0;
    if (subject > verb || last != verb || first == 0) return false;
    const bool apart = tree_[first - 1].pos == Pos::kPunct && first > 1;
    const int end = AsideEnd(verb);
    return apart && (end + 1 == tree_.size() || IsOneOf(tree_[end + 1].folded, {",", ".", "-", "\"", ";"}));
  }

  // The first word of what an aside at `aside` says: "in a tank, where, he claimed, the echo taught him" says where the
  // echo did, not the tank.
  int SaidFrom(int aside) const {
    for (int t = aside - 1; t >= 0; --t) {
      const Token& token = tree_[t];
      if (token.folded == ";") return t + 1;
      if (token.pos == Pos::kVerb || token.pos == Pos::kAux) break;
      const bool opens = token.rel == Rel::kMark || IsOneOf(token.folded, {"where", "which", "who", "whom", "since",
                                                                           "because", "although", "while", "as"});
      if (opens && t > 0 && token.folded != "that") return t;
    }
    return 0;
  }

  // Behind the last word that it says: "..., he said, but he could not tell".
  int SaidTo(int aside) const {
    for (int t = aside + 1; t < tree_.size(); ++t) {
      const bool turns = tree_[t].folded == "but" && t == aside + 2;
      if (tree_[t].folded == ";" || turns) return t;
    }
    return tree_.size();
  }

  // The last word of the aside: the verb, or the person told.
  int AsideEnd(int verb) const {
    const int told = tree_.Child(verb, {Rel::kIobj, Rel::kObj});
    return told > verb && !tree_.IsClause(told) && tree_.SubtreeEnd(told) - verb <= 6 ? tree_.SubtreeEnd(told) - 1
                                                                                      : verb;
  }

  static bool IsOpenPronoun(absl::string_view folded) {
    return IsOneOf(folded, {"it", "which", "that", "this", "i", "we", "you", "one"});
  }
  bool IsNamingPronoun(int i) const { return !IsOpenPronoun(tree_[i].folded); }

  bool InQuotes(int i) const {
    int before = 0;
    for (int t = 0; t < i; ++t) before += tree_[t].folded == "\"" ? 1 : 0;
    return before % 2 == 1;
  }

  // "reports in the local media that ...", "Smith's claim that ...".
  void Noun(int noun) {
    const auto said_of = [&](int head) {
      for (int child : tree_.Children(head, {Rel::kAcl, Rel::kCcomp, Rel::kAclRelcl})) {
        if (tree_.MarkOf(child) == "that") return child;
      }
      return -1;
    };
    int said = said_of(noun);
    for (int child : tree_.Children(noun, {Rel::kNmod})) said = said < 0 ? said_of(child) : said;
    if (said < 0) return;
    int source = tree_.Child(noun, Rel::kNmodPoss);
    for (int child : tree_.Children(noun, {Rel::kNmod})) {
      if (source < 0 && IsOneOf(tree_.CaseOf(child), {"in", "by", "from"})) source = child;
    }
    if (source >= 0) Add(tree_.Yield(said), noun, text_.Of(source, kBarePhrase));
  }

  void AccordingTo(int source) {
    int head = tree_[source].head;
    if (head < 0) return;
    // At either end of the sentence, it refers to the whole sentence.
    const int first = tree_.SubtreeBegin(source);
    const int last = tree_.SubtreeEnd(source);
    const bool ends = last == tree_.size() || (last + 1 == tree_.size() && tree_[last].pos == Pos::kPunct);
    if (first == 0 || (ends && (tree_[first].folded == "," || tree_[first - 1].folded == ","))) head = tree_.root();
    Add(Without(tree_.Yield(head), source), source, text_.Of(source, kBarePhrase));
  }

  std::vector<int> Without(std::vector<int> tokens, int part) const {
    tokens.erase(std::remove_if(tokens.begin(), tokens.end(), [&](int t) { return tree_.Under(t, part); }),
                 tokens.end());
    return tokens;
  }

  // ", the AP reports." if the verb was tagged as a noun.
  void NamedReports(int reports) {
    const bool ends = reports + 1 == tree_.size() || IsOneOf(tree_[reports + 1].folded, {",", "."});
    if (!ends || reports < 2) return;
    // The name, possibly with its acronym in brackets.
    int first = reports;
    int entity = -1;
    while (first > 0 && (text_.EntityOf(first - 1) >= 0 || IsOneOf(tree_[first - 1].folded, {"(", ")"}))) {
      entity = std::max(entity, text_.EntityOf(--first));
    }
    if (entity < 0) return;
    if (first > 0 && tree_[first - 1].pos == Pos::kDet) --first;
    if (first == 0 || tree_[first - 1].folded != ",") return;
    std::vector<int> all;
    for (int t = 0; t < tree_.size(); ++t) {
      if (t < first || t > reports) all.push_back(t);
    }
    Add(all, reports, analysis_.entities[static_cast<size_t>(entity)].name);
  }

  // Adds what is said, on both sides of the speaker.
  void Add(const std::vector<int>& tokens, int divider, const std::string& speaker) {
    std::vector<int> sides[2];
    for (int t : tokens) sides[t > divider].push_back(t);
    for (std::vector<int>& side : sides) {
      const auto mute = [&](int t) {
        return tree_[t].pos == Pos::kPunct || (tree_[t].rel == Rel::kMark && tree_[t].folded == "that");
      };
      while (!side.empty() && mute(side.front())) side.erase(side.begin());
      while (!side.empty() && tree_[side.back()].pos == Pos::kPunct) side.pop_back();
      if (side.empty()) continue;
      // "This, the agency reports, is ...": a lone pronoun is not a statement.
      if (side.size() == 1 && tree_[side[0]].pos == Pos::kPron) continue;
      const Token& first = tree_[side.front()];
      const Token& last = tree_[side.back()];
      analysis_.claims.push_back({first.begin, last.end, speaker});
    }
  }

  Analysis& analysis_;
  const Sentence& sentence_;
  Tree tree_;
  PhraseText text_;
};

}  // namespace

void FindClaims(Analysis* analysis) {
  analysis->claims.clear();
  for (uint32_t s = 0; s < analysis->sentences.size(); ++s) ClaimFinder(analysis, s).Run();
  FindQuotations(analysis);
  std::stable_sort(analysis->claims.begin(), analysis->claims.end(), [](const Claim& a, const Claim& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
}

}  // namespace pith::compiler
