// not_null: columns of the target refuse NULL, and what was there before is proved to hold none.
#include "core/gate.h"
#include "gates/target_relation.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

constexpr const char* kColumns = "columns";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  return OneForEachList(arguments, kColumns);
}

Outcome Run(const Inspection& in) { return JudgeList(in, kColumns, sql::kNotNull); }

}  // namespace

Gate not_null() {
  return {.name = "not_null",
          .summary = "Columns of the target refuse NULL.",
          .phases = {Phase::kSchema, Phase::kGate},
          .parameters = {{.name = kColumns,
                          .kind = Kind::kTextLists,
                          .description = "which columns of a relation",
                          .required = true}},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
