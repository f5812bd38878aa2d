// Puts privileges on schemas first in a script that pg_restore wrote.
#pragma once

#include <string>

namespace gonogo {

// Puts the entries of privileges on schemas before all entries but those that create schemas. Only
// a superuser can give objects to an owner who may not create in their schema.
std::string WithSchemaPrivilegesFirst(const std::string& script);

}  // namespace gonogo
