// Fills in the gate's name.
#include "reporters/pages/gate_files.h"

#include <fmt/format.h>

#include <cctype>

#include "core/text/text.h"

namespace gonogo {
namespace {

// As cmake/SqlConstant.cmake has it: kMyGate for my_gate.
std::string ConstantName(const std::string& gate) {
  std::string name = "k";
  for (std::string word : Split(gate, '_')) {
    if (!word.empty())
      word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
    name += word;
  }
  return name;
}

constexpr const char* kCode = R"(// {0}: no order has a negative total.
#include <gonogo/gate.h>

{2}

namespace gonogo::{0} {{
namespace {{

Outcome Run(const Inspection& in) {{ return JudgeSide(in, sql::{1}, {{}}); }}

}}  // namespace

Gate Definition() {{
  return {{.name = "{0}",
          .summary = "No order has a negative total.",
          .meaning = "The application refuses these orders, or pays money out.",
          .remedy = "Correct the totals from the invoices.",
          .phases = {{Phase::kGate}},
          .parameters = {{}},
          .subjects = TheTarget,
          .run = Run}};
}}

}}  // namespace gonogo::{0}
)";

constexpr const char* kStatement =
    R"(-- The total of each order. Write here what your gate looks at.
-- Returns: object, have, want (NULL: as it should be).
SELECT 'order ' || id AS object, total::text AS have,
       CASE WHEN total < 0 THEN '0 or more' END AS want
FROM shop.orders
ORDER BY id;
)";

constexpr const char* kGood = R"(CREATE SCHEMA shop;
CREATE TABLE shop.orders (id bigint PRIMARY KEY, total numeric(12, 2) NOT NULL);
INSERT INTO shop.orders VALUES (1, 12.50), (2, 0);
)";

constexpr const char* kMustPass = R"({
  "says": "A total of 0 is as good as any other.",
  "kind": "must-pass",
  "plan": {},
  "expect": {"target": {"status": "PASS", "examined": 2}}
}
)";

constexpr const char* kMustFail = R"({
  "says": "A negative total is a finding.",
  "kind": "must-fail",
  "plan": {},
  "expect": {
    "target": {
      "status": "FAIL",
      "findings": [{"subject": "order 3", "have": "-0.01", "want": "0 or more"}]
    }
  }
}
)";

}  // namespace

std::map<std::string, std::string> GateFiles(const std::string& gate) {
  const std::string cases = "cases/" + gate + "/";
  return {{"gates/" + gate + ".cc",
           fmt::format(kCode, gate, ConstantName(gate), "#include \"sql/own.h\"")},
          {"sql/" + gate + ".sql", kStatement},
          {cases + "good_totals/case.json", kMustPass},
          {cases + "good_totals/both.sql", kGood},
          {cases + "negative_total/case.json", kMustFail},
          {cases + "negative_total/both.sql", kGood},
          {cases + "negative_total/target.sql", "INSERT INTO shop.orders VALUES (3, -0.01);\n"}};
}

std::string CmakeLineFor(const std::string& gate) {
  return fmt::format("gonogo_add_gates(gates/{0}.cc sql/{0}.sql)", gate);
}

std::string CmakeWithGate(const std::string& gate) {
  return fmt::format(
      "cmake_minimum_required(VERSION 3.25)\n"
      "project(my_migration LANGUAGES CXX)\n\n"
      "find_package(gonogo REQUIRED)\n"
      "{}\n"
      "gonogo_add_plan(plan.json)\n",
      CmakeLineFor(gate));
}

std::string CheckWithGate(const std::string& gate) {
  return fmt::format(R"({{"id": "{0}", "gate": "{0}"}})", gate);
}

}  // namespace gonogo
