// What differs in roles because one side is a provider's managed server.
#include "gates/objects/provider_roles.h"

#include <algorithm>

#include "core/json/json.h"
#include "gates/objects/provider_differences.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

constexpr std::string_view kRole = "role ";
constexpr std::string_view kMember = "member of ";

bool MayNotGive(const Provider& provider, const std::string& attribute) {
  return std::ranges::find(provider.attributes, attribute) != provider.attributes.end();
}

}  // namespace

bool HasRightOf(const Provider& provider, const Object& role, const std::string& right) {
  return std::any_of(role.properties.begin(), role.properties.end(), [&](const auto& property) {
    if (!property.first.starts_with(kMember)) return false;
    const std::string group = property.first.substr(kMember.size());
    const auto has = [&](const std::string& word) { return group.find(word) != std::string::npos; };
    return provider.Owns(group) && (has(right) || has("superuser") || has("admin"));
  });
}

bool ProviderDifferences::LostSuperuser(const Object& source, const Object& target) {
  return TextOf(source, "superuser") == "true" && TextOf(target, "superuser") == "false";
}

// A superuser's other attributes and memberships mean nothing. Its successor needs memberships.
void ProviderDifferences::LeaveOutSuperuser(const Provider& provider, Object& source,
                                            Object& target) {
  const bool was_superuser = LostSuperuser(source, target);
  const auto leave_out = [&](const char* attribute, const char* before, const char* now) {
    if (TextOf(source, attribute) != before || TextOf(target, attribute) != now) return;
    source.properties.erase(attribute);
    target.properties.erase(attribute);
    Count(SideName::kTarget, "role attribute");
  };
  for (const char* const attribute : {"superuser", "replication", "bypassrls"}) {
    const bool is_denied =
        MayNotGive(provider, attribute) || (was_superuser && DeniesSuperusers(provider));
    if (is_denied) leave_out(attribute, "true", "false");
  }
  if (!was_superuser || !DeniesSuperusers(provider)) return;
  for (const char* const attribute : {"createrole", "createdb", "replication", "bypassrls"}) {
    leave_out(attribute, "false", "true");
  }
  std::erase_if(target.properties, [&](const auto& property) {
    const bool is_new =
        property.first.starts_with(kMember) && !source.properties.contains(property.first);
    if (is_new) Count(SideName::kTarget, "membership");
    return is_new;
  });
}

// Returns what a property that only one side's role has is of its provider, or "" if it isn't.
std::string ProviderDifferences::KindOfRoleProperty(SideName side, const std::string& object,
                                                    const std::string& name,
                                                    const Property& property) const {
  if (name.starts_with(kMember)) {
    const std::string role = name.substr(kMember.size());
    return Of(side)->HasRole(role) && !IsElsewhere(side, role) ? "membership" : "";
  }
  if (!name.starts_with("setting ") || !property.text) return "";
  // A setting that is lost is missed, unless the role itself came with the source's server.
  const bool is_given = object.starts_with(kRole) && Of(side)->HasRole(object.substr(kRole.size()));
  if (side == SideName::kSource && !is_given) return "";
  const auto& settings = Of(side)->settings;
  const bool is_set = std::any_of(settings.begin(), settings.end(), [&](const auto& setting) {
    return *property.text == setting.first + "=" + setting.second;
  });
  return is_set ? "setting" : "";
}

// Returns the roles that have lost an attribute of the source's without anything in its place.
std::set<std::string> ProviderDifferences::WithoutSuccessor(
    Session& target, const PerSide<Objects>& roles, const std::set<std::string>& needed) const {
  const Provider& provider = *Of(SideName::kTarget);
  std::set<std::string> without;
  Json superusers = Json::array();
  for (const std::string& name : needed) {
    const auto source = roles.source.find(name);
    const auto successor = roles.target.find(name);
    if (!name.starts_with(kRole) || source == roles.source.end()) continue;
    if (successor == roles.target.end()) continue;
    const bool was_superuser = LostSuperuser(source->second, successor->second);
    const std::string right = was_superuser ? "superuser" : "replication";
    const std::string role = name.substr(kRole.size());
    if (HasRightOf(provider, successor->second, right)) continue;
    if (!was_superuser) {
      without.insert(name);
    } else if (!provider.HasRole(role)) {
      superusers.push_back(role);
    }
  }
  if (superusers.empty()) return without;
  const Rows rows = target.Query(sql::kOutOfReach,
                                 {ToParameter(superusers), ToParameter(Json(provider.schemas))});
  for (const Row row : rows) without.insert(std::string(kRole) + row.Text("role"));
  return without;
}

void ProviderDifferences::LeaveOutRoles(Session& target, PerSide<Objects>& roles,
                                        std::set<std::string>& needed) {
  std::set<std::string> without;
  if (Of(SideName::kTarget) != nullptr) without = WithoutSuccessor(target, roles, needed);
  for (const SideName side : kBothSides) {
    if (Of(side) == nullptr) continue;
    std::erase_if(needed, [&](const std::string& name) {
      const auto role = roles[side].find(name);
      // Users name the administrator whom the provider creates with the server.
      const bool is_providers =
          name.starts_with(kRole) && role != roles[side].end() &&
          !roles[OtherSide(side)].contains(name) &&
          (Of(side)->HasRole(name.substr(kRole.size())) ||
           (side == SideName::kTarget && HasRightOf(*Of(side), role->second, "superuser")));
      if (is_providers) Count(side, "role");
      return is_providers;
    });
    for (const std::string& name : needed) {
      const auto role = roles[side].find(name);
      const auto other = roles[OtherSide(side)].find(name);
      if (role == roles[side].end() || other == roles[OtherSide(side)].end()) continue;
      std::erase_if(role->second.properties, [&](const auto& property) {
        if (other->second.properties.contains(property.first)) return false;
        const std::string kind = KindOfRoleProperty(side, name, property.first, property.second);
        if (!kind.empty()) Count(side, kind);
        return !kind.empty();
      });
      if (side == SideName::kTarget && !without.contains(name)) {
        LeaveOutSuperuser(*Of(side), other->second, role->second);
      }
    }
  }
}

}  // namespace gonogo
