// Knows PostgreSQL's own functions by their names, which a dump can't change.
#include "gates/parser/changing_columns.h"

#include <string_view>

#include "core/json/json.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

bool IsChangingFunction(const Json& call) {
  static const std::set<std::string, std::less<>> kFunctions = {"now",
                                                                "transaction_timestamp",
                                                                "statement_timestamp",
                                                                "clock_timestamp",
                                                                "timeofday",
                                                                "random",
                                                                "random_normal",
                                                                "gen_random_uuid",
                                                                "uuidv4",
                                                                "uuidv7",
                                                                "uuid_generate_v1",
                                                                "uuid_generate_v1mc",
                                                                "uuid_generate_v4",
                                                                "gen_random_bytes",
                                                                "nextval",
                                                                "txid_current",
                                                                "pg_current_xact_id",
                                                                "pg_backend_pid",
                                                                "current_setting",
                                                                "version",
                                                                "pg_postmaster_start_time",
                                                                "inet_server_addr",
                                                                "current_database"};
  const Json& last = call.at("funcname").back();
  return last.contains("String") && kFunctions.contains(last["String"].value("sval", ""));
}

bool Changes(const Json& expression) {
  if (!expression.is_structured()) return false;
  for (const auto& [member, value] : expression.items()) {
    if (member == "SQLValueFunction") return true;  // CURRENT_TIMESTAMP, CURRENT_USER
    if (member == "FuncCall" && IsChangingFunction(value)) return true;
    if (Changes(value)) return true;
  }
  return false;
}

void AddColumns(const Json& select, std::set<std::size_t>& columns) {
  for (const char* const part : {"larg", "rarg"}) {
    if (select.contains(part)) AddColumns(select.at(part), columns);
  }
  if (!select.contains("targetList")) return;
  const Json& targets = select.at("targetList");
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (Changes(targets[i])) columns.insert(i);
  }
}

}  // namespace

std::set<std::size_t> ChangingColumns(const std::string& query) {
  std::set<std::size_t> columns;
  const ParsedSql parsed = ParseSql(query);
  if (!parsed.error.empty() || parsed.statements.empty()) return columns;
  const Json& statement = parsed.statements.front().at("stmt");
  if (statement.contains("SelectStmt")) AddColumns(statement.at("SelectStmt"), columns);
  return columns;
}

}  // namespace gonogo
