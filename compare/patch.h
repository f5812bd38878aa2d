// Writes an SQL script that makes one side's rows equal to the other side's.
//
// The script is one transaction, for people to read and then run with psql. It leaves alone every
// row that has changed since the comparison; the next comparison shows that row again.
#pragma once

#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "compare/comparison.h"
#include "compare/spool/text_spool.h"

namespace gonogo {

// The statements for one relation.
struct PatchSection {
  RelationName name;
  std::string quoted;
  std::string rows;  // for UPDATE and DELETE: see RelationShape::rows
  bool has_foreign_partitions = false;
  TextSpool inserts;
  TextSpool updates;
  TextSpool deletes;
};

class Patch {
 public:
  // `side`: the one to run the script on, which then has the rows of the other side.
  explicit Patch(SideName side) : side_(side) {}

  // Begins the section of a relation. `shape`: of the side to run the script on.
  void Begin(const RelationShape& shape);
  // Adds a statement that removes one difference of that relation.
  void Add(const Comparison& comparison, const RowDifference& row);

  bool empty() const { return sections_.empty(); }
  // Differences that no statement can remove, such as in a generated column.
  const std::vector<std::string>& remarks() const { return remarks_; }

  // Writes the script. Reads the foreign keys, which decide the order, and the triggers from
  // `session`: a session on the side to run the script on. Throws DatabaseError, and
  // std::runtime_error if a temporary file can't be read or written.
  void Write(Session& session, const std::string& title, std::ostream& out);

 private:
  void Remark(const std::string& remark);
  void Insert(const std::vector<ColumnPair>& columns, const std::vector<Value>& values);
  void Update(const Comparison& comparison, const RowDifference& row);
  void Delete(const Comparison& comparison, const std::vector<Value>& values);
  // Returns a condition that matches the row with these values only if no value has changed.
  std::string Unchanged(const Comparison& comparison, const std::vector<Value>& values) const;

  SideName side_;
  std::vector<PatchSection> sections_;
  std::vector<std::string> remarks_;
  bool begun_ = false;  // the relation of the last Begin has a section
  PatchSection next_;
};

}  // namespace gonogo
