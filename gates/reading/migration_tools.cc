// Collects the names from the plan's checks, so that a plan says them once.
#include "gates/reading/migration_tools.h"

#include "core/plan/gate.h"

namespace gonogo {

std::string NamesOfTools() {
  return "^(gonogo|pgcopydb|pgc_cmp|awsdms|pger_|pglogical|pgl_ddl_deploy|bucardo|spock|_?pgroll|"
         "peerflow|_?peerdb|pg_createsubscriber|pgstream|pgschemadiff_tmp)";
}

std::vector<std::string> PublicationsOfMigration(const Plan& plan) {
  std::vector<std::string> names;
  for (const Check& check : plan.checks) {
    if (check.gate->name == "publication") names.push_back(check.arguments.Text("name"));
    if (check.gate->name != "publications") continue;
    for (const std::string& name : check.arguments.Texts("of_migration")) names.push_back(name);
  }
  return names;
}

}  // namespace gonogo
