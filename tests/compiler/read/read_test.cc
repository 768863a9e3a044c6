#include "tools/compiler/read/read.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "engine/format/records.h"
#include "tools/compiler/read/encoding.h"
#include "tools/compiler/read/place.h"

namespace pith::compiler {
namespace {

using Articles = absl::StatusOr<std::vector<Article>>;

Articles Read(const std::string& path, const std::string& contents, ReadOptions options = {}) {
  std::vector<Problem> problems;
  return ReadArticles(path, contents, options, &problems);
}

// The message of a bad input.
std::string Error(const std::string& path, const std::string& contents, ReadOptions options = {}) {
  const Articles articles = Read(path, contents, options);
  EXPECT_EQ(articles.status().code(), absl::StatusCode::kInvalidArgument);
  return std::string(articles.status().message());
}

TEST(ReadTest, PlainTextIsKeptByteForByte) {
  const std::string text = " One.\r\n\r\nTwo – “three”.\n";
  const Articles articles = Read("some/folder/my.story.txt", text);
  ASSERT_TRUE(articles.ok()) << articles.status();
  ASSERT_EQ(articles->size(), 1u);
  EXPECT_EQ((*articles)[0].id, "my.story");
  EXPECT_EQ((*articles)[0].text, text);
  EXPECT_EQ((*articles)[0].date, "");
}

TEST(ReadTest, DateHeads) {
  struct Case {
    const char *input, *date, *text;
  };
  const Case cases[] = {
      {"date 2022-01-06 Rain fell.", "2022-01-06", "Rain fell."},
      {" date 2022-01-06\n\nRain fell. ", "2022-01-06", "Rain fell. "},
      {"\xEF\xBB\xBF"
       "date 2022-01-06 Rain fell.",
       "2022-01-06", "Rain fell."},
      {"date 2022-02-30 Rain fell.", "", "date 2022-02-30 Rain fell."},
      {"date 2022-01-06x Rain.", "", "date 2022-01-06x Rain."},
      {"dates 2022-01-06 Rain.", "", "dates 2022-01-06 Rain."},
      {"Rain. date 2022-01-06", "", "Rain. date 2022-01-06"},
  };
  for (const Case& c : cases) {
    const Articles articles = Read("a.txt", c.input);
    ASSERT_TRUE(articles.ok()) << c.input;
    EXPECT_EQ((*articles)[0].date, c.date) << c.input;
    EXPECT_EQ((*articles)[0].text, c.text) << c.input;
  }
}

TEST(ReadTest, DateOfTheCommandLineFillsIn) {
  ReadOptions options;
  options.date = "2001-02-03";
  EXPECT_EQ((*Read("a.txt", "Rain.", options))[0].date, "2001-02-03");
  EXPECT_EQ((*Read("a.txt", "date 2022-01-06 Rain.", options))[0].date, "2022-01-06");
}

TEST(ReadTest, Jsonl) {
  const Articles articles =
      Read("a.jsonl",
           "{\"id\":\"x\",\"text\":\"date 2020-01-01 Rain \\u00e9.\",\"date\":\"2021-05-06T10:00Z\","
           "\"title\":\"T\",\"url\":\"u\",\"lang\":\"en\",\"more\":[1]}\r\n"
           "\n"
           "{\"id\":\"y\",\"text\":\"Sun.\",\"title\":null}");
  ASSERT_TRUE(articles.ok()) << articles.status();
  ASSERT_EQ(articles->size(), 2u);
  const Article& x = (*articles)[0];
  EXPECT_EQ(x.id, "x");
  EXPECT_EQ(x.text, "Rain é.");
  EXPECT_EQ(x.date, "2021-05-06");  // the record's goes before the text's
  EXPECT_EQ(x.title, "T");
  EXPECT_EQ(x.url, "u");
  EXPECT_EQ(x.lang, "en");
  EXPECT_EQ((*articles)[1].title, "");
}

Articles ReadWith(const std::string& fields) {
  return Read("a.jsonl", "{\"id\":\"x\",\"text\":\"R.\"," + fields + "}");
}

TEST(ReadTest, Properties) {
  const Articles articles =
      ReadWith(R"("aliases":["B","","A","B"],"tags":["t"],"author":"W","licence":"L","image":"i",)"
               R"("meta":{ "z" : [1, -2.50, 1e3, {}, [], true, null], "a" : { "q\"" : "\u00e9\n" } })");
  ASSERT_TRUE(articles.ok()) << articles.status();
  const Article& x = (*articles)[0];
  EXPECT_EQ(x.aliases, (std::vector<std::string>{"B", "A"})) << "each once, as given";
  EXPECT_EQ(x.tags, (std::vector<std::string>{"t"}));
  EXPECT_EQ(x.author, "W");
  EXPECT_EQ(x.licence, "L");
  EXPECT_EQ(x.image, "i");
  EXPECT_EQ(x.meta, R"({"z":[1,-2.50,1e3,{},[],true,null],"a":{"q\"":"é\n"}})");
}

