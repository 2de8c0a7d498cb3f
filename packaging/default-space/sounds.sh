#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Fetches the packages of sounds-packages.txt and fits the audio adapter of the default space: sounds.sh CLI SPACE WORK [--measure]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

here=$packaging/default-space
(( $# >= 3 )) || die "usage: sounds.sh CLI SPACE WORK [--measure]"
command -v fluidsynth > /dev/null || die "fluidsynth is missing; install it: apt-get install fluidsynth"
fetch_list "$here/sounds-packages.txt"
python -m pip install --quiet --no-deps --require-hashes -r "$here/sounds-requirements.txt" >&2
python "$here/sounds.py" "$deps/sample-packages/usr/share" "$deps/models" "$@"
