#include "tools/compiler/suggest/wording.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/question_words.h"
#include "tools/compiler/lexicon/time_nouns.h"
#include "tools/compiler/lexicon/word_list.h"

namespace pith::compiler {
namespace {

// Words that only the surrounding text explains, or that make a poor question.
bool PointsElsewhere(const Token& token) {
  if (IsOneOf(token.folded, {"others", "hers", "theirs", "mine", "ours", "yours"}) ||
      (token.pos == Pos::kPart && token.folded == "not"))
    return true;
  if (token.pos == Pos::kDet || token.pos == Pos::kPron || token.pos == Pos::kAdj || token.pos == Pos::kAdv ||
      token.pos == Pos::kAdp) {
    if (IsDeicticModifier(token.folded)) {
      // The "most" of a superlative comes before its adjective.
      return !(token.folded == "most" && token.rel == Rel::kAdvmod);
    }
  }
  return IsDeicticWord(token.folded);
}

bool IsPlainMark(absl::string_view folded) { return IsOneOf(folded, {"-", "'", "’", ".", "–"}); }

// "Wu Chi" in "Wu Chi-wai": an adjacent token follows without a space.
bool IsCutOff(const Tree& tree, const std::vector<int>& tokens) {
  const int first = tokens.front(), next = tokens.back() + 1;
  const auto joins = [&](int t) { return tree[t].pos != Pos::kPunct || tree[t].folded == "-"; };
  if (first > 0 && tree[first - 1].end == tree[first].begin && joins(first - 1)) return true;
  return next < tree.size() && tree[next - 1].end == tree[next].begin && joins(next) &&
         !absl::StartsWith(tree[next].folded, "'");
}

// Whether the article speaks of one thing of this kind only: "the interval", never "another interval" or "intervals".
bool IsTheOnlyOne(const SentenceReading& reading, int noun) {
  const Token& sought = reading.tree()[noun];
  // Of people and their companies the text as a rule has a name.
  const bool animal = IsOneOf(sought.lemma, {"female", "male"});
  const bool named =
      (IsPersonNoun(sought) && !animal) || IsOneOf(sought.lemma, {"company", "firm", "organization", "organisation",
                                                                  "club", "team", "party", "agency", "council"});
  if (sought.pos != Pos::kNoun || IsTimeNoun(sought.lemma) || named) return false;
  bool introduced = false;
  for (const Sentence& sentence : reading.analysis().sentences) {
    for (size_t t = 0; t < sentence.tokens.size(); ++t) {
      const Token& token = sentence.tokens[t];
      if (token.lemma != sought.lemma) continue;
      if (token.folded != sought.folded) return false;
      size_t first = t;
      while (first > 0 && IsOneOf(sentence.tokens[first - 1].rel, {Rel::kAmod, Rel::kCompound, Rel::kNummod})) --first;
      const absl::string_view before = first == 0 ? absl::string_view() : sentence.tokens[first - 1].folded;
      if (IsOneOf(before, {"a", "an"}) && introduced) return false;
      if (!IsOneOf(before, {"the", "a", "an", ""})) return false;
      introduced = true;
    }
  }
  return true;
}

// "the roof" alone: which one?
bool IsOpenNoun(const SentenceReading& reading, const std::vector<int>& tokens, int noun) {
  const Tree& tree = reading.tree();
  if (tree[noun].pos != Pos::kNoun) return false;
  const int det = tree.Child(noun, Rel::kDet);
  if (det < 0 || tree[det].folded != "the") return false;
  const bool vague =
      IsOneOf(tree[noun].lemma, {"term", "word", "name", "idea", "concept", "process", "effect", "result", "thing",
                                 "problem", "method", "fact", "number", "case", "work"});
  if (!vague && (reading.IsTopic(noun) || IsTheOnlyOne(reading, noun))) return false;
  for (int t : tokens) {
    if (t == noun || !tree.Under(t, noun)) continue;
    const Token& token = tree[t];
    if (token.pos == Pos::kPropn || token.pos == Pos::kNum || reading.text().EntityOf(t) >= 0) return false;
    if (token.head == noun && token.rel == Rel::kNmod) return false;  // that noun is checked separately
    if (token.pos == Pos::kAdj && (absl::EndsWith(token.folded, "est") || token.folded == "most" ||
                                   IsOneOf(token.folded, {"first", "second", "third", "last", "only", "best"}))) {
      return false;
    }
  }
  return true;
}

// Whether the sentence's first word, token `at`, is capitalized only because it is first.
bool IsLowerWithin(const Analysis& analysis, const Tree& tree, int at, int next) {
  const Token& first = tree[at];
  if (first.pos == Pos::kDet) return true;
  if (first.pos == Pos::kPropn || first.name != NameType::kNone) return false;
  if (next > 0 && next < tree.size() && tree[next].pos == Pos::kPropn &&
      (first.pos == Pos::kNoun || first.pos == Pos::kAdj))
    return false;
  if (first.pos == Pos::kNoun && next > 0 && tree[next].pos == Pos::kNum) return false;  // "Number 29"
  if (first.pos != Pos::kAdj && first.pos != Pos::kNoun) return true;
  // "Mexican": seldom lower-case. The rest of the article may tell.
  for (const Sentence& sentence : analysis.sentences) {
    for (size_t t = 1; t < sentence.tokens.size(); ++t) {
      if (sentence.tokens[t].folded == first.folded && sentence.tokens[t].begin != first.begin) {
        return absl::ascii_islower(static_cast<unsigned char>(analysis.article.text[sentence.tokens[t].begin]));
      }
    }
  }
  return first.pos == Pos::kNoun || !(absl::EndsWith(first.folded, "an") || absl::EndsWith(first.folded, "ish") ||
                                      absl::EndsWith(first.folded, "ese") || absl::EndsWith(first.folded, "ch"));
}

// What a question calls the entity: a person by the full name, since who has not read the text does not know the
// surname alone, anything else by the name that the article last used before byte `begin`.
std::string QuestionNameOf(const Analysis& analysis, int entity, uint32_t begin) {
  std::string name = analysis.entities[static_cast<size_t>(entity)].name;
  if (analysis.entities[static_cast<size_t>(entity)].type == NameType::kPerson) return name;
  for (const Mention& mention : analysis.mentions) {
    const std::vector<Token>& tokens = analysis.sentences[mention.span.sentence].tokens;
    if (tokens[mention.span.first].begin >= begin) break;
    if (!mention.named || static_cast<int>(mention.entity) != entity) continue;
    name = TextOf(analysis, mention.span);
    // "the Torre Balmori"
    const bool the = mention.span.first > 0 && tokens[mention.span.first - 1].folded == "the";
    if (the) name.insert(0, "the ");
  }
  return name;
}

// The full name of a person whom the text calls `name` by the surname; `name` where two have it, or none.
std::string FullNameOf(const Analysis& analysis, int entity, const std::string& name) {
  const std::string end = absl::StrCat(" ", name);
  const auto bears = [&](const Entity& e) { return e.type == NameType::kPerson && absl::EndsWith(e.name, end); };
  if (!bears(analysis.entities[static_cast<size_t>(entity)])) return name;
  const bool one = std::count_if(analysis.entities.begin(), analysis.entities.end(), bears) == 1;
  return one ? analysis.entities[static_cast<size_t>(entity)].name : name;
}

// "The ship broke its moorings": the thing without a name that is the subject of the pronoun's clause has it.
bool IsOwnedBySubject(const SentenceReading& reading, int pronoun) {
  const Tree& tree = reading.tree();
  if (tree[pronoun].rel != Rel::kNmodPoss || reading.text().EntityOf(pronoun) >= 0) return false;
  const int subject = tree.Child(tree.ClauseAround(pronoun), {Rel::kNsubj, Rel::kNsubjPass});
  const std::string meant = reading.text().MeaningOf(pronoun);
  return subject >= 0 && subject < pronoun && tree[subject].pos == Pos::kNoun &&
         absl::EndsWith(absl::AsciiStrToLower(meant), absl::StrCat(" ", tree[subject].folded));
}

// What the pronoun means, if it has no name and the beginning of the article tells which one: "the bell".
std::string TopicMeant(const SentenceReading& reading, int pronoun) {
  const std::string meant = reading.text().EntityOf(pronoun) < 0 ? reading.text().MeaningOf(pronoun) : "";
  const std::string noun = absl::AsciiStrToLower(meant.substr(meant.rfind(' ') + 1));
  if (noun.empty() || absl::ascii_isdigit(static_cast<unsigned char>(noun.back()))) return "";
  const Analysis& analysis = reading.analysis();
  // Of people the text as a rule has a name.
  if (IsOneOf(reading.tree()[pronoun].folded, {"he", "she", "his", "her", "him", "hers"})) return "";
  if (absl::StrContains(absl::AsciiStrToLower(analysis.article.title), noun)) return meant;
  for (size_t s = 0; s < std::min<size_t>(2, analysis.sentences.size()); ++s) {
    for (const Token& token : analysis.sentences[s].tokens) {
      if (token.folded == noun && s < reading.number()) return meant;
    }
  }
  return "";
}

bool IsAllOf(const SentenceReading& reading, const std::vector<int>& tokens, int entity) {
  return std::all_of(tokens.begin(), tokens.end(), [&](int t) { return reading.text().EntityOf(t) == entity; });
}

// "this house" of a text about the house.
bool IsThisTopic(const SentenceReading& reading, int det) {
  const Tree& tree = reading.tree();
  const int noun = tree[det].head;
  return tree[det].rel == Rel::kDet && tree[det].folded == "this" && tree[noun].pos == Pos::kNoun &&
         !IsTimeNoun(tree[noun].lemma) && reading.IsTopic(noun);
}

// The tokens as written, but with names for pronouns that do not mean `self`.
std::string Render(const SentenceReading& reading, const std::vector<int>& tokens, int self) {
  const Tree& tree = reading.tree();
  const Article& article = reading.analysis().article;
  std::string text;
  std::vector<int> run;
  const auto add = [&](absl::string_view piece, int first) {
    const bool touches = !text.empty() && first > 0 && tree[first - 1].end == tree[first].begin;
    absl::StrAppend(&text, text.empty() || touches ? "" : " ", piece);
  };
  const auto flush = [&] {
    if (!run.empty()) add(TextOf(article, tree.sentence(), run), run.front());
    run.clear();
  };
  for (int t : tokens) {
    const int entity = tree[t].pos == Pos::kPron ? reading.text().EntityOf(t) : -1;
    if (IsThisTopic(reading, t)) {
      flush();
      add("the", t);
      continue;
    }
    const bool stays = tree[t].pos != Pos::kPron || IsOwnedBySubject(reading, t) || (entity >= 0 && entity == self);
    if (stays) {
      run.push_back(t);
      continue;
    }
    flush();
    std::string name = entity < 0 ? TopicMeant(reading, t) : QuestionNameOf(reading.analysis(), entity, tree[t].begin);
    if (tree[t].rel == Rel::kNmodPoss) name += absl::EndsWith(name, "s") ? "'" : "'s";
    add(name, t);
  }
  flush();
  return text;
}

}  // namespace

std::optional<Wording> WordPhrase(const SentenceReading& reading, std::vector<int> tokens, int head, int self) {
  const Tree& tree = reading.tree();
  Wording out;
  bool keeps_pronoun = false, gives_name = false;
  int marks = 0;
  if (tokens.empty() || IsCutOff(tree, tokens)) return std::nullopt;
  // "Ana Ruiz and her son": the phrase itself says whose.
  for (int t : tokens) {
    if (self < 0 && tree[t].pos == Pos::kPropn) self = reading.text().EntityOf(t);
  }
  for (size_t k = 0; k < tokens.size(); ++k) {
    const int t = tokens[k];
    const Token& token = tree[t];
    const int entity = reading.text().EntityOf(t);
    // "How many suckers does each arm carry?"
    const bool each =
        token.folded == "each" && token.rel == Rel::kDet && token.head == head && tree[head].pos == Pos::kNoun;
    if ((PointsElsewhere(token) && !IsThisTopic(reading, t) && !each) || token.rel == Rel::kCcPreconj)
      return std::nullopt;
    // "the way photo booths the flash": an article in the middle of a phrase begins another one.
    if (k > 0 && token.pos == Pos::kDet && IsOneOf(token.folded, {"the", "a", "an"})) {
      const Pos before = tree[tokens[k - 1]].pos;
      if (before == Pos::kNoun || before == Pos::kPropn || before == Pos::kAdj || before == Pos::kNum) {
        return std::nullopt;
      }
    }
    if (token.pos == Pos::kX || token.pos == Pos::kSym || token.pos == Pos::kIntj) return std::nullopt;
    if (token.pos == Pos::kPron) {
      const bool owned = IsOwnedBySubject(reading, t);
      if (entity < 0 && !owned && TopicMeant(reading, t).empty()) return std::nullopt;
      const bool stays = owned || (entity >= 0 && entity == self);
      (stays ? keeps_pronoun : gives_name) = true;
      if (!stays) out.resolved = true;
      if (!stays && entity >= 0) out.named = true;
    }
    if (token.pos == Pos::kPunct) {
      if (token.folded == ",") {
        ++marks;
        // "place, and entertainment": two clauses misread as two nouns.
        if (marks == 1 && k + 1 < tokens.size() && tree[tokens[k + 1]].pos == Pos::kCconj) return std::nullopt;
      } else if (!IsPlainMark(token.folded) || (token.folded != "'" && token.folded != "’" && token.folded != "." &&
                                                t > 0 && tree[t - 1].end != token.begin)) {
        return std::nullopt;
      }
    }
    if (token.pos == Pos::kPropn || (token.pos != Pos::kPron && entity >= 0)) out.named = true;
    if (IsOpenNoun(reading, tokens, t)) out.open = true;
    // "destroyed a third": of what?
    if (IsShare(token.lemma) && token.pos == Pos::kNoun && t == head && !tree.Has(t, Rel::kNmod)) return std::nullopt;
  }
  if (keeps_pronoun && gives_name) return std::nullopt;
  // Commas are allowed only in lists.
  if (marks > 0 && !tree.Has(head, Rel::kConj)) return std::nullopt;
  const int described = tree[head].pos == Pos::kNoun ? reading.text().EntityOf(head) : -1;
  if (described >= 0 && described != self && IsAllOf(reading, tokens, described)) {
    // "the club", if it is known which one.
    out.text = QuestionNameOf(reading.analysis(), described, tree[tokens.front()].begin);
    out.named = out.resolved = out.described = true;
    out.open = false;
  } else {
    out.text = Render(reading, tokens, self);
    const int named = tree[head].pos == Pos::kPropn ? reading.text().EntityOf(head) : -1;
    if (named >= 0 && IsAllOf(reading, tokens, named)) out.text = FullNameOf(reading.analysis(), named, out.text);
  }
  // "the Countess": of which family?
  if (out.text.empty() || (out.resolved && IsTitle(absl::AsciiStrToLower(out.text)))) return std::nullopt;
  // The sentence's first word loses its capital, unless it begins a name or an acronym.
  const auto first = static_cast<int>(tree.sentence().dateline);
  if (tokens.front() == first && tree[first].pos != Pos::kPron && !out.described &&
      !(out.text.size() > 1 && absl::ascii_isupper(static_cast<unsigned char>(out.text[1]))) &&
      IsLowerWithin(reading.analysis(), tree, first, tokens.size() > 1 ? tokens[1] : -1)) {
    out.text[0] = absl::ascii_tolower(static_cast<unsigned char>(out.text[0]));
  }
  out.tokens = std::move(tokens);
  return out;
}

bool IsPersonal(const SentenceReading& reading, const Language& language, int i) {
  if (reading.tree()[i].pos != Pos::kNoun) return reading.TypeOf(i) == NameType::kPerson;
  const NounClass noun = NounClassOf(language, reading.tree()[i].lemma);
  return noun == NounClass::kPerson || noun == NounClass::kPeople;
}

bool IsOrganization(const SentenceReading& reading, const Language& language, int i) {
  if (reading.tree()[i].pos != Pos::kNoun) return reading.TypeOf(i) == NameType::kOrganization;
  return NounClassOf(language, reading.tree()[i].lemma) == NounClass::kOrganization;
}

bool IsCurrency(absl::string_view unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), absl::ascii_isupper);
}

bool IsMeasure(const Language& language, absl::string_view lemma) {
  const NounClass noun = NounClassOf(language, lemma);
  return noun == NounClass::kUnit || noun == NounClass::kTimeUnit || noun == NounClass::kTime ||
         noun == NounClass::kQuantity || noun == NounClass::kMoney;
}

bool IsPlural(const Tree& tree, int i) {
  const Token& token = tree[i];
  for (int conjunct : tree.Children(i, {Rel::kConj})) {
    const int cc = tree.Child(conjunct, Rel::kCc);
    if (cc < 0 || tree[cc].folded != "or") return true;
  }
  if (IsOneOf(token.folded, {"people", "police", "they"})) return true;
  return token.pos == Pos::kNoun && token.lemma != token.folded;
}

}  // namespace pith::compiler
