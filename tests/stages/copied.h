// Runs a copy between two test databases and records its events.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "core/error.h"
#include "stages/copy/copy.h"
#include "tests/compare/compared.h"
#include "tests/support/servers/both_databases.h"

namespace gonogo::testing_support {

// Relations with the same name on both sides.
inline std::vector<Relation> Same(const std::vector<std::string>& names) {
  std::vector<Relation> relations;
  for (const std::string& name : names) relations.push_back({name, name, {}});
  return relations;
}

struct Ran {
  CopyReport report;
  std::vector<std::string> events;  // "begun public.a", "finished public.a 3"
  std::string error;                // "" if there was none
  std::string sqlstate;

  // Returns the form in which the relation was copied, or "" if it wasn't.
  std::string FormOf(const std::string& relation) const {
    for (const CopiedRelation& copied : report.relations) {
      if (copied.relation == relation) return copied.form;
    }
    return "";
  }
  std::string NoteOf(const std::string& sequence) const {
    for (const SetSequence& set : report.sequences) {
      if (set.sequence == sequence) return set.note;
    }
    return "";
  }
};

inline Ran RunCopy(Pair& pair, const std::vector<Relation>& relations, const CopyState& state = {},
                   std::size_t jobs = 2) {
  Plan plan;
  plan.relations = relations;
  Ran ran;
  Copy copy(pair, plan, {.jobs = jobs}, state,
            {.begun = [&](const std::string& name,
                          const std::string&) { ran.events.push_back("begun " + name); },
             .finished =
                 [&](const CopiedRelation& copied) {
                   ran.events.push_back("finished " + copied.relation + " " +
                                        std::to_string(copied.rows));
                 },
             .progress = nullptr,
             .remark = [&](const std::string& remark) { ran.events.push_back(remark); }});
  try {
    ran.report = copy.Run();
  } catch (const DatabaseError& error) {
    ran.error = error.what();
    ran.sqlstate = error.sqlstate();
  }
  return ran;
}

inline Ran RunCopy(const BothDatabases& databases, const std::vector<Relation>& relations,
                   const CopyState& state = {}, std::size_t jobs = 2) {
  Pair pair = databases.Open();
  return RunCopy(pair, relations, state, jobs);
}

// Compares the relation and returns "5000 rows, no row different".
inline std::string Difference(const BothDatabases& databases, const Relation& relation) {
  const Comparison comparison =
      Compared(databases, {.source = relation.source, .target = relation.target});
  return std::to_string(comparison.row_counts.source) + " rows, " + Describe(comparison.counts);
}

// Returns the one text that a statement on the target returns.
inline std::string OnTargetNow(const BothDatabases& databases, const std::string& statement) {
  Pair pair = databases.Open();
  const Rows rows = pair.Target().Query(statement, {});
  return rows.Only().Maybe(rows.columns.at(0)).value_or("NULL");
}

}  // namespace gonogo::testing_support
