// comments: comments and security labels are the same on both sides; some programs read them.
#include "gates/catalogue/database_objects.h"
#include "gates/catalogue/migration_publications.h"
#include "sql/catalogue.h"

namespace gonogo::comments {
namespace {

Outcome Run(const Inspection& in) {
  return CompareDatabaseObjects(in, sql::kComments, {}, WithoutMigrationPublications(in));
}

}  // namespace

Gate Definition() {
  return DatabaseObjectsGate<sql::kComments>(
      {.name = "comments",
       .summary = "Comments and security labels are the same on both sides.",
       .meaning =
           "People, and tools that read comments or security labels, see other texts than on the "
           "source.",
       .remedy = "Run COMMENT ON or SECURITY LABEL on the target with the text of the source.",
       .phases = {Phase::kSchema, Phase::kGate}},
      Run);
}

}  // namespace gonogo::comments
