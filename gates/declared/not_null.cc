// not_null: columns of the target refuse NULL, and what was there before is proved to hold none.
#include "core/plan/gate.h"
#include "gates/declared/target_relation.h"
#include "gates/subjects.h"
#include "sql/declared.h"

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
          .parameters = {TextListMapParameter(kColumns, "which columns of a relation").Required()},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
