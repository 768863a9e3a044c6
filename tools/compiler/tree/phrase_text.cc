#include "tools/compiler/tree/phrase_text.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

// Whether the token is capitalized only because it begins the sentence.
bool IsLoweredAtStart(const Token& token, int i) {
  return i == 0 &&
         (token.folded == "not" || token.pos == Pos::kDet || token.pos == Pos::kAdp || token.pos == Pos::kAdv ||
          token.pos == Pos::kSconj || (token.pos == Pos::kPron && token.folded != "i"));
}

// "some Presbyterians" are not all.
bool IsQuantifier(absl::string_view folded) {
  return IsOneOf(folded, {"some", "any", "no", "few", "many", "most", "several", "all", "both", "every", "each",
                          "either", "neither", "another"});
}

// "the miners" says what "Miners" says.
bool SaysTheSame(absl::string_view phrase, absl::string_view about) {
  absl::ConsumePrefix(&phrase, "the ");
  absl::ConsumePrefix(&about, "the ");
  return absl::EqualsIgnoreCase(phrase, about);
}

}  // namespace

PhraseText::PhraseText(const Analysis& analysis, const Tree& tree, uint32_t sentence)
    : analysis_(&analysis), tree_(&tree), mentions_(tree.sentence().tokens.size()) {
  const auto first = std::lower_bound(analysis.mentions.begin(), analysis.mentions.end(), sentence,
                                      [](const Mention& mention, uint32_t s) { return mention.span.sentence < s; });
  for (auto mention = first; mention != analysis.mentions.end() && mention->span.sentence == sentence; ++mention) {
    for (uint32_t i = mention->span.first; i < mention->span.last; ++i) mentions_[i] = &*mention;
  }
  auto anaphor = std::lower_bound(analysis.anaphors.begin(), analysis.anaphors.end(), sentence,
                                  [](const Anaphor& a, uint32_t s) { return a.sentence < s; });
  for (; anaphor != analysis.anaphors.end() && anaphor->sentence == sentence; ++anaphor) anaphors_.push_back(&*anaphor);
}

const Anaphor* PhraseText::AnaphorAt(int i) const {
  for (const Anaphor* anaphor : anaphors_) {
    if (static_cast<int>(anaphor->token) == i) return anaphor;
  }
  return nullptr;
}

const Mention* PhraseText::MentionAt(int i) const {
  return tree_->Contains(i) ? mentions_[static_cast<size_t>(i)] : nullptr;
}

int PhraseText::EntityOf(int i) const {
  const Mention* mention = MentionAt(i);
  if (mention == nullptr) return -1;
  // In a longer phrase ("Smith's house"), the mention is only a part.
  const int head = (*tree_)[i].head;
  if (head >= 0 && MentionAt(head) == mention && (*tree_)[i].rel == Rel::kConj) return -1;
  return static_cast<int>(mention->entity);
}

std::string PhraseText::MeaningOf(int i) const {
  if ((*tree_)[i].pos != Pos::kPron) return "";
  if (const Anaphor* anaphor = AnaphorAt(i)) return anaphor->phrase;
  const int entity = EntityOf(i);
  return entity < 0 ? "" : analysis_->entities[static_cast<size_t>(entity)].name;
}

int PhraseText::BearerOf(int i) const {
  if (EntityOf(i) >= 0) return i;
  for (int beside : tree_->Children(i, {Rel::kAppos})) {
    const int entity = EntityOf(beside);
    if (entity >= 0 && analysis_->entities[static_cast<size_t>(entity)].type == NameType::kPerson) return beside;
    // "the third candidate, the pharmacist Leo Odell"
    for (int name : tree_->Children(beside, {Rel::kAppos, Rel::kFlat})) {
      const int own = EntityOf(name);
      if (own >= 0 && analysis_->entities[static_cast<size_t>(own)].type == NameType::kPerson) return name;
    }
  }
  return i;
}

