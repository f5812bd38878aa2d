// Puts causes with the same key into one group.
#include "core/record/cause_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <utility>

#include "core/record/cause.h"
#include "core/record/declared_results.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::size_t kShownMembers = 3;
constexpr const char* kDidNotRun = "did not run";

// Adds the text unless it was the last one.
void AddOnce(std::vector<std::string>& all, const std::string& one) {
  if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

// Returns the name of a relation without its kind and schema: users of "table users", as servers
// call it, and of public.users.
std::string BareName(const std::string& object) {
  static const std::set<std::string> kinds = {"table",    "foreign table",     "view",
                                              "sequence", "materialized view", "relation"};
  const std::size_t dot = object.find('.');
  if (dot != std::string::npos) return object.substr(dot + 1);
  const std::size_t space = object.rfind(' ');
  const bool has_kind = space != std::string::npos && kinds.contains(object.substr(0, space));
  return has_kind ? object.substr(space + 1) : object;
}

// Returns whether both name one object: "table public.users", "public.users" and "table users" do.
// Objects of two schemas aren't one, even if they are called the same.
bool AreOneObject(const std::string& one, const std::string& other) {
  if (one == other || one.ends_with(" " + other) || other.ends_with(" " + one)) return true;
  const bool has_schema = one.find('.') != std::string::npos;
  const bool has_other = other.find('.') != std::string::npos;
  return has_schema != has_other && BareName(one) == BareName(other);
}

// Returns what all names of one object end with.
std::string LastWord(const std::string& object) {
  const std::string word = object.substr(object.rfind(' ') + 1);
  return word.substr(word.rfind('.') + 1);
}

class Grouping {
 public:
  void Add(Status status, const std::string& check, const std::string& name, const Cause& cause) {
    const auto [place, is_new] = places_.emplace(cause.key, groups_.size());
    if (is_new)
      groups_.push_back({.status = status, .decides = cause.decides, .cause = cause.text});
    CauseGroup& group = groups_[place->second];
    if (group.cause != cause.text) group.cause = cause.pattern;
    group.todo = cause.todo;
    group.relation = cause.relation;
    group.members.push_back(cause.member);
    if (!cause.object.empty()) AddObject(place->second, cause.object);
    if (status == Status::kFail) group.status = status;  // also if errors follow from it
    AddOnce(group.checks, check);
    // A case has its causes one after the other.
    if (group.cases.empty() || group.cases.back() != name) group.cases.push_back(name);
  }

  std::vector<CauseGroup> Result() && { return std::move(groups_); }

 private:
  // Different checks call an object by its name, with its schema, or with its kind. There may be
  // thousands.
  void AddObject(std::size_t group, const std::string& object) {
    std::vector<std::string>& similar = similar_[{group, LastWord(object)}];
    const auto is_same = [&](const std::string& one) { return AreOneObject(one, object); };
    if (std::any_of(similar.begin(), similar.end(), is_same)) return;
    similar.push_back(object);
    groups_[group].objects.push_back(object);
  }

  std::vector<CauseGroup> groups_;
  std::map<std::string, std::size_t> places_;  // in groups_, by key
  // Objects of a group, by their last word.
  std::map<std::pair<std::size_t, std::string>, std::vector<std::string>> similar_;
};

// "a, b, c and 4 more"
std::string FirstOf(const std::vector<std::string>& members) {
  return FirstFew(members, kShownMembers);
}

// "public.orders: 1 row missing on the target (row_count, row_checksum): (id=7)"
std::string DescribeLinked(const CauseGroup& group) {
  const std::string& relation = group.relation;
  std::vector<std::string> rows;
  for (const std::string& member : group.members) {
    if (member.starts_with(relation + " (")) AddOnce(rows, member.substr(relation.size() + 1));
  }
  return fmt::format("{}: {} ({}){}", relation, group.cause, Join(group.checks, ", "),
                     rows.empty() ? "" : ": " + FirstOf(rows));
}

// "table public.a, table public.b: missing on the target (inventory, owners and 4 more checks)"
std::string DescribeObjects(const CauseGroup& group) {
  const bool is_one = group.objects.size() == 1 && group.cases.size() == 1;
  const bool is_named = group.cause.find(group.objects.front()) != std::string::npos;
  if (is_named) return FirstOf(group.cases) + ": " + group.cause;
  const std::size_t more = group.checks.size() - std::min(group.checks.size(), kShownMembers);
  const std::string checks = FirstOf(group.checks) + (more == 0   ? ""
                                                      : more == 1 ? " check"
                                                                  : " checks");
  return is_one ? fmt::format("{}: {}: {}", group.cases.front(), group.objects.front(), group.cause)
                : fmt::format("{}: {} ({})", FirstOf(group.objects), group.cause, checks);
}

}  // namespace

