#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/bench.sh [--quick] [--full] [--only ROW]…
# Sets up, peers included, builds the release preset and measures FuseFind beside its peers, row by row: a table on standard output and
# .deps/bench/result.json. --quick: fewer and smaller rows, some minutes. --full: also those of a million points and of all published
# encoders. --only: the rows of that name, or with it in their names. Wants a machine that does nothing else.
set -euo pipefail

for argument in "$@"; do
    case $argument in
    --help | -h)
        sed -n '3,7s/^# //p' "$0"
        exit
        ;;
    esac
done
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

bench=$deps/bench

bench_pip() { "$bench/venv/bin/python" -m pip --quiet --no-input --disable-pip-version-check install --no-deps --only-binary :all: --require-hashes "$@" >&2; }

# one_by_one LIST: what of the list can be installed. A peer that cannot costs its own rows only, which then say so.
one_by_one() {
    local requirement one
    one=$(mktemp)
    while IFS= read -r requirement; do
        printf '%s\n' "$requirement" > "$one"
        bench_pip -r "$one" || say "warning: ${requirement%% *} could not be installed (the reason is above)"
    done < <(sed -e '/^#/d' -e ':a' -e '/\\$/{N;s/\\\n *//;ba}' "$1")
    rm -f "$one"
}

# Peers live in an environment of their own, which sees the torch and numpy of the set-up.
peers() {
    local list key
    key=$(hash_of "$packaging"/requirements{,-published,-bench}.txt)
    is_done bench-venv "$key" && [[ -x $bench/venv/bin/python ]] && return 0
    say "Installing the peers (150 MB to fetch)"
    rm -rf "$bench/venv"
    "$deps/venv/bin/python" -m venv "$bench/venv" >&2 || die "the Python environment could not be made in .deps/bench/venv"
    echo "$deps/venv/lib/python3.11/site-packages" > "$bench/venv/lib/python3.11/site-packages/deps.pth"
    local whole=yes
    for list in "$packaging"/requirements-{published,bench}.txt; do
        bench_pip -r "$list" || { whole=no; one_by_one "$list"; }
    done
    if [[ $whole == yes ]]; then mark_done bench-venv "$key"; fi
}

mkdir -p "$bench"
peers
build release fusefind fusefind-worker fusefind-cli make_large_library \
    bench_{decode,discover,encoder,hnswlib,step,train,vectors,window}
OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)} exec "$bench/venv/bin/python" "$root/tests/bench/run.py" --build "$root/.build/release" --deps "$deps" "$@"
