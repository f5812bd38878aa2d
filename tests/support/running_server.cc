// Its files lie in a folder that only its user may enter.
#include "tests/support/running_server.h"

#include <boost/asio.hpp>
#include <boost/process.hpp>
#include <boost/process/extend.hpp>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "fixtures/free_port.h"
#include "fixtures/process.h"
#include "fixtures/throwaway_pair.h"
#include "tests/support/gonogo_program.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;
namespace process = boost::process;

// setpriv lets the kernel end it where this program cannot.
std::vector<std::string> AsUnprivilegedUser(std::vector<std::string> words,
                                            const fs::path& folder) {
  const std::string user = UnprivilegedUser();
  if (!user.empty()) RunOrThrow({.words = {"chown", "--recursive", user, folder.string()}});
  words.insert(words.begin(), {"setpriv", "--pdeathsig", "TERM"});
  return WordsOf({.words = words, .user = user});
}

}  // namespace

struct RunningServer::Process {
  Process(const Launch& launch, int port)
      : folder(MakePairFolder()),
        child(process::args(AsUnprivilegedUser(launch.prepare(folder, port), folder)),
              process::std_in<process::null, (process::std_out & process::std_err)>(
                  (folder / "log").string()),
              process::start_dir("/")) {}
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process() {
    kill(child.id(), SIGTERM);
    child.wait();
    fs::remove_all(folder);
  }

  // False where it has ended.
  bool Answers(const Launch& launch, int port) {
    constexpr int kTries = 400;
    for (int attempt = 0; attempt < kTries && child.running(); ++attempt) {
      if (launch.answers(port)) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  fs::path folder;
  process::child child;
};

RunningServer::RunningServer(const Launch& launch) {
  std::string words;
  constexpr int kAttempts = 5;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    port_ = FreePort();
    process_ = std::make_unique<Process>(launch, port_);
    if (process_->Answers(launch, port_)) return;
    words = ReadFile((process_->folder / "log").string());
  }
  throw std::runtime_error("the server does not answer:\n" + words);
}

RunningServer::~RunningServer() = default;

bool TakesConnections(int port) {
  namespace asio = boost::asio;
  asio::io_context context;
  asio::ip::tcp::socket socket(context);
  boost::system::error_code error;
  const auto loopback = asio::ip::address_v4::loopback();
  return !socket.connect({loopback, static_cast<unsigned short>(port)}, error);
}

}  // namespace gonogo::testing_support
