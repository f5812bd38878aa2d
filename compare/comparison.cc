// Shapes -> columns -> digest -> first pass -> where it says "different", second pass -> rows.
#include "compare/comparison.h"

#include "compare/recheck.h"
#include "core/error.h"
#include "core/text/text.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

// Rows that differ are read again in batches of so many.
constexpr std::size_t kBatch = 500;
// From here on a range of ctid is found without reading what lies before it.
constexpr std::int64_t kFindsBlocks = 140'000;

std::vector<RelationName> Names(const std::vector<ComparedRelation>& relations,
                                std::string ComparedRelation::*side) {
  std::vector<RelationName> names;
  for (const ComparedRelation& relation : relations) {
    names.push_back(ParseRelationName(relation.*side));
  }
  return names;
}

const RelationShape& Shape(const std::map<std::string, RelationShape>& shapes,
                           const std::string& name, const std::string& side) {
  const auto found = shapes.find(Normalised(name));
  if (found == shapes.end()) throw NoSuchRelation(side, name);
  if (!found->second.fault.empty()) throw DatabaseError(side + ": " + found->second.fault, "42809");
  return found->second;
}

// Settings hold for one transaction, and each reader is one.
void Set(const std::vector<Session*>& sessions) {
  for (Session* const session : sessions) session->Query(sql::kComparisonSettings, {});
}

}  // namespace

void Counts::Add(bool on_source, bool on_target) {
  ++(!on_target ? missing : !on_source ? extra : different);
}

std::string Describe(const Counts& counts) {
  std::vector<std::string> words;
  const auto say = [&](std::int64_t count, const std::string& what) {
    if (count > 0) words.push_back(Counted(count, "row") + " " + what);
  };
  say(counts.missing, "missing");
  say(counts.extra, "extra");
  say(counts.different, "different");
  return words.empty() ? "no row different" : Join(words, ", ");
}

std::string KeyInWords(const Comparison& comparison, const RowDifference& row) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < comparison.columns.key.size(); ++i) {
    words.push_back(comparison.columns.key[i].source.name + "=" + row.values()[i].value_or("NULL"));
  }
  return Join(words, ", ");
}

std::string ShownValue(const Value& value) { return value ? "'" + *value + "'" : "NULL"; }

Comparer::Comparer(Pair& pair, const std::vector<ComparedRelation>& relations, Effort effort)
    : pair_(pair),
      effort_(std::move(effort)),
      readers_(pair.OpenReaders(effort_.jobs)),
      source_shapes_(ReadShapes(pair.Source(), Names(relations, &ComparedRelation::source))),
      target_shapes_(ReadShapes(pair.Target(), Names(relations, &ComparedRelation::target))),
      canary_(pair.Source(), pair.Target()) {
  Set(readers_.source);
  Set(readers_.target);
}

const RelationShape& Comparer::SourceShape(const ComparedRelation& relation) const {
  return Shape(source_shapes_, relation.source, "source");
}

const RelationShape& Comparer::TargetShape(const ComparedRelation& relation) const {
  return Shape(target_shapes_, relation.target, "target");
}

bool Comparer::IsOnOneSideOnly(const ComparedRelation& relation) const {
  return source_shapes_.contains(Normalised(relation.source)) !=
         target_shapes_.contains(Normalised(relation.target));
}

Comparison Comparer::Compare(const ComparedRelation& relation, const ComparisonOptions& wanted) {
  const RelationShape& source = SourceShape(relation);
  const RelationShape& target = TargetShape(relation);
  Comparison comparison{.columns = PairColumns(relation, source, target)};
  const RowDigest digest(comparison.columns, relation.method, canary_);
  comparison.method = digest.Describe();
  const ScannedRelation scanned{
      .source = source,
      .target = target,
      .digest = digest,
      .where = relation.where,
      .source_by_block = pair_.source_side().identity->version_num >= kFindsBlocks,
      .target_by_block = pair_.target_side().identity->version_num >= kFindsBlocks,
      .source_sessions = readers_.source,
      .target_sessions = readers_.target};
  const BothBuckets buckets = SumUp(scanned, effort_);
  comparison.source_rows = buckets.source.rows();
  comparison.target_rows = buckets.target.rows();
  comparison.source_digest = buckets.source.Digest(digest.limbs());
  comparison.target_digest = buckets.target.Digest(digest.limbs());
  if (buckets.source.buckets == buckets.target.buckets) return comparison;
  const bool may_lag = relation.recheck.count() > 0 && !comparison.columns.key.empty();
  if (!may_lag) {
    FindRows(scanned, buckets, wanted, comparison);
    return comparison;
  }
  FindRows(scanned, buckets, {.limit = kMostSuspects}, comparison);
  if (comparison.counts.sum() > static_cast<std::int64_t>(kMostSuspects)) {
    comparison.counts = {};
    comparison.rows.clear();
    FindRows(scanned, buckets, wanted, comparison);
    return comparison;
  }
  Recheck(pair_, source, target, relation.where, relation.recheck, comparison);
  if (wanted.each) {
    for (const RowDifference& row : comparison.rows) wanted.each(comparison, row);
    comparison.rows.clear();
  } else if (comparison.rows.size() > wanted.limit) {
    comparison.rows.resize(wanted.limit);
  }
  return comparison;
}

void Comparer::FindRows(const ScannedRelation& scanned, const BothBuckets& buckets,
                        const ComparisonOptions& wanted, Comparison& comparison) {
  std::vector<DifferentPlaces> batch;
  std::size_t asked_for = 0;
  const auto read = [&] {
    for (RowDifference& row :
         ReadRows(*readers_.source.front(), scanned.source, *readers_.target.front(),
                  scanned.target, comparison.columns.All(), batch)) {
      if (wanted.each) {
        wanted.each(comparison, row);
      } else {
        comparison.rows.push_back(std::move(row));
      }
    }
    batch.clear();
  };
  FindDifferences(scanned, buckets, effort_, [&](const DifferentPlaces& places) {
    comparison.counts.Add(places.source.has_value(), places.target.has_value());
    if (!wanted.each && asked_for == wanted.limit) return;
    ++asked_for;
    batch.push_back(places);
    if (batch.size() == kBatch) read();
  });
  read();
  if (comparison.counts.sum() == 0) {
    throw DatabaseError(QuotedName(scanned.source.name) +
                            ": digests differ, and no row that differs was found; use \"method\": "
                            "\"sha256\", and report this",
                        "");
  }
}

}  // namespace gonogo
