// Values are compared as texts here: there are few rows, and nothing is stronger.
#include "compare/recheck.h"

#include <algorithm>
#include <map>
#include <thread>

#include "core/error.h"
#include "core/json.h"
#include "core/text.h"

namespace gonogo {
namespace {

using Clock = std::chrono::steady_clock;
using Key = std::vector<Value>;
using RowsByKey = std::map<Key, std::vector<Value>>;

constexpr std::chrono::milliseconds kFirstPause{250};
constexpr std::chrono::milliseconds kLongestPause{8'000};
constexpr std::chrono::milliseconds kNap{50};  // between two looks for an interruption
constexpr std::size_t kBatch = 500;

struct Suspect {
  RowDifference row;
  Clock::time_point moved;  // when it was last seen to have changed
};
using Suspects = std::map<Key, Suspect>;

// What UPDATE would name: a partitioned table, or a table without its inheritance children.
std::string RowsOf(const RelationShape& shape) {
  const std::string alone = "ONLY " + shape.quoted;
  return shape.parts.size() == 1 && shape.parts.front().from == alone ? alone : shape.quoted;
}

// $1: a list of JSON lists, one for each row's key.
std::string Statement(const RelationShape& shape, const PairedColumns& columns, bool target_side) {
  const auto all = columns.All();
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < all.size(); ++i) {
    texts.push_back(TextOf(all[i].On(target_side)) + " AS \"" + std::to_string(i) + "\"");
  }
  std::vector<std::string> names;
  std::vector<std::string> wanted;
  for (std::size_t i = 0; i < columns.key.size(); ++i) {
    const Column& column = columns.key[i].On(target_side);
    names.push_back(column.quoted);
    wanted.push_back("(k.v ->> " + std::to_string(i) + ")::" + column.type);
  }
  return "SELECT " + Join(texts, ", ") + " FROM " + RowsOf(shape) + " WHERE (" + Join(names, ", ") +
         ") IN (SELECT " + Join(wanted, ", ") + " FROM json_array_elements($1::json) AS k (v))";
}

void ReadBatch(Session& session, const std::string& statement, const Json& keys,
               std::size_t key_columns, RowsByKey& found) {
  const Rows rows = session.Query(statement, {Dumped(keys)});
  for (const std::vector<Value>& row : rows.values) {
    found[Key(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(key_columns))] = row;
  }
}

RowsByKey ReadSide(Session& session, const RelationShape& shape, const PairedColumns& columns,
                   bool target_side, const Suspects& suspects) {
  const std::string statement = Statement(shape, columns, target_side);
  RowsByKey found;
  Json keys = Json::array();
  for (const auto& [key, suspect] : suspects) {
    Json& list = keys.emplace_back(Json::array());
    for (const Value& value : key) list.push_back(value ? Json(*value) : Json(nullptr));
    if (keys.size() < kBatch) continue;
    ReadBatch(session, statement, keys, columns.key.size(), found);
    keys = Json::array();
  }
  if (!keys.empty()) ReadBatch(session, statement, keys, columns.key.size(), found);
  return found;
}

std::vector<Value> Found(const RowsByKey& rows, const Key& key) {
  const auto row = rows.find(key);
  return row == rows.end() ? std::vector<Value>() : row->second;
}

class Rechecking {
 public:
  Rechecking(Pair& pair, const RelationShape& source, const RelationShape& target,
             Comparison& comparison)
      : pair_(pair), source_(source), target_(target), comparison_(comparison) {
    const std::size_t key_columns = comparison.columns.key.size();
    for (RowDifference& row : comparison.rows) {
      const auto& values = row.missing() ? row.source : row.target;
      Key key(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(key_columns));
      suspects_.emplace(std::move(key), Suspect{std::move(row), start_});
    }
  }

  void Until(Clock::time_point deadline) {
    auto pause = kFirstPause;
    for (auto next = start_ + pause; !suspects_.empty() && next <= deadline;
         next = Clock::now() + pause) {
      SleepUntil(next);
      ReadAgain();
      pause = std::min(2 * pause, kLongestPause);
      if (Clock::now() < deadline && Clock::now() + pause > deadline) {
        pause = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
      }
    }
    const auto settled = start_ + (deadline - start_) / 2;
    comparison_.rows.clear();
    comparison_.counts = {};
    for (auto& [key, suspect] : suspects_) {
      suspect.row.unsettled = suspect.moved > settled;
      ++(suspect.row.missing() ? comparison_.counts.missing
         : suspect.row.extra() ? comparison_.counts.extra
                               : comparison_.counts.different);
      comparison_.rows.push_back(std::move(suspect.row));
    }
  }

 private:
  void SleepUntil(Clock::time_point time) const {
    while (Clock::now() < time) {
      if (pair_.IsCancelled()) throw DatabaseError("cancelled", "57014");
      std::this_thread::sleep_for(kNap);
    }
  }

  void ReadAgain() {
    const Pair::Sessions fresh = pair_.OpenFresh();
    const RowsByKey source =
        ReadSide(*fresh.source, source_, comparison_.columns, false, suspects_);
    const RowsByKey target = ReadSide(*fresh.target, target_, comparison_.columns, true, suspects_);
    for (auto one = suspects_.begin(); one != suspects_.end();) {
      RowDifference now{.source = Found(source, one->first), .target = Found(target, one->first)};
      if (now.source == now.target) {
        ++comparison_.converged;
        one = suspects_.erase(one);
        continue;
      }
      RowDifference& before = one->second.row;
      if (now.source != before.source || now.target != before.target) {
        one->second.moved = Clock::now();
        before = std::move(now);
      }
      ++one;
    }
  }

  Pair& pair_;
  const RelationShape& source_;
  const RelationShape& target_;
  Comparison& comparison_;
  Clock::time_point start_ = Clock::now();
  Suspects suspects_;
};

}  // namespace

void Recheck(Pair& pair, const RelationShape& source, const RelationShape& target,
             std::chrono::milliseconds deadline, Comparison& comparison) {
  Rechecking(pair, source, target, comparison).Until(Clock::now() + deadline);
}

}  // namespace gonogo
