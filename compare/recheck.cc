// Compares digests of rows while it waits, and reads values only of the rows that remain, in the
// snapshots in which they last differed.
#include "compare/recheck.h"

#include <fmt/format.h>

#include <algorithm>

#include "compare/passes/keyed_rows.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kFirstPause{250};
constexpr std::chrono::milliseconds kLongestPause{8'000};

// One key whose rows differed. Its rows are digests, each with its number of bytes.
struct Suspect {
  std::int64_t found = 0;  // how many rows differed at first
  PerSide<std::vector<RowValues>> last_read;
  bool read = false;
  Clock::time_point changed;  // when a change was last seen
};
using SuspectsByKey = std::map<Key, Suspect>;
using Range = std::pair<SuspectsByKey::const_iterator, SuspectsByKey::const_iterator>;

std::int64_t BytesOf(const Key& key) {
  std::int64_t bytes = 0;
  for (const Value& value : key) bytes += value ? static_cast<std::int64_t>(value->size()) : 0;
  return bytes;
}

// The bytes of all rows of a key, by the last digests.
std::int64_t BytesOf(const Suspect& suspect) {
  std::int64_t bytes = 0;
  for (const SideName side : kBothSides) {
    for (const RowValues& row : suspect.last_read[side]) {
      bytes += ParseInteger(row.back().value()).value();
    }
  }
  return bytes;
}

// Cuts the suspects into ranges, each with at most `most` keys and kBatchBytes.
template <typename Bytes>
std::vector<Range> Batches(const SuspectsByKey& suspects, std::size_t most, Bytes bytes_of) {
  std::vector<Range> batches;
  auto begin = suspects.begin();
  std::size_t keys = 0;
  std::int64_t bytes = 0;
  for (auto one = suspects.begin(); one != suspects.end(); ++one) {
    const std::int64_t more = bytes_of(*one);
    if (keys > 0 && (keys == most || bytes + more > kBatchBytes)) {
      batches.emplace_back(begin, one);
      begin = one;
      keys = 0;
      bytes = 0;
    }
    ++keys;
    bytes += more;
  }
  if (keys > 0) batches.emplace_back(begin, suspects.end());
  return batches;
}

std::vector<RowValues> RowsOf(const RowsByKey& rows, const Key& key) {
  const auto of_key = rows.find(key);
  return of_key == rows.end() ? std::vector<RowValues>() : of_key->second;
}

// Returns the rows without an equal row on the other side, paired in order.
std::vector<RowDifference> Differences(const std::vector<RowValues>& source,
                                       const std::vector<RowValues>& target) {
  std::vector<RowValues> missing;
  std::vector<RowValues> extra;
  std::set_difference(source.begin(), source.end(), target.begin(), target.end(),
                      std::back_inserter(missing));
  std::set_difference(target.begin(), target.end(), source.begin(), source.end(),
                      std::back_inserter(extra));
  std::vector<RowDifference> rows(std::max(missing.size(), extra.size()));
  for (std::size_t i = 0; i < missing.size(); ++i) rows[i].source = std::move(missing[i]);
  for (std::size_t i = 0; i < extra.size(); ++i) rows[i].target = std::move(extra[i]);
  return rows;
}

class Rechecking {
 public:
  Rechecking(Pair& pair, const PerSide<const RelationShape&>& shapes,
             const ComparedRelation& relation, const Suspects& suspects,
             const ComparisonOptions& options, Comparison& comparison)
      : pair_(pair),
        shapes_(shapes),
        where_(relation.where),
        options_(options),
        comparison_(comparison),
        columns_(comparison.columns.All().size()) {
    for (const auto& [key, rows] : suspects.keys()) {
      suspects_[key] = {.found = rows, .last_read = {}, .changed = start_};
    }
  }

  // Rereads at least once.
  void Until(Clock::time_point deadline) {
    auto pause = kFirstPause;
    for (bool more = true; more && !suspects_.empty();) {
      pair_.cancellation().SleepUntil(Clock::now() + pause);
      ReadAgain();
      const auto left = deadline - Clock::now();
      more = left > Clock::duration::zero();
      pause =
          std::min({2 * pause, kLongestPause, std::chrono::ceil<std::chrono::milliseconds>(left)});
    }
    Conclude(start_ + (deadline - start_) / 2);
  }

 private:
  PerSide<RowsByKey> Read(const Range& suspects, const std::vector<std::string>& wanted) {
    const auto of_side = [&](SideName side) { return ReadSide(side, suspects, wanted); };
    return {of_side(SideName::kSource), of_side(SideName::kTarget)};
  }

  RowsByKey ReadSide(SideName side, const Range& suspects, const std::vector<std::string>& wanted) {
    std::vector<Key> keys;
    for (auto one = suspects.first; one != suspects.second; ++one) keys.push_back(one->first);
    return RowsOfKeys(*fresh_[side], shapes_[side], comparison_.columns, where_, side, keys,
                      wanted);
  }

  void ReadAgain() {
    fresh_ = pair_.OpenFresh();
    const auto batches =
        Batches(suspects_, kBatchRows, [](const auto& one) { return BytesOf(one.first); });
    std::vector<Key> equal;
    for (const Range& batch : batches) {
      const PerSide<RowsByKey> found = Read(batch, DigestAndBytes(columns_));
      for (auto one = batch.first; one != batch.second; ++one) {
        Suspect& suspect = suspects_.at(one->first);
        PerSide<std::vector<RowValues>> now{RowsOf(found.source, one->first),
                                            RowsOf(found.target, one->first)};
        if (now.source == now.target) {
          equal.push_back(one->first);
        } else {
          Update(suspect, std::move(now));
        }
      }
    }
    for (const Key& key : equal) {
      comparison_.converged += suspects_.at(key).found;
      suspects_.erase(key);
    }
  }

  static void Update(Suspect& suspect, PerSide<std::vector<RowValues>> now) {
    const auto& before = suspect.last_read;
    if (suspect.read && (before.source != now.source || before.target != now.target)) {
      suspect.changed = Clock::now();
    }
    suspect.read = true;
    suspect.last_read = std::move(now);
  }

  // Rows that changed after `settled` are unsettled.
  void Conclude(Clock::time_point settled) {
    for (const auto& [key, suspect] : suspects_) {
      for (const RowDifference& row :
           Differences(suspect.last_read.source, suspect.last_read.target)) {
        comparison_.counts.Add(row.source.has_value(), row.target.has_value());
      }
    }
    const Extent extent = options_.each ? Extent::kWhole : Extent::kBrief;
    const std::size_t most = options_.each ? kBatchRows : BriefRowsPerBatch(columns_);
    const auto batches = Batches(suspects_, most, [&](const auto& one) {
      return extent == Extent::kWhole ? BytesOf(one.second) : BytesOf(one.first);
    });
    for (const Range& batch : batches) {
      if (!options_.each && comparison_.rows.size() >= options_.limit) break;
      const PerSide<RowsByKey> found = Read(batch, AllValues(columns_, extent));
      for (auto one = batch.first; one != batch.second; ++one) {
        PassOn(Differences(RowsOf(found.source, one->first), RowsOf(found.target, one->first)),
               one->second.changed > settled);
      }
    }
  }

  void PassOn(std::vector<RowDifference> rows, bool unsettled) {
    for (RowDifference& row : rows) {
      row.unsettled = unsettled;
      if (options_.each) {
        options_.each(comparison_, row);
      } else if (comparison_.rows.size() < options_.limit) {
        comparison_.rows.push_back(std::move(row));
      }
    }
  }

  Pair& pair_;
  const PerSide<const RelationShape&>& shapes_;
  const std::string& where_;
  const ComparisonOptions& options_;
  Comparison& comparison_;
  std::size_t columns_;
  Clock::time_point start_ = Clock::now();
  SuspectsByKey suspects_;
  Pair::Sessions fresh_;  // with the snapshots of the last reading
};

}  // namespace

void Suspects::Add(std::vector<Value> key) {
  ++rows_;
  if (too_many()) return;
  const std::int64_t rows = ++keys_[key];
  if (rows == 1) bytes_ += static_cast<std::size_t>(BytesOf(key));
}

void Recheck(Pair& pair, const PerSide<const RelationShape&>& shapes,
             const ComparedRelation& relation, const Suspects& suspects,
             const ComparisonOptions& options, Comparison& comparison) {
  Rechecking(pair, shapes, relation, suspects, options, comparison)
      .Until(Clock::now() + relation.recheck);
}

}  // namespace gonogo
