#include "tools/compiler/corrections/read_corrections.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "engine/format/fnv.h"
#include "tools/compiler/corrections/correction_table.h"
#include "tools/compiler/nearest.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

const std::vector<std::string>& ModalityWords() {  // in the order of Modality
  static const auto* words =
      new std::vector<std::string>{"stated", "planned", "possible", "claimed", "denied", "failed", "obligatory"};
  return *words;
}

const std::vector<std::string>& TypeWords() {  // in the order of NameType, from kPerson
  static const auto* words = new std::vector<std::string>{"person", "organization", "place", "other"};
  return *words;
}

NameType ReadType(CorrectionTable* table, Field need) {
  return static_cast<NameType>(table->OneOf("type", TypeWords(), need) + 1);
}

FactReference ReadReference(CorrectionTable* table) {
  FactReference reference;
  const std::string id = table->Text("fact");
  reference.quote = table->Text("quote");
  reference.was = table->Texts("was");
  uint64_t number = 0;
  if (!id.empty() && (id.size() != 16 || !absl::SimpleHexAtoi(id, &number))) {
    table->Fail("\"fact\" takes an id of 16 digits, as pith facts --json shows it");
  }
  if (!id.empty()) reference.id = number;
  if (id.empty() && reference.quote.empty()) table->Fail("needs \"fact\" or \"quote\", to say which fact it is");
  return reference;
}

FactFields ReadFields(CorrectionTable* table) {
  FactFields fields;
  fields.subject = table->Change("subject");
  fields.relation = table->Change("relation");
  fields.object = table->Change("object");
  fields.where = table->Change("where");
  fields.speaker = table->Change("speaker");
  if (const std::string when = table->Date("when"); !when.empty()) fields.when = when;
  if (const int modality = table->OneOf("modality", ModalityWords()); modality >= 0) {
    fields.modality = static_cast<Modality>(modality);
  }
  fields.negated = table->Bool("negated");
  fields.number = table->Number("number", &fields.scale);
  fields.unit = table->Text("unit");
  if (!fields.unit.empty() && !fields.number.has_value()) table->Fail("\"unit\" goes with \"number\"");
  for (const auto& [name, text] : {std::pair("subject", &fields.subject), std::pair("relation", &fields.relation)}) {
    if (text->has_value() && (*text)->empty()) table->Fail(absl::StrCat("\"", name, "\" is empty"));
  }
  return fields;
}

void Read(CorrectionTable* table, FactRemoval* out) { out->fact = ReadReference(table); }

void Read(CorrectionTable* table, FactChange* out) {
  out->fact = ReadReference(table);
  out->to = ReadFields(table);
  const FactFields& to = out->to;
  if (!to.subject && !to.relation && !to.object && !to.where && !to.speaker && !to.when && !to.modality &&
      !to.negated && !to.number) {
    table->Fail("says nothing that is different, such as object = \"...\"");
  }
}

void Read(CorrectionTable* table, FactAddition* out) {
  out->fact = ReadFields(table);
  out->quote = table->Text("quote");
  if (!out->fact.subject || !out->fact.relation) table->Fail("needs \"subject\" and \"relation\"");
}

void Read(CorrectionTable* table, EntityMerge* out) {
  out->names = table->Texts("names", Field::kNeeded);
  if (out->names.size() < 2) table->Fail("\"names\" takes two names or more");
}

void Read(CorrectionTable* table, EntitySplit* out) {
  out->name = table->Text("name", Field::kNeeded);
  out->as = table->Text("as", Field::kNeeded);
  out->quotes = table->Texts("quote", Field::kNeeded);
  out->type = ReadType(table, Field::kOptional);
}

void Read(CorrectionTable* table, EntityRename* out) {
  out->name = table->Text("name", Field::kNeeded);
  out->to = table->Text("to", Field::kNeeded);
}

void Read(CorrectionTable* table, EntityRetype* out) {
  out->name = table->Text("name", Field::kNeeded);
  out->type = ReadType(table, Field::kNeeded);
}

void Read(CorrectionTable* table, EntityAliases* out) {
  out->name = table->Text("name", Field::kNeeded);
  out->also = table->Texts("also", Field::kNeeded);
}

void Read(CorrectionTable* table, Synonyms* out) {
  out->words = table->Texts("words", Field::kNeeded);
  if (out->words.size() < 2) table->Fail("\"words\" takes two or more");
}

void Read(CorrectionTable* table, DateChange* out) {
  out->words = table->Text("words", Field::kNeeded);
  out->quote = table->Text("quote");
  out->date = table->Date("date", Field::kNeeded);
}

void Read(CorrectionTable* table, SummaryChoice* out) {
  out->pin = table->Has("pin");
  const std::string pin = table->Text("pin"), ban = table->Text("ban");
  out->quote = out->pin ? pin : ban;
  if (pin.empty() == ban.empty()) table->Fail("needs either \"pin\" or \"ban\"");
}

// The questions: the field of that name and further wordings.
void ReadQuestions(CorrectionTable* table, QuestionChoice* out) {
  out->questions = table->Texts("question", Field::kNeeded);
  for (std::string& wording : table->Texts("also")) out->questions.push_back(std::move(wording));
}

void ReadAnswer(CorrectionTable* table, QuestionChoice* out) {
  ReadQuestions(table, out);
  out->kind = ReplyKind::kAnswer;
  out->text = table->Text("answer", Field::kNeeded);
  out->quote = table->Text("quote");
}

