// Files that are right in header and checksums and made to keep a call busy: one for each way that was found.

#ifndef PITH_TESTS_WORK_CRAFTED_H_
#define PITH_TESTS_WORK_CRAFTED_H_

#include <functional>
#include <string>
#include <vector>

#include "engine/find/lookup.h"
#include "tests/support/taken_apart.h"

namespace pith::testing {

// What the lookups of the test look for as an object.
inline const std::string kSoughtObject = "b c d zz";

struct Crafted {
  const char* name;
  std::function<void(TakenIndex*)> craft;
};

// Changes the language block that an index embeds.
template <typename Change>
void ChangeBlock(TakenIndex* index, Change change) {
  std::string& bytes = (*index)[kSectionLanguage];
  TakenBlock block = TakenBlock::From(bytes);
  change(&block);
  bytes = block.Put();
}

// `count` copies of the records of a table, one after the other.
inline void Repeat(TakenTable* table, uint32_t count) {
  const std::vector<uint64_t> once = table->numbers;
  table->changed = true;
  for (uint32_t i = 1; i < count; ++i) table->numbers.insert(table->numbers.end(), once.begin(), once.end());
}

// A string number for `bytes` at the end of the pool.
inline uint32_t AddString(TakenPart* part, const std::string& bytes) {
  TakenTable& strings = (*part)[PartTable::kStrings];
  TakenTable& pool = (*part)[PartTable::kPool];
  const uint32_t number = strings.size();
  strings.Resize(number + 1);
  strings.at(number, 0) = (*part)[PartTable::kText].size() + pool.size();
  strings.at(number, 1) = bytes.size();
  pool.bytes += bytes;
  return number;
}

inline std::string Words(uint32_t count) {
  std::string words;
  for (uint32_t i = 0; i < count; ++i) words += std::string(1, static_cast<char>('b' + i % 20)) + " ";
  return words;
}

inline std::vector<Crafted> CraftedFiles() {
  return {
      {"sentences that share their tokens",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         part[PartTable::kText].bytes.resize(300000, 'x');
         Repeat(&part[PartTable::kSentences], 300000 / part[PartTable::kSentences].size() / 2);
         TakenTable& sentences = part[PartTable::kSentences];
         sentences.Fill(2, 0);
         sentences.Fill(7, kMaxSentenceTokens);
       }},
      {"sentences that share their candidates",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         part[PartTable::kText].bytes.resize(300000, 'x');
         Repeat(&part[PartTable::kSentences], 300000 / part[PartTable::kSentences].size() / 2);
         TakenTable& sentences = part[PartTable::kSentences];
         sentences.Fill(3, 0);
         sentences.Fill(8, kMaxSentenceCandidates);
       }},
      {"a directory that names one part many times",
       [](TakenIndex* index) {
         const std::string part = index->parts[0].Put();
         index->offsets.assign(50000, 0);
         index->sizes.assign(50000, part.size());
       }},
      {"a directory that names two parts in turn",
       [](TakenIndex* index) {
         index->parts.push_back(index->parts[0]);
         const std::string part = index->parts[0].Put();
         const uint64_t second = (part.size() + 7) / 8 * 8;
         for (uint32_t i = 0; i < 50000; ++i) {
           index->offsets.push_back(i % 2 == 0 ? 0 : second);
           index->sizes.push_back(part.size());
         }
       }},
      {"lookup records that name one fact with a long object",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         const uint32_t object = AddString(&part, Words(2040));
         part[PartTable::kFacts].Fill(5, object);
         TakenTable& lookup = part[PartTable::kLookup];
         Repeat(&lookup, 100000 / lookup.size());
         std::vector<uint64_t> keys;
         for (uint32_t i = 0; i < lookup.size(); ++i) keys.push_back(lookup.at(i, 0));
         std::sort(keys.begin(), keys.end());
         for (uint32_t i = 0; i < lookup.size(); ++i) lookup.at(i, 0) = keys[i], lookup.at(i, 1) = 0;
       }},
      {"very many facts with a long object under one key",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         TakenTable& facts = part[PartTable::kFacts];
         facts.Fill(5, AddString(&part, Words(2040)));
         facts.Fill(12, 9000);
         facts.Fill(13, 5000);
         Repeat(&facts, 60000 / facts.size());
         Language language;
         PhraseKeys sought;
         Language::Open(BytesIn((*index)[kSectionLanguage]), &language);
         ReadPhrase(language, BytesIn(kSoughtObject), &sought);
         TakenTable& lookup = part[PartTable::kLookup];
         lookup.Resize(0);
         lookup.Resize(facts.size());
         lookup.Fill(0, ObjectKey(sought.head));
         for (uint32_t i = 0; i < lookup.size(); ++i) lookup.at(i, 1) = i;
       }},
      {"an entity with very many names, mentioned in long mentions",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         const uint32_t name = AddString(&part, std::string(120, 'a') + "b");
         part[PartTable::kText].bytes.resize(200000, 'a');
         part[PartTable::kAliases].Resize(100000);
         part[PartTable::kAliases].Fill(0, name);
         TakenTable& entities = part[PartTable::kEntities];
         for (uint32_t i = 0; i < entities.size(); ++i) {
           entities.at(i, 0) = name;
           entities.at(i, 1) = i % 2 == 0 ? 0 : 100000;
           entities.at(i, 2) = i % 2 == 0 ? 0 : part[PartTable::kMentions].size();
         }
         part[PartTable::kMentions].Fill(0, 0);
         part[PartTable::kMentions].Fill(1, 1000);
         part[PartTable::kMentions].Fill(2, 200000);
       }},
      {"strings of characters that fold to nothing",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         std::string nothing;
         for (uint32_t i = 0; i < 100000; ++i) nothing += "\xC2\xAD";
         const uint32_t subject = AddString(&part, nothing);
         TakenTable& facts = part[PartTable::kFacts];
         facts.Fill(3, subject);
         facts.Fill(12, 9000);
         Repeat(&facts, 60000 / facts.size());
       }},
      {"very many facts with one long relation",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         TakenTable& facts = part[PartTable::kFacts];
         facts.Resize(1);
         facts.at(0, 4) = AddString(&part, Words(128));
         facts.at(0, 14) = 0;
         Repeat(&facts, 300000);
       }},
      {"postings that do not rise, shared by all terms",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         TakenTable& postings = part[PartTable::kPostings];
         Repeat(&postings, 200000 / postings.size());
         TakenTable& terms = part[PartTable::kTerms];
         for (uint32_t i = 0; i < terms.size(); ++i) terms.at(i, 1) = i % 2 == 0 ? 0 : postings.size();
       }},
      {"postings of one sentence",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         TakenTable& postings = part[PartTable::kPostings];
         Repeat(&postings, 200000 / postings.size());
         postings.Fill(1, 3);
         TakenTable& terms = part[PartTable::kTerms];
         for (uint32_t i = 0; i < terms.size(); ++i) terms.at(i, 1) = i % 2 == 0 ? 0 : postings.size();
       }},
      {"an order that names one sentence over and over",
       [](TakenIndex* index) {
         index->parts[0][PartTable::kOrder].Resize(0);
         index->parts[0][PartTable::kOrder].Resize(10000);
       }},
      {"very many sentences without a word",
       [](TakenIndex* index) {
         TakenPart& part = index->parts[0];
         part[PartTable::kText].bytes.resize(400000, '\n');
         part[PartTable::kSentences].Resize(400000);
       }},
      {"a bucket of very many words",
       [](TakenIndex* index) {
         ChangeBlock(index, [](TakenBlock* block) {
           std::string& directory = (*block)[kSectionBuckets];
           for (size_t i = 0; i < directory.size(); ++i) directory[i] = i % 4 < 2 ? '\0' : '\xFF';
         });
       }},
      {"very many endings of no letters",
       [](TakenIndex* index) {
         ChangeBlock(index, [](TakenBlock* block) { (*block)[kSectionSuffixes].assign(640000, '\0'); });
       }},
      {"as many endings of no letters as are allowed, and buckets as large",
       [](TakenIndex* index) {
         ChangeBlock(index, [](TakenBlock* block) {
           (*block)[kSectionSuffixes].assign(kMaxSuffixes * Language::SuffixRecord::kBytes, '\0');
           std::string& directory = (*block)[kSectionBuckets];
           for (size_t i = 0; i < directory.size(); ++i) directory[i] = i % 4 == 2 ? kMaxBucketWords : '\0';
         });
       }},
      {"very many clitics and patterns",
       [](TakenIndex* index) {
         ChangeBlock(index, [](TakenBlock* block) {
           (*block)[kSectionClitics].assign(400000, '\0');
           const std::string patterns = (*block)[kSectionPatterns];
           for (uint32_t i = 0; i < 100; ++i) (*block)[kSectionPatterns] += patterns;
         });
       }},
      {"buckets of very many phrases",
       [](TakenIndex* index) {
         ChangeBlock(index, [](TakenBlock* block) {
           for (const uint32_t name : {kSectionPhrases, kSectionOpposites}) {
             std::string& phrases = (*block)[name];
             const size_t buckets = size_t{1} << BytesIn(phrases).U16(0);
             for (size_t i = 2; i < 2 * buckets + 4; ++i) phrases[i] = (i - 2) % 4 < 2 ? '\0' : '\xFF';
             phrases.resize(phrases.size() + 130000);
           }
         });
       }},
  };
}

}  // namespace pith::testing

#endif  // PITH_TESTS_WORK_CRAFTED_H_
