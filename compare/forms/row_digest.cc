// Columns that are never NULL wind around each other: the hash of one seeds the next, which costs
// nothing. What may be NULL would make the whole NULL; it has a seed of its own and is XORed in
// before.
#include "compare/forms/row_digest.h"

#include "core/error.h"
#include "core/text/text.h"
#include "sql/session.h"

namespace gonogo {
namespace {

// Nested calls take stack on the server; columns beyond these are XORed in.
constexpr std::size_t kLongestChain = 64;

constexpr std::uint64_t kStartSeed = 1;
constexpr std::uint64_t kKeySeeds = 1'000;
constexpr std::uint64_t kOtherSeeds = 10'000;
constexpr std::uint64_t kNullSeeds = 100'000;  // beside each of them

std::string Encoding(Session& session) {
  return session.Query(sql::kEncoding, {}).Only().Text("encoding");
}

// The hashes of the sample_value, or why there are none.
std::string HashOfSamples(Session& session, const Form& form) {
  try {
    return session.Query(CanaryOf(form), {}).Only().Text("hashes");
  } catch (const DatabaseError& error) {
    // 42883: a server without that function.
    if (error.sqlstate() == "42883") return "";
    throw;
  }
}

}  // namespace

Canary::Canary(Session& source, Session& target)
    : source_(source), target_(target), same_encoding_(Encoding(source) == Encoding(target)) {}

bool Canary::IsAlike(const Form& form) {
  if (form.sample_value.empty()) return true;
  const std::string source = HashOfSamples(source_, form);
  return !source.empty() && source == HashOfSamples(target_, form);
}

const Form& Canary::Proved(const Form& form) {
  const bool of_bytes = form.name == "text" || form.name == "label" || &form == &TextForm();
  if (of_bytes && !same_encoding_) return PortableForm();
  if (IsAlike(form)) return form;
  return &form == &TextForm() ? PortableForm() : Proved(TextForm());
}

RowDigest::RowDigest(const PairedColumns& columns, Method method, Canary& sample_value)
    : method_(method) {
  const auto hashed = [&](const std::vector<ColumnPair>& pairs) {
    std::vector<Hashed> all;
    for (const ColumnPair& pair : pairs) {
      const Form& form = method == Method::kNative ? NativeFormOf(pair) : TextForm();
      all.push_back({pair, &sample_value.Proved(form)});
    }
    return all;
  };
  key_ = hashed(columns.key);
  others_ = hashed(columns.others);
}

std::string RowDigest::Chained(const std::vector<Hashed>& columns, bool target_side,
                               std::string start, std::uint64_t first_seed) const {
  std::vector<const Hashed*> to_wind;
  std::uint64_t seed = first_seed;
  for (const Hashed& hashed : columns) {
    const Form& form = *hashed.form;
    const Column& column = hashed.column.On(target_side);
    const bool never_null = hashed.column.source.not_null && hashed.column.target.not_null;
    ++seed;
    if (form.chains_seed && never_null && to_wind.size() < kLongestChain) {
      to_wind.push_back(&hashed);
      continue;
    }
    const std::string hash = HashOf(form, column, Constant(seed));
    start += " # COALESCE(" + hash + ", " + Constant(seed + kNullSeeds) + ")";
  }
  // The seed alone reaches all 64 bits: this mixes them.
  if (to_wind.empty()) return "hashint4extended(0, " + start + ")";
  std::string wound = "(" + start + ")";
  for (const Hashed* hashed : to_wind) {
    wound = HashOf(*hashed->form, hashed->column.On(target_side), wound);
  }
  return wound;
}

std::string RowDigest::KeyHash(bool target_side) const {
  return Chained(key_, target_side, Constant(kStartSeed), kKeySeeds);
}

std::string RowDigest::NativeSelect(bool target_side, const std::string& rows) const {
  if (key_.empty()) {
    // OFFSET keeps the planner from writing the expression out twice.
    const std::string all = Chained(others_, target_side, Constant(kStartSeed), kOtherSeeds);
    return "SELECT d1 AS k, d1, ctid FROM (SELECT " + all + " AS d1, ctid " + rows +
           " OFFSET 0) AS digested";
  }
  const std::string key = KeyHash(target_side);
  const std::string all = others_.empty() ? key : Chained(others_, target_side, key, kOtherSeeds);
  return "SELECT " + key + " AS k, " + all + " AS d1, ctid " + rows;
}

std::string RowDigest::Sha256Select(bool target_side, const std::string& rows) const {
  // Quoted values keep their bounds, and NULL is told from 'NULL'.
  std::vector<std::string> texts = {"''"};
  for (const auto* hashed : {&key_, &others_}) {
    for (const Hashed& one : *hashed) {
      texts.push_back("quote_nullable(" + TextOf(one.column.On(target_side)) + ")");
    }
  }
  const auto limb = [](int n) {
    return "('x' || substr(h, " + std::to_string(16 * n + 1) + ", 16))::bit(64)::int8";
  };
  const std::string digits =
      "encode(sha256(convert_to(" + Join(texts, " || ',' || ") + ", 'UTF8')), 'hex') AS h";
  const std::string key = key_.empty() ? "NULL::int8" : KeyHash(target_side);
  return "SELECT COALESCE(k, " + limb(0) + ") AS k, " + limb(0) + " AS d1, " + limb(1) +
         " AS d2, " + limb(2) + " AS d3, " + limb(3) + " AS d4, ctid FROM (SELECT " + key +
         " AS k, " + digits + ", ctid " + rows + " OFFSET 0) AS digested";
}

std::string RowDigest::Select(bool target_side, const std::string& from,
                              const std::string& condition) const {
  const std::string rows = "FROM " + from + (condition.empty() ? "" : " WHERE " + condition);
  return method_ == Method::kSha256 ? Sha256Select(target_side, rows)
                                    : NativeSelect(target_side, rows);
}

std::vector<RowDigest::ColumnDigest> RowDigest::ColumnDigests(bool target_side) const {
  std::vector<ColumnDigest> digests;
  for (const auto* hashed : {&key_, &others_}) {
    for (const Hashed& one : *hashed) {
      const Column& column = one.column.On(target_side);
      digests.push_back({column.name, method_ == Method::kSha256
                                          ? "convert_to(" + TextOf(column) + ", 'UTF8')"
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
