// large_objects: each large object is on both sides, under the same oid and with the same contents.
// No tool that compares tables sees them.
#include <map>

#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "sql/contents.h"

namespace gonogo {
namespace {

constexpr std::size_t kShown = 100;

using TextByName = std::map<std::string, std::string>;

std::vector<Subject> Subjects(const Plan&, const Arguments&) { return {{"contents", ""}}; }

struct Sums {
  std::int64_t objects = 0;
  TextByName by_bucket;
};

Sums Read(const Rows& rows) {
  Sums sums;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Row row = rows[i];
    sums.objects += row.Integer("objects");
    sums.by_bucket[row.Text("bucket")] = row.Text("objects") + " " + row.Text("sum");
  }
  return sums;
}

TextByName Digests(const Rows& rows) {
  TextByName digests;
  for (std::size_t i = 0; i < rows.size(); ++i)
    digests[rows[i].Text("oid")] = rows[i].Text("sha256");
  return digests;
}

// The names under which the two sides have not the same text.
std::vector<std::string> Differing(const TextByName& source, const TextByName& target) {
  TextByName all = source;
  all.insert(target.begin(), target.end());
  std::vector<std::string> names;
  for (const auto& [name, text] : all) {
    const auto there = source.find(name);
    const auto here = target.find(name);
    const bool both = there != source.end() && here != target.end();
    if (!both || there->second != here->second) names.push_back(name);
  }
  return names;
}

Outcome Run(const Inspection& in) {
  const BothRows sums = in.pair.Query(sql::kLargeObjectsSums, {});
  const Sums source = Read(sums.source);
  const Sums target = Read(sums.target);
  Outcome outcome{.examined = 1,
                  .findings = {},
                  .notes = {"source " + Counted(source.objects, "large object") + ", target " +
                            Counted(target.objects, "large object")}};
  const auto buckets = Differing(source.by_bucket, target.by_bucket);
  if (buckets.empty()) return outcome;
  const BothRows rows = in.pair.Query(sql::kLargeObjectsOfBuckets, {ToText(Json(buckets))});
  const TextByName wanted = Digests(rows.source);
  const TextByName found = Digests(rows.target);
  const auto differing = Differing(wanted, found);
  outcome.findings.push_back({"large objects",
                              Counted(static_cast<std::int64_t>(differing.size()), "object") +
                                  " missing, extra or different",
                              "the " + Counted(source.objects, "object") + " of the source"});
  for (const std::string& oid : differing) {
    if (outcome.findings.size() > kShown) break;
    const bool missing = !found.contains(oid);
    const bool extra = !wanted.contains(oid);
    outcome.findings.push_back({"large object " + oid,
                                missing ? "no such object"
                                : extra ? "an object that the source lacks"
                                        : "other contents",
                                extra ? "no such object" : "the object as on the source"});
  }
  return outcome;
}

}  // namespace

Gate large_objects() {
  return {.name = "large_objects",
          .summary = "Each large object is on both sides with the same contents.",
          .phases = {Phase::kVerify, Phase::kGate},
          .parameters = {},
          .subjects = Subjects,
          .run = Run};
}

}  // namespace gonogo
