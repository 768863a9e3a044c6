#include "tools/compiler/names/name_repair.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "tools/compiler/lexicon/first_names.h"
#include "tools/compiler/lexicon/name_words.h"
#include "tools/compiler/lexicon/noun_kinds.h"
#include "tools/compiler/lexicon/speech_verbs.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/compiler/names/name_forms.h"
#include "tools/compiler/tree/tree.h"

namespace pith::compiler {
namespace {

constexpr uint32_t kMaxExpansionTokens = 16;

bool IsCapitalized(const Analysis& analysis, const Token& token) {
  const absl::string_view text = TextOf(analysis.article, token);
  return !text.empty() && (absl::ascii_isupper(static_cast<unsigned char>(text[0])) ||
                           (static_cast<unsigned char>(text[0]) >= 0x80 && token.pos == Pos::kPropn));
}

// The names of one sentence.
class SentenceNames {
 public:
  SentenceNames(const Analysis& analysis, uint32_t sentence, std::vector<Name>* names)
      : analysis_(analysis), number_(sentence), sentence_(analysis.sentences[sentence]), names_(*names) {}

  void Run() {
    for (Name& name : names_) {
      CutEnd(&name);
      JoinHyphenated(&name);
    }
    JoinPersons();
    for (Name& name : names_) CutOffice(&name);
    for (uint32_t i = 2; i + 1 < Size(); ++i) {
      if (IsOneOf(sentence_.tokens[i - 1].folded, {"(", "["}) && IsOneOf(sentence_.tokens[i + 1].folded, {")", "]"})) {
        Bracketed(i);
      }
    }
    std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.span.first < b.span.first; });
  }

 private:
  uint32_t Size() const { return static_cast<uint32_t>(sentence_.tokens.size()); }
  bool Touch(uint32_t i) const { return sentence_.tokens[i - 1].end == sentence_.tokens[i].begin; }
  bool IsHyphen(uint32_t i) const { return sentence_.tokens[i].folded == "-" && Touch(i) && Touch(i + 1); }

  const Name* NameAt(uint32_t i) const {
    for (const Name& name : names_) {
      if (name.span.first <= i && i < name.span.last) return &name;
    }
    return nullptr;
  }

  bool MayJoin(uint32_t i) const { return IsCapitalized(analysis_, sentence_.tokens[i]) && NameAt(i) == nullptr; }

  void JoinHyphenated(Name* name) {
    uint32_t& first = name->span.first;
    uint32_t& last = name->span.last;
    while (first >= 2 && IsHyphen(first - 1) && MayJoin(first - 2)) first -= 2;
    while (last + 1 < Size() && IsHyphen(last) && MayJoin(last + 1)) last += 2;
  }

  // No name ends with "of".
  void CutEnd(Name* name) const {
    uint32_t& last = name->span.last;
    while (last > name->span.first + 1) {
      const Token& token = sentence_.tokens[last - 1];
      const bool joins = token.pos == Pos::kAdp || token.pos == Pos::kCconj || token.pos == Pos::kDet;
      if (!joins || IsCapitalized(analysis_, token)) break;
      --last;
    }
    if (name->span.head >= last) name->span.head = last - 1;
  }

  // Joins a person's names at a hyphen if one side was tagged as another name: "Kim-Min Park", "Ana Ruiz-Vega". Two
  // names of one word each may also be two things ("Paris-Dakar").
  void JoinPersons() {
    const auto is_person = [](const Name& name) {
      return name.type == NameType::kPerson && name.span.last - name.span.first > 1;
    };
    const auto is_word = [](const Name& name) { return name.span.last - name.span.first == 1; };
    for (size_t i = 0; i + 1 < names_.size();) {
      Name& left = names_[i];
      const Name right = names_[i + 1];
      const bool hyphen = left.span.last + 1 == right.span.first && IsHyphen(left.span.last);
      if (!hyphen || !((is_person(left) && is_word(right)) || (is_word(left) && is_person(right)))) {
        ++i;
        continue;
      }
      left.span.last = right.span.last;
      left.type = NameType::kPerson;
      names_.erase(names_.begin() + static_cast<ptrdiff_t>(i) + 1);
    }
  }

