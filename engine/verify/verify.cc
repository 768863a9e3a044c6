#include "engine/verify/verify.h"

#include "engine/find/titles.h"
#include "engine/format/crc32.h"
#include "engine/format/order.h"
#include "engine/index/dictionary.h"
#include "engine/index/members.h"
#include "engine/language/fold.h"

namespace pith {
namespace {

constexpr uint64_t kAlignment = 8;

class IndexCheck {
 public:
  IndexCheck(const OpenedIndex& index, pith_fault* fault) : index_(index), fault_(fault) {}

  pith_status Run() {
    const bool sound = CheckBytes() && CheckLanguage() && CheckReader() && CheckArticles() && CheckIds() &&
                       CheckTerms() && CheckTitles() && CheckSpellings() && CheckWordings() && CheckLookups();
    if (!sound) return PITH_DAMAGED;
    if (!HasLaterReader(index_)) return PITH_OK;
    FailInLanguage(kSectionNetwork, 0, "the reader is of a later version: answers come without it");
    return PITH_TOO_NEW;
  }

 private:
  bool Fail(uint32_t section, uint64_t offset, const char* message) {
    if (fault_ == nullptr) return false;
    for (uint32_t i = 0; i < 4; ++i) fault_->section[i] = static_cast<char>(section >> (8 * i));
    fault_->section[4] = 0;
    fault_->offset = offset;
    fault_->message = message;
    return false;
  }

  // Records a fault `at` bytes into the section named `section`.
  bool FailIn(uint32_t section, uint64_t at, const char* message) {
    for (uint32_t i = 0; i < index_.sections; ++i) {
      const SectionRecord record = index_.Section(i);
      if (record.name == section) return Fail(section, record.offset + at, message);
    }
    return Fail(section, 0, message);
  }

  // The same for a section of the language block.
  bool FailInLanguage(uint32_t section, uint64_t at, const char* message) {
    uint64_t block_at = 0;  // 0 if the block is kept apart from the index
    for (uint32_t i = 0; i < index_.sections; ++i) {
      if (index_.Section(i).name == kSectionLanguage) block_at = index_.Section(i).offset;
    }
    return Fail(section, block_at + index_.language.OffsetOf(section) + at, message);
  }

  bool AllZero(uint64_t begin, uint64_t end) {
    for (uint64_t i = begin; i < end; ++i) {
      if (index_.file.U8(i) != 0) return Fail(0, i, "a byte between sections is not zero");
    }
    return true;
  }

  // Checks the checksums, and that only padding lies between the sections and after the last.
  bool CheckBytes() {
    uint64_t free = kHeaderBytes + uint64_t{index_.sections} * SectionRecord::kBytes;
    for (uint32_t i = 0; i < index_.sections; ++i) {
      const SectionRecord record = index_.Section(i);
      if (record.offset - free >= kAlignment) return Fail(record.name, free, "a gap before the section");
      if (!AllZero(free, record.offset)) return false;
      if (Crc32(index_.file.Sub(record.offset, record.size)) != record.crc32) {
        return Fail(record.name, record.offset, "the section does not match its checksum");
      }
      free = record.offset + record.size;
    }
    if (!CheckSignature()) return false;
    if (index_.file.size() - free >= kAlignment) return Fail(0, free, "bytes behind the last section");
    if (!AllZero(free, index_.file.size())) return false;
    if (index_.given != index_.file.size()) return Fail(0, index_.file.size(), "bytes behind the end of the index");
    return true;
  }

  // Checks the form of a signature; whether it is right is for those who hold the key (pith_signed_bytes).
  bool CheckSignature() {
    for (uint32_t i = 0; i < index_.sections; ++i) {
      const SectionRecord section = index_.Section(i);
      if (section.name != kSectionSignature) continue;
      const Bytes bytes = index_.file.Sub(section.offset, section.size);
      const SignatureRecord record = SignatureRecord::Load(bytes);
      if (bytes.size() != SignatureRecord::kBytes || section.offset + section.size != index_.file.size() ||
          record.version != kSignatureVersion || record.zero != 0 || bytes.U32(SignatureRecord::kZeroAt) != 0) {
        return Fail(section.name, section.offset, "the signature is not one, or not at the end");
      }
    }
    return true;
  }

  bool CheckLanguage() {
    uint32_t section = 0;
    if (index_.language.Verify(&section) == PITH_OK) return true;
    if (section == 0) return FailIn(kSectionLanguage, 0, "the language block is damaged");
    return FailInLanguage(section, 0, "the section does not match its checksum");
  }

  bool CheckReader() {
    if (HasLaterReader(index_)) return true;
    const Fault fault = VerifyReader(index_);
    if (!fault.found()) return true;
    return fault.section == kSectionVectors ? FailIn(fault.section, fault.offset, fault.message)
                                            : FailInLanguage(fault.section, fault.offset, fault.message);
  }

