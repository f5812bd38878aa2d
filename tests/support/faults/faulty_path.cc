// One thread for each connection.
#include "tests/support/faults/faulty_path.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <stdexcept>

namespace gonogo::testing_support {
namespace {

constexpr std::chrono::milliseconds kDelayOfAll{15};

sockaddr_in Loopback(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  return address;
}

// Returns a connection, or -1.
int ConnectToPort(int port) {
  const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = Loopback(port);
  if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    return server;
  }
  close(server);
  return -1;
}

bool SendAll(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

// Returns what has arrived, or nothing at the end of the connection.
std::string Received(int from) {
  std::array<char, 16'384> bytes{};
  const ssize_t size = recv(from, bytes.data(), bytes.size(), 0);
  return {bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

}  // namespace

FaultyPath::FaultyPath(int server_port, Strike strike)
    : server_port_(server_port),
      strike_(std::move(strike)),
      listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address = Loopback(0);
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  if (bind(listener_, any, size) != 0 || listen(listener_, 64) != 0 ||
      getsockname(listener_, any, &size) != 0) {
    throw std::runtime_error("can't listen on 127.0.0.1");
  }
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { Listen(); });
}

FaultyPath::~FaultyPath() {
  stopping_ = true;
  shutdown(listener_, SHUT_RDWR);
  thread_.join();
  {
    const std::scoped_lock lock(mutex_);
    for (const int one : open_) shutdown(one, SHUT_RDWR);
  }
  for (std::thread& thread : threads_) thread.join();
  for (const int one : open_) close(one);
  close(listener_);
}

std::string FaultyPath::Through(std::string url) const {
  const std::string port = ":" + std::to_string(server_port_);
  url.replace(url.find(port), port.size(), ":" + std::to_string(port_));
  return url + "?sslmode=disable&gssencmode=disable";
}

void FaultyPath::Listen() {
  while (!stopping_) {
    const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) continue;
    const std::scoped_lock lock(mutex_);
    open_.push_back(client);
    threads_.emplace_back([this, client] { Relay(client); });
  }
}

// Sockets are closed in the destructor, so that no other gets their number.
void FaultyPath::Relay(int client) {
  const bool is_dead = Suffers(true);
  if (is_dead && strike_.blow == Blow::kSilence) {
    while (!Received(client).empty()) {
    }
  }
  const bool is_cut = is_dead && strike_.blow != Blow::kNone && strike_.blow != Blow::kDelay;
  const bool is_elsewhere = is_struck_ && strike_.later_port != 0;
  const int server = is_cut ? -1 : ConnectToPort(is_elsewhere ? strike_.later_port : server_port_);
  if (server >= 0) {
    {
      const std::scoped_lock lock(mutex_);
      open_.push_back(server);
    }
    RelayBetween(client, server);
    shutdown(server, SHUT_RDWR);
  }
  shutdown(client, SHUT_RDWR);
}

void FaultyPath::RelayBetween(int client, int server) {
  const bool is_later = is_struck_;
  const auto suffers = [&] { return Suffers(is_later); };
  const Strike::Tamper tamper = strike_.tamper ? strike_.tamper() : Strike::Tamper();
  std::array<pollfd, 2> both = {{{client, POLLIN, 0}, {server, POLLIN, 0}}};
  while (poll(both.data(), both.size(), -1) > 0) {
    const bool is_silent = suffers() && strike_.blow == Blow::kSilence;
    if (both[0].revents != 0) {
      const std::string asked = Received(client);
      if (asked.empty() || (!is_silent && !SendAll(server, asked))) return;
    }
    if (both[1].revents == 0) continue;
    std::string answer = Received(server);
    if (answer.empty() && is_silent) both[1].fd = -1;  // the client isn't told
    if (is_silent) continue;
    if (answer.empty()) return;
    if (suffers() && strike_.blow == Blow::kDelay) std::this_thread::sleep_for(kDelayOfAll);
    // From the first byte, since it has to know where messages begin.
    if (tamper) answer = tamper(std::move(answer));
    if (!PassToClient(client, answer)) return;
  }
}

bool FaultyPath::PassToClient(int client, const std::string& bytes) {
  bytes_ += static_cast<std::int64_t>(bytes.size());
  if (bytes_ >= strike_.at_byte && !is_struck_) {
    const std::scoped_lock lock(striking_);
    if (!is_struck_) {
      StrikeAt(client, bytes);
      if (strike_.blow != Blow::kNone && strike_.blow != Blow::kDelay) {
        return strike_.blow == Blow::kSilence;
      }
    }
  }
  return SendAll(client, bytes);
}

void FaultyPath::StrikeAt(int client, const std::string& bytes) {
  is_begun_ = true;
  if (strike_.act) strike_.act();
  if (strike_.blow == Blow::kHalve) SendAll(client, bytes.substr(0, bytes.size() / 2));
  is_struck_ = true;
  if (strike_.blow != Blow::kCut && strike_.blow != Blow::kHalve) return;
  const std::scoped_lock lock(mutex_);
  for (const int one : open_) shutdown(one, SHUT_RDWR);
}

}  // namespace gonogo::testing_support
