// Reviews the statements inside a DO block, too. What can't be parsed is still searched for words
// that lose data, so that accepting a syntax error accepts nothing else.
#include "gates/migrations/review/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/text/text.h"
#include "gates/migrations/review/passed_over.h"
#include "gates/migrations/review/rules/unbounded_writes.h"
#include "gates/migrations/review/suppressions.h"
#include "gates/migrations/review/transaction_rules.h"
#include "gates/parser/sql_block.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

// What psql's commands do to the schema between the statements.
class Turns {
 public:
  explicit Turns(const std::vector<PsqlTurn>& turns) : turns_(turns) {}

  // Takes the turns before the byte that haven't been taken.
  void TakeUntil(std::size_t at, SchemaState& schema) {
    for (; next_ < turns_.size() && turns_[next_].at < at; ++next_) {
      const PsqlTurn::Kind kind = turns_[next_].kind;
      if (kind == PsqlTurn::Kind::kConnect) schema.ForgetNewTables();
      if (kind == PsqlTurn::Kind::kIf) branches_.push_back(schema.BeginBranch());
      if (branches_.empty()) continue;
      if (kind == PsqlTurn::Kind::kElse || kind == PsqlTurn::Kind::kEndIf) {
        schema.EndBranch(branches_.back());
      }
      if (kind == PsqlTurn::Kind::kEndIf) branches_.pop_back();
    }
  }

 private:
  const std::vector<PsqlTurn>& turns_;
  std::size_t next_ = 0;
  std::vector<SchemaState::Branch> branches_;
};

class Reviewer {
 public:
  Reviewer(const MigrationFile& file, SchemaState& schema) : file_(file), schema_(schema) {}

  FileReview Review(const std::string& tool, const std::vector<std::string>& files) {
    schema_.BeginFile();
    // The tools that gonogo knows run whole files, whatever their comments say.
    const std::string forward = tool.empty() ? WithoutDownParts(file_.text) : file_.text;
    if (forward != file_.text) {
      review_.notes.push_back(file_.name + ": its part to go back isn't reviewed");
    }
    const PsqlText text = SplitAsPsql(forward);
    const SqlScript script = ParsePsqlScript(text);
    transaction_ = TransactionOf(tool, file_, script);
    std::vector<Json> trees;
    for (const SqlStatement& statement : script.statements) trees.push_back(statement.tree);
    schema_.names().Begin(trees);
    Turns turns(text.turns);
    for (const SqlStatement& statement : script.statements) {
      turns.TakeUntil(statement.begin, schema_);
      schema_.names().Next();
      if (statement.error.empty()) ++review_.statements;
      Report(statement, ViolationsIn(statement));
    }
    Add(MisplacedSuppressions(script.loose_comments));
    Add(RunningCommands(text, files));
    Add(UnknownParts(text, script));
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
    const std::vector<Code> run = schema_.code().RunBy(kind, what);
    schema_.Apply(kind, what);
    schema_.code().Apply(kind, what, statement.text);
    if (kind == "DoStmt") violations = ViolationsInBlock(ReadBlock(statement.text), statement.line);
    for (const Code& code : run) AddRun(code, statement.line, violations);
    return violations;
  }

