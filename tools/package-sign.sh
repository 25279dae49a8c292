#!/usr/bin/env bash
# Has the program for Windows signed, before it is packed: `tools/package-sign.sh council-notice.exe`. A signature changes the file, and
# with it every package's checksum. COUNCIL_NOTICE_SIGN names the program that signs it in place; without one it stays unsigned.
. "$(dirname "$0")/lib.sh"

file="${1:?name the file to sign}"
[ -n "${COUNCIL_NOTICE_SIGN:-}" ] || exit 0
before="$(sha256sum <"$file")"
timed "signing ${file##*/}" "$COUNCIL_NOTICE_SIGN" "$file" || die "$COUNCIL_NOTICE_SIGN failed" "run it by hand: $COUNCIL_NOTICE_SIGN $file"
[ "$before" != "$(sha256sum <"$file")" ] ||
  die "$COUNCIL_NOTICE_SIGN left $file as it was" "name a program that signs the file in place, whose path is its only argument"
