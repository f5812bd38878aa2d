// Finds the forms for which both servers compute the same hashes.
#pragma once

#include <set>

#include "compare/forms/column_form.h"
#include "fixtures/session/session.h"

namespace gonogo {

class AgreedForms {
 public:
  // Asks each side once. Throws DatabaseError.
  AgreedForms(Session& source, Session& target);

  // Returns `form` if both sides hash its samples alike, else the next slower form for which they
  // do.
  const Form& For(const Form& form) const;

 private:
  bool AreHashesEqual(const Form& form) const;

  bool same_encoding_;
  std::set<const Form*> agreed_;
};

}  // namespace gonogo
