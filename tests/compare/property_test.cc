// Damages random tables at random and compares: the findings must be exactly the damage.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/text/text.h"
#include "tests/compare/compared.h"
#include "tests/compare/sample_types.h"

namespace gonogo::testing_support {
namespace {

using Values = std::vector<Value>;
// A row on both sides; nothing if a side doesn't have it.
using Difference = std::pair<std::optional<Values>, std::optional<Values>>;

class RandomTable {
 public:
  explicit RandomTable(unsigned seed) : random_(seed) {
    key_columns_ = Below(3);
    for (std::size_t i = 0; i < key_columns_; ++i) {
      columns_.push_back({"k" + std::to_string(i), i == 0 ? "bigint" : "text", {}, true});
    }
    const std::size_t others = key_columns_ == 0 ? 1 + Below(9) : Below(10);
    for (std::size_t i = 0; i < others; ++i) {
      const SampleType& type = SampleTypes()[Below(SampleTypes().size())];
      columns_.push_back({"v" + std::to_string(i), type.type, type.values, Below(2) == 0});
    }
    for (std::size_t i = Below(4) == 0 ? 0 : Below(300); i > 0; --i) source_.push_back(NewRow());
    target_ = source_;
  }

  bool has_key() const { return key_columns_ > 0; }

  // Creates the table on a side, with columns and rows in a random order.
  std::string Sql(bool target_side) {
    std::vector<std::size_t> order(columns_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    if (target_side) std::shuffle(order.begin(), order.end(), random_);
    std::vector<std::string> declared;
    for (const std::size_t i : order) {
      declared.push_back(columns_[i].name + " " + columns_[i].type +
                         (columns_[i].not_null ? " NOT NULL" : ""));
    }
    if (key_columns_ == 1) declared.emplace_back("PRIMARY KEY (k0)");
    if (key_columns_ == 2) declared.emplace_back("PRIMARY KEY (k0, k1)");
    std::vector<Values> rows = target_side ? target_ : source_;
    std::shuffle(rows.begin(), rows.end(), random_);
    std::vector<std::string> literals;
    for (const Values& row : rows) {
      std::vector<std::string> words;
      for (const std::size_t i : order) words.push_back(Literal(row[i]));
      literals.push_back("(" + Join(words, ", ") + ")");
    }
    return "DROP TABLE IF EXISTS t; CREATE TABLE t (" + Join(declared, ", ") + ");" +
           (rows.empty() ? "" : "INSERT INTO t VALUES " + Join(literals, ",\n"));
  }

  // Deletes, changes and inserts rows on the target. Returns the differences, sorted.
  std::vector<Difference> Damage() {
    std::vector<Difference> done;
    std::shuffle(target_.begin(), target_.end(), random_);
    for (std::size_t i = std::min(Below(4), target_.size()); i > 0; --i) {
      done.push_back({target_.back(), {}});
      target_.pop_back();
    }
    const std::size_t to_change = std::min(Below(4), target_.size());
    for (std::size_t i = 0; i < to_change; ++i) {
      const Values before = target_[i];
      Change(target_[i]);
      if (target_[i] != before) done.emplace_back(before, target_[i]);
    }
    for (std::size_t i = Below(4); i > 0; --i) {
      // Without a key, a copy of an existing row is a difference too.
      const bool again = !has_key() && !target_.empty() && Below(2) == 0;
      target_.push_back(again ? Values(target_.front()) : NewRow());
      done.push_back({{}, target_.back()});
    }
    return has_key() ? Sorted(done) : OneByOne();
  }

 private:
  struct Column {
    std::string name;
    std::string type;
    std::vector<std::string> values;  // none: a part of the key
    bool not_null;
  };

  std::size_t Below(std::size_t count) { return random_() % count; }

  Value AnyOf(const Column& column) {
    if (!column.not_null && Below(4) == 0) return {};
    return column.values[Below(column.values.size())];
  }

  Values NewRow() {
    const std::size_t number = next_++;
    Values row;
    if (key_columns_ == 1) row = {std::to_string(number << 20U)};
    if (key_columns_ == 2) row = {std::to_string(number / 7), "k" + std::to_string(number % 7)};
    for (std::size_t i = key_columns_; i < columns_.size(); ++i) row.push_back(AnyOf(columns_[i]));
    return row;
  }

  // One value or several.
  void Change(Values& row) {
    for (std::size_t times = 1 + Below(3); times > 0 && columns_.size() > key_columns_; --times) {
      const std::size_t i = key_columns_ + Below(columns_.size() - key_columns_);
      row[i] = AnyOf(columns_[i]);
    }
  }

  static std::vector<Difference> Sorted(std::vector<Difference> differences) {
    std::sort(differences.begin(), differences.end());
    return differences;
  }

  // Without a key: the rows of which one side has more copies than the other.
  std::vector<Difference> OneByOne() const {
    auto source = source_;
    auto target = target_;
    std::sort(source.begin(), source.end());
    std::sort(target.begin(), target.end());
    std::vector<Values> missing;
    std::vector<Values> extra;
    std::set_difference(source.begin(), source.end(), target.begin(), target.end(),
                        std::back_inserter(missing));
    std::set_difference(target.begin(), target.end(), source.begin(), source.end(),
                        std::back_inserter(extra));
    std::vector<Difference> differences;
    for (const Values& row : missing) differences.push_back({row, {}});
    for (const Values& row : extra) differences.push_back({{}, row});
    return Sorted(differences);
  }

  std::mt19937 random_;
  std::size_t next_ = 0;
  std::size_t key_columns_;
  std::vector<Column> columns_;
  std::vector<Values> source_;
  std::vector<Values> target_;
};

std::vector<Difference> DifferencesOf(const Comparison& comparison) {
  std::vector<Difference> differences;
  for (const RowDifference& row : comparison.rows) {
    differences.emplace_back(row.source, row.target);
  }
  std::sort(differences.begin(), differences.end());
  return differences;
}

// All rounds share the databases, because creating one takes longer than a round.
class RandomTables : public testing::TestWithParam<unsigned> {
 protected:
  static void SetUpTestSuite() {
    databases_ = std::make_unique<BothDatabases>("random_tables");
    databases_->OnBoth(kSampleTypesSql);
  }
  static void TearDownTestSuite() { databases_.reset(); }