TEST(ReadTest, PropertiesThatAreNone) {
  const Articles articles = ReadWith(R"("aliases":null,"tags":[],"author":null,"meta":null)");
  ASSERT_TRUE(articles.ok()) << articles.status();
  EXPECT_TRUE((*articles)[0].aliases.empty() && (*articles)[0].tags.empty());
  EXPECT_EQ((*articles)[0].author + (*articles)[0].meta, "");
}

TEST(ReadTest, PropertiesOfAnotherType) {
  struct Case {
    std::string fields, error;
  };
  std::string many = R"("tags":["0")";
  for (int i = 1; i < 300; ++i) many += absl::StrCat(",\"", i, "\"");
  const Case cases[] = {
      {R"("aliases":"B")", "\"aliases\" is not an array of strings"},
      {R"("aliases":{"B":1})", "\"aliases\" is not an array of strings"},
      {R"("tags":["a",3])", "\"tags\" is not an array of strings"},
      {R"("tags":["a",["b"]])", "\"tags\" is not an array of strings"},
      {R"("tags":["a",null])", "\"tags\" is not an array of strings"},
      {R"("author":["W"])", "\"author\" is not a string"},
      {R"("meta":"m")", "\"meta\" is not an object"},
      {R"("meta":[1])", "\"meta\" is not an object"},
      {R"("tags":["a\u0000"])", "a NUL in \"tags\""},
      {many + "]", "\"tags\" has 300 strings; the limit is 256"},
      {"\"author\":\"" + std::string(4097, 'w') + "\"", "\"author\" has 4097 bytes; the limit is 4096"},
      {"\"meta\":{\"m\":\"" + std::string(65536, 'm') + "\"}", "\"meta\" has 65544 bytes; the limit is 65536"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(ReadWith(c.fields).status().message(), "a.jsonl:1: " + c.error) << c.fields.substr(0, 40);
  }
}

TEST(ReadTest, FormatByNameAndByFirstByte) {
  EXPECT_EQ((*Read("a.ndjson", "{\"id\":\"x\",\"text\":\"R.\"}"))[0].id, "x");
  EXPECT_EQ((*Read("-", " {\"id\":\"x\",\"text\":\"R.\"}"))[0].id, "x");
  EXPECT_EQ((*Read("-", "Rain."))[0].id, "stdin");
  EXPECT_EQ((*Read("noextension", "Rain."))[0].id, "noextension");
  EXPECT_EQ((*Read("dir.d/.hidden", "Rain."))[0].id, ".hidden");
  ReadOptions text;
  text.from = &FormatNamed("text");
  EXPECT_EQ((*Read("a.jsonl", "Rain.", text))[0].text, "Rain.");
  for (const char* path : {"a.csv", "a.xml", "a.pdf"}) {
    EXPECT_NE(Error(path, "Rain.").find("not supported in this version"), std::string::npos) << path;
  }
}

TEST(ReadTest, ErrorsSayWhere) {
  EXPECT_EQ(Error("a.txt", ""), "a.txt: an empty article");
  EXPECT_EQ(Error("a.txt", "date 2022-01-06 \n"), "a.txt: an empty article");
  EXPECT_EQ(Error("a.txt",
                  "ab\xFF"
                  "c"),
            "a.txt: not UTF-8 at byte 2 (--encoding auto may help)");
  EXPECT_EQ(Error("a.txt", std::string("abc\0d", 5)), "a.txt: a NUL byte at byte 3: not text");
  EXPECT_EQ(Error("a.jsonl", "{\"text\":\"R.\"}"), "a.jsonl:1: no \"id\"");
  EXPECT_EQ(Error("a.jsonl", "\n{\"id\":\"x\"}"), "a.jsonl:2: no \"text\"");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":3,\"text\":\"R.\"}"), "a.jsonl:1: \"id\" is not a string");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":\"x\",\"text\":\" \"}"), "a.jsonl:1: an empty article");
  EXPECT_EQ(Error("a.jsonl", "[1]"), "a.jsonl:1: not a JSON object");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":\"x\\n\",\"text\":\"R.\"}"), "a.jsonl:1: a control character in the id");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":\"x\",\"text\":\"R\\u0000.\"}"), "a.jsonl:1: a NUL byte at byte 1: not text");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":\"x\",\"text\":\"R.\",\"date\":\"6 May\"}"),
            "a.jsonl:1: \"date\" is not YYYY-MM-DD: 6 May");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":\"x\",\"text\":\"R.\"}\n{\"id\":\"y\" \"text\"}")
                .find("a.jsonl:2: not JSON at column 16: "),
            0u);
}

