// Writes the SQL that computes a row's digest from the hashes of its columns.
//
// The digest changes even if values only change places between columns or between rows.
#pragma once

#include <string>
#include <vector>

#include "compare/forms/agreed_forms.h"
#include "compare/forms/compared_relation.h"
#include "compare/forms/hash_chain.h"

namespace gonogo {

class RowDigest {
 public:
  RowDigest(const PairedColumns& columns, Method method, const AgreedForms& forms);

  // Returns the number of 64-bit numbers in one row's digest: 1, or 4 for SHA-256.
  std::size_t limbs() const { return method_ == Method::kSha256 ? 4 : 1; }

  // Returns a SELECT from `from`, under `condition`, of these things per row: k (bigint: the hash
  // of its key, or of the whole row if there is no key), b (bigint: the same, but it may be the
  // same for keys that are near each other; its last bits are the row's bucket), d1 to d<limbs>
  // (bigint: its digest), ctid.
  std::string Select(SideName side, const std::string& from, const std::string& condition) const;

  // Returns a SELECT of one row for all those rows: rows (bigint), and sum1 to sum<limbs> (numeric:
  // the sums of d1 to d<limbs>). It neither groups nor hashes the key apart, which Select() has to
  // for its k, so it takes about half the time. `more` are further columns that it has behind
  // these.
  std::string Sums(SideName side, const std::string& from, const std::string& condition,
                   const std::string& more = "") const;

  struct ColumnDigest {
    std::string column;
    std::string expression;
  };
  // Returns the expression that hashes each column alone, to find one that a server can't hash.
  std::vector<ColumnDigest> ColumnDigests(SideName side) const;

  // Says how each column is compared: "method native: id uuid, email citext (text of the value)".
  std::string Describe() const;

 private:
  std::string NativeSelect(SideName side, const std::string& rows) const;
  std::string Sha256Digits(SideName side) const;
  std::string Sha256Select(SideName side, const std::string& rows) const;

  Method method_;
  std::vector<HashedColumn> key_;
  std::vector<HashedColumn> near_key_;  // what neighbours of the key have in common
  std::vector<HashedColumn> columns_;   // with those of the key
};

}  // namespace gonogo
