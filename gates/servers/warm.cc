// warm: the target has the relations that matter in shared_buffers, with their indexes. After the
// switch, a cold server reads each block from its disk first.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "core/values/relation_name.h"
#include "gates/inspection.h"
#include "gates/subjects.h"
#include "sql/servers.h"

namespace gonogo::warm {
namespace {

// A table or an index.
struct CachedObject {
  std::string name;
  bool is_index = false;
  std::int64_t blocks = 0;
  std::int64_t cached = 0;

  // Of an object that has blocks.
  std::int64_t Percent() const { return 100 * std::min(cached, blocks) / blocks; }
};

using ObjectsByRelation = std::map<std::string, std::vector<CachedObject>>;

std::vector<Subject> Subjects(const Plan& plan, const Arguments& arguments) {
  if (arguments.Integer("min_percent") > 100) throw PlanError("\"min_percent\" is above 100");
  return OneForEachRelation(plan, arguments);
}

// How many blocks of each file are cached, by tablespace and file.
using CachedBlocks = std::map<std::pair<std::string, std::string>, std::int64_t>;

CachedBlocks ReadCached(Session& target) {
  const Rows written = target.Query(sql::kWarmBuffers, {});
  if (written.empty()) {
    throw DatabaseError(
        "target: this database doesn't have the extension pg_buffercache, which tells what is in "
        "shared_buffers: create it",
        "");
  }
  CachedBlocks cached;
  for (const Row row : target.QueryOnce(written.Only().Text("statement"), {})) {
    cached[{row.Text("tablespace"), row.Text("file")}] = row.Integer("cached");
  }
  return cached;
}

// Asked once for all relations: the server goes through all its buffers for each answer.
ObjectsByRelation ReadObjects(const Inspection& in) {
  std::vector<RelationName> names;
  for (const Subject& subject : Subjects(in.plan, in.arguments)) {
    names.push_back(ParseRelationName(in.plan.RelationNamed(subject.relation).target));
  }
  const CachedBlocks cached = ReadCached(in.pair.Target());
  ObjectsByRelation objects;
  for (const Row row : in.pair.Target().Query(sql::kWarmObjects, {JsonListOf(names)})) {
    const std::int64_t blocks = row.Integer("blocks");
    const auto found =
        blocks == 0 ? cached.end() : cached.find({row.Text("tablespace"), row.Text("file")});
    objects[QuotedName({row.Text("schema"), row.Text("name")})].push_back(
        {.name = row.Text("object"),
         .is_index = row.Boolean("is_index"),
         .blocks = blocks,
         .cached = found == cached.end() ? 0 : found->second});
  }
  return objects;
}

// An index has a block before there are rows. Throws DatabaseError if there are none: what isn't
// there is neither warm nor cold.
void RequireRows(const std::string& relation, const std::vector<CachedObject>& objects) {
  const bool has_rows = std::any_of(objects.begin(), objects.end(), [](const auto& object) {
    return !object.is_index && object.blocks > 0;
  });
  if (has_rows) return;
  throw DatabaseError(fmt::format("target: {} has no rows that could be in shared_buffers: look "
                                  "again when it has some, or name it in \"except\"",
                                  relation),
                      "");
}

Outcome Run(const Inspection& in) {
  const auto& objects =
      in.memory.Get<ObjectsByRelation>(in.arguments, [&] { return ReadObjects(in); });
  const std::string& relation = in.plan.RelationNamed(in.subject.relation).target;
  const auto found = objects.find(QuotedName(ParseRelationName(relation)));
  if (found == objects.end()) throw NoSuchRelation("target", relation);
  RequireRows(relation, found->second);
  const std::int64_t least = in.arguments.Integer("min_percent");
  Outcome outcome;
  for (const CachedObject& object : found->second) {
    if (object.blocks == 0) continue;  // an empty partition, or one whose partitions have the rows
    ++outcome.examined;
    const std::string have = fmt::format("{}: {} % of {} in shared_buffers", object.name,
                                         object.Percent(), Counted(object.blocks, "block"));
    if (object.Percent() >= least) {
      outcome.notes.push_back(have);
    } else {
      outcome.findings.push_back({relation, have, fmt::format("at least {} %", least)});
    }
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "warm",
          .summary = "The target has the relations that matter in shared_buffers.",
          .meaning = "The first queries after the switch wait for the disk, and pile up.",
          .remedy = "SELECT pg_prewarm('...') for each, or run the application's queries there.",
          .phases = {Phase::kCutover},
          .parameters = {RelationListParameter("relations", "the relations that matter").Required(),
                         ExceptParameter(),
                         IntegerParameter("min_percent",
                                          "per cent of the blocks of each table and index, at "
                                          "most 100; less where they don't fit")
                             .Default(90)
                             .AtLeast(1)},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kMonitoring};
}

}  // namespace gonogo::warm
