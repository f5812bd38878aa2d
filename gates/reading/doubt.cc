#include "gates/reading/doubt.h"

#include "core/error.h"

namespace gonogo {

void AddDoubt(const std::string& doubt, Outcome& outcome) {
  if (doubt.empty()) return;
  if (outcome.findings.empty()) throw DatabaseError(doubt, "");
  outcome.notes.push_back(doubt);
}

}  // namespace gonogo
