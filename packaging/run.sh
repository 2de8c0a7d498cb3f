#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# usage: packaging/run.sh                    sets up, builds, and opens the window on the sample library (without a screen: the sample job)
#        packaging/run.sh sample             the sample job alone: train a space, scan a library, answer five queries
#        packaging/run.sh window ARGUMENTS…  opens the window, on your own data unless the arguments say otherwise
#        packaging/run.sh cli ARGUMENTS…     passes the rest to fusefind-cli
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

programs=$root/.build/release/app

# Always from nothing, so that it shows what a fresh machine would see.
sample_job() {
    source "$packaging/sample_data.sh"
    python "$packaging/sample_job.py" "$programs/cli/fusefind-cli" "$deps"
}

has_screen() { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} || ${QT_QPA_PLATFORM:-} == offscreen ]]; }

# Those that set-up converted and the default space needs. What comes along is passed to the command line.
add_encoders() {
    local cli=$programs/cli/fusefind-cli id
    say "Adding the encoders"
    for id in minilm-l6 efficientnet-lite0 efficientnet-lite2 aisfx; do
        "$cli" --quiet "$@" models add "$id" > /dev/null
    done
}

# A library of one's own begins with them. Who names a data directory looks after it.
begin_library() {
    [[ " $* " != *" --data-dir"* && $("$programs/cli/fusefind-cli" --json models list) == *'"models": []'* ]] || return 0
    add_encoders
}

# The sample library in the default space, without the sample's own: training it is left to whoever sits at the window, which looks at the files itself.
sample_window() {
    local key data=$deps/sample-window
    source "$packaging/sample_data.sh"
    key=$(hash_of "$packaging/sample-packages.txt" "$packaging"/sample_data.py "$packaging"/sample/*.py)
    if ! is_done sample-window "$key" || [[ ! -d $data ]]; then
        rm -rf "$data"
        add_encoders --data-dir "$data"
        "$programs/cli/fusefind-cli" --quiet --data-dir "$data" library add "$deps/sample/library" > /dev/null
        mark_done sample-window "$key"
    fi
    open_window --data-dir "$data" --sample "$deps/sample"
}

open_window() { exec "$programs/desktop/fusefind" "$@"; }

case ${1-} in
cli)
    build release fusefind-cli
    begin_library "${@:2}"
    exec "$programs/cli/fusefind-cli" "${@:2}"
    ;;
sample)
    build release fusefind-cli
    sample_job
    ;;
window)
    build release fusefind fusefind-worker fusefind-cli
    begin_library "${@:2}"
    open_window "${@:2}"
    ;;
"")
    build release fusefind fusefind-worker fusefind-cli
    if ! has_screen; then
        sample_job
        say "There is no screen here; where there is one, packaging/run.sh opens the window."
        exit
    fi
    sample_window
    ;;
*)
    die "'$1' is not understood; usage: packaging/run.sh [sample | window ARGUMENTS… | cli ARGUMENTS…]"
    ;;
esac
