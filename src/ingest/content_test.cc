#include "ingest/content.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {

TEST(Content, IsToldByTheBytes) {
  struct Row {
    const char* bytes;
    ContentKind kind;
  };
  for (const Row& row :
       {Row{"Police said two people died.", ContentKind::text},
        Row{"From: the editor\nDate: 12 May\n\nTwo people died.", ContentKind::text},
        Row{"From Ann Example in Dravica\nSubject: the raid\n\nTwo died.", ContentKind::text},
        Row{"Subject: Raid\nTo: all desks\nDate: 12 May\n\nTwo died.", ContentKind::text},
        Row{"From Monday: Dravica shuts its port\nDate: 12 May\n\nx", ContentKind::text},
        Row{"Content-Type: what a header says\n\nAn essay.", ContentKind::text},
        Row{"{\"id\": \"1\", \"text\": \"x\"}\n{\"id\": \"2\", \"text\": \"y\"}\n",
            ContentKind::json_lines},
        Row{"[{\"id\": \"1\"}]", ContentKind::json_values},
        Row{"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}",
            ContentKind::json_feed},
        Row{"{ \"title\": \"AVN\",\n \"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1\"}",
            ContentKind::json_feed},
        Row{"{\"text\": \"jsonfeed.org/version/1 is a format\"}", ContentKind::json_lines},
        Row{"id,text\n1,x\n", ContentKind::csv}, Row{"<!DOCTYPE html><p>x", ContentKind::html},
        Row{"<rss version=\"2.0\"/>", ContentKind::xml_feed}}) {
    EXPECT_EQ(tell_content(row.bytes, "a").kind, row.kind) << row.bytes;
  }
}

TEST(Content, SaysWhatIsNotRead) {
  struct Row {
    std::string bytes;
    const char* why;
  };
  for (const Row& row :
       {Row{"%PDF-1.4\n", "a PDF; sayso does not read PDF: convert it to text or HTML first"},
        Row{"{\\rtf1\\ansi", "RTF; "},
        Row{"PK\x03\x04 [Content_Types].xml word/document.xml", "an office document; "},
        Row{"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "an office document; "},
        Row{"PK\x03\x04 photo.jpg", "a ZIP archive: unpack it first"},
        Row{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an office document of the old kind"},
        Row{"Return-Path: <a@b.example>\nMIME-Version: 1.0\nSubject: x\n\nTwo died.", "e-mail; "},
        Row{"From a@b.example Thu Jan  1\nReceived: by\n\tus\nMessage-ID: <1>\n\nx", "e-mail; "},
        Row{"From: Ann <a@b.example>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nx", "e-mail; "},
        Row{"Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: 8bit\n\nx",
            "e-mail; "},
        Row{"From a@b.example Wed Jun 21 10:00:00 2023\nSubject: x\n\nTwo died.", "e-mail; "},
        Row{"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/\r\n"
            "Subject: Raid\r\nMIME-Version: 1.0\r\n\r\n",
            "a page saved as MHTML; "},
        Row{"<?xml version=\"1.0\"?><urlset>", "XML, but no page and no feed"}}) {
    const Content content = tell_content(row.bytes, "a.html");
    EXPECT_TRUE(content.why_not.starts_with(row.why)) << row.bytes << ": " << content.why_not;
  }
}

}  // namespace
}  // namespace sayso
