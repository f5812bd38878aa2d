// Finds where an answer to a health check says that the service isn't well, whatever its status.
#pragma once

#include <string>

#include "core/json/json.h"

namespace gonogo {

// Returns the place as a JSON pointer, "the answer" if the whole of it says so, or "". Leaves out
// the places that are keys of `judged`, where "" is the whole answer.
//
// In JSON it looks at every depth for members such as "status" and "healthy", for components such
// as "database" and the members of "checks", for words such as DOWN whatever their member, and for
// members such as "errors" that have something. In a text it looks at each line, and at what comes
// after a colon in it.
std::string IllPlace(const std::string& body, const Json& judged);

}  // namespace gonogo
