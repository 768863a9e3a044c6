#include "tests/compiler/write/written.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tools/compiler/models/labels.h"
#include "tools/compiler/text/dateline.h"

namespace pith::compiler {
namespace {

[[noreturn]] void Die(int line, absl::string_view what) {
  std::fprintf(stderr, "line %d: %s\n", line, std::string(what).c_str());
  std::abort();
}

Pos PosNamed(int line, absl::string_view name) {
  for (int i = 0; i < kPosCount; ++i) {
    if (PosName(static_cast<Pos>(i)) == name) return static_cast<Pos>(i);
  }
  Die(line, absl::StrCat("no such part of speech: ", name));
}

Rel RelNamed(int line, absl::string_view name) {
  for (int i = 0; i < kRelCount; ++i) {
    if (RelName(static_cast<Rel>(i)) == name) return static_cast<Rel>(i);
  }
  Die(line, absl::StrCat("no such relation: ", name));
}

void AddSentence(int line, absl::string_view written, bool heading, Analysis* analysis) {
  Sentence sentence;
  sentence.heading = heading;
  std::string& text = analysis->article.text;
  sentence.paragraph = static_cast<uint32_t>(analysis->sentences.size());
  bool opens = true;  // no space before the next word
  if (!text.empty()) text += "\n\n";
  for (absl::string_view piece : absl::StrSplit(written, ' ', absl::SkipEmpty())) {
    const std::vector<std::string> parts = absl::StrSplit(piece, '/');
    Token token;
    if (parts.size() != 4 || !absl::SimpleAtoi(parts[2], &token.head)) Die(line, absl::StrCat("not a word: ", piece));
    --token.head;
    const std::vector<std::string> forms = absl::StrSplit(parts[0], '=');
    token.pos = PosNamed(line, parts[1]);
    token.rel = RelNamed(line, parts[3]);
    token.certainty = 255;  // whoever writes a tree by hand is sure of it
    token.folded = absl::AsciiStrToLower(forms[0]);
    token.lemma = absl::AsciiStrToLower(forms.back());
    const bool leans =
        forms[0] == "'s" || forms[0] == "-" || (token.pos == Pos::kPunct && forms[0] != "(" && forms[0] != "\"");
    if (!opens && !leans) text += ' ';
    opens = forms[0] == "(" || forms[0] == "-";
    token.begin = static_cast<uint32_t>(text.size());
    text += forms[0];
    token.end = static_cast<uint32_t>(text.size());
    sentence.tokens.push_back(std::move(token));
  }
  if (sentence.tokens.empty()) Die(line, "an empty sentence");
  sentence.begin = sentence.tokens.front().begin;
  sentence.end = sentence.tokens.back().end;
  sentence.dateline = DatelineEnd(text, sentence);
  analysis->sentences.push_back(std::move(sentence));
}

// The words' place in the last sentence.
Span Find(int line, absl::string_view words, const Analysis& analysis) {
  if (analysis.sentences.empty()) Die(line, "no sentence yet");
  const std::vector<Token>& tokens = analysis.sentences.back().tokens;
  const std::vector<std::string> wanted = absl::StrSplit(absl::AsciiStrToLower(words), ' ');
  for (size_t first = 0; first + wanted.size() <= tokens.size(); ++first) {
    size_t same = 0;
    while (same < wanted.size() && tokens[first + same].folded == wanted[same]) ++same;
    if (same < wanted.size()) continue;
    Span span = {static_cast<uint32_t>(analysis.sentences.size() - 1), static_cast<uint32_t>(first),
                 static_cast<uint32_t>(first + same), static_cast<uint32_t>(first)};
    for (uint32_t i = span.first; i < span.last; ++i) {
      const int head = tokens[i].head;
      if (head < static_cast<int>(span.first) || head >= static_cast<int>(span.last)) span.head = i;
    }
    return span;
  }
  Die(line, absl::StrCat("not in the sentence: ", words));
}

bool AddMeaning(int line, absl::string_view key, absl::string_view text, Analysis* analysis) {
  const std::vector<std::string> sides = absl::StrSplit(text, " = ");
  const auto side = [&]() -> const std::string& {
    if (sides.size() != 2) Die(line, "expected `words = meaning`");
    return sides[1];
  };
  if (key == "name") {
    const NameType type = side() == "person"         ? NameType::kPerson
                          : side() == "organization" ? NameType::kOrganization
                          : side() == "place"        ? NameType::kPlace
                                                     : NameType::kOther;
    analysis->names.push_back({Find(line, sides[0], *analysis), type});
  } else if (key == "date" || key == "vague" || key == "duration" || key == "number") {
    Value value;
    value.kind = key == "number" ? ValueKind::kNumber : key == "duration" ? ValueKind::kDuration : ValueKind::kDate;
    if (key == "vague") value.hedge = Hedge::kVague;
    if (key == "number" ? !absl::SimpleAtoi(side(), &value.mantissa) : side().empty()) Die(line, "no such value");
    if (key != "number") value.iso = side();
    value.span = Find(line, sides[0], *analysis);
    analysis->values.push_back(std::move(value));
  } else if (key == "mention" || key == "named") {
    Mention mention;
    if (!absl::SimpleAtoi(side(), &mention.entity)) Die(line, "no such entity");
    mention.named = key == "named";
    mention.span = Find(line, sides[0], *analysis);
    if (analysis->entities.size() <= mention.entity) analysis->entities.resize(mention.entity + 1);
    analysis->mentions.push_back(mention);
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::vector<WrittenCase> ReadCases(const std::string& name) {
  std::ifstream file(absl::StrCat(PITH_TEST_DATA, "/compiler/cases/", name));
  if (!file) Die(0, absl::StrCat("cannot open ", name));
  std::vector<WrittenCase> cases;
  std::string line;
  bool apart = true;
  for (int number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line[0] == '#') continue;
    if (line.empty()) {
      apart = true;
      continue;
    }
    if (apart) cases.emplace_back().line = number;
    apart = false;
    const std::pair<absl::string_view, absl::string_view> halves = absl::StrSplit(line, absl::MaxSplits(": ", 1));
    Analysis* analysis = &cases.back().analysis;
    if (halves.first == "tree" || halves.first == "more" || halves.first == "heading") {
      AddSentence(number, halves.second, halves.first == "heading", analysis);
      std::vector<Sentence>& sentences = analysis->sentences;
      if (halves.first == "more" && sentences.size() > 1) {
        sentences.back().paragraph = sentences[sentences.size() - 2].paragraph;
      }
    } else if (halves.first == "title") {
      analysis->article.title = std::string(halves.second);
    } else if (!AddMeaning(number, halves.first, halves.second, analysis)) {
      cases.back().expectations.emplace_back(halves.first, halves.second);
    }
  }
  return cases;
}

}  // namespace pith::compiler
