// The trained models of one language. Comes in: one file, mapped into memory and read in place. Goes out: its models.
// Used by the stages that find syntax and names, and by trainers. Knows no stage.
//
//   "PITHMODL"  u32 version  u32 sections  u64 file size  u64 checksum of all other bytes
//   sections x { char name[16], zero padded; u64 offset; u64 size }, then the sections, each at a multiple of 8
//
//   clusters      words by meaning (clusters.h)
//   words, tags, syntax.tables, syntax.net   parts of speech and trees (syntax_model.h)
//   lemma, names  classifiers (perceptron.h)
//   lemma.rules   n x { u8 bytes to cut at the end, u8 size, the bytes to append }
//   reader.net, reader.tables, reader.words   the engine's reader (engine/reader/reader.h) and the vectors of all words

#ifndef PITH_TOOLS_COMPILER_MODELS_MODEL_FILE_H_
#define PITH_TOOLS_COMPILER_MODELS_MODEL_FILE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "engine/format/bytes.h"
#include "engine/format/kinds.h"
#include "engine/language/word_vectors.h"
#include "tools/compiler/models/clusters.h"
#include "tools/compiler/models/perceptron.h"
#include "tools/compiler/models/syntax_model.h"

namespace pith::compiler {

inline constexpr uint32_t kModelVersion = 2;

// How to get from a word to its dictionary form: cut bytes at the end, then append.
struct LemmaRule {
  uint8_t cut = 0;
  absl::string_view append;
};

// Owns the mapping; moving it leaves all views valid. Reading it is safe from many threads.
class Models {
 public:
  // NotFound: no such file. DataLoss: damaged or cut short. FailedPrecondition: made for a newer version.
  // InvalidArgument: not a model file. Reads the whole file once, to check it.
  static absl::StatusOr<Models> Load(const std::string& path);

  // The same over bytes in memory, as while training. A stage whose section is not there does nothing.
  static absl::StatusOr<Models> FromBytes(std::string bytes);

  const SyntaxModel& syntax() const { return syntax_; }
  const LinearModel& lemma() const { return lemma_; }
  const LinearModel& names() const { return names_; }

  // The universal part of speech of a tag of syntax(); kX where there is none such.
  Pos TagPos(int tag) const {
    const auto number = static_cast<size_t>(tag);
    return number < syntax_.tags().size() ? syntax_.tags()[number].pos : Pos::kX;
  }
  // The rule that a class of lemma() stands for.
  const LemmaRule& Rule(int rule) const { return rules_[static_cast<size_t>(rule)]; }
  const Clusters& clusters() const { return clusters_; }

  // The vectors of all words that the reader knows; empty where the file has no reader.
  WordVectors word_vectors() const { return WordVectors(Section("reader.words")); }

  // A section's bytes; none if it is not there.
  Bytes Section(absl::string_view name) const;

 private:
  absl::Status Open(Bytes file);
  absl::Status OpenRules(Bytes bytes);

  std::shared_ptr<const void> owner_;  // the mapping, or the string
  Bytes file_;
  Clusters clusters_;
  std::vector<LemmaRule> rules_;
  LinearModel lemma_, names_;
  SyntaxModel syntax_;
};

// The bytes of a model file with these sections, in this order. Names have at most 16 bytes.
std::string MakeModelFile(const std::vector<std::pair<std::string, std::string>>& sections);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_MODELS_MODEL_FILE_H_
