// One question a side, remembered by the session.
#include "gates/readable.h"

#include "core/error.h"
#include "core/relation_name.h"
#include "core/text.h"
#include "sql/statements.h"

namespace gonogo {
namespace {

std::vector<std::string> UnreadableBy(Session& session) {
  const Rows rows = session.Query(sql::kUnreadableRelations, {});
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    names.push_back(Spelling({rows[i].Text("schema"), rows[i].Text("name")}));
  }
  return names;
}

void DemandAmongReadable(const std::string& side, Session& session, const std::string& relation) {
  const std::string wanted = Normalised(relation);
  for (const std::string& unreadable : UnreadableBy(session)) {
    if (unreadable != wanted) continue;
    throw DatabaseError(
        side + ": this role may not read " + relation + "; sql/grants/gonogo.sql lets it", "42501");
  }
}

}  // namespace

void DemandReadableSource(Pair& pair, const Relation& relation) {
  DemandAmongReadable("source", pair.Source(), relation.source);
}

void DemandReadableTarget(Pair& pair, const Relation& relation) {
  DemandAmongReadable("target", pair.Target(), relation.target);
}

void DemandReadable(Pair& pair, const Relation& relation) {
  DemandReadableSource(pair, relation);
  DemandReadableTarget(pair, relation);
}

void DemandReadableSource(Pair& pair, const Plan& plan) {
  for (const Relation& relation : plan.relations) DemandReadableSource(pair, relation);
}

void DemandReadableTarget(Pair& pair, const Plan& plan) {
  for (const Relation& relation : plan.relations) DemandReadableTarget(pair, relation);
}

void DemandReadable(Pair& pair, const Plan& plan) {
  DemandReadableSource(pair, plan);
  DemandReadableTarget(pair, plan);
}

}  // namespace gonogo
