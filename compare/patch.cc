// Orders the statements of a patch by foreign keys.
//
// Foreign keys are checked at the end, but the order still matters for their actions (ON DELETE
// CASCADE) and for unique values. The patch first deletes rows, children before parents. Then it
// updates rows, which may free a unique value, and inserts rows, parents before children. If an
// updated child may still reference a row to delete, that row is deleted last, and so are the rows
// that it references.
#include "compare/patch.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "core/text/text.h"
#include "sql/compare.h"

namespace gonogo {
namespace {

constexpr const char* kSettings =
    "SET LOCAL search_path = '';\n"
    "SET LOCAL row_security = off;\n"
    "SET LOCAL standard_conforming_strings = on;\n"
    "SET LOCAL client_encoding = 'UTF8';\n"
    "SET LOCAL \"TimeZone\" = 'UTC';\n"
    "SET LOCAL \"DateStyle\" = 'ISO, YMD';\n"
    "SET LOCAL \"IntervalStyle\" = 'iso_8601';\n"
    "SET LOCAL extra_float_digits = 3;\n"
    "SET LOCAL bytea_output = 'hex';\n"
    "SET LOCAL xmlbinary = 'base64';\n"
    "SET LOCAL lc_monetary = 'C';\n";

std::string Literal(const Value& value) {
  if (!value) return "NULL";
  std::string literal = "'";
  for (const char c : *value) literal += c == '\'' ? "''" : std::string(1, c);
  return literal + "'";
}

// Each table with the tables that it references.
using Parents = std::map<std::string, std::set<std::string>>;

Parents ParentsOf(const Rows& keys) {
  Parents parents;
  for (const Row row : keys) {
    if (row.Text("child_schema") == row.Text("parent_schema") &&
        row.Text("child") == row.Text("parent")) {
      continue;
    }
    parents[QuotedName({row.Text("child_schema"), row.Text("child")})].insert(
        QuotedName({row.Text("parent_schema"), row.Text("parent")}));
  }
  return parents;
}

// Returns parents before children. Tables that reference each other keep their order.
std::vector<std::string> InOrder(const std::vector<std::string>& tables, const Parents& parents) {
  std::vector<std::string> order;
  std::set<std::string> seen;
  const std::function<void(const std::string&)> visit = [&](const std::string& table) {
    if (!seen.insert(table).second) return;
    if (const auto above = parents.find(table); above != parents.end()) {
      for (const std::string& parent : above->second) visit(parent);
    }
    order.push_back(table);
  };
  for (const std::string& table : tables) visit(table);
  return order;
}

class PatchWriter {
 public:
  PatchWriter(std::vector<PatchSection>& sections, Rows keys, Rows triggers, std::ostream& out)
      : keys_(std::move(keys)),
        parents_(ParentsOf(keys_)),
        triggers_(std::move(triggers)),
        out_(out) {
    std::vector<std::string> names;
    for (PatchSection& section : sections) {
      names.push_back(QuotedName(section.name));
      by_name_[names.back()] = &section;
    }
    for (const std::string& name : InOrder(names, parents_)) {
      const auto section = by_name_.find(name);
      if (section != by_name_.end()) order_.push_back(section->second);
    }
    FindRowsToDeleteLast();
  }

  void Write() {
    SwitchTriggers(false);
    SetForeignKeys("DEFERRABLE");
    out_ << "SET CONSTRAINTS ALL DEFERRED;\n";
    WriteDeletes(false);
    for (PatchSection* const section : order_) {
      if (!section->inserts.empty()) section->inserts.Append(";\n");
      Write(section->updates, *section, "rows that differ");
      Write(section->inserts, *section, "rows that are missing here");
    }
    WriteDeletes(true);
    // A table can't be altered while it has pending deferred checks.
    out_ << "\nSET CONSTRAINTS ALL IMMEDIATE;\n";
    SetForeignKeys("NOT DEFERRABLE");
    SwitchTriggers(true);
  }

