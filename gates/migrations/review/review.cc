// Reviews the statements inside a DO block, too.
#include "gates/migrations/review/review.h"

#include <fmt/format.h>

#include <algorithm>

#include "gates/migrations/review/suppressions.h"
#include "gates/parser/sql_block.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

std::string PlaceOf(const MigrationFile& file, int line) {
  return fmt::format("{}:{}", file.name, line);
}

class Reviewer {
 public:
  Reviewer(const MigrationFile& file, SchemaState& schema) : file_(file), schema_(schema) {}

  FileReview Review() {
    schema_.BeginFile();
    const SqlScript script = ParseScript(file_.text);
    for (const SqlStatement& statement : script.statements) {
      if (statement.error.empty()) ++review_.statements;
      Report(statement, ViolationsIn(statement));
    }
    Add(MisplacedSuppressions(script.loose_comments));
    if (script.statements.empty()) review_.notes.push_back(file_.name + " has no statements");
    std::stable_sort(review_.violations.begin(), review_.violations.end(),
                     [](const Violation& a, const Violation& b) { return a.line < b.line; });
    return std::move(review_);
  }

 private:
  void Add(std::vector<Violation> violations) {
    std::ranges::move(violations, std::back_inserter(review_.violations));
  }

  static Violation SyntaxError(int line, const std::string& error) {
    return {
        .rule = "syntax_error",
        .problem = error,
        .advice = "SQL that the parser of PostgreSQL 15 understands; newer syntax needs a waiver",
        .line = line};
  }

  std::vector<Violation> ViolationsIn(const SqlStatement& statement) {
    if (!statement.error.empty()) return {SyntaxError(statement.line, statement.error)};
    const auto only = statement.tree.begin();
    const std::string& kind = only.key();
    const Json& what = only.value();
    std::vector<Violation> violations = ViolationsOf(kind, what, schema_);
    for (Violation& violation : violations) violation.line = statement.line;
    schema_.Apply(kind, what);
    if (kind == "DoStmt") return ViolationsInBlock(statement);
    return violations;
  }

  std::vector<Violation> ViolationsInBlock(const SqlStatement& block) {
    std::vector<Violation> violations;
    const SqlBlock read = ReadBlock(block.text);
    for (const BlockStatement& inner : read.statements) {
      const int line = block.line + inner.line - 1;
      for (SqlStatement& one : ParseScript(inner.sql).statements) {
        one.line = line;
        std::ranges::move(ViolationsIn(one), std::back_inserter(violations));
      }
    }
    for (const BlockStatement& inner : read.unknown) {
      review_.notes.push_back(fmt::format("{}: the DO block {}; not reviewed",
                                          PlaceOf(file_, block.line + inner.line - 1), inner.sql));
    }
    return violations;
  }

  // Adds the violations, except those that a comment before the statement allows.
  void Report(const SqlStatement& statement, std::vector<Violation> violations) {
    const Suppressions comments = ReadSuppressions(statement.comments);
    Add(comments.errors);
    for (const Suppression& allowed : comments.allowed) {
      const auto is_allowed = [&](const Violation& violation) {
        return violation.rule == allowed.rule;
      };
      for (const Violation& violation : violations) {
        if (!is_allowed(violation)) continue;
        review_.notes.push_back(
            fmt::format("{}; allowed because {}", Describe(file_, violation), allowed.reason));
      }
      if (std::erase_if(violations, is_allowed) == 0) {
        review_.notes.push_back(fmt::format("{}: allows {}, which the statement doesn't violate",
                                            PlaceOf(file_, allowed.line), allowed.rule));
      }
    }
    Add(std::move(violations));
  }

  const MigrationFile& file_;
  SchemaState& schema_;
  FileReview review_;
};

}  // namespace

FileReview ReviewFile(const MigrationFile& file, SchemaState& schema) {
  return Reviewer(file, schema).Review();
}

std::string Describe(const MigrationFile& file, const Violation& violation) {
  return fmt::format("{}: {}: {}", PlaceOf(file, violation.line), violation.rule,
                     violation.problem);
}

}  // namespace gonogo
