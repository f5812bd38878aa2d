// The part of a statement whose plan decides how long it takes: the query that finds its rows.
#pragma once

#include <string>

namespace gonogo {

struct RowFinder {
  std::string query;  // "" if there is nothing to plan
  // Then why: "isn't a query", "reads no table", "reads only catalogues".
  std::string why_none;
  bool has_parameters = false;  // $1, $2, ..., numbered without gaps
};

// Returns the query that finds the rows of one statement. UPDATE and DELETE become the SELECT of
// the rows that they change, INSERT becomes its query, and a SELECT doesn't lock what it finds: so
// a role that only reads may ask for the plan. What pg_stat_statements made unreadable by its
// normalisation (INTERVAL $1) becomes readable. Returns a statement that the parser of PostgreSQL
// 15 can't read as it is.
RowFinder RowFinderOf(const std::string& statement);

// Returns the beginning of a statement on one line for people: without comments and values.
std::string ShownStatement(const std::string& statement);

}  // namespace gonogo