  // Adds what the code violates that a statement runs, if it isn't being reviewed already.
  void AddRun(const Code& code, int line, std::vector<Violation>& violations) {
    if (!code.unknown.empty()) {
      violations.push_back({.rule = "not_reviewed",
                            .problem = fmt::format("runs {}, which {}", code.name, code.unknown),
                            .advice = kReadable,
                            .line = line});
      return;
    }
    const std::string identity = code.routine.empty() ? ToText(code.statement) : code.routine;
    if (!reviewing_.insert(identity).second) return;
    const bool was_in_block = std::exchange(in_block_, in_block_ || !code.routine.empty());
    std::vector<Violation> inner = code.routine.empty()
                                       ? ViolationsIn({.line = line, .tree = code.statement})
                                       : ViolationsInBlock(ReadRoutine(code.routine), line, "");
    in_block_ = was_in_block;
    reviewing_.erase(identity);
    for (Violation& violation : inner) {
      violation.line = line;
      violation.problem = fmt::format("runs {}, which {}", code.name, violation.problem);
      if (std::ranges::find(violations, violation) == violations.end()) {
        violations.push_back(std::move(violation));
      }
    }
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
      return {{.rule = "not_reviewed",
               .problem = "has a placeholder, which stands for statements that aren't known",
               .advice = kReadable,
               .line = statement.line}};
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

  std::vector<Violation> ViolationsInBlock(const SqlBlock& block, int first_line,
                                           const std::string& what = "the DO block ") {
    std::vector<Violation> violations;
    const bool was_in_block = std::exchange(in_block_, true);
    const SchemaState::Branch before = schema_.BeginBranch();  // RETURN may end it anywhere
    std::vector<SchemaState::Branch> branches;
    for (const BlockStatement& inner : block.statements) {
      FollowBranch(inner.mark, branches);
      for (SqlStatement& one : ParseScript(inner.sql).statements) {
        one.line = first_line + inner.line - 1;
        one.placeholders = inner.placeholders;
        std::ranges::move(ViolationsIn(one), std::back_inserter(violations));
      }
    }
    for (const Json& tree : block.trees) {
      const SqlStatement one{.line = first_line, .tree = tree};
      std::ranges::move(ViolationsIn(one), std::back_inserter(violations));
    }
    AddOfExpressions(block, first_line, violations);
    AddLoops(block, first_line, what, violations);
    schema_.EndBranch(before);
    in_block_ = was_in_block;
    for (const BlockStatement& inner : block.unknown) {
      violations.push_back({.rule = "not_reviewed",
                            .problem = what + inner.sql,
                            .advice = kReadable,
                            .line = first_line + inner.line - 1});
    }
    return violations;
  }

  void FollowBranch(BranchMark mark, std::vector<SchemaState::Branch>& branches) {
    if (mark == BranchMark::kBegins) branches.push_back(schema_.BeginBranch());
    if (mark != BranchMark::kEnds || branches.empty()) return;
    schema_.EndBranch(branches.back());
    branches.pop_back();
  }

  void AddLoops(const SqlBlock& block, int first_line, const std::string& what,
                std::vector<Violation>& violations) const {
    for (const BlockLoop& loop : block.loops) {
      const ParsedSql query = ParseSql(loop.query);
      if (query.statements.size() != 1) continue;
      if (!ReadsEveryRow(query.statements.at(0).at("stmt"), schema_)) continue;
      violations.push_back({.rule = "not_reviewed",
                            .problem = what + loop.does + " in a loop over every row of a query",
                            .advice = kReadable,
                            .line = first_line + loop.line - 1});
    }
  }

  // Expressions of PL/pgSQL have syntax of their own, so one that can't be parsed is no violation.
  void AddOfExpressions(const SqlBlock& block, int first_line, std::vector<Violation>& violations) {
    for (const BlockStatement& inner : block.expressions) {
      for (SqlStatement& one : ParseScript(inner.sql).statements) {
        one.line = first_line + inner.line - 1;
        if (!one.error.empty()) continue;
        std::ranges::move(ViolationsIn(one), std::back_inserter(violations));
      }
    }
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

  static constexpr const char* kReadable =
      "statements that can be read, or a comment that accepts them";

  const MigrationFile& file_;
  SchemaState& schema_;
  FileReview review_;
  std::set<std::string> reviewing_;  // functions that call each other
  ToolTransaction transaction_;
  bool in_block_ = false;
};

}  // namespace

FileReview ReviewFile(const MigrationFile& file, SchemaState& schema, const std::string& tool,
                      const std::vector<std::string>& files) {
  return Reviewer(file, schema).Review(tool, files);
}

std::string PlaceOf(const MigrationFile& file, int line) {
  return line == 0 ? file.name : fmt::format("{}:{}", file.name, line);
}

std::string Describe(const MigrationFile& file, const Violation& violation) {
  return fmt::format("{}: {}: {}", PlaceOf(file, violation.line), violation.rule,
                     violation.problem);
}

}  // namespace gonogo
