// Lines of evidence as nearly all of them are, read without a tree of JSON, which takes ten times
// as long.
//
// A line is plain if its texts are printable ASCII without escapes and it is, byte for byte, what
// ToJson of evidence.h writes: of a case that passed without findings, or of a header. One that
// isn't plain is read as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record/evidence.h"

namespace gonogo {

// Adds the result of a case, or returns false if the line isn't a plain one of a case that passed.
// `members` is the line after "seq" and "prev": from "type" on, to the brace at its end.
bool AddPlainCase(std::string_view members, std::vector<CaseResult>& cases);

// The members of a header's line, whose list of cases stands apart.
struct PlainHeader {
  std::string rest;  // with an empty list; nobody has looked whether it is plain
  std::vector<DeclaredCase> declared;
};

// Returns nullopt if the line hasn't exactly one such list, or it isn't plain.
std::optional<PlainHeader> PlainHeaderOf(std::string_view members);

}  // namespace gonogo