  bool CheckArticles() {
    uint64_t free = 0, sentences = 0, words = 0, facts = 0;
    for (uint32_t i = 0; i < index_.size(); ++i) {
      const DirectoryRecord record = index_.directory[i];
      if (record.offset != free) {
        return FailIn(kSectionDirectory, uint64_t{i} * DirectoryRecord::kBytes, "an article is not where it should be");
      }
      Part part;
      if (!OpenPart(index_, i, &part)) return FailIn(kSectionArticles, record.offset, "a part's tables do not fit");
      const Fault fault = VerifyPart(part, index_.language);
      if (fault.found()) return FailIn(kSectionArticles, record.offset + fault.offset, fault.message);
      if (!CheckTermsOf(part, i) || !CheckWordingsOf(part, i) || !CheckLookupsOf(part, i)) {
        return false;
      }
      free = (record.offset + record.size + kAlignment - 1) / kAlignment * kAlignment;
      sentences += part.sentences.size();
      words += part.head[0].words;
      facts += part.facts.size();
    }
    if (free != index_.articles.size()) return FailIn(kSectionArticles, free, "bytes behind the last article");
    const MetaRecord& meta = index_.meta;
    if (meta.sentences != sentences || meta.words != words || meta.facts != facts) {
      return FailIn(kSectionMeta, 0, "the totals are not those of the articles");
    }
    if (meta.contents > kSearchOnly) return FailIn(kSectionMeta, 0, "contents of no kind known here");
    if (meta.threshold > 10000) return FailIn(kSectionMeta, 0, "the threshold is above 1");
    return true;
  }

  // Checks that ids rise strictly. There are as many ids as articles, so each article is listed once.
  bool CheckIds() {
    Part before;
    for (uint32_t i = 0; i < index_.ids.size(); ++i) {
      Part part;
      const uint64_t at = uint64_t{i} * NumberRecord::kBytes;
      if (!OpenPart(index_, index_.ids[i].number, &part)) return FailIn(kSectionIds, at, "no such article");
      if (i != 0 && Compare(before.StringBytes(before.head[0].id), part.StringBytes(part.head[0].id)) >= 0) {
        return FailIn(kSectionIds, at, "ids are out of order");
      }
      before = part;
    }
    return true;
  }

  // Checks that TERM and POST have every term of an article.
  bool CheckTermsOf(const Part& part, uint32_t article) {
    if (index_.size() < 2) return true;
    for (uint32_t t = 0; t < part.term_count(); ++t) {
      const Range range = PostingsIn(index_, part.terms()[t].key);
      const uint32_t at =
          PartitionPoint(range.begin, range.end, [&](uint32_t i) { return index_.postings[i].sentence() < article; });
      const PostingRecord posting = index_.postings[at];
      if (at == range.end || posting.sentence() != article || posting.weight() != part.ImpactOf(t)) {
        return FailIn(kSectionPostings, index_.postings.ByteOf(at), "an article's term is missing");
      }
    }
    terms_ += part.term_count();
    return true;
  }

  // Checks that ASKS has every settled question of an article.
  bool CheckWordingsOf(const Part& part, uint32_t article) {
    if (index_.size() < 2) return true;
    for (uint32_t w = 0; w < part.wordings.size(); ++w) {
      const uint64_t key = part.wordings[w].key;
      const uint32_t at = PartitionPoint(0, index_.wordings.size(), [&](uint32_t i) {
        const WordingPlaceRecord place = index_.wordings[i];
        return place.key != key ? place.key < key : place.article < article;
      });
      const WordingPlaceRecord place = index_.wordings[at];
      if (at == index_.wordings.size() || place.key != key || place.article != article) {
        return FailIn(kSectionWordings, index_.wordings.ByteOf(at), "an article's question is missing");
      }
    }
    wordings_ += part.wordings.size();
    return true;
  }

  // Checks that LOOK has every key of an article.
  bool CheckLookupsOf(const Part& part, uint32_t article) {
    if (index_.lookups.size() == 0) return true;
    for (uint32_t i = 0, before = kNone; i < part.lookup.size(); ++i) {
      const uint32_t prefix = LookupPrefix(part.lookup[i].key, index_.size());
      if (i != 0 && prefix == before) continue;
      before = prefix;
      ++lookups_;
      const uint32_t at = PartitionPoint(0, index_.lookups.size(), [&](uint32_t k) {
        const LookupPlaceRecord place = index_.lookups[k];
        return place.prefix != prefix ? place.prefix < prefix : place.article < article;
      });
      const LookupPlaceRecord place = index_.lookups[at];
      if (at == index_.lookups.size() || place.prefix != prefix || place.article != article) {
        return FailIn(kSectionLookups, index_.lookups.ByteOf(at), "an article's facts are missing");
      }
    }
    return true;
  }

