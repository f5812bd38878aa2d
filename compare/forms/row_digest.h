// The digest of a row, as SQL: the hashes of its columns wound into one number, so that values
// which change places, between columns or between rows, change it.
#pragma once

#include <string>
#include <vector>

#include "compare/forms/column_form.h"
#include "compare/forms/compared_relation.h"
#include "fixtures/session/session.h"

namespace gonogo {

// What the two servers hash alike.
class Canary {
 public:
  Canary(Session& source, Session& target);

  // The form itself where both sides hash its values alike, else the next slower one that they do.
  // Throws DatabaseError where a side cannot be asked.
  const Form& Proved(const Form& form);

 private:
  bool IsAlike(const Form& form);

  Session& source_;
  Session& target_;
  bool same_encoding_;
};

class RowDigest {
 public:
  RowDigest(const PairedColumns& columns, Method method, Canary& sample_value);

  // 64-bit numbers that one row's digest has: 1, or 4 of SHA-256.
  std::size_t limbs() const { return method_ == Method::kSha256 ? 4 : 1; }

  // Selects from `from`, under `condition`, for each row k (bigint: hash of its key, or of all of
  // it where there is no key), d1 to d<limbs> (bigint: its digest) and ctid.
  std::string Select(bool target_side, const std::string& from, const std::string& condition) const;

  // Each column with what is computed of it alone: to find the one that a server cannot digest.
  struct ColumnDigest {
    std::string column;
    std::string expression;
  };
  std::vector<ColumnDigest> ColumnDigests(bool target_side) const;

  // How each column is compared: "native: id uuid, status label; text: ...".
  std::string Describe() const;

 private:
  struct Hashed {
    ColumnPair column;
    const Form* form;
  };

  std::string Chained(const std::vector<Hashed>& columns, bool target_side, std::string start,
                      std::uint64_t first_seed) const;
  std::string KeyHash(bool target_side) const;
  std::string NativeSelect(bool target_side, const std::string& rows) const;
  std::string Sha256Select(bool target_side, const std::string& rows) const;

  Method method_;
  std::vector<Hashed> key_;
  std::vector<Hashed> others_;
};

}  // namespace gonogo
