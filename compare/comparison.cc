// Reads shapes, pairs columns, runs the first pass and, if it finds a difference, the second one.
#include "compare/comparison.h"

#include <fmt/format.h>

#include "compare/recheck.h"
#include "core/error.h"
#include "core/text/text.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

constexpr std::size_t kBatch = 500;  // rows that differ, read again with one statement
// From this version on, a scan of a ctid range doesn't read the blocks before it.
constexpr std::int64_t kFirstVersionWithTidRangeScan = 140'000;

std::vector<RelationName> Names(const std::vector<ComparedRelation>& relations, SideName side) {
  std::vector<RelationName> names;
  for (const ComparedRelation& relation : relations) {
    names.push_back(ParseRelationName(relation.On(side)));
  }
  return names;
}

}  // namespace

void Counts::Add(bool on_source, bool on_target) {
  ++(!on_target ? missing : !on_source ? extra : different);
}

std::string Describe(const Counts& counts) {
  std::vector<std::string> words;
  const auto add = [&](std::int64_t count, const std::string& what) {
    if (count > 0) words.push_back(Counted(count, "row") + " " + what);
  };
  add(counts.missing, "missing");
  add(counts.extra, "extra");
  add(counts.different, "different");
  return words.empty() ? "no row different" : Join(words, ", ");
}

std::string DescribeKey(const Comparison& comparison, const RowDifference& row) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < comparison.columns.key.size(); ++i) {
    words.push_back(fmt::format("{}={}", comparison.columns.key[i].source.name,
                                row.values()[i].value_or("NULL")));
  }
  return Join(words, ", ");
}

std::string ShownValue(const Value& value) { return value ? "'" + *value + "'" : "NULL"; }

Comparer::Comparer(Pair& pair, const std::vector<ComparedRelation>& relations, Effort effort)
    : pair_(pair),
      effort_(std::move(effort)),
      readers_(pair.OpenReaders(effort_.jobs)),
      shapes_{ReadShapes(pair.Source(), Names(relations, SideName::kSource)),
              ReadShapes(pair.Target(), Names(relations, SideName::kTarget))},
      forms_(pair.Source(), pair.Target()) {
  for (const SideName side : kBothSides) {
    // The settings last for one transaction, and each reader is one transaction.
    for (Session* const reader : readers_[side]) reader->Query(sql::kComparisonSettings, {});
  }
}

void Comparer::ReadShapesOf(const std::vector<ComparedRelation>& relations) {
  for (const SideName side : kBothSides) {
    shapes_[side].merge(ReadShapes(pair_.SessionOf(side), Names(relations, side)));
  }
}

const RelationShape& Comparer::Shape(SideName side, const ComparedRelation& relation) const {
  const std::string& name = relation.On(side);
  const auto found = shapes_[side].find(Normalised(name));
  if (found == shapes_[side].end()) throw NoSuchRelation(ToString(side), name);
  const std::string& fault = found->second.fault;
  if (!fault.empty()) throw DatabaseError(fmt::format("{}: {}", ToString(side), fault), "42809");
  return found->second;
}

bool Comparer::IsOnOneSideOnly(const ComparedRelation& relation) const {
  return shapes_.source.contains(Normalised(relation.source)) !=
         shapes_.target.contains(Normalised(relation.target));
}

Comparison Comparer::Compare(const ComparedRelation& relation, const ComparisonOptions& options) {
  const RelationShape& source = Shape(SideName::kSource, relation);
  const RelationShape& target = Shape(SideName::kTarget, relation);
  Comparison comparison{.columns = PairColumns(relation, source, target)};
  const RowDigest digest(comparison.columns, relation.method, forms_);
  comparison.method = digest.Describe();
  const auto scanned_side = [this](SideName side, const RelationShape& shape) {
    const std::int64_t version = pair_.Of(side).identity->version_num;
    return ScannedSide{shape, version >= kFirstVersionWithTidRangeScan, readers_[side]};
  };
  const ScannedRelation scanned{
      .sides = {scanned_side(SideName::kSource, source), scanned_side(SideName::kTarget, target)},
      .digest = digest,
      .where = relation.where};
  const BothBuckets buckets = SumUp(scanned, effort_);
  for (const SideName side : kBothSides) {
    comparison.row_counts[side] = buckets[side].rows();
    comparison.digests[side] = buckets[side].Digest(digest.limbs());
  }
  if (buckets.source.buckets == buckets.target.buckets) return comparison;
  const bool may_lag = relation.recheck.count() > 0 && !comparison.columns.key.empty();
  if (may_lag) {
    FindRows(scanned, buckets, {.limit = kMostSuspects}, comparison);
    if (comparison.counts.sum() <= static_cast<std::int64_t>(kMostSuspects)) {
      RecheckRows(scanned, relation, options, comparison);
      return comparison;
    }
    comparison.counts = {};
    comparison.rows.clear();
  }
  FindRows(scanned, buckets, options, comparison);
  return comparison;
}

void Comparer::RecheckRows(const ScannedRelation& scanned, const ComparedRelation& relation,
                           const ComparisonOptions& options, Comparison& comparison) {
  Recheck(pair_, {scanned.sides.source.shape, scanned.sides.target.shape}, relation.where,
          relation.recheck, comparison);
  if (options.each) {
    for (const RowDifference& row : comparison.rows) options.each(comparison, row);
    comparison.rows.clear();
  } else if (comparison.rows.size() > options.limit) {
    comparison.rows.resize(options.limit);
  }
}

void Comparer::FindRows(const ScannedRelation& scanned, const BothBuckets& buckets,
                        const ComparisonOptions& options, Comparison& comparison) {
  std::vector<DifferentPlaces> batch;
  std::size_t wanted = 0;
  const auto read = [&] {
    for (RowDifference& row : ReadRows(scanned.sides, comparison.columns.All(), batch)) {
      if (options.each) {
        options.each(comparison, row);
      } else {
        comparison.rows.push_back(std::move(row));
      }
    }
    batch.clear();
  };
  FindDifferences(scanned, buckets, effort_, [&](const DifferentPlaces& places) {
    comparison.counts.Add(places.source.has_value(), places.target.has_value());
    if (!options.each && wanted == options.limit) return;
    ++wanted;
    batch.push_back(places);
    if (batch.size() == kBatch) read();
  });
  read();
  if (comparison.counts.sum() == 0) {
    throw DatabaseError(
        fmt::format("{}: the digests differ, but no row does; use \"method\": \"sha256\", and "
                    "report this as a bug",
                    QuotedName(scanned.sides.source.shape.name)),
        "");
  }
}

}  // namespace gonogo
