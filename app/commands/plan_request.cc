#include "app/commands/plan_request.h"

#include <filesystem>

#include "core/error.h"

namespace gonogo {

void AddPlanRequestTo(CLI::App& command, PlanRequest& request) {
  command.add_option("--source", request.source, "URL of the source")->envname("SRC_DB_URL");
  command.add_option("--target", request.target,
                     "URL of the target: to pin it, and to say what it lacks and what differs");
  command.add_option("--name", request.name, "name of the migration (default: the database)");
  command.add_option("--schema", request.schemas, "a schema to move (repeatable; default: all)")
      ->allow_extra_args(false);
  command
      .add_option("--map", request.maps, "a schema with another name: public=issuer (repeatable)")
      ->allow_extra_args(false);
  command
      .add_option("--stages", request.stages,
                  "how stages create the schema: dump (pg_dump), steps (your SQL files), none (no "
                  "stages; default: dump, but none if the target has tables of the plan)")
      ->check(CLI::IsMember({"dump", "steps", "none"}));
  command.add_flag("--in-place", request.in_place,
                   "a change of one database, --target, without a source");
  command.add_option("--migrations", request.migrations,
                     "folder of the committed migrations, as the plan is to name it");
}

void RequireUrls(const PlanRequest& request) {
  if (request.in_place && request.target.empty()) {
    throw PlanError("no database to change: give --target URL, or set TGT_DB_URL");
  }
  if (!request.in_place && request.source.empty()) {
    throw PlanError("no source: give --source URL, set SRC_DB_URL, or give --in-place");
  }
}

void RequireFolder(const PlanRequest& request) {
  if (request.migrations.empty() || std::filesystem::is_directory(request.migrations)) return;
  throw PlanError("--migrations " + request.migrations + ": no such folder");
}

}  // namespace gonogo
