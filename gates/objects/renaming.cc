// A name in a string is a name, too: nextval('public.orders_id_seq'::regclass).
#include "gates/objects/renaming.h"

#include <optional>
#include <set>

#include "core/values/relation_name.h"

namespace gonogo {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool Continues(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || IsDigit(c) ||
         byte == '_' || byte == '$' || byte >= 0x80;
}

// 2.5 is no name of a schema.
std::size_t EndOfNumber(const std::string& sql, std::size_t at) {
  while (at < sql.size() && (Continues(sql[at]) || sql[at] == '.')) ++at;
  return at;
}

struct Identifier {
  std::string name;
  bool quoted = false;
  std::size_t end = 0;
};

std::optional<Identifier> IdentifierAt(const std::string& sql, std::size_t at) {
  if (at >= sql.size()) return {};
  Identifier identifier;
  if (sql[at] != '"') {
    std::size_t end = at;
    while (end < sql.size() && Continues(sql[end])) ++end;
    if (end == at) return {};
    return Identifier{sql.substr(at, end - at), false, end};
  }
  identifier.quoted = true;
  for (std::size_t i = at + 1; i < sql.size(); ++i) {
    if (sql[i] != '"') {
      identifier.name += sql[i];
    } else if (i + 1 < sql.size() && sql[i + 1] == '"') {
      identifier.name += sql[i++];
    } else {
      identifier.end = i + 1;
      return identifier;
    }
  }
  return {};
}

bool IsPlain(const std::string& name) {
  if (name.empty() || IsDigit(name[0]) || name[0] == '$') return false;
  for (const char c : name) {
    if (!Continues(c) || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80)
      return false;
  }
  return true;
}

// A plain name that the server quoted is a keyword, and stays quoted as long as it is the same.
std::string Written(const std::string& name, const Identifier& before) {
  if (IsPlain(name) && !(before.quoted && before.name == name)) return name;
  std::string quoted = "\"";
  for (const char c : name) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

}  // namespace

Renaming::Renaming(const Plan& plan) {
  std::map<std::string, std::set<std::string>> places;
  for (const Relation& relation : plan.relations) {
    const RelationName source = ParseRelationName(relation.source);
    const RelationName target = ParseRelationName(relation.target);
    relations_[{source.schema, source.name}] = {target.schema, target.name};
    places[source.schema].insert(target.schema);
  }
  for (const auto& [schema, targets] : places) {
    if (targets.size() == 1) schemas_[schema] = *targets.begin();
  }
}

Renaming::Qualified Renaming::TargetOf(const Qualified& name) const {
  if (const auto relation = relations_.find(name); relation != relations_.end()) {
    return relation->second;
  }
  return {SchemaOnTarget(name.first), name.second};
}

std::string Renaming::SchemaOnTarget(const std::string& schema) const {
  const auto found = schemas_.find(schema);
  return found == schemas_.end() ? schema : found->second;
}

std::string Renaming::OnTarget(const std::string& sql) const {
  std::string renamed;
  std::size_t at = 0;
  const auto keep = [&](std::size_t end) {
    renamed += sql.substr(at, end - at);
    at = end;
  };
  while (at < sql.size()) {
    if (IsDigit(sql[at])) {
      keep(EndOfNumber(sql, at));
      continue;
    }
    const auto schema = IdentifierAt(sql, at);
    if (!schema) {
      keep(at + 1);
      continue;
    }
    const bool qualifies = schema->end < sql.size() && sql[schema->end] == '.';
    const auto name = qualifies ? IdentifierAt(sql, schema->end + 1) : std::nullopt;
    if (!name) {
      keep(schema->end);
      continue;
    }
    const Qualified source = {schema->name, name->name};
    const Qualified target = TargetOf(source);
    if (target == source) {
      keep(name->end);
      continue;
    }
    renamed += Written(target.first, *schema) + "." + Written(target.second, *name);
    at = name->end;
  }
  return renamed;
}

}  // namespace gonogo
