// Compares the contents of relations as a plan describes: parameters, subjects, findings and notes
// of row_checksum. The comparison itself is in compare/.
#pragma once

#include <vector>

#include "compare/contents.h"
#include "core/plan/declared_case.h"
#include "core/plan/plan.h"
#include "core/values/arguments.h"
#include "core/values/parameter.h"
#include "gates/inspection.h"

namespace gonogo {

// Returns the parameters of row_checksum.
std::vector<Parameter> ContentParameters();

// Returns the relations to compare. Throws PlanError if the options of a relation are invalid.
std::vector<Subject> ContentSubjects(const Plan& plan, const Arguments& arguments);

// Returns how a check compares one relation: the check's options and the relation's own.
ComparedRelation ComparisonOf(const Plan& plan, const Arguments& arguments,
                              const std::string& relation);

// Returns the comparisons that the declared row_checksum cases will make.
std::vector<ComparedRelation> PlannedComparisons(const Plan& plan,
                                                 const std::vector<DeclaredCase>& declared);

// Compares the relation of the case. Throws what Contents::Compare throws.
Outcome CompareContents(const Inspection& in);

}  // namespace gonogo
