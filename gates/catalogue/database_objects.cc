// The database itself counts as examined: one without functions passes the gate functions.
#include "gates/catalogue/database_objects.h"

#include <fmt/format.h>

#include <cctype>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/catalogue/relation_parts.h"
#include "gates/catalogue/role_mapping.h"
#include "gates/objects/object_comparison.h"
#include "gates/objects/provider_differences.h"
#include "gates/objects/reading_roles.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/objects/renaming.h"
#include "gates/parser/sql_tokens.h"
#include "gates/reading/exclusions.h"
#include "gates/reading/read_privilege.h"

namespace gonogo {
namespace {

// Reads the objects of one side, without those that are excluded.
class ObjectReader {
 public:
  ObjectReader(SideName side, const Inspection& in, const LeaveOut& is_left_out)
      : side_(side), exclusions_(in.pair.SessionOf(side), in.plan), is_left_out_(is_left_out) {}

  // `name_on_target` returns the object's name on the target.
  template <typename Naming>
  Objects Read(const Rows& rows, Naming name_on_target) {
    Objects objects;
    for (const Row row : rows) {
      if (IsExcluded(row)) continue;
      const std::string name = WithoutKeywordQuotes(name_on_target(row));
      schemas_[name] = row.Maybe("schema").value_or("");
      if (row.Maybe("relation")) relations_[name] = {row.Text("schema"), row.Text("relation")};
      if (!objects.emplace(name, ReadObject(row)).second) {
        throw DatabaseError(fmt::format("{}: two objects are called {}", ToString(side_), name),
                            "");
      }
    }
    return objects;
  }

  // The relations among the objects that were read.
  const RelationsByObject& relations() const { return relations_; }

  // The schemas of the objects; "": none.
  const ProviderDifferences::Schemas& schemas() const { return schemas_; }

  void AddNotes(Outcome& outcome) const {
    for (const auto& [reason, count] : counts_) {
      outcome.notes.push_back(fmt::format("excluded on the {}: {} {}", ToString(side_),
                                          Counted(count, "object"), reason));
    }
  }

 private:
  bool IsExcluded(const Row& row) {
    std::optional<std::string> reason =
        exclusions_.Reason(row.Boolean("of_extension"), row.Maybe("schema"), row.Maybe("relation"));
    if (!reason && is_left_out_ && is_left_out_(row.Text("object"))) {
      reason = "of the migration itself";
    }
    if (reason) ++counts_[*reason];
    return reason.has_value();
  }

