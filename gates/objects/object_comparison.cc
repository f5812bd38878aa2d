// The source says what is wanted, the target what exists.
#include "gates/objects/object_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/json/json.h"
#include "core/text/digest.h"
#include "core/text/text.h"
#include "core/text/wrapped.h"

namespace gonogo {
namespace {

Value ReadText(const Json& text) { return text.is_null() ? Value() : text.get<std::string>(); }

Property::Rule ReadRule(const std::string& kind) {
  if (kind == "own") return Property::Rule::kOwn;
  if (kind == "at_least") return Property::Rule::kAtLeast;
  if (kind == "or_none") return Property::Rule::kOrNone;
  return kind == "reported" ? Property::Rule::kReported : Property::Rule::kSame;
}

Property ReadProperty(const Json& property) {
  if (!property.is_object()) return {.text = ReadText(property)};
  const auto only = property.begin();
  const std::string& kind = only.key();
  return {.text = ReadText(only.value()),
          .text_if_moved = {},
          .kind = KindOf(kind),
          .rule = ReadRule(kind),
          .is_shown = !kind.starts_with("unshown")};
}

constexpr std::size_t kDigestShown = 12;  // characters: enough to tell two texts apart

std::string Describe(const Property& property) {
  if (!property.text) return "none";
  if (property.is_shown) return *property.text;
  return "sha256 " + Sha256(*property.text).substr(0, kDigestShown);
}

// Returns ", with definition: btree (id); unique: true": what somebody needs who creates the
// object. Leaves out what isn't shown, properties that are off, and what is beyond a few hundred
// bytes.
std::string Definition(const Object& object) {
  constexpr std::size_t kMost = 400;
  std::string text;
  for (const auto& [name, property] : object.properties) {
    const bool is_set = property.text && *property.text != "false" && !property.text->empty();
    if (!is_set || !property.is_shown) continue;
    text += fmt::format("{}{}: {}", text.empty() ? ", with " : "; ", name, *property.text);
  }
  return CutTo(text, kMost);
}

// Returns true if the object is only a list of properties with rules of their own, so that a side
// without it has none of them.
bool MayBeMissing(const Object& object) {
  const auto has_rule = [](const auto& named) {
    return named.second.rule == Property::Rule::kOwn ||
           named.second.rule == Property::Rule::kAtLeast ||
           named.second.rule == Property::Rule::kOrNone;
  };
  return !object.properties.empty() && std::ranges::all_of(object.properties, has_rule);
}

bool AreOwn(const Property& have, const Property& want) {
  const auto is_own = [](const Property& property) {
    return !property.text || property.rule == Property::Rule::kOwn;
  };
  return is_own(have) && is_own(want);
}

Severity SeverityOf(const Property& have, const Property& want) {
  const bool is_more = have.rule == Property::Rule::kAtLeast && !want.text;
  const bool is_reported = (have.text ? have : want).rule == Property::Rule::kReported;
  return is_more || is_reported ? Severity::kAdvisory : Severity::kRequired;
}

class ObjectComparer {
 public:
  ObjectComparer(std::string prefix, Severity additions)
      : prefix_(std::move(prefix)), additions_(additions) {}

  void Compare(const std::string& name, const Object* source, const Object* target) {
    if (!missing_.empty() && name.starts_with(missing_)) return;  // a part of it is missing with it
    ++outcome_.examined;
    const std::string subject = prefix_ + name;
    const bool is_on_both = source != nullptr && target != nullptr;
    if (!is_on_both && !MayBeMissing(source == nullptr ? *target : *source)) {
      outcome_.findings.push_back(
          target == nullptr
              ? Finding{subject, "none on the target", kOneAsOnTheSource + Definition(*source)}
              : Finding{subject, "one on the target", "none, as on the source", additions_});
      missing_ = name + " ";
      return;
    }
    static const Object kNone;
    const bool differs = FindDifferences(subject, source == nullptr ? kNone : *source,
                                         target == nullptr ? kNone : *target);
    if (!differs && target != nullptr && target->doubt) {
      outcome_.notes.push_back(fmt::format("{}: {}, on both sides", subject, *target->doubt));
    }
  }

  Outcome Result() {
    if (printed_differently_ > 0) {
      outcome_.notes.push_back(Counted(printed_differently_, "definition") +
                               " printed differently, with the same meaning");
    }
    return std::move(outcome_);
  }

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
      if (have.text == want.text || AreOwn(have, want) || AreSameDefinition(have, want)) continue;
      differs = true;
      outcome_.findings.push_back({subject, fmt::format("{}: {}", name, Describe(have)),
                                   fmt::format("{}: {}", name, Describe(want)),
                                   SeverityOf(have, want)});
    }
    return differs;
  }

  bool AreSameDefinition(const Property& have, const Property& want) {
    if (!have.text || !want.text) return false;
    if (want.text_if_moved && AreSame(have.kind, *have.text, *want.text_if_moved)) return true;
    if (!AreSame(have.kind, *have.text, *want.text)) return false;
    ++printed_differently_;
    return true;
  }

  static Property PropertyNamed(const std::string& name, const Object& object) {
    const auto found = object.properties.find(name);
    return found == object.properties.end() ? Property() : found->second;
  }

  std::string prefix_;
  Severity additions_;
  std::string missing_;  // how the names of the parts of the last missing object begin
  Outcome outcome_;
  int printed_differently_ = 0;
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

Object OnTarget(Object object, const Renaming& renaming, const RelationName& around) {
  const NewName new_name = [&](const RelationName& relation) {
    return renaming.NewNameOf(relation);
  };
  for (auto& [name, property] : object.properties) {
    if (!property.text) continue;
    std::string& text = *property.text;
    if (renaming.renames()) text = WithQualifiedColumns(property.kind, text, around, new_name);
    property.text_if_moved = renaming.OnTargetIfMoved(text);
    text = renaming.OnTarget(text);
  }
  return object;
}

Outcome CompareObjects(const std::string& prefix, const Objects& source, const Objects& target,
                       Severity additions) {
  std::set<std::string> names;
  for (const Objects* const objects : {&source, &target}) {
    for (const auto& [name, object] : *objects) names.insert(name);
  }
  ObjectComparer comparer(prefix, additions);
  for (const std::string& name : names) {
    comparer.Compare(name, Find(source, name), Find(target, name));
  }
  Outcome outcome = comparer.Result();
  outcome.notes.push_back(fmt::format("source {}, target {}", source.size(), target.size()));
  return outcome;
}

Severity SeverityOfAdditions(const Plan& plan) {
  return plan.baseline ? plan.baseline->additions : Severity::kRequired;
}

}  // namespace gonogo
