// Reads shapes, pairs columns and runs the first pass; only if it finds a difference, the others.
#include "compare/comparison.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/forms/brief_text.h"
#include "compare/recheck.h"
#include "core/error.h"
#include "core/text/text.h"
#include "fixtures/system/at_once.h"

namespace gonogo {
namespace {

// From this version on, a scan of a ctid range doesn't read the blocks before it.
constexpr std::int64_t kFirstVersionWithTidRangeScan = 140'000;

// How many blocks are summed up before the first result: 512 MB, some seconds.
constexpr std::int64_t kBlocksAhead = 65'536;
// So few rows are read at once rather than summed up by bucket before.
constexpr std::int64_t kFewRows = 10'000;
constexpr std::int64_t kRowsPerBlock = 64;  // a guess; only speed depends on it

// Returns the sessions of one side as a scan needs them. A portion must take much less than a
// statement may.
SideReaders ReadersOf(const Side& side, const std::vector<Session*>& sessions) {
  constexpr int kMargin = 10;
  const auto longest = side.limits.statement_timeout / kMargin;
  SideReaders readers{.sessions = sessions,
                      .by_block = side.identity->version_num >= kFirstVersionWithTidRangeScan};
  if (longest.count() > 0) readers.portion_time = std::min(readers.portion_time, longest);
  return readers;
}

std::int64_t BlocksOf(const ScannedRelation& relation) {
  return std::max(relation.shapes.source->blocks(), relation.shapes.target->blocks());
}

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
                  QuotedName(scanned.shapes.source->name)),
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
      readers_([this] {
        const auto [source, target] = pair_.OpenReaders(effort_.jobs);
        return Readers{ReadersOf(pair_.Of(SideName::kSource), source),
                       ReadersOf(pair_.Of(SideName::kTarget), target)};
      }()),
      forms_(pair.Source(), pair.Target()) {
  ReadShapesOf(relations);
}

void Comparer::ReadShapesOf(const std::vector<ComparedRelation>& relations) {
  planned_.insert(planned_.end(), relations.begin(), relations.end());
  auto shapes = AtOnce(
      [&](SideName side) { return ReadShapes(pair_.SessionOf(side), Names(relations, side)); });
  for (const SideName side : kBothSides) shapes_[side].merge(shapes[side]);
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

Comparer::Prepared Comparer::Prepare(const ComparedRelation& relation) {
  const RelationShape& source = Shape(SideName::kSource, relation);
  const RelationShape& target = Shape(SideName::kTarget, relation);
  PairedColumns columns = PairColumns(relation, source, target);
  RowDigest digest(columns, relation.method, forms_);
  return {.columns = std::move(columns),
          .scanned = {.shapes = {&source, &target},
                      .digest = std::move(digest),
                      .where = relation.where},
          .totals = {},
          .buckets = {}};
}

bool Comparer::ReadsByBlock() const { return readers_.source.by_block && readers_.target.by_block; }

// The relations that were given after this one, until the first that isn't to be read ahead.
std::vector<const ComparedRelation*> Comparer::Following(const ComparedRelation& relation) const {
  std::vector<const ComparedRelation*> following;
  auto next = std::find(planned_.begin(), planned_.end(), relation);
  if (next == planned_.end()) return following;
  for (++next; next != planned_.end(); ++next) {
    if (ahead_.contains(*next) || expected_.contains(next->source)) break;
    following.push_back(&*next);
  }
  return following;
}

// A relation that a server reads by one statement leaves the other sessions without work.
std::vector<std::pair<ComparedRelation, Comparer::Prepared>> Comparer::GroupOf(
    const ComparedRelation& relation) {
  std::vector<std::pair<ComparedRelation, Prepared>> group;
  group.emplace_back(relation, Prepare(relation));
  std::int64_t blocks = BlocksOf(group.front().second.scanned);
  for (const ComparedRelation* next : Following(relation)) {
    try {
      Prepared prepared = Prepare(*next);
      blocks += BlocksOf(prepared.scanned);
      const bool enough_work = ReadsByBlock() || group.size() >= effort_.jobs;
      if (blocks > kBlocksAhead && enough_work) break;
      group.emplace_back(*next, std::move(prepared));
    } catch (const std::runtime_error&) {
      continue;  // it is reported when that relation is compared
    }
  }
  return group;
}

void Comparer::ReadAhead(const ComparedRelation& relation) {
  auto group = GroupOf(relation);
  std::vector<const ScannedRelation*> scanned;
  for (const auto& [of, prepared] : group) scanned.push_back(&prepared.scanned);
  std::vector<Totals> totals = SumUp(readers_, scanned, effort_);
  // Not before: a relation of which nothing was read would look empty, and so equal.
  for (std::size_t i = 0; i < group.size(); ++i) {
    group[i].second.totals = std::move(totals[i]);
    ahead_.insert(std::move(group[i]));
  }
}

Comparer::Prepared Comparer::SummedUp(const ComparedRelation& relation) {
  if (expected_.contains(relation.source)) {
    Prepared prepared = Prepare(relation);
    const std::int64_t rows = kRowsPerBlock * BlocksOf(prepared.scanned);
    prepared.buckets = SumUpByBucket(readers_, prepared.scanned, rows, effort_);
    prepared.totals =
        PerSide<Sums>{TotalOf(prepared.buckets->source), TotalOf(prepared.buckets->target)};
    return prepared;
  }
  if (!ahead_.contains(relation)) ReadAhead(relation);
  return std::move(ahead_.extract(relation).mapped());
}

Comparison Comparer::Compare(const ComparedRelation& relation, const ComparisonOptions& options) {
  const Prepared prepared = SummedUp(relation);
  const ScannedRelation& scanned = prepared.scanned;
  if (const auto* const error = std::get_if<DatabaseError>(&prepared.totals)) {
    throw DatabaseError(*error);
  }
  const auto& totals = std::get<PerSide<Sums>>(prepared.totals);
  Comparison comparison{.method = scanned.digest.Describe(), .columns = prepared.columns};
  for (const RelationName& partition : scanned.shapes.target->foreign) {
    comparison.foreign_partitions.push_back(QuotedName(partition));
  }
  for (const SideName side : kBothSides) {
    comparison.row_counts[side] = totals[side].rows;
    comparison.digests[side] = totals[side].Digest(scanned.digest.limbs());
  }
  if (totals.source == totals.target) {
    comparison.selects_nothing = SelectsNothing(scanned, comparison);
  } else {
    FindDifferences(prepared, totals, relation, options, comparison);
  }
  return comparison;
}

// Sums up by bucket unless that is done, or the rows are so few that one bucket will do.
BothBuckets Comparer::BucketsOf(const Prepared& prepared, const PerSide<Sums>& totals) const {
  if (prepared.buckets) return *prepared.buckets;
  const std::int64_t rows = std::max(totals.source.rows, totals.target.rows);
  if (rows <= kFewRows) return {{totals.source}, {totals.target}};
  return SumUpByBucket(readers_, prepared.scanned, rows, effort_);
}

void Comparer::FindDifferences(const Prepared& prepared, const PerSide<Sums>& totals,
                               const ComparedRelation& relation, const ComparisonOptions& options,
                               Comparison& comparison) {
  const ScannedRelation& scanned = prepared.scanned;
  const BothBuckets buckets = BucketsOf(prepared, totals);
  const bool may_lag = relation.recheck.count() > 0 && !comparison.columns.key.empty();
  if (may_lag) {
    const Suspects suspects = FindSuspects(scanned, buckets, comparison.columns);
    if (!suspects.too_many()) {
      Recheck(pair_, {*scanned.shapes.source, *scanned.shapes.target}, relation, suspects, options,
              comparison);
      return;
    }
  }
  FindRows(scanned, buckets, options, comparison);
}

bool Comparer::SelectsNothing(const ScannedRelation& scanned, const Comparison& comparison) const {
  if (scanned.where.empty() || comparison.row_counts.source > 0) return false;
  return std::any_of(kBothSides.begin(), kBothSides.end(), [&](SideName side) {
    return HoldsRows(*readers_[side].sessions.front(), *scanned.shapes[side]);
  });
}

Suspects Comparer::FindSuspects(const ScannedRelation& scanned, const BothBuckets& buckets,
                                const PairedColumns& columns) const {
  Suspects suspects;
  DifferenceReader reader(readers_, scanned.shapes, columns.key, Extent::kWhole,
                          [&](const RowDifference& row) { suspects.Add(row.values()); });
  FindDifferentPlaces(readers_, scanned, buckets, effort_, [&](const DifferentPlaces& places) {
    if (!suspects.too_many()) reader.Add(places);
  });
  reader.Finish();
  if (suspects.empty()) ThrowWithoutDifference(scanned);
  return suspects;
}

void Comparer::FindRows(const ScannedRelation& scanned, const BothBuckets& buckets,
                        const ComparisonOptions& options, Comparison& comparison) const {
  DifferenceReader reader(readers_, scanned.shapes, comparison.columns.All(),
                          options.each ? Extent::kWhole : Extent::kBrief, [&](RowDifference&& row) {
                            if (options.each) {
                              options.each(comparison, row);
                            } else {
                              comparison.rows.push_back(std::move(row));
                            }
                          });
  std::size_t wanted = 0;
  FindDifferentPlaces(readers_, scanned, buckets, effort_, [&](const DifferentPlaces& places) {
    comparison.counts.Add(places.source.has_value(), places.target.has_value());
    if (!options.each && wanted == options.limit) return;
    ++wanted;
    reader.Add(places);
  });
  reader.Finish();
  if (comparison.counts.sum() == 0) ThrowWithoutDifference(scanned);
}

}  // namespace gonogo
