// large_objects: compares the large objects of both sides by oid and contents. Tools that compare
// tables don't see them.
#include <fmt/format.h>

#include <map>

#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/inspection.h"
#include "sql/contents.h"

namespace gonogo::large_objects {
namespace {

constexpr std::size_t kShown = 100;

using TextByName = std::map<std::string, std::string>;

std::vector<Subject> Subjects(const Plan&, const Arguments&) { return {{"contents", ""}}; }

struct Sums {
  std::int64_t objects = 0;
  TextByName by_bucket;
};

Sums SumsOf(const Rows& rows) {
  Sums sums;
  for (const Row row : rows) {
    sums.objects += row.Integer("objects");
    sums.by_bucket[row.Text("bucket")] = row.Text("objects") + " " + row.Text("sum");
  }
  return sums;
}

TextByName DigestsOf(const Rows& rows) {
  TextByName digests;
  for (const Row row : rows) digests[row.Text("oid")] = row.Text("sha256");
  return digests;
}

// Returns the names that only one side has, or whose texts differ.
std::vector<std::string> Differing(const TextByName& source, const TextByName& target) {
  TextByName all = source;
  all.insert(target.begin(), target.end());
  std::vector<std::string> names;
  for (const auto& [name, text] : all) {
    const auto on_source = source.find(name);
    const auto on_target = target.find(name);
    const bool both = on_source != source.end() && on_target != target.end();
    if (!both || on_source->second != on_target->second) names.push_back(name);
  }
  return names;
}

Finding FindingOf(const std::string& oid, const TextByName& source, const TextByName& target) {
  const std::string subject = "large object " + oid;
  if (!source.contains(oid))
    return {subject, "an object that isn't on the source", "no such object"};
  return {subject, target.contains(oid) ? "different contents" : "no such object",
          "the object as on the source"};
}

Outcome Run(const Inspection& in) {
  const BothRows sums = in.pair.Query(sql::kLargeObjectsSums, {});
  const Sums source = SumsOf(sums.source);
  const Sums target = SumsOf(sums.target);
  Outcome outcome{
      .examined = 1,
      .findings = {},
      .notes = {fmt::format("source {}, target {}", Counted(source.objects, "large object"),
                            Counted(target.objects, "large object"))}};
  const auto buckets = Differing(source.by_bucket, target.by_bucket);
  if (buckets.empty()) return outcome;
  const BothRows rows = in.pair.Query(sql::kLargeObjectsOfBuckets, {ToText(Json(buckets))});
  const TextByName wanted = DigestsOf(rows.source);
  const TextByName found = DigestsOf(rows.target);
  const auto differing = Differing(wanted, found);
  outcome.findings.push_back(
      {"large objects", Counted(differing.size(), "object") + " missing, extra or different",
       fmt::format("the {} of the source", Counted(source.objects, "object"))});
  for (const std::string& oid : differing) {
    outcome.has_more = outcome.findings.size() > kShown;
    if (outcome.has_more) break;
    outcome.findings.push_back(FindingOf(oid, wanted, found));
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "large_objects",
      .summary = "Each large object is on both sides with the same contents.",
      .meaning =
          "The application can't read these large objects, or reads other bytes than were stored.",
      .remedy =
          "Copy them again with pg_dump -b of the source; remove with lo_unlink what only the "
          "target has.",
      .phases = {Phase::kVerify, Phase::kGate},
      .parameters = {},
      .subjects = Subjects,
      .run = Run};
}

}  // namespace gonogo::large_objects
