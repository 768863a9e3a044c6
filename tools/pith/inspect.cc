// pith inspect and pith verify: the index itself.

#include <algorithm>
#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "engine/index/index.h"
#include "engine/index/part.h"
#include "engine/verify/verify.h"
#include "tools/compiler/read/place.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/open_index.h"
#include "tools/pith/page.h"

namespace pith::command {
namespace {

void PrintFigure(absl::string_view name, absl::string_view figure) {
  Print(absl::StrCat(Padded(name, 14), figure, "\n"));
}

// The tables of section ARTS, in the order of PartTable.
constexpr absl::string_view kTableNames[kPartTables] = {
    "text",        "pool",     "strings",    "head",     "sentences", "tokens",    "terms",
    "other terms", "postings", "candidates", "values",   "entities",  "aliases",   "mentions",
    "claims",      "facts",    "lookup",     "events",   "order",     "questions", "suggestions",
    "properties",  "topic",    "replies",    "wordings", "outline",   "tellings"};

// What each table takes in the articles together.
std::array<uint64_t, kPartTables> TableBytes(const pith_index* index) {
  std::array<uint64_t, kPartTables> bytes = {};
  const OpenedIndex& opened = *OpenedIn(index);
  for (uint32_t article = 0; article < opened.size(); ++article) {
    Part part;
    if (!OpenPart(opened, article, &part)) continue;
    TablePlace places[kPartTables];
    if (!PlaceTables(part.bytes(), places)) continue;
    for (uint32_t i = 0; i < kPartTables; ++i) bytes[i] += places[i].size;
  }
  return bytes;
}

void PrintSizes(absl::string_view heading, const Json& sizes, uint64_t all) {
  Print(absl::StrCat(heading, "\n"));
  for (const Json& size : sizes) {
    Print(absl::StrFormat("  %-12s%12d  %5.1f %%\n", size["name"].get<std::string>(), size["bytes"].get<uint64_t>(),
                          100.0 * size["bytes"].get<double>() / static_cast<double>(std::max<uint64_t>(all, 1))));
  }
}

// What pith_ask has of a reader.
std::string ReaderOf(const OpenedIndex& index) {
  const Bytes network = index.language.Section(kSectionNetwork);
  if (network.empty()) return "none";
  const std::string version = absl::StrCat("version ", network.U32(0));
  if (HasLaterReader(index)) return absl::StrCat(version, ", too new to be used here");
  return VerifyReader(index).message == nullptr ? version : "damaged, not to be relied on: pith verify says where";
}

absl::Status Inspect(const IndexArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenIndex::Open(arguments.index);
  if (!opened.ok()) return opened.status();
  const OpenIndex& index = **opened;
  const pith_info& info = index.info();
  Json out;
  out["version"] = absl::StrCat(info.major_version, ".", info.minor_version);
  out["language"] = String(info.language);
  out["profile"] = String(info.profile);
  out["articles"] = info.articles;
  out["sentences"] = info.sentences;
  out["words"] = info.words;
  out["facts"] = info.facts;
  out["bytes"] = info.bytes;
  uint64_t text_bytes = 0;
  for (const pith_article& article : index.Articles(PITH_ALL_ARTICLES)) text_bytes += article.text.size;
  out["text_bytes"] = text_bytes;
  out["language_hash"] =
      absl::BytesToHexString(absl::string_view(reinterpret_cast<const char*>(info.language_hash), kLanguageHashBytes));
  out["reader"] = ReaderOf(*OpenedIn(index.get()));
  out["threshold"] = info.threshold / 10000.0;
  out["sections"] = Json::array();
  for (uint32_t i = 0; i < info.sections; ++i) {
    pith_section section;
    if (pith_get_section(index.get(), i, &section) != PITH_OK) continue;
    Json one;
    one["name"] = section.name;
    one["bytes"] = section.bytes;
    out["sections"].push_back(std::move(one));
  }
  out["tables"] = Json::array();
  const std::array<uint64_t, kPartTables> tables = TableBytes(index.get());
  for (uint32_t i = 0; i < kPartTables; ++i) {
    out["tables"].push_back({{"name", std::string(kTableNames[i])}, {"bytes", tables[i]}});
  }
  if (arguments.json) {
    PrintJson(out);
    return absl::OkStatus();
  }
  for (const auto& [name, figure] : out.items()) {
    if (!figure.is_array()) PrintFigure(name, figure.is_string() ? figure.get<std::string>() : figure.dump());
  }
  PrintSizes("sections", out["sections"], info.bytes);
  PrintSizes("tables of ARTS", out["tables"], info.bytes);
  return absl::OkStatus();
}

}  // namespace

void AddInspect(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<IndexArguments>();
  AddIndexArguments(verb, arguments.get(), Takes::kIndex);
  verb->callback([arguments, action] { *action = [arguments] { return Inspect(*arguments); }; });
}

}  // namespace pith::command
