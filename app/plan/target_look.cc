// What the target can't be helped to have is only reported; the checks of the plan find it again.
#include "app/plan/target_look.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "app/plan/discovery.h"
#include "core/json/json.h"
#include "core/text/text.h"
#include "core/values/provider.h"
#include "core/values/relation_name.h"
#include "sql/catalogue.h"
#include "sql/plan.h"

namespace gonogo {
namespace {

using Names = std::set<std::string>;

struct SideFacts {
  std::string version;
  std::int64_t major = 0;
  std::string encoding;
  std::string collation;
  std::string role;
  bool is_superuser = false;
  Names search_path;
  std::string owner;
  Names owners;
  Names grantees;
  std::map<std::string, bool> roles;  // whether this role may become it
};

Names SchemasIn(const std::string& search_path) {
  Names schemas;
  for (const std::string& part : Split(search_path, ',')) schemas.insert(Unquoted(Trim(part)));
  return schemas;
}

SideFacts FactsOf(Session& session, const std::map<std::string, std::string>& providers) {
  Json excluded = Json::array();
  for (const auto& [schema, reason] : providers) excluded.push_back(schema);
  const Rows rows = session.Query(sql::kSideFacts, {ToParameter(excluded)});
  const Row row = rows.Only();
  return {.version = row.Text("version"),
          .major = row.Integer("major"),
          .encoding = row.Text("encoding"),
          .collation = row.Text("collation"),
          .role = row.Text("role"),
          .is_superuser = row.Boolean("is_superuser"),
          .search_path = SchemasIn(row.Text("search_path")),
          .owner = row.Text("owner"),
          .owners = ParseJson(row.Text("owners")).get<Names>(),
          .grantees = ParseJson(row.Text("grantees")).get<Names>(),
          .roles = ParseJson(row.Text("roles")).get<std::map<std::string, bool>>()};
}

// Returns the names, the first few only.
std::string Few(const Names& names) {
  std::vector<std::string> shown;
  for (const std::string& name : names) shown.push_back(Printable(name));
  return FirstFew(shown);
}

class Look {
 public:
  Look(const SourceSchema& schema, const SourceSchema& found, Session& source, Session& target,
       DiscoveryOptions& options)
      : schema_(schema),
        found_(found),
        source_session_(source),
        target_session_(target),
        options_(options),
        source_(FactsOf(source, schema.providers)),
        target_(FactsOf(target, {})),
        provider_(FindProvider(options.providers.target)) {}

  TargetLook Result() {
    Identify();
    LookAtTables();
    LookAtDatabase();
    LookAtExtensions();
    LookAtRoles();
    return std::move(look_);
  }

 private:
  void Report(const std::string& line) { look_.report.push_back(line); }

  void Identify() {
    Report(fmt::format("target: PostgreSQL {}{}; role {}, {}", target_.version,
                       provider_ == nullptr ? "" : " of " + provider_->title, target_.role,
                       target_.is_superuser ? "a superuser" : "no superuser"));
    if (target_.major < source_.major) {
      Report(fmt::format("version: the source has {}, the target is older: {}", source_.version,
                         target_.version));
    }
  }

  void LookAtTables() {
    Names on_target;
    for (const SourceTable& table : found_.tables) {
      on_target.insert(QuotedName(table.name));
    }
    Names missing;
    std::size_t moved = 0;
    for (const SourceTable& table : schema_.tables) {
      if (!IsMoved(schema_, options_, table)) continue;
      ++moved;
      const auto to = options_.renamed.find(table.name.schema);
      const auto& schema = to == options_.renamed.end() ? table.name.schema : to->second;
      const std::string name = QuotedName({schema, table.name.name});
      if (!on_target.contains(name)) missing.insert(name);
    }
    look_.has_tables = moved > missing.size();
    if (!look_.has_tables) {
      Report(on_target.empty()
                 ? "tables: none yet"
                 : fmt::format("tables: none of the plan yet, but {} of others", on_target.size()));
    } else if (!missing.empty()) {
      Report(fmt::format("tables: the target lacks {} of the plan: {}",
                         Counted(missing.size(), "table"), Few(missing)));
    }
  }

  void LookAtDatabase() {
    if (source_.encoding != target_.encoding) {
      Report(fmt::format("encoding: the target has {}, the source {} (check collations)",
                         target_.encoding, source_.encoding));
    }
    if (source_.collation != target_.collation) {
      Report(fmt::format("collation: the target has {}, the source {} (check collations)",
                         target_.collation, source_.collation));
    }
  }

