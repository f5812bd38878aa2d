// How a column's values become 64-bit hashes: a form for each kind of type, as an SQL expression.
// Two values have the same hash if and only if they are the same value in every respect that a dump
// would keep; what `=` holds for equal is not enough (1.0 and 1.00, -0 and 0, '1 day' and '24:00').
// What hashes alike on both sides is proved by a sample_value before it is relied on.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "compare/forms/compared_relation.h"

namespace gonogo {

struct Form {
  std::string_view name;
  // The types of columns that take it, by base name; empty: chosen otherwise.
  std::span<const std::string_view> bases;
  // With $c for the column, $t for its text and $s for the seed, an expression of type bigint. The
  // seed goes through a hash with the value: what is only XORed on would cancel out between two
  // columns that change alike.
  std::string_view hash;
  // Whether $s stands in it once and, for a value that is not NULL, all of $s goes into the hash:
  // then it can be wound around another hash. Otherwise its seed must be a constant.
  bool chains_seed;
  // Values of the type, for the sample_value.
  std::string_view sample_value;
};

// The form of a column whose type has no form of its own: its text, under pinned settings.
const Form& TextForm();
// The same for servers whose hash functions or encodings differ.
const Form& PortableForm();

// The fastest form that tells all values of both columns apart.
const Form& NativeFormOf(const ColumnPair& column);

// The column's text: all of it, where a cast would drop trailing blanks.
std::string TextOf(const Column& column);

// The hash of the column with `seed`, an expression of type bigint.
std::string HashOf(const Form& form, const Column& column, const std::string& seed);

// The statement that hashes the sample_value values of a form; it returns one text.
std::string CanaryOf(const Form& form);

// A constant for statements, the same for the same `number`: a seed, or a NULL's hash.
std::string Constant(std::uint64_t number);

}  // namespace gonogo