TEST(ReadTest, LimitOfOneArticle) {
  EXPECT_TRUE(Read("a.txt", std::string(kMaxArticleBytes, 'x')).ok());
  EXPECT_EQ(Error("a.txt", std::string(kMaxArticleBytes + 1, 'x')),
            "a.txt: an article of 16777217 bytes; the limit is 16777216");
}

TEST(ReadTest, OneIdTwice) {
  const std::string line = "{\"id\":\"x\",\"text\":\"R.\"}\n";
  EXPECT_EQ(Error("a.jsonl", line + line), "a.jsonl:2: the id \"x\" is taken by a.jsonl:1");
  Origins origins;
  std::vector<Problem> problems;
  ASSERT_TRUE(ReadArticles("one/x.txt", "Rain.", {}, &problems, &origins).ok());
  const Articles again = ReadArticles("two/x.txt", "Sun.", {}, &problems, &origins);
  EXPECT_EQ(again.status().message(), "two/x.txt: the id \"x\" is taken by one/x.txt");
}

TEST(ReadTest, KeepGoingLeavesOutTheBad) {
  ReadOptions options;
  options.keep_going = true;
  std::vector<Problem> problems;
  const Articles articles = ReadArticles("a.jsonl",
                                         "{\"id\":\"x\",\"text\":\"R.\"}\nnonsense\n{\"id\":\"x\",\"text\":\"S.\"}\n"
                                         "{\"id\":\"z\",\"text\":\"T.\"}\n",
                                         options, &problems);
  ASSERT_TRUE(articles.ok());
  ASSERT_EQ(articles->size(), 2u);
  EXPECT_EQ((*articles)[1].id, "z");
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].message.find("a.jsonl:2: not JSON"), 0u);
  EXPECT_EQ(problems[1].message.find("a.jsonl:3: the id"), 0u);
  EXPECT_EQ(problems[1].where, "a.jsonl:3");
  EXPECT_TRUE(ReadArticles("b.txt", "\xFF", options, &problems)->empty());
}

