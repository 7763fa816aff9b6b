"""Runs a command, and writes what it took as JSON to standard error's last line.

Usage: launch.py COMMAND...

A process's peak memory counts that of the one it was started from: this one is small, run.py with its data is not.
"""
import json
import os
import sys
import time

began = time.perf_counter()
process = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(process, 0)
print("\n" + json.dumps({"wall": time.perf_counter() - began, "cpu": usage.ru_utime + usage.ru_stime,
                         "memory": usage.ru_maxrss / 1024, "status": os.waitstatus_to_exitcode(status)}),
      file=sys.stderr)
