// Reads the values of rows that differ, by their place, as texts for people and patches.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compare/forms/compared_relation.h"
#include "compare/passes/difference_pass.h"

namespace gonogo {

// One row that differs: the values of each side that has the row, in the order of
// PairedColumns::All().
struct RowDifference : PerSide<std::optional<std::vector<Value>>> {
  bool unsettled = false;  // it still changed in the second half of the time to recheck

  bool missing() const { return !target; }
  bool extra() const { return !source; }
  // Returns the values of a side that has the row: the target's if both have it.
  const std::vector<Value>& values() const { return target ? *target : *source; }
  // True if both sides have the row and the column differs.
  bool DiffersIn(std::size_t column) const {
    return source && target && (*source)[column] != (*target)[column];
  }
};

// How much of each value is read: see Brief(), or all of it.
enum class Extent { kBrief, kWhole };

// What a batch of rows may take, on one side. One row alone may take more.
inline constexpr std::int64_t kBatchBytes = 8'000'000;
inline constexpr std::size_t kBatchRows = 500;

// Returns how many rows with that many brief values a batch may have.
std::size_t BriefRowsPerBatch(std::size_t columns);

// Returns the texts of one side's columns, as a row of a FROM clause that follows the relation in
// it. Texts has its columns "0", "1", ...: TextNamed(0), ...
std::string TextsOf(const std::vector<ColumnPair>& columns, SideName side);
std::string TextNamed(std::size_t column);
// Returns an expression for each of these texts.
std::vector<std::string> AllValues(std::size_t columns, Extent extent);
// Returns an expression for the number of bytes of these texts.
std::string BytesOfTexts(std::size_t columns);

// Reads rows in batches of bounded size and passes them on, in the order of Add. It uses the first
// session of each side.
class DifferenceReader {
 public:
  using Each = std::function<void(RowDifference&&)>;

  DifferenceReader(const Readers& readers, PerSide<const RelationShape*> shapes,
                   std::vector<ColumnPair> columns, Extent extent, Each each);

  // Throw DatabaseError.
  void Add(const DifferentPlaces& places);
  void Finish();

 private:
  using ByPlace = std::map<Place, std::vector<Value>>;

  ByPlace ReadSide(SideName side, const std::vector<std::string>& wanted,
                   const std::vector<DifferentPlaces>& places) const;
  void ReadBySize();
  void Read(const std::vector<DifferentPlaces>& places);

  const Readers& readers_;
  PerSide<const RelationShape*> shapes_;
  std::vector<ColumnPair> columns_;
  Extent extent_;
  Each each_;
  std::size_t most_;
  std::vector<DifferentPlaces> waiting_;
};

}  // namespace gonogo
