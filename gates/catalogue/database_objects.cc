// What is left out is left out by rule, and said.
#include "gates/catalogue/database_objects.h"

#include "core/error.h"
#include "core/text/text.h"
#include "gates/exclusions.h"
#include "gates/objects/object_comparison.h"
#include "gates/objects/relation_catalogue.h"
#include "gates/objects/renaming.h"
#include "gates/read_privilege.h"

namespace gonogo {
namespace {

class Reading {
 public:
  Reading(std::string side, Exclusions left_out)
      : side_(std::move(side)), left_out_(std::move(left_out)) {}

  // The objects of the rows, `named` telling what each is called on the target.
  template <typename Naming>
  Objects Read(const Rows& rows, Naming named) {
    Objects objects;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Row row = rows[i];
      if (IsLeftOut(row)) continue;
      const std::string name = named(row);
      if (!objects.emplace(name, ReadObject(row)).second) {
        throw DatabaseError(side_ + ": there are two of the name " + name, "");
      }
    }
    return objects;
  }

  void AddNotes(Outcome& outcome) const {
    for (const auto& [reason, count] : counts_) {
      outcome.notes.push_back("excluded on the " + side_ + ": " + Counted(count, "object") + " " +
                              reason);
    }
  }

 private:
  bool IsLeftOut(const Row& row) {
    const auto reason =
        left_out_.Reason(row.Boolean("of_extension"), row.Maybe("schema"), row.Maybe("relation"));
    if (reason) ++counts_[*reason];
    return reason.has_value();
  }

  std::string side_;
  Exclusions left_out_;
  std::map<std::string, std::int64_t> counts_;
};

// What the object is called on the target. "schema issuer" names a schema alone, which no text of
// SQL does.
std::string NameOnTarget(const Row& row, const Renaming& renaming) {
  const std::string& object = row.Text("object");
  const Value& schema = row.Maybe("schema");
  const std::string tail = "schema " + schema.value_or("");
  if (!schema || !object.ends_with(tail)) return renaming.OnTarget(object);
  return object.substr(0, object.size() - schema->size()) + renaming.SchemaOnTarget(*schema);
}

Objects WithRoles(const Objects& objects, const std::map<std::string, std::string>& roles) {
  if (roles.empty()) return objects;
  const auto role = [&](const std::string& name) {
    const auto found = roles.find(name);
    return found == roles.end() ? name : found->second;
  };
  Objects renamed;
  for (const auto& [name, object] : objects) {
    Object& other = renamed[name];
    other.doubt = object.doubt;
    for (const auto& [property, value] : object.properties) {
      Property changed = value;
      if (changed.text) changed.text = role(*changed.text);
      other.properties[role(property)] = changed;
    }
  }
  return renamed;
}

}  // namespace

Outcome CompareDatabaseObjects(const Inspection& in, std::string_view statement,
                               const std::map<std::string, std::string>& roles) {
  const BothRows rows = in.pair.Query(statement, {});
  RequireReadable(in.pair, in.plan);
  const Renaming& renaming = in.catalogues.renaming();
  Reading source("source", Exclusions(in.pair.Source(), in.plan));
  Reading target("target", Exclusions(in.pair.Target(), in.plan));
  Objects wanted;
  for (const auto& [name, object] :
       source.Read(rows.source, [&](const Row& row) { return NameOnTarget(row, renaming); })) {
    wanted.emplace(name, OnTarget(object, renaming));
  }
  const Objects found = target.Read(rows.target, [](const Row& row) { return row.Text("object"); });
  Outcome outcome = CompareObjects("", WithRoles(wanted, roles), found);
  ++outcome.examined;  // the database: that it has none of them is an answer
  source.AddNotes(outcome);
  target.AddNotes(outcome);
  return outcome;
}

}  // namespace gonogo
