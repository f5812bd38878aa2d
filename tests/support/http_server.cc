// Each connection is one request. A client that breaks off, or speaks something else, is forgotten.
#include "tests/support/http_server.h"

#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <optional>
#include <sstream>
#include <thread>

#include "tests/support/test_certificate.h"

namespace gonogo::testing_support {
namespace {

namespace asio = boost::asio;
using boost::asio::ip::tcp;

struct Request {
  std::string path;
  std::string body;
};

std::size_t LengthOfBody(std::istream& headers) {
  constexpr std::string_view kName = "content-length:";
  for (std::string line; std::getline(headers, line);) {
    for (char& c : line) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (line.starts_with(kName)) return std::stoul(line.substr(kName.size()));
  }
  return 0;
}

template <typename Stream>
std::optional<Request> Read(Stream& stream) {
  std::string text;
  asio::read(stream, asio::dynamic_buffer(text), asio::transfer_at_least(1));
  if (std::isupper(static_cast<unsigned char>(text[0])) == 0) return std::nullopt;
  const std::size_t end = asio::read_until(stream, asio::dynamic_buffer(text), "\r\n\r\n");
  std::istringstream head(text.substr(0, end));
  Request request;
  std::string method;
  head >> method >> request.path;
  const std::size_t length = LengthOfBody(head);
  request.body = text.substr(end);
  if (request.body.size() < length) {
    std::string rest(length - request.body.size(), '\0');
    asio::read(stream, asio::buffer(rest));
    request.body += rest;
  }
  return request;
}

std::string InHttp(const HttpReply& reply) {
  return "HTTP/1.1 " + std::to_string(reply.status) + " Status\r\nConnection: close\r\n" +
         (reply.location.empty() ? "" : "Location: " + reply.location + "\r\n") +
         "Content-Length: " + std::to_string(reply.body.size()) + "\r\n\r\n" + reply.body;
}

}  // namespace

struct HttpServer::Listener {
  Listener(Answer answer_given, bool is_tls) : answer(std::move(answer_given)), tls(is_tls) {
    if (tls) {
      tls_context.use_certificate_chain_file(CertificateForLoopback().file);
      tls_context.use_private_key_file(CertificateForLoopback().key, asio::ssl::context::pem);
    }
    thread = std::thread([this] { Run(); });
  }

  ~Listener() {
    stopping = true;
    boost::system::error_code ignored;
    tcp::socket(context).connect(acceptor.local_endpoint(), ignored);  // it waits for somebody
    thread.join();
  }

  void Run() {
    while (!stopping) {
      tcp::socket socket = acceptor.accept();
      if (stopping) return;
      try {
        if (tls) {
          asio::ssl::stream<tcp::socket> stream(std::move(socket), tls_context);
          stream.handshake(asio::ssl::stream_base::server);
          Serve(stream);
          stream.shutdown();
        } else {
          Serve(socket);
        }
      } catch (const std::exception&) {
        // The client is gone; the next one comes.
      }
    }
  }

  template <typename Stream>
  void Serve(Stream& stream) {
    const auto request = Read(stream);
    const HttpReply reply =
        request ? answer(request->path, request->body) : HttpReply{.status = 400};
    std::this_thread::sleep_for(reply.delay);
    asio::write(stream, asio::buffer(InHttp(reply)));
  }

  Answer answer;
  bool tls;
  std::atomic<bool> stopping{false};
  asio::io_context context;
  tcp::acceptor acceptor{context, {asio::ip::address_v4::loopback(), 0}};
  asio::ssl::context tls_context{asio::ssl::context::tls_server};
  std::thread thread;
};

HttpServer::HttpServer(Answer answer, bool tls)
    : listener_(std::make_unique<Listener>(std::move(answer), tls)) {}

HttpServer::~HttpServer() = default;

int HttpServer::port() const { return listener_->acceptor.local_endpoint().port(); }

}  // namespace gonogo::testing_support
