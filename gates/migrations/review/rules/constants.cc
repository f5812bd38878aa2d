// Reads constants in PostgreSQL's parse tree.
#include "gates/migrations/review/rules/constants.h"

#include <map>

#include "core/text/text.h"

namespace gonogo {

Truth Inverse(Truth truth) {
  if (truth == Truth::kUnknown) return truth;
  return truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
}

unsigned RelationsOf(const std::string& name) {
  static const std::map<std::string, unsigned> relations = {{"<", kLess},
                                                            {"=", kEqual},
                                                            {">", kGreater},
                                                            {"<=", kLess | kEqual},
                                                            {">=", kGreater | kEqual},
                                                            {"<>", kLess | kGreater},
                                                            {"!=", kLess | kGreater}};
  const auto found = relations.find(name);
  return found == relations.end() ? 0 : found->second;
}

std::optional<SqlConstant> ConstantOf(const Json& node) {
  if (node.contains("TypeCast")) return ConstantOf(node["TypeCast"].at("arg"));
  if (!node.contains("A_Const")) return std::nullopt;
  const Json& constant = node["A_Const"];
  if (constant.contains("ival")) {
    return SqlConstant{.number = constant["ival"].value("ival", 0), .text = ""};
  }
  if (constant.contains("fval")) {
    return SqlConstant{.number = ParseNumber(constant["fval"].value("fval", "0")), .text = ""};
  }
  if (!constant.contains("sval")) return std::nullopt;
  return SqlConstant{.number = std::nullopt, .text = constant["sval"].value("sval", "")};
}

std::string ConstantText(const Json& node) {
  const auto constant = ConstantOf(node);
  return constant && !constant->number ? constant->text : "\n";
}

Truth CompareConstants(const SqlConstant& left, unsigned relations, const SqlConstant& right) {
  if (left.number && right.number) {
    const unsigned is = *left.number < *right.number   ? kLess
                        : *left.number > *right.number ? kGreater
                                                       : kEqual;
    return TruthOf((relations & is) != 0);
  }
  if (left.number || right.number) return Truth::kUnknown;
  if (left.text == right.text) return TruthOf((relations & kEqual) != 0);
  if (relations == kEqual) return Truth::kFalse;
  return relations == (kLess | kGreater) ? Truth::kTrue : Truth::kUnknown;
}

}  // namespace gonogo
