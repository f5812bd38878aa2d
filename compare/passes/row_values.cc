// Sends one query for each part of a relation that has some of the rows.
#include "compare/passes/row_values.h"

#include <fmt/format.h>

#include <map>

#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string Tid(const Place& place) { return fmt::format("({},{})", place.block, place.offset); }

std::string Statement(const std::string& from, const std::vector<ColumnPair>& columns,
                      SideName side) {
  std::string texts;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    texts += fmt::format(", {} AS \"{}\"", TextOf(columns[i][side]), i);
  }
  return fmt::format("SELECT ctid{} FROM {} WHERE ctid = ANY ($1::tid[])", texts, from);
}

using ByPlace = std::map<Place, std::vector<Value>>;

ByPlace ReadSide(SideName side, const ScannedSide& scanned, const std::vector<ColumnPair>& columns,
                 const std::vector<DifferentPlaces>& places) {
  const RelationShape& shape = scanned.shape;
  std::map<std::uint32_t, std::map<std::string, Place>> wanted;
  for (const DifferentPlaces& one : places) {
    if (const auto& place = one[side]) wanted[place->part].emplace(Tid(*place), *place);
  }
  ByPlace found;
  for (const auto& [part, by_tid] : wanted) {
    std::vector<std::string> tids;
    for (const auto& [tid, place] : by_tid) tids.push_back(fmt::format("\"{}\"", tid));
    const Rows rows = scanned.sessions.front()->Query(
        Statement(shape.parts.at(part).from, columns, side), {"{" + Join(tids, ",") + "}"});
    for (const std::vector<Value>& row : rows.values) {
      found[by_tid.at(row.at(0).value())] = {row.begin() + 1, row.end()};
    }
    if (rows.size() != by_tid.size()) {
      throw DatabaseError("can't read rows of " + QuotedName(shape.name) + " again by ctid", "");
    }
  }
  return found;
}

}  // namespace

std::vector<RowDifference> ReadRows(const PerSide<ScannedSide>& sides,
                                    const std::vector<ColumnPair>& columns,
                                    const std::vector<DifferentPlaces>& places) {
  std::vector<RowDifference> rows(places.size());
  for (const SideName side : kBothSides) {
    const ByPlace found = ReadSide(side, sides[side], columns, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (const auto& place = places[i][side]) rows[i][side] = found.at(*place);
    }
  }
  return rows;
}

}  // namespace gonogo
