// Rows that are equal on both sides lie in the same bucket, so both copies are read and cancel each
// other out; what remains are the differences.
#include "compare/passes/difference_pass.h"

#include <algorithm>

#include "compare/passes/digest_spool.h"
#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr const char* kFetch = "FETCH FORWARD 10000 FROM gonogo_rows";

// Which buckets differ, as a bit string that get_bit() reads.
std::string BitmapOf(const BothBuckets& sums) {
  const std::size_t count = sums.source.buckets.size();
  std::vector<unsigned> bytes((count + 7) / 8);
  for (std::size_t i = 0; i < count; ++i) {
    if (sums.source.buckets[i] != sums.target.buckets[i]) bytes[i / 8] |= 1U << (i % 8);
  }
  std::string hex = "'\\x";
  for (const unsigned byte : bytes) {
    hex += "0123456789abcdef"[byte >> 4U];
    hex += "0123456789abcdef"[byte & 15U];
  }
  return hex + "'::bytea";
}

std::int64_t RowsToRead(const BothBuckets& sums) {
  std::int64_t rows = 0;
  for (std::size_t i = 0; i < sums.source.buckets.size(); ++i) {
    const Bucket& source = sums.source.buckets[i];
    const Bucket& target = sums.target.buckets[i];
    if (source != target) rows += source.rows + target.rows;
  }
  return rows;
}

// "(12,3)"
Place PlaceOf(const std::string& tid, std::size_t part) {
  const std::size_t comma = tid.find(',');
  const auto block = ParseInteger(std::string_view(tid).substr(1, comma - 1));
  const auto offset = ParseInteger(std::string_view(tid).substr(comma + 1, tid.size() - comma - 2));
  if (!block || !offset) throw DatabaseError("not a place of a row: " + tid, "");
  return {static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(*block),
          static_cast<std::uint16_t>(*offset)};
}

std::vector<DigestedRow> DigestedRows(const Rows& rows, std::size_t part, bool on_target) {
  std::vector<DigestedRow> digested;
  digested.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    digested.push_back({static_cast<std::uint64_t>(row.Integer("k")),
                        static_cast<std::uint64_t>(row.Integer("d1")),
                        PlaceOf(row.Text("ctid"), part), on_target});
  }
  return digested;
}

std::string Statement(const ScannedRelation& relation, bool target_side, const Range& range,
                      const BothBuckets& sums, const std::string& bitmap) {
  const RelationShape& shape = target_side ? relation.target : relation.source;
  const std::string mask = std::to_string(sums.source.buckets.size() - 1);
  return "DECLARE gonogo_rows NO SCROLL CURSOR FOR SELECT k, d1, ctid FROM (" +
         relation.digest.Select(target_side, shape.parts[range.part].from,
                                ConditionOf(relation, range)) +
         ") AS digests WHERE get_bit(" + bitmap + ", (k & " + mask + ")::int4) = 1";
}

void ReadInto(DigestSpool& spool, const ScannedRelation& relation, const BothBuckets& sums,
              const Effort& effort) {
  const std::string bitmap = BitmapOf(sums);
  const auto reader = [&](bool target_side) {
    return [&, target_side](Session& session, const Range& range) {
      session.Query(Statement(relation, target_side, range, sums, bitmap), {});
      std::int64_t read = 0;
      for (;;) {
        const Rows rows = session.Query(kFetch, {});
        if (rows.empty()) break;
        spool.Add(DigestedRows(rows, range.part, target_side));
        read += static_cast<std::int64_t>(rows.size());
      }
      session.Query("CLOSE gonogo_rows", {});
      return read;
    };
  };
  ScanBoth({relation.source, relation.source_by_block, relation.source_sessions, reader(false)},
           {relation.target, relation.target_by_block, relation.target_sessions, reader(true)},
           effort);
}

// The rows of one key hash, sorted by digest: those that no row of the other side cancels.
struct Remainder {
  std::vector<Place> source;
  std::vector<Place> target;
};

using RowIterator = std::vector<DigestedRow>::const_iterator;

Remainder Cancelled(RowIterator begin, RowIterator end) {
  Remainder left;
  for (auto same = begin; same != end;) {
    std::vector<Place> source;
    std::vector<Place> target;
    const std::uint64_t digest = same->digest;
    for (; same != end && same->digest == digest; ++same) {
      (same->on_target ? target : source).push_back(same->place);
    }
    const std::size_t both = std::min(source.size(), target.size());
    left.source.insert(left.source.end(), source.begin() + static_cast<std::ptrdiff_t>(both),
                       source.end());
    left.target.insert(left.target.end(), target.begin() + static_cast<std::ptrdiff_t>(both),
                       target.end());
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

void FindDifferences(const ScannedRelation& relation, const BothBuckets& buckets,
                     const Effort& effort,
                     const std::function<void(const DifferentPlaces&)>& found) {
  DigestSpool spool(RowsToRead(buckets));
  ReadInto(spool, relation, buckets, effort);
  for (std::size_t part = 0; part < spool.parts(); ++part) {
    const auto rows = spool.Take(part);
    for (auto begin = rows.begin(); begin != rows.end();) {
      const auto end = std::find_if(begin, rows.end(),
                                    [&](const DigestedRow& row) { return row.key != begin->key; });
      Report(Cancelled(begin, end), found);
      begin = end;
    }
  }
}

}  // namespace gonogo
