#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Fetches free pictures and sounds out of Debian packages and lays them out as .deps/sample: pairs, library and queries.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

sample_data() {
    local key
    key=$(hash_of "$packaging/sample-packages.txt" "$packaging/sample_data.py" "$packaging"/sample/*.py)
    is_done sample "$key" && [[ -d $deps/sample ]] && return 0
    fetch_list "$packaging/sample-packages.txt"
    say "Laying out the sample data"
    python "$packaging/sample_data.py" "$deps/sample-packages/usr/share" "$deps/sample"
    mark_done sample "$key"
    rm -rf "$deps/downloads"
}

sample_data
