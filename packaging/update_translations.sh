#!/usr/bin/env bash
# shellcheck source-path=SCRIPTDIR disable=SC2154
# Brings the translations (resources/translations, or those in FOLDER) up to the texts in the sources: new texts come in
# unfinished and wait for a translator, texts that are gone go. English has its plural forms alone.
# usage: update_translations.sh [FOLDER]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

lupdate=$(PATH=/usr/lib/qt6/bin:$PATH command -v lupdate) || die "lupdate is missing; packaging/setup.sh installs it"
translations=$(realpath -- "${1:-$root/resources/translations}")

# update LANGUAGE OPTION…: without -I the headers are not found, and texts of a class lose its namespace and with it their translation.
update() {
    "$lupdate" -silent -locations none -no-obsolete -I . ui app/desktop -source-language en -target-language "$1" "${@:2}" \
        -ts "$translations/fusefind_$1.ts"
}

cd "$root"
update en -pluralonly
update de
update ja
