// comments: comments and security labels are the same on both sides; some programs read them.
#include "gates/catalogue/database_objects.h"
#include "sql/catalogue.h"

namespace gonogo::comments {

Gate Definition() {
  return DatabaseObjectsGate<sql::kComments>(
      "comments", "Comments and security labels are the same on both sides.",
      {Phase::kSchema, Phase::kGate});
}

}  // namespace gonogo::comments
