#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR/.. disable=SC2154
# Builds resources/default-space anew, from package names alone: half an hour, 2 GB of packages.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

here=$packaging/default-space
cli=$root/.build/release/app/cli/fusefind-cli
space=$root/resources/default-space
share=$deps/sample-packages/usr/share

command -v fluidsynth > /dev/null || die "fluidsynth renders the instruments; install it (apt-get install fluidsynth) and run this again"
"$packaging/setup.sh"
"$packaging/sample_data.sh"
fetch_all "$here/sounds-packages.txt"
python -m pip --quiet --no-input --disable-pip-version-check install --require-hashes -r "$here/sounds-requirements.txt" >&2
build release fusefind-cli
python "$here/build_space.py" "$cli" "$deps/models" "$share" "$space"
python "$here/sounds.py" "$share" "$deps/models" "$cli" "$space/adapters.safetensors" "$deps/default-space"
python "$here/build_space.py" "$cli" "$deps/models" "$share" "$space" "$deps/default-space/adapter.safetensors"
