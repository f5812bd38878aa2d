// Nothing here knows the languages: a place counts if it has one of the tool's words and is neither
// in a comment nor in the part to go back. The words are names of the tools' own functions.
#include "gates/migrations/review/code/code_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string_view>

#include "core/text/text.h"
#include "gates/migrations/review/code/code_forward.h"
#include "gates/migrations/review/code/code_literal.h"
#include "gates/migrations/review/code/code_words.h"
#include "gates/migrations/review/code/required_columns.h"
#include "gates/migrations/review/review.h"

namespace gonogo {
namespace {

struct CodeTool {
  std::string_view name;
  CodeParts parts;
  Words concurrent;  // what does something concurrently
  Words outside;     // what leaves the transaction
  const char* around;
  const char* instead;
  Words losing;            // what loses data
  Words renaming;          // what takes a name away that a running application uses
  Words sql;               // what runs SQL, or code, that comes next
  Words overwriting = {};  // what overwrites every row unless its chain of calls has a where()
  Words retyping = {};     // what changes a column's type
  std::string_view retyping_if = "";  // its parentheses have this; empty: whatever they have
  std::string_view may_retype = "";   // what may change it, as the tool compares its models
};

CodeTool Rails() {
  return {"rails",
          {"#", {"def down", "def self.down"}, {"def"}, {"dir.down", "direction.down"}, false},
          {"CONCURRENTLY", ":concurrently"},
          {"disable_ddl_transaction!"},
          ", but Rails runs each migration in a transaction",
          "disable_ddl_transaction! in a migration of its own",
          {"drop_table",         "drop_join_table",   "drop_schema",       "drop_enum",
           "disable_extension",  "remove_column",     "remove_columns",    "remove_reference",
           "remove_references",  "remove_belongs_to", "remove_timestamps", "t.remove",
           "table.remove",       "force: true",       "force: :cascade",   ":force => true",
           ":force => :cascade", "delete_all",        "delete_by",         "destroy_all",
           "destroy_by",         ".destroy",          "&:destroy",         "&:destroy!",
           "&:delete",           "truncate",          "truncate_tables"},
          {"rename_column", "rename_table", "rename_enum", "rename_enum_value", "rename_schema",
           "t.rename", "table.rename"},
          {"execute", "exec_query", "exec_update", "exec_delete", "execute_batch",
           "connection.delete", "connection.update", "raw_connection", "revert"},
          {},
          {"change_column", "t.change", "table.change"}};
}

CodeTool Alembic() {
  return {"alembic",
          {"#", {"def downgrade"}, {"def"}, {}, true},
          {"CONCURRENTLY", "postgresql_concurrently=True", "postgresql_concurrently = True"},
          {"autocommit_block"},
          ", but Alembic runs migrations in a transaction",
          "with op.get_context().autocommit_block()",
          {"drop_table", "drop_column", "drop_all", ".drop(", ".delete("},
          {"rename_table", "new_column_name"},
          {"execute", "exec_driver_sql"},
          {},
          {"alter_column"},
          "type_"};
}

CodeTool Django() {
  return {"django",
          {"#", {}, {}, {}, false},
          {"CONCURRENTLY", "IndexConcurrently"},
          {"atomic = False", "atomic=False"},
          ", but Django runs each migration in a transaction",
          "atomic = False in a migration of its own",
          {"DeleteModel", "RemoveField"},
          {"RenameField", "RenameModel", "AlterModelTable"},
          {"RunSQL", "RunPython"},
          {},
          {},
          "",
          "AlterField"};
}

CodeTool Knex() {
  return {"knex",
          {"//",
           {"exports.down =", "exports.down=", "function down", "const down", "async down",
            "down: async", "down: function", "down: ("},
           {"exports.up", "function up", "const up", "async up", "up:", "up("},
           {},
           true},
          {"CONCURRENTLY"},
          {"transaction: false", "transaction:false"},
          ", but Knex runs each migration in a transaction",
          "exports.config = {transaction: false} in a migration of its own",
          {"dropTable", "dropTableIfExists", "dropColumn", "dropColumns", "dropTimestamps",
           "dropSchema", "dropSchemaIfExists", "truncate", "del", ".delete("},
          {"renameColumn", "renameTable", "renameView"},
          {"raw"},
          {".update(", ".increment(", ".decrement("},
          {".alter("}};
}

const std::vector<CodeTool>& CodeTools() {
  static const std::vector<CodeTool> tools = {Rails(), Alembic(), Django(), Knex()};
  return tools;
}

// Returns true for User.update_all, and false for User.where(...).update_all.
bool IsOfWholeTable(std::string_view code, std::size_t begin) {
  constexpr std::string_view kName =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_:";
  if (begin == 0 || code[begin - 1] != '.') return false;
  const std::size_t before = code.find_last_not_of(kName, begin - 2);
  const std::size_t name = before == std::string_view::npos ? 0 : before + 1;
  const bool is_start = name == 0 || code[name - 1] != '.';
  return is_start && std::isupper(static_cast<unsigned char>(code[name])) != 0;
}

// Returns whether the chain of calls of Knex in which `at` is has a where().
bool IsBounded(const std::string& code, std::size_t at) {
  std::size_t begin = 0;
  std::size_t end = code.size();
  for (const std::string_view border : {";", "await ", "return "}) {
    const std::size_t before = code.rfind(border, at);
    if (before != std::string::npos) begin = std::max(begin, before);
    end = std::min(end, code.find(border, at));
  }
  const std::string_view chain = std::string_view(code).substr(begin, end - begin);
  return HasAny(chain, {".where", ".andWhere", ".orWhere"});
}

void AddConcurrent(const CodeTool& tool, const std::string& forward,
                   std::vector<Violation>& violations) {
  if (HasAny(forward, tool.outside)) return;
  int line = 0;
  for (const std::string& code : Split(forward, '\n')) {
    ++line;
    if (!HasAny(code, tool.concurrent) || code.find("import") != std::string::npos) continue;
    violations.push_back({.rule = "in_transaction",
                          .problem = std::string("works CONCURRENTLY") + tool.around,
                          .advice = tool.instead,
                          .line = line});
  }
}

void AddRetyped(const CodeTool& tool, const std::string& forward,
                std::vector<Violation>& violations) {
  for (const std::string_view word : tool.retyping) {
    ForEachWord(forward, word, [&](std::size_t end) {
      if (ArgumentsOf(forward, end).find(tool.retyping_if) == std::string_view::npos) return;
      violations.push_back(
          {.rule = "rewrites_table",
           .problem = fmt::format("calls {}, which rewrites the table unless the types are binary "
                                  "compatible",
                                  word),
           .advice = "add a column of the new type, fill it in batches, then swap the names",
           .line = LineOf(forward, end)});
    });
  }
  if (tool.may_retype.empty()) return;
  ForEachWord(forward, tool.may_retype, [&](std::size_t end) {
    violations.push_back(
        {.rule = "not_reviewed",
         .problem = fmt::format("calls {}, which may change the column's type", tool.may_retype),
         .advice = "a waiver if the column's type stays as it is",
         .line = LineOf(forward, end)});
  });
}

// Returns true for RunSQL.noop, and for RunSQL(RunSQL.noop, ...), where `end` is behind RunSQL. An
// import runs nothing; if it gives the name another one, it counts as unread.
bool DoesNothing(const std::string& text, std::size_t end) {
  const std::string_view code = text;
  if (code.substr(end).starts_with(".noop")) return true;
  const std::size_t line = code.rfind('\n', end - 1) + 1;
  const bool is_import = code.substr(line).starts_with("from ");
  if (is_import && code.substr(end, 4) != " as ") return true;
  const std::size_t begin = std::min(code.find_first_not_of("( \t\r\n", end), code.size());
  const std::size_t length = std::min(code.find_first_of(",) \t\r\n", begin), code.size()) - begin;
  return code.substr(begin, length).ends_with(".noop");
}

// Reviews the SQL if the code has it as one literal text.
void AddSql(const std::string& text, std::string_view word, std::size_t end,
            std::vector<Violation>& violations) {
  if (DoesNothing(text, end)) return;
  const auto literal = ReadLiteral(text, end);
  if (!literal) {
    violations.push_back(
        {.rule = "not_reviewed",
         .problem = fmt::format("runs what {} gets, which isn't a literal text", word),
         .advice = "SQL as one literal text, or a waiver",
         .line = LineOf(text, end)});
    return;
  }
  SchemaState schema;
  for (Violation& violation : ReviewFile({"", literal->text}, schema).violations) {
    violation.line += LineOf(text, literal->begin) - 1;
    violations.push_back(std::move(violation));
  }
}

}  // namespace

bool IsCodeTool(const std::string& tool) {
  return std::ranges::find(CodeTools(), tool, &CodeTool::name) != CodeTools().end();
}

std::vector<Violation> ReviewCode(const std::string& tool, const std::string& text) {
  const auto found = std::ranges::find(CodeTools(), tool, &CodeTool::name);
  std::vector<Violation> violations;
  if (found == CodeTools().end()) return violations;
  const std::string forward = ForwardPart(found->parts, text);
  AddConcurrent(*found, forward, violations);
  AddRetyped(*found, forward, violations);
  std::ranges::move(RequiredColumns(tool, forward), std::back_inserter(violations));
  for (const std::string_view word : found->losing) {
    ForEachWord(forward, word, [&](std::size_t end) {
      violations.push_back(
          {.rule = "destructive",
           .problem = fmt::format("calls {}", word),
           .advice = "do it in a later release, when nothing uses it and there is a backup",
           .line = LineOf(text, end)});
    });
  }
  for (const std::string_view word : found->renaming) {
    ForEachWord(forward, word, [&](std::size_t end) {
      violations.push_back({.rule = "breaks_application",
                            .problem = fmt::format(
                                "renames ({}): an application that uses the old name fails", word),
                            .advice = "keep the old name, or both, until no application uses it",
                            .line = LineOf(text, end)});
    });
  }
  for (const std::string_view word : found->overwriting) {
    ForEachWord(forward, word, [&](std::size_t end) {
      if (IsBounded(forward, end)) return;
      violations.push_back(
          {.rule = "destructive",
           .problem = fmt::format("overwrites every row ({})", word),
           .advice = "where() that selects some rows, and batches if they are many",
           .line = LineOf(text, end)});
    });
  }
  constexpr std::string_view kOverwrites = "update_all";
  ForEachWord(forward, kOverwrites, [&](std::size_t end) {
    if (!IsOfWholeTable(forward, end - kOverwrites.size())) return;
    violations.push_back({.rule = "destructive",
                          .problem = "overwrites every row (update_all)",
                          .advice = "where() that selects some rows, and batches if they are many",
                          .line = LineOf(text, end)});
  });
  for (const std::string_view word : found->sql) {
    ForEachWord(forward, word, [&](std::size_t end) { AddSql(text, word, end, violations); });
  }
  std::ranges::stable_sort(violations, {}, &Violation::line);
  return violations;
}

}  // namespace gonogo