  static std::unique_ptr<BothDatabases> databases_;
};

std::unique_ptr<BothDatabases> RandomTables::databases_;

TEST_P(RandomTables, DifferExactlyInTheDamage) {
  RandomTable table(GetParam());
  const ComparedRelation relation{
      .source = "t", .target = "t", .method = MethodNamed(MethodNames()[GetParam() % 3])};
  const std::string source = table.Sql(false);
  databases_->OnSource(source);
  databases_->OnTarget(table.Sql(true));
  SCOPED_TRACE(source);
  const First first = GetParam() % 2 == 0 ? First::kTotals : First::kBuckets;
  const Comparison equal = Compared(*databases_, relation, first);
  EXPECT_TRUE(equal.equal()) << Describe(equal.counts);
  EXPECT_EQ(equal.digests.source, equal.digests.target);

  const auto damage = table.Damage();
  databases_->OnTarget(table.Sql(true));
  const Comparison damaged = Compared(*databases_, relation, first);
  EXPECT_EQ(DifferencesOf(damaged), damage);
  EXPECT_EQ(damaged.equal(), damage.empty());
  EXPECT_EQ(damaged.counts.sum(), static_cast<std::int64_t>(damage.size()));
  EXPECT_EQ(damaged.row_counts.target - damaged.row_counts.source,
            damaged.counts.extra - damaged.counts.missing);
}

INSTANTIATE_TEST_SUITE_P(Seed, RandomTables, testing::Range(1U, 10U));
INSTANTIATE_TEST_SUITE_P(Slow, RandomTables, testing::Range(10U, 61U));

}  // namespace
}  // namespace gonogo::testing_support
