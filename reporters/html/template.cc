// The only file that includes the template library.
#include "reporters/html/template.h"

#include <openssl/evp.h>

#include <array>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <stdexcept>

#include "core/text/digest.h"

namespace gonogo {
namespace {

using kainjow::mustache::data;

data DataOf(const Json& json) {
  if (json.is_object()) {
    data object(data::type::object);
    // set() would copy the value with all that it contains.
    for (const auto& [name, value] : json.items()) object[name] = DataOf(value);
    return object;
  }
  if (json.is_array()) {
    data list(data::type::list);
    for (const Json& value : json) list.push_back(DataOf(value));
    return list;
  }
  if (json.is_string() && !json.get_ref<const std::string&>().empty()) {
    return {json.get<std::string>()};
  }
  return {json.is_boolean() && json.get<bool>()};
}

std::string Base64(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    unsigned value = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, value, 16);
    bytes += static_cast<char>(value);
  }
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  return text;
}

}  // namespace

std::string Rendered(std::string_view page, const Json& data) {
  kainjow::mustache::mustache parsed{std::string(page)};
  if (!parsed.is_valid()) throw std::logic_error("template: " + parsed.error_message());
  return parsed.render(DataOf(data));
}

std::string PolicySourceOf(std::string_view text) { return "sha256-" + Base64(Sha256(text)); }

}  // namespace gonogo
