// Writes what the neural reader learns from: articles and questions as the engine sees them.
//
//   reader_export INDEX.pith QUESTIONS.jsonl OUT_FOLDER
//
// The index holds the articles that the questions name and its language block. Writes flat little-endian arrays, each a
// file of its own, for tools/train/reader/data.py, which names and explains them. Deterministic.

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/find/sentences.h"
#include "engine/language/fold.h"
#include "engine/reader/input.h"
#include "nlohmann/json.hpp"
#include "tools/train/common/articles.h"
#include "tools/train/common/index_file.h"
#include "tools/train/reader/found_sentences.h"

namespace pith::train {
namespace {

template <typename T>
class Column {
 public:
  explicit Column(const std::string& path) : out_(path, std::ios::binary) {}
  void Add(T value) {
    out_.write(reinterpret_cast<const char*>(&value), sizeof value);
    ++size_;
  }
  uint32_t size() const { return size_; }
  bool good() {
    out_.flush();
    return out_.good();
  }

 private:
  std::ofstream out_;
  uint32_t size_ = 0;
};

// The columns of tokens, of articles or of questions.
struct TokenColumns {
  TokenColumns(const std::string& folder, const std::string& prefix)
      : word(folder + "/" + prefix + "word.u32"),
        suffix(folder + "/" + prefix + "suffix.u16"),
        shape(folder + "/" + prefix + "shape.u8"),
        pos(folder + "/" + prefix + "pos.u8"),
        name(folder + "/" + prefix + "name.u8"),
        rel(folder + "/" + prefix + "rel.u8"),
        noun_class(folder + "/" + prefix + "class.u8") {}

  void Add(const ReaderToken& token) {
    word.Add(token.word);
    suffix.Add(token.suffix);
    shape.Add(token.shape);
    pos.Add(token.pos);
    name.Add(token.name);
    rel.Add(token.rel);
    noun_class.Add(token.noun_class);
  }

  Column<uint32_t> word;
  Column<uint16_t> suffix;
  Column<uint8_t> shape, pos, name, rel, noun_class;
};

class Exporter {
 public:
  Exporter(const OpenedIndex& index, const std::string& folder) : index_(index), folder_(folder) {}

  void Articles() {
    TokenColumns tokens(folder_, "token_");
    Column<uint32_t> key(folder_ + "/token_key.u32"), begin(folder_ + "/token_begin.u32"),
        end(folder_ + "/token_end.u32");
    Column<uint32_t> sentence_token(folder_ + "/sentence_token.u32");
    Column<uint32_t> sentence_candidate(folder_ + "/sentence_candidate.u32");
    Column<uint8_t> first(folder_ + "/candidate_first.u8"), last(folder_ + "/candidate_last.u8"),
        kind(folder_ + "/candidate_kind.u8");
    Column<uint32_t> article_sentence(folder_ + "/article_sentence.u32");
    for (uint32_t a = 0; a < index_.size(); ++a) {
      Part part;
      OpenPart(index_, a, &part);
      article_sentence.Add(sentence_token.size());
      first_sentence_.push_back(sentence_token.size());
      for (uint32_t s = 0; s < part.sentences.size(); ++s) {
        sentence_token.Add(tokens.word.size());
        sentence_candidate.Add(first.size());
        bool opens = true;
        for (TokenReader reader(part, s); reader.Next(); opens = false) {
          const ReaderToken token = ReadToken(index_.language, reader.token(), reader.Text(), opens);
          tokens.Add(token);
          key.Add(token.term == kNoTerm ? 0 : part.terms()[token.term].key);
          begin.Add(static_cast<uint32_t>(reader.begin()));
          end.Add(static_cast<uint32_t>(reader.end()));
          Know(reader.Text(), token.word);
        }
        for (CandidateReader candidates(part, s, part.TokenCount(s)); candidates.Next();) {
          const CandidateRecord& record = candidates.candidate();
          first.Add(record.first);
          last.Add(record.last);
          kind.Add(record.kind);
        }
      }
    }
    article_sentence.Add(sentence_token.size());
    sentence_token.Add(tokens.word.size());
    sentence_candidate.Add(first.size());
  }

