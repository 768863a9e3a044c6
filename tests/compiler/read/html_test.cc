#include "tools/compiler/read/html.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/read/read.h"

namespace pith::compiler {
namespace {

absl::StatusOr<Article> FromHtml(const std::string& html) {
  std::vector<Problem> problems;
  auto articles = ReadArticles("page.html", html, {}, &problems);
  if (!articles.ok()) return articles.status();
  return articles->front();
}

std::string Text(const std::string& html) {
  const absl::StatusOr<Article> article = FromHtml(html);
  return article.ok() ? article->text : absl::StrCat("error: ", article.status().message());
}

std::string Repeat(const std::string& piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

// A paragraph that is long enough to be an article.
const char kProse[] =
    "<p>The mill was built in 1790 and ground corn for the whole valley until the river changed its bed.</p>";

TEST(HtmlTest, EntitiesAreDecodedOnceAndLettersComposed) {
  EXPECT_EQ(
      Text("<p>Marks &amp;amp; Turner opened the cafe&#x301;&nbsp;in the mu&shy;seum&#8217;s &lt;old&gt; hall.</p>"),
      "Marks &amp; Turner opened the café in the museum’s <old> hall.\n");
}

TEST(HtmlTest, EntitiesOutsideUnicode) {
  EXPECT_EQ(Text("<p>The sign said &#x110000; and &#xD800; and &#99999999999; and &#1; and &nosuch; at once.</p>"),
            "The sign said \xEF\xBF\xBD and \xEF\xBF\xBD and \xEF\xBF\xBD and and &nosuch; at once.\n");
}

TEST(HtmlTest, BlocksAreMarkedInTheText) {
  const auto article = FromHtml(
      "<h1>Mill</h1><p>It was built in 1790, long before the railway came.<ul><li>One wheel, which is lost.<li>Two "
      "stones, which are not.</ul><h2 id=later>Later</h2><table><caption>Owners of the "
      "mill</caption><tr><th>Name<th>Year"
      "<tr><td>Ann<td>1790</table><pre>a\n  b</pre>");
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->text,
            "It was built in 1790, long before the railway came.\n\n- One wheel, which is lost.\n- Two stones, "
            "which are not.\n\nLater\n\nOwners of the mill\n\nName | Year\nAnn | 1790\n\na\n  b\n");
  std::vector<std::string> blocks;
  for (const Block& block : article->blocks) {
    blocks.push_back(absl::StrCat(static_cast<int>(block.kind), block.level, block.anchor, ":",
                                  article->text.substr(block.begin, block.end - block.begin)));
  }
  const std::vector<std::string> expected = {"00:It was built in 1790, long before the railway came.",
                                             "21:One wheel, which is lost.",
                                             "21:Two stones, which are not.",
                                             "12later:Later",
                                             "30:Owners of the mill",
                                             "40:Name | Year",
                                             "40:Ann | 1790",
                                             "50:a\n  b"};
  EXPECT_EQ(blocks, expected);
}

TEST(HtmlTest, APageOfScriptsOnly) {
  EXPECT_EQ(Text("<html><body><div id=root></div><script>render('<p>The mill was built in 1790.</p>')</script></body>"),
            "error: page.html: a page without text (scripts may make it; they are not run)");
}

TEST(HtmlTest, ParagraphsOneInAnother) { EXPECT_EQ(Text(Repeat("<p>", 100000) + kProse).substr(0, 8), "The mill"); }

TEST(HtmlTest, DeepNesting) {
  EXPECT_EQ(Text(Repeat("<div>", kMaxPageDepth) + kProse).substr(0, 8), "The mill");
  EXPECT_EQ(Text(Repeat("<div><p>", 100000) + kProse),
            absl::StrCat("error: page.html: elements nested deeper than 4096 at byte ", kMaxPageDepth * 8));
  EXPECT_EQ(Text(Repeat("<b>", 100000)),
            absl::StrCat("error: page.html: elements nested deeper than 4096 at byte ", kMaxPageDepth * 3));
}

TEST(HtmlTest, TagsInScriptsAndCommentsDoNotNest) {
  EXPECT_EQ(
      Text("<script>" + Repeat("<div>", 5000) + "</script><!--" + Repeat("<div>", 5000) + "-->" + kProse).substr(0, 8),
      "The mill");
}

TEST(HtmlTest, ATagOfMostlyAttributes) {
  std::string tag = "<p";
  for (int i = 0; i < 100000; ++i) absl::StrAppend(&tag, " a", i);
  EXPECT_EQ(Text(tag + ">" + kProse), "error: page.html: a tag with more than 4096 attributes at byte 0");
}

TEST(HtmlTest, FormattingThatGrowsTheTreeBeyondMemory) {
  // Each paragraph has all of the elements that were open in the first.
  std::string html = "<p>";
  for (int i = 0; i < 4000; ++i) absl::StrAppend(&html, "<b id=", i, ">");
  html += Repeat("</p><p>x", 4000);
  EXPECT_EQ(Text(html), "error: page.html: markup whose tree takes more than 512 MiB of memory");
}

TEST(HtmlTest, DuplicateIdsAreHarmless) {
  const auto article = FromHtml(std::string("<h2 id=a>One</h2>") + kProse + "<h2 id=a>Two</h2>" + kProse);
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->blocks[0].anchor, "a");
  EXPECT_EQ(article->blocks[2].anchor, "a");
}

// The anchors of the page's blocks.
std::vector<std::string> Anchors(const std::string& html) {
  const auto article = FromHtml(html);
  EXPECT_TRUE(article.ok()) << article.status();
  std::vector<std::string> anchors;
  for (const Block& block : article->blocks) anchors.push_back(block.anchor);
  return anchors;
}

TEST(HtmlTest, ABlockHasTheAnchorNearestBeforeIt) {
  const std::string prose = kProse;
  using List = std::vector<std::string>;
  EXPECT_EQ(Anchors("<section id=s><h2>One</h2>" + prose + "</section>"), (List{"s", ""}));
  EXPECT_EQ(Anchors("<section id=s><h2 id=h>One</h2>" + prose + "</section>"), (List{"h", ""}));
  EXPECT_EQ(Anchors("<h2><span id=old></span><span id=One>One</span></h2>" + prose), (List{"One", ""}));
  EXPECT_EQ(Anchors("<h2 id=one>One<a id=x href='#one'>¶</a></h2>" + prose), (List{"one", ""}));
  EXPECT_EQ(Anchors("<h2><a id=one href='#one'>#</a>One</h2>" + prose), (List{"one", ""}));
  EXPECT_EQ(Anchors("<a name=top></a>" + prose +
                    "<p>It was built in 1790, and <i id=in>it burned down</i> in 1931.</p>" + prose),
            (List{"top", "", "in"}));
}

TEST(HtmlTest, Xhtml) {
  EXPECT_EQ(Text(std::string("<?xml version='1.0'?><html><head><title/><script src='a.js'/></head><body>") + kProse +
                 "</body></html>")
                .substr(0, 8),
            "The mill");
}

TEST(HtmlTest, NotUtf8) {
  EXPECT_EQ(Text("<p>The caf\xE9 opened."), "error: page.html: not UTF-8 at byte 10 (--encoding auto may help)");
}

TEST(HtmlTest, Metadata) {
  const auto article =
      FromHtml(std::string("<html lang=en-GB><head><title>The mill | Valley News</title><link rel=canonical "
                           "href='https://example.org/2021/03/04/mill'></head><body><h1>The mill</h1>") +
               kProse);
  ASSERT_TRUE(article.ok());
  EXPECT_EQ(article->title, "The mill");
  EXPECT_EQ(article->date, "2021-03-04");
  EXPECT_EQ(article->lang, "en-GB");
  EXPECT_EQ(article->url, "https://example.org/2021/03/04/mill");
}

}  // namespace
}  // namespace pith::compiler
