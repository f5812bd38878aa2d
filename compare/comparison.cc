// Reads shapes, pairs columns, runs the first pass and, if it finds a difference, the second one.
#include "compare/comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/forms/brief_text.h"
#include "compare/recheck.h"
#include "core/error.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

// From this version on, a scan of a ctid range doesn't read the blocks before it.
constexpr std::int64_t kFirstVersionWithTidRangeScan = 140'000;

std::vector<RelationName> Names(const std::vector<ComparedRelation>& relations, SideName side) {
  std::vector<RelationName> names;
  for (const ComparedRelation& relation : relations) {
    names.push_back(ParseRelationName(relation.On(side)));
  }
  return names;
}

bool HoldsRows(Session& session, const RelationShape& shape) {
  std::vector<std::string> parts = {"false"};
  for (const Part& part : shape.parts) {
    parts.push_back(fmt::format("EXISTS (SELECT FROM {})", part.from));
  }
  const std::string statement = fmt::format("SELECT {} AS held", Join(parts, " OR "));
  return session.Query(statement, {}).Only().Boolean("held");
}

[[noreturn]] void ThrowWithoutDifference(const ScannedRelation& scanned) {
  throw DatabaseError(
      fmt::format("{}: the digests differ, but no row does; use \"method\": \"sha256\", and "
                  "report this as a bug",
                  QuotedName(scanned.sides.source.shape.name)),
      "");
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
                                Brief(row.values()[i].value_or("NULL"))));
  }
  return Join(words, ", ");
}

std::string ShownValue(const Value& value) { return value ? "'" + Brief(*value) + "'" : "NULL"; }

Comparer::Comparer(Pair& pair, const std::vector<ComparedRelation>& relations, Effort effort)
    : pair_(pair),
      effort_(std::move(effort)),
      readers_(pair.OpenReaders(effort_.jobs)),
      shapes_{ReadShapes(pair.Source(), Names(relations, SideName::kSource)),
              ReadShapes(pair.Target(), Names(relations, SideName::kTarget))},
      forms_(pair.Source(), pair.Target()) {}

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
  for (const RelationName& partition : target.foreign) {
    comparison.foreign_partitions.push_back(QuotedName(partition));
  }
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
  if (buckets.source.buckets == buckets.target.buckets) {
    comparison.selects_nothing = SelectsNothing(scanned, comparison);
    return comparison;
  }
  const bool may_lag = relation.recheck.count() > 0 && !comparison.columns.key.empty();
  if (may_lag) {
    const Suspects suspects = FindSuspects(scanned, buckets, comparison.columns);
    if (!suspects.too_many()) {
      Recheck(pair_, {source, target}, relation, suspects, options, comparison);
      return comparison;
    }
  }
  FindRows(scanned, buckets, options, comparison);
  return comparison;
}

bool Comparer::SelectsNothing(const ScannedRelation& scanned, const Comparison& comparison) const {
  if (scanned.where.empty() || comparison.row_counts.source > 0) return false;
  return std::any_of(kBothSides.begin(), kBothSides.end(), [&](SideName side) {
    return HoldsRows(*readers_[side].front(), scanned.sides[side].shape);
  });
}

Suspects Comparer::FindSuspects(const ScannedRelation& scanned, const BothBuckets& buckets,
                                const PairedColumns& columns) const {
  Suspects suspects;
  DifferenceReader reader(scanned.sides, columns.key, Extent::kWhole,
                          [&](const RowDifference& row) { suspects.Add(row.values()); });
  FindDifferences(scanned, buckets, effort_, [&](const DifferentPlaces& places) {
    if (!suspects.too_many()) reader.Add(places);
  });
  reader.Finish();
  if (suspects.empty()) ThrowWithoutDifference(scanned);
  return suspects;
}

void Comparer::FindRows(const ScannedRelation& scanned, const BothBuckets& buckets,
                        const ComparisonOptions& options, Comparison& comparison) const {
  DifferenceReader reader(scanned.sides, comparison.columns.All(),
                          options.each ? Extent::kWhole : Extent::kBrief, [&](RowDifference&& row) {
                            if (options.each) {
                              options.each(comparison, row);
                            } else {
                              comparison.rows.push_back(std::move(row));
                            }
                          });
  std::size_t wanted = 0;
  FindDifferences(scanned, buckets, effort_, [&](const DifferentPlaces& places) {
    comparison.counts.Add(places.source.has_value(), places.target.has_value());
    if (!options.each && wanted == options.limit) return;
    ++wanted;
    reader.Add(places);
  });
  reader.Finish();
  if (comparison.counts.sum() == 0) ThrowWithoutDifference(scanned);
}

}  // namespace gonogo
