// A part whose tokens and candidates are other ones, in codes again: what no change of a byte does on purpose.

#ifndef PITH_TESTS_SUPPORT_RECODED_H_
#define PITH_TESTS_SUPPORT_RECODED_H_

#include <string>
#include <vector>

#include "engine/index/part.h"
#include "tests/support/taken_apart.h"
#include "tools/compiler/write/sentence_coder.h"

namespace pith::testing {

struct CodedSentence {
  std::vector<TokenRecord> tokens;
  std::vector<CandidateRecord> candidates;
};

inline CodedSentence SentenceOf(const Part& part, uint32_t sentence) {
  CodedSentence out;
  for (TokenReader reader(part, sentence); reader.Next();) out.tokens.push_back(reader.token());
  CandidateReader candidates(part, sentence, part.TokenCount(sentence));
  while (candidates.Read()) out.candidates.push_back(candidates.candidate());
  return out;
}

// `bytes`: a part. Calls change(&sentences) between reading and writing them.
template <typename Change>
std::string Recoded(const std::string& bytes, Change change) {
  Part part;
  if (!part.Open(BytesIn(bytes))) return {};
  std::vector<CodedSentence> sentences;
  for (uint32_t s = 0; s < part.sentences.size(); ++s) sentences.push_back(SentenceOf(part, s));
  change(&sentences);
  TakenPart taken = TakenPart::From(BytesIn(bytes));
  TakenTable& records = taken[PartTable::kSentences];
  compiler::SentenceCoder coder(part.text, part.term_count(), part.values.size(), part.entities.size());
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    records.at(s, 2) = coder.tokens().size();
    records.at(s, 3) = coder.candidates().size();
    coder.BeginSentence(part.sentences[s].begin);
    for (const TokenRecord& token : sentences[s].tokens) coder.Add(token);
    for (const CandidateRecord& candidate : sentences[s].candidates) coder.Add(candidate);
    records.at(s, 7) = sentences[s].tokens.size();
    records.at(s, 8) = sentences[s].candidates.size();
  }
  taken[PartTable::kTokens].bytes = coder.tokens().bytes();
  taken[PartTable::kCandidates].bytes = coder.candidates().bytes();
  return taken.Put();
}

}  // namespace pith::testing

#endif  // PITH_TESTS_SUPPORT_RECODED_H_
