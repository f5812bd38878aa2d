// roles: the roles that the database needs have the same attributes, memberships and settings on
// both sides. pg_dump of one database doesn't dump them.
#include <set>

#include "core/plan/gate.h"
#include "core/text/setting_value.h"
#include "gates/inspection.h"
#include "gates/objects/object_comparison.h"
#include "gates/objects/provider_differences.h"
#include "gates/objects/reading_roles.h"
#include "gates/reading/read_privilege.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::roles {
namespace {

struct Roles {
  Objects all;
  std::set<std::string> needed;
};

// Returns what a setting, "TimeZone=UTC", means in all its spellings.
std::string MeaningOf(const std::string& setting) {
  const auto equals = setting.find('=');
  if (equals == std::string::npos) return setting;
  const std::string parameter = setting.substr(0, equals);
  return parameter + "=" + SettingMeaning(parameter, setting.substr(equals + 1));
}

// Gives settings of `objects` the spelling that `others` have, if they mean the same.
void TakeSpellings(const Objects& others, Objects& objects) {
  for (auto& [name, object] : objects) {
    const auto other = others.find(name);
    if (other == others.end()) continue;
    for (auto& [property, value] : object.properties) {
      if (!property.starts_with("setting ") || !value.text) continue;
      const auto found = other->second.properties.find(property);
      if (found == other->second.properties.end() || !found->second.text) continue;
      if (MeaningOf(*found->second.text) == MeaningOf(*value.text)) value.text = found->second.text;
    }
  }
}

Roles Read(const Rows& rows) {
  Roles roles;
  for (const Row row : rows) {
    roles.all.emplace(row.Text("role"), ReadObject(row));
    if (row.Boolean("is_needed")) roles.needed.insert(row.Text("role"));
  }
  return roles;
}

Objects Among(const Objects& objects, const std::set<std::string>& names) {
  Objects some;
  for (const auto& [name, object] : objects) {
    if (names.contains(name)) some.emplace(name, object);
  }
  return some;
}

// Leaves out that the source's database is read-only by default, if the target's isn't: it is
// closed for the migration. Returns whether it did.
bool LeaveOutFence(PerSide<Objects>& all) {
  constexpr const char* kProperty = "setting default_transaction_read_only";
  const auto source = all.source.find("the database");
  const auto target = all.target.find("the database");
  if (source == all.source.end() || target == all.target.end()) return false;
  const auto setting = source->second.properties.find(kProperty);
  if (setting == source->second.properties.end() || !setting->second.text) return false;
  const bool is_closed = MeaningOf(*setting->second.text) == "default_transaction_read_only=on";
  if (!is_closed || target->second.properties.contains(kProperty)) return false;
  source->second.properties.erase(setting);
  return true;
}

Outcome Run(const Inspection& in) {
  RequireReadable(in, in.plan);
  const BothRows rows = in.pair.Query(sql::kRoles, {});
  Roles source = Read(rows.source);
  const Roles target = Read(rows.target);
  TakeSpellings(target.all, source.all);
  const std::vector<std::string> except = in.arguments.Texts("except");
  std::set<std::string> needed = source.needed;
  needed.insert(target.needed.begin(), target.needed.end());
  for (const std::string& role : except) needed.erase("role " + role);
  ProviderDifferences differences(in);
  PerSide<Objects> all{source.all, target.all};
  differences.LeaveOutRoles(in.pair.Target(), all, needed);
  ReadingRoles reading_roles(in);
  reading_roles.LeaveOutRoles(needed);
  const bool is_closed = in.plan.has_source() && LeaveOutFence(all);
  Outcome outcome = CompareObjects("", Among(all.source, needed), Among(all.target, needed));
  differences.AddNotes(outcome);
  reading_roles.AddNotes(outcome);
  if (is_closed) {
    outcome.notes.emplace_back(
        "excluded: the database's default_transaction_read_only, on only on the source, which is "
        "closed");
  }
  for (const std::string& role : except) outcome.notes.push_back("excluded: role " + role);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "roles",
      .summary =
          "The database's roles are the same on both sides: attributes, memberships, settings.",
      .meaning = "Applications can't log in to the target, or have other rights or settings there.",
      .remedy =
          "Run CREATE ROLE, ALTER ROLE, GRANT or ALTER DATABASE on the target until both sides "
          "are equal.",
      .phases = {Phase::kPreflight, Phase::kGate},
      .parameters =
          {TextListParameter("except", "roles that only one side has, on purpose").DefaultEmpty()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::roles
