#include "tools/compiler/markup/page_metadata.h"

#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"
#include "tools/compiler/markup/boilerplate.h"
#include "tools/compiler/markup/class_words.h"
#include "tools/compiler/markup/clean_text.h"
#include "tools/compiler/markup/element_kinds.h"
#include "tools/compiler/markup/json_ld.h"
#include "tools/compiler/markup/page_blocks.h"
#include "tools/compiler/markup/page_title.h"
#include "tools/compiler/markup/tables.h"
#include "tools/compiler/markup/written_day.h"

namespace pith::compiler {
namespace {

// Names of metadata, in lower case and without marks: "article:published_time" is "articlepublishedtime".
constexpr absl::string_view kTitleNames[] = {"ogtitle",  "twittertitle", "dctitle",       "dctermstitle",
                                             "headline", "parselytitle", "sailthrutitle", "citationtitle"};
constexpr absl::string_view kDateNames[] = {"articlepublishedtime",
                                            "datepublished",
                                            "ogpublishedtime",
                                            "publisheddate",
                                            "pubdate",
                                            "publishdate",
                                            "publicationdate",
                                            "parselypubdate",
                                            "sailthrudate",
                                            "articledateoriginal",
                                            "dcdateissued",
                                            "dctermsissued",
                                            "dctermscreated",
                                            "dcdatecreated",
                                            "dctermsdate",
                                            "dcdate",
                                            "citationdate",
                                            "citationpublicationdate",
                                            "originalpublicationdate",
                                            "datecreated",
                                            "rnewsdatepublished",
                                            "displaydate",
                                            "date"};
constexpr absl::string_view kChangeNames[] = {"articlemodifiedtime", "datemodified",   "ogupdatedtime", "lastmodified",
                                              "dctermsmodified",     "dcdatemodified", "lastmod",       "revised"};
constexpr absl::string_view kAuthorNames[] = {"author",        "articleauthor", "dccreator",      "dctermscreator",
                                              "byl",           "parselyauthor", "sailthruauthor", "citationauthor",
                                              "twittercreator"};
constexpr absl::string_view kDateWords[] = {"date",     "published", "pubdate", "posted",  "timestamp",
                                            "dateline", "datetime",  "time",    "created", "byline"};
constexpr size_t kMostDateLine = 200, kMostAuthorLine = 100;  // bytes; a longer one is prose

class MetadataReader {
 public:
  explicit MetadataReader(const Document& page)
      : page_(page), boilerplate_(FindBoilerplate(page)), json_ld_(ReadJsonLd(page)) {
    for (uint32_t i = 0; i < page_.size(); ++i) {
      if (!page_.IsText(i)) Note(i);
    }
    for (uint32_t i = 1; i < page_.size(); ++i) {
      const bool data = page_[i].tag == GUMBO_TAG_TABLE && IsDataTable(page_, i);
      if (data || boilerplate_[page_[i].parent]) boilerplate_[i] = true;
    }
  }

  PageMetadata Read() {
    PageMetadata found;
    found.title = Title();
    found.date = Date();
    found.author = Author();
    found.language = Language();
    found.url = Url();
    return found;
  }

 private:
  // Takes what the element says in its attributes.
  void Note(uint32_t node) {
    const GumboTag tag = page_[node].tag;
    if (tag == GUMBO_TAG_META) {
      for (const char* attribute : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string name = absl::StrReplaceAll(absl::AsciiStrToLower(page_.Attribute(node, attribute)),
                                                     {{":", ""}, {".", ""}, {"-", ""}, {"_", ""}, {" ", ""}});
        std::string content = CleanLine(page_.Attribute(node, "content"));
        if (!name.empty() && !content.empty()) metadata_.emplace(name, std::move(content));
      }
    } else if (tag == GUMBO_TAG_LINK && absl::EqualsIgnoreCase(page_.Attribute(node, "rel"), "canonical")) {
      canonical_ = std::string(page_.Attribute(node, "href"));
    } else if (tag == GUMBO_TAG_TITLE && document_title_.empty()) {
      document_title_ = CleanLine(page_.TextOf(node));
    }
  }

  std::string Metadata(absl::string_view name) const {
    const auto it = metadata_.find(name);
    return it == metadata_.end() ? "" : it->second;
  }

  std::string Title() const {
    TitleSources sources;
    sources.document = document_title_;
    sources.stated = CleanLine(json_ld_.headline);
    for (const absl::string_view name : kTitleNames) {
      if (sources.stated.empty()) sources.stated = Metadata(name);
    }
    sources.site = Metadata("ogsitename");
    for (uint32_t i = 0; i < page_.size(); ++i) {
      if (page_.IsText(i) || boilerplate_[i]) continue;
      const bool headline = absl::StrContains(page_.Attribute(i, "itemprop"), "headline");
      const uint8_t level = page_[i].tag == GUMBO_TAG_META ? 0 : headline ? 1 : HeadingLevel(page_[i].tag);
      if (level != 1 && level != 2) continue;
      std::string heading = LineOf(page_, i);
      if (!heading.empty()) sources.headings.push_back({std::move(heading), level == 1});
    }
    return ChooseTitle(sources);
  }

  template <typename Names>
  std::string DayOf(const Names& names) const {
    for (const absl::string_view name : names) {
      const std::string day = WrittenDay(Metadata(name));
      if (!day.empty()) return day;
    }
    return "";
  }

