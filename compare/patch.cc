// Foreign keys are checked at the end. Order matters where they act (ON DELETE CASCADE), and for
// unique values: rows to delete go first, children before parents; then parents before children
// rows are updated, which may free a value, and inserted. Where a child is updated, it may yet
// refer to a parent's row that goes: then that goes last, and so do those that it refers to.
#include "compare/patch.h"

#include <algorithm>
#include <functional>
#include <map>

#include "core/text.h"
#include "sql/statements.h"

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

// Each table with those that it refers to.
using Parents = std::map<std::string, std::set<std::string>>;

Parents ParentsOf(const Rows& keys) {
  Parents parents;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Row row = keys[i];
    if (row.Text("child_schema") == row.Text("parent_schema") &&
        row.Text("child") == row.Text("parent")) {
      continue;
    }
    parents[Spelling({row.Text("child_schema"), row.Text("child")})].insert(
        Spelling({row.Text("parent_schema"), row.Text("parent")}));
  }
  return parents;
}

// Parents before children; tables that refer to each other in a circle in the order given.
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

}  // namespace

void Patch::Begin(const RelationShape& shape) {
  const std::string alone = "ONLY " + shape.quoted;
  const bool partitioned = shape.parts.size() != 1 || shape.parts.front().from != alone;
  next_ = {.name = shape.name,
           .quoted = shape.quoted,
           .rows = partitioned ? shape.quoted : alone,
           .triggers = shape.triggers};
  begun_ = false;
}

void Patch::Add(const Comparison& comparison, const RowDifference& row) {
  if (comparison.columns.All().empty() && !comparison.columns.missing_on_target.empty() &&
      !comparison.columns.missing_on_source.empty()) {
    Remark(Spelling((begun_ ? sections_.back() : next_).name) +
           " has no column on both sides: its rows are left as they are");
    return;
  }
  if (!begun_) sections_.push_back(std::move(next_));
  begun_ = true;
  const bool lacking = on_target_ ? row.missing() : row.extra();
  const bool surplus = on_target_ ? row.extra() : row.missing();
  if (lacking) {
    Insert(comparison.columns.All(), *(on_target_ ? row.source : row.target));
  } else if (surplus) {
    Delete(comparison, *(on_target_ ? row.target : row.source));
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
    if (On(columns[i]).generated) continue;
    names.push_back(On(columns[i]).quoted);
    literals.push_back(Literal(values[i]));
  }
  Section& section = sections_.back();
  if (names.empty()) {
    section.inserts.Append("INSERT INTO " + section.quoted + " DEFAULT VALUES;\n");
    return;
  }
  // One statement for all rows of the table: they may refer to each other.
  if (section.inserts.empty()) {
    section.inserts.Append("INSERT INTO " + section.quoted + " (" + Join(names, ", ") +
                           ") OVERRIDING SYSTEM VALUE VALUES\n");
  } else {
    section.inserts.Append(",\n");
  }
  section.inserts.Append("  (" + Join(literals, ", ") + ")");
}

std::string Patch::Unchanged(const Comparison& comparison, const std::vector<Value>& values) const {
  std::vector<std::string> conditions;
  for (std::size_t i = 0; i < comparison.columns.key.size(); ++i) {
    conditions.push_back(On(comparison.columns.key[i]).quoted + " = " + Literal(values[i]));
  }
  const auto columns = comparison.columns.All();
  for (std::size_t i = conditions.size(); i < columns.size(); ++i) {
    conditions.push_back(TextOf(On(columns[i])) + " IS NOT DISTINCT FROM " + Literal(values[i]));
  }
  return conditions.empty() ? "true" : Join(conditions, " AND ");
}

void Patch::Update(const Comparison& comparison, const RowDifference& row) {
  Section& section = sections_.back();
  const auto& have = *(on_target_ ? row.target : row.source);
  const auto& want = *(on_target_ ? row.source : row.target);
  const auto columns = comparison.columns.All();
  std::vector<std::string> changes;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Column& column = On(columns[i]);
    if (!row.DiffersIn(i)) continue;
    if (column.generated || column.always_identity) {
      Remark(Spelling(section.name) + "." + column.name + " cannot be set: it is generated");
      continue;
    }
    changes.push_back(column.quoted + " = " + Literal(want[i]));
  }
  if (changes.empty()) return;
  section.updates.Append("UPDATE " + section.rows + " SET " + Join(changes, ", ") + " WHERE " +
                         Unchanged(comparison, have) + ";\n");
}

