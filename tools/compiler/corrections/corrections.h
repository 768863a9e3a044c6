// In: a TOML file by an editor. Out: what the editor corrects, as plain data, and an analysis corrected by it.
// Who may use it: the command reads the files, compile.cc runs the stages (apply.h).
//
// docs/corrections.md describes the file for editors. Here a field that the file leaves out is empty.

#ifndef PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTIONS_H_
#define PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/types/optional.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// What every correction has.
struct Correction {
  uint32_t line = 0;    // of the file, from 1
  std::string article;  // the id of the only article that it is for
};

// Names facts: by id, or by words of the article that state them. `was`: words that the subject, relation or object is.
struct FactReference {
  absl::optional<uint64_t> id;
  std::string quote;
  std::vector<std::string> was;
};

// What is said of a fact; of a change, what is to be different.
struct FactFields {
  absl::optional<std::string> subject, relation, object, where, speaker, when;
  absl::optional<Modality> modality;
  absl::optional<bool> negated;
  absl::optional<int64_t> number;  // its mantissa
  uint8_t scale = 0;
  std::string unit;
};

struct FactRemoval : Correction {
  FactReference fact;
};

struct FactChange : Correction {
  FactReference fact;
  FactFields to;
};

struct FactAddition : Correction {
  FactFields fact;
  std::string quote;
};

// The names are one entity, which is called as the first of them.
struct EntityMerge : Correction {
  std::vector<std::string> names;
};

// Where one of the quotes stands, `name` means another entity.
struct EntitySplit : Correction {
  std::string name, as;
  std::vector<std::string> quotes;
  NameType type = NameType::kNone;  // none: as before
};

struct EntityRename : Correction {
  std::string name, to;
};

struct EntityRetype : Correction {
  std::string name;
  NameType type = NameType::kNone;
};

struct EntityAliases : Correction {
  std::string name;
  std::vector<std::string> also;
};

// Words that mean the same in this article.
struct Synonyms : Correction {
  std::vector<std::string> words;
};

// The date that `words` mean, only within `quote` where there is one.
struct DateChange : Correction {
  std::string words, quote, date;
};

// A sentence that comes first in summaries, or in none.
struct SummaryChoice : Correction {
  std::string quote;
  bool pin = false;
};

// What questions are answered with.
struct QuestionChoice : Correction {
  ReplyKind kind = ReplyKind::kAnswer;
  std::vector<std::string> questions;
  std::string text, quote;
};

// A whole file.
struct Corrections {
  std::string path;
  uint64_t hash = 0;  // of its bytes
  std::vector<FactRemoval> removals;
  std::vector<FactChange> changes;
  std::vector<FactAddition> additions;
  std::vector<EntityMerge> merges;
  std::vector<EntitySplit> splits;
  std::vector<EntityRename> renames;
  std::vector<EntityRetype> retypes;
  std::vector<EntityAliases> aliases;
  std::vector<Synonyms> synonyms;
  std::vector<DateChange> dates;
  std::vector<SummaryChoice> summary;
  std::vector<QuestionChoice> questions;

  // Calls visit(correction) for each, sort by sort.
  template <typename Visit>
  void ForEach(Visit visit) const {
    const auto all = [&](const auto& sort) {
      for (const Correction& correction : sort) visit(correction);
    };
    all(removals), all(changes), all(additions), all(merges), all(splits), all(renames), all(retypes);
    all(aliases), all(synonyms), all(dates), all(summary), all(questions);
  }
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_CORRECTIONS_CORRECTIONS_H_
