// iban_check_digits: the check digits of each IBAN fit the number. SQL can compare both sides, but
// it can't tell a wrong number that is the same on both.
#include <gonogo/gate.h>

#include "sql/own.h"

namespace gonogo::iban_check_digits {
namespace {

// As ISO 13616 has it: move the first four characters to the end, write the letters as 10 to 35,
// and divide by 97. The remainder is 1.
bool IsValid(const std::string& iban) {
  if (iban.size() < 15) return false;
  int rest = 0;
  for (const char c : iban.substr(4) + iban.substr(0, 4)) {
    const bool is_digit = c >= '0' && c <= '9';
    if (!is_digit && (c < 'A' || c > 'Z')) return false;
    rest = is_digit ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
  }
  return rest == 1;
}

Outcome Run(const Inspection& in) {
  Outcome outcome;
  for (const Row row : in.pair.Target().Query(sql::kIbanCheckDigits, {})) {
    ++outcome.examined;
    if (IsValid(row.Text("iban"))) continue;
    outcome.findings.push_back({"account " + row.Text("id"), "wrong check digits", "a valid IBAN"});
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {.name = "iban_check_digits",
          .summary = "The check digits of each account's IBAN fit the number.",
          .meaning = "Payments to these accounts are refused, or go to somebody else.",
          .remedy = "Correct the IBAN of these accounts from the signed contracts.",
          .phases = {Phase::kGate},
          .parameters = {},
          .subjects = TheTarget,
          .run = Run};
}

}  // namespace gonogo::iban_check_digits
