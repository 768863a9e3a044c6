// An index that knows its own structure: taken apart, changed field by field as the input says, and put together with
// right checksums, so that every change is of the content. The language block is changed as well, and the bytes of both
// change between the steps of a question. Then calls read it, alone or in a set of two to eight members.

#include <fuzzer/FuzzedDataProvider.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include "engine/index/index.h"
#include "engine/network/network.h"
#include "pith/pith.h"
#include "tests/fuzz/named_file.h"
#include "tests/fuzz/small_reader.h"
#include "tests/support/call_everything.h"

namespace pith::testing {
namespace {

// One of several articles, one for search alone that has some of the same ids, and one of a single article.
constexpr const char* kIndexes[] = {"PITH_FUZZ_INDEX", "PITH_FUZZ_SEARCH", "PITH_FUZZ_SINGLE"};
constexpr size_t kIndexCount = sizeof kIndexes / sizeof kIndexes[0];

const TakenIndex& GoodIndex(size_t which) {
  static const auto* const indexes = [] {
    auto* const taken = new std::vector<TakenIndex>;
    for (const char* const name : kIndexes) taken->push_back(TakenIndex::From(ReadNamedFile(name)));
    return taken;
  }();
  return (*indexes)[which];
}

const std::string& GoodFile(size_t which) {
  static const auto* const files = [] {
    auto* const put = new std::vector<std::string>;
    for (size_t i = 0; i < kIndexCount; ++i) put->push_back(TakenIndex(GoodIndex(i)).Put());
    return put;
  }();
  return (*files)[which];
}

const TakenBlock& GoodBlock() {
  static const auto* const block = new TakenBlock(
      WithSmallReader(ReadNamedFile("PITH_FUZZ_LANGUAGE"), {"the", "president", "of", "in", "who", "resign"}));
  return *block;
}

constexpr const char* kQuestions[] = {
    "Who is the prime minister of Armenia?",
    "Did the president resign in January 2022?",
    "Was Kassym-Jomart Tokayev not elected on Monday?",
    "How many people were killed in Almaty?",
    "When did Kazakhstan declare independence?",
    "Wen did Kazakstan declar indepedence fro Rusia?",
    "Why did the protests begin, and where?",
    "What does CSTO stand for?",
    "Which countries sent troops to the airport?",
    "Did police close the bridge?",
    "Did the mayor open the museum?",
    "Did Ilse Varga found the Orrendal Bird Society?",
    "Was the ferry built by the son of Varga?",
    "Did 50 ships leave the harbour?",
    "How long did the ferry to Brund take in 1990?",
    "Did Ida Holm sell the mill or the barge?",
    "Might the council pay 12 million euros?",
    "What is the mill made of, and how old is it?",
    "Where does the crane nest?",
    "Who keeps the key?",
    "Who pays for the ferry?",
    "When did the museum open?",
    "What sort of bird is the crane?",
    "How tall is the tower?",
    "How many seats does the ferry have?",
    "Did Ilse Varga count 40 cranes?",
    "Was the tower built in Kvasir?",
    "Did the museum open on Sunday?",
    "Did somebody see the crane?",
    "Did the wife of the miller sell all boats?",
    "Did the miller build a house near Brund?",
    "Do owls nest in the tower?",
    "Since when is the museum open?",
};

// Searches, with all that a search may demand.
constexpr const char* kSearches[] = {
    "\"bird society\" crane", "ferry -harbour", "title:birds founded", "-\"two hours\" ferry", "boat", "cranse",
};

using Input = FuzzedDataProvider;

uint64_t Pick(Input* in, uint32_t size) {
  const uint64_t most = in->PickValueInArray<uint64_t>({0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, ~uint64_t{0}});
  switch (in->ConsumeIntegralInRange<int>(0, 5)) {
    case 0:
      return 0;
    case 1:
      return most;
    case 2:
      return most - in->ConsumeIntegral<uint8_t>();
    case 3:
      return size + in->ConsumeIntegralInRange<int>(-2, 2);
    default:
      return in->ConsumeIntegral<uint16_t>();
  }
}

// One change of a packed table: a number, a whole field, two records, or the table's size.
void Change(Input* in, TakenTable* table) {
  if (table->fields == 0) {
    if (table->bytes.empty()) return;
    const auto at = in->ConsumeIntegralInRange<size_t>(0, table->bytes.size() - 1);
    if (in->ConsumeBool()) {
      table->bytes.replace(at, 1, in->ConsumeRandomLengthString(8));
    } else {
      table->bytes.resize(at);
    }
    return;
  }
  if (table->size() == 0) return table->Resize(in->ConsumeIntegralInRange<uint32_t>(0, 3));
  const auto record = [&] { return in->ConsumeIntegralInRange<uint32_t>(0, table->size() - 1); };
  const auto field = in->ConsumeIntegralInRange<uint32_t>(0, table->fields - 1);
  const uint32_t a = record(), b = record();
  switch (in->ConsumeIntegralInRange<int>(0, 6)) {
    case 0:
      table->at(a, field) = Pick(in, table->size());
      break;
    case 1:
      table->at(a, field) += in->ConsumeBool() ? 1 : ~uint64_t{0};
      break;
    case 2:
      std::swap(table->at(a, field), table->at(b, field));
      break;
    case 3:  // one like the other: ranges overlap, orders stand still
      for (uint32_t f = 0; f < table->fields; ++f) table->at(a, f) = table->at(b, f);
      break;
    case 4:  // a circle: each record names the next
      for (uint32_t i = a; i < table->size() && i < a + 8; ++i) table->at(i, field) = i + 1;
      table->at(a, field) = b;
      break;
    case 5:
      table->Fill(field, Pick(in, table->size()));
      break;
    default:
      table->Resize(in->ConsumeIntegralInRange<uint32_t>(0, 2 * table->size()));
      break;
  }
}

void ChangeBytes(Input* in, std::string* bytes) {
  if (bytes->empty()) return;
  const auto at = in->ConsumeIntegralInRange<size_t>(
      0, in->ConsumeBool() ? bytes->size() - 1 : std::min<size_t>(bytes->size() - 1, 64));
  const std::string value = in->ConsumeRandomLengthString(8);
  for (size_t i = 0; i < value.size() && at + i < bytes->size(); ++i) (*bytes)[at + i] = value[i];
}

// One change of a section as a whole, or of its bytes.
void ChangeSection(Input* in, TakenSection* section, uint32_t other_name) {
  switch (in->ConsumeIntegralInRange<int>(0, 7)) {
    case 0:
      section->bytes.resize(in->ConsumeIntegralInRange<size_t>(0, section->bytes.size()));
      break;
    case 1:
      section->bytes.assign(section->bytes.size(), static_cast<char>(in->ConsumeIntegral<uint8_t>()));
      break;
    case 2:
      section->name = other_name;
      break;
    default:
      ChangeBytes(in, &section->bytes);
  }
}

void ChangeIndex(Input* in, TakenIndex* index) {
  // Mostly one change: a second one is seen only if the first is not.
  for (auto n = in->PickValueInArray({1, 1, 1, 1, 2, 3, 6, 0}); n > 0; --n) {
    if (in->ConsumeIntegralInRange<int>(0, 3) == 0) {
      // The tables of the whole index; of those that are put together anew from the parts, some numbers.
      TakenSection& section = index->sections[in->ConsumeIntegralInRange<size_t>(0, index->sections.size() - 1)];
      const bool put_anew = section.name == kSectionMeta || section.name == kSectionIds ||
                            section.name == kSectionDirectory || section.name == kSectionArticles;
      put_anew ? ChangeBytes(in, &section.bytes) : ChangeSection(in, &section, FourLetters("XXXX"));
      continue;
    }
    const auto part = in->ConsumeIntegralInRange<size_t>(0, index->parts.size() - 1);
    const auto table = in->ConsumeIntegralInRange<uint32_t>(0, kPartTables + 1);
    Change(in, table == kPartTables       ? &index->terms
               : table == kPartTables + 1 ? &index->postings
                                          : &index->parts[part].tables[table]);
  }
  if (in->ConsumeIntegralInRange<int>(0, 15) != 0) return;
  for (size_t i = 0; i < index->parts.size(); ++i) {
    index->offsets.push_back(in->ConsumeIntegral<uint16_t>());
    index->sizes.push_back(in->ConsumeIntegral<uint16_t>());
  }
}

void ChangeBlock(Input* in, TakenBlock* block) {
  for (auto n = in->ConsumeIntegralInRange<int>(1, 3); n > 0; --n) {
    TakenSection& section = block->sections[in->ConsumeIntegralInRange<size_t>(0, block->sections.size() - 1)];
    ChangeSection(in, &section, in->PickValueInArray({kSectionNetwork, kSectionWords, kSectionBuckets, section.name}));
  }
}

// Asks in steps, between which bytes of the files change.
void AskWhileChanging(Input* in, const pith_index& index, const char* question, std::string* file, std::string* block) {
  alignas(8) static unsigned char work[PITH_WORK_BYTES];
  pith_answer answers[4];
  uint32_t count = 0, steps = 0;
  int32_t more = 1;
  if (pith_ask_begin(&index, PITH_ALL_ARTICLES, question, std::strlen(question), work, sizeof work) != PITH_OK) return;
  while (more != 0 && in->remaining_bytes() > 8) {
    if (in->ConsumeBool()) ChangeBytes(in, in->ConsumeBool() ? file : block);
    if (pith_ask_step(&index, work, sizeof work, &more) != PITH_OK || ++steps > PITH_MAX_STEPS) std::abort();
  }
  pith_ask_end(&index, 0, work, sizeof work, answers, 4, &count);
}

// A set, and what has to stay where it is as long as the set is used.
struct Members {
  pith_index of[PITH_MAX_MEMBERS];
  std::string changed;  // the file of a second member that is not as it was written
  uint32_t left_out[64];
};

// Makes a set of `index`, the member at some place, and of others: good ones, the same one, another changed one. False
// if it cannot be made.
bool MakeSet(Input* in, const pith_index& index, const std::string& block, Members* members, pith_index* set) {
  const auto count = in->ConsumeIntegralInRange<uint32_t>(2, in->ConsumeBool() ? 3 : PITH_MAX_MEMBERS);
  const auto at = in->ConsumeIntegralInRange<uint32_t>(0, count - 1);
  for (uint32_t m = 0; m < count; ++m) {
    const auto which = in->ConsumeIntegralInRange<size_t>(0, kIndexCount);
    members->of[m] = index;
    if (m == at || which == kIndexCount) continue;
    const std::string* file = &GoodFile(which);
    if (members->changed.empty() && in->ConsumeIntegralInRange<int>(0, 3) == 0) {
      TakenIndex other = GoodIndex(which);
      ChangeIndex(in, &other);
      members->changed = other.Put();
      members->changed.shrink_to_fit();
      file = &members->changed;
    }
    if (pith_open(file->data(), file->size(), block.data(), block.size(), &members->of[m]) != PITH_OK) return false;
  }
  pith_text withdrawn[3];
  const auto gone = in->ConsumeIntegralInRange<uint32_t>(0, 3);
  for (uint32_t i = 0; i < gone; ++i) {
    const char* const id = in->PickValueInArray({"b", "c", "d", "f3", "f16", "nobody", ""});
    withdrawn[i] = {id, static_cast<uint32_t>(std::strlen(id))};
  }
  pith_set_report report;
  const uint32_t room = in->ConsumeBool() ? 64 : in->ConsumeIntegralInRange<uint32_t>(0, 64);
  return pith_open_set(members->of, count, withdrawn, gone, members->left_out, room, set, &report) == PITH_OK;
}

// As on a processor without wide registers.
void UsePortableLoops(pith_index* index) {
  OpenedIndex opened = *OpenedIn(index);
  opened.kernel = static_cast<uint8_t>(Kernel::kPortable);
  PlaceIn(opened, index);
}

// One group of calls, so that many files are tried.
void CallSome(Input* in, const pith_index& index) {
  EverythingCaller caller(index, 12);
  const char* const question = in->PickValueInArray(kQuestions);
  const char* const search = in->PickValueInArray(kSearches);
  switch (in->ConsumeIntegralInRange<int>(0, 5)) {
    case 0:
      caller.AskIn(in->ConsumeBool() ? 0 : PITH_ALL_ARTICLES, question, std::strlen(question));
      break;
    case 1:
      caller.Search(search, std::strlen(search));
      caller.Summarize(question, std::strlen(question));
      break;
    case 2:
      caller.Lookup("Tokayev", 7, "said", 4);
      caller.Lookup("prime minister", 14, "", 0);
      break;
    case 3:
      caller.Walk();
      break;
    default:
      caller.Verify();
  }
  if (caller.broken() != nullptr) {
    std::fprintf(stderr, "broken: %s\n", caller.broken());
    std::abort();
  }
}

}  // namespace
}  // namespace pith::testing

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace pith::testing;
  static const std::string good_block = GoodBlock().Put();
  // The first byte says which index is changed, mostly the first, and whether it is read in a set; the rest, what
  // happens.
  const uint8_t first = size == 0 ? 0 : data[0];
  const size_t which = first % 4 == 3 ? 1 + first / 4 % 2 : 0;
  const bool in_set = first / 8 % 4 == 3;
  Input in(data, size);
  std::string block = good_block;
  if (in.ConsumeIntegralInRange<int>(0, 3) == 0) {
    TakenBlock changed = GoodBlock();
    ChangeBlock(&in, &changed);
    block = changed.Put();
  }
  TakenIndex changed = GoodIndex(which);
  ChangeIndex(&in, &changed);
  std::string file = changed.Put();
  if (in.ConsumeIntegralInRange<int>(0, 15) == 0) {
    // What no checksum covers.
    const size_t at = in.ConsumeIntegralInRange<size_t>(0, file.size());
    in.ConsumeBool() ? file.append(in.ConsumeRandomLengthString(16)) : file.erase(at);
    if (!file.empty() && in.ConsumeBool()) file[at % file.size()] ^= 1;
  }
  // Buffers of their own size, so that a read past the end is one past the allocation.
  file.shrink_to_fit(), block.shrink_to_fit();
  pith_index index;
  if (pith_open(file.data(), file.size(), block.data(), block.size(), &index) != PITH_OK) return 0;
  if (in.ConsumeIntegralInRange<int>(0, 3) == 0) UsePortableLoops(&index);
  Members members;
  pith_index set;
  if (in_set && !MakeSet(&in, index, block, &members, &set)) return 0;
  const pith_index& read = in_set ? set : index;
  CallSome(&in, read);
  if (in.ConsumeBool()) AskWhileChanging(&in, read, in.PickValueInArray(kQuestions), &file, &block);
  return 0;
}
