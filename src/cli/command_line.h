// The command line: arguments -> a command run, and an exit status.
#pragma once

namespace sayso {

// 0 all read, 1 some input failed (the rest still ran), 2 wrong usage.
int run_command_line(int argc, const char* const* argv);

}  // namespace sayso