void ReadSilence(CorrectionTable* table, QuestionChoice* out) {
  ReadQuestions(table, out);
  out->kind = ReplyKind::kSilence;
}

void ReadSameQuestion(CorrectionTable* table, QuestionChoice* out) {
  out->kind = ReplyKind::kMeans;
  out->text = table->Text("question", Field::kNeeded);
  out->questions = table->Texts("also", Field::kNeeded);
}

// Reads the tables of one file.
class Reader {
 public:
  Reader(const std::string& path, Corrections* out) : path_(path), out_(*out) { out_.path = path; }

  absl::Status Run(const toml::table& file) {
    if (const toml::node* article = file.get("article")) {
      const auto id = article->value_exact<std::string>();
      if (!id.has_value() || id->empty()) return Error("\"article\" takes the id of an article", article);
      article_ = *id;
    }
    for (const auto& [key, node] : file) {
      const std::string sort(key.str());
      if (sort == "article") continue;
      if (absl::Status status = ReadSort(sort, node); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

 private:
  absl::Status Error(const std::string& message, const toml::node* at) const {
    return ErrorAt(path_, at->source().begin.line, message);
  }

 public:
  static absl::Status ErrorAt(const std::string& path, uint32_t line, absl::string_view message) {
    return AtFile(AtLine(absl::InvalidArgumentError(absl::StrCat(path, ": line ", line, ": ", message)), line), path);
  }

 private:
  absl::Status ReadSort(const std::string& sort, const toml::node& node) {
    if (sort == "remove") return ReadAll(sort, node, &out_.removals, Read);
    if (sort == "correct") return ReadAll(sort, node, &out_.changes, Read);
    if (sort == "add") return ReadAll(sort, node, &out_.additions, Read);
    if (sort == "merge") return ReadAll(sort, node, &out_.merges, Read);
    if (sort == "split") return ReadAll(sort, node, &out_.splits, Read);
    if (sort == "rename") return ReadAll(sort, node, &out_.renames, Read);
    if (sort == "retype") return ReadAll(sort, node, &out_.retypes, Read);
    if (sort == "alias") return ReadAll(sort, node, &out_.aliases, Read);
    if (sort == "synonym") return ReadAll(sort, node, &out_.synonyms, Read);
    if (sort == "date") return ReadAll(sort, node, &out_.dates, Read);
    if (sort == "summary") return ReadAll(sort, node, &out_.summary, Read);
    if (sort == "answer") return ReadAll(sort, node, &out_.questions, ReadAnswer);
    if (sort == "silent") return ReadAll(sort, node, &out_.questions, ReadSilence);
    if (sort == "same") return ReadAll(sort, node, &out_.questions, ReadSameQuestion);
    const std::string meant =
        DidYouMean(sort, {"article", "remove", "correct", "add", "merge", "split", "rename", "retype", "alias",
                          "synonym", "date", "summary", "answer", "silent", "same"});
    return Error(absl::StrCat("no sort of correction is called \"", sort, "\"", meant), &node);
  }

  template <typename T>
  absl::Status ReadAll(const std::string& sort, const toml::node& node, std::vector<T>* all,
                       void (*read)(CorrectionTable*, T*)) {
    if (const toml::table* one = node.as_table()) return ReadOne(sort, *one, all, read);
    const toml::array* tables = node.as_array();
    if (tables == nullptr || tables->empty()) return Error(absl::StrCat("write [[", sort, "]] before it"), &node);
    for (const toml::node& one : *tables) {
      const toml::table* table = one.as_table();
      if (table == nullptr) return Error(absl::StrCat("write [[", sort, "]] before it"), &one);
      if (absl::Status status = ReadOne(sort, *table, all, read); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  template <typename T>
  absl::Status ReadOne(const std::string& sort, const toml::table& node, std::vector<T>* all,
                       void (*read)(CorrectionTable*, T*)) {
    CorrectionTable table(sort, node);
    T& correction = all->emplace_back();
    correction.line = table.line();
    correction.article = table.Text("article");
    if (correction.article.empty()) correction.article = article_;
    read(&table, &correction);
    const absl::Status status = table.Finish();
    return status.ok() ? status : ErrorAt(path_, table.error_line(), status.message());
  }

  const std::string& path_;
  Corrections& out_;
  std::string article_;
};

uint64_t HashOf(absl::string_view bytes) {
  uint64_t hash = kFnvStart64;
  for (const char c : bytes) hash = FnvStep(hash, static_cast<uint64_t>(static_cast<unsigned char>(c)));
  return hash;
}

}  // namespace

absl::StatusOr<std::shared_ptr<const Corrections>> ReadCorrections(const std::string& path,
                                                                   absl::string_view contents) {
  const toml::parse_result file = toml::parse(std::string_view(contents.data(), contents.size()));
  if (!file) {
    const std::string_view what = file.error().description();
    return Reader::ErrorAt(path, file.error().source().begin.line, absl::string_view(what.data(), what.size()));
  }
  auto corrections = std::make_shared<Corrections>();
  corrections->hash = HashOf(contents);
  if (absl::Status status = Reader(path, corrections.get()).Run(file.table()); !status.ok()) return status;
  return std::shared_ptr<const Corrections>(std::move(corrections));
}

}  // namespace pith::compiler
