#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/test.sh [PRESET]
# Sets up, builds and runs the whole test suite. PRESET: dev (default), asan, tsan or release.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

preset=${1:-dev}
build "$preset"
cd "$root"
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
exec ctest --preset "$preset" --output-on-failure