TEST(ReadTest, EncodingAuto) {
  ReadOptions options;
  std::vector<std::string> notes;
  options.auto_encoding = true;
  options.notes = &notes;
  EXPECT_EQ((*Read("a.txt", "café", options))[0].text, "café");
  EXPECT_TRUE(notes.empty());
  EXPECT_EQ((*Read("a.txt", "caf\xE9 \x93x\x94 \x80", options))[0].text, "café “x” €");
  EXPECT_EQ(notes, std::vector<std::string>{"a.txt: converted from windows-1252"});
  EXPECT_EQ((*Read("a.txt", std::string("\xFF\xFEh\0i\0\x3D\xD8\x00\xDE", 10), options))[0].text, "hi😀");
  EXPECT_EQ((*Read("a.txt", std::string("\xFE\xFF\0h\0i", 6), options))[0].text, "hi");
  EXPECT_EQ((*Read("a.txt", std::string("\xFF\xFE\0\0h\0\0\0i\0\0\0", 12), options))[0].text, "hi");
  EXPECT_EQ((*Read("a.txt", "\xFF\xFEh", options))[0].text, "\xEF\xBF\xBD") << "half a character";
  std::string binary;
  for (int i = 0; i < 4096; ++i) binary += static_cast<char>(i * 37);
  EXPECT_EQ(Error("a.txt", binary, options), "a.txt: binary, not text");
}

TEST(ReadTest, EncodingsOfOtherAlphabets) {
  ReadOptions options;
  options.auto_encoding = true;
  // "The mill was built in 1790. It ground corn." in Russian (windows-1251, KOI8-R) and Japanese (Shift JIS).
  const char russian[] = "Мельница была построена в 1790 году. Она молола зерно.";
  EXPECT_EQ((*Read("a.txt",
                   "\xCC\xE5\xEB\xFC\xED\xE8\xF6\xE0 \xE1\xFB\xEB\xE0 \xEF\xEE\xF1\xF2\xF0\xEE\xE5\xED\xE0 \xE2 1790 "
                   "\xE3\xEE\xE4\xF3. \xCE\xED\xE0 \xEC\xEE\xEB\xEE\xEB\xE0 \xE7\xE5\xF0\xED\xEE.",
                   options))[0]
                .text,
            russian);
  EXPECT_EQ((*Read("a.txt",
                   "\x82\xB1\x82\xCC\x90\x85\x8E\xD4\x82\xCD\x82P\x82V\x82X\x82O\x94N\x82\xC9\x8C\x9A\x82\xC4\x82\xE7"
                   "\x82\xEA\x82\xBD\x81\x42\x82\xBB\x82\xEA\x82\xCD\x82\xE0\x82\xA4\x96\xB3\x82\xA2\x81\x42",
                   options))[0]
                .text,
            "この水車は１７９０年に建てられた。それはもう無い。");
}

TEST(ReadTest, PagesSayTheirEncoding) {
  for (const char* declared :
       {"<meta charset=iso-8859-1>", "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'>",
        "<?xml version='1.0' encoding='iso-8859-1'?><html>"}) {
    const Articles articles = Read("a.html", absl::StrCat(declared,
                                                          "<p>The caf\xE9 opened \x93"
                                                          "at last\x94 in 1990.</p>"));
    ASSERT_TRUE(articles.ok()) << articles.status();
    EXPECT_EQ((*articles)[0].text, "The café opened “at last” in 1990.\n");
  }
  EXPECT_EQ(Error("a.html", "<meta charset=klingon><p>The caf\xE9 opened.</p>"),
            "a.html: text in an unknown encoding, klingon");
}

TEST(ReadTest, DeepJsonIsNoDanger) {
  const std::string open(100000, '['), close(100000, ']');
  EXPECT_NE(Error("a.jsonl", open).find("a.jsonl:1: not JSON"), std::string::npos);
  EXPECT_EQ(Error("a.jsonl", open + close), "a.jsonl:1: not a JSON object");
  const Articles articles = Read("a.jsonl", "{\"more\":" + open + close + ",\"id\":\"x\",\"text\":\"R.\"}");
  ASSERT_TRUE(articles.ok()) << articles.status();
  EXPECT_EQ((*articles)[0].text, "R.");
}

