// Sends one query for each part of a relation that has some of the rows. Whole values are measured
// before they are read.
#include "compare/passes/row_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compare/forms/brief_text.h"
#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

std::string Tid(const Place& place) { return fmt::format("({},{})", place.block, place.offset); }

std::string Statement(const std::string& from, const std::vector<ColumnPair>& columns,
                      SideName side, const std::vector<std::string>& wanted) {
  std::string expressions;
  for (const std::string& expression : wanted) expressions += ", " + expression;
  return fmt::format(
      "SELECT {0}.ctid{1} FROM {2} AS {0}{3} WHERE {0}.ctid OPERATOR(pg_catalog.=) ANY ($1::pg_catalog.tid[])",
      "\"gonogo row\"", expressions, from, TextsOf(columns, side));
}

}  // namespace

std::size_t BriefRowsPerBatch(std::size_t columns) {
  constexpr std::size_t kBytesOfValue = 1'000;
  return std::clamp<std::size_t>(kBatchBytes / (kBytesOfValue * (columns + 1)), 1, kBatchRows);
}

std::string TextNamed(std::size_t column) { return fmt::format("\"gonogo texts\".\"{}\"", column); }

std::string TextsOf(const std::vector<ColumnPair>& columns, SideName side) {
  if (columns.empty()) return "";
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    texts.push_back(fmt::format("{} AS \"{}\"", TextOf(columns[i][side]), i));
  }
  // OFFSET keeps the server from computing a text each time that its name occurs.
  return fmt::format(" CROSS JOIN LATERAL (SELECT {} OFFSET 0) AS \"gonogo texts\"",
                     Join(texts, ", "));
}

std::vector<std::string> AllValues(std::size_t columns, Extent extent) {
  std::vector<std::string> values;
  for (std::size_t i = 0; i < columns; ++i) {
    values.push_back(extent == Extent::kBrief ? BriefSql(TextNamed(i)) : TextNamed(i));
  }
  return values;
}

std::string BytesOfTexts(std::size_t columns) {
  std::string bytes = "0::int8";
  for (std::size_t i = 0; i < columns; ++i) {
    bytes += fmt::format(" OPERATOR(pg_catalog.+) COALESCE(pg_catalog.octet_length({}), 0)",
                         TextNamed(i));
  }
  return bytes;
}

DifferenceReader::DifferenceReader(const Readers& readers, PerSide<const RelationShape*> shapes,
                                   std::vector<ColumnPair> columns, Extent extent, Each each)
    : readers_(readers),
      shapes_(shapes),
      columns_(std::move(columns)),
      extent_(extent),
      each_(std::move(each)),
      most_(extent == Extent::kBrief ? BriefRowsPerBatch(columns_.size()) : kBatchRows) {}

void DifferenceReader::Add(const DifferentPlaces& places) {
  waiting_.push_back(places);
  if (waiting_.size() == most_) Finish();
}

void DifferenceReader::Finish() {
  if (extent_ == Extent::kBrief) {
    Read(waiting_);
  } else {
    ReadBySize();
  }
  waiting_.clear();
}

// Returns what the expressions `wanted` give for each row.
DifferenceReader::ByPlace DifferenceReader::ReadSide(
    SideName side, const std::vector<std::string>& wanted,
    const std::vector<DifferentPlaces>& places) const {
  const RelationShape& shape = *shapes_[side];
  std::map<std::uint32_t, std::map<std::string, Place>> by_part;
  for (const DifferentPlaces& one : places) {
    if (const auto& place = one[side]) by_part[place->part].emplace(Tid(*place), *place);
  }
  ByPlace found;
  for (const auto& [part, by_tid] : by_part) {
    std::vector<std::string> tids;
    for (const auto& [tid, place] : by_tid) tids.push_back(fmt::format("\"{}\"", tid));
    Rows rows = readers_[side].sessions.front()->Query(
        Statement(shape.parts.at(part).from, columns_, side, wanted),
        {"{" + Join(tids, ",") + "}"});
    for (std::vector<Value>& row : rows.values) {
      const Place place = by_tid.at(row.at(0).value());
      row.erase(row.begin());
      found[place] = std::move(row);
    }
    if (rows.size() != by_tid.size()) {
      throw DatabaseError("can't read rows of " + QuotedName(shape.name) + " again by ctid", "");
    }
  }
  return found;
}

void DifferenceReader::ReadBySize() {
  const std::vector<std::string> wanted = {BytesOfTexts(columns_.size())};
  const auto measured = [&](SideName side) { return ReadSide(side, wanted, waiting_); };
  const PerSide<ByPlace> sizes{measured(SideName::kSource), measured(SideName::kTarget)};
  std::vector<DifferentPlaces> batch;
  std::int64_t bytes = 0;
  for (const DifferentPlaces& places : waiting_) {
    std::int64_t more = 0;
    for (const SideName side : kBothSides) {
      if (!places[side]) continue;
      more += ParseInteger(sizes[side].at(*places[side]).at(0).value()).value();
    }
    if (bytes + more > kBatchBytes && !batch.empty()) {
      Read(batch);
      batch.clear();
      bytes = 0;
    }
    batch.push_back(places);
    bytes += more;
  }
  Read(batch);
}

void DifferenceReader::Read(const std::vector<DifferentPlaces>& places) {
  std::vector<RowDifference> rows(places.size());
  const std::vector<std::string> values = AllValues(columns_.size(), extent_);
  for (const SideName side : kBothSides) {
    ByPlace found = ReadSide(side, values, places);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (const auto& place = places[i][side]) rows[i][side] = std::move(found.at(*place));
    }
  }
  for (RowDifference& row : rows) each_(std::move(row));
}

}  // namespace gonogo
