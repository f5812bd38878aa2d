// Nothing here knows the languages: a line counts if it has one of the tool's words and is neither
// a comment nor part of what goes back. The words are names of the tools' own functions.
#include "gates/migrations/review/code_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string_view>

#include "core/text/text.h"
#include "gates/migrations/review/code_literal.h"
#include "gates/migrations/review/review.h"
#include "gates/parser/sql_quotes.h"

namespace gonogo {
namespace {

using Words = std::vector<std::string_view>;

struct CodeTool {
  std::string_view name;
  std::string_view comment;
  Words concurrent;  // what does something concurrently
  Words outside;     // what leaves the transaction
  const char* around;
  const char* instead;
  Words losing;  // what loses data
  Words sql;     // what runs SQL, or code, that comes next
  Words down;    // what begins the part to go back
  Words up;      // what begins the part to go forward
};

const std::vector<CodeTool>& CodeTools() {
  static const std::vector<CodeTool> tools = {
      {"rails",
       "#",
       {"CONCURRENTLY", ":concurrently"},
       {"disable_ddl_transaction!"},
       ", but Rails runs each migration in a transaction",
       "disable_ddl_transaction! in a migration of its own",
       {"drop_table", "drop_join_table", "remove_column", "remove_columns", "remove_reference",
        "remove_belongs_to", "remove_timestamps", "delete_all", "destroy_all", "truncate"},
       {"execute", "exec_query", "exec_update"},
       {"def down", "def self.down"},
       {"def "}},
      {"alembic",
       "#",
       {"CONCURRENTLY", "postgresql_concurrently=True", "postgresql_concurrently = True"},
       {"autocommit_block"},
       ", but Alembic runs migrations in a transaction",
       "with op.get_context().autocommit_block()",
       {"drop_table", "drop_column"},
       {"execute", "exec_driver_sql"},
       {"def downgrade"},
       {"def "}},
      {"django",
       "#",
       {"CONCURRENTLY", "IndexConcurrently"},
       {"atomic = False", "atomic=False"},
       ", but Django runs each migration in a transaction",
       "atomic = False in a migration of its own",
       {"DeleteModel", "RemoveField"},
       {"RunSQL", "RunPython"},
       {},
       {}},
      {"knex",
       "//",
       {"CONCURRENTLY"},
       {"transaction: false", "transaction:false"},
       ", but Knex runs each migration in a transaction",
       "exports.config = {transaction: false} in a migration of its own",
       {"dropTable", "dropTableIfExists", "dropColumn", "dropColumns", "dropSchema", "truncate",
        "del"},
       {"raw"},
       {"exports.down", "function down", "const down"},
       {"exports.up", "function up", "const up"}}};
  return tools;
}

bool HasAny(std::string_view text, const Words& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Blanks the comments and the part to go back, and keeps every byte's place.
std::string Forward(const CodeTool& tool, const std::string& text) {
  std::vector<std::string> lines = Split(text, '\n');
  bool is_down = false;
  for (std::string& line : lines) {
    if (HasAny(line, tool.down)) {
      is_down = true;
    } else if (HasAny(line, tool.up)) {
      is_down = false;
    }
    const std::size_t end = is_down ? 0 : std::min(line.find(tool.comment), line.size());
    std::fill(line.begin() + static_cast<std::ptrdiff_t>(end), line.end(), ' ');
  }
  return Join(lines, "\n");
}

// Calls `found` with the end of each place where the text has the word as a whole.
template <typename Found>
void ForEach(const std::string& text, std::string_view word, const Found& found) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool is_whole = (at == 0 || !IsSqlWordByte(text[at - 1])) &&
                          (end == text.size() || !IsSqlWordByte(text[end]));
    if (is_whole) found(end);
  }
}

int LineOf(const std::string& text, std::size_t at) {
  return 1 + static_cast<int>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
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

// Reviews the SQL if the code has it as one literal text.
void AddSql(const std::string& text, std::string_view word, std::size_t end,
            std::vector<Violation>& violations) {
  const std::string_view rest = std::string_view(text).substr(end);
  if (rest.find("noop") < rest.find_first_of(",)\n") || rest.starts_with(".noop")) return;
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
  const std::string forward = Forward(*found, text);
  AddConcurrent(*found, forward, violations);
  for (const std::string_view word : found->losing) {
    ForEach(forward, word, [&](std::size_t end) {
      violations.push_back(
          {.rule = "destructive",
           .problem = fmt::format("calls {}", word),
           .advice = "do it in a later release, when nothing uses it and there is a backup",
           .line = LineOf(text, end)});
    });
  }
  for (const std::string_view word : found->sql) {
    ForEach(forward, word, [&](std::size_t end) { AddSql(text, word, end, violations); });
  }
  std::ranges::stable_sort(violations, {}, &Violation::line);
  return violations;
}

}  // namespace gonogo
