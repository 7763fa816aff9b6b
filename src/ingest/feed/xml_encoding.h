// The name of an encoding -> what expat must know to read XML in it.
#pragma once

#include <expat.h>

namespace sayso {

// Teaches `parser` the encodings of one or two bytes a character that ICU knows, beside its own
// (UTF-8, UTF-16, ISO-8859-1, US-ASCII).
void know_encodings(XML_Parser parser);

}  // namespace sayso