  // "US President Ana Ruiz": what comes before the office is not part of the person's name.
  void CutOffice(Name* name) {
    if (name->type != NameType::kPerson) return;
    for (uint32_t i = name->span.first + 1; i + 1 < name->span.last; ++i) {
      if (!Offices().Has(sentence_.tokens[i].folded)) {
        continue;
      }
      while (i > name->span.first && IsTitleModifier(sentence_.tokens[i - 1].folded)) --i;
      name->span.first = i;
      while (name->span.head < i) ++name->span.head;
      return;
    }
  }

  // Token `at` stands alone in brackets. Its long form is the shortest run of words before it that has these initials.
  void Bracketed(uint32_t at) {
    const std::string letters(TextOf(analysis_.article, sentence_.tokens[at]));
    if (!LooksLikeAcronym(letters)) return;
    const uint32_t last = at - 1;
    for (uint32_t first = last; first-- > 0 && last - first <= kMaxExpansionTokens;) {
      if (!IsCapitalized(analysis_, sentence_.tokens[first])) continue;
      if (!IsAcronymOf(letters, NameWords(sentence_, first, last))) continue;
      NameType type = NameType::kOrganization;
      for (const Name& name : names_) {
        if (name.span.first == first && name.span.last == last) type = name.type;
      }
      Replace(first, last, type);
      Replace(at, at + 1, type);
      return;
    }
  }

  void Replace(uint32_t first, uint32_t last, NameType type) {
    names_.erase(std::remove_if(names_.begin(), names_.end(),
                                [&](const Name& name) { return name.span.first < last && first < name.span.last; }),
                 names_.end());
    names_.push_back({{number_, first, last, first}, type});
  }

  const Analysis& analysis_;
  uint32_t number_;
  const Sentence& sentence_;
  std::vector<Name>& names_;
};

// The words of an article by how it writes them where nothing else asks for a capital.
struct WordsByCase {
  absl::flat_hash_set<std::string> lower, capital;
};

WordsByCase WordsOf(const Analysis& analysis) {
  WordsByCase words;
  for (const Sentence& sentence : analysis.sentences) {
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      const bool opens = i == 0 || sentence.tokens[i - 1].pos == Pos::kPunct;
      if (!IsCapitalized(analysis, token)) {
        words.lower.insert(token.folded);
      } else if (!opens && !sentence.heading) {
        words.capital.insert(token.folded);
      }
    }
  }
  return words;
}

// Whether a word that begins a sentence is one of the block's common nouns, and not a name that is such a word too
// ("Rose", "Baker", "Apple announced").
bool IsCommonNoun(const Language& language, const Sentence& sentence, size_t at) {
  const Token& token = sentence.tokens[at];
  if (at + 1 < sentence.tokens.size() && sentence.tokens[at + 1].pos == Pos::kPropn) return false;  // "Android Wear"
  const bool speaks = token.rel == Rel::kNsubj && token.head >= 0 &&
                      IsSpeechVerb(sentence.tokens[static_cast<size_t>(token.head)].lemma);
  if (speaks || GenderOfFirstName(token.folded) != Gender::kUnknown) return false;
  switch (NounClassOf(language, token.folded)) {
    case NounClass::kNone:
    case NounClass::kOrganization:
    case NounClass::kCountry:
    case NounClass::kCity:
    case NounClass::kPlace:
    case NounClass::kLanguage:
    case NounClass::kName:
      return false;
    case NounClass::kPerson:
    case NounClass::kPeople:
      return absl::EndsWith(token.folded, "s");
    default:
      return true;
  }
}

