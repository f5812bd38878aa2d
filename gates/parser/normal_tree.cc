// Changes the parser's tree from its leaves up.
#include "gates/parser/normal_tree.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "gates/parser/sql_script.h"
#include "gates/parser/sql_tokens.h"

namespace gonogo {
namespace {

// Where a query stands decides what of it matters.
enum class QueryPlace {
  kOutermost,  // 16 and newer don't name the only table of the outermost query
  kNamed,      // a query in FROM or WITH, whose columns have names
  kNameless,   // an operand of UNION, or a query in an expression
};

// Returns true for positions in the text, and for how something was written: f(a, b) or a OP b.
bool IsOnlySpelling(std::string_view member) {
  constexpr std::array<std::string_view, 5> kSpellings = {"location", "stmt_location", "stmt_len",
                                                          "funcformat", "row_format"};
  return std::ranges::find(kSpellings, member) != kSpellings.end();
}

// Returns true for names that may be qualified with pg_catalog, of operators too.
bool IsQualifiedName(std::string_view member) {
  constexpr std::array<std::string_view, 6> kNames = {"funcname", "names",     "name",
                                                      "collname", "collation", "opclass"};
  return std::ranges::find(kNames, member) != kNames.end();
}

std::string TextOf(const Json& node) {
  return node.contains("String") ? node.at("String").value("sval", "") : "";
}

// Calls `change` with the only member's value of a node {kind: value}.
template <typename Change>
void IfKind(Json& node, const char* kind, Change change) {
  if (node.is_object() && node.contains(kind)) change(node.at(kind));
}

void RemoveSchemaOfSystem(Json& names) {
  if (names.is_array() && names.size() == 2 && TextOf(names[0]) == "pg_catalog") names.erase(0);
}

// Replaces operands that are lists of the same operation by their operands.
void FlattenOperation(Json& operation) {
  const Json kind = operation.value("boolop", Json());
  if (kind != "AND_EXPR" && kind != "OR_EXPR") return;
  Json flat = Json::array();
  for (Json& operand : operation.at("args")) {
    const bool is_nested =
        operand.contains("BoolExpr") && operand.at("BoolExpr").value("boolop", Json()) == kind;
    if (!is_nested) {
      flat.push_back(std::move(operand));
      continue;
    }
    for (Json& inner : operand.at("BoolExpr").at("args")) flat.push_back(std::move(inner));
  }
  operation["args"] = std::move(flat);
}

// Casts the elements of an array instead of the array. The server does so when it reads what it
// printed: (ARRAY['a'::character varying])::text[] is ARRAY[('a'::character varying)::text] then.
// CHECK (status IN ('a')) on a varchar is enough.
void CastElements(Json& node) {
  if (!node.is_object() || !node.contains("TypeCast")) return;
  Json& cast = node.at("TypeCast");
  const Json type = cast.at("typeName");
  if (!cast.at("arg").contains("A_ArrayExpr") || !type.contains("arrayBounds")) return;
  Json type_of_element = type;
  type_of_element.erase("arrayBounds");
  Json array = std::move(cast.at("arg"));
  if (array.at("A_ArrayExpr").contains("elements")) {
    for (Json& element : array.at("A_ArrayExpr").at("elements")) {
      const bool is_array = element.contains("A_ArrayExpr");
      element = {{"TypeCast", {{"arg", element}, {"typeName", is_array ? type : type_of_element}}}};
      CastElements(element);
    }
  } else {
    array = {{"TypeCast", {{"arg", array}, {"typeName", type}}}};
  }
  node = std::move(array);
}

// Types whose literals are names in SQL: nextval('"json_object".numbers'::regclass) has quotes in
// the versions for which the name is a keyword.
void UnquoteKeywordsInName(Json& node) {
  if (!node.is_object() || !node.contains("TypeCast")) return;
  Json& cast = node.at("TypeCast");
  const Json& names = cast.at("typeName").at("names");
  if (names.size() != 1 || !TextOf(names[0]).starts_with("reg")) return;
  IfKind(cast.at("arg"), "A_Const", [](Json& constant) {
    if (!constant.contains("sval")) return;
    Json& text = constant.at("sval").at("sval");
    text = WithoutKeywordQuotes(text.get<std::string>());
  });
}

// Returns the name with which columns qualify what a FROM clause lists.
std::string NameOf(const Json& listed) {
  if (listed.contains("RangeTableSample"))
    return NameOf(listed.at("RangeTableSample").at("relation"));
  for (const char* const kind : {"RangeVar", "RangeFunction", "RangeSubselect", "RangeTableFunc"}) {
    if (!listed.contains(kind)) continue;
    const Json& range = listed.at(kind);
    if (range.contains("alias")) return range.at("alias").value("aliasname", "");
    return range.value("relname", listed.contains("RangeTableFunc") ? "xmltable" : "");
  }
  return "";
}

// Removes the qualifier `relation` from the columns of a query, but not from those of subqueries.
void Unqualify(Json& node, const std::string& relation) {
  if (!node.is_structured()) return;
  for (auto& [member, value] : node.items()) {
    if (member == "SelectStmt") continue;
    if (member != "ColumnRef") {
      Unqualify(value, relation);
      continue;
    }
    Json& fields = value.at("fields");
    if (fields.size() == 2 && TextOf(fields[0]) == relation && fields[1].contains("String")) {
      fields.erase(0);
    }
  }
}

void UnqualifyOnlyRelation(Json& select) {
  if (!select.contains("fromClause") || select.at("fromClause").size() != 1) return;
  const std::string relation = NameOf(select.at("fromClause")[0]);
  if (!relation.empty()) Unqualify(select, relation);
}

// Names the column as the server does if the query doesn't. Before 16, servers left out the name
// ?column?, and a restore then names the column after the type of a cast.
void NameColumn(Json& column) {
  const Json& value = column.at("val");
  if (column.value("name", "") == "?column?" && !value.contains("TypeCast")) column.erase("name");
  if (column.contains("name") || !value.contains("TypeCast")) return;
  const std::string type = TextOf(value.at("TypeCast").at("typeName").at("names").back());
  column = {{"name", type}, {"val", value}};
}

void NormaliseColumns(Json& select, QueryPlace place) {
  if (!select.contains("targetList")) return;
  for (Json& target : select.at("targetList")) {
    IfKind(target, "ResTarget", [&](Json& column) {
      if (place == QueryPlace::kNameless) {
        column.erase("name");
      } else if (column.contains("val")) {
        NameColumn(column);
      }
    });
  }
}

void RemoveSpelling(Json& node) {
  for (auto member = node.begin(); member != node.end();) {
    member = IsOnlySpelling(member.key()) ? node.erase(member) : std::next(member);
  }
}

// public.users.id is users.id: the name of a table or its alias tells it from the others.
void RemoveSchemasOfColumns(Json& node) {
  if (!node.is_structured()) return;
  for (auto& [member, value] : node.items()) {
    RemoveSchemasOfColumns(value);
    if (member == "ColumnRef" && value.at("fields").size() == 3) value.at("fields").erase(0);
  }
}

void Normalise(Json& node, QueryPlace place);

void NormaliseSelect(Json& select, QueryPlace place) {
  RemoveSpelling(select);
  if (place == QueryPlace::kOutermost) UnqualifyOnlyRelation(select);
  const QueryPlace first = place == QueryPlace::kOutermost ? QueryPlace::kNamed : place;
  for (auto& [member, value] : select.items()) {
    if (member == "larg") {
      NormaliseSelect(value, first);
    } else if (member == "rarg") {
      NormaliseSelect(value, QueryPlace::kNameless);
    } else {
      Normalise(value, QueryPlace::kNamed);
    }
  }
  NormaliseColumns(select, place);
}

void NormaliseValue(const std::string& member, Json& value) {
  if (member == "BoolExpr") FlattenOperation(value);
  if (IsQualifiedName(member)) RemoveSchemaOfSystem(value);
  if (member == "mode" && value == "FUNC_PARAM_DEFAULT") value = "FUNC_PARAM_IN";
}

void Normalise(Json& node, QueryPlace place) {
  if (!node.is_structured()) return;
  if (node.is_object()) RemoveSpelling(node);
  for (auto& [member, value] : node.items()) {
    if (member == "SelectStmt") {
      NormaliseSelect(value, place);
      continue;
    }
    Normalise(value, member == "SubLink" ? QueryPlace::kNameless : place);
    if (node.is_object()) NormaliseValue(member, value);
  }
  CastElements(node);
  UnquoteKeywordsInName(node);
}

// PostgreSQL 16 and newer have a function of that name, which the parser takes for a column.
bool HasSystemUser(const std::string& sql) {
  constexpr std::string_view kSystemUser = "SYSTEM_USER";
  if (sql.find(kSystemUser) == std::string::npos) return false;
  const std::vector<std::string_view> tokens = SqlTokens(sql);
  return std::ranges::find(tokens, kSystemUser) != tokens.end();
}

}  // namespace

std::optional<Json> NormalTree(const std::string& sql) {
  if (HasSystemUser(sql)) return {};
  ParsedSql parsed = ParseSql(sql);
  if (!parsed.error.empty()) return {};
  RemoveSchemasOfColumns(parsed.statements);
  Normalise(parsed.statements, QueryPlace::kOutermost);
  return std::move(parsed.statements);
}

}  // namespace gonogo
