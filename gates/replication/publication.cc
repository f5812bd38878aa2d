// publication: the source's publication includes every change of every relation of the plan.
#include "core/plan/gate.h"
#include "gates/reading/judged_rows.h"
#include "gates/subjects.h"
#include "sql/replication.h"

namespace gonogo::publication {
namespace {

Outcome Run(const Inspection& in) {
  return JudgeSide(in, sql::kPublication,
                   {in.arguments.Text("name"), SourceNamesParameter(in.plan)});
}

}  // namespace

Gate Definition() {
  return {
      .name = "publication",
      .summary = "The source's publication includes every change of every relation.",
      .meaning =
          "Changes made during the copy don't reach the target: its rows are incomplete or old.",
      .remedy =
          "Run CREATE or ALTER PUBLICATION on the source for all tables, rows, columns and "
          "operations.",
      .phases = {Phase::kBackfill, Phase::kDualWrite},
      .parameters = {TextParameter("name", "the name of the publication").Required()},
      .subjects = TheSource,
      .run = Run};
}

}  // namespace gonogo::publication
