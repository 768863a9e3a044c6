// tools/models/*/weights.txt and wanted.txt: a line a weight, its name and its number, all in a fixed order.

#ifndef PITH_TOOLS_TRAIN_ANSWERS_WEIGHTS_FILE_H_
#define PITH_TOOLS_TRAIN_ANSWERS_WEIGHTS_FILE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace pith::train {

// The first `count` weights of weights.txt. Exits with a message if it does not begin with them, by this version's
// names.
std::vector<int32_t> ReadWeights(const std::string& path, uint32_t count);

// Writes weights.txt, from the first weight on, and wanted.txt. False if they cannot be written.
bool WriteWeights(const std::string& path, const std::vector<int32_t>& weights);
bool WriteWanted(const std::string& path, const std::vector<int32_t>& wanted);

// The weights as the engine reads them, with zeros for those that are not there yet.
std::string PackWeights(const std::vector<int32_t>& weights);

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_ANSWERS_WEIGHTS_FILE_H_
