// Writes the SQL that computes a row's digest from the hashes of its columns.
//
// The digest changes even if values only change places between columns or between rows.
#pragma once

#include <string>
#include <vector>

#include "compare/forms/column_form.h"
#include "compare/forms/compared_relation.h"
#include "fixtures/session/session.h"

namespace gonogo {

// Finds the forms for which both servers compute the same hashes.
class AgreedForms {
 public:
  AgreedForms(Session& source, Session& target);

  // Returns `form` if both sides hash its sample values alike, else the next slower form for which
  // they do. Throws DatabaseError.
  const Form& For(const Form& form);

 private:
  bool AreHashesEqual(const Form& form);

  Session& source_;
  Session& target_;
  bool same_encoding_;
};

class RowDigest {
 public:
  RowDigest(const PairedColumns& columns, Method method, AgreedForms& forms);

  // Returns the number of 64-bit numbers in one row's digest: 1, or 4 for SHA-256.
  std::size_t limbs() const { return method_ == Method::kSha256 ? 4 : 1; }

  // Returns a SELECT from `from`, under `condition`, of three things per row: k (bigint: the hash
  // of its key, or of the whole row if there is no key), d1 to d<limbs> (bigint: its digest), ctid.
  std::string Select(SideName side, const std::string& from, const std::string& condition) const;

  // Returns a SELECT of one row for all those rows: rows (bigint), and sum1 to sum<limbs> (numeric:
  // the sums of d1 to d<limbs>). It neither groups nor hashes the key apart, which Select() has to
  // for its k, so it takes about half the time.
  std::string Sums(SideName side, const std::string& from, const std::string& condition) const;

  struct ColumnDigest {
    std::string column;
    std::string expression;
  };
  // Returns the expression that hashes each column alone, to find one that a server can't hash.
  std::vector<ColumnDigest> ColumnDigests(SideName side) const;

  // Says how each column is compared: "method native: id uuid, email citext (text of the value)".
  std::string Describe() const;

 private:
  struct Hashed {
    ColumnPair column;
    const Form* form;
  };

  std::string Chained(const std::vector<Hashed>& columns, SideName side, std::string start,
                      std::uint64_t first_seed) const;
  std::string KeyHash(SideName side) const;
  std::string RowHash(SideName side) const;
  std::string NativeSelect(SideName side, const std::string& rows) const;
  std::string Sha256Digits(SideName side) const;
  std::string Sha256Select(SideName side, const std::string& rows) const;

  Method method_;
  std::vector<Hashed> key_;
  std::vector<Hashed> others_;
};

}  // namespace gonogo
