// A random database under construction: what the makers of its kinds of objects share.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/schemas/random_expression.h"
#include "tests/support/schemas/random_schema.h"

namespace gonogo::testing_support {

struct RandomType {
  std::string name;
  std::string value;          // of row i
  std::string default_value;  // a constant
  std::string extreme = {};   // the value of a few rows; none if empty
};

// A column besides those that every table has.
struct RandomColumn {
  std::string name;
  RandomType type;
};

struct RandomTable {
  std::string name;  // quoted, with its schema
  std::vector<RandomColumn> columns = {};
};

class SchemaDraft {
 public:
  SchemaDraft(unsigned seed, int server_major)
      : major(server_major), random(seed), first_name_(random.Below(100)) {}

  template <typename... Values>
  void Add(fmt::format_string<Values...> format, Values&&... values) {
    schema.sql += fmt::format(format, std::forward<Values>(values)...) + ";\n";
  }

  template <typename... Values>
  void Damage(const std::string& what, fmt::format_string<Values...> format, Values&&... values) {
    schema.damages.push_back({what, fmt::format(format, std::forward<Values>(values)...)});
  }

  // Adds a definition, and a damage that drops it and makes it anew with another literal. Without
  // `drop`, the definition replaces itself.
  void AddWithLiteral(const std::string& what, const std::string& definition,
                      const std::string& drop = "");

  // Return a new quoted name, without and with a schema.
  std::string Name();
  std::string Qualified() { return random.OneOf(schemas) + "." + Name(); }
  // Returns the schema of a quoted name.
  std::string SchemaOf(const std::string& qualified) const;

  bool IsUnlogged(const std::string& table) const {
    return schema.sql.find("UNLOGGED TABLE " + table + " ") != std::string::npos;
  }

  // Returns a condition on the columns that every table has, with at least one literal.
  std::string Truth(int depth);

  const int major;  // of the server that creates the database, and may be older than its copy's
  RandomChoice random;
  RandomSchema schema;
  const ExpressionColumns columns = {
      .numbers = {"id", "\"user\""}, .texts = {"label", "\"select\""}, .dates = {"\"Day\""}};
  std::vector<RandomType> types = {};
  std::vector<std::string> schemas = {"public"};
  std::vector<RandomTable> tables = {};
  std::vector<std::string> views = {};
  std::string function = {};          // integer to integer, immutable
  std::string trigger_function = {};  // returns NEW

 private:
  std::size_t first_name_;
  std::size_t names_ = 0;
};

// Returns the text with each quote doubled, as a literal has it.
std::string DoubledQuotes(std::string text);

}  // namespace gonogo::testing_support
