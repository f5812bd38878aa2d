// Columns meet by name, whatever their order; one that has no counterpart is never left out in
// silence.
#include "compare/forms/compared_relation.h"

#include <algorithm>
#include <set>

#include "core/error.h"
#include "core/text/suggestion.h"

namespace gonogo {
namespace {

using Names = std::vector<std::string>;

bool Has(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Names NamesOf(const std::vector<Column>& columns) {
  Names names;
  for (const Column& column : columns) names.push_back(column.name);
  return names;
}

const Column* Find(const RelationShape& shape, const std::string& name) {
  for (const Column& column : shape.columns) {
    if (column.name == name) return &column;
  }
  return nullptr;
}

void RequireColumns(const Names& named, const RelationShape& shape) {
  const Names known = NamesOf(shape.columns);
  for (const std::string& name : named) {
    if (Has(known, name)) continue;
    throw PlanError(QuotedName(shape.name) + " has no column \"" + name + "\"" +
                    Suggestion(name, known));
  }
}

class Pairing {
 public:
  Pairing(const ComparedRelation& relation, const RelationShape& source,
          const RelationShape& target)
      : relation_(relation), source_(source), target_(target) {
    RequireColumns(relation.columns, source);
    RequireColumns(relation.key, source);
    for (const std::string& name : relation.except_columns) {
      if (Find(target, name) == nullptr) RequireColumns({name}, source);
      if (Has(relation.key, name)) {
        throw PlanError("column \"" + name + "\" of " + QuotedName(source.name) +
                        " is in the key, and cannot be left out");
      }
    }
    std::set<std::string> taken;
    for (const auto& [from, to] : relation.target_of) {
      RequireColumns({from}, source);
      if (taken.insert(to).second) continue;
      throw PlanError("two columns of " + QuotedName(source.name) + " cannot both be \"" + to +
                      "\" on the target");
    }
  }

  PairedColumns Paired() const {
    PairedColumns paired;
    const Names key = Key();
    for (const std::string& name : key) {
      if (const Column* there = Counterpart(name)) {
        paired.key.push_back({*Find(source_, name), *there});
      }
    }
    if (paired.key.size() < key.size()) paired.key.clear();  // the missing one is found below
    std::set<std::string> met;
    for (const Column& column : source_.columns) {
      const Column* const there = Counterpart(column.name);
      if (there != nullptr) met.insert(there->name);
      if (!IsWanted(column.name)) continue;
      if (there == nullptr) {
        paired.missing_on_target.push_back(column.name);
      } else if (paired.key.empty() || !Has(key, column.name)) {
        paired.others.push_back({column, *there});
      }
    }
    paired.missing_on_source = Unmet(met);
    return paired;
  }

 private:
  // The target's columns that no column of the source met, where all are compared.
  Names Unmet(const std::set<std::string>& met) const {
    Names unmet;
    for (const Column& column : target_.columns) {
      const bool excepted = Has(relation_.except_columns, column.name);
      if (relation_.columns.empty() && !excepted && !met.contains(column.name)) {
        unmet.push_back(column.name);
      }
    }
    return unmet;
  }

  bool IsWanted(const std::string& name) const {
    return (relation_.columns.empty() || Has(relation_.columns, name)) &&
           !Has(relation_.except_columns, name);
  }

  const Column* Counterpart(const std::string& name) const {
    const auto renamed = relation_.target_of.find(name);
    return Find(target_, renamed == relation_.target_of.end() ? name : renamed->second);
  }

  // The key that is named, else the source's own, unless a part of that is not to be compared.
  Names Key() const {
    if (!relation_.key.empty()) return relation_.key;
    const auto excepted = [&](const std::string& name) {
      return Has(relation_.except_columns, name);
    };
    return std::any_of(source_.key.begin(), source_.key.end(), excepted) ? Names() : source_.key;
  }

  const ComparedRelation& relation_;
  const RelationShape& source_;
  const RelationShape& target_;
};

}  // namespace

std::string NameOf(Method method) {
  switch (method) {
    case Method::kNative:
      return "native";
    case Method::kText:
      return "text";
    case Method::kSha256:
      return "sha256";
  }
  return "";
}

Method MethodNamed(const std::string& name) {
  for (const Method method : {Method::kNative, Method::kText, Method::kSha256}) {
    if (NameOf(method) == name) return method;
  }
  throw PlanError("method \"" + name + "\" is unknown" + Suggestion(name, MethodNames()));
}

std::vector<std::string> MethodNames() { return {"native", "text", "sha256"}; }

std::vector<ColumnPair> PairedColumns::All() const {
  std::vector<ColumnPair> all = key;
  all.insert(all.end(), others.begin(), others.end());
  return all;
}

PairedColumns PairColumns(const ComparedRelation& relation, const RelationShape& source,
                          const RelationShape& target) {
  return Pairing(relation, source, target).Paired();
}

}  // namespace gonogo
