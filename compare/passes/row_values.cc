// One question for each part that holds some of the rows, however many they are.
#include "compare/passes/row_values.h"

#include <map>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string Tid(const Place& place) {
  return "(" + std::to_string(place.block) + "," + std::to_string(place.offset) + ")";
}

std::string Statement(const std::string& from, const std::vector<ColumnPair>& columns,
                      bool target_side) {
  std::string statement = "SELECT ctid";
  for (std::size_t i = 0; i < columns.size(); ++i) {
    statement += ", " + TextOf(columns[i].On(target_side)) + " AS \"" + std::to_string(i) + "\"";
  }
  return statement + " FROM " + from + " WHERE ctid = ANY ($1::tid[])";
}

using ByPlace = std::map<Place, std::vector<Value>>;

ByPlace ReadSide(Session& session, const RelationShape& shape,
                 const std::vector<ColumnPair>& columns, bool target_side,
                 const std::vector<DifferentPlaces>& places) {
  std::map<std::uint32_t, std::map<std::string, Place>> wanted;
  for (const DifferentPlaces& one : places) {
    const auto& place = target_side ? one.target : one.source;
    if (place) wanted[place->part].emplace(Tid(*place), *place);
  }
  ByPlace found;
  for (const auto& [part, by_tid] : wanted) {
    std::vector<std::string> tids;
    for (const auto& [tid, place] : by_tid) tids.push_back("\"" + tid + "\"");
    const Rows rows = session.Query(Statement(shape.parts.at(part).from, columns, target_side),
                                    {"{" + Join(tids, ",") + "}"});
    for (const std::vector<Value>& row : rows.values) {
      found[by_tid.at(row.at(0).value())] = {row.begin() + 1, row.end()};
    }
    if (rows.size() != by_tid.size()) {
      throw DatabaseError("rows of " + QuotedName(shape.name) + " cannot be read again by place",
                          "");
    }
  }
  return found;
}

}  // namespace

std::vector<RowDifference> ReadRows(Session& source, const RelationShape& source_shape,
                                    Session& target, const RelationShape& target_shape,
                                    const std::vector<ColumnPair>& columns,
                                    const std::vector<DifferentPlaces>& places) {
  const ByPlace of_source = ReadSide(source, source_shape, columns, false, places);
  const ByPlace of_target = ReadSide(target, target_shape, columns, true, places);
  std::vector<RowDifference> rows;
  for (const DifferentPlaces& one : places) {
    RowDifference row;
    if (one.source) row.source = of_source.at(*one.source);
    if (one.target) row.target = of_target.at(*one.target);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace gonogo
