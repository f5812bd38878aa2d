// What is left out is left out by rule, and said.
#include "gates/database_objects.h"

#include "core/error.h"
#include "core/relation_name.h"
#include "core/text.h"
#include "gates/objects.h"
#include "gates/readable.h"
#include "gates/renaming.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

// What is not compared, with the reason.
struct LeftOut {
  std::map<std::string, std::string> schemas;
  std::map<std::string, std::string> relations;  // by their spelling
};

// A schema in which the plan moves a relation is no provider's.
LeftOut LeftOutOf(Session& session, const Plan& plan) {
  LeftOut left_out;
  const Rows rows = session.Query(sql::kProviderSchemas, {});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    left_out.schemas[rows[i].Text("schema")] = rows[i].Text("reason");
  }
  for (const Relation& relation : plan.relations) {
    left_out.schemas.erase(ParseRelationName(relation.source).schema);
    left_out.schemas.erase(ParseRelationName(relation.target).schema);
  }
  for (const Exclusion& exclusion : plan.exclusions) {
    if (!exclusion.schema.empty()) {
      left_out.schemas[exclusion.schema] = exclusion.reason;
    } else {
      left_out.relations[Normalised(exclusion.relation)] = exclusion.reason;
    }
  }
  return left_out;
}

class Reading {
 public:
  Reading(std::string side, LeftOut left_out)
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
    if (row.Boolean("of_extension")) {
      ++counts_["of extensions"];
      return true;
    }
    const Value& schema = row.Maybe("schema");
    if (!schema) return false;
    if (const auto found = left_out_.schemas.find(*schema); found != left_out_.schemas.end()) {
      ++counts_["in schema " + found->first + ", " + found->second];
      return true;
    }
    const Value& relation = row.Maybe("relation");
    if (!relation) return false;
    const auto found = left_out_.relations.find(Spelling({*schema, *relation}));
    if (found == left_out_.relations.end()) return false;
    ++counts_["of " + found->first + ", " + found->second];
    return true;
  }

  std::string side_;
  LeftOut left_out_;
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

std::vector<Subject> OneForTheDatabase(const Plan&, const Arguments&) { return {{"database", ""}}; }

Outcome CompareDatabaseObjects(const Inspection& in, std::string_view statement,
                               const std::map<std::string, std::string>& roles) {
  const BothRows rows = in.pair.Query(statement, {});
  DemandReadable(in.pair, in.plan);
  const Renaming& renaming = in.catalogues.renaming();
  Reading source("source", LeftOutOf(in.pair.Source(), in.plan));
  Reading target("target", LeftOutOf(in.pair.Target(), in.plan));
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
