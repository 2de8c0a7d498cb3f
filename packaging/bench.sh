#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/bench.sh [--quick]
# Sets up, builds the release preset and measures the window on a library of 100,000 pictures (--quick: 10,000) beside a scan. The rows go to
# .deps/bench/result.json. Wants a machine that does nothing else.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

items=100000
unseen=1500
case ${1-} in
--quick) items=10000 ;;
"") ;;
*) die "'$1' is not understood; usage: packaging/bench.sh [--quick]" ;;
esac

build release fusefind fusefind-worker fusefind-cli make_large_library bench_window
bench=$deps/bench
mkdir -p "$bench"
library=$bench/library-$items # kept: it takes minutes to make
made_of="$unseen $(hash_of "$root"/core/library/schema/*.sql)"
if ! is_done "bench-library-$items" "$made_of"; then
    say "Making a library of $items pictures"
    rm -rf "$library"
    "$root/.build/release/tests/make_large_library" "$library" "$items" "$unseen"
    mark_done "bench-library-$items" "$made_of"
fi
# The scan changes the library: each run has a copy. The pictures themselves are only read.
work=$(mktemp -d "$bench/run-XXXX")
trap 'rm -rf "$work"' EXIT
cp -r "$library/data" "$work/data"
ln -s "$library/new" "$work/new"
python "$root/tests/bench/measure_window.py" "$root/.build/release" "$work" "$items" | tee "$bench/result.json"
