// What the checks of a run ask the pair together, and what they have read of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/contents.h"
#include "core/plan/declared_case.h"
#include "core/plan/plan.h"
#include "core/record/evidence.h"
#include "core/text/environment.h"
#include "fixtures/migration_folder.h"
#include "fixtures/pair.h"
#include "gates/check_memory.h"
#include "gates/objects/relation_catalogue.h"

namespace gonogo {

// What a check knows besides the databases. Must outlive the inquiry.
struct Known {
  const Plan& plan;
  const Environment& environment;
  const MigrationFolder& migration;
};

class Inquiry {
 public:
  // The contents that the declared cases compare are read together, and nothing else is.
  Inquiry(Pair& pair, const Known& known, const std::vector<DeclaredCase>& declared,
          const Effort& effort);

  // Returns the result of the check on the subject. Doesn't throw, as RunCheck.
  CaseResult Run(const Check& check, const Subject& subject);

 private:
  Pair& pair_;
  const Known known_;
  Contents contents_;
  RelationCatalogue catalogue_;
  CheckMemory memory_;
  std::map<std::string, std::set<std::string>> asked_;  // relations, by the check's id
};

}  // namespace gonogo
