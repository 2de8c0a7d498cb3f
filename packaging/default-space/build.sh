#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR/.. disable=SC2154
# Builds resources/default-space anew, from package names alone.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

"$packaging/setup.sh"
"$packaging/sample_data.sh"
build release fusefind-cli
python "$packaging/default-space/build_space.py" "$root/.build/release/app/cli/fusefind-cli" "$deps/models" \
    "$deps/sample-packages/usr/share" "$root/resources/default-space"
