// The public interface for gates of your own, installed as <gonogo/gate.h>.
//
// Use what these headers declare. Those that they include are installed too, but may change with
// each version. docs/own-gates.md has examples.
#pragma once

#include "core/error.h"                 // DatabaseError, PlanError
#include "core/plan/gate.h"             // Gate, what Definition() returns
#include "core/text/text.h"             // Counted, Join
#include "core/values/arguments.h"      // what the check in the plan says
#include "core/values/outcome.h"        // Outcome, Finding
#include "core/values/parameter.h"      // IntegerParameter, ...: the keys that a check may have
#include "core/values/phase.h"          // Phase
#include "core/values/rows.h"           // Rows, Row, Value
#include "core/values/side.h"           // SideName
#include "gates/inspection.h"           // Inspection, what run() gets: both databases, the plan
#include "gates/reading/judged_rows.h"  // JudgeSide: a statement that says what is wrong
#include "gates/subjects.h"             // TheTarget, OneForEachRelation, ...
