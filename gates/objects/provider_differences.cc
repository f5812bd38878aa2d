// The provider's own objects are recognized by name on one side only, and by owners that users
// can't become: a user's object that is lost or changed is on the other side, and found.
#include "gates/objects/provider_differences.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/text.h"
#include "gates/objects/empty_privileges.h"
#include "gates/reading/provider_of.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

bool Contains(const std::vector<std::string>& texts, const std::string& text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// "publication p" also stands for its parts, "publication p table t".
bool IsListed(const Provider& provider, const std::string& object) {
  return std::any_of(provider.objects.begin(), provider.objects.end(), [&](const auto& listed) {
    return object == listed || object.starts_with(listed + " ");
  });
}

// What other providers' servers have in a schema of that name may be a user's: on the source, only
// the schema itself is the provider's.
bool IsProviders(const Provider& provider, SideName side, const std::string& object,
                 const std::string& schema) {
  if (IsListed(provider, object)) return true;
  if (!Contains(provider.schemas, schema)) return false;
  return side == SideName::kTarget || object.ends_with("schema " + schema);
}

// Returns whether the provider creates such objects in the name of users, who can't own them there.
bool IsCreatedByProxy(const std::string& object) {
  static const std::vector<std::string> kKindsByProxy = {
      "extension ", "event trigger ", "publication ", "foreign-data wrapper ", "language "};
  return std::any_of(kKindsByProxy.begin(), kKindsByProxy.end(),
                     [&](const std::string& kind) { return object.starts_with(kind); });
}

// Returns whether privileges, such as "CREATE, USAGE*", contain all of the others. A star means
// WITH GRANT OPTION.
bool Include(const Value& privileges, const Value& others) {
  if (!privileges || !others) return false;
  if (*privileges == *others || *privileges == "ALL*") return true;
  const bool grantable = others->find('*') != std::string::npos;
  if (*privileges == "ALL") return !grantable;
  const std::string all = ", " + *privileges + ", ";
  const std::vector<std::string> parts = Split(*others, ',');
  return std::ranges::all_of(parts, [&](const std::string& part) {
    const std::string name(Trim(part));
    return all.find(", " + name + ", ") != std::string::npos ||
           all.find(", " + name + "*, ") != std::string::npos;
  });
}

}  // namespace

bool ProviderDifferences::DeniesSuperusers(const Provider& provider) {
  return Contains(provider.attributes, "superuser");
}

Value ProviderDifferences::TextOf(const Object& object, const std::string& property) {
  const auto found = object.properties.find(property);
  return found == object.properties.end() ? Value() : found->second.text;
}

std::map<std::string, ProviderDifferences::Role> ProviderDifferences::RolesOf(Session& session) {
  std::map<std::string, Role> roles;
  const Rows rows = session.Query(sql::kRoleNames, {});
  for (const Row row : rows) {
    roles[row.Text("role")] = {.is_superuser = row.Boolean("is_superuser"),
                               .is_administrator = row.Boolean("is_administrator"),
                               .owns_database = row.Boolean("owns_database"),
                               .owns_public = row.Boolean("owns_public")};
  }
  return roles;
}

ProviderDifferences::ProviderDifferences(const Inspection& in) {
  if (!in.plan.has_source()) return;  // both sides are one database
  PerSide<const Provider*> providers{nullptr, nullptr};
  for (const SideName side : kBothSides) {
    providers[side] = ProviderOf(in.plan, side, in.pair.SessionOf(side));
  }
  if (providers.source == providers.target) return;
  providers_ = providers;
  for (const SideName side : kBothSides) roles_[side] = RolesOf(in.pair.SessionOf(side));
}

bool ProviderDifferences::IsElsewhere(SideName side, const std::string& role) const {
  return roles_[OtherSide(side)].contains(role);
}

// Returns whether the role is a superuser of the source that can't be one on the target: whatever
// it has there is less.
bool ProviderDifferences::IsFormerSuperuser(const std::string& role) const {
  const auto source = roles_.source.find(role);
  return Of(SideName::kTarget) != nullptr && DeniesSuperusers(*Of(SideName::kTarget)) &&
         source != roles_.source.end() && source->second.is_superuser;
}

// Returns whether an administrator of the target stands for a superuser of the source.
bool ProviderDifferences::Replaces(const std::string& administrator, const Value& superuser) const {
  const auto target = roles_.target.find(administrator);
  const auto source = superuser ? roles_.source.find(*superuser) : roles_.source.end();
  return target != roles_.target.end() && target->second.is_administrator &&
         source != roles_.source.end() && source->second.is_superuser;
}

