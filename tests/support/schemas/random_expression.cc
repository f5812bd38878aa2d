// Each choice is one way to write an expression that servers print differently from how it was
// written: BETWEEN becomes two comparisons, IN becomes = ANY, and so on.
#include "tests/support/schemas/random_expression.h"

#include <fmt/format.h>

#include <cctype>
#include <functional>

namespace gonogo::testing_support {
namespace {

using Choices = std::vector<std::function<std::string()>>;

constexpr std::size_t kDigits = 4;

bool IsDigitAt(const std::string& sql, std::size_t at) {
  return at < sql.size() && std::isdigit(static_cast<unsigned char>(sql[at])) != 0;
}

// Returns whether exactly four digits begin at `at`, the first of which is 1 to 4.
bool IsLiteralAt(const std::string& sql, std::size_t at) {
  if (at > 0 && IsDigitAt(sql, at - 1)) return false;
  for (std::size_t i = 0; i < kDigits; ++i) {
    if (!IsDigitAt(sql, at + i)) return false;
  }
  return !IsDigitAt(sql, at + kDigits) && sql[at] >= '1' && sql[at] <= '4';
}

}  // namespace

std::string RandomExpressions::Digits() { return std::to_string(1000 + random_.Below(4000)); }

std::string RandomExpressions::Word() { return fmt::format("'it''s {}'", Digits()); }

std::string RandomExpressions::Date() {
  return random_.OneIn(3) ? fmt::format("DATE '{}-02-03'", Digits())
                          : random_.OneOf(columns_.dates);
}

std::string RandomExpressions::Number(int depth) {
  if (depth <= 0) return random_.OneIn(3) ? Digits() : random_.OneOf(columns_.numbers);
  const auto number = [&] { return Number(depth - 1); };
  const Choices choices = {
      [&] { return random_.OneOf(columns_.numbers); },
      [&] { return fmt::format("{} % {}", random_.OneOf(columns_.numbers), Digits()); },
      [&] { return fmt::format("({} - {})", number(), number()); },
      [&] { return fmt::format("- {}", number()); },
      [&] { return fmt::format("COALESCE({}, {})", number(), number()); },
      [&] { return fmt::format("GREATEST({}, {}, {})", number(), number(), Digits()); },
      [&] { return fmt::format("NULLIF({}, {})", number(), Digits()); },
      [&] { return fmt::format("length({})", Text(depth - 1)); },
      [&] { return fmt::format("position({} IN {})", Word(), Text(depth - 1)); },
      [&] { return fmt::format("(EXTRACT(year FROM {}))::integer", Date()); },
      [&] { return fmt::format("({} - {})", Date(), Date()); },
      [&] { return fmt::format("CAST({} AS bigint)", number()); },
      [&] {
        return fmt::format("CASE WHEN {} THEN {} ELSE {} END", Truth(depth - 1), number(),
                           number());
      },
      [&] { return fmt::format("CASE {} WHEN {} THEN 1 END", number(), Digits()); }};
  return random_.OneOf(choices)();
}

std::string RandomExpressions::Text(int depth) {
  // No constant: ALTER TABLE ... ADD COLUMN ... GENERATED fails for 'a' LIKE 'b'.
  if (depth <= 0) return random_.OneOf(columns_.texts);
  const auto text = [&] { return Text(depth - 1); };
  const Choices choices = {
      [&] { return random_.OneOf(columns_.texts); },
      [&] { return fmt::format("({} || {})", text(), text()); },
      [&] { return fmt::format("lower({})", text()); },
      [&] { return fmt::format("trim(BOTH 'x' FROM {})", text()); },
      [&] { return fmt::format("substring({} FROM 2 FOR {})", text(), Digits()); },
      [&] { return fmt::format("overlay({} PLACING {} FROM 1)", text(), Word()); },
      [&] { return fmt::format("\"left\"({}, {})", text(), Digits()); },
      [&] { return fmt::format("COALESCE({}, {})", text(), Word()); },
      [&] { return fmt::format("({})::varchar(40)", text()); },
      [&] { return fmt::format("(id + {})::text", Number(depth - 1)); },
      [&] { return fmt::format("CASE WHEN {} THEN {} END", Truth(depth - 1), text()); }};
  return random_.OneOf(choices)();
}

std::string RandomExpressions::Truth(int depth) {
  const auto number = [&] { return Number(depth - 1); };
  const auto text = [&] { return Text(depth - 1); };
  const auto truth = [&] { return Truth(depth - 1); };
  const Choices leaves = {
      [&] { return fmt::format("({} > {})", number(), Digits()); },
      [&] { return fmt::format("({} BETWEEN {} AND {})", number(), Digits(), number()); },
      [&] { return fmt::format("({} NOT BETWEEN {} AND {})", number(), Digits(), Digits()); },
      [&] { return fmt::format("({} BETWEEN SYMMETRIC {} AND {})", number(), number(), Digits()); },
      [&] { return fmt::format("({} IN ({}, {}, {}))", number(), Digits(), Digits(), Digits()); },
      [&] { return fmt::format("({} IN ({}, {}))", number(), Digits(), number()); },
      [&] { return fmt::format("({} NOT IN ({}, {}))", text(), Word(), Word()); },
      [&] { return fmt::format("({} = ANY (ARRAY[{}, {}]))", text(), Word(), text()); },
      [&] { return fmt::format("({} LIKE {} ESCAPE '!')", text(), Word()); },
      [&] { return fmt::format("({} NOT ILIKE {})", text(), Word()); },
      [&] { return fmt::format("({} ~ {})", text(), Word()); },
      [&] { return fmt::format("({} IS NOT NULL)", text()); },
      [&] { return fmt::format("({} COLLATE \"C\" < {})", text(), text()); },
      [&] { return fmt::format("({} IS DISTINCT FROM {})", number(), Digits()); },
      [&] {
        return fmt::format("(({}, {}) IN (({}, {}), ({}, {})))", number(), text(), Digits(), Word(),
                           Digits(), Word());
      },
      [&] {
        return fmt::format("(ROW({}, {}) <= ROW({}, {}))", number(), text(), Digits(), Word());
      },
      [&] {
        return fmt::format("(ROW({}, {}) IS DISTINCT FROM ROW({}, {}))", number(), text(), Digits(),
                           Word());
      },
      [&] { return fmt::format("({} >= {})", Date(), Date()); }};
  if (depth <= 0 || random_.OneIn(4)) return random_.OneOf(leaves)();
  const Choices choices = {
      [&] { return fmt::format("({} AND {} AND {})", truth(), truth(), truth()); },
      [&] { return fmt::format("({} OR ({} OR {}))", truth(), truth(), truth()); },
      [&] { return fmt::format("({} AND ({} OR {}))", truth(), truth(), truth()); },
      [&] { return fmt::format("(NOT {})", truth()); },
      [&] { return fmt::format("({} IS NOT TRUE)", truth()); },
      [&] { return fmt::format("COALESCE({}, false)", truth()); },
      [&] { return fmt::format("({} = {})", truth(), truth()); }};
  return random_.OneOf(choices)();
}

std::string WithAnotherLiteral(const std::string& sql, RandomChoice& random) {
  std::vector<std::size_t> literals;
  for (std::size_t at = 0; at < sql.size(); ++at) {
    if (IsLiteralAt(sql, at)) literals.push_back(at);
  }
  std::string changed = sql;
  constexpr char kToAnotherDigit = 4;  // 1 to 4 becomes 5 to 8
  char& digit = changed.at(literals.at(random.Below(literals.size() + (literals.empty() ? 1 : 0))));
  digit = static_cast<char>(digit + kToAnotherDigit);
  return changed;
}

}  // namespace gonogo::testing_support
