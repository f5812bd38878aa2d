// Compares values as texts, which is exact, and affordable because there are few rows.
#include "compare/recheck.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
using Key = std::vector<Value>;
using RowValues = std::vector<Value>;
// The rows of each key, sorted. A key that isn't unique may have several.
using RowsByKey = std::map<Key, std::vector<RowValues>>;

constexpr std::chrono::milliseconds kFirstPause{250};
constexpr std::chrono::milliseconds kLongestPause{8'000};
constexpr std::size_t kSuspectsPerRead = 500;

// One key whose rows differed.
struct Suspect {
  std::vector<RowDifference> rows;  // by the first comparison, then as last read
  std::int64_t found = 0;           // how many rows differed at first
  PerSide<std::vector<RowValues>> last_read;
  bool read = false;
  Clock::time_point changed;  // when a change was last seen
};
using Suspects = std::map<Key, Suspect>;

// True if the type is known to have `=`, for which there may be an index.
bool HasEquality(const ColumnPair& column) {
  const std::string& base = column.source.base;
  return base == column.target.base &&
         (base == "numeric" || base == "bpchar" || &NativeFormOf(column) != &TextForm());
}

// Keys are compared as texts. The additional `=` of the type only lets the server use an index.
// $1 text: a JSON list of lists, one per key.
std::string Statement(const RelationShape& shape, const PairedColumns& columns,
                      const std::string& where, SideName side, bool with_nulls) {
  const auto all = columns.All();
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    texts.push_back(fmt::format("{} AS \"{}\"", TextOf(all[i][side]), i));
  }
  std::vector<std::string> conditions;
  for (std::size_t i = 0; i < columns.key.size(); ++i) {
    const Column& column = columns.key[i][side];
    const std::string wanted = fmt::format("(\"gonogo key\" ->> {})", i);
    if (!with_nulls && HasEquality(columns.key[i])) {
      conditions.push_back(fmt::format("{} = {}::{}", column.quoted, wanted, column.type));
    }
    conditions.push_back(
        fmt::format("({}) COLLATE \"C\" IS NOT DISTINCT FROM {}", TextOf(column), wanted));
  }
  if (!where.empty()) conditions.push_back(fmt::format("(\n{}\n)", where));
  return fmt::format(
      "SELECT {} FROM {}, json_array_elements($1::json) AS \"gonogo keys\" (\"gonogo key\") "
      "WHERE {}",
      Join(texts, ", "), shape.rows(), Join(conditions, " AND "));
}

Json KeysOf(Suspects::const_iterator begin, Suspects::const_iterator end) {
  Json keys = Json::array();
  for (auto one = begin; one != end; ++one) {
    Json& list = keys.emplace_back(Json::array());
    for (const Value& value : one->first) list.push_back(value ? Json(*value) : Json(nullptr));
  }
  return keys;
}

RowsByKey ReadSide(Session& session, const RelationShape& shape, const PairedColumns& columns,
                   const std::string& where, SideName side, const Suspects& suspects) {
  const bool with_nulls = std::any_of(suspects.begin(), suspects.end(), [](const auto& one) {
    return std::find(one.first.begin(), one.first.end(), Value()) != one.first.end();
  });
  const std::string statement = Statement(shape, columns, where, side, with_nulls);
  const auto key_columns = static_cast<std::ptrdiff_t>(columns.key.size());
  RowsByKey found;
  for (auto begin = suspects.begin(); begin != suspects.end();) {
    auto end = begin;
    for (std::size_t i = 0; i < kSuspectsPerRead && end != suspects.end(); ++i) ++end;
    const Rows rows = session.Query(statement, {ToText(KeysOf(begin, end))});
    for (const RowValues& row : rows.values) {
      found[Key(row.begin(), row.begin() + key_columns)].push_back(row);
    }
    begin = end;
  }
  for (auto& [key, rows] : found) std::sort(rows.begin(), rows.end());
  return found;
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
  for (std::size_t i = 0; i < missing.size(); ++i) rows[i].source = missing[i];
  for (std::size_t i = 0; i < extra.size(); ++i) rows[i].target = extra[i];
  return rows;
}

class Rechecking {
 public:
  Rechecking(Pair& pair, const PerSide<const RelationShape&>& shapes, const std::string& where,
             Comparison& comparison)
      : pair_(pair), shapes_(shapes), where_(where), comparison_(comparison) {
    const auto key_columns = static_cast<std::ptrdiff_t>(comparison.columns.key.size());
    for (RowDifference& row : comparison.rows) {
      const RowValues& values = row.values();
      Suspect& suspect = suspects_[Key(values.begin(), values.begin() + key_columns)];
      suspect.changed = start_;
      ++suspect.found;
      suspect.rows.push_back(std::move(row));
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
  void ReadAgain() {
    const Pair::Sessions fresh = pair_.OpenFresh();
    const auto read = [&](SideName side) {
      return ReadSide(*fresh[side], shapes_[side], comparison_.columns, where_, side, suspects_);
    };
    const PerSide<RowsByKey> found{read(SideName::kSource), read(SideName::kTarget)};
    for (auto one = suspects_.begin(); one != suspects_.end();) {
      Suspect& suspect = one->second;
      PerSide<std::vector<RowValues>> now{RowsOf(found.source, one->first),
                                          RowsOf(found.target, one->first)};
      if (now.source == now.target) {
        comparison_.converged += suspect.found;
        one = suspects_.erase(one);
        continue;
      }
      const auto& before = suspect.last_read;
      if (suspect.read && (before.source != now.source || before.target != now.target)) {
        suspect.changed = Clock::now();
      }
      suspect.read = true;
      suspect.rows = Differences(now.source, now.target);
      suspect.last_read = std::move(now);
      ++one;
    }
  }

  // Rows that changed after `settled` are unsettled.
  void Conclude(Clock::time_point settled) {
    comparison_.rows.clear();
    comparison_.counts = {};
    for (auto& [key, suspect] : suspects_) {
      for (RowDifference& row : suspect.rows) {
        row.unsettled = suspect.changed > settled;
        comparison_.counts.Add(row.source.has_value(), row.target.has_value());
        comparison_.rows.push_back(std::move(row));
      }
    }
  }

  Pair& pair_;
  const PerSide<const RelationShape&>& shapes_;
  const std::string& where_;
  Comparison& comparison_;
  Clock::time_point start_ = Clock::now();
  Suspects suspects_;
};

}  // namespace

void Recheck(Pair& pair, const PerSide<const RelationShape&>& shapes, const std::string& where,
             std::chrono::milliseconds duration, Comparison& comparison) {
  Rechecking(pair, shapes, where, comparison).Until(Clock::now() + duration);
}

}  // namespace gonogo
