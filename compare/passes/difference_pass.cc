// Reads the digests of both sides and drops pairs of equal rows; the rest are the differences.
//
// Equal rows are in the same bucket on both sides, so both of them are always read.
#include "compare/passes/difference_pass.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/passes/digest_spool.h"
#include "core/error.h"
#include "core/text/digest.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::size_t kFetchedRows = 10'000;
constexpr const char* kFetch = "FETCH FORWARD 10000 FROM gonogo_rows";

// Returns a bytea literal with one bit per bucket, for get_bit(): 1 if the bucket differs.
std::string BitmapOf(const BothBuckets& sums) {
  const std::size_t count = sums.source.size();
  std::string bytes((count + 7) / 8, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    if (sums.source[i] == sums.target[i]) continue;
    bytes[i / 8] = static_cast<char>(static_cast<unsigned char>(bytes[i / 8]) | 1U << (i % 8));
  }
  return fmt::format("'\\x{}'::pg_catalog.bytea", Hex(bytes));
}

std::int64_t RowsToRead(const BothBuckets& sums) {
  std::int64_t rows = 0;
  for (std::size_t i = 0; i < sums.source.size(); ++i) {
    if (sums.source[i] != sums.target[i]) rows += sums.source[i].rows + sums.target[i].rows;
  }
  return rows;
}

// Parses a ctid: (12,3).
Place PlaceOf(const std::string& tid, std::size_t part) {
  const std::size_t comma = tid.find(',');
  const auto block = ParseInteger(std::string_view(tid).substr(1, comma - 1));
  const auto offset = ParseInteger(std::string_view(tid).substr(comma + 1, tid.size() - comma - 2));
  if (!block || !offset) throw DatabaseError("not a ctid: " + tid, "");
  return {static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(*block),
          static_cast<std::uint16_t>(*offset)};
}

std::vector<DigestedRow> DigestedRows(const Rows& rows, SideName side) {
  std::vector<DigestedRow> digested;
  digested.reserve(rows.size());
  for (const Row row : rows) {
    digested.push_back({static_cast<std::uint64_t>(row.Integer("k")),
                        static_cast<std::uint64_t>(row.Integer("d1")),
                        PlaceOf(row.Text("ctid"), static_cast<std::size_t>(row.Integer("part"))),
                        side});
  }
  return digested;
}

std::string StatementOfRows(const ScannedRelation& relation, SideName side, const Portion& portion,
                            const BothBuckets& sums, const std::string& bitmap) {
  std::vector<std::string> selects;
  for (const Range& range : portion) {
    selects.push_back(fmt::format(
        "SELECT {} AS part, k, d1, ctid FROM ({}) AS digests "
        "WHERE pg_catalog.get_bit({}, (b OPERATOR(pg_catalog.&) {}::int8)::int4) "
        "OPERATOR(pg_catalog.=) 1",
        range.part,
        relation.digest.Select(side, relation.PartOf(side, range), relation.ConditionOf(range)),
        bitmap, sums.source.size() - 1));
  }
  return "DECLARE gonogo_rows NO SCROLL CURSOR FOR " + Join(selects, " UNION ALL ");
}

void ReadInto(DigestSpool& spool, const Readers& readers, const ScannedRelation& relation,
              const BothBuckets& sums, const Effort& effort) {
  const std::string bitmap = BitmapOf(sums);
  const auto read = [&](SideName side, Session& session, const Portion& portion) {
    session.Query(StatementOfRows(relation, side, portion, sums, bitmap), {});
    std::int64_t count = 0;
    for (;;) {
      const Rows rows = session.Query(kFetch, {});
      spool.Add(DigestedRows(rows, side));
      count += static_cast<std::int64_t>(rows.size());
      if (rows.size() < kFetchedRows) break;
    }
    session.Query("CLOSE gonogo_rows", {});
    return count;
  };
  ScanBoth(readers, {{relation.shapes.source}, {relation.shapes.target}}, read, effort);
}

// The places of rows with one key hash that have no equal row on the other side.
using Remainder = PerSide<std::vector<Place>>;

using RowIterator = std::vector<DigestedRow>::const_iterator;

// Drops pairs of rows with equal digests, one of each side. The rows must be sorted by digest.
Remainder WithoutEqualRows(RowIterator begin, RowIterator end) {
  Remainder left;
  for (auto same = begin; same != end;) {
    Remainder places;
    const std::uint64_t digest = same->digest;
    for (; same != end && same->digest == digest; ++same) {
      places[same->side].push_back(same->place);
    }
    const auto pairs =
        static_cast<std::ptrdiff_t>(std::min(places.source.size(), places.target.size()));
    for (const SideName side : kBothSides) {
      left[side].insert(left[side].end(), places[side].begin() + pairs, places[side].end());
    }
  }
  return left;
}

void Report(const Remainder& left, const std::function<void(const DifferentPlaces&)>& found) {
  for (std::size_t i = 0; i < std::max(left.source.size(), left.target.size()); ++i) {
    DifferentPlaces places;
    if (i < left.source.size()) places.source = left.source[i];
    if (i < left.target.size()) places.target = left.target[i];
    found(places);
  }
}

}  // namespace

void FindDifferentPlaces(const Readers& readers, const ScannedRelation& relation,
                         const BothBuckets& buckets, const Effort& effort,
                         const std::function<void(const DifferentPlaces&)>& found) {
  DigestSpool spool(RowsToRead(buckets));
  ReadInto(spool, readers, relation, buckets, effort);
  for (std::size_t part = 0; part < spool.parts(); ++part) {
    const auto rows = spool.Take(part);
    for (auto begin = rows.begin(); begin != rows.end();) {
      const auto end = std::find_if(begin, rows.end(),
                                    [&](const DigestedRow& row) { return row.key != begin->key; });
      Report(WithoutEqualRows(begin, end), found);
      begin = end;
    }
  }
}

}  // namespace gonogo