std::string PhraseText::Of(const std::vector<int>& tokens, int head, absl::string_view about) const {
  // The whole phrase is one mention: use its full name.
  const Mention* whole = head >= 0 ? MentionAt(head) : nullptr;
  if (whole != nullptr) {
    const bool person = whole->named && analysis_->entities[whole->entity].type == NameType::kPerson;
    const bool alone = std::all_of(tokens.begin(), tokens.end(), [&](int i) {
      const Token& token = (*tree_)[i];
      // "Peruvian minister Ana Ruiz": a person's name needs no description.
      if (person && i < static_cast<int>(whole->span.first)) return true;
      return MentionAt(i) == whole || (token.pos == Pos::kDet && !IsQuantifier(token.folded)) || token.folded == "'s" ||
             token.folded == "'" || (token.pos == Pos::kPunct && i < static_cast<int>(whole->span.first));
    });
    if (alone) return analysis_->entities[whole->entity].name;
  }
  std::string text;
  std::vector<int> run;
  const auto flush = [&] {
    if (run.empty()) return;
    const Token& first = (*tree_)[run.front()];
    std::string piece = TextOf(analysis_->article, tree_->sentence(), run);
    const bool inside = run.front() == 0 && !text.empty() && first.pos != Pos::kPropn && first.folded != "i";
    // "THE MILL" stays as it is.
    const bool capitals = piece.size() > 1 && absl::ascii_isupper(static_cast<unsigned char>(piece[1]));
    if (!piece.empty() && !capitals && (inside || IsLoweredAtStart(first, run.front()))) {
      piece[0] = absl::ascii_tolower(static_cast<unsigned char>(piece[0]));
    }
    const bool touches = run.front() > 0 && !text.empty() &&
                         ((*tree_)[run.front() - 1].end == first.begin || first.folded == "'s" ||
                          (first.pos == Pos::kPunct && first.folded != "("));
    if (!text.empty() && !touches) text += ' ';
    text += piece;
    run.clear();
  };
  for (size_t k = 0; k < tokens.size(); ++k) {
    const int i = tokens[k];
    // A sentence's beginning within a phrase begins nothing.
    if (i == 0) flush();
    if (const Anaphor* anaphor = AnaphorAt(i); anaphor != nullptr && !SaysTheSame(anaphor->phrase, about)) {
      flush();
      absl::StrAppend(&text, text.empty() ? "" : " ", anaphor->phrase);
      if ((*tree_)[i].rel == Rel::kNmodPoss) text += absl::EndsWith(text, "s") ? "'" : "'s";
      continue;
    }
    const Mention* mention = MentionAt(i);
    const bool person = mention != nullptr && analysis_->entities[mention->entity].type == NameType::kPerson;
    // Inside a phrase, only persons' short names and resolved pronouns are spelled out, and only if they are complete.
    const bool complete =
        mention != nullptr && k + mention->span.last - mention->span.first <= tokens.size() &&
        i == static_cast<int>(mention->span.first) &&
        tokens[k + mention->span.last - mention->span.first - 1] == static_cast<int>(mention->span.last) - 1;
    // "US President Ruiz": the full name would not fit what comes before it.
    const bool described = complete && mention->named && k > 0 && tokens[k - 1] == i - 1 &&
                           IsTitle((*tree_)[i].folded) &&
                           ((*tree_)[i - 1].pos == Pos::kPropn || (*tree_)[i - 1].pos == Pos::kAdj);
    const bool known =
        mention != nullptr && !mention->named &&
        (analysis_->entities[mention->entity].name == about || ReflexivePronouns().Has((*tree_)[i].folded));
    if (!complete || described || known || (mention->named && !person)) {
      run.push_back(i);
      continue;
    }
    // "the mayor Ana Ruiz" is Ana Ruiz.
    const bool titled = mention->named && !run.empty() && run.back() == i - 1 && (*tree_)[i - 1].folded == "the" &&
                        (*tree_)[i].pos == Pos::kNoun;
    if (titled) run.pop_back();
    flush();
    const bool leans = i > 0 && !text.empty() && (*tree_)[i - 1].end == (*tree_)[i].begin;
    if (!text.empty() && !leans) text += ' ';
    absl::StrAppend(&text, analysis_->entities[mention->entity].name);
    k += mention->span.last - mention->span.first - 1;
    const bool possessive = (*tree_)[i].pos == Pos::kPron && (*tree_)[i].rel == Rel::kNmodPoss;
    // "Thomas' sister" is Thomas Sam's.
    const bool clitic = k + 1 < tokens.size() && tokens[k + 1] == tokens[k] + 1 &&
                        (*tree_)[tokens[k + 1]].folded == "'" && (*tree_)[tokens[k + 1]].rel == Rel::kCase;
    if (possessive || clitic) text += absl::EndsWith(text, "s") ? "'" : "'s";
    k += clitic;
  }
  flush();
  return text;
}

}  // namespace pith::compiler
