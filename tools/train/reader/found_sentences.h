// In: an index, an article in it, and a question. Out: the question as the engine reads it, and the best sentences that
// the engine's search finds for it, which are what the reader is given.
// Who may use it: the programs of this folder, so that the reader learns from what `pith ask` will give it.

#ifndef PITH_TOOLS_TRAIN_READER_FOUND_SENTENCES_H_
#define PITH_TOOLS_TRAIN_READER_FOUND_SENTENCES_H_

#include <string>
#include <vector>

#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/find/sentences.h"
#include "engine/index/index.h"
#include "engine/reader/reader.h"

namespace pith::train {

// A question with the sentences found for it. Large: keep it on the heap.
struct FoundSentences {
  Query query;
  Question question;
  uint32_t count = 0;
  ScoredSentence best[kReaderSentences];  // best first

  // Reads `text`, which must outlive the query, and searches the article for it. False if it is not a question.
  bool Find(const OpenedIndex& index, uint32_t article, const std::string& text);

  // The question's words in the article.
  const Matches& matches() const { return work_.matches; }

  // The best sentences, at most `most`, as input for the reader; if nothing was found, the article's first sentences.
  std::vector<ReaderSentence> ToRead(uint32_t article, uint32_t most) const;

 private:
  FindWork work_;
};

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_READER_FOUND_SENTENCES_H_
