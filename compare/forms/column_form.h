// SQL expressions that hash a column's values to 64 bits, one form for each kind of type.
//
// Two values have the same hash if and only if pg_dump would write them alike. `=` isn't enough: it
// calls 1.0 and 1.00, -0 and 0, '1 day' and '24:00' equal. Whether both servers compute the same
// hashes is tested with sample values before a form is used.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/forms/column_text.h"
#include "compare/forms/compared_relation.h"

namespace gonogo {

// What a form's hash does with its seed. That decides where in a chain of hashes it may stand, see
// compare/forms/hash_chain.h.
enum class SeedUse {
  // The seed stands in the expression once, and all its bits are hashed with every value that isn't
  // NULL. The seed may be another hash, even one that a value was XORed to.
  kMixed,
  // The same, but the value is XORed to the seed first. If another value were XORed to it, too, the
  // two could change places.
  kMixedAfterXor,
  // The seed must be a constant, because it stands in the expression more than once.
  kConstant,
};

// Different values, to test whether both servers hash them alike. None: no test is needed.
struct Samples {
  std::string_view type;
  std::string_view values;  // as in the text of an array
};

struct Form {
  std::string_view name;
  // The base types whose columns use this form, also one on the source and the other on the target.
  // None: NativeFormOf chooses the form otherwise.
  std::array<std::string_view, 2> bases;
  // An expression of type bigint, with $c for the column, $t for its text and $s for the seed. The
  // seed is hashed together with the value. If it were only XORed, two columns that change in the
  // same way would cancel out.
  std::string_view hash;
  SeedUse seed = SeedUse::kMixed;
  // Only for kMixedAfterXor: the value as bigint, which may be XORed to the seed of another hash
  // instead of being hashed.
  std::string_view whole;
  Samples samples;
  // True if it hashes a text as the database encodes it.
  bool hashes_text = false;
};

// Returns the form for types that no other form covers: hashes the value's text under pinned
// settings.
const Form& TextForm();
// Returns the form that also hashes the text, for servers whose hash functions or encodings differ.
const Form& PortableForm();

// Returns the fastest form that distinguishes all values of both columns.
const Form& NativeFormOf(const ColumnPair& column);

// Returns an expression for the hash of the column. `seed` is an expression of type bigint.
std::string HashOf(const Form& form, const Column& column, const std::string& seed);

// Returns an expression for `seed` with the column's value XORed to it. The form is kMixedAfterXor.
std::string SeedWith(const Form& form, const Column& column, const std::string& seed);

// Returns all forms that have samples.
std::vector<const Form*> SampledForms();

// Returns what to select the samples from, by their number n and value v, with alias c.
std::string SampleRows(const Form& form);

// Returns a statement that hashes the samples; its result is one text, the hashes with commas.
std::string SampleStatement(const Form& form);

// Returns a bigint literal derived from `number`, to be a seed or the hash of NULL.
std::string Constant(std::uint64_t number);

}  // namespace gonogo
