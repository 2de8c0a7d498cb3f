#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Fetches free pictures and sounds out of Debian packages and lays them out as .deps/sample: pairs, library and queries.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# download NAME=VERSION: into the folder of downloads.
download() { (cd "$deps/downloads/debian" && apt-get -qq -o APT::Sandbox::User=root download "$1" >&2); }

# fetch NAME VERSION SHA256: unpacks one package into .deps/sample-packages, after checking it.
fetch() {
    local name=$1 version=$2 digest=$3 downloads=$deps/downloads/debian file found
    is_done "sample-$name" "$digest" && [[ -d $deps/sample-packages ]] && return 0
    mkdir -p "$downloads" "$deps/sample-packages"
    file=$downloads/$name.deb
    if [[ ! -f $file ]]; then
        say "Fetching $name"
        download "$name=$version" 2> /dev/null || { as_root "apt-get update" apt-get -qq update >&2 && download "$name=$version"; } \
            || die "$name $version could not be fetched (the reason is above); check the network and run this again"
        found=$(find "$downloads" -name "${name}_*.deb" -print -quit)
        mv "$found" "$file"
    fi
    if ! echo "$digest  $file" | sha256sum --check --quiet > /dev/null 2>&1; then
        rm -f "$file"
        die "$name $version is not the package that was pinned; it was deleted, run this again"
    fi
    dpkg-deb -x "$file" "$deps/sample-packages"
    mark_done "sample-$name" "$digest"
    rm -f "$file"
}

sample_data() {
    local key
    key=$(hash_of "$packaging/sample-packages.txt" "$packaging/sample_data.py" "$packaging"/sample/*.py)
    is_done sample "$key" && [[ -d $deps/sample ]] && return 0
    while read -r name version digest; do
        [[ -z $name || $name == \#* ]] || fetch "$name" "$version" "$digest"
    done < "$packaging/sample-packages.txt"
    say "Laying out the sample data"
    python "$packaging/sample_data.py" "$deps/sample-packages/usr/share" "$deps/sample"
    mark_done sample "$key"
    rm -rf "$deps/downloads"
}

sample_data