  // Returns the number of questions written.
  uint32_t Questions(const pith_index& handle, const std::string& path) {
    TokenColumns tokens(folder_, "question_");
    Column<uint8_t> idf(folder_ + "/question_idf.u8"), content(folder_ + "/question_content.u8");
    Column<uint32_t> first_token(folder_ + "/ask_token.u32"), article(folder_ + "/ask_article.u32"),
        first_match(folder_ + "/ask_match.u32");
    Column<uint8_t> kind(folder_ + "/ask_kind.u8"), count(folder_ + "/ask_count.u8");
    Column<uint32_t> match_key(folder_ + "/match_key.u32");
    Column<uint8_t> match_word(folder_ + "/match_word.u8"), match_strength(folder_ + "/match_strength.u8");
    Column<uint32_t> top(folder_ + "/ask_top.u32"), score(folder_ + "/ask_score.u32");
    std::ofstream texts(folder_ + "/asks.jsonl");
    const auto found = std::make_unique<FoundSentences>();
    for (const nlohmann::json& line : ReadJsonLines(path)) {
      const std::string doc = line.at("doc"), text = line.at("question");
      uint32_t number = 0;
      if (pith_find_article(&handle, doc.data(), doc.size(), &number) != PITH_OK) continue;
      if (!found->Find(index_, number, text)) continue;
      Part part;
      OpenPart(index_, number, &part);
      article.Add(number);
      kind.Add(static_cast<uint8_t>(found->question.kind));
      count.Add(static_cast<uint8_t>(found->count));
      first_token.Add(tokens.word.size());
      for (uint32_t i = 0; i < found->query.count; ++i) {
        const QueryWord& word = found->query.words[i];
        const ReaderToken token = ReadQuestionToken(index_.language, found->query, found->question, i);
        tokens.Add(token);
        idf.Add(word.idf);
        content.Add(word.content ? 1 : 0);
        Know(found->query.text.Sub(word.begin, word.end - word.begin), token.word);
      }
      first_match.Add(match_key.size());
      for (uint32_t m = 0; m < found->matches().count; ++m) {
        const Match match = found->matches().all[m];
        const Match strongest = found->matches().Strongest(match.term);
        if (strongest.word != match.word || strongest.strength != match.strength) continue;
        match_key.Add(part.terms()[match.term].key);
        match_word.Add(match.word);
        match_strength.Add(match.strength);
      }
      for (uint32_t i = 0; i < kReaderSentences; ++i) {
        top.Add(i < found->count ? first_sentence_[number] + found->best[i].sentence : 0);
        score.Add(i < found->count ? found->best[i].score : 0);
      }
      texts << nlohmann::json{{"id", line.at("id")},
                              {"doc", doc},
                              {"question", text},
                              {"answers", line.at("answers")},
                              {"begin", line.value("begin", nlohmann::json::array())}}
                   .dump()
            << "\n";
    }
    first_token.Add(tokens.word.size());
    first_match.Add(match_key.size());
    return article.size();
  }

  bool Words() {
    std::ofstream out(folder_ + "/words.tsv");
    for (const auto& [hash, word] : words_) out << hash << "\t" << word << "\n";
    out.flush();
    return out.good();
  }

 private:
  void Know(Bytes text, uint32_t hash) {
    std::string& word = words_[hash];
    if (!word.empty()) return;
    const FoldedWord folded(index_.language, text);
    word.assign(reinterpret_cast<const char*>(folded.bytes().data()), folded.bytes().size());
  }

  const OpenedIndex& index_;
  const std::string folder_;
  std::vector<uint32_t> first_sentence_;
  std::unordered_map<uint32_t, std::string> words_;
};

int Main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: reader_export INDEX.pith QUESTIONS.jsonl OUT_FOLDER\n";
    return 2;
  }
  const IndexFile index(argv[1]);
  Exporter exporter(index.opened(), argv[3]);
  exporter.Articles();
  const uint32_t questions = exporter.Questions(index.handle(), argv[2]);
  std::cerr << argv[3] << ": " << questions << " questions\n";
  return exporter.Words() ? 0 : 1;
}

}  // namespace
}  // namespace pith::train

int main(int argc, char** argv) { return pith::train::Main(argc, argv); }
