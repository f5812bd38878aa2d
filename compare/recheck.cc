// Values are compared as texts here: there are few rows, and nothing is stronger.
#include "compare/recheck.h"

#include <algorithm>
#include <map>

#include "core/text/json.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
using Key = std::vector<Value>;
using RowValues = std::vector<Value>;
// All rows of a key, sorted: it may have several where nothing keeps it unique.
using RowsByKey = std::map<Key, std::vector<RowValues>>;

constexpr std::chrono::milliseconds kFirstPause{250};
constexpr std::chrono::milliseconds kLongestPause{8'000};
constexpr std::size_t kBatch = 500;

struct Suspect {
  std::vector<RowDifference> rows;  // as found first, then as last read
  std::int64_t found = 0;           // number of rows that differed first
  std::vector<RowValues> source;    // as last read
  std::vector<RowValues> target;
  bool read = false;
  Clock::time_point moved;  // when it was last seen to have changed
};
using Suspects = std::map<Key, Suspect>;

// Whether `=` of the type can be relied on to be there, and so perhaps an index.
bool HasEquality(const ColumnPair& column) {
  const std::string& base = column.source.base;
  return base == column.target.base &&
         (base == "numeric" || base == "bpchar" || &NativeFormOf(column) != &TextForm());
}

// A key is the text of its values; equality by the type only helps to find it. $1 text: a list of
// JSON lists, one for each key.
std::string Statement(const RelationShape& shape, const PairedColumns& columns,
                      const std::string& where, bool target_side, bool with_nulls) {
  const auto all = columns.All();
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    texts.push_back(TextOf(all[i].On(target_side)) + " AS \"" + std::to_string(i) + "\"");
  }
  std::vector<std::string> conditions;
  for (std::size_t i = 0; i < columns.key.size(); ++i) {
    const Column& column = columns.key[i].On(target_side);
    const std::string wanted = "(\"gonogo key\" ->> " + std::to_string(i) + ")";
    if (!with_nulls && HasEquality(columns.key[i])) {
      conditions.push_back(column.quoted + " = " + wanted + "::" + column.type);
    }
    conditions.push_back("(" + TextOf(column) + ") COLLATE \"C\" IS NOT DISTINCT FROM " + wanted);
  }
  if (!where.empty()) conditions.push_back("(\n" + where + "\n)");
  return "SELECT " + Join(texts, ", ") + " FROM " + shape.rows() +
         ", json_array_elements($1::json) AS \"gonogo keys\" (\"gonogo key\") WHERE " +
         Join(conditions, " AND ");
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
                   const std::string& where, bool target_side, const Suspects& suspects) {
  const bool with_nulls = std::any_of(suspects.begin(), suspects.end(), [](const auto& one) {
    return std::find(one.first.begin(), one.first.end(), Value()) != one.first.end();
  });
  const std::string statement = Statement(shape, columns, where, target_side, with_nulls);
  const auto key_columns = static_cast<std::ptrdiff_t>(columns.key.size());
  RowsByKey found;
  for (auto begin = suspects.begin(); begin != suspects.end();) {
    auto end = begin;
    for (std::size_t i = 0; i < kBatch && end != suspects.end(); ++i) ++end;
    const Rows rows = session.Query(statement, {ToText(KeysOf(begin, end))});
    for (const RowValues& row : rows.values) {
      found[Key(row.begin(), row.begin() + key_columns)].push_back(row);
    }
    begin = end;
  }
  for (auto& [key, rows] : found) std::sort(rows.begin(), rows.end());
  return found;
}

std::vector<RowValues> Found(const RowsByKey& rows, const Key& key) {
  const auto of_key = rows.find(key);
  return of_key == rows.end() ? std::vector<RowValues>() : of_key->second;
}

// What is left of both where equal rows cancel each other.
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
  Rechecking(Pair& pair, const RelationShape& source, const RelationShape& target,
             std::string where, Comparison& comparison)
      : pair_(pair),
        source_(source),
        target_(target),
        where_(std::move(where)),
        comparison_(comparison) {
    const auto key_columns = static_cast<std::ptrdiff_t>(comparison.columns.key.size());
    for (RowDifference& row : comparison.rows) {
      const RowValues& values = row.values();
      Suspect& suspect = suspects_[Key(values.begin(), values.begin() + key_columns)];
      suspect.moved = start_;
      ++suspect.found;
      suspect.rows.push_back(std::move(row));
    }
  }

  // Reads again at least once.
  void Until(Clock::time_point deadline) {
    auto pause = kFirstPause;
    for (bool more = true; more && !suspects_.empty();) {
      pair_.SleepUntil(Clock::now() + pause);
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
    const RowsByKey source =
        ReadSide(*fresh.source, source_, comparison_.columns, where_, false, suspects_);
    const RowsByKey target =
        ReadSide(*fresh.target, target_, comparison_.columns, where_, true, suspects_);
    for (auto one = suspects_.begin(); one != suspects_.end();) {
      Suspect& suspect = one->second;
      auto source_now = Found(source, one->first);
      auto target_now = Found(target, one->first);
      if (source_now == target_now) {
        comparison_.converged += suspect.found;
        one = suspects_.erase(one);
        continue;
      }
      if (suspect.read && (suspect.source != source_now || suspect.target != target_now)) {
        suspect.moved = Clock::now();
      }
      suspect.read = true;
      suspect.rows = Differences(source_now, target_now);
      suspect.source = std::move(source_now);
      suspect.target = std::move(target_now);
      ++one;
    }
  }

  void Conclude(Clock::time_point settled) {
    comparison_.rows.clear();
    comparison_.counts = {};
    for (auto& [key, suspect] : suspects_) {
      for (RowDifference& row : suspect.rows) {
        row.unsettled = suspect.moved > settled;
        comparison_.counts.Add(row.source.has_value(), row.target.has_value());
        comparison_.rows.push_back(std::move(row));
      }
    }
  }

  Pair& pair_;
  const RelationShape& source_;
  const RelationShape& target_;
  std::string where_;
  Comparison& comparison_;
  Clock::time_point start_ = Clock::now();
  Suspects suspects_;
};

}  // namespace

void Recheck(Pair& pair, const RelationShape& source, const RelationShape& target,
             const std::string& where, std::chrono::milliseconds deadline, Comparison& comparison) {
  Rechecking(pair, source, target, where, comparison).Until(Clock::now() + deadline);
}

}  // namespace gonogo
