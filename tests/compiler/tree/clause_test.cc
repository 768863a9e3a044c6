#include "tools/compiler/tree/clause.h"

#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gtest/gtest.h"
#include "tests/compiler/text_cases.h"
#include "tests/compiler/write/written.h"
#include "tools/compiler/entities/coreference.h"
#include "tools/compiler/entities/entities.h"
#include "tools/compiler/tree/clause_modality.h"
#include "tools/compiler/tree/clause_objects.h"
#include "tools/compiler/tree/clause_subject.h"

namespace pith::compiler {
namespace {

std::string WordsOf(const SentenceReading& reading, const std::vector<int>& tokens) {
  return TextOf(reading.analysis().article, reading.tree().sentence(), tokens);
}

// The token's word; "none" for -1.
std::string Word(const SentenceReading& reading, int token) {
  return token < 0 ? "none" : std::string(TextOf(reading.analysis().article, reading.tree()[token]));
}

std::string Found(const SentenceReading& reading, const std::string& key, int verb) {
  const Tree& tree = reading.tree();
  if (key == "subject") return Word(reading, SubjectOf(tree, verb));
  if (key == "meant") return Word(reading, MeantBySubject(tree, SubjectOf(tree, verb), verb));
  if (key == "disagree") return Disagree(tree, SubjectOf(tree, verb), verb) ? "yes" : "no";
  if (key == "shared object") return Word(reading, SharedObject(tree, verb));
  if (key == "said") return WordsOf(reading, SaidBy(tree, verb));
  if (key == "group") return VerbGroup(reading.analysis(), tree, verb, nullptr);
  if (key == "predicate") return WordsOf(reading, PredicateOf(reading, verb));
  if (key == "standing") return absl::StrCat(StandingOf(tree, verb));
  if (key == "modality") {
    const char* const kNames[] = {"none", "planned", "possible", "claimed", "denied", "failed"};
    return kNames[static_cast<int>(ModalityOf(tree, verb))];
  }
  const Circumstances around = CircumstancesOf(reading, verb);
  if (key == "when") return Word(reading, around.when_head);
  if (key == "where") return around.where.empty() ? "none" : around.where;
  if (key == "agent") return Word(reading, around.agent);
  if (key == "others") return WordsOf(reading, around.others);
  return absl::StrCat("unknown expectation: ", key);
}

// Expectations: `subject: rose = river` says that the subject of the clause headed by "rose" is the token "river".
TEST(Clause, ReadAsWritten) {
  for (WrittenCase& written : ReadCases("clause.txt")) {
    FindEntities(&written.analysis, TestLanguage());
    ResolveReferences(&written.analysis, TestLanguage());
    const SentenceReading reading(written.analysis, 0);
    for (const auto& [key, text] : written.expectations) {
      SCOPED_TRACE(absl::StrCat("case of line ", written.line, ", ", key, ": ", text));
      const std::vector<std::string> sides = absl::StrSplit(text, " = ");
      ASSERT_EQ(sides.size(), 2u);
      int verb = 0;
      while (verb < reading.tree().size() && reading.tree()[verb].folded != sides[0]) ++verb;
      ASSERT_LT(verb, reading.tree().size()) << "no such word";
      EXPECT_EQ(Found(reading, key, verb), sides[1]);
    }
  }
}

}  // namespace
}  // namespace pith::compiler
