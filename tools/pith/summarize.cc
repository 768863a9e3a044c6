// pith summarize: the sentences that carry an article, or what it says of a query.

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "tools/pith/command.h"
#include "tools/pith/json.h"
#include "tools/pith/json_lines.h"
#include "tools/pith/open_index.h"
#include "tools/pith/open_set.h"
#include "tools/pith/page.h"
#include "tools/pith/print_fact.h"

namespace pith::command {
namespace {

constexpr uint32_t kUsualSentences = 3;

struct Request {
  std::string doc, query, method = "rank";
  uint32_t sentences = 0, bytes = 0;  // 0: not given; neither: kUsualSentences
};

struct SummarizeArguments : IndexArguments {
  Request request;
  bool all = false;
  uint32_t facts = 0;  // 0: sentences
  bool batch = false;  // whether there are requests
  std::string requests;
};

// The sentences of a summary, in reading order.
absl::StatusOr<std::vector<pith_sentence>> Summary(OpenIndex& index, uint32_t article, const Request& request) {
  pith_article one;
  if (absl::Status status = ToStatus(pith_get_article(index.get(), article, &one), index.path()); !status.ok()) {
    return status;
  }
  pith_budget budget = {};
  budget.sentences = request.sentences;
  budget.bytes = request.bytes;
  if (budget.sentences == 0 && budget.bytes == 0) budget.sentences = kUsualSentences;
  budget.method = request.method == "lead" ? PITH_BY_LEAD : PITH_BY_RANK;
  uint32_t capacity = one.sentences;
  if (budget.sentences > 0) capacity = std::min(capacity, budget.sentences);
  std::vector<pith_sentence> sentences(capacity);
  uint32_t count = 0;
  const auto summarize = [&](absl::string_view query) {
    return pith_summarize(index.get(), article, budget, query.data(), query.size(), index.work(), index.work_size(),
                          sentences.data(), capacity, &count);
  };
  pith_status status = WithWarning(summarize(request.query));
  if (SaysNothing(status)) {
    Warn(absl::StrCat(pith_status_text(status), "; the summary is a general one"));
    status = summarize("");
  }
  if (status != PITH_OK) return ToStatus(status, index.path());
  sentences.resize(count);
  return sentences;
}

Json ToJson(const OpenIndex& index, uint32_t article, const std::vector<pith_sentence>& sentences, const Json* id) {
  Json out;
  if (id != nullptr) out["id"] = *id;
  out["doc"] = String(index.Id(article));
  out["sentences"] = Json::array();
  std::string text;
  for (const pith_sentence& sentence : sentences) {
    Json one;
    one["sentence"] = sentence.number;
    one["begin"] = sentence.begin;
    one["end"] = sentence.end;
    one["text"] = String(sentence.text);
    if (sentence.resolved.size > 0) one["resolved"] = String(sentence.resolved);
    out["sentences"].push_back(std::move(one));
    absl::StrAppend(&text, text.empty() ? "" : " ", View(sentence.text));
  }
  out["text"] = text;
  return out;
}

// The facts that matter most, one a line.
absl::Status KeyFacts(const OpenIndex& index, uint32_t article, uint32_t wanted, bool json) {
  std::vector<pith_fact> facts;
  const pith_status status = AllPages(
      wanted,
      [&](uint32_t skip, pith_fact* out, uint32_t capacity, uint32_t* count) {
        return pith_key_facts(index.get(), article, skip, out, capacity, count);
      },
      &facts);
  if (status != PITH_OK) return ToStatus(status, index.path());
  PrintFacts(index, facts, json);
  return absl::OkStatus();
}

absl::Status SummarizeArticle(OpenIndex& index, uint32_t article, const SummarizeArguments& arguments) {
  if (arguments.facts > 0) return KeyFacts(index, article, arguments.facts, arguments.json);
  absl::StatusOr<std::vector<pith_sentence>> sentences = Summary(index, article, arguments.request);
  if (!sentences.ok()) return sentences.status();
  if (arguments.json) {
    PrintJson(ToJson(index, article, *sentences, nullptr));
    return absl::OkStatus();
  }
  if (arguments.all) PrintWrapped("", index.Id(article), Style::kStrong);
  for (const pith_sentence& sentence : *sentences) {
    const std::string name = sentence.resolved.size > 0 ? absl::StrCat("[", View(sentence.resolved), "] ") : "";
    PrintWrapped(absl::StrCat("  ", Padded(absl::StrCat(sentence.number), 4)), absl::StrCat(name, View(sentence.text)));
  }
  return absl::OkStatus();
}

absl::Status SummarizeSome(const SummarizeArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenSet(arguments);
  if (!opened.ok()) return opened.status();
  OpenIndex& index = **opened;
  if (!arguments.all) {
    absl::StatusOr<uint32_t> article = index.FindOne(arguments.doc);
    return article.ok() ? SummarizeArticle(index, *article, arguments) : article.status();
  }
  for (uint32_t i = 0; i < index.articles(); ++i) {
    if (!arguments.json && i > 0) Print("\n");
    if (absl::Status status = SummarizeArticle(index, i, arguments); !status.ok()) return status;
  }
  return absl::OkStatus();
}

// A positive number of that name, 0 where there is none.
absl::StatusOr<uint32_t> CountField(const Json& line, const char* name) {
  const auto field = line.find(name);
  if (field == line.end() || field->is_null()) return 0u;
  if (!field->is_number_integer() || field->get<int64_t>() < 1 || field->get<int64_t>() > UINT32_MAX) {
    return absl::InvalidArgumentError(absl::StrCat("\"", name, "\" is not a number from 1 on"));
  }
  return field->get<uint32_t>();
}

// The request of a line; `request` says what it leaves out.
absl::StatusOr<Request> ReadRequest(const Json& line, Request request) {
  absl::Status status = CheckId(line);
  const auto read = [&status](auto field, auto* out) {
    status.Update(field.status());
    if (field.ok() && *field != typename decltype(field)::value_type()) *out = *field;
  };
  uint32_t sentences = 0, bytes = 0;
  read(StringField(line, "doc"), &request.doc);
  read(StringField(line, "query"), &request.query);
  read(StringField(line, "method"), &request.method);
  read(CountField(line, "sentences"), &sentences);
  read(CountField(line, "bytes"), &bytes);
  if (!status.ok()) return status;
  if (sentences > 0 || bytes > 0) {
    request.sentences = sentences;
    request.bytes = bytes;
  }
  if (request.method != "rank" && request.method != "lead") {
    return absl::InvalidArgumentError("\"method\" is neither \"rank\" nor \"lead\"");
  }
  return request;
}

absl::Status SummarizeMany(const SummarizeArguments& arguments) {
  absl::StatusOr<std::unique_ptr<OpenIndex>> opened = OpenSet(arguments);
  if (!opened.ok()) return opened.status();
  OpenIndex& index = **opened;
  if (absl::StatusOr<uint32_t> article = index.Find(arguments.doc); !article.ok()) return article.status();
  Request usual = arguments.request;
  usual.doc = arguments.doc;
  LineHandler handler;
  handler.check = [&](const Json& line) -> absl::Status {
    absl::StatusOr<Request> request = ReadRequest(line, usual);
    if (!request.ok()) return request.status();
    return index.FindOne(request->doc).status();
  };
  handler.run = [&](const Json& line) -> absl::Status {
    const Request request = *ReadRequest(line, usual);
    const uint32_t article = *index.FindOne(request.doc);
    absl::StatusOr<std::vector<pith_sentence>> sentences = Summary(index, article, request);
    if (!sentences.ok()) return sentences.status();
    PrintJson(ToJson(index, article, *sentences, &line["id"]));
    return absl::OkStatus();
  };
  return ForEachLine(arguments.requests, handler);
}

absl::Status Summarize(const SummarizeArguments& arguments) {
  const auto exclude = [](absl::string_view a, absl::string_view b) {
    return UsageError(absl::StrCat(a, " and ", b, " exclude each other"));
  };
  if (arguments.facts > 0 && arguments.request.sentences > 0) return exclude("--facts", "--sentences");
  if (arguments.facts > 0 && arguments.request.bytes > 0) return exclude("--facts", "--bytes");
  if (arguments.facts > 0 && !arguments.request.query.empty()) return exclude("--facts", "--query");
  if (arguments.all && !arguments.doc.empty()) return exclude("--all", "--doc");
  if (arguments.facts > 0 && arguments.batch) return exclude("--facts", "--requests");
  if (arguments.all && arguments.batch) return exclude("--all", "--requests");
  return arguments.batch ? SummarizeMany(arguments) : SummarizeSome(arguments);
}

}  // namespace

void AddSummarize(CLI::App* verb, Action* action) {
  auto arguments = std::make_shared<SummarizeArguments>();
  Request* request = &arguments->request;
  AddIndexArguments(verb, arguments.get(), Takes::kDoc);
  verb->add_flag("--all", arguments->all, "Every article");
  WholeNumber(verb->add_option("--sentences", request->sentences, "So many sentences at most [3]"), 1, UINT32_MAX);
  WholeNumber(verb->add_option("--bytes", request->bytes, "So many bytes at most; no sentence is cut"), 1, UINT32_MAX);
  WholeNumber(verb->add_option("--facts", arguments->facts, "Instead of sentences, so many facts that matter most"), 1,
              PITH_MAX_RESULTS);
  verb->add_option("--query", request->query, "What it should be about")->type_name("TEXT");
  OneOf(verb->add_option("--method", request->method, "rank: what matters most; lead: what comes first"),
        {"rank", "lead"})
      ->capture_default_str();
  CLI::Option* requests =
      verb->add_option("--requests", arguments->requests, "Requests in JSON, one object a line; - is standard input")
          ->type_name("FILE");
  verb->callback([arguments, requests, action] {
    arguments->batch = !requests->empty();
    *action = [arguments] { return Summarize(*arguments); };
  });
}

}  // namespace pith::command
