// Runs the statements that a catalogue query writes for each relation. Those about small relations
// run many at a time: see docs/adr/0042-small-relations-are-read-together.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/values/rows.h"
#include "core/values/side.h"
#include "gates/inspection.h"

namespace gonogo {

// `query` is one of sql/ for RelationCatalogue::RowsOf. Its rows have a statement without
// parameters in `column`, or NULL.
struct RelationStatements {
  std::string_view query;
  std::vector<Value> values;
  std::string column;
};

// Returns the answer to the statement in `row`, a row of that query for the case's relation on that
// side. The second call of a check also reads the relations of the check's other cases. A gate
// calls this for one query only. Throws as Session::Query does.
Rows AnswerTo(const Inspection& in, SideName side, const RelationStatements& statements,
              const Row& row);

}  // namespace gonogo
