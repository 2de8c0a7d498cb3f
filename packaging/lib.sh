# shellcheck shell=bash
# What the scripts of this folder share. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck disable=SC2034
packaging=$root/packaging
deps=$root/.deps
export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }
die() { say "error: $*"; exit 1; }

# hash_of FILE… : one digest of the files' contents.
hash_of() { cat -- "$@" | sha256sum | cut -d' ' -f1; }

# is_done STEP KEY / mark_done STEP KEY: a step is done when its stamp holds the key of its inputs.
is_done() { [[ -f $deps/stamps/$1 && $(<"$deps/stamps/$1") == "$2" ]]; }
mark_done() {
    mkdir -p "$deps/stamps"
    printf '%s\n' "$2" > "$deps/stamps/$1.new"
    mv "$deps/stamps/$1.new" "$deps/stamps/$1"
}

# as_root ADVICE COMMAND…: runs a command as root; who may not is told what an administrator should run.
as_root() {
    local advice=$1
    shift
    if (( EUID == 0 )); then "$@"
    elif command -v sudo > /dev/null; then sudo "$@"
    else die "this needs root and there is no sudo; ask an administrator to run: $advice"
    fi
}

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

# fetch_list FILE: every package of a list of names, versions and digests.
fetch_list() {
    local name version digest
    while read -r name version digest; do
        [[ -z $name || $name == \#* ]] || fetch "$name" "$version" "$digest"
    done < "$1"
}

# python ARGUMENTS… : the interpreter of the set-up's own environment.
python() { "$deps/venv/bin/python" "$@"; }

# build PRESET [TARGET…]: configures once and builds, as many compilers at a time as cores and memory allow. Talks on standard error.
build() {
    local preset=$1 jobs memory_kb
    memory_kb=$(awk '/^MemAvailable/ {print $2}' /proc/meminfo)
    jobs=$(( memory_kb / 2000000 ))
    (( jobs > $(nproc) )) && jobs=$(nproc)
    (( jobs < 1 )) && jobs=1
    cd "$root" || return
    [[ -f .build/$preset/build.ninja ]] || cmake --preset "$preset" >&2
    cmake --build ".build/$preset" --parallel "$jobs" ${2:+--target "${@:2}"} >&2
}
