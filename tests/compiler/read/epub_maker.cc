#include "tests/compiler/read/epub_maker.h"

#include <gtest/gtest.h>
#include <zip.h>

namespace pith::compiler {

std::string MakeZip(const std::map<std::string, std::string>& files) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(source);
  zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  for (const auto& [path, bytes] : files) {
    zip_source_t* const file = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    EXPECT_GE(zip_file_add(archive, path.c_str(), file, 0), 0) << path;
  }
  EXPECT_EQ(zip_close(archive), 0);
  zip_stat_t info;
  EXPECT_EQ(zip_source_open(source), 0);
  zip_source_stat(source, &info);
  std::string bytes(info.size, '\0');
  EXPECT_EQ(zip_source_read(source, &bytes[0], info.size), static_cast<zip_int64_t>(info.size));
  zip_source_close(source);
  zip_source_free(source);
  zip_error_fini(&error);
  return bytes;
}

std::map<std::string, std::string> BookFiles() {
  return {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<?xml version='1.0'?><container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' "
       "version='1.0'><rootfiles>"
       "<rootfile full-path='OEBPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>"},
      {"OEBPS/book.opf",
       "<?xml version='1.0'?><package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata "
       "xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Mills of the Weir</dc:title><dc:language>en</dc:language>"
       "<dc:date>2019-05-01</dc:date></metadata><manifest><item id='nav' href='nav.xhtml' properties='nav' "
       "media-type='application/xhtml+xml'/><item id='cover' href='cover.xhtml' "
       "media-type='application/xhtml+xml'/><item "
       "id='c1' href='text/one%201.xhtml' media-type='application/xhtml+xml'/><item id='c2' href='text/two.xhtml' "
       "media-type='application/xhtml+xml'/></manifest><spine><itemref idref='cover'/><itemref idref='c1'/><itemref "
       "idref='c2'/></spine></package>"},
      {"OEBPS/nav.xhtml",
       "<html xmlns='http://www.w3.org/1999/xhtml'><body><nav><ol><li><a href='text/one%201.xhtml'>The first "
       "mill</a><ol><li><a href='text/two.xhtml#start'>Its stones</a></li></ol></li></ol></nav></body></html>"},
      {"OEBPS/cover.xhtml", "<html><head><title/></head><body><img src='c.jpg'/></body></html>"},
      {"OEBPS/text/one 1.xhtml",
       "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body><h1>The first "
       "mill</h1><p><a id='p1'/>Ann Weir built it in 1790.</p></body></html>"},
      {"OEBPS/text/two.xhtml", "<html><body><h2 id='start'>Of stones</h2><p>There were two.</p></body></html>"},
  };
}

}  // namespace pith::compiler
