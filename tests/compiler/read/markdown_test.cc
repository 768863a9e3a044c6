#include "tools/compiler/read/markdown.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/compiler/read/read.h"

namespace pith::compiler {
namespace {

absl::StatusOr<Article> FromMarkdown(const std::string& markdown) {
  std::vector<Problem> problems;
  auto articles = ReadArticles("notes.md", markdown, {}, &problems);
  if (!articles.ok()) return articles.status();
  return articles->front();
}

TEST(MarkdownTest, BlocksAndTitle) {
  const auto article = FromMarkdown(
      "# The *mill*\n\nIt was built in 1790\nby [Ann Weir](https://example.org).[^1]\n\n## Stones\n\n1. The upper\n2. "
      "The "
      "lower\n\n| Name | Year |\n|---|---|\n| Ann | 1790 |\n\n```sh\ngrind --fine\n```\n\n[^1]: So it says.\n");
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->id, "notes");
  EXPECT_EQ(article->title, "The mill");
  EXPECT_EQ(article->text,
            "It was built in 1790 by Ann Weir.\n\nStones\n\n1. The upper\n2. The lower\n\nName | Year\nAnn | 1790\n\n"
            "grind --fine\n\n1. So it says. ↩\n");
  EXPECT_EQ(article->blocks[1].kind, BlockKind::kHeading);
  EXPECT_EQ(article->blocks[1].level, 2);
  EXPECT_EQ(article->blocks[6].kind, BlockKind::kCode);
}

TEST(MarkdownTest, FrontMatter) {
  for (const char* front :
       {"---\ntitle: \"The mill\"\ndate: 2021-03-04T10:00:00Z\nlang: en-GB\nurl: 'https://example.org/'\n---\n",
        "+++\ntitle = \"The mill\"\ndate = 2021-03-04\nlang = \"en-GB\"\nurl = \"https://example.org/\"\n+++\n"}) {
    const auto article = FromMarkdown(absl::StrCat(front, "\nIt was built in 1790.\n"));
    ASSERT_TRUE(article.ok()) << article.status();
    EXPECT_EQ(article->title, "The mill");
    EXPECT_EQ(article->date, "2021-03-04");
    EXPECT_EQ(article->lang, "en-GB");
    EXPECT_EQ(article->url, "https://example.org/");
    EXPECT_EQ(article->text, "It was built in 1790.\n");
  }
}

TEST(MarkdownTest, FrontMatterWithLists) {
  for (const char* front : {"---\ntags: [mills, 'water, power']\naliases:\n  - Weir's mill\n  - /old/mill/\nauthor: "
                            "[Ann Weir, Bo]\nlicense: "
                            "CC0\ndraft: {by: nobody}\n---\n",
                            "+++\ntags = [\"mills\", \"water, power\"]\naliases = [\"Weir's mill\", "
                            "\"/old/mill/\"]\nauthor = [\"Ann Weir\", "
                            "\"Bo\"]\nlicense = \"CC0\"\n[draft]\nby = \"nobody\"\n+++\n"}) {
    const auto article = FromMarkdown(absl::StrCat(front, "\nIt was built in 1790.\n"));
    ASSERT_TRUE(article.ok()) << article.status();
    EXPECT_EQ(article->tags, (std::vector<std::string>{"mills", "water, power"}));
    EXPECT_EQ(article->aliases, std::vector<std::string>{"Weir's mill"});
    EXPECT_EQ(article->author, "Ann Weir, Bo");
    EXPECT_EQ(article->licence, "CC0");
    EXPECT_EQ(article->text, "It was built in 1790.\n");
  }
}

TEST(MarkdownTest, BrokenFrontMatter) {
  const auto message = [](const std::string& front) {
    return std::string(FromMarkdown(front + "It was built in 1790.\n").status().message());
  };
  EXPECT_EQ(message("---\ntitle: x\ndate: last week\n---\n"),
            "notes.md: front matter, line 3: \"date\" is no day that can be read: last week; write YYYY-MM-DD");
  EXPECT_EQ(message("---\ntags: {a: b}\n---\n"),
            "notes.md: front matter, line 2: \"tags\" takes a text or a list of them");
  EXPECT_EQ(message("---\ntitle: x\ntags: [a\n---\n").substr(0, 32), "notes.md: front matter, line 4: ");
  EXPECT_EQ(message("+++\n\ntitle = x\n+++\n").substr(0, 32), "notes.md: front matter, line 3: ");
  EXPECT_EQ(message("+++\ntags = [1]\n+++\n"),
            "notes.md: front matter, line 2: \"tags\" takes a text or a list of them");
  EXPECT_EQ(message("---\nauthor: " + std::string(70000, 'x') + "\n---\n").substr(0, 35),
            "notes.md: \"author\" has 70000 bytes;");
}

TEST(MarkdownTest, ASentenceBetweenLinesIsText) {
  EXPECT_EQ(FromMarkdown("---\nIt was built in 1790.\n---\n\nIt burned.\n")->text.find("It was built"), 0u);
}

TEST(MarkdownTest, ALineIsNoFrontMatter) {
  EXPECT_EQ(FromMarkdown("---\nIt was built in 1790.\n")->text, "It was built in 1790.\n");
  EXPECT_EQ(FromMarkdown("--- and so on.\n---\n")->text, "--- and so on.\n");
}

TEST(MarkdownTest, NothingToRead) {
  EXPECT_EQ(FromMarkdown("---\ntitle: x\n---\n").status().message(), "notes.md: an empty article");
  EXPECT_EQ(FromMarkdown("# Only a title\n").status().message(), "notes.md: an empty article");
}

TEST(MarkdownTest, DeepNesting) {
  std::string deep(100000, '>');
  EXPECT_NE(FromMarkdown(deep + "x").status().message().find("nested deeper than"), absl::string_view::npos);
}

}  // namespace
}  // namespace pith::compiler
