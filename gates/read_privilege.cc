// One question a side, remembered by the session.
#include "gates/read_privilege.h"

#include "core/error.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "sql/gates.h"

namespace gonogo {
namespace {

std::vector<std::string> UnreadableBy(Session& session) {
  const Rows rows = session.Query(sql::kReadPrivilege, {});
  std::vector<std::string> names;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    names.push_back(QuotedName({rows[i].Text("schema"), rows[i].Text("name")}));
  }
  return names;
}

void RequireAmongReadable(const std::string& side, Session& session, const std::string& relation) {
  const std::string wanted = Normalised(relation);
  for (const std::string& unreadable : UnreadableBy(session)) {
    if (unreadable != wanted) continue;
    throw DatabaseError(
        side + ": this role may not read " + relation + "; sql/grants/gonogo.sql lets it", "42501");
  }
}

}  // namespace

void RequireReadableSource(Pair& pair, const Relation& relation) {
  RequireAmongReadable("source", pair.Source(), relation.source);
}

void RequireReadableTarget(Pair& pair, const Relation& relation) {
  RequireAmongReadable("target", pair.Target(), relation.target);
}

void RequireReadable(Pair& pair, const Relation& relation) {
  RequireReadableSource(pair, relation);
  RequireReadableTarget(pair, relation);
}

void RequireReadableSource(Pair& pair, const Plan& plan) {
  for (const Relation& relation : plan.relations) RequireReadableSource(pair, relation);
}

void RequireReadableTarget(Pair& pair, const Plan& plan) {
  for (const Relation& relation : plan.relations) RequireReadableTarget(pair, relation);
}

void RequireReadable(Pair& pair, const Plan& plan) {
  RequireReadableSource(pair, plan);
  RequireReadableTarget(pair, plan);
}

}  // namespace gonogo