std::vector<CauseGroup> GroupsOf(const Evidence& evidence) {
  const DeclaredResults results(evidence);
  const ContentDifferences differences = DifferencesIn(evidence);
  Grouping grouping;
  for (std::size_t i = 0; i < evidence.run.declared.size(); ++i) {
    const DeclaredCase& declared = evidence.run.declared[i];
    const std::span<const CaseResult* const> found = results.Of(i);
    if (found.empty()) {
      grouping.Add(Status::kNotRun, declared.check, declared.name(),
                   {kDidNotRun, kDidNotRun, kDidNotRun, declared.name()});
    }
    for (const CaseResult* const result : found) {
      const Status status = StatusOf(*result, evidence.run);
      for (const Cause& cause : CausesOf(*result, declared.severity, evidence.run, differences)) {
        grouping.Add(status, result->check, result->name(), cause);
      }
    }
  }
  return std::move(grouping).Result();
}

std::string TextOf(const CauseGroup& group) {
  std::string text = StatusName(group.status) + (group.decides ? " " : " (advisory) ");
  const bool has_findings = group.status == Status::kFail || group.status == Status::kPass;
  if (!group.relation.empty()) {
    text += DescribeLinked(group);
  } else if (!group.objects.empty()) {
    text += DescribeObjects(group);
  } else if (group.cause == kDidNotRun) {
    return FirstOf(group.members) + " " + kDidNotRun;
  } else if (!has_findings) {
    text += FirstOf(group.members) + ": " + group.cause;
  } else if (group.cases.size() > 1) {
    text += fmt::format("{}: {}: {}", group.checks.front(), FirstOf(group.members), group.cause);
  } else {
    const std::string& name = group.cases.front();
    const bool is_same = name == group.checks.front() + "." + group.members.front();
    text += is_same && group.members.size() == 1
                ? fmt::format("{}: {}", name, group.cause)
                : fmt::format("{}: {}: {}", name, FirstOf(group.members), group.cause);
  }
  return text;
}

std::string Describe(const CauseGroup& group) {
  return TextOf(group) + (group.todo.empty() ? "" : "; " + group.todo);
}

std::vector<std::string> OwnersOf(const CauseGroup& group, const RunHeader& run) {
  std::vector<std::string> owners;
  for (const std::string& check : group.checks) {
    const auto about = run.about.find(check);
    if (about != run.about.end() && !about->second.owner.empty()) {
      AddOnce(owners, about->second.owner);
    }
  }
  return owners;
}

std::vector<std::string> SummaryOf(const Verdict& verdict, const std::vector<CauseGroup>& groups) {
  constexpr std::size_t kMost = 10;
  constexpr std::size_t kMostGroups = 20;
  constexpr std::size_t kMostOfCheck = 5;
  std::vector<std::string> lines;
  for (const std::string& reason : verdict.run_reasons) {
    if (lines.size() < kMost) lines.push_back(reason);
  }
  if (verdict.run_reasons.size() > kMost) {
    lines.push_back(
        fmt::format("and {}", Counted(verdict.run_reasons.size() - kMost, "more reason")));
  }
  std::size_t shown = 0;
  std::map<std::string, std::size_t> of_check;
  std::map<std::string, std::size_t> left_out;  // findings, by check
  for (const CauseGroup& group : groups) {
    if (!group.decides || group.status == Status::kPass) continue;
    const std::string& check = group.checks.front();
    if (shown == kMostGroups || of_check[check] == kMostOfCheck) {
      left_out[check] += group.members.size();
      continue;
    }
    lines.push_back(Describe(group));
    ++shown;
    ++of_check[check];
  }
  for (const auto& [check, findings] : left_out) {
    lines.push_back(
        fmt::format("{}: {}, which the evidence lists", check, Counted(findings, "more finding")));
  }
  return lines;
}

bool ToldCauses::Tell(const CaseResult& result, const RunHeader& run) {
  const auto causes = CausesOf(result, result.severity, run, {});
  const int most = StatusOf(result, run) == Status::kFail ? 3 : 1;
  std::set<std::string> keys;
  for (const Cause& cause : causes) keys.insert(cause.key);
  bool is_new = keys.empty();
  for (const std::string& key : keys) is_new = ++told_[key] <= most || is_new;
  return is_new;
}

}  // namespace gonogo
