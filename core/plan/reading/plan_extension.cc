// Each merged value keeps the file and line of the plan that it comes from.
#include "core/plan/reading/plan_extension.h"

namespace gonogo {
namespace {

bool IsAtOrBelow(const std::string& pointer, const std::string& root) {
  return pointer.starts_with(root) &&
         (pointer.size() == root.size() || pointer[root.size()] == '/');
}

class PlanMerger {
 public:
  PlanMerger(LocatedJson& base, const LocatedJson& changes) : base_(base), changes_(changes) {}

  void Merge(Json& into, const std::string& pointer, const Json& from,
             const std::string& from_pointer) {
    if (into.is_object() && from.is_object()) {
      for (const auto& [key, value] : from.items()) {
        MergeMember(into, key, pointer, value, Below(from_pointer, key));
      }
    } else if (pointer == "/checks" && into.is_array() && from.is_array()) {
      // Merges only with checks of the base. If `from` has a new id twice, ReadPlan reports it.
      const std::size_t base_size = into.size();
      for (std::size_t i = 0; i < from.size(); ++i) {
        MergeCheck(into, base_size, from[i], Below(from_pointer, i));
      }
    } else {
      Replace(into, pointer, from, from_pointer);
    }
  }

 private:
  void MergeMember(Json& into, const std::string& key, const std::string& pointer,
                   const Json& value, const std::string& from_pointer) {
    const std::string member = Below(pointer, key);
    if (value.is_null()) {
      into.erase(key);
      Forget(member);
    } else if (into.contains(key)) {
      Merge(into[key], member, value, from_pointer);
    } else {
      Replace(into[key], member, value, from_pointer);
    }
  }

  void MergeCheck(Json& checks, std::size_t base_size, const Json& check,
                  const std::string& from_pointer) {
    for (std::size_t i = 0; i < base_size; ++i) {
      const bool same = check.is_object() && check.contains("id") && checks[i].is_object() &&
                        checks[i].contains("id") && checks[i]["id"] == check["id"];
      if (same) return Merge(checks[i], Below("/checks", i), check, from_pointer);
    }
    checks.push_back(nullptr);
    Replace(checks.back(), Below("/checks", checks.size() - 1), check, from_pointer);
  }

  void Replace(Json& into, const std::string& pointer, const Json& from,
               const std::string& from_pointer) {
    Forget(pointer);
    into = from;
    for (const auto& [changed, location] : changes_.lines) {
      if (!IsAtOrBelow(changed, from_pointer)) continue;
      base_.lines[pointer + changed.substr(from_pointer.size())] = location;
    }
  }

  void Forget(const std::string& pointer) {
    std::erase_if(base_.lines,
                  [&](const auto& entry) { return IsAtOrBelow(entry.first, pointer); });
  }

  LocatedJson& base_;
  const LocatedJson& changes_;
};

}  // namespace

LocatedJson ExtendedPlan(const LocatedJson& base, const LocatedJson& changes) {
  LocatedJson merged = base;
  PlanMerger(merged, changes).Merge(merged.value, "", changes.value, "");
  return merged;
}

}  // namespace gonogo