  void LookAtExtensions() {
    std::map<std::string, Row> on_target;
    const Rows target = target_session_.Query(sql::kExtensions, {});
    for (const Row row : target) on_target.emplace(row.Text("name"), row);
    Names unavailable;
    Names other_versions;
    const Rows source = source_session_.Query(sql::kExtensions, {});
    for (const Row row : source) {
      if (!row.Maybe("version")) continue;
      const std::string& name = row.Text("name");
      const auto found = on_target.find(name);
      const bool is_installed = found != on_target.end() && found->second.Maybe("version");
      if (!is_installed && (found == on_target.end() || !found->second.Maybe("available"))) {
        unavailable.insert(name);
        continue;
      }
      const std::string version = found->second.Text(is_installed ? "version" : "available");
      if (version != row.Text("version")) {
        other_versions.insert(
            fmt::format("{} {} instead of {}", name, version, row.Text("version")));
      }
    }
    if (!unavailable.empty()) {
      Report("extensions: the target's server can't install " + Few(unavailable));
    }
    if (!other_versions.empty()) Report("extensions: the target has " + Few(other_versions));
    LookAtMovedExtensions();
  }

  // An extension may be where the provider has them, or where search_path finds what the
  // application doesn't qualify. Another schema is a finding.
  void LookAtMovedExtensions() {
    Names expected = target_.search_path;
    if (provider_ != nullptr) expected.insert(provider_->extensions_schema);
    Names moved;
    Names elsewhere;
    for (const auto& [name, schema] :
         MovedExtensions(source_session_, target_session_, options_.renamed)) {
      const bool is_expected = expected.contains(schema);
      (is_expected ? moved : elsewhere).insert(name + " in " + schema);
      if (is_expected) options_.extensions[name] = schema;
    }
    if (!moved.empty())
      Report("extensions: the target has " + Few(moved) + " (see \"extensions\")");
    if (!elsewhere.empty()) {
      Report("extensions: the target has " + Few(elsewhere) +
             ", the source elsewhere: gate extensions finds that, unless you add \"extensions\": "
             "{\"NAME\": \"SCHEMA\"} to the plan");
    }
  }

  // Returns the roles that the target lacks, except those of the source's provider.
  Names Missing(const Names& roles, bool of_provider) const {
    const Provider* const provider = FindProvider(options_.providers.source);
    Names missing;
    for (const std::string& role : roles) {
      const bool is_providers = provider != nullptr && provider->HasRole(role);
      if (!target_.roles.contains(role) && is_providers == of_provider) missing.insert(role);
    }
    return missing;
  }

  bool MayOwnEverything() const {
    for (const std::string& owner : source_.owners) {
      const auto found = target_.roles.find(owner);
      if (found == target_.roles.end() || !found->second) return false;
    }
    return true;
  }

  void LookAtRoles() {
    Names needed = source_.grantees;
    // What no stage creates has the owners that others gave it.
    const bool is_created = !look_.has_tables && options_.stages != StagesBy::kNone;
    if (!is_created || target_.is_superuser || MayOwnEverything()) {
      needed.insert(source_.owners.begin(), source_.owners.end());
    } else {
      LetTargetsRoleOwn();
      for (const std::string& owner : source_.owners) needed.erase(owner);
    }
    // It owns the target's database or the like, whoever does on the source.
    if (!target_.is_superuser && !source_.roles.contains(target_.role)) {
      options_.lone_roles.push_back(target_.role);
    }
    const Names missing = Missing(needed, false);
    if (!missing.empty()) {
      Report("roles: create on the target first: " + Few(missing));
    }
    options_.keeps_privileges = Missing(source_.grantees, true).empty();
    if (!options_.keeps_privileges) {
      Report(
          "privileges: some are for roles that the target lacks. Grant the others before the "
          "stage gate");
    }
    const bool is_providers = provider_ != nullptr && provider_->HasRole(target_.owner);
    if (source_.owner != target_.owner && !is_providers &&
        !options_.roles.contains(source_.owner)) {
      Report(fmt::format("owner: the target's database belongs to {}, the source's to {}",
                         target_.owner, source_.owner));
    }
  }

  void LetTargetsRoleOwn() {
    options_.keeps_owners = false;
    Names owners = source_.owners;
    if (target_.owner == target_.role) owners.insert(source_.owner);  // of the database itself
    for (const std::string& owner : owners) {
      if (owner != target_.role) options_.roles[owner] = target_.role;
      if (!target_.roles.contains(owner)) options_.lone_roles.push_back(owner);
    }
    Report(fmt::format("owners: {} can't give objects to {}, and will own them (see \"roles\")",
                       target_.role, Few(source_.owners)));
  }

  const SourceSchema& schema_;
  const SourceSchema& found_;
  Session& source_session_;
  Session& target_session_;
  DiscoveryOptions& options_;
  SideFacts source_;
  SideFacts target_;
  const Provider* provider_;
  TargetLook look_;
};

}  // namespace

TargetLook LookAtTarget(const SourceSchema& schema, const SourceSchema& found, Session& source,
                        Session& target, DiscoveryOptions& options) {
  return Look(schema, found, source, target, options).Result();
}

}  // namespace gonogo