void Patch::Delete(const Comparison& comparison, const std::vector<Value>& values) {
  Section& section = sections_.back();
  const std::string found = Unchanged(comparison, values);
  if (!comparison.columns.key.empty()) {
    section.deletes.Append("DELETE FROM " + section.rows + " WHERE " + found + ";\n");
    return;
  }
  // Of rows that are alike, one.
  section.deletes.Append("DELETE FROM " + section.rows +
                         " WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM " + section.rows +
                         " WHERE " + found + " LIMIT 1);\n");
}

void Patch::Write(Session& session, const std::string& title, std::ostream& out) {
  const Rows keys = session.Query(sql::kForeignKeysBetween, {});
  const Parents parents = ParentsOf(keys);
  std::map<std::string, Section*> by_name;
  std::vector<std::string> names;
  for (Section& section : sections_) {
    names.push_back(Spelling(section.name));
    by_name[names.back()] = &section;
  }
  std::vector<Section*> order;
  std::set<std::string> last;  // parents whose rows go after the children are updated
  for (const std::string& name : InOrder(names, parents)) {
    const auto section = by_name.find(name);
    if (section == by_name.end()) continue;
    order.push_back(section->second);
    const auto above = parents.find(name);
    if (section->second->updates.empty() || above == parents.end()) continue;
    last.insert(above->second.begin(), above->second.end());
  }
  for (auto section = order.rbegin(); section != order.rend(); ++section) {
    const std::string name = Spelling((*section)->name);
    const auto above = parents.find(name);
    if (last.contains(name) && above != parents.end()) {
      last.insert(above->second.begin(), above->second.end());
    }
  }
  const auto foreign_keys = [&](const std::string& deferrable) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const Row key = keys[i];
      const bool concerned =
          by_name.contains(Spelling({key.Text("child_schema"), key.Text("child")})) ||
          by_name.contains(Spelling({key.Text("parent_schema"), key.Text("parent")}));
      if (!concerned || key.Boolean("deferrable")) continue;
      out << "ALTER TABLE " << key.Text("on_child") << " ALTER CONSTRAINT " << key.Text("name")
          << " " << deferrable << ";\n";
    }
  };
  const auto write = [&](TextSpool& text, const Section& section, const std::string& what) {
    if (text.empty()) return;
    out << "\n-- " << Spelling(section.name) << ": " << what << "\n";
    text.CopyTo(out);
  };
  const auto remove = [&](bool at_the_end) {
    for (auto section = order.rbegin(); section != order.rend(); ++section) {
      if (last.contains(Spelling((*section)->name)) == at_the_end) {
        write((*section)->deletes, **section, "rows that the other side lacks");
      }
    }
  };
  const auto triggers = [&](bool enable) {
    for (const Section* section : order) {
      for (const FiringTrigger& trigger : section->triggers) {
        const std::string action = !enable          ? "DISABLE"
                                   : trigger.always ? "ENABLE ALWAYS"
                                                    : "ENABLE";
        out << "ALTER TABLE ONLY " << trigger.table << " " << action << " TRIGGER "
            << trigger.quoted << ";\n";
      }
    }
  };
  out << title << "-- A row that has changed since is left as it is; compare again afterwards.\n"
      << "BEGIN;\n"
      << kSettings;
  for (const std::string& remark : remarks_) out << "-- " << remark << "\n";
  triggers(false);
  foreign_keys("DEFERRABLE");
  out << "SET CONSTRAINTS ALL DEFERRED;\n";
  remove(false);
  for (Section* section : order) {
    if (!section->inserts.empty()) section->inserts.Append(";\n");
    write(section->updates, *section, "rows that differ");
    write(section->inserts, *section, "rows that it lacks");
  }
  remove(true);
  // A table with deferred checks outstanding cannot be altered.
  out << "\nSET CONSTRAINTS ALL IMMEDIATE;\n";
  foreign_keys("NOT DEFERRABLE");
  triggers(true);
  out << "COMMIT;\n";
}

}  // namespace gonogo
