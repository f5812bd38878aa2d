// Caches errors too, so that a scan that failed isn't repeated.
#include "compare/contents.h"

namespace gonogo {

Contents::Contents(Pair& pair, std::vector<ComparedRelation> planned, Effort effort)
    : pair_(pair), planned_(std::move(planned)), effort_(std::move(effort)) {}

void Contents::Add(const std::vector<ComparedRelation>& relations) {
  planned_.insert(planned_.end(), relations.begin(), relations.end());
  if (comparer_) comparer_->ReadShapesOf(relations);
}

const Comparison& Contents::Compare(const ComparedRelation& relation) {
  auto done = done_.find(relation);
  if (done == done_.end()) {
    try {
      done = done_.emplace(relation, Opened().Compare(relation, {})).first;
    } catch (const DatabaseError& error) {
      done = done_.emplace(relation, error).first;
    }
  }
  if (const auto* const error = std::get_if<DatabaseError>(&done->second)) {
    throw DatabaseError(*error);
  }
  return std::get<Comparison>(done->second);
}

// A pooler without a free session answers only after minutes, so nobody asks it twice.
Comparer& Contents::Opened() {
  if (unopened_) throw DatabaseError(*unopened_);
  try {
    if (!comparer_) comparer_.emplace(pair_, planned_, effort_);
  } catch (const DatabaseError& error) {
    unopened_ = error;
    throw;
  }
  return *comparer_;
}

const ComparedRelation* Contents::PlannedFor(const std::string& source) const {
  for (const ComparedRelation& relation : planned_) {
    if (relation.source == source && relation.where.empty()) return &relation;
  }
  return nullptr;
}

}  // namespace gonogo
