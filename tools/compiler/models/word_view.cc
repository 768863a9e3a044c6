#include "tools/compiler/models/word_view.h"

#include <utf8proc.h>

#include <algorithm>
#include <string>

#include "engine/format/fnv.h"

namespace pith::compiler {
namespace {

// The ASCII form of a typographic mark, or null.
const char* PlainForm(int32_t code) {
  switch (code) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x2032:
    case 0x00B4:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0x00AD:
      return "-";
    case 0x2014:
    case 0x2015:
      return "--";
    case 0x2026:
      return "...";
    default:
      return nullptr;
  }
}

void AppendCode(int32_t code, std::string* out) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t size = utf8proc_encode_char(code, bytes);
  out->append(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
}

// One word at a time, with its strings kept to spare allocations.
class Viewer {
 public:
  explicit Viewer(const Clusters& clusters) : clusters_(clusters) {}

  WordView View(absl::string_view word) {
    form_.clear();
    lower_.clear();
    shape_.clear();
    uppers_ = lowers_ = 0;
    WordView view;
    for (size_t at = 0; at < word.size();) {
      const uint8_t byte = static_cast<uint8_t>(word[at]);
      if (byte < 0x80) {
        AddAscii(static_cast<char>(byte));
        ++at;
        continue;
      }
      int32_t code = 0;
      const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(word.data()) + at,
                                                     static_cast<utf8proc_ssize_t>(word.size() - at), &code);
      if (size <= 0) {
        AddOther(0xFFFD);
        ++at;
        continue;
      }
      at += static_cast<size_t>(size);
      if (const char* plain = PlainForm(code)) {
        for (; *plain != 0; ++plain) AddAscii(*plain);
      } else {
        AddOther(code);
      }
    }
    Describe(&view);
    return view;
  }

  int uppers() const { return uppers_; }
  int lowers() const { return lowers_; }

 private:
  void AddShape(char kind) {
    const size_t size = shape_.size();
    if (size < 2 || shape_[size - 1] != kind || shape_[size - 2] != kind) shape_.push_back(kind);
  }

  void AddAscii(char c) {
    if (c >= 'A' && c <= 'Z') {
      form_.push_back(c);
      lower_.push_back(static_cast<char>(c - 'A' + 'a'));
      ++uppers_;
      AddShape('X');
    } else if (c >= '0' && c <= '9') {
      form_.push_back('0');
      lower_.push_back('0');
      AddShape('0');
    } else {
      form_.push_back(c);
      lower_.push_back(c);
      const bool letter = c >= 'a' && c <= 'z';
      lowers_ += letter;
      AddShape(letter ? 'x' : c);
    }
  }

  void AddOther(int32_t code) {
    const int32_t lower = utf8proc_tolower(code);
    AppendCode(code, &form_);
    AppendCode(lower, &lower_);
    const utf8proc_category_t category = utf8proc_category(code);
    const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    uppers_ += lower != code;
    lowers_ += letter && lower == code;
    AddShape(lower != code ? 'X' : letter ? 'x' : '~');
  }

  void Describe(WordView* view) const {
    view->form = HashBytes(form_);
    view->lower = HashBytes(lower_);
    view->shape = HashBytes(shape_);
    const size_t size = lower_.size();
    Feature prefix = 1, suffix = 2;
    for (size_t i = 0; i < kAffixes; ++i) {
      if (i < size) {
        prefix = Mix(prefix, static_cast<uint8_t>(lower_[i]));
        suffix = Mix(suffix, static_cast<uint8_t>(lower_[size - 1 - i]));
      }
      view->prefix[i] = prefix;
      view->suffix[i] = suffix;
    }
    view->capital = !shape_.empty() && shape_[0] == 'X';
    view->upper = uppers_ > 1 && lowers_ == 0;
    view->letters = uppers_ + lowers_ > 0;
    view->digits = shape_.find('0') != std::string::npos;
    const WordClusters clusters = clusters_.Find(view->lower);
    view->fine = clusters.fine;
    view->mid = clusters.mid;
    view->coarse = clusters.coarse;
  }

  const Clusters& clusters_;
  std::string form_, lower_, shape_;
  int uppers_ = 0, lowers_ = 0;
};

}  // namespace

Feature HashBytes(absl::string_view bytes) {
  Feature hash = kFnvStart64;
  for (const char c : bytes) hash = FnvStep(hash, Feature{static_cast<uint8_t>(c)});
  hash ^= hash >> 32;
  hash *= 0xff51afd7ed558ccdULL;
  return hash ^ (hash >> 29);
}

SentenceView ViewSentence(const Clusters& clusters, absl::string_view text, const Sentence& sentence) {
  SentenceView view;
  view.words.reserve(sentence.tokens.size());
  Viewer viewer(clusters);
  int words = 0, capitals = 0, uppers = 0, lowers = 0;
  uint32_t end = sentence.begin;
  for (const Token& token : sentence.tokens) {
    view.words.push_back(viewer.View(text.substr(token.begin, token.end - token.begin)));
    WordView& word = view.words.back();
    word.glued = token.begin == end && view.words.size() > 1;
    end = token.end;
    uppers += viewer.uppers();
    lowers += viewer.lowers();
    if (viewer.uppers() + viewer.lowers() > 3) {
      ++words;
      capitals += word.capital;
    }
  }
  if (lowers == 0 && uppers > 1) {
    view.style = CaseStyle::kUpper;
  } else if (uppers * 20 > lowers * 19) {
    view.style = CaseStyle::kUpper;
  } else if (uppers == 0) {
    view.style = CaseStyle::kLower;
  } else if (words > 3 && capitals * 5 > words * 4) {
    view.style = CaseStyle::kTitle;
  }
  return view;
}

}  // namespace pith::compiler
