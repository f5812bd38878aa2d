// Compares definitions that two servers printed: texts, names, expressions, whole statements.
#pragma once

#include <string>
#include <string_view>

#include "core/values/relation_name.h"
#include "gates/parser/column_qualifiers.h"

namespace gonogo {

// What a text is, and so which texts mean the same.
enum class DefinitionKind {
  kText,        // equal texts only
  kName,        // a name, type, or list of them: keywords are quoted by some versions only
  kExpression,  // pg_get_expr
  kStatement,   // a query, CREATE INDEX, CREATE TRIGGER, CREATE RULE, CREATE FUNCTION
  kConstraint,  // pg_get_constraintdef
  kIndex,       // pg_get_indexdef from the access method on
  kKey,         // pg_get_partkeydef
  kBound,       // the expression of a partition's bound
  kArguments,   // pg_get_function_arguments
};

// Returns the kind "name", "expression", "statement" (also "query"), "constraint", "index", "key",
// "bound" or "arguments", also with "unshown_" before it. Other words are texts.
DefinitionKind KindOf(std::string_view word);

// Returns a text that two definitions share if they mean the same, for comparing only: the tree of
// PostgreSQL's own parser, or brackets and words if it can't read the definition. The server must
// have printed it with an empty search_path.
std::string NormalForm(DefinitionKind kind, const std::string& text);

// Does what WithQualifiedColumns of gates/parser/column_qualifiers.h does for a definition.
std::string WithQualifiedColumns(DefinitionKind kind, const std::string& text,
                                 const RelationName& around, const NewName& new_name);

// Returns true if both texts are equal, or their normal forms.
bool AreSame(DefinitionKind kind, const std::string& one, const std::string& other);

}  // namespace gonogo
