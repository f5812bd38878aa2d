// Tells whether a value only stands for one: changeme, ${SECRET}, <password>, TODO, 64 zeros.
#pragma once

#include <string>

namespace gonogo {

bool IsPlaceholder(const std::string& value);

}  // namespace gonogo
