// Caches errors too, so that a scan that failed isn't repeated.
#include "compare/contents.h"

namespace gonogo {

Contents::Contents(Pair& pair, std::vector<ComparedRelation> planned, Effort effort)
    : pair_(pair), planned_(std::move(planned)), effort_(std::move(effort)) {
  RememberWhole(0);
}

void Contents::Add(const std::vector<ComparedRelation>& relations) {
  const std::size_t first = planned_.size();
  planned_.insert(planned_.end(), relations.begin(), relations.end());
  RememberWhole(first);
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
  const auto found = whole_.find(source);
  return found == whole_.end() ? nullptr : &planned_[found->second];
}

void Contents::RememberWhole(std::size_t first) {
  for (std::size_t i = first; i < planned_.size(); ++i) {
    if (planned_[i].where.empty()) whole_.emplace(planned_[i].source, i);
  }
}

}  // namespace gonogo
