// A page of another site may make a browser send requests here (also by a name that it resolves to
// 127.0.0.1), and so may other users of this host. The token keeps both out; the name of the host,
// the first.
#include "app/board/board.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <openssl/crypto.h>

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "core/json/json.h"
#include "core/text/text.h"
#include "reporters/html/page.h"
#include "reporters/html/pieces.h"

namespace gonogo {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

// Nothing may keep the page, show it in another one, or learn its address.
Headers HeadersFor(const std::string& type, const std::string& policy) {
  return {{"Content-Type", type},
          {"Content-Security-Policy", policy + "; frame-ancestors 'none'"},
          {"X-Content-Type-Options", "nosniff"},
          {"X-Frame-Options", "DENY"},
          {"Referrer-Policy", "no-referrer"},
          {"Cross-Origin-Resource-Policy", "same-origin"},
          {"Cross-Origin-Opener-Policy", "same-origin"},
          {"Cache-Control", "no-store"}};
}

WebReply Refused(int status, const std::string& text) {
  WebReply reply{.status = status,
                 .headers = HeadersFor("text/plain; charset=utf-8", "default-src 'none'"),
                 .body = std::make_shared<const std::string>(text + "\n")};
  if (status == 405) reply.headers.emplace_back("Allow", "GET");
  return reply;
}

std::optional<std::int64_t> NumberIn(std::string_view text) {
  const auto number = ParseInteger(text);
  return number && *number >= 0 ? number : std::nullopt;
}

// Returns "" if what follows the name isn't a port.
std::string_view WithoutPort(std::string_view host) {
  const std::size_t size = host.starts_with('[') ? host.find(']') + 1 : host.find(':');
  const std::string_view name = host.substr(0, size);
  const std::string_view port = host.substr(name.size());
  return port.empty() || (port.starts_with(':') && NumberIn(port.substr(1))) ? name : "";
}

bool IsAddress(std::string_view host) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  if (host.starts_with('[') && host.ends_with(']')) {
    return inet_pton(AF_INET6, std::string(host.substr(1, host.size() - 2)).c_str(),
                     address.data()) == 1;
  }
  return inet_pton(AF_INET, std::string(host).c_str(), address.data()) == 1;
}

// A number that no page has: the browser loads the page again.
constexpr std::int64_t kUnknown = -1;

}  // namespace

Board::Board(std::string token, bool beyond_this_host)
    : token_(std::move(token)), beyond_this_host_(beyond_this_host) {}

void Board::Show(std::string page, const std::string& about) {
  CutPage cut = CutIntoPieces(page);
  cut.frame += about;
  const bool is_other = cut.frame != frame_;
  std::map<std::string, Shown> pieces;
  bool changed = is_other;
  for (Piece& piece : cut.pieces) {
    const auto before = pieces_.find(piece.name);
    const bool is_same = before != pieces_.end() && before->second.html == piece.html;
    pieces[piece.name] = {std::move(piece.html), is_same ? before->second.since : next()};
    changed = changed || !is_same;
  }
  if (!changed) return;
  ++last_;
  if (is_other) first_ = last_;
  pieces_ = std::move(pieces);
  frame_ = std::move(cut.frame);
  page_ = std::make_shared<const std::string>(std::move(page));
}

void Board::ShowRow(const std::string& row) {
  for (Piece& piece : CutIntoPieces(row).pieces) {
    const auto found = pieces_.find(piece.name);
    if (found == pieces_.end() || found->second.html == piece.html) continue;
    found->second = {std::move(piece.html), ++last_};
  }
}

// Where a ssh tunnel or a container forwards the port, the browser names another port than ours.
bool Board::IsNameOfThisHost(std::string_view host) const {
  const std::string_view name = WithoutPort(host);
  if (name == "127.0.0.1" || name == "localhost" || name == "[::1]") return true;
  // A name could be another site's; an address can't.
  return beyond_this_host_ && IsAddress(name);
}

bool Board::IsToken(std::string_view given) const {
  return given.size() == token_.size() &&
         CRYPTO_memcmp(given.data(), token_.data(), token_.size()) == 0;
}

WebReply Board::Reply(const WebRequest& request) const {
  if (!IsNameOfThisHost(request.host)) {
    return Refused(403, "This server isn't called by that name: use the address that it printed.");
  }
  if (request.method != "GET") return Refused(405, "Only GET is allowed.");
  const std::string_view target = request.target;
  const std::string_view path = target.substr(0, target.find('?'));
  const std::string_view query = target.substr(path.size());
  if (!path.starts_with('/') || !IsToken(path.substr(1, token_.size()))) {
    return Refused(403,
                   "The token is missing or wrong: use the address that gonogo board printed.");
  }
  const std::string_view rest = path.substr(1 + token_.size());
  if (rest.empty() || rest == "/") {
    return {.status = 200,
            .headers = HeadersFor("text/html; charset=utf-8", BoardPolicy()),
            .body = page_};
  }
  if (rest != "/events") return Refused(404, "There is no such page.");
  constexpr std::string_view kAfter = "?after=";
  const std::string_view seen = !request.last_event_id.empty() ? request.last_event_id
                                : query.starts_with(kAfter)    ? query.substr(kAfter.size())
                                                               : std::string_view();
  return {.status = 200,
          .headers = HeadersFor("text/event-stream", "default-src 'none'"),
          .body = nullptr,
          .after = NumberIn(seen).value_or(kUnknown)};
}

std::string Board::EventsAfter(std::int64_t& seen) const {
  if (seen == last_) return "";
  const bool knows_page = seen >= first_ && seen < last_;
  Json pieces = Json::object();
  for (const auto& [name, piece] : pieces_) {
    if (knows_page && piece.since > seen) pieces[name] = piece.html;
  }
  seen = last_;
  return fmt::format("id: {}\nevent: {}\ndata: {}\n\n", last_, knows_page ? "pieces" : "again",
                     ToText(pieces));
}

}  // namespace gonogo
