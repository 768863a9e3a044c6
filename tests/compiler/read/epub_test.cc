#include "tools/compiler/read/epub.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "tests/compiler/read/epub_maker.h"
#include "tools/compiler/read/read.h"

namespace pith::compiler {
namespace {

using Files = std::map<std::string, std::string>;

absl::StatusOr<std::vector<Article>> FromEpub(const std::string& bytes) {
  std::vector<Problem> problems;
  return ReadArticles("book.epub", bytes, {}, &problems);
}

// The error of a book.
std::string Error(const Files& files) { return std::string(FromEpub(MakeZip(files)).status().message()); }

// A book with `from` replaced by `to` in one of its files.
Files With(const std::string& file, const std::string& from, const std::string& to) {
  Files files = BookFiles();
  EXPECT_NE(files[file].find(from), std::string::npos);
  files[file] = absl::StrReplaceAll(files[file], {{from, to}});
  return files;
}

TEST(EpubTest, ChaptersInReadingOrder) {
  const auto articles = FromEpub(MakeZip(BookFiles()));
  ASSERT_TRUE(articles.ok()) << articles.status();
  ASSERT_EQ(articles->size(), 2u);
  const Article &one = (*articles)[0], &two = (*articles)[1];
  EXPECT_EQ(one.id, "OEBPS/text/one 1.xhtml");
  EXPECT_EQ(one.title, "The first mill");
  EXPECT_EQ(one.text, "Ann Weir built it in 1790.\n");
  EXPECT_EQ(one.date, "2019-05-01");
  EXPECT_EQ(one.lang, "en");
  EXPECT_EQ(two.title, "Its stones");
  EXPECT_EQ(two.text, "Of stones\n\nThere were two.\n");
  EXPECT_EQ(two.blocks[0].anchor, "start");
}

TEST(EpubTest, Epub2) {
  Files files = With("OEBPS/book.opf", "<spine>", "<spine toc='ncx'>");
  files["OEBPS/book.opf"] = absl::StrReplaceAll(
      files["OEBPS/book.opf"],
      {{"href='nav.xhtml' properties='nav'", "href='text/nav.xhtml'"},
       {"<manifest>", "<manifest><item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/>"}});
  files["OEBPS/toc.ncx"] =
      "<?xml version='1.0'?><!DOCTYPE ncx PUBLIC '-//NISO//DTD ncx 2005-1//EN' "
      "'http://www.daisy.org/z3986/2005/ncx-2005-1.dtd'><ncx "
      "xmlns='http://www.daisy.org/z3986/2005/ncx/'><navMap><navPoint "
      "id='a'><navLabel><text>Chapter the first</text></navLabel><content src='text/one%201.xhtml'/><navPoint "
      "id='b'><navLabel><text>Of stones</text></navLabel><content "
      "src='text/two.xhtml'/></navPoint></navPoint></navMap></ncx>";
  const auto articles = FromEpub(MakeZip(files));
  ASSERT_TRUE(articles.ok()) << articles.status();
  EXPECT_EQ((*articles)[0].title, "Chapter the first");
  EXPECT_EQ((*articles)[1].title, "Of stones");
  EXPECT_EQ((*articles)[1].text, "There were two.\n");
}

TEST(EpubTest, BadBooks) {
  EXPECT_EQ(FromEpub("PK\3\4 and so on").status().message().find("book.epub: no ZIP archive that can be read"), 0u);
  EXPECT_EQ(FromEpub("").status().message(), "book.epub: no EPUB: the archive has no file \"mimetype\"");
  const std::string whole = MakeZip(BookFiles());
  EXPECT_FALSE(FromEpub(whole.substr(0, whole.size() / 2)).ok());
  EXPECT_EQ(Error({{"a.txt", "x"}}), "book.epub: no EPUB: the archive has no file \"mimetype\"");
  EXPECT_EQ(Error({{"mimetype", "application/zip"}}), "book.epub: no EPUB: its file \"mimetype\" says otherwise");
  EXPECT_EQ(Error({{"mimetype", "application/epub+zip"}}), "book.epub: META-INF/container.xml: is not in the archive");
  EXPECT_EQ(Error(With("META-INF/container.xml", "OEBPS/book.opf", "book.opf")),
            "book.epub: book.opf: is not in the archive");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "</metadata>", "</meta>")),
            "book.epub: OEBPS/book.opf: not well-formed XML at line 1: mismatched tag");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "idref='c2'", "idref='c9'")),
            "book.epub: the spine names \"c9\", which the manifest lacks");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "id='c2'", "id='c1'")),
            "book.epub: the package has two files with the id \"c1\"");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "text/two.xhtml", "text/three.xhtml")),
            "book.epub: the chapter OEBPS/text/three.xhtml is not in the archive");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "<itemref idref='c1'/><itemref idref='c2'/>", "")),
            "book.epub: a book without text");
}

TEST(EpubTest, PathsThatLeadOut) {
  EXPECT_EQ(Error(With("OEBPS/book.opf", "text/two.xhtml", "../../two.xhtml")),
            "book.epub: the path \"../../two.xhtml\" leads out of the archive");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "text/two.xhtml", "/etc/passwd")),
            "book.epub: the path \"/etc/passwd\" leads out of the archive");
  EXPECT_EQ(Error(With("OEBPS/book.opf", "text/two.xhtml", "https://example.org/two.xhtml")),
            "book.epub: the path \"https://example.org/two.xhtml\" leads out of the archive");
  for (const char* path : {"../two.xhtml", "/two.xhtml", "a/../../two.xhtml", "C:\\two.xhtml"}) {
    Files files = BookFiles();
    files[path] = "x";
    EXPECT_EQ(Error(files),
              absl::StrCat("book.epub: a file of the archive has the path \"", path, "\", which leads out of it"));
  }
}

TEST(EpubTest, ZipBomb) {
  Files files = BookFiles();
  files["OEBPS/text/two.xhtml"] = std::string((size_t{64} << 20) + 1, ' ');
  EXPECT_EQ(Error(files), "book.epub: OEBPS/text/two.xhtml: larger than 64 MiB when unpacked");
}

TEST(EpubTest, Encrypted) {
  Files files = BookFiles();
  const std::string encryption =
      "<encryption><EncryptedData><EncryptionMethod Algorithm='METHOD'/></EncryptedData></encryption>";
  files["META-INF/encryption.xml"] =
      absl::StrReplaceAll(encryption, {{"METHOD", "http://www.w3.org/2001/04/xmlenc#aes128-cbc"}});
  EXPECT_EQ(Error(files), "book.epub: the book is encrypted");
  files["META-INF/encryption.xml"] =
      absl::StrReplaceAll(encryption, {{"METHOD", "http://www.idpf.org/2008/embedding"}});
  EXPECT_EQ(Error(files), "") << "only its fonts are";
}

TEST(EpubTest, EntitiesThatGrow) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE package [<!ENTITY a 'aaaaaaaaaa'>";
  for (char c = 'b'; c <= 'k'; ++c) {
    absl::StrAppend(&bomb, "<!ENTITY ", std::string(1, c), " '");
    for (int i = 0; i < 10; ++i) absl::StrAppend(&bomb, "&", std::string(1, static_cast<char>(c - 1)), ";");
    absl::StrAppend(&bomb, "'>");
  }
  Files files = BookFiles();
  files["OEBPS/book.opf"] = bomb + "]><package><title>&k;</title></package>";
  EXPECT_NE(Error(files).find("limit on input amplification"), std::string::npos) << Error(files);
}

}  // namespace
}  // namespace pith::compiler