bool ProviderDifferences::IsProvidersGrantee(SideName side, const std::string& object,
                                             const std::string& role) const {
  if (side == SideName::kTarget && IsFormerSuperuser(role)) return true;
  const auto source = roles_.source.find(role);
  if (side == SideName::kTarget && source != roles_.source.end()) {
    if (object == "the database" && source->second.owns_database) return true;
    if (object == "schema public" && source->second.owns_public) return true;
  }
  return Of(side)->HasRole(role) && !IsElsewhere(side, role);
}

void ProviderDifferences::LeaveOutComments(PerSide<Objects>& objects) {
  const Provider* const provider = Of(SideName::kTarget);
  if (provider == nullptr || !DeniesSuperusers(*provider)) return;
  for (auto& [name, object] : objects.target) {
    const auto source = objects.source.find(name);
    if (!name.starts_with("extension ") || source == objects.source.end()) continue;
    if (TextOf(object, "comment") == TextOf(source->second, "comment")) continue;
    object.properties.erase("comment");
    source->second.properties.erase("comment");
    Count(SideName::kTarget, "comment");
  }
}

void ProviderDifferences::LeaveOutObjects(const PerSide<Schemas>& schemas,
                                          PerSide<Objects>& objects) {
  for (const SideName side : kBothSides) {
    if (Of(side) == nullptr) continue;
    std::erase_if(objects[side], [&](const auto& entry) {
      const auto& [name, object] = entry;
      if (objects[OtherSide(side)].contains(name)) return false;
      const auto schema = schemas[side].find(name);
      const std::string in = schema == schemas[side].end() ? "" : schema->second;
      const Value owner = TextOf(object, "owner");
      const bool is_owned = owner && IsCreatedByProxy(name) && Of(side)->Owns(*owner);
      if (!is_owned && !IsProviders(*Of(side), side, name, in)) return false;
      Count(side, "object");
      return true;
    });
  }
}

void ProviderDifferences::LeaveOutGrantees(PerSide<Objects>& objects) {
  for (const SideName side : kBothSides) {
    if (Of(side) == nullptr) continue;
    Objects& others = objects[OtherSide(side)];
    for (auto& entry : objects[side]) {
      const std::string& name = entry.first;
      const auto other = others.find(name);
      const auto erased = std::erase_if(entry.second.properties, [&](const auto& property) {
        if (!IsProvidersGrantee(side, name, property.first)) return false;
        if (other == others.end()) return true;
        auto& of_other = other->second.properties;
        const auto found = of_other.find(property.first);
        if (found == of_other.end()) return true;
        // The role replaces one of the source's, and has been given more.
        const bool has_more = side == SideName::kTarget &&
                              property.second.text != found->second.text &&
                              Include(property.second.text, found->second.text);
        if (has_more) of_other.erase(found);
        return has_more;
      });
      for (std::size_t i = 0; i < erased; ++i) Count(side, "grant");
    }
    std::erase_if(objects[side], [&](const auto& entry) {
      return !others.contains(entry.first) && GrantsNothing(entry.first, entry.second);
    });
  }
}

void ProviderDifferences::LeaveOutOwners(PerSide<Objects>& objects) {
  const Provider* const provider = Of(SideName::kTarget);
  if (provider == nullptr) return;
  for (auto& [name, object] : objects.target) {
    const Value owner = TextOf(object, "owner");
    const auto source = objects.source.find(name);
    if (!owner || source == objects.source.end() || TextOf(source->second, "owner") == owner) {
      continue;
    }
    const bool is_providers =
        name == "the database"
            ? provider->HasRole(*owner) || Replaces(*owner, TextOf(source->second, "owner"))
            : (name == "schema public" || IsCreatedByProxy(name)) && provider->Owns(*owner);
    if (!is_providers) continue;
    object.properties.erase("owner");
    source->second.properties.erase("owner");
    Count(SideName::kTarget, "owner");
  }
}

void ProviderDifferences::AddNotes(Outcome& outcome) const {
  for (const SideName side : kBothSides) {
    for (const auto& [what, count] : counts_[side]) {
      outcome.notes.push_back(fmt::format("excluded on the {}: {} of {}", ToString(side),
                                          Counted(count, what), Of(side)->title));
    }
  }
}

}  // namespace gonogo