 private:
  void AddParentsToLast(const PatchSection& section) {
    const auto above = parents_.find(QuotedName(section.name));
    if (above != parents_.end()) last_.insert(above->second.begin(), above->second.end());
  }

  void FindRowsToDeleteLast() {
    for (const PatchSection* const section : order_) {
      if (!section->updates.empty()) AddParentsToLast(*section);
    }
    for (auto section = order_.rbegin(); section != order_.rend(); ++section) {
      if (last_.contains(QuotedName((*section)->name))) AddParentsToLast(**section);
    }
  }

  bool Concerns(const Row& key) const {
    return by_name_.contains(QuotedName({key.Text("child_schema"), key.Text("child")})) ||
           by_name_.contains(QuotedName({key.Text("parent_schema"), key.Text("parent")}));
  }

  void SetForeignKeys(const std::string& deferrable) {
    for (const Row key : keys_) {
      if (!Concerns(key) || key.Boolean("deferrable")) continue;
      out_ << "ALTER TABLE " << key.Text("on_child") << " ALTER CONSTRAINT " << key.Text("name")
           << " " << deferrable << ";\n";
    }
  }

  void SwitchTriggers(bool on) {
    for (const Row trigger : triggers_) {
      const std::string enabled = trigger.Text("enabled");
      if (enabled == "R") continue;  // doesn't fire in an ordinary session
      const std::string enable = enabled == "A" ? "ENABLE ALWAYS" : "ENABLE";
      out_ << "ALTER TABLE ONLY " << trigger.Text("on_table") << " " << (on ? enable : "DISABLE")
           << " TRIGGER " << trigger.Text("name") << ";\n";
    }
  }

  void WriteDeletes(bool last) {
    for (auto section = order_.rbegin(); section != order_.rend(); ++section) {
      if (last_.contains(QuotedName((*section)->name)) == last) {
        Write((*section)->deletes, **section, "rows that the other side doesn't have");
      }
    }
  }

  void Write(TextSpool& text, const PatchSection& section, const std::string& what) {
    if (text.empty()) return;
    out_ << "\n-- " << QuotedName(section.name) << ": " << what << "\n";
    text.CopyTo(out_);
  }

  Rows keys_;
  Parents parents_;
  Rows triggers_;
  std::ostream& out_;
  std::map<std::string, PatchSection*> by_name_;
  std::vector<PatchSection*> order_;  // parents before children
  std::set<std::string> last_;        // parents whose rows are deleted after the updates
};

}  // namespace

void Patch::Begin(const RelationShape& shape) {
  next_ = {.name = shape.name,
           .quoted = shape.quoted,
           .rows = shape.rows,
           .has_foreign_partitions = !shape.foreign.empty()};
  begun_ = false;
}

void Patch::Add(const Comparison& comparison, const RowDifference& row) {
  if (!begun_ && next_.has_foreign_partitions) {
    Remark(QuotedName(next_.name) +
           ": has partitions on another server, so the patch leaves its rows alone");
    return;
  }
  if (comparison.columns.All().empty() && !comparison.columns.missing_on_target.empty() &&
      !comparison.columns.missing_on_source.empty()) {
    Remark(QuotedName((begun_ ? sections_.back() : next_).name) +
           ": the sides have no column in common, so the patch leaves its rows alone");
    return;
  }
  if (!begun_) sections_.push_back(std::move(next_));
  begun_ = true;
  const auto& have = row[side_];
  const auto& want = row[OtherSide(side_)];
  if (!have) {
    Insert(comparison.columns.All(), *want);
  } else if (!want) {
    Delete(comparison, *have);
  } else {
    Update(comparison, row);
  }
}

void Patch::Remark(const std::string& remark) {
  if (std::find(remarks_.begin(), remarks_.end(), remark) == remarks_.end()) {
    remarks_.push_back(remark);
  }
}

void Patch::Insert(const std::vector<ColumnPair>& columns, const std::vector<Value>& values) {
  std::vector<std::string> names;
  std::vector<std::string> literals;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i][side_].generated) continue;
    names.push_back(columns[i][side_].quoted);
    literals.push_back(Literal(values[i]));
  }
  PatchSection& section = sections_.back();
  if (names.empty()) {
    section.inserts.Append(fmt::format("INSERT INTO {} DEFAULT VALUES;\n", section.quoted));
    return;
  }
  // One statement for all rows of the table, because they may reference each other.
  if (section.inserts.empty()) {
    section.inserts.Append(fmt::format("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE VALUES\n",
                                       section.quoted, Join(names, ", ")));
  } else {
    section.inserts.Append(",\n");
  }
  section.inserts.Append(fmt::format("  ({})", Join(literals, ", ")));
}

