// An element's tag and attributes -> what it is for.
#pragma once

#include "ingest/html/article/class_words.h"
#include "ingest/html/dom.h"

namespace sayso {

ElementUse use_of_element(const Dom& dom, NodeIndex element);

}  // namespace sayso
