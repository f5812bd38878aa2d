// The patch that makes one side what the other holds: plain SQL in one transaction, to be read and
// then run by psql. Foreign keys decide its order. A row that has changed since the comparison is
// left as it is, and the next comparison shows it.
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
  std::string rows;  // what UPDATE and DELETE name
  std::vector<FiringTrigger> triggers;
  TextSpool inserts;
  TextSpool updates;
  TextSpool deletes;
};

class Patch {
 public:
  // `on_target`: whether it will run on the target, which then equals the source; else the other
  // way round.
  explicit Patch(bool on_target) : on_target_(on_target) {}

  // Begins the part of a relation; `shape` is of the side that the patch will run on.
  void Begin(const RelationShape& shape);
  // Adds what undoes one difference of it.
  void Add(const Comparison& comparison, const RowDifference& row);

  bool empty() const { return sections_.empty(); }
  // What cannot be undone by a statement: a generated column that differs, say.
  const std::vector<std::string>& remarks() const { return remarks_; }

  // Writes it all. `session` is asked for foreign keys, on the side that the patch will run on.
  // Throws DatabaseError, and std::runtime_error where a temporary file fails.
  void Write(Session& session, const std::string& title, std::ostream& out);

 private:
  void Remark(const std::string& remark);
  void Insert(const std::vector<ColumnPair>& columns, const std::vector<Value>& values);
  void Update(const Comparison& comparison, const RowDifference& row);
  void Delete(const Comparison& comparison, const std::vector<Value>& values);
  // The condition that finds a row by its key and lets it be only where it is still as it was.
  std::string Unchanged(const Comparison& comparison, const std::vector<Value>& values) const;
  const Column& On(const ColumnPair& column) const { return column.On(on_target_); }

  bool on_target_;
  std::vector<PatchSection> sections_;
  std::vector<std::string> remarks_;
  bool begun_ = false;  // the relation that Begin named has a section
  PatchSection next_;
};

}  // namespace gonogo
