// Types are told apart by name: what has another oid on each side (an enum in an array, a column of
// a composite type, what regclass points at) has no binary form that both sides understand.
#include "stages/copy/relation_to_copy.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include "core/error.h"
#include "core/text/text.h"
#include "sql/contents.h"
#include "sql/copy.h"

namespace gonogo {
namespace {

// The server's own types whose binary form is the same in every major since 13 and names no oid of
// a database's own. Not among them: aclitem, which has none; xml, which depends on encodings; reg*,
// which are oids; tsquery, since 18 does not read its own bytes of an empty one.
constexpr std::array<std::string_view, 61> kSameEverywhere = {"bool",
                                                              "char",
                                                              "name",
                                                              "text",
                                                              "bpchar",
                                                              "varchar",
                                                              "bytea",
                                                              "uuid",
                                                              "json",
                                                              "jsonb",
                                                              "jsonpath",
                                                              "int2",
                                                              "int4",
                                                              "int8",
                                                              "numeric",
                                                              "float4",
                                                              "float8",
                                                              "money",
                                                              "oid",
                                                              "xid",
                                                              "xid8",
                                                              "cid",
                                                              "tid",
                                                              "int2vector",
                                                              "oidvector",
                                                              "pg_lsn",
                                                              "pg_snapshot",
                                                              "txid_snapshot",
                                                              "refcursor",
                                                              "date",
                                                              "time",
                                                              "timetz",
                                                              "timestamp",
                                                              "timestamptz",
                                                              "interval",
                                                              "bit",
                                                              "varbit",
                                                              "inet",
                                                              "cidr",
                                                              "macaddr",
                                                              "macaddr8",
                                                              "point",
                                                              "line",
                                                              "lseg",
                                                              "box",
                                                              "path",
                                                              "polygon",
                                                              "circle",
                                                              "tsvector",

                                                              "int4range",
                                                              "int8range",
                                                              "numrange",
                                                              "daterange",
                                                              "tsrange",
                                                              "tstzrange",
                                                              "int4multirange",
                                                              "int8multirange",
                                                              "nummultirange",
                                                              "datemultirange",
                                                              "tsmultirange",
                                                              "tstzmultirange"};

// The name of the column's binary form, or "" where there is none that both sides understand.
std::string BinaryForm(const Column& column) {
  if (!column.labels.empty()) return "label";
  std::string_view base = column.base;
  if (base.starts_with('_')) base.remove_prefix(1);
  const bool known =
      std::find(kSameEverywhere.begin(), kSameEverywhere.end(), base) != kSameEverywhere.end();
  return known ? column.base : "";
}

using Columns = std::vector<std::pair<const Column*, const Column*>>;  // source, target

// Those that are to be copied.
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
    throw DatabaseError("relation " + relation + ": the target lacks " + Join(missing, ", "),
                        "42703");
  }
  // COPY without a list of columns means all of them.
  const bool takes_some = std::any_of(target.columns.begin(), target.columns.end(),
                                      [](const Column& column) { return !column.generated; });
  if (columns.empty() && takes_some) {
    throw DatabaseError("relation " + relation + ": the source has no column that the target takes",
                        "42703");
  }
  return columns;
}

// "binary", or "text" and why.
std::string FormOf(const Columns& columns, bool target_is_older) {
  for (const auto& [source, target] : columns) {
    const std::string form = BinaryForm(*source);
    if (form.empty()) return "text (" + source->name + " is " + source->type + ")";
    if (form == BinaryForm(*target)) continue;
    return "text (" + source->name + " is " + source->type + ", " + target->type +
           " on the target)";
  }
  return target_is_older ? "text (the target is of an older major)" : "binary";
}

const RelationShape& ShapeOf(const std::map<std::string, RelationShape>& shapes,
                             const std::string& name, const std::string& side) {
  const auto found = shapes.find(Normalised(name));
  if (found == shapes.end()) throw NoSuchRelation(side, name);
  if (!found->second.fault.empty()) {
    throw DatabaseError(side + ": cannot copy: " + found->second.fault, "42809");
  }
  return found->second;
}

RelationToCopy ToCopy(const Relation& relation, const RelationShape& source,
                      const RelationShape& target, bool target_is_older) {
  const Columns columns = ColumnsOf(relation.source, source, target);
  RelationToCopy copy{.name = relation.source,
                      .target = target.quoted,
                      .target_rows = target.rows(),
                      .target_name = target.name,
                      .copy_out = {},
                      .copy_in = {},
                      .form = FormOf(columns, target_is_older)};
  std::vector<std::string> out;
  std::vector<std::string> in;
  for (const auto& [from, into] : columns) {
    out.push_back(from->quoted);
    in.push_back(into->quoted);
  }
  const std::string format = copy.form == "binary" ? "(FORMAT binary)" : "(FORMAT text)";
  copy.copy_out =
      "COPY (SELECT " + Join(out, ", ") + " FROM " + source.rows() + ") TO STDOUT " + format;
  copy.copy_in = "COPY " + target.quoted + (in.empty() ? "" : " (" + Join(in, ", ") + ")") +
                 " FROM STDIN " + format;
  return copy;
}

void ReadSizes(Session& source, const std::vector<RelationName>& names,
               std::vector<RelationToCopy>& copies) {
  std::map<std::string, RelationToCopy*> by_name;
  for (RelationToCopy& copy : copies) by_name[Normalised(copy.name)] = &copy;
  const Rows sizes = source.Query(sql::kRelationSizes, {JsonListOf(names)});
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const Row row = sizes[i];
    by_name.at(QuotedName({row.Text("schema"), row.Text("name")}))->bytes = row.Integer("bytes");
  }
  const Rows counts = source.Query(sql::kRowCountFast, {});
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Row row = counts[i];
    const auto found = by_name.find(QuotedName({row.Text("schema"), row.Text("name")}));
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
      throw DatabaseError("two relations of the plan go to " + relation.target, "42710");
    }
    const RelationShape& on_source = ShapeOf(source_shapes, relation.source, "source");
    const RelationShape& on_target = ShapeOf(target_shapes, relation.target, "target");
    copies.push_back(ToCopy(relation, on_source, on_target, target_is_older));
  }
  ReadSizes(source, source_names, copies);
  return copies;
}

}  // namespace gonogo
