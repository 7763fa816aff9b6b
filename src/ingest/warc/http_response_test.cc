#include "ingest/warc/http_response.h"

#include <gtest/gtest.h>

#include "ingest/testing/pack.h"
#include "ingest/warc/testing/warc_builder.h"

namespace sayso {
namespace {
using testing::deflated;
using testing::gzip;
using testing::http_message;
using testing::Wrapper;
using testing::zstd;

// The body as its page, or "!" and why not.
std::string body_of(const std::string& message, std::size_t limit = 100'000) {
  const auto response = parse_http_response(message);
  if (!response) return "!no response";
  HttpBodies bodies;
  const auto body = bodies.decode(*response, limit);
  return body ? std::string(*body) : "!" + body.error().message;
}

TEST(HttpResponse, HasAStatusAndFields) {
  const auto response = parse_http_response(
      "HTTP/1.1 404 Not Found\r\nContent-TYPE:  text/html \r\nno field\r\n\r\nbody\r\n\r\nmore");
  ASSERT_TRUE(response);
  EXPECT_EQ(response->status, 404);
  EXPECT_EQ(response->fields.find("content-type"), "text/html");
  EXPECT_EQ(response->fields.find("no field"), std::nullopt);
  EXPECT_EQ(response->body, "body\r\n\r\nmore");
  EXPECT_EQ(parse_http_response("HTTP/2 200\n\nx")->body, "x");
  for (const char* text : {"", "HTTP/1.1", "HTTP/1.1 x", "GET / HTTP/1.1", "<html>", "HTTPS 200"}) {
    const auto none = parse_http_response(text);
    EXPECT_TRUE(!none || none->status == 200) << text;
  }
}

TEST(HttpResponse, LosesItsEncodings) {
  const std::string page = "<html><p>Two people died.";
  EXPECT_EQ(body_of(http_message(page)), page);
  EXPECT_EQ(body_of(http_message(gzip(page), "Content-Encoding: gzip\r\n")), page);
  EXPECT_EQ(body_of(http_message(zstd(page), "Content-Encoding: zstd\r\n")), page);
  for (const Wrapper wrapper : {Wrapper::zlib, Wrapper::raw_deflate}) {
    EXPECT_EQ(body_of(http_message(deflated(page, wrapper), "Content-Encoding: deflate\r\n")),
              page);
  }
  const std::string chunks = "5\r\n<html\r\n14;x=y\r\n><p>Two people died.\r\n0\r\n\r\n";
  EXPECT_EQ(body_of(http_message(chunks, "Transfer-Encoding: chunked\r\n")), page);
  EXPECT_EQ(body_of(http_message(gzip(gzip(page)), "Content-Encoding: gzip, gzip\r\n")), page);
}

TEST(HttpResponse, MayBeDecodedAlreadyUnderAHeaderThatSaysOtherwise) {
  for (const char* field : {"Content-Encoding: gzip\r\n", "Content-Encoding: deflate\r\n",
                            "Transfer-Encoding: chunked\r\n", "Content-Encoding: utf-8\r\n",
                            "Content-Encoding: br\r\n"}) {
    EXPECT_EQ(body_of(http_message("<html>face the facts", field)), "<html>face the facts")
        << field;
  }
}

TEST(HttpResponse, JoinsTheMembersOfItsBody) {
  const std::string page = "<html><p>Two people died.";
  const std::string fields = "Content-Encoding: gzip\r\n";
  EXPECT_EQ(body_of(http_message(gzip("<html>") + gzip("<p>Two people died."), fields)), page);
  EXPECT_EQ(body_of(http_message(zstd("<html>") + zstd("<p>Two people died."),
                                 "Content-Encoding: zstd\r\n")),
            page);
  EXPECT_EQ(body_of(http_message(gzip(page) + "padding", fields)), page);
}

TEST(HttpResponse, SaysWhetherItsBodyBreaksOff) {
  const std::string packed = gzip("<html><p>Two people died.");
  HttpBodies bodies;
  const auto is_cut = [&](const std::string& body) {
    const std::string message = http_message(body, "Content-Encoding: gzip\r\n");
    return bodies.decode(*parse_http_response(message), 1000) && bodies.cut_short();
  };
  EXPECT_TRUE(is_cut(packed.substr(0, packed.size() - 9)));
  EXPECT_TRUE(is_cut(packed + packed.substr(0, packed.size() - 9)));
  EXPECT_FALSE(is_cut(packed));
  EXPECT_FALSE(is_cut("<html>plain"));
}

TEST(HttpResponse, KeepsWhatThereIsOfABodyThatBreaksOff) {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<p>" + std::to_string(i * i);
  const std::string packed = gzip(page);
  const std::string some =
      body_of(http_message(packed.substr(0, packed.size() / 2), "Content-Encoding: gzip\r\n"));
  EXPECT_GT(some.size(), 1000U);
  EXPECT_TRUE(page.starts_with(some));
  EXPECT_EQ(body_of(http_message("5\r\n<html\r\n14\r\n><p>", "Transfer-Encoding: chunked\r\n")),
            "<html><p>");
}

TEST(HttpResponse, IsRefusedWhenItsBodyIsTooLargeOrPackedInAnotherWay) {
  EXPECT_EQ(body_of(http_message("\x1b\x02", "Content-Encoding: br\r\n")),
            "!its Content-Encoding \"br\" is not read, only gzip, deflate and zstd");
  EXPECT_EQ(body_of(http_message("x", "Content-Encoding: b\xFF\r\n")),
            "!its Content-Encoding \"b\uFFFD\" is not read, only gzip, deflate and zstd");
  const std::string bomb = gzip(std::string(50'000'000, ' '));
  EXPECT_EQ(body_of(http_message(bomb, "Content-Encoding: gzip\r\n")), "!");
}

TEST(MediaType, HasANameAndACharset) {
  const MediaType type = parse_media_type("Text/HTML; a=b; Charset=\"ISO-8859-1\"");
  EXPECT_EQ(type.name, "text/html");
  EXPECT_EQ(type.charset, "ISO-8859-1");
  EXPECT_TRUE(is_html(type));
  EXPECT_FALSE(is_html(parse_media_type("image/png")));
  EXPECT_EQ(parse_media_type("text/html;charset=").charset, std::nullopt);
  EXPECT_EQ(parse_media_type("").name, "");
}

}  // namespace
}  // namespace sayso
