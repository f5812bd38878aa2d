// Runs statements that are about one relation each. Those about small relations run many at a time:
// see docs/adr/0042-small-relations-are-read-together.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.h"
#include "core/values/rows.h"
#include "core/values/side.h"
#include "fixtures/pair.h"
#include "gates/inspection.h"

namespace gonogo {

// `query` is one of sql/ for RelationCatalogue::RowsOf. Its rows have a statement without
// parameters in `column`, or NULL.
struct WrittenStatements {
  std::string_view query;
  std::vector<Value> values;
  std::string column;
};

// Returns the answer to the statement in `row`, a row of that query for the case's relation on that
// side. The first call of a check also reads the relations of its other cases; on the side that it
// asks later, the second call does. A shard reads only those of its own cases. Throws as
// Session::Query does.
Rows AnswerTo(const Inspection& in, SideName side, const WrittenStatements& written,
              const Row& row);

// `query` is one of sql/ that takes a JSON list of {"schema", "name"} and the keys that `more`
// returns. For each it returns, in that order: statement (without parameters; NULL: the relation
// doesn't exist).
struct ListedStatements {
  std::string_view query;
  std::function<Json(const Relation&)> more;
};

// Returns the answers of both sides about the case's relation, and reads others with it in the same
// way. Reads a large relation on both sides at the same time. Throws as Pair::Query does, and
// DatabaseError (42P01) if a side doesn't have the relation.
BothRows AnswersTo(const Inspection& in, const ListedStatements& listed);

}  // namespace gonogo
