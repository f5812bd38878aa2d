// A DO block is judged by what it would run.
#include "gates/migrations/review/review.h"

#include <algorithm>

#include "gates/migrations/review/suppressions.h"
#include "gates/parser/sql_block.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

std::string PlaceOf(const MigrationFile& file, int line) {
  return file.name + ":" + std::to_string(line);
}

class Reviewer {
 public:
  Reviewer(const MigrationFile& file, SchemaState& history) : file_(file), history_(history) {}

  FileReview Review() {
    history_.BeginFile();
    const SqlScript script = ParseScript(file_.text);
    for (const SqlStatement& statement : script.statements) {
      if (statement.error.empty()) ++review_.statements;
      Report(statement, Judged(statement));
    }
    Add(MisplacedSuppressions(script.loose_comments));
    if (script.statements.empty()) review_.notes.push_back(file_.name + " holds no statement");
    std::stable_sort(review_.breaches.begin(), review_.breaches.end(),
                     [](const Breach& a, const Breach& b) { return a.line < b.line; });
    return std::move(review_);
  }

 private:
  void Add(std::vector<Breach> breaches) {
    std::ranges::move(breaches, std::back_inserter(review_.breaches));
  }

  static Breach SyntaxError(int line, const std::string& error) {
    return {.rule = "syntax_error",
            .does = error,
            .instead =
                "SQL that the parser of PostgreSQL 15 reads; what only a newer one knows "
                "needs a waiver",
            .line = line};
  }

  std::vector<Breach> Judged(const SqlStatement& statement) {
    if (!statement.error.empty()) return {SyntaxError(statement.line, statement.error)};
    const auto only = statement.tree.begin();
    const std::string& kind = only.key();
    const Json& what = only.value();
    std::vector<Breach> breaches = Breaches(kind, what, history_);
    for (Breach& breach : breaches) breach.line = statement.line;
    history_.Take(kind, what);
    if (kind == "DoStmt") return JudgedBlock(statement);
    return breaches;
  }

  std::vector<Breach> JudgedBlock(const SqlStatement& block) {
    std::vector<Breach> breaches;
    const SqlBlock read = ReadBlock(block.text);
    for (const BlockStatement& inner : read.statements) {
      const int line = block.line + inner.line - 1;
      for (SqlStatement& one : ParseScript(inner.sql).statements) {
        one.line = line;
        std::ranges::move(Judged(one), std::back_inserter(breaches));
      }
    }
    for (const BlockStatement& inner : read.unknown) {
      review_.notes.push_back(PlaceOf(file_, block.line + inner.line - 1) + ": the DO block " +
                              inner.sql + "; not looked at");
    }
    return breaches;
  }

  // The breaches, but for those that a comment before the statement allows.
  void Report(const SqlStatement& statement, std::vector<Breach> breaches) {
    const Suppressions comments = ReadSuppressions(statement.comments);
    Add(comments.faults);
    for (const Suppression& allowed : comments.allowed) {
      const auto is_allowed = [&](const Breach& breach) { return breach.rule == allowed.rule; };
      for (const Breach& breach : breaches) {
        if (!is_allowed(breach)) continue;
        review_.notes.push_back(Describe(file_, breach) + "; allowed because " + allowed.reason);
      }
      if (std::erase_if(breaches, is_allowed) == 0) {
        review_.notes.push_back(PlaceOf(file_, allowed.line) + ": allows " + allowed.rule +
                                ", which the statement does not break");
      }
    }
    Add(std::move(breaches));
  }

  const MigrationFile& file_;
  SchemaState& history_;
  FileReview review_;
};

}  // namespace

FileReview ReviewFile(const MigrationFile& file, SchemaState& history) {
  return Reviewer(file, history).Review();
}

std::string Describe(const MigrationFile& file, const Breach& breach) {
  return PlaceOf(file, breach.line) + ": " + breach.rule + ": " + breach.does;
}

}  // namespace gonogo
