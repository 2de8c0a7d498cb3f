#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/screenshots.sh [PRESET]   writes pictures of every page of the window, light and dark, into .deps/screenshots (default preset: release)
# Works on a copy of the sample library, on a screen of its own.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

preset=${1:-release}
programs=$root/.build/$preset
[[ -d $deps/sample-data/spaces/sample ]] || die "the sample library is not there; run packaging/run.sh sample first"
command -v Xvfb > /dev/null || die "Xvfb is not there; run: apt-get install xvfb"
build "$preset" screenshots fusefind-cli fusefind-worker

work=$(mktemp -d "${TMPDIR:-/tmp}/fusefind-XXXX")
screen=
finish() {
    [[ -z $screen ]] || kill "$screen" 2> /dev/null || true
    until rm -rf "$work" 2> /dev/null; do sleep 1; done # the worker leaves some seconds after its window
}
trap finish EXIT

# What is seen of paths in the pictures is the copy's.
library="$work/My files"
mkdir -m 700 "$library" "$work/runtime"
cp -r "$deps/sample-data" "$work/data"
cp -r "$deps/sample/library/pictures" "$library/Pictures"
cp -r "$deps/sample/library/sounds" "$library/Sounds"
cp -r "$deps/sample/pairs" "$library/Pairs"
mapfile -d '' -t unseen < <(find "$deps/sample-packages" -name '*.png' -size +8k -print0) # that no encoder has read yet
mkdir "$library/More"
cp --update -t "$library/More" "${unseen[@]:0:1200}"

cli() { "$programs/app/cli/fusefind-cli" --data-dir "$work/data" "$@" > /dev/null; }
cli library remove "$deps/sample/library"
cli library add "$library/Pictures"
cli library add "$library/Sounds"
cli library scan

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3> "$work/display" 2> /dev/null &
screen=$!
read -r display < "$work/display"

mkdir -p "$deps/screenshots"
DISPLAY=:$display QT_QPA_PLATFORM=xcb XDG_RUNTIME_DIR=$work/runtime \
    "$programs/tests/screenshots" "$deps/screenshots" "$work/data" "$library" "$deps/sample/queries/drum-tom-mid-soft.flac" "$library/Pairs"
say "The pictures are in $deps/screenshots"