std::string Patch::Unchanged(const Comparison& comparison, const std::vector<Value>& values) const {
  std::vector<std::string> conditions;
  for (std::size_t i = 0; i < comparison.columns.key.size(); ++i) {
    conditions.push_back(comparison.columns.key[i][side_].quoted +
                         (values[i] ? " = " + Literal(values[i]) : " IS NULL"));
  }
  const auto columns = comparison.columns.All();
  for (std::size_t i = conditions.size(); i < columns.size(); ++i) {
    conditions.push_back(
        fmt::format("{} IS NOT DISTINCT FROM {}", TextOf(columns[i][side_]), Literal(values[i])));
  }
  return conditions.empty() ? "true" : Join(conditions, " AND ");
}

void Patch::Update(const Comparison& comparison, const RowDifference& row) {
  PatchSection& section = sections_.back();
  const auto& have = *row[side_];
  const auto& want = *row[OtherSide(side_)];
  const auto columns = comparison.columns.All();
  std::vector<std::string> changes;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = columns[i][side_];
    if (!row.DiffersIn(i)) continue;
    if (column.generated || column.always_identity) {
      Remark(fmt::format("{}.{} is generated, so the patch can't set it", QuotedName(section.name),
                         column.name));
      continue;
    }
    changes.push_back(column.quoted + " = " + Literal(want[i]));
  }
  if (changes.empty()) return;
  section.updates.Append(fmt::format("UPDATE {} SET {} WHERE {};\n", section.rows,
                                     Join(changes, ", "), Unchanged(comparison, have)));
}

void Patch::Delete(const Comparison& comparison, const std::vector<Value>& values) {
  PatchSection& section = sections_.back();
  const std::string found = Unchanged(comparison, values);
  if (!comparison.columns.key.empty()) {
    section.deletes.Append(fmt::format("DELETE FROM {} WHERE {};\n", section.rows, found));
    return;
  }
  // Deletes one of several equal rows.
  section.deletes.Append(
      fmt::format("DELETE FROM {0} WHERE (tableoid, ctid) = "
                  "(SELECT tableoid, ctid FROM {0} WHERE {1} LIMIT 1);\n",
                  section.rows, found));
}

void Patch::Write(Session& session, const std::string& title, std::ostream& out) {
  out << title
      << "-- Leaves alone every row that has changed since the comparison; compare again "
         "afterwards.\n"
      << "-- Locks the tables with triggers or foreign keys, and the tables that these reference, "
         "until COMMIT.\n"
      << "-- Fails as a whole if rows have swapped unique values, unless the constraint is "
         "DEFERRABLE.\n"
      << "BEGIN;\n"
      << kSettings;
  for (const std::string& remark : remarks_) out << "-- " << remark << "\n";
  std::vector<RelationName> changed;
  for (const PatchSection& section : sections_) changed.push_back(section.name);
  PatchWriter(sections_, session.Query(sql::kForeignKeysBetween, {}),
              session.Query(sql::kUserTriggers, {JsonListOf(changed)}), out)
      .Write();
  out << "COMMIT;\n";
}

}  // namespace gonogo
