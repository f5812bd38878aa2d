// Damage that a selftest plants, in a copy of the target or beside the databases, and what became
// of it: the gate that claims it must report it, and nothing else may be red.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/record/evidence.h"
#include "core/values/side.h"

namespace gonogo {

// Where damage is planted, and by what.
enum class Medium {
  kCopy,     // a copy of the target's database, by SQL in one transaction
  kFiles,    // the files that gates read, by a shell's commands
  kServer,   // the server of one side, by SQL in one transaction
  kSession,  // the sessions of one side, by SQL of one that stays connected, in a transaction
  kWriter,   // the rows of one side, by SQL that a session runs again and again
};

struct Damage {
  std::string kind;    // what happened: "check constraint not validated"
  std::string object;  // to what, for people
  std::string plant;   // the statements or commands that do it
  std::string looks;   // a query of one text, whose answer they must change; of files: not needed
  std::string gate;    // that must be red; empty: the damage is harmless, and all must stay green
  // What the gate must say: a finding, or "ERROR" and why it can't look, or "NOT RUN" and what it
  // waits for; a * stands for any text.
  std::string finding;
  std::set<std::string> also;  // gates that are rightly red beside it
  std::string undo;            // statements that take it back, if it reaches beyond the database
  Medium medium = Medium::kCopy;
  SideName side = SideName::kTarget;
  std::string role{};  // of a session

  bool IsHarmless() const { return gate.empty(); }
};

enum class Fate {
  kKilled,      // the gate that claims the damage reports it; of harmless damage: all stay green
  kSurvived,    // it doesn't, or says something else, or can't tell
  kFalseAlarm,  // it does, but another required gate is red that isn't expected to be
  kUnviable,    // the damage could not be planted, which proves nothing
  kImpossible,  // nothing of the user's database can be damaged so
};

// Returns "killed", "survived", "false alarm", "unviable" or "impossible".
const std::string& FateName(Fate fate);

struct Trial {
  Damage damage;
  Fate fate = Fate::kUnviable;
  std::string why;  // unless it was killed: one line
  // The gate's finding about the damaged object, if it was killed by another than the expected one.
  std::string in_other_words{};
  // The gates that were red, each with its first finding or its error.
  std::map<std::string, std::string> red;
  std::vector<std::string> asked;  // the gates that looked
  std::chrono::milliseconds took{0};
};

// The trials of all kinds of damage.
struct Selftest {
  std::uint64_t seed = 0;  // of their order
  bool full = false;       // all gates looked at each damage
  std::vector<Trial> trials;
  std::vector<std::string> unfit;  // what is red without damage: then nothing is claimed
  // Of a plan of the user: the check to add for each gate that the plan doesn't use, as JSON.
  std::map<std::string, std::string> checks_to_add;
  bool of_plan = false;               // the checks were a user's, not all
  std::string copied;                 // of the user's database, in one line; "": nothing
  std::string url_variable{};         // with the URL of that database; "": none was read
  std::vector<std::string> left_out;  // cases that are red on the copy without damage

  std::size_t Count(Fate fate) const;
};

// What a gate must say of a damage to have seen it.
enum class Wording {
  kExpected,  // the damage's finding: gonogo's own words are on trial
  kAny,  // a finding about its subject: a user's plan is, in which objects may have other names
};

// Returns what became of the damage, which is planted, in the results of cases. `gates` names the
// gate of each check. An error is no kill, unless the damage says so: a gate that can't look has
// not seen the damage.
Trial Judge(const Damage& damage, const std::vector<CaseResult>& results,
            const std::map<std::string, std::string>& gates, Wording wording = Wording::kExpected);

}  // namespace gonogo
