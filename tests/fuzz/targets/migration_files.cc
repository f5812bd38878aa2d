// Folders of SQL migrations: a table that is dropped in plain sight is always seen.
#include <algorithm>
#include <string>

#include "gates/migrations/history/tools.h"
#include "gates/migrations/review/code/code_files.h"
#include "gates/migrations/review/review.h"
#include "gates/parser/sql_script.h"
#include "tests/fuzz/refusal.h"
#include "tests/fuzz/small_folder.h"
#include "tests/fuzz/targets/targets.h"

namespace gonogo::fuzz {
namespace {

bool IsDropOfTable(const Json& raw) {
  const Json& statement = raw.at("stmt");
  return statement.contains("DropStmt") &&
         statement.at("DropStmt").value("removeType", "") == "OBJECT_TABLE";
}

// Returns whether nothing in the text can rightly hide that it drops a table: a comment that
// accepts it, a command of psql or a placeholder around it, or the table's creation before it.
bool PlainlyDropsTable(const std::string& text) {
  const bool is_plain = text.find_first_of("-*\\{:$") == std::string::npos &&
                        text.find("CREATE") == std::string::npos &&
                        text.find("create") == std::string::npos;
  if (!is_plain || text.find('\0') != std::string::npos) return false;
  const ParsedSql parsed = ParseSql(text);
  return parsed.error.empty() && std::ranges::any_of(parsed.statements, IsDropOfTable);
}

void ReviewFiles(const MigrationFiles& folder, const std::string& tool) {
  SchemaState schema;
  for (const MigrationFile& file : folder.files) {
    const FileReview review = ReviewFile(file, schema, tool);
    const auto lines = std::ranges::count(file.text, '\n') + 1;
    for (const Violation& violation : review.violations) {
      Require(violation.line >= 0 && violation.line <= lines, "a violation is behind the text");
      Require(!violation.rule.empty() && !violation.problem.empty(), "a violation says nothing");
    }
    Require(folder.files.size() > 1 || !PlainlyDropsTable(file.text) || !review.violations.empty(),
            "a table is dropped, and the review doesn't see it");
  }
}

}  // namespace

void FeedMigrationFiles(std::string_view input) {
  const DescribedFolder described = ReadDescribedFolder(input);
  const SmallFolder folder;
  for (const auto& [name, text] : described.files) {
    folder.Write(name, text);
    for (const std::string& tool : ToolNames()) {
      if (IsCodeTool(tool)) ReviewCode(tool, text);
    }
  }
  const bool is_tool = std::ranges::count(ToolNames(), described.heading) > 0;
  IsTaken([&] { ReviewFiles(ReadMigrations(folder.path()), is_tool ? described.heading : ""); });
}

}  // namespace gonogo::fuzz