TEST(ReadTest, FieldsThatNobodyReadMayHoldAnything) {
  for (const char* more : {"0.1234567890123456789", "-1", "12345678901234567890123", "1e-99999", "true", "null", "\"\"",
                           "{\"id\":\"y\",\"text\":[{}]}", "[\"text\",{\"id\":2}]"}) {
    const Articles articles = Read("a.jsonl", absl::StrCat("{\"id\":\"x\",\"more\":", more, ",\"text\":\"R.\"}"));
    ASSERT_TRUE(articles.ok()) << more << " " << articles.status();
    EXPECT_EQ((*articles)[0].id, "x") << more;
    EXPECT_EQ((*articles)[0].text, "R.") << more;
  }
  EXPECT_EQ(Error("a.jsonl", "{\"n\":1e99999,\"id\":\"x\",\"text\":\"R.\"}"),
            "a.jsonl:1: a number too large at column 12");
}

TEST(ReadTest, OfAFieldGivenTwiceTheLastCounts) {
  EXPECT_EQ((*Read("a.jsonl", "{\"id\":\"x\",\"text\":\"R.\",\"text\":\"S.\",\"id\":\"y\"}"))[0].text, "S.");
  EXPECT_EQ(Error("a.jsonl", "{\"id\":\"x\",\"text\":\"R.\",\"id\":null}"), "a.jsonl:1: no \"id\"");
}

TEST(ReadTest, HalfACharacterIsNoText) {
  for (const char* half : {"\\ud83d", "\\ude00", "\\ud83d\\u0041"}) {
    const std::string error = Error("a.jsonl", absl::StrCat("{\"id\":\"x\",\"text\":\"R ", half, ".\"}"));
    EXPECT_EQ(error.rfind("a.jsonl:1: not JSON at column ", 0), 0u) << error;
  }
}

TEST(ReadTest, JsonArraysAreScannedValueByValue) {
  const Articles articles =
      Read("a.json", "\n[ {\"id\": \"a\", \"text\": \"]}, \\\" {[\"} ,\n{\"id\":\"b\",\"text\":\"B.\"}\n]\n");
  ASSERT_TRUE(articles.ok()) << articles.status();
  ASSERT_EQ(articles->size(), 2u);
  EXPECT_EQ((*articles)[0].text, "]}, \" {[");
  EXPECT_EQ((*articles)[1].id, "b");
  EXPECT_TRUE(Read("a.json", "[]")->empty());
}

TEST(ReadTest, MalformedJsonIsNamedByItsLine) {
  const std::string good = "{\"id\": \"a\", \"text\": \"A.\"}";
  const std::pair<std::string, std::string> cases[] = {
      {"", "a.json:1: not JSON"},
      {"[\n", "a.json:2: not JSON"},
      {"[" + good + "\n,]", "a.json:2: not JSON"},
      {"[" + good, "a.json:1: the array has no closing bracket"},
      {"[" + good + "\n" + good + "]", "a.json:2: no comma"},
      {"[" + good + "}", "a.json:1: no comma"},
      {"[" + good + "]\nx", "a.json:2: text behind the array"},
      {good + "\n" + good, "a.json:2: one object a line is JSONL"},
      {"[1]", "a.json:1: not a JSON object"},
      {"[\"\\", "a.json:1: not JSON"},
  };
  for (const auto& [input, error] : cases) EXPECT_EQ(Error("a.json", input).rfind(error, 0), 0u) << input;
}

TEST(ReadTest, ErrorsKnowTheirPlace) {
  const Place byte = PlaceOf(Read("f/a.txt", "ab\xFF").status());
  EXPECT_EQ(byte.file, "f/a.txt");
  EXPECT_EQ(byte.byte, 2u);
  EXPECT_FALSE(byte.line.has_value());
  const Place line = PlaceOf(Read("a.jsonl", "\n{}\n").status());
  EXPECT_EQ(line.file, "a.jsonl");
  EXPECT_EQ(line.line, 2u);
  EXPECT_FALSE(PlaceOf(absl::InvalidArgumentError("x")).file.has_value());
}

}  // namespace
}  // namespace pith::compiler
