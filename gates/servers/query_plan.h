// The plan that a server has for a query: what it costs, and how it reads each relation.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/json/json.h"
#include "fixtures/pair.h"
#include "gates/parser/row_finder.h"

namespace gonogo {

// How one relation of the query is read.
struct PlannedScan {
  std::string alias;  // in the query, which tells two scans of one relation apart
  std::string schema;
  std::string relation;
  bool is_sequential = false;
  std::set<std::string> indexes;           // their names; empty: read without one
  std::set<std::string> index_conditions;  // that the index evaluates, as the server prints them
  std::set<std::string> filters;           // that are evaluated row by row
  double rows = 0;                         // expected

  // Returns all conditions, which decide how many rows are expected.
  std::set<std::string> Conditions() const;
};

struct QueryPlan {
  double cost = 0;  // estimated, of the whole query, in the server's units
  double rows = 0;  // expected
  std::vector<PlannedScan> scans;
};

// Reads the answer of EXPLAIN (FORMAT JSON, VERBOSE). Throws DatabaseError if it is none.
QueryPlan QueryPlanIn(const std::string& explained);

// Returns the plan that the side's server has for the query, with the values of its parameters
// unknown. The query isn't run. Throws DatabaseError with the server's message.
QueryPlan PlanOf(Pair& pair, SideName side, const RowFinder& finder);

}  // namespace gonogo
