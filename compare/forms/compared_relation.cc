// Pairs columns by name, in any order. A column without a counterpart is reported as missing.
#include "compare/forms/compared_relation.h"

#include <fmt/format.h>

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
    throw PlanError(fmt::format("{} has no column \"{}\"{}", QuotedName(shape.name), name,
                                Suggestion(name, known)));
  }
}

// Timestamps without a time zone are read as UTC if the other side has one: that is what they must
// mean if ALTER TABLE ... TYPE timestamptz USING column AT TIME ZONE 'UTC' was right.
ColumnPair PairOf(Column source, Column target) {
  source.read_in_utc = source.base == "timestamptz" && target.base == "timestamp";
  target.read_in_utc = target.base == "timestamptz" && source.base == "timestamp";
  return {std::move(source), std::move(target)};
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
        throw PlanError(fmt::format("column \"{}\" of {} is in the key, so it can't be excepted",
                                    name, QuotedName(source.name)));
      }
    }
    std::set<std::string> taken;
    for (const auto& [from, to] : relation.target_of) {
      RequireColumns({from}, source);
      if (taken.insert(to).second) continue;
      throw PlanError(fmt::format("two columns of {} are mapped to \"{}\" on the target",
                                  QuotedName(source.name), to));
    }
  }

  PairedColumns Paired() const {
    PairedColumns paired;
    const Names key = Key();
    for (const std::string& name : key) {
      if (const Column* there = Counterpart(name)) {
        paired.key.push_back(PairOf(*Find(source_, name), *there));
      }
    }
    if (paired.key.size() < key.size()) paired.key.clear();  // reported as missing below
    std::set<std::string> matched;
    for (const Column& column : source_.columns) {
      const Column* const there = Counterpart(column.name);
      if (there != nullptr) matched.insert(there->name);
      if (!IsWanted(column.name)) continue;
      if (there == nullptr) {
        paired.missing_on_target.push_back(column.name);
      } else if (paired.key.empty() || !Has(key, column.name)) {
        paired.others.push_back(PairOf(column, *there));
      }
    }
    paired.missing_on_source = Unmatched(matched);
    return paired;
  }

 private:
  // Returns the target's columns without a counterpart, if all columns are compared.
  Names Unmatched(const std::set<std::string>& matched) const {
    Names unmatched;
    for (const Column& column : target_.columns) {
      const bool excepted = Has(relation_.except_columns, column.name);
      if (relation_.columns.empty() && !excepted && !matched.contains(column.name)) {
        unmatched.push_back(column.name);
      }
    }
    return unmatched;
  }

  bool IsWanted(const std::string& name) const {
    return (relation_.columns.empty() || Has(relation_.columns, name)) &&
           !Has(relation_.except_columns, name);
  }

  const Column* Counterpart(const std::string& name) const {
    const auto renamed = relation_.target_of.find(name);
    return Find(target_, renamed == relation_.target_of.end() ? name : renamed->second);
  }

  // Returns the given key, else the source's own. Returns none if a column of that is excepted.
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
  throw PlanError(UnknownName("method", name, MethodNames()));
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
