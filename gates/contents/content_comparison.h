// What a plan says of a comparison of contents, and what comes of it: between the gates that look
// at contents and compare/.
#pragma once

#include <vector>

#include "compare/contents.h"
#include "core/plan/declared_case.h"
#include "core/plan/plan.h"
#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "gates/inspection.h"

namespace gonogo {

// The parameters of row_checksum.
std::vector<Parameter> ContentParameters();

// The relations to compare. Throws PlanError where what is said of one makes no sense.
std::vector<Subject> ContentSubjects(const Plan& plan, const Arguments& arguments);

// The comparison that a check makes of one relation.
ComparedRelation ComparedBy(const Plan& plan, const Arguments& arguments,
                            const std::string& relation);

// The comparisons that the declared cases will make.
std::vector<ComparedRelation> PlannedComparisons(const Plan& plan,
                                                 const std::vector<DeclaredCase>& declared);

// The outcome of the case's comparison. Throws as Contents::Compare does.
Outcome ContentOutcome(const Inspection& in);

}  // namespace gonogo
