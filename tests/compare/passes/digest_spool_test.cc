// Tests that the spool returns each row once, and rows with one key together.
#include "compare/passes/digest_spool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace gonogo {
namespace {

constexpr std::int64_t kRowsForManyParts = 2'000'000;

// Returns `count` rows; each key has a few of them.
std::vector<DigestedRow> SomeRows(std::size_t count) {
  std::mt19937_64 random(count);
  std::vector<std::uint64_t> keys(count / 3 + 1);
  for (std::uint64_t& key : keys) key = random();
  std::vector<DigestedRow> rows;
  for (std::uint32_t i = 0; i < count; ++i) {
    rows.push_back({.key = keys[random() % keys.size()],
                    .digest = random(),
                    .place = {.part = i % 3, .block = i, .offset = 1},
                    .side = i % 2 == 1 ? SideName::kTarget : SideName::kSource});
  }
  return rows;
}

// Adds the rows in batches, as a scan does.
void AddAll(const std::vector<DigestedRow>& rows, DigestSpool& spool) {
  for (std::size_t i = 0; i < rows.size(); i += 700) {
    const auto end = std::min(i + 700, rows.size());
    spool.Add({rows.begin() + static_cast<std::ptrdiff_t>(i),
               rows.begin() + static_cast<std::ptrdiff_t>(end)});
  }
}

// Returns all rows, sorted. Each part must be sorted already.
std::vector<DigestedRow> TakeAll(DigestSpool& spool) {
  std::vector<DigestedRow> all;
  for (std::size_t part = 0; part < spool.parts(); ++part) {
    const auto rows = spool.Take(part);
    EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end())) << "part " << part;
    all.insert(all.end(), rows.begin(), rows.end());
  }
  std::sort(all.begin(), all.end());
  return all;
}

TEST(DigestSpool, ReturnsEachRowOnceFromMemory) {
  auto rows = SomeRows(5'000);
  DigestSpool spool(5'000);
  AddAll(rows, spool);
  EXPECT_EQ(spool.parts(), 1U);
  std::sort(rows.begin(), rows.end());
  EXPECT_EQ(TakeAll(spool), rows);
}

TEST(DigestSpool, ReturnsEachRowOnceFromFiles) {
  auto rows = SomeRows(100'000);
  DigestSpool spool(kRowsForManyParts);
  AddAll(rows, spool);
  EXPECT_GT(spool.parts(), 1U);
  std::sort(rows.begin(), rows.end());
  EXPECT_EQ(TakeAll(spool), rows);
}

TEST(DigestSpool, KeepsRowsOfOneKeyInOnePart) {
  DigestSpool spool(kRowsForManyParts);
  AddAll(SomeRows(10'000), spool);
  std::map<std::uint64_t, std::size_t> part_of;
  for (std::size_t part = 0; part < spool.parts(); ++part) {
    for (const DigestedRow& row : spool.Take(part)) {
      EXPECT_EQ(part_of.emplace(row.key, part).first->second, part);
    }
  }
}

TEST(DigestSpool, IsEmptyIfNothingWasAdded) {
  DigestSpool in_memory(0);
  EXPECT_TRUE(TakeAll(in_memory).empty());
  DigestSpool in_files(kRowsForManyParts);
  EXPECT_TRUE(TakeAll(in_files).empty());
}

// Even if the estimated number of rows was wrong.
TEST(DigestSpool, OpensAtMostSoManyFiles) {
  EXPECT_EQ(DigestSpool(1'000'000'000'000).parts(), 512U);
}

}  // namespace
}  // namespace gonogo
