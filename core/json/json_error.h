// Says in plain words what is wrong with JSON or with a file, instead of the library's.
#pragma once

#include <exception>
#include <string>

namespace gonogo {

// Returns what an exception says. Of one of the JSON library: "the key "at" is missing", "not JSON
// at line 1, column 21: invalid string: missing closing quote". Of one about files: "can't create
// directories /srv/out: Read-only file system". Of std::out_of_range, which only a server that
// answers something else than was asked can cause: what to look at.
std::string WhatIsWrong(const std::exception& error);

}  // namespace gonogo
