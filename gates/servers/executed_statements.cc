#include "gates/servers/executed_statements.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "gates/parser/row_finder.h"
#include "sql/servers.h"

namespace gonogo {
namespace {

constexpr const char* kHidden = "<insufficient privilege>";

ExecutedStatement StatementFrom(const Row& row, SideName side) {
  ExecutedStatement statement{.id = row.Maybe("id").value_or("?"),
                              .query = row.Maybe("query").value_or(kHidden),
                              .calls = row.Integer("calls"),
                              .milliseconds = ParseNumber(row.Text("milliseconds")).value_or(0),
                              .rows = row.Integer("rows")};
  if (statement.query != kHidden) return statement;
  throw DatabaseError(fmt::format("{}: this role can't see a statement of pg_stat_statements; "
                                  "sql/grants/gonogo.sql grants what it needs",
                                  ToString(side)),
                      "42501");
}

}  // namespace

std::string ExecutedStatement::Name() const {
  return fmt::format("query {} ({})", id, ShownStatement(query));
}

std::vector<ExecutedStatement> StatementsOn(const Inspection& in, SideName side,
                                            const std::vector<std::string>& roles) {
  Session& session = in.pair.SessionOf(side);
  const Rows written = session.Query(sql::kExecutedStatements, {ToParameter(Json(roles))});
  if (written.empty()) {
    throw DatabaseError(
        fmt::format("{}: this database doesn't have the extension pg_stat_statements: create it",
                    ToString(side)),
        "");
  }
  std::vector<ExecutedStatement> statements;
  for (const Row row : session.QueryOnce(written.Only().Text("statement"), {})) {
    statements.push_back(StatementFrom(row, side));
  }
  return statements;
}

}  // namespace gonogo
