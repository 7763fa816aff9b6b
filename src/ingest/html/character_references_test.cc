#include "ingest/html/character_references.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {
struct Row {
  const char *raw, *resolved;
};

TEST(CharacterReferences, AreResolved) {
  for (const Row& row :
       {Row{"Caf&eacute;", "Café"}, Row{"&#8217;&#x2019;&#X2019;", "’’’"},
        Row{"a &lt; b &amp;&amp; c", "a < b && c"}, Row{"&nbsp;", "\xC2\xA0"}, Row{"&#150;", "–"},
        Row{"&#0;", "\xEF\xBF\xBD"}, Row{"&#x110000;", "\xEF\xBF\xBD"}, Row{"&copy 2019", "© 2019"},
        Row{"&notit;", "¬it;"}}) {
    EXPECT_EQ(resolve_references(row.raw, false), row.resolved) << row.raw;
  }
}

TEST(CharacterReferences, LeaveWhatIsNone) {
  for (const char* text : {"", "&", "&;", "&#;", "&#x;", "AT&T", "&unknown;", "a & b", "&&"}) {
    EXPECT_EQ(resolve_references(text, false), text);
  }
}

TEST(CharacterReferences, LeaveParametersOfAddressesAlone) {
  EXPECT_EQ(resolve_references("?a=1&copy=2&amp;lt=3", true), "?a=1&copy=2&lt=3");
}
}  // namespace
}  // namespace sayso
