// The articles of one reading run, good and bad.

#ifndef PITH_TOOLS_COMPILER_READ_ARTICLE_COLLECTOR_H_
#define PITH_TOOLS_COMPILER_READ_ARTICLE_COLLECTOR_H_

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

// Where each article id was first read ("news.jsonl:12"). All inputs of one run share it, to detect duplicate ids.
using Origins = absl::flat_hash_map<std::string, std::string>;

// Gets an article as soon as it is read, and may move its text elsewhere. An error, of the system, ends the reading.
using TakeArticle = std::function<absl::Status(Article*)>;

// Collects the articles of one input; stops at the first bad one, or notes it and goes on.
class ArticleCollector {
 public:
  // With `keep_going`, `problems` gets the bad ones. `take`, which may be empty, gets the good ones before they are
  // kept.
  ArticleCollector(bool keep_going, std::vector<Problem>* problems, Origins* origins, TakeArticle take = nullptr)
      : keep_going_(keep_going), problems_(problems), origins_(origins), take_(std::move(take)) {}

  // Takes an article, or the error that it has. `where` names its place in messages. False: stop reading.
  bool Add(const std::string& where, absl::StatusOr<Article> article);

  // The articles in order, moved out, or the error at which reading stopped.
  absl::StatusOr<std::vector<Article>> Finish();

 private:
  const bool keep_going_;
  std::vector<Problem>* problems_;
  Origins* origins_;
  const TakeArticle take_;
  std::vector<Article> articles_;
  absl::Status error_;
};

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_READ_ARTICLE_COLLECTOR_H_
