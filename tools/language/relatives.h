// Which words, phrases and frames of a question may be answered by which words and phrases of a text: the dictionary's
// relatives, everyday words and phrases, and the cues of question frames, joined into one table.

#ifndef PITH_TOOLS_LANGUAGE_RELATIVES_H_
#define PITH_TOOLS_LANGUAGE_RELATIVES_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "tools/language/source.h"

namespace pith::model {

// A word family, a phrase or a frame: the numbers of its words' families, kPhraseGap where a frame has its gap.
using Meaning = std::vector<uint32_t>;

// From what a question has to what a text has, with the strength of each step.
using MeaningTable = std::map<Meaning, std::map<Meaning, uint8_t>>;

// Joins the sources. `number_of`: the number of a family in the block by its name; 0 if the block lacks it. Stop words
// mean something only within phrases.
MeaningTable JoinRelatives(const Source& source, const std::function<uint32_t(const std::string&)>& number_of);

// The sections NEAR and PHRS (engine/language/relatives.h) for the families below `families`. If they would take more
// than `budget` bytes, those of the less frequent families have no relatives.
struct RelativeSections {
  std::string near, phrases;
};
RelativeSections WriteRelatives(const MeaningTable& table, uint32_t families, uint64_t budget);

// The section OPPO. `number_of`: as for JoinRelatives.
std::string WriteOpposites(const Source& source, const std::function<uint32_t(const std::string&)>& number_of);

}  // namespace pith::model

#endif  // PITH_TOOLS_LANGUAGE_RELATIVES_H_
