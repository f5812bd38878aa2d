// Leaves out the schema, because the review of migrations knows no search_path.
#include "gates/parser/qualified_name.h"

namespace gonogo {

std::string LastName(const Json& names) { return names.back().at("String").value("sval", ""); }

}  // namespace gonogo
