// Replaces the placeholders of psql and of migration tools, which the server never sees.
#pragma once

#include <map>
#include <string>

namespace gonogo {

// Replaces ${name}, {{name}}, :name, :'name' and :"name" outside quotes by text of the same length
// that the parser can read, and adds each replaced name: __schema_ for ${schema}.
std::string WithoutPlaceholders(const std::string& sql, std::map<std::string, std::string>& names);

}  // namespace gonogo
