// Also renames inside of string literals: nextval('public.orders_id_seq'::regclass).
#include "gates/objects/renaming.h"

#include <optional>
#include <set>

#include "core/values/relation_name.h"

namespace gonogo {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsIdentifierCharacter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || IsDigit(c) ||
         byte == '_' || byte == '$' || byte >= 0x80;
}

// Skips a number: the 2 of 2.5 isn't a schema.
std::size_t EndOfNumber(const std::string& sql, std::size_t at) {
  while (at < sql.size() && (IsIdentifierCharacter(sql[at]) || sql[at] == '.')) ++at;
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
    while (end < sql.size() && IsIdentifierCharacter(sql[end])) ++end;
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

constexpr std::string_view kOperator = "+-*/<>=~!@#%^&|`?";

// Returns the operator that begins there. The server prints a qualified one as OPERATOR(public.=),
// and as public.=(integer,integer) where it names the operator itself.
std::optional<Identifier> OperatorAt(const std::string& sql, std::size_t schema, std::size_t at) {
  constexpr std::string_view kBefore = "OPERATOR(";
  const bool is_operator = schema >= kBefore.size() &&
                           sql.compare(schema - kBefore.size(), kBefore.size(), kBefore) == 0;
  const std::size_t end = is_operator ? sql.find(')', at) : sql.find_first_not_of(kOperator, at);
  if (!is_operator && (end == at || end == std::string::npos || sql[end] != '(')) return {};
  if (end == std::string::npos) return {};
  return Identifier{sql.substr(at, end - at), false, end};
}

// Returns the name behind a schema.
std::optional<Identifier> QualifiedAt(const std::string& sql, std::size_t schema, std::size_t at) {
  const auto identifier = IdentifierAt(sql, at);
  return identifier ? identifier : OperatorAt(sql, schema, at);
}

// Returns true if the server prints the name without quotes, unless it is a keyword.
bool IsPlain(const std::string& name) {
  if (name.empty() || IsDigit(name[0]) || name[0] == '$') return false;
  for (const char c : name) {
    if (!IsIdentifierCharacter(c) || (c >= 'A' && c <= 'Z') ||
        static_cast<unsigned char>(c) >= 0x80)
      return false;
  }
  return true;
}

// Returns the name as the server would print it. If the server quoted a plain name, it is a
// keyword: it stays quoted as long as the name is the same.
std::string PrintedName(const std::string& name, const Identifier& before) {
  const bool is_operator = name.find_first_not_of(kOperator) == std::string::npos;
  if (is_operator && !before.quoted) return name;
  if (IsPlain(name) && !(before.quoted && before.name == name)) return name;
  return QuoteIdentifier(name);
}

}  // namespace

Renaming::Renaming(const Plan& plan) {
  std::map<std::string, std::set<std::string>> target_schemas;
  for (const Relation& relation : plan.relations) {
    const RelationName source = ParseRelationName(relation.source);
    const RelationName target = ParseRelationName(relation.target);
    relations_[{source.schema, source.name}] = {target.schema, target.name};
    renames_ = renames_ || source.name != target.name;
    target_schemas[source.schema].insert(target.schema);
  }
  for (const auto& [schema, targets] : target_schemas) {
    if (targets.size() == 1) schemas_[schema] = *targets.begin();
  }
}

Renaming::Qualified Renaming::TargetOf(const Qualified& name, const Schemas& also_moved) const {
  if (const auto relation = relations_.find(name); relation != relations_.end()) {
    return relation->second;
  }
  for (const Schemas* const schemas : {&moved_, &also_moved}) {
    if (const auto moved = schemas->find(name); moved != schemas->end()) {
      return {moved->second, name.second};
    }
  }
  return {SchemaOnTarget(name.first), name.second};
}

void Renaming::Move(const RelationName& name, const std::string& schema) {
  moved_[{name.schema, name.name}] = schema;
}

void Renaming::MayMove(const RelationName& name, const std::string& schema) {
  may_move_[{name.schema, name.name}] = schema;
}

std::optional<std::string> Renaming::NewNameOf(const RelationName& relation) const {
  const auto found = relations_.find({relation.schema, relation.name});
  if (found == relations_.end() || found->second.second == relation.name) return {};
  return found->second.second;
}

std::string Renaming::SchemaOnTarget(const std::string& schema) const {
  const auto found = schemas_.find(schema);
  return found == schemas_.end() ? schema : found->second;
}

std::string Renaming::OnTarget(const std::string& sql) const { return Rewritten(sql, {}); }

std::optional<std::string> Renaming::OnTargetIfMoved(const std::string& sql) const {
  if (may_move_.empty()) return {};
  return Rewritten(sql, may_move_);
}

std::string Renaming::Rewritten(const std::string& sql, const Schemas& moved) const {
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
    const auto name = qualifies ? QualifiedAt(sql, at, schema->end + 1) : std::nullopt;
    if (!name) {
      keep(schema->end);
      continue;
    }
    const Qualified source = {schema->name, name->name};
    const Qualified target = TargetOf(source, moved);
    if (target == source) {
      keep(name->end);
      continue;
    }
    renamed += PrintedName(target.first, *schema) + "." + PrintedName(target.second, *name);
    at = name->end;
  }
  return renamed;
}

}  // namespace gonogo
