#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Builds resources/default-space anew, from package names alone: half an hour, 2 GB of packages.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

here=$packaging/default-space
cli=$root/.build/release/app/cli/fusefind-cli
space=$root/resources/default-space
share=$deps/sample-packages/usr/share

"$packaging/setup.sh"
"$packaging/sample_data.sh"
build release fusefind-cli
python "$here/build_space.py" "$cli" "$deps/models" "$share" "$space"
"$here/sounds.sh" "$cli" "$space/adapters.safetensors" "$deps/default-space"
python "$here/build_space.py" "$cli" "$deps/models" "$share" "$space" "$deps/default-space/adapter.safetensors"
