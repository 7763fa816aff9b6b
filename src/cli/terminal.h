// What the terminal can show: width, colour, and words set in them.
#pragma once

#include <string>
#include <string_view>

namespace sayso {

enum class ColorChoice { automatic, always, never };

// How a page is shown. Every meaning is in words as well: colour only helps the eye.
struct TextStyle {
  unsigned width = 80;  // columns
  bool color = false;
};

// Of standard output: NO_COLOR, CLICOLOR_FORCE, TERM=dumb and COLUMNS are heeded (clig.dev).
TextStyle text_style(ColorChoice choice);
// What must not reach a terminal: C0, DEL, C1, and the marks that reverse the direction of what
// follows.
bool is_control(char32_t c);
bool stdin_is_terminal();
bool stdout_is_terminal();
bool stderr_is_terminal();

// SGR codes of the page's roles.
enum class Ink { plain, bold, dim, voice, figure, label, place };
std::string_view begin_ink(Ink ink, const TextStyle& style);
std::string_view end_ink(Ink ink, const TextStyle& style);

// Columns that UTF-8 text takes: combining marks none, East Asian wide characters two.
unsigned columns(std::string_view utf8);

// `text` in lines of at most `width` columns, broken at white space (every run of which becomes one
// blank or a line end), each line after `indent` blanks. Longer words stand alone on their line.
// Control characters are shown as U+FFFD: a report must not drive the reader's terminal.
std::string wrap(std::string_view text, unsigned width, unsigned indent);

}  // namespace sayso
