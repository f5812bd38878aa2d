// A pooler may share sessions among applications: then only their roles tell them apart.
#include "gates/sessions/named_sessions.h"

#include <fmt/format.h>

#include <set>
#include <vector>

#include "core/error.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "fixtures/session/own_sessions.h"
#include "sql/sessions.h"

namespace gonogo {

std::vector<Parameter> SessionParameters() {
  return {
      TextListParameter("names", "patterns of application_name; * matches any text").DefaultEmpty(),
      TextListParameter("users", "roles that the application connects as").DefaultEmpty()};
}

NamedSessions SessionsOf(const Arguments& application, SideName side, Session& session) {
  const Rows rows = WithoutOwnSessions(
      session.Query(sql::kApplicationSessions, {ToParameter(Json(application.Texts("names"))),
                                                ToParameter(Json(application.Texts("users")))}));
  bool visible = false;
  std::set<std::string> names;
  std::int64_t count = 0;
  for (const Row row : rows) {
    visible = visible || row.Maybe("visible");
    if (!row.Maybe("who")) continue;
    names.insert(row.Text("who"));
    ++count;
  }
  if (!visible) {
    throw DatabaseError(
        fmt::format("{}: this role can't see other roles' sessions; sql/grants/gonogo.sql grants "
                    "what it needs",
                    ToString(side)),
        "42501");
  }
  const std::string counted = Counted(count, "session");
  const std::vector<std::string> who(names.begin(), names.end());
  return {count, count == 0 ? counted : fmt::format("{}: {}", counted, Join(who, ", "))};
}

}  // namespace gonogo
