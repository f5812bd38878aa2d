// The source says what is wanted, the target what exists.
#include "gates/objects/object_comparison.h"

#include <fmt/format.h>

#include <set>

#include "core/text/digest.h"
#include "core/text/json.h"
#include "gates/objects/normalized_expression.h"
#include "gates/parser/query_tree.h"

namespace gonogo {
namespace {

Value ReadText(const Json& text) {
  return text.is_null() ? Value() : NormalizedExpression(text.get<std::string>());
}

Property ReadProperty(const Json& property) {
  if (!property.is_object()) return {ReadText(property)};
  const auto only = property.begin();
  const std::string& kind = only.key();
  return {.text = ReadText(only.value()),
          .is_query = kind == "query" || kind == "unshown_query",
          .is_shown = kind == "query"};
}

constexpr std::size_t kDigestShown = 12;  // characters: enough to tell two texts apart

std::string Describe(const Property& property) {
  if (!property.text) return "none";
  if (property.is_shown) return *property.text;
  return "sha256 " + Sha256(*property.text).substr(0, kDigestShown);
}

class ObjectComparer {
 public:
  explicit ObjectComparer(std::string prefix) : prefix_(std::move(prefix)) {}

  void Compare(const std::string& name, const Object* source, const Object* target) {
    ++outcome_.examined;
    const std::string subject = prefix_ + name;
    if (source == nullptr || target == nullptr) {
      outcome_.findings.push_back(
          target == nullptr ? Finding{subject, "none on the target", "one, as on the source"}
                            : Finding{subject, "one on the target", "none, as on the source"});
      return;
    }
    const bool differs = FindDifferences(subject, *source, *target);
    if (!differs && target->doubt) {
      outcome_.notes.push_back(fmt::format("{}: {}, on both sides", subject, *target->doubt));
    }
  }

  Outcome Result() { return std::move(outcome_); }

 private:
  // Adds a finding for each property that differs. Returns true if any does.
  bool FindDifferences(const std::string& subject, const Object& source, const Object& target) {
    std::set<std::string> names;
    for (const Object* const object : {&source, &target}) {
      for (const auto& [name, property] : object->properties) names.insert(name);
    }
    bool differs = false;
    for (const std::string& name : names) {
      const Property want = PropertyNamed(name, source);
      const Property have = PropertyNamed(name, target);
      if (have.text == want.text || AreSameQuery(subject + " " + name, have, want)) continue;
      differs = true;
      outcome_.findings.push_back({subject, fmt::format("{}: {}", name, Describe(have)),
                                   fmt::format("{}: {}", name, Describe(want))});
    }
    return differs;
  }

  // Returns true if both texts are one query, and notes that they are printed differently.
  bool AreSameQuery(const std::string& what, const Property& have, const Property& want) {
    const bool are_queries = have.is_query && have.text && want.text;
    if (!are_queries || !SameQuery(*have.text, *want.text)) return false;
    outcome_.notes.push_back(what +
                             " is the same query, which the two server versions print differently");
    return true;
  }

  static Property PropertyNamed(const std::string& name, const Object& object) {
    const auto found = object.properties.find(name);
    return found == object.properties.end() ? Property() : found->second;
  }

  std::string prefix_;
  Outcome outcome_;
};

const Object* Find(const Objects& objects, const std::string& name) {
  const auto found = objects.find(name);
  return found == objects.end() ? nullptr : &found->second;
}

}  // namespace

Object ReadObject(const Row& row) {
  Object object{.properties = {}, .doubt = row.Maybe("doubt")};
  const Json properties = ParseJson(row.Text("properties"));
  for (const auto& [name, property] : properties.items()) {
    object.properties[name] = ReadProperty(property);
  }
  return object;
}

Object OnTarget(Object object, const Renaming& renaming) {
  for (auto& [name, property] : object.properties) {
    if (property.text) property.text = renaming.OnTarget(*property.text);
  }
  return object;
}

Outcome CompareObjects(const std::string& prefix, const Objects& source, const Objects& target) {
  std::set<std::string> names;
  for (const Objects* const objects : {&source, &target}) {
    for (const auto& [name, object] : *objects) names.insert(name);
  }
  ObjectComparer comparer(prefix);
  for (const std::string& name : names) {
    comparer.Compare(name, Find(source, name), Find(target, name));
  }
  Outcome outcome = comparer.Result();
  outcome.notes.push_back(fmt::format("source {}, target {}", source.size(), target.size()));
  return outcome;
}

}  // namespace gonogo
