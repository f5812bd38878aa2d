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
      "comments", "Comments and security labels are the same on both sides.",
      {Phase::kSchema, Phase::kGate}, Run);
}

}  // namespace gonogo::comments
