#include "ingest/html/article/class_words.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
struct Row {
  const char* names;
  ElementUse use;
};

TEST(ClassWords, SayWhatAnElementIsFor) {
  for (const Row& row : {
           Row{"article-body", ElementUse::body},
           Row{"td storyContent wide", ElementUse::body},
           Row{"post_text", ElementUse::body},
           Row{"comments", ElementUse::outside},
           Row{"CommentList", ElementUse::unknown},
           Row{"cookie-notice", ElementUse::outside},
           Row{"relatedStories", ElementUse::aside},
           Row{"c-newsletter__signup", ElementUse::aside},
           Row{"read-more", ElementUse::aside},
           Row{"article-body share", ElementUse::aside},
           Row{"sr-only", ElementUse::hidden},
           Row{"field-label-hidden", ElementUse::unknown},
           Row{"article-standfirst", ElementUse::lead},
       }) {
    EXPECT_EQ(use_of_names(row.names, ""), row.use) << row.names;
  }
}

TEST(ClassWords, SayNothingByChance) {
  for (const char* names : {"", "container", "read", "more", "col-md-8", "shareholder", "adobe",
                            "comments-enabled", "has-comments", "no-comments wide"}) {
    EXPECT_EQ(use_of_names(names, ""), ElementUse::unknown) << names;
  }
}

TEST(ClassWords, TakeTheIdToo) {
  EXPECT_EQ(use_of_names("wide", "article-body"), ElementUse::body);
  EXPECT_EQ(use_of_names("article-body", "comments"), ElementUse::outside);
}
}  // namespace
}  // namespace sayso