// Whether what was tagged as a name is a common word: it opens a sentence, and the article has it in lower case
// elsewhere, or nowhere with a capital while the block knows it; or it has no capital where others have one.
bool IsNoName(const Language& language, const Article& article, const WordsByCase& words, const Sentence& sentence,
              const Span& span) {
  if (span.last - span.first != 1) return false;
  const Token& token = sentence.tokens[span.first];
  if (words.capital.contains(token.folded)) return false;
  const absl::string_view text = TextOf(article, token);
  if (!words.capital.empty() && std::all_of(text.begin(), text.end(), absl::ascii_islower)) return true;
  if (span.first != 0) return false;
  return words.lower.contains(token.folded) || IsCommonNoun(language, sentence, span.first);
}

// "Will Kerr said", where the parser took the first name for a helper verb: no statement begins with "will".
void TakeFirstName(const Article& article, Sentence* sentence, Name* name) {
  const uint32_t first = name->span.first;
  if (name->type != NameType::kPerson || first == 0 || sentence->tokens.back().folded == "?") return;
  Token& before = sentence->tokens[first - 1];
  if (TextOf(article, before) != "Will" || before.pos != Pos::kAux) return;
  const Token& head = sentence->tokens[name->span.head];
  if (before.head >= 0 && before.head == head.head) before.rel = head.rel;
  before.pos = Pos::kPropn;
  name->span.first = first - 1;
}

// A name is one unit: of several words in it with heads outside it, the first becomes the head of the others.
// `tree` is the sentence's; only its heads are read, which change here.
void HoldTogether(const Name& name, const Tree& tree, Sentence* sentence) {
  const auto first = static_cast<int>(name.span.first);
  const auto last = static_cast<int>(name.span.last);
  int head = -1;
  for (int i = first; i < last; ++i) {
    if ((tree[i].head >= first && tree[i].head < last) || tree[i].pos == Pos::kPunct) continue;
    // The head of the clause itself cannot be moved, and a word above the name's head would close a cycle.
    if (head < 0) {
      head = tree[i].pos == Pos::kPropn || tree[i].pos == Pos::kNoun ? i : -1;
    } else if (tree[i].head >= 0 && !tree.Under(head, i)) {
      sentence->tokens[static_cast<size_t>(i)].head = head;
      sentence->tokens[static_cast<size_t>(i)].rel = Rel::kFlat;
    }
  }
}

// "the minister, Ana Ruiz, said" parsed with two subjects: a verb has only one.
void JoinSubjects(Sentence* sentence) {
  const Tree tree(*sentence);
  std::vector<std::pair<int, int>> found;
  for (int verb = 0; verb < tree.size(); ++verb) {
    const std::vector<int> subjects = tree.Children(verb, {Rel::kNsubj, Rel::kNsubjPass});
    if (subjects.size() != 2 || tree[subjects[0]].pos == Pos::kPron || tree[subjects[1]].pos != Pos::kPropn) continue;
    const int begin = tree.SubtreeBegin(subjects[1]);
    const bool comma = begin > subjects[0] && tree[begin].folded != "," && begin > 0 && tree[begin - 1].folded == ",";
    // "his father Leo Odell said"
    const bool touching = tree.SubtreeEnd(subjects[0]) == begin && tree.Has(subjects[0], Rel::kNmodPoss) &&
                          IsPersonNoun(tree[subjects[0]]);
    if (comma || touching) found.emplace_back(subjects[0], subjects[1]);
  }
  const auto hang = [&](int i, int head, Rel rel) {
    Token& token = sentence->tokens[static_cast<size_t>(i)];
    token.head = head;
    token.rel = rel;
  };
  for (const auto& [described, name] : found) hang(name, described, Rel::kAppos);
  // "said the Union - a league of towns - would pay", where the name was parsed as a clause: it is the subject, and
  // what follows describes it.
  for (int verb = 0; verb < tree.size(); ++verb) {
    const std::vector<int> said = tree.Children(verb, {Rel::kCcomp});
    if (said.size() != 2 || tree[said[0]].pos != Pos::kPropn || tree.IsClause(said[0])) continue;
    const int subject = tree.Child(said[1], Rel::kNsubj);
    if (subject < 0 || tree[subject].pos != Pos::kNoun) continue;
    const int end = tree.SubtreeEnd(said[0]);
    const int begin = tree.SubtreeBegin(subject);
    if (begin != end && !(begin == end + 1 && tree[end].pos == Pos::kPunct)) continue;
    hang(said[0], said[1], Rel::kNsubj);
    hang(subject, said[0], Rel::kAppos);
  }
}

