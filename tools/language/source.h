// The text sources of a language block, as stored in tools/models/<tag>/. In every file, empty lines and lines that
// begin with "# " are skipped; words are folded; errors name file and line.

#ifndef PITH_TOOLS_LANGUAGE_SOURCE_H_
#define PITH_TOOLS_LANGUAGE_SOURCE_H_

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "engine/format/kinds.h"

namespace pith::model {

// words.tsv, most frequent first; tab-separated: word, family (its best-known member; "-" for the word itself), weight,
// noun class ("-" for none).
struct SourceWord {
  std::string word, family;
  uint8_t weight = 0;
  NounClass noun_class = NounClass::kNone;
};

// related.tsv, tab-separated: family, then "other:strength", strongest first.
struct SourceRelated {
  std::string family;
  std::vector<std::pair<std::string, uint8_t>> others;
};

// everyday.tsv, tab-separated: a word that stands in texts, then "alternative:level" for what a question may have in
// its place, a word or a phrase of up to three, in dictionary form; level 3 says the same, 2 near, 1 points to it.
inline constexpr uint8_t kEverydayLevels = 3;
struct SourceEveryday {
  std::string head;
  std::vector<std::pair<std::string, uint8_t>> alternatives;
};

// frames.jsonl: ways to ask for one thing, "how heavy is X" (`frame` and `also`; X and Y are the things asked about,
// and what stands in parentheses only tells senses apart), and the words and phrases of a sentence that answers
// (`cues`, the strongest first).
struct SourceFrame {
  std::vector<std::vector<std::string>> patterns;  // the words of each; "" for X and Y
  std::vector<std::string> cues;
};
inline constexpr size_t kStrongCues = 2;

// opposites.tsv, tab-separated: two words that mean opposite things.
using SourceOpposites = std::pair<std::string, std::string>;

// strengths.txt: name and strength (0 to 255, as good as the word itself). What a step from the question's word to the
// text's is worth, by the source that has it and by its level there; tools/train/words/strengths.py learns them.
struct SourceStrengths {
  uint8_t dictionary = 0;                                       // 0: as related.tsv has it
  uint8_t head[kEverydayLevels + 1] = {0, 100, 160, 215};       // from what people say to the text's word
  uint8_t alternative[kEverydayLevels + 1] = {0, 0, 110, 190};  // and back
  uint8_t phrase[kEverydayLevels + 1] = {0, 160, 190, 215};     // from a phrase to the text's word
  uint8_t text_phrase[kEverydayLevels + 1] = {0, 0, 160, 190};  // from a word to the text's phrase
  uint8_t strong_cue = 150, cue = 100;                          // from a frame
};

// suffixes.txt: ending, replacement ("-" for none), minimum number of bytes before it, and "undouble" or nothing.
struct SourceSuffix {
  std::string text, replacement;
  uint8_t min_stem = 0;
  bool undouble = false;
};

// abbreviations.txt: words without their final period, any number per line; "no#" keeps its period only before a
// number.
struct SourceAbbreviation {
  std::string word;
  bool only_before_digit = false;
};

// questions.txt: kind, flags, one to four words.
struct SourcePattern {
  uint8_t kind = 0, flags = 0;
  std::vector<std::string> words;
};

// The neural reader, from the trained models next to the folder ("en.model"): sections RNET and REMB of a block, and
// the vectors of all words that it knows (engine/language/word_vectors.h). Empty if there is none.
struct SourceReader {
  std::string network, tables, words;
};

struct Source {
  std::string tag;  // the name of the folder: "en"
  std::vector<SourceWord> words;
  std::vector<SourceRelated> related;
  std::vector<SourceEveryday> everyday;
  std::vector<SourceFrame> frames;
  SourceStrengths strengths;
  std::vector<SourceOpposites> opposites;
  std::vector<SourceSuffix> suffixes;
  std::vector<std::string> clitics;  // clitics.txt: any number per line
  std::vector<SourceAbbreviation> abbreviations;
  std::map<std::string, uint16_t> closed;  // closed.txt: "role,role: word word"; maps a word to its WordFlags
  std::vector<SourcePattern> patterns;
  std::vector<int32_t> weights;  // weights.txt: name (WeightNames) and value; all of them, in order
  std::vector<int32_t> wanted;   // wanted.txt: the same (WantedNames), in 16 bits
  SourceReader reader;
};

// Reads the sources in `folder`, and the reader of the model file `folder`.model. questions.txt, weights.txt,
// wanted.txt and the model file may be missing.
absl::StatusOr<Source> ReadSource(const std::string& folder);

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_SOURCE_H_
