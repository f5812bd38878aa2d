// Reviews the statements inside a DO block, too. What can't be parsed is still searched for words
// that lose data, so that accepting a syntax error accepts nothing else.
#include "gates/migrations/review/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/text/text.h"
#include "gates/migrations/review/passed_over.h"
#include "gates/migrations/review/suppressions.h"
#include "gates/migrations/review/transaction_rules.h"
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

  FileReview Review(const std::string& tool) {
    schema_.BeginFile();
    const std::string forward = WithoutDownParts(file_.text);
    if (forward != file_.text) {
      review_.notes.push_back(file_.name + ": its part to go back isn't reviewed");
    }
    const PsqlText text = SplitAsPsql(forward);
    const SqlScript script = ParsePsqlScript(text);
    transaction_ = TransactionOf(tool, file_, script);
    for (const SqlStatement& statement : script.statements) {
      if (statement.error.empty()) ++review_.statements;
      Report(statement, ViolationsIn(statement));
    }
    Add(MisplacedSuppressions(script.loose_comments));
    std::ranges::move(PassedOver(file_.name, text, script), std::back_inserter(review_.notes));
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
    if (!statement.error.empty()) return ViolationsInBroken(statement);
    const auto only = statement.tree.begin();
    const std::string& kind = only.key();
    const Json& what = only.value();
    std::vector<Violation> violations = ViolationsOf(kind, what, schema_);
    AddTransactionRule(kind, what, statement.line, violations);
    for (Violation& violation : violations) {
      violation.line = statement.line;
      violation.problem = WithPlaceholders(violation.problem, statement);
      const bool is_lock = violation.rule == "long_lock";
      if (is_lock && violation.advice.find("CONCURRENTLY") != std::string::npos) {
        violation.advice += transaction_.concurrently;
      }
    }
    schema_.Apply(kind, what);
    if (kind == "DoStmt") return ViolationsInBlock(statement);
    return violations;
  }

  void AddTransactionRule(const std::string& kind, const Json& what, int line,
                          std::vector<Violation>& violations) const {
    const std::string done = WhatNeedsNoTransaction(kind, what);
    if (done.empty()) return;
    const bool is_outside = transaction_.lines_outside.contains(line);
    if (in_block_) {
      violations.push_back({"in_transaction", done + " in a DO block", "a statement of its own"});
    } else if (schema_.InTransaction()) {
      violations.push_back({"in_transaction", done + " between BEGIN and COMMIT",
                            "CONCURRENTLY in a separate file without a transaction"});
    } else if (!transaction_.around.empty() && !is_outside) {
      violations.push_back({"in_transaction", done + transaction_.around, transaction_.instead});
    }
  }

  // Returns the syntax error, and what of it would lose data.
  std::vector<Violation> ViolationsInBroken(const SqlStatement& statement) {
    if (IsOnlyPlaceholder(statement)) {
      review_.notes.push_back(
          fmt::format("{}: a placeholder stands for statements that aren't "
                      "known",
                      PlaceOf(file_, statement.line)));
      return {};
    }
    std::vector<Violation> violations = {SyntaxError(statement.line, statement.error)};
    for (const std::string& words : LosingWords(statement.text)) {
      violations.push_back({.rule = "destructive",
                            .problem = "has " + words + " in text that can't be parsed",
                            .advice = "SQL that can be parsed, or a comment that accepts it",
                            .line = statement.line});
    }
    return violations;
  }

  std::vector<Violation> ViolationsInBlock(const SqlStatement& block) {
    std::vector<Violation> violations;
    const SqlBlock read = ReadBlock(block.text);
    in_block_ = true;
    for (const BlockStatement& inner : read.statements) {
      const int line = block.line + inner.line - 1;
      for (SqlStatement& one : ParseScript(inner.sql).statements) {
        one.line = line;
        std::ranges::move(ViolationsIn(one), std::back_inserter(violations));
      }
    }
    in_block_ = false;
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
  ToolTransaction transaction_;
  bool in_block_ = false;
};

}  // namespace

FileReview ReviewFile(const MigrationFile& file, SchemaState& schema, const std::string& tool) {
  return Reviewer(file, schema).Review(tool);
}

std::string Describe(const MigrationFile& file, const Violation& violation) {
  return fmt::format("{}: {}: {}", PlaceOf(file, violation.line), violation.rule,
                     violation.problem);
}

}  // namespace gonogo