  SideName side_;
  Exclusions exclusions_;
  const LeaveOut& is_left_out_;
  RelationsByObject relations_;
  ProviderDifferences::Schemas schemas_;
  std::map<std::string, std::int64_t> counts_;  // by reason
};

// Returns what the object is called on the target. "schema issuer" is an unqualified schema, which
// never occurs in SQL text.
std::string NameOnTarget(const Row& row, const Renaming& renaming) {
  const std::string& object = row.Text("object");
  const Value& schema = row.Maybe("schema");
  const std::string tail = "schema " + schema.value_or("");
  if (!schema || !object.ends_with(tail)) return renaming.OnTarget(object);
  return object.substr(0, object.size() - schema->size()) + renaming.SchemaOnTarget(*schema);
}

// Returns the name as format('%I') writes it, without quotes around keywords.
std::string Identifier(const std::string& name) {
  const bool is_plain =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos &&
      !name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) == 0;
  return is_plain ? name : QuoteIdentifier(name);
}

// Returns the name of an object with the role that replaces its own: default privileges have one.
std::string WithRole(const std::string& object, const std::map<std::string, std::string>& roles) {
  for (const auto& [from, to] : roles) {
    const std::string start = "default privileges of " + Identifier(from) + " for ";
    if (!object.starts_with(start)) continue;
    return "default privileges of " + Identifier(to) + " for " + object.substr(start.size());
  }
  return object;
}

// Returns the privileges of two roles together: "INSERT, SELECT*".
std::string Together(const std::string& some, const std::string& more) {
  if (some == more || some.starts_with("ALL")) return some;
  if (more.starts_with("ALL")) return more;
  std::map<std::string, bool> grantable;
  for (const std::string& list : {some, more}) {
    for (const std::string& part : Split(list, ',')) {
      const std::string name(Trim(part));
      const bool is_grantable = name.ends_with('*');
      bool& known = grantable[is_grantable ? name.substr(0, name.size() - 1) : name];
      known = known || is_grantable;
    }
  }
  std::vector<std::string> names;
  for (const auto& [name, is_grantable] : grantable)
    names.push_back(name + (is_grantable ? "*" : ""));
  return Join(names, ", ");
}

// Replaces roles of the source in names of objects, and in names and texts of properties.
Objects WithRoles(const Objects& objects, const std::map<std::string, std::string>& roles) {
  const auto role = [&](const std::string& name) {
    const auto found = roles.find(name);
    return found == roles.end() ? name : found->second;
  };
  Objects renamed;
  for (const auto& [name, object] : objects) {
    Object& other = renamed[WithRole(name, roles)];
    other.doubt = object.doubt;
    for (const auto& [property, value] : object.properties) {
      Property changed = value;
      if (changed.text) changed.text = role(*changed.text);
      const auto [known, is_first] = other.properties.emplace(role(property), changed);
      if (is_first || !known->second.text || !changed.text) continue;
      known->second.text = Together(*known->second.text, *changed.text);  // one role replaces both
    }
  }
  return renamed;
}

enum class With { kNothing, kParts, kRoles };  // kRoles: the properties are roles or owners

Outcome Compare(const Inspection& in, std::string_view statement, const Edit& edit,
                const std::vector<Value>& values, With with, const LeaveOut& is_left_out) {
  const BothRows rows = in.pair.Query(statement, values);
  RequireReadable(in, in.plan);
  const Renaming& renaming = in.catalogue.renaming();
  ObjectReader source(SideName::kSource, in, is_left_out);
  ObjectReader target(SideName::kTarget, in, is_left_out);
  PerSide<Objects> objects{
      source.Read(rows.source, [&](const Row& row) { return NameOnTarget(row, renaming); }),
      target.Read(rows.target, [](const Row& row) { return row.Text("object"); })};
  for (auto& [name, object] : objects.source) object = OnTarget(std::move(object), renaming);
  if (with == With::kParts) AddParts(in, {source.relations(), target.relations()}, objects);
  if (edit) edit(objects.source);
  const std::int64_t of_database_owner = with == With::kRoles ? TakeDatabaseOwner(objects) : 0;
  ProviderDifferences differences(in);
  differences.LeaveOutObjects({source.schemas(), target.schemas()}, objects);
  differences.LeaveOutComments(objects);
  if (with == With::kRoles) {
    differences.LeaveOutGrantees(objects);
    differences.LeaveOutOwners(objects);
  }
  std::optional<ReadingRoles> reading_roles;
  if (with == With::kRoles) reading_roles.emplace(in).LeaveOutGrants(objects);
  Outcome outcome =
      CompareObjects("", objects.source, objects.target, SeverityOfAdditions(in.plan));
  ++outcome.examined;
  source.AddNotes(outcome);
  target.AddNotes(outcome);
  differences.AddNotes(outcome);
  if (reading_roles) reading_roles->AddNotes(outcome);
  if (of_database_owner > 0) {
    outcome.notes.push_back(Counted(of_database_owner, "object") +
                            " of pg_database_owner, which is the role that the source has");
  }
  return outcome;
}

}  // namespace

Outcome CompareDatabaseObjects(const Inspection& in, std::string_view statement,
                               const std::vector<Value>& values, const LeaveOut& is_left_out) {
  return Compare(in, statement, {}, values, With::kNothing, is_left_out);
}

Outcome CompareEditedObjects(const Inspection& in, std::string_view statement,
                             const std::vector<Value>& values, const Edit& edit) {
  return Compare(in, statement, edit, values, With::kNothing, {});
}

Outcome CompareRolesOfObjects(const Inspection& in, std::string_view statement,
                              const std::map<std::string, std::string>& roles,
                              const LeaveOut& is_left_out, const Edit& and_then) {
  const Edit edit = [&](Objects& of_source) {
    of_source = WithRoles(of_source, roles);
    if (and_then) and_then(of_source);
  };
  return Compare(in, statement, edit, {}, With::kRoles, is_left_out);
}

Outcome CompareDatabaseRelations(const Inspection& in, std::string_view statement) {
  return Compare(in, statement, {}, {}, With::kParts, {});
}

}  // namespace gonogo
