#include "tools/compiler/facts/table_facts.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pith::compiler {
namespace {

constexpr uint16_t kConfidence = 8000;    // of 10000: what a table means is rarely in doubt
constexpr uint32_t kMostCellBytes = 200;  // a longer cell is a text, and no fact

class TableReader {
 public:
  explicit TableReader(const Analysis& analysis) : analysis_(analysis) {
    const auto it = std::find_if(analysis.entities.begin(), analysis.entities.end(),
                                 [&](const Entity& entity) { return entity.name == analysis.article.title; });
    if (it != analysis.entities.end()) title_ = static_cast<int>(it - analysis.entities.begin());
  }

  std::vector<Fact> Read() {
    const Block* headers = nullptr;
    for (const Block& block : analysis_.article.blocks) {
      if (block.kind != BlockKind::kTableRow) {
        headers = nullptr;
      } else if (IsHeaderRow(block)) {
        headers = &block;
      } else {
        ReadRow(block, headers);
      }
    }
    return std::move(facts_);
  }

 private:
  static bool IsHeaderRow(const Block& row) {
    return row.cells.size() > 1 &&
           std::all_of(row.cells.begin(), row.cells.end(), [](const Cell& c) { return c.header; });
  }

  void ReadRow(const Block& row, const Block* headers) {
    if (headers != nullptr && headers->cells.size() == row.cells.size()) {
      for (size_t i = 1; i < row.cells.size(); ++i) Add(row, TextOf(row.cells[0]), -1, headers->cells[i], row.cells[i]);
    } else if (row.cells.size() == 2 && row.cells[0].header && !analysis_.article.title.empty()) {
      Add(row, analysis_.article.title, title_, row.cells[0], row.cells[1]);
    }
  }

  void Add(const Block& row, const std::string& subject, int entity, const Cell& relation, const Cell& object) {
    const uint32_t longest = std::max<uint32_t>(object.end - object.begin, relation.end - relation.begin);
    if (subject.size() > kMostCellBytes || longest > kMostCellBytes || !FindSentence(row)) return;
    Fact fact;
    fact.sentence = sentence_;
    fact.begin = row.begin;
    fact.end = row.end;
    fact.subject = subject;
    fact.subject_entity = entity;
    fact.relation = TextOf(relation);
    fact.object = TextOf(object);
    fact.value = ValueIn(object);
    fact.confidence = kConfidence;
    facts_.push_back(std::move(fact));
  }

  std::string TextOf(const Cell& cell) const {
    return analysis_.article.text.substr(cell.begin, cell.end - cell.begin);
  }

  // Moves on to the row's sentence. False if the row is not one.
  bool FindSentence(const Block& row) {
    const std::vector<Sentence>& sentences = analysis_.sentences;
    while (sentence_ < sentences.size() && sentences[sentence_].end <= row.begin) ++sentence_;
    return sentence_ < sentences.size() && sentences[sentence_].begin <= row.begin &&
           sentences[sentence_].end >= row.end;
  }

  // The first number or time in the cell; -1 if there is none.
  int ValueIn(const Cell& cell) {
    const std::vector<Value>& values = analysis_.values;
    while (value_ < values.size() && values[value_].span.sentence < sentence_) ++value_;
    for (size_t i = value_; i < values.size() && values[i].span.sentence == sentence_; ++i) {
      const std::vector<Token>& tokens = analysis_.sentences[sentence_].tokens;
      const Span& span = values[i].span;
      if (span.first >= span.last || span.last > tokens.size()) continue;
      if (tokens[span.first].begin >= cell.begin && tokens[span.last - 1].end <= cell.end) return static_cast<int>(i);
    }
    return -1;
  }

  const Analysis& analysis_;
  std::vector<Fact> facts_;
  int title_ = -1;         // the entity that the title names
  uint32_t sentence_ = 0;  // of the row that is read
  size_t value_ = 0;       // the first value of that sentence or a later one
};

}  // namespace

std::vector<Fact> FindTableFacts(const Analysis& analysis) { return TableReader(analysis).Read(); }

}  // namespace pith::compiler
