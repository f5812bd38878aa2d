// The source is what is wanted, the target what is there.
#include "gates/objects/object_comparison.h"

#include <set>

#include "core/text/digest.h"
#include "core/text/json.h"
#include "gates/objects/normalized_expression.h"
#include "gates/parser/query_tree.h"

namespace gonogo {
namespace {

Value Restored(const Json& text) {
  return text.is_null() ? Value() : AsRestored(text.get<std::string>());
}

Property ReadProperty(const Json& property) {
  if (!property.is_object()) return {Restored(property)};
  const auto only = property.begin();
  const std::string& kind = only.key();
  return {.text = Restored(only.value()),
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
      outcome_.findings.push_back({subject,
                                   target == nullptr ? "not on the target" : "on the target",
                                   source == nullptr ? "not on the source" : "on the source"});
      return;
    }
    const bool differs = FindDifferences(subject, *source, *target);
    if (!differs && target->doubt) {
      outcome_.notes.push_back(subject + ": " + *target->doubt + ", on both sides");
    }
  }

  Outcome Result() { return std::move(outcome_); }

 private:
  bool FindDifferences(const std::string& subject, const Object& source, const Object& target) {
    std::set<std::string> names;
    for (const Object* const object : {&source, &target}) {
      for (const auto& [name, property] : object->properties) names.insert(name);
    }
    bool differs = false;
    for (const std::string& name : names) {
      const Property want = Of(source, name);
      const Property have = Of(target, name);
      if (have.text == want.text || MeansTheSame(subject + " " + name, have, want)) continue;
      differs = true;
      outcome_.findings.push_back(
          {subject, name + ": " + Describe(have), name + ": " + Describe(want)});
    }
    return differs;
  }

  bool MeansTheSame(const std::string& what, const Property& have, const Property& want) {
    const bool are_queries = have.is_query && have.text && want.text;
    if (!are_queries || !SameQuery(*have.text, *want.text)) return false;
    outcome_.notes.push_back(what + " reads otherwise, as its server's version writes it, " +
                             "and means the same");
    return true;
  }

  static Property Of(const Object& object, const std::string& name) {
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
  ObjectComparer comparison(prefix);
  for (const std::string& name : names) {
    comparison.Compare(name, Find(source, name), Find(target, name));
  }
  Outcome outcome = comparison.Result();
  outcome.notes.push_back("source " + std::to_string(source.size()) + ", target " +
                          std::to_string(target.size()));
  return outcome;
}

}  // namespace gonogo
