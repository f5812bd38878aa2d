// Chains the hashes of NOT NULL columns: the hash of one is the seed of the next, which is free.
//
// A nullable column would make the whole chain NULL. It gets its own constant seed, and its hash is
// XORed into the start of the chain.
#include "compare/forms/row_digest.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/text/text.h"
#include "sql/session.h"

namespace gonogo {
namespace {

// Nested calls use stack on the server, so further columns are XORed instead.
constexpr std::size_t kLongestChain = 64;

constexpr std::uint64_t kStartSeed = 1;
constexpr std::uint64_t kKeySeeds = 1'000;
constexpr std::uint64_t kOtherSeeds = 10'000;
constexpr std::uint64_t kNullSeeds = 100'000;  // added to a column's seed, for the hash of NULL

std::string Encoding(Session& session) {
  return session.Query(sql::kEncoding, {}).Only().Text("encoding");
}

// Returns the hashes of the form's sample values, or "" if the server lacks the hash function.
std::string HashOfSamples(Session& session, const Form& form) {
  try {
    return session.Query(SampleStatement(form), {}).Only().Text("hashes");
  } catch (const DatabaseError& error) {
    // 42883: undefined function.
    if (error.sqlstate() == "42883") return "";
    throw;
  }
}

std::string RowsOf(const std::string& from, const std::string& condition) {
  return "FROM " + from + (condition.empty() ? "" : " WHERE " + condition);
}

// Returns 64 bits of h, which are the digits of a SHA-256.
std::string Limb(int n) {
  return fmt::format("('x' OPERATOR(pg_catalog.||) pg_catalog.substr(h, {}, 16))::bit(64)::int8",
                     16 * n + 1);
}

}  // namespace

AgreedForms::AgreedForms(Session& source, Session& target)
    : source_(source), target_(target), same_encoding_(Encoding(source) == Encoding(target)) {}

bool AgreedForms::AreHashesEqual(const Form& form) {
  if (form.sample_values.empty()) return true;
  const std::string source = HashOfSamples(source_, form);
  return !source.empty() && source == HashOfSamples(target_, form);
}

const Form& AgreedForms::For(const Form& form) {
  const bool hashes_text = form.name == "text" || form.name == "label" || &form == &TextForm();
  if (hashes_text && !same_encoding_) return PortableForm();
  if (AreHashesEqual(form)) return form;
  return &form == &TextForm() ? PortableForm() : For(TextForm());
}

RowDigest::RowDigest(const PairedColumns& columns, Method method, AgreedForms& forms)
    : method_(method) {
  const auto hashed = [&](const std::vector<ColumnPair>& pairs) {
    std::vector<Hashed> all;
    for (const ColumnPair& pair : pairs) {
      const Form& form = method == Method::kNative ? NativeFormOf(pair) : TextForm();
      all.push_back({pair, &forms.For(form)});
    }
    return all;
  };
  key_ = hashed(columns.key);
  others_ = hashed(columns.others);
}

std::string RowDigest::Chained(const std::vector<Hashed>& columns, SideName side, std::string start,
                               std::uint64_t first_seed) const {
  std::vector<const Hashed*> chain;
  std::uint64_t seed = first_seed;
  for (const Hashed& hashed : columns) {
    const Form& form = *hashed.form;
    const Column& column = hashed.column[side];
    const bool never_null = hashed.column.source.not_null && hashed.column.target.not_null;
    ++seed;
    if (form.chains_seed && never_null && chain.size() < kLongestChain) {
      chain.push_back(&hashed);
      continue;
    }
    const std::string hash = HashOf(form, column, Constant(seed));
    start +=
        fmt::format(" OPERATOR(pg_catalog.#) COALESCE({}, {})", hash, Constant(seed + kNullSeeds));
  }
  // Mixes the bits: hashint4extended uses all 64 bits of its seed.
  if (chain.empty()) return "pg_catalog.hashint4extended(0, " + start + ")";
  std::string chained = "(" + start + ")";
  for (const Hashed* hashed : chain) {
    chained = HashOf(*hashed->form, hashed->column[side], chained);
  }
  return chained;
}

std::string RowDigest::KeyHash(SideName side) const {
  return Chained(key_, side, Constant(kStartSeed), kKeySeeds);
}

std::string RowDigest::RowHash(SideName side) const {
  const std::string start = key_.empty() ? Constant(kStartSeed) : KeyHash(side);
  return others_.empty() && !key_.empty() ? start : Chained(others_, side, start, kOtherSeeds);
}

std::string RowDigest::NativeSelect(SideName side, const std::string& rows) const {
  if (key_.empty()) {
    // OFFSET keeps the planner from computing the expression twice.
    return fmt::format(
        "SELECT d1 AS k, d1, ctid FROM (SELECT {} AS d1, ctid {} OFFSET 0) AS digested",
        RowHash(side), rows);
  }
  return fmt::format("SELECT {} AS k, {} AS d1, ctid {}", KeyHash(side), RowHash(side), rows);
}

std::string RowDigest::Sha256Digits(SideName side) const {
  // Quotes separate the values, and distinguish NULL from 'NULL'.
  std::vector<std::string> texts = {"''"};
  for (const auto* hashed : {&key_, &others_}) {
    for (const Hashed& one : *hashed) {
      texts.push_back(fmt::format("pg_catalog.quote_nullable({})", TextOf(one.column[side])));
    }
  }
  return fmt::format(
      "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to({}, 'UTF8')), 'hex')",
      Join(texts, " OPERATOR(pg_catalog.||) ',' OPERATOR(pg_catalog.||) "));
}

std::string RowDigest::Sha256Select(SideName side, const std::string& rows) const {
  const std::string key = key_.empty() ? "NULL::int8" : KeyHash(side);
  return fmt::format(
      "SELECT COALESCE(k, {0}) AS k, {0} AS d1, {1} AS d2, {2} AS d3, {3} AS d4, ctid "
      "FROM (SELECT {4} AS k, {5} AS h, ctid {6} OFFSET 0) AS digested",
      Limb(0), Limb(1), Limb(2), Limb(3), key, Sha256Digits(side), rows);
}

std::string RowDigest::Select(SideName side, const std::string& from,
                              const std::string& condition) const {
  const std::string rows = RowsOf(from, condition);
  return method_ == Method::kSha256 ? Sha256Select(side, rows) : NativeSelect(side, rows);
}

std::string RowDigest::Sums(SideName side, const std::string& from,
                            const std::string& condition) const {
  const auto statement = [](const std::vector<std::string>& digests, const std::string& rows) {
    std::string sums;
    for (std::size_t i = 0; i < digests.size(); ++i) {
      // sum() of no row is NULL.
      sums += fmt::format(", COALESCE(pg_catalog.sum({}), 0) AS sum{}", digests[i], i + 1);
    }
    return fmt::format("SELECT pg_catalog.count(*) AS rows{} {}", sums, rows);
  };
  const std::string rows = RowsOf(from, condition);
  if (method_ != Method::kSha256) return statement({RowHash(side)}, rows);
  return statement(
      {Limb(0), Limb(1), Limb(2), Limb(3)},
      fmt::format("FROM (SELECT {} AS h {} OFFSET 0) AS digested", Sha256Digits(side), rows));
}

std::vector<RowDigest::ColumnDigest> RowDigest::ColumnDigests(SideName side) const {
  std::vector<ColumnDigest> digests;
  for (const auto* hashed : {&key_, &others_}) {
    for (const Hashed& one : *hashed) {
      const Column& column = one.column[side];
      digests.push_back({column.name, method_ == Method::kSha256
                                          ? "pg_catalog.convert_to(" + TextOf(column) + ", 'UTF8')"
                                          : HashOf(*one.form, column, Constant(kStartSeed))});
    }
  }
  return digests;
}

std::string RowDigest::Describe() const {
  std::vector<std::string> words;
  for (const auto* hashed : {&key_, &others_}) {
    for (const Hashed& one : *hashed) {
      const Column& source = one.column.source;
      const std::string& target_type = one.column.target.type;
      std::string type = source.type;
      if (type != target_type) type += " / " + target_type;
      const bool plain =
          method_ == Method::kSha256 || (one.form != &TextForm() && one.form != &PortableForm());
      words.push_back(source.name + " " + type +
                      (plain ? "" : " (" + std::string(one.form->name) + ")"));
    }
  }
  return "method " + NameOf(method_) + ": " + Join(words, ", ");
}

}  // namespace gonogo
