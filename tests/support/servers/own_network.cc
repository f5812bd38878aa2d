// A thread of the child has a second network, in which it passes on what arrives at 10.77.0.2.
#include "tests/support/servers/own_network.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <future>
#include <stdexcept>
#include <system_error>
#include <thread>
#include <vector>

namespace gonogo::testing_support {
namespace {

void Require(bool is_done, const std::string& what) {
  if (!is_done) throw std::system_error(errno, std::generic_category(), what);
}

void RunInShell(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

// A user who isn't root makes networks as root of a user namespace.
void EnterOwnNetwork() {
  if (unshare(CLONE_NEWNET | CLONE_NEWNS) == 0) {
    Require(mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0, "mount");
    return;
  }
  const std::string id = std::to_string(geteuid());
  Require(unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWNS) == 0, "unshare");
  std::ofstream("/proc/self/setgroups") << "deny";
  std::ofstream("/proc/self/uid_map") << "0 " << id << " 1";
}

int ListenAt(const char* address, int kind, int port) {
  const int server = socket(AF_INET, kind, 0);
  sockaddr_in name{};
  name.sin_family = AF_INET;
  name.sin_port = htons(static_cast<std::uint16_t>(port));
  inet_pton(AF_INET, address, &name.sin_addr);
  Require(bind(server, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0, "bind");
  return server;
}

int ConnectTo(const std::string& path) {
  const int client = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un name{};
  name.sun_family = AF_UNIX;
  path.copy(name.sun_path, sizeof name.sun_path - 1);
  Require(connect(client, reinterpret_cast<const sockaddr*>(&name), sizeof name) == 0, "connect");
  return client;
}

void PassOn(int from, int to) {
  std::array<char, 8192> bytes{};
  const ssize_t size = read(from, bytes.data(), bytes.size());
  if (size > 0) send(to, bytes.data(), static_cast<std::size_t>(size), MSG_NOSIGNAL);
}

// Passes on whatever arrives, until a byte arrives at `commands`.
void PassOnUntil(int commands, int server, const std::string& socket) {
  std::vector<pollfd> all = {{commands, POLLIN, 0}, {server, POLLIN, 0}};
  while (poll(all.data(), all.size(), -1) > 0 && all[0].revents == 0) {
    for (std::size_t i = 2; i < all.size(); ++i) {
      const std::size_t other = i % 2 == 0 ? i + 1 : i - 1;
      if ((all[i].revents & POLLIN) != 0) PassOn(all[i].fd, all[other].fd);
    }
    if (all[1].revents == 0) continue;
    all.push_back({accept(server, nullptr, nullptr), POLLIN, 0});
    all.push_back({ConnectTo(socket), POLLIN, 0});
  }
}

// Gives this thread a network of its own with the other end of the path. Returns the socket there.
int ListenOnOtherEnd() {
  const std::string home = "/proc/" + std::to_string(getpid()) + "/ns/net";
  Require(unshare(CLONE_NEWNET) == 0, "unshare");
  RunInShell("nsenter --net=" + home + " ip link set v1 netns " + std::to_string(gettid()) +
             " && ip addr add 10.77.0.2/24 dev v1 && ip link set v1 up");
  const int server = ListenAt("10.77.0.2", SOCK_STREAM, 5432);
  Require(listen(server, 8) == 0, "listen");
  return server;
}

}  // namespace

std::string InOwnNetwork(const std::function<std::string()>& act) {
  std::array<int, 2> ends{};
  Require(pipe(ends.data()) == 0, "pipe");
  const pid_t child = fork();
  if (child == 0) {
    std::string said;
    try {
      EnterOwnNetwork();
      RunInShell("ip link set lo up");
      said = act();
    } catch (const std::exception& error) {
      said = error.what();
    }
    const bool is_written = write(ends[1], said.data(), said.size()) >= 0;
    _exit(is_written ? 0 : 1);
  }
  close(ends[1]);
  std::string said;
  std::array<char, 512> bytes{};
  for (ssize_t size = 0; (size = read(ends[0], bytes.data(), bytes.size())) > 0;) {
    said.append(bytes.data(), static_cast<std::size_t>(size));
  }
  close(ends[0]);
  waitpid(child, nullptr, 0);
  return said;
}

void SilenceNameServer() {
  const auto file =
      std::filesystem::temp_directory_path() / ("gonogo_resolv." + std::to_string(getpid()));
  std::ofstream(file) << "nameserver 127.0.0.1\noptions timeout:30 attempts:1\n";
  const int mounted = mount(file.c_str(), "/etc/resolv.conf", nullptr, MS_BIND, nullptr);
  std::filesystem::remove(file);
  Require(mounted == 0, "mount resolv.conf");
  ListenAt("127.0.0.1", SOCK_DGRAM, 53);
}

NetworkPath::NetworkPath(const std::string& socket) {
  std::array<int, 2> ends{};
  Require(pipe(ends.data()) == 0, "pipe");
  commands_ = ends[1];
  RunInShell(
      "ip link add v0 type veth peer name v1 && ip addr add 10.77.0.1/24 dev v0 && "
      "ip link set v0 up");
  const auto server = std::make_shared<std::promise<int>>();
  std::future<int> is_ready = server->get_future();
  std::thread([socket, server, commands = ends[0]] {
    int listening = -1;
    try {
      listening = ListenOnOtherEnd();
      server->set_value(listening);
    } catch (...) {
      return server->set_exception(std::current_exception());
    }
    PassOnUntil(commands, listening, socket);
    RunInShell("ip route add blackhole 10.77.0.1/32");
    pause();  // the network lives as long as this thread
  }).detach();
  is_ready.get();
}

void NetworkPath::Kill() {
  Require(write(commands_, "x", 1) == 1, "write");
  std::this_thread::sleep_for(std::chrono::milliseconds(300));  // until the route is there
}

}  // namespace gonogo::testing_support
