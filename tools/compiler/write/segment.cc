#include "tools/compiler/write/segment.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "engine/reader/reader.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {
namespace {

// The terms of one part, which is article number `article`.
void AddTermsOf(const Part& part, uint32_t article, std::vector<ArticleTerm>* out) {
  for (uint32_t t = 0; t < part.term_count(); ++t) out->push_back({part.terms()[t].key, article, part.ImpactOf(t)});
}

void AddAll(const WordVectors& vectors, VectorCodes* out) {
  for (uint32_t i = 0; i < vectors.size(); ++i) out->emplace(vectors.Hash(i), vectors.Codes(i));
}

class IndexTerms : public TermCursor {
 public:
  explicit IndexTerms(const OpenedIndex& index) : index_(index) {}

  bool Next(ArticleTerm* out) override {
    PostingRecord posting = {};
    do {
      while (posting_ == end_) {
        if (term_ + 1 >= index_.terms.size()) return false;
        key_ = index_.terms[term_].key;
        const Range range = PostingsAt(index_.terms, term_++, index_.postings.size());
        posting_ = range.begin;
        end_ = range.end;
      }
      posting = index_.postings[posting_++];
    } while (posting.sentence() >= index_.size());  // of a file that was made to deceive
    *out = {key_, posting.sentence(), posting.weight()};
    return true;
  }

 private:
  const OpenedIndex& index_;
  uint32_t term_ = 0, key_ = 0, posting_ = 0, end_ = 0;
};

class ListedTerms : public TermCursor {
 public:
  explicit ListedTerms(const std::vector<ArticleTerm>& terms) : terms_(terms) {}
  bool Next(ArticleTerm* out) override {
    if (next_ == terms_.size()) return false;
    *out = terms_[next_++];
    return true;
  }

 private:
  const std::vector<ArticleTerm>& terms_;
  size_t next_ = 0;
};

}  // namespace

void AddVectorsOf(const Part& part, const Language& language, const WordVectors& from, VectorCodes* out) {
  const WordVectors common(language.Section(kSectionCommonVectors));
  if (!common.has_book()) return;
  for (uint32_t s = 0; s < part.sentences.size(); ++s) {
    for (TokenReader reader(part, s); reader.Next();) {
      const uint32_t word = ReadToken(language, reader.token(), reader.Text(), false).word;
      if (!common.Find(word).empty()) continue;
      const Bytes codes = from.Find(word);
      if (!codes.empty()) out->emplace(word, codes);
    }
  }
}

Bytes Segment::Id(uint32_t article) const {
  Part part;
  return part.Open(PartBytes(article)) ? part.StringBytes(part.head[0].id) : Bytes();
}

void Segment::LeaveOut(const std::vector<uint32_t>& articles) {
  if (articles.empty()) return;
  std::vector<bool> out(size());
  for (uint32_t i = 0; i < size(); ++i) out[i] = NumberOf(i) == kNone;
  for (const uint32_t article : articles) out[article] = true;
  numbers_.assign(size(), kNone);
  kept_ = 0;
  for (uint32_t i = 0; i < size(); ++i) {
    if (!out[i]) numbers_[i] = kept_++;
  }
}

Bytes IndexSegment::PartBytes(uint32_t article) const {
  const DirectoryRecord record = index_.directory[article];
  return index_.articles.Sub(record.offset, record.size);
}

std::unique_ptr<TermCursor> IndexSegment::Terms() const { return std::make_unique<IndexTerms>(index_); }

void IndexSegment::AddVectors(const Language& language, VectorCodes* out) const {
  const WordVectors vectors(index_.vectors, WordVectors());
  if (IsWhole()) return AddAll(vectors, out);
  for (uint32_t i = 0; i < size(); ++i) {
    Part part;
    if (NumberOf(i) != kNone && part.Open(PartBytes(i))) AddVectorsOf(part, language, vectors, out);
  }
}

LooseSegment::LooseSegment(std::vector<LoosePart> parts) : parts_(std::move(parts)), by_id_(parts_.size()) {
  std::iota(by_id_.begin(), by_id_.end(), 0);
  std::vector<absl::string_view> ids;
  for (uint32_t i = 0; i < size(); ++i) ids.push_back(AsChars(Id(i)));
  std::stable_sort(by_id_.begin(), by_id_.end(), [&](uint32_t x, uint32_t y) { return ids[x] < ids[y]; });
}

std::unique_ptr<TermCursor> LooseSegment::Terms() const {
  if (terms_.empty()) {
    for (uint32_t i = 0; i < size(); ++i) {
      Part part;
      if (NumberOf(i) != kNone && part.Open(parts_[i].part)) AddTermsOf(part, i, &terms_);
    }
    std::sort(terms_.begin(), terms_.end(), [](const ArticleTerm& x, const ArticleTerm& y) {
      return std::tie(x.key, x.article) < std::tie(y.key, y.article);
    });
  }
  return std::make_unique<ListedTerms>(terms_);
}

void LooseSegment::AddVectors(const Language& language, VectorCodes* out) const {
  for (uint32_t i = 0; i < size(); ++i) {
    Part part;
    if (NumberOf(i) == kNone) continue;
    if (parts_[i].picked) {
      AddAll(parts_[i].vectors, out);
    } else if (part.Open(parts_[i].part)) {
      AddVectorsOf(part, language, parts_[i].vectors, out);
    }
  }
}

}  // namespace pith::compiler
