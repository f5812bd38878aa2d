// publications: the application's publications are the same on both sides. The migration's own are
// left out: those to which the other side subscribes, that the plan names, or that a tool has
// named.
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/catalogue/database_objects.h"
#include "gates/catalogue/migration_publications.h"
#include "gates/reading/migration_tools.h"
#include "gates/subjects.h"
#include "sql/catalogue.h"

namespace gonogo::publications {
namespace {

Outcome Run(const Inspection& in) {
  const auto names = MigrationPublications(in);
  Outcome outcome =
      CompareDatabaseObjects(in, sql::kPublications, {ToParameter(Json(names)), NamesOfTools()});
  if (!names.empty()) outcome.notes.push_back("the migration's own: " + Join(names, ", "));
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "publications",
      .summary = "The application's publications have the same tables and options on both sides.",
      .meaning =
          "Subscribers of the application get too few, too many or no changes after the cutover.",
      .remedy =
          "Run CREATE, ALTER or DROP PUBLICATION on the target; the parameter of_migration "
          "leaves some out.",
      .phases = {Phase::kGate},
      .parameters = {TextListParameter("of_migration",
                                       "publications that the migration uses and removes")
                         .DefaultEmpty()},
      .subjects = OneForTheDatabase,
      .run = Run,
      .with_baseline = true};
}

}  // namespace gonogo::publications