  std::string Date() const {
    std::string day = WrittenDay(json_ld_.published);
    if (day.empty()) day = DayOf(kDateNames);
    if (day.empty()) day = DayOnPage();
    if (day.empty()) day = DayInUrl();
    if (day.empty()) day = WrittenDay(json_ld_.modified);
    if (day.empty()) day = DayOf(kChangeNames);
    return day;
  }

  // The day of an element, by its attributes or else its text.
  std::string DayAt(uint32_t node) const {
    for (const char* attribute : {"datetime", "content", "title"}) {
      const std::string day = WrittenDay(page_.Attribute(node, attribute));
      if (!day.empty()) return day;
    }
    const std::string text = LineOf(page_, node);
    return text.size() > kMostDateLine ? "" : WrittenDay(text);
  }

  // What the page shows: marked as the date of publication, or else as a date at all, or called one, or said in words.
  std::string DayOnPage() const {
    std::string time, called, said, said_aside;
    for (uint32_t i = 0; i < page_.size(); ++i) {
      if (page_.IsText(i)) {
        std::string& day = boilerplate_[i] ? said_aside : said;
        if (day.empty()) day = SaidDay(i);
      } else if (!boilerplate_[i]) {
        const bool marked =
            absl::StrContains(page_.Attribute(i, "itemprop"), "datePublished") || page_.HasAttribute(i, "pubdate");
        const std::string day = marked ? DayAt(i) : "";
        if (!day.empty()) return day;
        if (time.empty() && page_[i].tag == GUMBO_TAG_TIME) time = DayAt(i);
        if (called.empty() && IsCalledDate(i)) called = DayAt(i);
      }
    }
    for (const std::string& day : {time, called, said, said_aside}) {
      if (!day.empty()) return day;
    }
    return "";
  }

  bool IsCalledDate(uint32_t node) const {
    const GumboTag tag = page_[node].tag;
    if (tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_META) return false;
    for (const std::string& word : ClassWords(page_, node)) {
      if (absl::c_linear_search(kDateWords, word)) return true;
    }
    return false;
  }

  // "Published on 5 May 2021", or a line that says little but "5 May 2021".
  std::string SaidDay(uint32_t node) const {
    constexpr size_t kMostAround = 60;  // bytes
    const absl::string_view text = page_[node].text;
    if (text.size() < 8 || text.size() > kMostDateLine) return "";
    const std::string lower = absl::AsciiStrToLower(text);
    for (const std::string beginning : {"published", "posted", "issued", "updated", "modified"}) {
      const size_t at = lower.find(beginning);
      if (at == std::string::npos) continue;
      const std::string day = WrittenDay(text.substr(at, beginning.size() + kMostAround));
      if (!day.empty()) return day;
    }
    const std::string day = boilerplate_[node] ? "" : WrittenDay(text);
    return !day.empty() && LineOf(page_, page_[node].parent).size() <= kMostAround ? day : "";
  }

  // https://example.org/2022/01/06/storm.html
  std::string DayInUrl() const {
    const std::string url = Url();
    for (size_t slash = url.find('/', 8); slash != std::string::npos; slash = url.find('/', slash + 1)) {
      const std::string day = WrittenDay(absl::string_view(url).substr(slash + 1, 10));
      if (!day.empty() && absl::ascii_isdigit(static_cast<unsigned char>(url[slash + 1]))) return day;
    }
    return "";
  }

  std::string Author() const {
    std::string author = CleanLine(json_ld_.author);
    for (const absl::string_view name : kAuthorNames) {
      if (author.empty()) author = AuthorIn(Metadata(name));
    }
    for (uint32_t i = 0; i < page_.size() && author.empty(); ++i) {
      if (page_.IsText(i) || boilerplate_[i]) continue;
      const bool marked = page_.Attribute(i, "rel") == "author" || page_.Attribute(i, "itemprop") == "author";
      if (marked || HasClassWord(page_, i, "byline") || HasClassWord(page_, i, "author")) {
        author = AuthorIn(CleanLine(page_.TextOf(i)));
      }
    }
    return author;
  }

  // "By Ana Vega" is Ana Vega; an address or a paragraph is nobody.
  static std::string AuthorIn(const std::string& line) {
    absl::string_view author = line;
    for (const absl::string_view by : {"By ", "by ", "BY ", "Written by ", "Author: "})
      absl::ConsumePrefix(&author, by);
    if (author.size() > kMostAuthorLine || absl::StrContains(author, "://") || absl::StartsWith(author, "@")) return "";
    return std::string(author);
  }

  std::string Language() const {
    absl::string_view language = page_.Attribute(0, "lang");
    if (language.empty()) language = page_.Attribute(0, "xml:lang");
    if (!language.empty()) return std::string(language);
    for (const absl::string_view name : {"contentlanguage", "oglocale", "dclanguage"}) {
      const std::string stated = Metadata(name);
      if (!stated.empty()) return absl::StrReplaceAll(stated, {{"_", "-"}});
    }
    return json_ld_.language;
  }

  std::string Url() const {
    for (const std::string& url : {canonical_, Metadata("ogurl")}) {
      if (absl::StartsWith(url, "http://") || absl::StartsWith(url, "https://")) return url;
    }
    return "";
  }

  const Document& page_;
  std::vector<bool> boilerplate_;  // and tables of data, with all that is in them
  const JsonLd json_ld_;
  absl::flat_hash_map<std::string, std::string> metadata_;
  std::string canonical_, document_title_;
};

}  // namespace

PageMetadata ReadMetadata(const Document& page) { return MetadataReader(page).Read(); }

}  // namespace pith::compiler
