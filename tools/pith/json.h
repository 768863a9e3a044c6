// The contract's objects as JSON and as words.

#ifndef PITH_TOOLS_PITH_JSON_H_
#define PITH_TOOLS_PITH_JSON_H_

#include <string>

#include "absl/strings/string_view.h"
#include "nlohmann/json.hpp"
#include "pith/pith.h"
#include "tools/pith/open_index.h"

namespace pith::command {

using Json = nlohmann::ordered_json;

Json ToJson(const OpenIndex& index, const pith_answer& answer);
Json ToJson(const OpenIndex& index, const pith_fact& fact);
Json ToJson(const OpenIndex& index, const pith_event& event);
Json ToJson(const OpenIndex& index, const pith_suggestion& suggestion);
Json ToJson(const OpenIndex& index, const pith_entity& entity);
Json ToJson(const OpenIndex& index, const pith_hit& hit);
// Null for a value of kind NONE.
Json ToJson(const pith_value& value);

// Text as a JSON string.
inline std::string String(pith_text text) { return std::string(text.data, text.size); }
inline std::string String(absl::string_view text) { return std::string(text); }

// The object on one line, without line end. Control and bidirectional characters are escaped.
std::string JsonLine(const Json& object);

// Prints one object and a line end.
void PrintJson(const Json& object);

// "about 1,000 people", "33%", "2 January 2022", "2 weeks"; empty for none.
std::string InWords(const pith_value& value);

// "person"; what PITH_PERSON and its like mean.
absl::string_view TypeName(uint8_t type);
// "planned", "possible", "claimed"; empty for PITH_STATED.
absl::string_view ModalityName(uint8_t modality);

}  // namespace pith::command

#endif  // PITH_TOOLS_PITH_JSON_H_
