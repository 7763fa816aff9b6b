#include "ingest/html/article/phrases.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
TEST(Phrases, InterruptionsAreKnownInManyLanguages) {
  for (const char* text :
       {"Advertisement", "READ MORE: Bridge closed again", "Lesen Sie auch: Brücke gesperrt",
        "Читайте также: Мост закрыт", "関連記事 橋が閉鎖", "Leia também", "Reklama"}) {
    EXPECT_TRUE(is_interruption(text)) << text;
  }
}

TEST(Phrases, ProseIsNoInterruption) {
  for (const char* text :
       {"", "Advertisement spending fell by a third last year, the association said.",
        "She said she had read more than a hundred letters.", "He would share this view."}) {
    EXPECT_FALSE(is_interruption(text)) << text;
  }
}

TEST(Phrases, PagesCloseWithThese) {
  EXPECT_TRUE(is_closing("Follow us on Twitter and Facebook."));
  EXPECT_TRUE(is_closing("© 2019 The Harbour Post. All rights reserved."));
  EXPECT_FALSE(is_closing("The bridge will open again on Monday."));
}
}  // namespace
}  // namespace sayso
