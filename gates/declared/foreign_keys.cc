// foreign_keys: foreign keys of the target exist, are validated for all rows, and are enforced.
#include <fmt/format.h>

#include "core/error.h"
#include "core/json/json.h"
#include "gates/declared/target_relation.h"
#include "sql/declared.h"

namespace gonogo::foreign_keys {
namespace {

constexpr const char* kKeys = "keys";

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  for (const auto& [label, given] : arguments.Map(kKeys).items()) {
    const Arguments key(given);
    const std::size_t columns = key.Texts("columns").size();
    if (columns == 0) throw PlanError(fmt::format("key \"{}\": \"columns\" is empty", label));
    if (columns != key.Texts("referenced_columns").size()) {
      throw PlanError(fmt::format(
          "key \"{}\": \"columns\" and \"referenced_columns\" have different lengths", label));
    }
  }
  return OneForEachMember(arguments, kKeys);
}

Outcome Run(const Inspection& in) {
  const Arguments key = in.arguments.Member(kKeys, in.subject.name);
  return JudgeTargetRelation(
      in, key.Text("relation"), sql::kForeignKeys,
      {ToParameter(key.Map("columns")), OidOnTarget(in.pair, key.Text("references")),
       ToParameter(key.Map("referenced_columns"))});
}

}  // namespace

Gate Definition() {
  return {
      .name = "foreign_keys",
      .summary = "Foreign keys of the target exist, validated and enforced.",
      .meaning = "The target accepts rows that refer to rows that don't exist.",
      .remedy =
          "Run ALTER TABLE with ADD or VALIDATE CONSTRAINT, or ENABLE TRIGGER ALL, on the target.",
      .phases = {Phase::kSchema, Phase::kGate},
      .parameters =
          {ObjectMapParameter(
               kKeys, "the foreign keys, each under a label of your choice",
               {TextParameter("relation", "the referencing relation").Required(),
                TextListParameter("columns", "its columns, in order").Required(),
                TextParameter("references", "the referenced relation").Required(),
                TextListParameter("referenced_columns", "its columns, in order").Required()})
               .Required()},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::foreign_keys
