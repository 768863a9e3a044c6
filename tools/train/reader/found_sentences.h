// What the reader is given of a question: the sentences that the engine's search finds for it.
//
// In: an index, an article of it, and a question. Out: the question as the engine reads it, and its best sentences.
// Used by the programs of this folder, so that the reader learns from what `pith ask` will give it.

#ifndef PITH_TOOLS_TRAIN_READER_FOUND_SENTENCES_H_
#define PITH_TOOLS_TRAIN_READER_FOUND_SENTENCES_H_

#include <string>
#include <vector>

#include "engine/find/match.h"
#include "engine/find/query.h"
#include "engine/find/question.h"
#include "engine/find/retrieve.h"
#include "engine/index/index.h"
#include "engine/reader/reader.h"

namespace pith::train {

// A question with the sentences found for it. Large: keep it on the heap.
struct FoundSentences {
  Query query;
  Question question;
  Matches matches;  // in the article
  uint32_t count = 0;
  ScoredSentence best[kReaderSentences];  // best first

  // Reads `text`, which must outlive the query, and searches the article for it. False where it is no question.
  bool Find(const OpenedIndex& index, uint32_t article, const std::string& text);

  // The best of them, `most` at most, as a reading is given them; where nothing was found the article's first.
  std::vector<ReaderSentence> ToRead(uint32_t article, uint32_t most) const;

 private:
  RetrieveWork retrieve_;
};

}  // namespace pith::train

#endif  // PITH_TOOLS_TRAIN_READER_FOUND_SENTENCES_H_
