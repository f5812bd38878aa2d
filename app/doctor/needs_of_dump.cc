// Asks the source who owns, or has rights on, what the plan doesn't exclude, and the target whom it
// has.
#include "app/doctor/needs_of_dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/catalogue/role_mapping.h"
#include "reporters/model/shown_text.h"
#include "sql/catalogue.h"
#include "sql/doctor.h"
#include "sql/plan.h"

namespace gonogo {
namespace {

using NameSet = std::set<std::string>;
using Statements = std::map<std::string, std::string>;  // by role

constexpr const char* kStageFails = "stage schema would fail: ";

std::string FewNames(const NameSet& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) shown.push_back(InOneLine(name, 100));
  return FirstFew(shown);
}

Examined LineOn(const std::string& what, const NameSet& missing, const std::string& advice) {
  const std::string subject = "target: " + what;
  if (missing.empty()) return {Health::kOk, subject, "those that the schema needs exist", ""};
  return {Health::kProblem, subject, "missing: " + FewNames(missing), kStageFails + advice};
}

class NeedsOfDump {
 public:
  NeedsOfDump(const Plan& plan, Session& source, Session& target)
      : plan_(plan),
        stage_(plan.stages.at(Phase::kSchema)),
        source_(source),
        target_(target),
        roles_(RoleMapping(stage_)) {}

  Examinations Examine() {
    const Rows rows = source_.Query(
        sql::kNeedsOfDump, {ToParameter(Excluded()), ToParameter(Json(stage_.Boolean("owners"))),
                            ToParameter(Json(stage_.Boolean("privileges")))});
    const Row needs = rows.Only();
    return {Roles(needs), Extensions(), Tablespaces(needs)};
  }

 private:
  Json Excluded() const {
    Json excluded = Json::array();
    for (const Exclusion& one : plan_.exclusions) {
      if (one.relation.empty()) {
        excluded.push_back({{"schema", one.schema}, {"name", nullptr}});
        continue;
      }
      const RelationName name = ParseRelationName(one.relation);
      excluded.push_back({{"schema", name.schema}, {"name", name.name}});
    }
    return excluded;
  }

  NameSet Owners() const {
    if (!stage_.Boolean("owners")) return {};
    Json schemas = Json::array();
    for (const Exclusion& one : plan_.exclusions) {
      if (one.relation.empty()) schemas.push_back(one.schema);
    }
    const Rows rows = source_.Query(sql::kSideFacts, {ToParameter(schemas)});
    return ParseJson(rows.Only().Text("owners")).get<NameSet>();
  }

  // The role of the target that stands for a role of the source.
  std::string OnTarget(const std::string& role) const {
    const auto found = roles_.find(role);
    return found == roles_.end() ? role : found->second;
  }

  // A role that isn't a superuser gives objects only to roles that it may become.
  Examined Roles(const Row& needs) const {
    const Rows rows = target_.Query(sql::kSideFacts, {ToParameter(Json::array())});
    const Row target = rows.Only();
    const auto has = ParseJson(target.Text("roles")).get<std::map<std::string, bool>>();
    const auto known = ParseJson(needs.Text("all_roles")).get<Statements>();
    NameSet missing;
    NameSet statements;
    const auto add = [&](const std::string& of_source) {
      const std::string role = OnTarget(of_source);
      if (has.contains(role) || role.starts_with("pg_")) return;
      missing.insert(role);
      const auto as_on_source = known.find(role);
      statements.insert(as_on_source != known.end()
                            ? as_on_source->second
                            : fmt::format("CREATE ROLE {} NOLOGIN;", QuoteIdentifier(role)));
    };
    for (const auto& [role, statement] : ParseJson(needs.Text("roles")).get<Statements>()) {
      if (!IsAbsentReader(role)) add(role);
    }
    NameSet grants;
    for (const std::string& owner : Owners()) {
      add(owner);
      const std::string role = OnTarget(owner);
      const auto found = has.find(role);
      const bool may_become =
          target.Boolean("is_superuser") || (found != has.end() && found->second);
      if (may_become || role.starts_with("pg_")) continue;
      missing.insert(role);
      grants.insert(fmt::format("GRANT {} TO {};", QuoteIdentifier(role),
                                QuoteIdentifier(target.Text("role"))));
    }
    std::string text = grants.empty()       ? "create them"
                       : statements.empty() ? "let this role give objects to them"
                                            : "create them, and let this role give objects to them";
    for (const NameSet* const lines : {&statements, &grants}) {
      for (const std::string& line : *lines) text += "\n" + InOneLine(line);
    }
    return LineOn("roles", missing, text);
  }

  // Stage schema leaves out what would be granted to these.
  bool IsAbsentReader(const std::string& role) const {
    const auto& readers = plan_.reading_roles;
    return std::find(readers.begin(), readers.end(), role) != readers.end();
  }

  Examined Extensions() const {
    NameSet installable;
    const Rows target = target_.Query(sql::kExtensions, {});
    for (const Row row : target) installable.insert(row.Text("name"));
    NameSet missing;
    const Rows source = source_.Query(sql::kExtensions, {});
    for (const Row row : source) {
      if (row.Maybe("version") && !installable.contains(row.Text("name"))) {
        missing.insert(row.Text("name"));
      }
    }
    return LineOn("extensions", missing,
                  "install their packages on the target's server, or drop them on the source if "
                  "nothing needs them");
  }

  Examined Tablespaces(const Row& needs) const {
    auto missing = ParseJson(needs.Text("tablespaces")).get<NameSet>();
    const Rows rows = target_.Query(sql::kTablespaces, {});
    for (const Row row : rows) missing.erase(row.Text("name"));
    return LineOn("tablespaces", missing,
                  "create them, in folders of the target's host: CREATE TABLESPACE ... LOCATION "
                  "...");
  }

  const Plan& plan_;
  const Arguments& stage_;
  Session& source_;
  Session& target_;
  std::map<std::string, std::string> roles_;
};

}  // namespace

Examinations ExamineNeedsOfDump(const Plan& plan, Session& source, Session& target) {
  const auto schema = plan.stages.find(Phase::kSchema);
  if (!plan.has_source() || schema == plan.stages.end()) return {};
  if (schema->second.Text("method") != "dump") return {};
  return NeedsOfDump(plan, source, target).Examine();
}

}  // namespace gonogo