  bool CheckLookups() {
    if (index_.lookups.size() == 0) return true;
    if (index_.lookups.size() != lookups_) return FailIn(kSectionLookups, 0, "facts of no article");
    for (uint32_t i = 1; i < index_.lookups.size(); ++i) {
      const LookupPlaceRecord before = index_.lookups[i - 1], place = index_.lookups[i];
      if (before.prefix != place.prefix ? before.prefix > place.prefix : before.article >= place.article) {
        return FailIn(kSectionLookups, index_.lookups.ByteOf(i), "facts are out of order");
      }
    }
    return true;
  }

  // With as many places as questions, and each question's found, only their order is left to check.
  bool CheckWordings() {
    if (index_.wordings.size() != wordings_) return FailIn(kSectionWordings, 0, "questions of no article");
    for (uint32_t i = 1; i < index_.wordings.size(); ++i) {
      const WordingPlaceRecord before = index_.wordings[i - 1], place = index_.wordings[i];
      if (before.key != place.key ? before.key > place.key : before.article >= place.article) {
        return FailIn(kSectionWordings, index_.wordings.ByteOf(i), "questions are out of order");
      }
    }
    return true;
  }

  bool CheckTerms() {
    const uint32_t terms = index_.terms.size();
    if (index_.postings.size() != terms_) return FailIn(kSectionPostings, 0, "postings of no article");
    if (terms == 0) return index_.size() < 2 || FailIn(kSectionTerms, 0, "the terms are missing");
    for (uint32_t t = 0; t + 1 < terms; ++t) {
      const Range range = PostingsAt(index_.terms, t, index_.postings.size());
      const uint64_t at = index_.terms.ByteOf(t);
      if (t != 0 && index_.terms[t - 1].key >= index_.terms[t].key) {
        return FailIn(kSectionTerms, at, "keys are out of order");
      }
      if (range.size() == 0 || range.end != index_.terms[t + 1].first_posting || (t == 0 && range.begin != 0)) {
        return FailIn(kSectionTerms, at, "a term's postings are out of order");
      }
      for (uint32_t i = range.begin; i + 1 < range.end; ++i) {
        if (index_.postings[i].sentence() >= index_.postings[i + 1].sentence()) {
          return FailIn(kSectionPostings, index_.postings.ByteOf(i), "articles are out of order");
        }
      }
    }
    if (index_.terms[terms - 1].first_posting != index_.postings.size()) {
      return FailIn(kSectionTerms, 0, "postings of no term");
    }
    return true;
  }

  bool CheckSpellings() {
    if (index_.spellings.empty()) return true;
    const Dictionary words(index_.spellings);
    if (!words.IsWhole(true)) {
      return FailIn(kSectionSpellings, 0, "the words are out of order or do not fill the section");
    }
    for (uint32_t i = 0; i < words.size(); ++i) {
      if (!IsValidUtf8(words[i], nullptr)) return FailIn(kSectionSpellings, 0, "a word is not UTF-8");
    }
    return true;
  }

  bool CheckTitles() {
    if (index_.titles.size() == 0 && index_.title_words.empty()) return true;
    const Dictionary words(index_.title_words);
    if (index_.titles.size() != words.size() || !words.IsWhole(false)) {
      return FailIn(kSectionTitleWords, 0, "the titles are out of order or not as many as their records");
    }
    PartCursor parts(index_);
    for (uint32_t i = 0; i < index_.titles.size(); ++i) {
      const TitleRecord record = index_.titles[i], before = index_.titles[i == 0 ? 0 : i - 1];
      const Part* part = parts.At(record.article);
      const bool rises =
          record.article != before.article ? record.article > before.article : record.alias > before.alias;
      const bool ordered = i == 0 || Compare(words[i - 1], words[i]) != 0 || rises;
      const Bytes title = part == nullptr ? Bytes() : TitleOf(*part, record.alias);
      if (!ordered || title.empty() || Compare(FoldedTitle(index_.language, title).bytes(), words[i]) != 0) {
        return FailIn(kSectionTitles, index_.titles.ByteOf(i), "a title is out of order or not its article's");
      }
    }
    return true;
  }

  const OpenedIndex& index_;
  pith_fault* fault_;
  uint64_t terms_ = 0, wordings_ = 0, lookups_ = 0;  // of all articles together
};

}  // namespace

pith_status VerifyIndex(const OpenedIndex& index, pith_fault* fault) { return IndexCheck(index, fault).Run(); }

}  // namespace pith
