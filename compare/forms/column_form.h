// SQL expressions that hash a column's values to 64 bits, one form for each kind of type.
//
// Two values have the same hash if and only if pg_dump would write them alike. `=` isn't enough: it
// calls 1.0 and 1.00, -0 and 0, '1 day' and '24:00' equal. Whether both servers compute the same
// hashes is tested with sample values before a form is used.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compare/forms/compared_relation.h"

namespace gonogo {

struct Form {
  std::string_view name;
  // The base types whose columns use this form. Empty: NativeFormOf chooses it otherwise.
  std::span<const std::string_view> bases;
  // An expression of type bigint, with $c for the column, $t for its text and $s for the seed. The
  // seed is hashed together with the value. If it were only XORed, two columns that change in the
  // same way would cancel out.
  std::string_view hash;
  // True if the expression uses $s once and hashes all its bits for every value that isn't NULL.
  // Only then may another hash be its seed; otherwise the seed must be a constant.
  bool chains_seed;
  // Values of the type, to test whether both servers hash them alike. Empty: no test needed.
  std::string_view sample_values;
};

// Returns the form for types that no other form covers: hashes the value's text under pinned
// settings.
const Form& TextForm();
// Returns the form that also hashes the text, for servers whose hash functions or encodings differ.
const Form& PortableForm();

// Returns the fastest form that distinguishes all values of both columns.
const Form& NativeFormOf(const ColumnPair& column);

// Returns an expression for the column's text, with the trailing blanks that a cast would drop.
std::string TextOf(const Column& column);

// Returns an expression for the hash of the column. `seed` is an expression of type bigint.
std::string HashOf(const Form& form, const Column& column, const std::string& seed);

// Returns a statement that hashes the form's sample values; its result is one text.
std::string SampleStatement(const Form& form);

// Returns a bigint literal derived from `number`, to be a seed or the hash of NULL.
std::string Constant(std::uint64_t number);

}  // namespace gonogo
