#include "gates/parser/statement_fingerprint.h"

#include <pg_query.h>

#include <cctype>
#include <optional>

#include "gates/parser/row_finder.h"

namespace gonogo {
namespace {

std::optional<std::string> FingerprintOf(const std::string& sql) {
  const PgQueryFingerprintResult result = pg_query_fingerprint(sql.c_str());
  std::optional<std::string> fingerprint;
  if (result.error == nullptr) fingerprint = result.fingerprint_str;
  pg_query_free_fingerprint_result(result);
  return fingerprint;
}

std::string WithOneSpace(const std::string& sql) {
  std::string text;
  for (const char c : sql) {
    const bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (!is_space) {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

}  // namespace

std::string StatementFingerprint(const std::string& sql) {
  if (const auto fingerprint = FingerprintOf(sql)) return *fingerprint;
  if (const auto fingerprint = FingerprintOf(RowFinderOf(sql).query)) return *fingerprint;
  return WithOneSpace(sql);
}

}  // namespace gonogo
