// PostgreSQL hashes an enum by its oid, which differs between servers; this hashes its label.
//
// The planner computes the labels' hashes once, and comparing oids is faster than looking up a
// label, of which there may be many: 74 ns a value of 30 labels, its text 112.
#include "compare/forms/label_form.h"

#include <fmt/format.h>

#include <span>

namespace gonogo {
namespace {

constexpr std::size_t kMostLabels = 64;  // each takes 200 bytes of the statement
constexpr std::size_t kTestedInTurn = 4;

class Labels {
 public:
  Labels(const Column& column, const std::string& seed) : column_(column), seed_(seed) {}

  // Halves the labels, which are in the type's order, until few are left. A label that the
  // catalogue didn't name is looked up.
  std::string HashAmong(std::span<const std::string> labels) const {
    if (labels.size() <= kTestedInTurn) return HashOfOneOf(labels);
    const std::size_t half = labels.size() / 2;
    return fmt::format("CASE WHEN {} THEN {} ELSE {} END", Is("enum_lt", labels[half]),
                       HashAmong(labels.first(half)), HashAmong(labels.subspan(half)));
  }

 private:
  std::string HashOfOneOf(std::span<const std::string> labels) const {
    std::string cases;
    for (const std::string& label : labels) {
      cases += fmt::format(" WHEN {} THEN {}", Is("enum_eq", label), HashOf(label));
    }
    return fmt::format("CASE{} ELSE {} END", cases, HashOf(column_.quoted));
  }

  std::string HashOf(const std::string& text) const {
    return fmt::format(
        "pg_catalog.hashtextextended({}::pg_catalog.text COLLATE pg_catalog.\"C\", {})", text,
        seed_);
  }

  // The operators = and < would be ambiguous if the type has implicit casts to others.
  std::string Is(const std::string& function, const std::string& label) const {
    return fmt::format("pg_catalog.{0}({1}::{2}, {3}::{2})", function, column_.quoted, column_.base,
                       label);
  }

  const Column& column_;
  const std::string& seed_;
};

}  // namespace

bool HasFewLabels(const Column& column) {
  return !column.labels.empty() && column.labels.size() <= kMostLabels;
}

std::string HashOfLabel(const Column& column, const std::string& seed) {
  return Labels(column, seed).HashAmong(column.labels);
}

}  // namespace gonogo
