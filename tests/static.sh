#!/bin/bash
# Static analysis of the engine by cppcheck: no finding. The build itself has -Wconversion and -Wshadow as errors.
#
#   tests/static.sh
#
# Left out are two checks that ask for every member to be set when an object is made: here scratch space is filled in as
# it is used, and the sanitizers watch that.
set -euo pipefail
cd "$(dirname "$0")/.."
. tools/packages.sh
install_missing cppcheck
cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --std=c++17 --language=c++ \
  --suppress=missingIncludeSystem --suppress=uninitMemberVar --suppress=uninitStructMember --inline-suppr \
  -I . -I include engine
