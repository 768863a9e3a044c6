#include "tools/pith/verbs.h"

#include <algorithm>

namespace pith::command {
namespace {

constexpr HelpRow kInputRows[] = {
    {"FILE.txt", "One article of plain text, in UTF-8. Its id is the file's name without folder and extension."},
    {"FILE.jsonl", "Many articles: each line is an article as a JSON object, described below."},
    {"FILE.json", "The same objects in one array, or a single one."},
    {"FILE.html",
     "The main text of a web page, with the title, date, language and address that it gives itself; navigation, "
     "comments, banners and teasers are left out. Nothing is fetched. Its encoding is the one that it declares."},
    {"FILE.md",
     "GitHub's Markdown. Front matter, YAML or TOML, gives the title, date, lang, url, author, licence, image, tags "
     "and aliases; without it, a first heading of level 1 is "
     "the title. Code gives no facts."},
    {"FILE.epub",
     "EPUB 2 and 3: an article for each chapter. Its id is the chapter's path in the book, such as text/ch1.xhtml."},
    {"FILE.zim",
     "An offline encyclopedia: an article for each page. Its id is the page's path. A split file is named by its "
     "first part, FILE.zimaa."},
    {"FOLDER",
     "The files of these formats in it, in order of their names; with --recursive also those of the folders in it. An "
     "article's id is its path inside FOLDER without extension, before a \"/\" and a chapter's or page's own. Hidden "
     "files are left out."},
    {"-", "Standard input: JSONL, JSON, HTML or EPUB by its first characters, or plain text."},
    {"",
     "With --filter COMMAND the shell runs the command for each input, which it gets as standard input; what it writes "
     "is the input, in the format of --from or as standard input would be. With --encoding auto, plain text in another "
     "encoding is detected and converted, and a warning says from which one."},
};
constexpr HelpRow kRecordRows[] = {
    {"\"id\"", "A string without control characters, 1 to 1,024 bytes; no two articles of an index share one."},
    {"\"text\"",
     "The text, up to 16 MiB. It is stored byte for byte, but for white space around it and a line with its date at "
     "its "
     "head; its title is not part of it."},
    {"\"title\"", "Optional. Shown with the article and its answers."},
    {"\"date\"", "Optional, YYYY-MM-DD; a time of day behind it is ignored. \"Last Monday\" is counted from here."},
    {"\"url\"", "Optional. Shown with the article and its answers."},
    {"\"lang\"", "Optional, such as \"en\" or \"en-GB\". A text in another language gets no facts."},
    {"\"aliases\"", "Optional: an array of other titles, at most 1,024."},
    {"\"tags\"", "Optional: an array of words for what the article is about, at most 256."},
    {"\"author\", \"licence\", \"image\"", "Optional strings. Listed with the article."},
    {"\"meta\"", "Optional: an object of any content, up to 64 KiB. Listed with the article."},
    {"", "Other fields pass by unread. A text that begins with \"date YYYY-MM-DD\" has that date."},
};
constexpr HelpRow kOutputRows[] = {
    {"",
     "The index appears whole or not at all, and an old one stays until then. A file that is no index, or is one of "
     "the "
     "inputs, is not overwritten without --force."},
};
constexpr HelpRow kLinkOutputRows[] = {
    {"",
     "The index appears whole or not at all, and an old one stays until then, also where it is one of the inputs. A "
     "file that is no index is not overwritten without --force."},
};
constexpr HelpRow kFaultRows[] = {
    {"",
     "The first one ends the run: it is named, and nothing is written. With --keep-going all are named and left out, "
     "the rest is written, and the exit code is 1. Articles are compiled in worker processes, so one at which the "
     "compiler crashes fails like one that cannot be read, and so does one that takes more than --article-memory or "
     "--article-seconds. The latter counts the processor's time, so that other work on the machine does not matter."},
};
constexpr HelpSection kCompileSections[] = {{"Inputs", kInputRows},
                                            {"An article as JSON", kRecordRows},
                                            {"The output", kOutputRows},
                                            {"Articles that fail", kFaultRows}};

constexpr HelpRow kLinkRows[] = {
    {"",
     "All inputs must have been compiled with one language block: the same pith and the same --profile. Articles keep "
     "their ids and stand in the order of the inputs; one that replaces another stands in its own place. An id that "
     "occurs twice is an error unless --replace or --drop settles it, and so is a --drop that no input has."},
};
constexpr HelpRow kRepeatedRows[] = {
    {"",
     "Articles that repeat another one are named: the same text, or four fifths of its runs of four words. With "
     "--drop-duplicates the first one stays. If one input has more articles than all the others together, its own are "
     "not compared with one another; link it alone to have that."},
};
constexpr HelpSection kLinkSections[] = {
    {"What is joined", kLinkRows}, {"Repeated articles", kRepeatedRows}, {"The output", kLinkOutputRows}};

constexpr HelpRow kQuestionRows[] = {
    {"no QUESTION", "Asks for questions at a prompt, where standard input is a terminal."},
    {"-", "Reads questions from standard input, one a line."},
    {"--questions FILE",
     "Reads objects, one a line: \"id\" (a string or a number), \"question\", and optionally \"doc\", the only article "
     "to answer from. It prints one object a line: \"id\", \"answers\" and, where nothing answers or articles "
     "disagree, "
     "\"near\" and \"differs\"."},
};
constexpr HelpSection kAskSections[] = {{"Many questions", kQuestionRows}};

constexpr HelpRow kExpectationRows[] = {
    {"\"id\", \"question\", \"doc\"", "As ask --questions takes them; \"doc\" is optional."},
    {"\"answers\"",
     "Any of these is accepted, whatever its case, accents, punctuation and articles. [] must stay without an answer."},
    {"\"never\"", "Optional: words that the answer must not contain."},
    {"",
     "The best answer counts. \"yes\" and \"no\" are accepted where it says so, and so is the full name behind \"he\". "
     "The exit code is 1 where a question fails."},
};
constexpr HelpSection kTestSections[] = {{"Expectations, one object a line", kExpectationRows}};

constexpr HelpRow kRequestRows[] = {
    {"\"id\"", "A string or a number; the summary carries it too."},
    {"\"doc\"", "The article; needed where there are several and no --doc."},
    {"\"sentences\", \"bytes\", \"query\", \"method\"",
     "Optional; as the flags of these names, which say what a request leaves out. A request with \"sentences\" or "
     "\"bytes\" takes neither from the flags."},
};
constexpr HelpSection kSummarizeSections[] = {{"Requests, one object a line", kRequestRows}};

constexpr HelpRow kParseRows[] = {
    {"", "A word has ten columns, apart by tabs: ID, FORM, LEMMA, UPOS, _, _, HEAD, DEPREL, _, MISC (CoNLL-U)."},
    {"MISC",
     "Bytes=BEGIN:END in the text; Name=B-person, then I-person; at the first word of each Value=12_cars, "
     "Value=2022-01-02 and Entity=NUMBER:NAME, also of a pronoun whose meaning is known."},
    {"# lines",
     "Of a sentence: text, heading, importance, claim = SPEAKER: WORDS, fact = SUBJECT | RELATION | OBJECT | value=.. "
     "| when=.. | where=.. | by=.. | not | planned, obligatory, possible, claimed, denied or failed."},
};
constexpr HelpSection kParseSections[] = {{"The output", kParseRows}};

constexpr absl::string_view kCompileExamples[] = {"pith compile article.txt -o article.pith",
                                                  "pith compile stories/ --recursive -o stories.pith",
                                                  "pith compile news.jsonl -o news.pith --keep-going"};
constexpr absl::string_view kLinkExamples[] = {"pith link monday.pith tuesday.pith -o week.pith",
                                               "pith link library.pith new.pith --replace -o library.pith"};
constexpr absl::string_view kAskExamples[] = {"pith ask article.pith \"Who resigned?\"",
                                              "pith ask news.pith --questions questions.jsonl",
                                              "pith ask article.pith --log unanswered.jsonl"};
constexpr absl::string_view kFactsExamples[] = {"pith facts article.pith --about \"Ana Ruiz\""};
constexpr absl::string_view kLookupExamples[] = {"pith lookup article.pith Armenia \"prime minister\""};
constexpr absl::string_view kTimelineExamples[] = {"pith timeline article.pith"};
constexpr absl::string_view kEntitiesExamples[] = {"pith entities article.pith"};
constexpr absl::string_view kSearchExamples[] = {"pith search article.pith \"bronze statue\" --top 3",
                                                 "pith search library.pith '\"long bridge\" -railway title:tane'"};
constexpr HelpRow kSearchRows[] = {
    {"\"long bridge\"", "The words side by side, as they are written, in the sentence or its article's title."},
    {"-bridge, -\"long bridge\"",
     "The word, in any form, or the phrase is in neither the sentence nor the title. In an index of several articles, "
     "one that has it anywhere is left out whole."},
    {"title:bridge, title:\"long bridge\"", "It is in the title of the article, or in one of its other titles."},
    {"", "The shell needs single quotation marks around them all, and a \"--\" before words that begin with \"-\"."},
};
constexpr HelpSection kSearchSections[] = {{"Words", kSearchRows}};
constexpr absl::string_view kSummarizeExamples[] = {"pith summarize article.pith",
                                                    "pith summarize article.pith --bytes 400 --query \"the museum\""};
constexpr absl::string_view kSuggestExamples[] = {"pith suggest article.pith --top 5"};
constexpr absl::string_view kTestExamples[] = {"pith test article.pith expectations.jsonl",
                                               "pith test article.pith --suggest > expectations.jsonl"};
constexpr absl::string_view kTitlesExamples[] = {"pith titles library.pith \"tokyo to\""};
constexpr absl::string_view kReportExamples[] = {"pith report article.txt -o report.html",
                                                 "pith report article.txt --since old.pith -o report.html"};
constexpr absl::string_view kDiffExamples[] = {"pith diff old.pith new.pith expectations.jsonl"};
constexpr absl::string_view kListExamples[] = {"pith list news.pith"};
constexpr absl::string_view kTextExamples[] = {"pith text news.pith --doc story-12"};
constexpr absl::string_view kKeygenExamples[] = {"pith keygen news.key"};
constexpr absl::string_view kSignExamples[] = {"pith sign article.pith --key news.key --content-version 3"};
constexpr absl::string_view kVerifyExamples[] = {"pith verify article.pith",
                                                 "pith verify article.pith --key news.key.pub --min-content-version 3"};
constexpr absl::string_view kInspectExamples[] = {"pith inspect article.pith"};
constexpr absl::string_view kParseExamples[] = {"pith parse article.txt", "pith parse article.txt | grep '^# fact'"};

constexpr Verb kVerbs[] = {
    {"compile", "Makes an index of articles", AddCompile, kCompileExamples, kCompileSections},
    {"link", "Joins indexes into one, as if their articles had been compiled at once", AddLink, kLinkExamples,
     kLinkSections},
    {"ask", "Answers questions, with the sentence that says so", AddAsk, kAskExamples, kAskSections},
    {"facts", "Lists what the articles state, with who says so", AddFacts, kFactsExamples, {}},
    {"lookup", "Finds facts by subject and relation", AddLookup, kLookupExamples, {}},
    {"timeline", "Lists dated events in order", AddTimeline, kTimelineExamples, {}},
    {"entities", "Lists people, organizations and places", AddEntities, kEntitiesExamples, {}},
    {"search", "Finds sentences, best first", AddSearch, kSearchExamples, kSearchSections},
    {"summarize", "Sums an article up in its own sentences", AddSummarize, kSummarizeExamples, kSummarizeSections},
    {"suggest", "Lists questions that the index answers well, with their answers", AddSuggest, kSuggestExamples, {}},
    {"test", "Asks an editor's questions and compares the answers", AddTest, kTestExamples, kTestSections},
    {"report", "Makes a page that shows an editor what the index holds, to correct it", AddReport, kReportExamples, {}},
    {"diff", "Tells what changed between two indexes: facts, names, dates, answers", AddDiff, kDiffExamples, {}},
    {"titles", "Finds articles as one types their title", AddTitles, kTitlesExamples, {}},
    {"list", "Lists the articles", AddList, kListExamples, {}},
    {"text", "Prints an article's text, byte for byte", AddText, kTextExamples, {}},
    {"keygen", "Makes a pair of keys for signing", AddKeygen, kKeygenExamples, {}},
    {"sign", "Signs an index, so that readers know who made it", AddSign, kSignExamples, {}},
    {"verify", "Checks structure, checksums and meaning in full, and the signature", AddVerify, kVerifyExamples, {}},
    {"inspect", "Shows version, counts and what each section costs", AddInspect, kInspectExamples, {}},
    {"parse", "Prints what compile sees in articles, in CoNLL-U", AddParse, kParseExamples, kParseSections},
};

constexpr HelpRow kExitRows[] = {
    {"0", "Done, also where the honest answer is \"not in this article\"."},
    {"1", "The input is bad: an article, a line, an index, or an id that the index does not hold."},
    {"2", "Wrong usage."},
    {"3", "The system failed: no such file, no permission, no space."},
};
constexpr HelpRow kEnvironmentRows[] = {
    {"NO_COLOR", "Where it is set, text is not set off unless --color always says so."},
    {"COLUMNS", "The width of lines, rather than the terminal's."},
    {"PITH_DATA_DIR", "The folder of language blocks and models, rather than share/pith beside the command's."},
};
constexpr HelpSection kCommandSections[] = {{"Exit codes", kExitRows}, {"Environment", kEnvironmentRows}};

}  // namespace

const absl::string_view kAbout =
    "Pith compiles articles into an index, and answers questions, lists facts and sums up from the index alone.";
const absl::string_view kFirstSteps[3] = {kCompileExamples[0], kAskExamples[0], kSummarizeExamples[0]};

absl::Span<const Verb> Verbs() { return kVerbs; }

std::vector<std::string> VerbNames() {
  std::vector<std::string> names;
  for (const Verb& verb : kVerbs) names.emplace_back(verb.name);
  return names;
}

const Verb* FindVerb(absl::string_view name) {
  const auto found = std::find_if(std::begin(kVerbs), std::end(kVerbs), [&](const Verb& v) { return v.name == name; });
  return found == std::end(kVerbs) ? nullptr : found;
}

absl::Span<const HelpSection> CommandSections() { return kCommandSections; }

}  // namespace pith::command