// The last words, as written, of the full names of persons.
std::set<std::string> Surnames(const Analysis& analysis) {
  std::set<std::string> surnames;
  for (const Name& name : analysis.names) {
    if (name.type != NameType::kPerson || name.span.last - name.span.first < 2) continue;
    const Token& last = analysis.sentences[name.span.sentence].tokens[name.span.last - 1];
    if (last.folded.size() > 2 && IsCapitalized(analysis, last)) surnames.emplace(TextOf(analysis.article, last));
  }
  return surnames;
}

// "Jobs announced": a surname that stands alone and was not tagged as a name. At the start of a sentence every word has
// a capital, so there it must be tagged as a proper noun or be the subject of a verb of speech.
void AddSurnames(const Analysis& analysis, const std::set<std::string>& surnames, uint32_t number,
                 std::vector<Name>* names) {
  const std::vector<Token>& tokens = analysis.sentences[number].tokens;
  const auto capital = [&](size_t i) { return i < tokens.size() && IsCapitalized(analysis, tokens[i]); };
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (token.pos != Pos::kPropn && token.pos != Pos::kNoun) continue;
    if (capital(i + 1) || (i > 1 && capital(i - 1)) ||
        surnames.count(std::string(TextOf(analysis.article, token))) == 0) {
      continue;
    }
    const auto at = static_cast<uint32_t>(i);
    const bool taken = std::any_of(names->begin(), names->end(),
                                   [at](const Name& name) { return name.span.first <= at && at < name.span.last; });
    const bool speaks =
        token.rel == Rel::kNsubj && token.head >= 0 && IsSpeechVerb(tokens[static_cast<size_t>(token.head)].lemma);
    if (taken || (i == 0 && token.pos != Pos::kPropn && !speaks)) continue;
    names->push_back({{number, at, at + 1, at}, NameType::kPerson});
  }
  std::sort(names->begin(), names->end(), [](const Name& a, const Name& b) { return a.span.first < b.span.first; });
}

}  // namespace

void RepairNames(const Language& language, Analysis* analysis) {
  const std::set<std::string> surnames = Surnames(*analysis);
  const WordsByCase words = WordsOf(*analysis);
  std::vector<Name> repaired;
  size_t next = 0;
  for (uint32_t s = 0; s < analysis->sentences.size(); ++s) {
    std::vector<Name> names;
    for (; next < analysis->names.size() && analysis->names[next].span.sentence == s; ++next) {
      if (IsNoName(language, analysis->article, words, analysis->sentences[s], analysis->names[next].span)) continue;
      names.push_back(analysis->names[next]);
    }
    SentenceNames(*analysis, s, &names).Run();
    if (!surnames.empty()) AddSurnames(*analysis, surnames, s, &names);
    for (Name& name : names) TakeFirstName(analysis->article, &analysis->sentences[s], &name);
    if (!names.empty()) {
      const Tree tree(analysis->sentences[s]);
      for (const Name& name : names) {
        if (name.span.last - name.span.first > 1) HoldTogether(name, tree, &analysis->sentences[s]);
      }
    }
    JoinSubjects(&analysis->sentences[s]);
    repaired.insert(repaired.end(), names.begin(), names.end());
  }
  analysis->names = std::move(repaired);
}

}  // namespace pith::compiler
