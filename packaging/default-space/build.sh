#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/default-space/build.sh [OUT [PRESET]]
# Builds the default space anew, from package names alone: a quarter of an hour on two cores, after 2 GB of packages. OUT: another folder than resources/default-space, to
# compare with what is shipped. PRESET: whose program encodes (release).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

here=$packaging/default-space
space=$(realpath -m "${1:-$root/resources/default-space}")
preset=${2:-release}
cli=$root/.build/$preset/app/cli/fusefind-cli
share=$deps/sample-packages/usr/share

"$packaging/setup.sh"
"$packaging/sample_data.sh"
build "$preset" fusefind-cli
python "$here/build_space.py" "$cli" "$deps/models" "$share" "$space"
"$here/sounds.sh" "$cli" "$space/adapters.safetensors" "$deps/default-space"
python "$here/build_space.py" "$cli" "$deps/models" "$share" "$space" "$deps/default-space/adapter.safetensors"
