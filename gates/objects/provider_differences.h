// Leaves out of a comparison what differs because one side is a provider's managed server.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "core/values/provider.h"
#include "core/values/side.h"
#include "gates/inspection.h"
#include "gates/objects/object_comparison.h"

namespace gonogo {

// Does nothing if both sides have the same provider, or none: then every difference counts. What
// both sides have is compared, with few exceptions, which the functions name.
class ProviderDifferences {
 public:
  // Throws DatabaseError.
  explicit ProviderDifferences(const Inspection& in);

  // Returns the provider of a side, or null if it makes no difference.
  const Provider* Of(SideName side) const { return providers_[side]; }

  using Schemas = std::map<std::string, std::string>;  // of objects, by name

  // Removes objects that only one side has, because its provider created them.
  void LeaveOutObjects(const PerSide<Schemas>& schemas, PerSide<Objects>& objects);

  // Removes the comments on extensions, which only a superuser can change.
  void LeaveOutComments(PerSide<Objects>& objects);

  // `objects` have a property for each role with privileges. Removes those of the provider's roles
  // that the other side doesn't have, and what replaces rights of a superuser, or of the owner of
  // the database or of public, if only the target has it.
  void LeaveOutGrantees(PerSide<Objects>& objects);

  // `objects` have the property "owner". Removes that of the database, and of what the provider
  // creates in the name of users, if it is a role of the target's provider.
  void LeaveOutOwners(PerSide<Objects>& objects);

  // `roles` have attributes, memberships and settings. Removes what users can't change. An
  // attribute that a role has lost stays if nothing replaces it: a membership in a role of the
  // provider's, or for a superuser, the privilege to read and write all tables.
  void LeaveOutRoles(Session& target, PerSide<Objects>& roles, std::set<std::string>& needed);

  // Counts what was left out, by side and reason.
  void AddNotes(Outcome& outcome) const;

  void Count(SideName side, const std::string& what) { ++counts_[side][what]; }

 private:
  struct Role {
    bool is_superuser = false;
    bool is_administrator = false;  // whom the provider lets do most of what superusers do
    bool owns_database = false;
    bool owns_public = false;  // the schema
  };

  static std::map<std::string, Role> RolesOf(Session& session);
  static bool DeniesSuperusers(const Provider& provider);
  static Value TextOf(const Object& object, const std::string& property);
  static bool LostSuperuser(const Object& source, const Object& target);
  bool IsElsewhere(SideName side, const std::string& role) const;
  bool IsFormerSuperuser(const std::string& role) const;
  bool Replaces(const std::string& administrator, const Value& superuser) const;
  bool IsProvidersGrantee(SideName side, const std::string& object, const std::string& role) const;
  std::string KindOfRoleProperty(SideName side, const std::string& object, const std::string& name,
                                 const Property& property) const;
  std::set<std::string> WithoutSuccessor(Session& target, const PerSide<Objects>& roles,
                                         const std::set<std::string>& needed) const;
  void LeaveOutSuperuser(const Provider& provider, Object& source, Object& target);

  PerSide<const Provider*> providers_{nullptr, nullptr};
  PerSide<std::map<std::string, Role>> roles_;
  PerSide<std::map<std::string, std::int64_t>> counts_;  // by reason
};

}  // namespace gonogo
