// Writes a new plan for the databases of a user: for `gonogo plan discover` and `gonogo init`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reporters/pages/plan_text.h"

namespace gonogo {

// What the user asks for.
struct PlanRequest {
  std::string source;  // URL; unused in place
  std::string target;  // URL; in place, the database; else it may be missing
  std::string name;    // default: the database's
  std::vector<std::string> schemas;
  std::vector<std::string> maps;  // "public=issuer"
  std::string stages;             // "dump", "steps", "none"; "": what fits
  bool in_place = false;
  std::string migrations;            // folder, as the plan names it
  std::vector<std::string> steps{};  // SQL files, as the plan names them
};

struct NewPlan {
  std::string text;
  std::string name;
  StagesBy stages = StagesBy::kNone;
  bool keeps_owners = true;         // the target may get the source's owners
  bool keeps_privileges = true;     // and privileges
  std::string to_write;             // SQL file that the plan names and the user must write
  std::vector<std::string> report;  // for people: what gonogo saw, what the user must know
};

// Throws PlanError if the request contradicts itself or the database, and DatabaseError.
NewPlan WriteNewPlan(const PlanRequest& request);

}  // namespace gonogo
