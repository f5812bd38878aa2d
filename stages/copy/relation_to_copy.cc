// Types are compared by name. A binary form that contains an oid of the database (an enum in an
// array, a column of a composite type, a regclass) would be wrong on the other side.
#include "stages/copy/relation_to_copy.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/side.h"
#include "sql/contents.h"
#include "sql/copy.h"

namespace gonogo {
namespace {

// Built-in types whose binary form is the same in every major version since 13 and contains no oid
// of the database. Not among them: aclitem has no binary form; xml depends on encodings; reg* are
// oids; PostgreSQL 18 can't read the bytes of an empty tsquery that it wrote.
// clang-format off
constexpr std::array<std::string_view, 61> kSameEverywhere = {
    "bool", "char", "name", "text", "bpchar", "varchar", "bytea", "uuid", "json", "jsonb",
    "jsonpath", "int2", "int4", "int8", "numeric", "float4", "float8", "money", "oid", "xid",
    "xid8", "cid", "tid", "int2vector", "oidvector", "pg_lsn", "pg_snapshot", "txid_snapshot",
    "refcursor", "date", "time", "timetz", "timestamp", "timestamptz", "interval", "bit",
    "varbit", "inet", "cidr", "macaddr", "macaddr8", "point", "line", "lseg", "box", "path",
    "polygon", "circle", "tsvector", "int4range", "int8range", "numrange", "daterange", "tsrange",
    "tstzrange", "int4multirange", "int8multirange", "nummultirange", "datemultirange",
    "tsmultirange", "tstzmultirange"};
// clang-format on

// Returns the name of the column's binary form, or "" if it has none that both sides understand.
std::string BinaryForm(const Column& column) {
  if (!column.labels.empty()) return "label";
  std::string_view base = column.base;
  if (base.starts_with('_')) base.remove_prefix(1);
  const bool known =
      std::find(kSameEverywhere.begin(), kSameEverywhere.end(), base) != kSameEverywhere.end();
  return known ? column.base : "";
}

using Columns = std::vector<std::pair<const Column*, const Column*>>;  // source, target

// Returns the columns to copy.
Columns ColumnsOf(const std::string& relation, const RelationShape& source,
                  const RelationShape& target) {
  Columns columns;
  std::vector<std::string> missing;
  for (const Column& column : source.columns) {
    const auto same = std::find_if(target.columns.begin(), target.columns.end(),
                                   [&](const Column& other) { return other.name == column.name; });
    if (same == target.columns.end()) {
      missing.push_back(column.quoted);
    } else if (!same->generated) {
      columns.emplace_back(&column, &*same);
    }
  }
  if (!missing.empty()) {
    throw DatabaseError(
        fmt::format("relation {}: the target lacks {}", relation, Join(missing, ", ")), "42703");
  }
  // COPY without a list of columns would copy all of them.
  const bool takes_some = std::any_of(target.columns.begin(), target.columns.end(),
                                      [](const Column& column) { return !column.generated; });
  if (columns.empty() && takes_some) {
    throw DatabaseError(
        fmt::format("relation {}: the source has no column that the target takes", relation),
        "42703");
  }
  return columns;
}

// Returns "binary", or "text" and the reason.
std::string FormOf(const Columns& columns, bool target_is_older) {
  for (const auto& [source, target] : columns) {
    const std::string form = BinaryForm(*source);
    if (form.empty()) return fmt::format("text ({} is {})", source->name, source->type);
    if (form == BinaryForm(*target)) continue;
    return fmt::format("text ({} is {}, {} on the target)", source->name, source->type,
                       target->type);
  }
  return target_is_older ? "text (the target has an older major version)" : "binary";
}

const RelationShape& ShapeOf(const std::map<std::string, RelationShape>& shapes,
                             const std::string& name, SideName side) {
  const auto found = shapes.find(Normalised(name));
  if (found == shapes.end()) throw NoSuchRelation(ToString(side), name);
  if (!found->second.fault.empty()) {
    throw DatabaseError(fmt::format("{}: can't copy: {}", ToString(side), found->second.fault),
                        "42809");
  }
  return found->second;
}

std::string DescribeNames(const std::set<std::string>& names) {
  return names.empty() ? "none" : Join(std::vector<std::string>(names.begin(), names.end()), ", ");
}

std::vector<std::string> TablesOf(const RelationShape& shape) {
  if (shape.foreign.empty()) return {shape.rows};
  std::vector<std::string> tables;
  for (const Part& part : shape.parts) tables.push_back(part.from);
  return tables;
}

// ANALYZE of a partitioned table would fetch rows of foreign partitions.
std::string AnalyzeOf(const RelationShape& shape) {
  if (shape.foreign.empty()) return "ANALYZE " + shape.quoted;
  std::vector<std::string> names;
  for (const Part& part : shape.parts)
    names.push_back(part.from.substr(std::string_view("ONLY ").size()));
  return names.empty() ? "" : "ANALYZE " + Join(names, ", ");
}

// A row that the target keeps on another server must be one that the source keeps there.
void RequireSameForeignPartitions(const std::string& relation, const RelationShape& source,
                                  const RelationShape& target) {
  PerSide<std::set<std::string>> names;
  for (const RelationName& name : source.foreign) names.source.insert(name.name);
  for (const RelationName& name : target.foreign) names.target.insert(name.name);
  if (names.source == names.target) return;
  throw DatabaseError(
      fmt::format("relation {}: can't copy: its foreign partitions are {} on the source and {} on "
                  "the target",
                  relation, DescribeNames(names.source), DescribeNames(names.target)),
      "42809");
}

RelationToCopy ToCopy(const Relation& relation, const RelationShape& source,
                      const RelationShape& target, bool target_is_older) {
  RequireSameForeignPartitions(relation.source, source, target);
  const Columns columns = ColumnsOf(relation.source, source, target);
  RelationToCopy copy{.name = relation.source,
                      .target = target.quoted,
                      .target_tables = TablesOf(target),
                      .analyze = AnalyzeOf(target),
                      .target_name = target.name,
                      .copy_out = {},
                      .copy_in = {},
                      .form = FormOf(columns, target_is_older)};
  std::vector<std::string> out;
  std::vector<std::string> in;
  for (const auto& [from, to] : columns) {
    out.push_back(from->quoted);
    in.push_back(to->quoted);
  }
  const std::string format = copy.form == "binary" ? "(FORMAT binary)" : "(FORMAT text)";
  const std::string into = in.empty() ? "" : fmt::format(" ({})", Join(in, ", "));
  copy.copy_out = fmt::format("COPY (SELECT {} FROM {} AS \"gonogo row\") TO STDOUT {}",
                              Join(out, ", "), source.rows, format);
  copy.copy_in = fmt::format("COPY {}{} FROM STDIN {}", target.quoted, into, format);
  return copy;
}

void ReadSizes(Session& source, const std::vector<RelationName>& names,
               std::vector<RelationToCopy>& copies) {
  std::map<std::string, RelationToCopy*> by_name;
  for (RelationToCopy& copy : copies) by_name[Normalised(copy.name)] = &copy;
  for (const Row row : source.Query(sql::kRelationSizes, {JsonListOf(names)})) {
    by_name.at(QuotedName({row.Text("schema"), row.Text("name")}))->bytes = row.Integer("bytes");
  }
  for (const Row row : source.Query(sql::kRowCountFast, {})) {
    const auto found = by_name.find(QuotedName({row.Text("schema"), row.Text("relation")}));
    if (found != by_name.end() && row.Maybe("rows")) found->second->rows = row.Integer("rows");
  }
}

}  // namespace

std::vector<RelationToCopy> RelationsToCopy(Session& source, Session& target,
                                            const std::vector<Relation>& relations,
                                            bool target_is_older) {
  std::vector<RelationName> source_names;
  std::vector<RelationName> target_names;
  for (const Relation& relation : relations) {
    source_names.push_back(ParseRelationName(relation.source));
    target_names.push_back(ParseRelationName(relation.target));
  }
  const auto source_shapes = ReadShapes(source, source_names);
  const auto target_shapes = ReadShapes(target, target_names);
  std::vector<RelationToCopy> copies;
  std::set<std::string> targets;
  for (const Relation& relation : relations) {
    if (!targets.insert(Normalised(relation.target)).second) {
      throw DatabaseError("two relations of the plan have the target " + relation.target, "42710");
    }
    const RelationShape& on_source = ShapeOf(source_shapes, relation.source, SideName::kSource);
    const RelationShape& on_target = ShapeOf(target_shapes, relation.target, SideName::kTarget);
    copies.push_back(ToCopy(relation, on_source, on_target, target_is_older));
  }
  ReadSizes(source, source_names, copies);
  return copies;
}

}  // namespace gonogo
