// Nothing here knows the languages: a line counts if it has one of the tool's words for
// CONCURRENTLY and isn't a comment.
#include "gates/migrations/review/code_files.h"

#include <algorithm>
#include <string_view>

#include "core/text/text.h"

namespace gonogo {
namespace {

struct CodeTool {
  std::string_view name;
  std::string_view comment;
  std::vector<std::string_view> concurrent;  // what does something concurrently
  std::vector<std::string_view> outside;     // what leaves the transaction
  const char* around;
  const char* instead;
};

const std::vector<CodeTool>& CodeTools() {
  static const std::vector<CodeTool> tools = {
      {"rails",
       "#",
       {"CONCURRENTLY", ":concurrently"},
       {"disable_ddl_transaction!"},
       ", but Rails runs each migration in a transaction",
       "disable_ddl_transaction! in a migration of its own"},
      {"alembic",
       "#",
       {"CONCURRENTLY", "postgresql_concurrently=True", "postgresql_concurrently = True"},
       {"autocommit_block"},
       ", but Alembic runs migrations in a transaction",
       "with op.get_context().autocommit_block()"},
      {"django",
       "#",
       {"CONCURRENTLY", "IndexConcurrently"},
       {"atomic = False", "atomic=False"},
       ", but Django runs each migration in a transaction",
       "atomic = False in a migration of its own"},
      {"knex",
       "//",
       {"CONCURRENTLY"},
       {"transaction: false", "transaction:false"},
       ", but Knex runs each migration in a transaction",
       "exports.config = {transaction: false} in a migration of its own"}};
  return tools;
}

bool HasAny(std::string_view text, const std::vector<std::string_view>& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

std::string Without(std::string_view comment, const std::string& line) {
  return line.substr(0, std::min(line.find(comment), line.size()));
}

}  // namespace

bool IsCodeTool(const std::string& tool) {
  return std::ranges::find(CodeTools(), tool, &CodeTool::name) != CodeTools().end();
}

std::vector<Violation> ReviewCode(const std::string& tool, const std::string& text) {
  const auto found = std::ranges::find(CodeTools(), tool, &CodeTool::name);
  std::vector<Violation> violations;
  if (found == CodeTools().end()) return violations;
  int line = 0;
  for (const std::string& whole : Split(text, '\n')) {
    ++line;
    const std::string code = Without(found->comment, whole);
    if (HasAny(code, found->outside)) return {};
    if (!HasAny(code, found->concurrent) || code.find("import") != std::string::npos) continue;
    violations.push_back({.rule = "in_transaction",
                          .problem = std::string("works CONCURRENTLY") + found->around,
                          .advice = found->instead,
                          .line = line});
  }
  return violations;
}

}  // namespace gonogo
