#include "tools/train/coreference/gum_mentions.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "tools/compiler/lexicon/word_list.h"
#include "tools/train/syntax/conllu.h"

namespace pith::train {
namespace {

using compiler::IsOneOf;

bool IsThirdPerson(const std::string& folded) {
  return IsOneOf(folded, {"he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they",
                          "them", "their", "theirs", "themselves"});
}

Gold MakeGold(const compiler::GoldSentence& gold, const std::vector<size_t>& begins, size_t first, size_t last,
              int cluster) {
  const std::vector<compiler::Token>& tokens = gold.sentence.tokens;
  size_t head = first;
  for (size_t i = first; i <= last; ++i) {
    const int above = tokens[i].head;
    if (above < static_cast<int>(first) || above > static_cast<int>(last)) {
      head = i;
      break;
    }
  }
  const auto end = [&](size_t i) { return begins[i] + tokens[i].end - tokens[i].begin; };
  Gold mention = {begins[first], end(last),
                  begins[head],  end(head),
                  cluster,       kDescription,
                  false,         gold.text.substr(tokens[first].begin, tokens[last].end - tokens[first].begin)};
  if (tokens[head].pos == Pos::kPropn) {
    mention.kind = kName;
    mention.counts = true;
  } else if (first == last && IsThirdPerson(tokens[head].folded)) {
    mention.kind = kPronoun;
    mention.counts = true;
  } else {
    mention.counts = tokens[first].folded == "the" && tokens[head].pos == Pos::kNoun;
  }
  return mention;
}

// "(3-event-new-...(4-object)5)": what opens and closes at each token.
void ReadMentions(const compiler::GoldSentence& gold, const std::vector<size_t>& begins,
                  std::map<int, std::vector<size_t>>* open, std::vector<Gold>* out) {
  open->clear();  // mentions do not cross sentences
  for (size_t t = 0; t < gold.entities.size(); ++t) {
    const std::string& notes = gold.entities[t];
    for (size_t at = 0; at < notes.size();) {
      const bool opens = notes[at] == '(';
      const size_t begin = at + opens;
      size_t digits = begin;
      while (digits < notes.size() && absl::ascii_isdigit(static_cast<unsigned char>(notes[digits]))) ++digits;
      int cluster = 0;
      const bool numbered = absl::SimpleAtoi(notes.substr(begin, digits - begin), &cluster);
      const size_t end = std::min(notes.find_first_of("()", begin), notes.size());
      const bool closes = end < notes.size() && notes[end] == ')';
      if (numbered && opens) (*open)[cluster].push_back(t);
      if (numbered && closes && !(*open)[cluster].empty()) {
        out->push_back(MakeGold(gold, begins, (*open)[cluster].back(), t, cluster));
        (*open)[cluster].pop_back();
      }
      at = closes ? end + 1 : std::max(end, at + 1);
    }
  }
}

}  // namespace

Document ReadDocument(const nlohmann::json& article, const std::string& path) {
  Document document = {article, {}};
  const auto sentences = compiler::ReadConllu(path);
  if (!sentences.ok()) {
    std::cerr << sentences.status().message() << "\n";
    std::exit(1);
  }
  const std::string text = article.at("text");
  std::map<int, std::vector<size_t>> open;
  size_t at = 0;
  for (const compiler::GoldSentence& gold : *sentences) {
    // The treebank's words stand in the text in order.
    std::vector<size_t> begins;
    for (const compiler::Token& token : gold.sentence.tokens) {
      const std::string word = gold.text.substr(token.begin, token.end - token.begin);
      const size_t found = text.find(word, at);
      begins.push_back(found == std::string::npos ? at : found);
      if (found != std::string::npos) at = found + word.size();
    }
    ReadMentions(gold, begins, &open, &document.mentions);
  }
  return document;
}

// The smallest gold mention whose head lies in [begin, end).
const Gold* GoldAt(const std::vector<Gold>& mentions, size_t begin, size_t end) {
  const Gold* best = nullptr;
  for (const Gold& gold : mentions) {
    if (gold.head_begin < begin || gold.head_end > end) continue;
    // Of a phrase's mentions the outermost name shares its head with inner ones; the smallest is the phrase itself.
    if (best == nullptr || gold.end - gold.begin < best->end - best->begin) best = &gold;
  }
  return best;
}

}  // namespace pith::train
