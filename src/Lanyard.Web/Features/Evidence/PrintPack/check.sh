#!/bin/sh
# Checks what is in this folder without Lanyard. Needs openssl and an ordinary shell.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "WRONG: $1"; exit 1; }
digest() { openssl dgst -sha256 -binary; }
bytes() { printf '%s' "$1" | openssl base64 -d -A; }

# RFC 9162, section 2.1.1: a leaf begins with a zero byte, a node with a one. The leaf of an entry is the hash of its file.
leaf() { { printf '\000'; digest < "$1"; } | digest | openssl base64 -A; }
node() { { printf '\001'; bytes "$1"; bytes "$2"; } | digest | openssl base64 -A; }
half() { at=$((at / 2)); last=$((last / 2)); }
up() { while [ $((at % 2)) -eq 0 ] && [ "$at" -ne 0 ]; do half; done; }
isright() { [ $((at % 2)) -eq 1 ] || [ "$at" -eq "$last" ]; }

# A checkpoint: whose record it is, how many entries it has, the root of the tree over them; then signatures.
signed() {
    sed '/^$/,$d' "$1" > "$work/text"
    line=$(sed -n '/^$/,$p' "$1" | grep -F " $(sed -n 1p "$1") " | head -n 1 | cut -d ' ' -f 3)
    bytes "$line" | tail -c 64 > "$work/signature"
    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in "$work/text" -sigfile "$work/signature" > /dev/null 2>&1 \
        || fail "$1 was not signed by the key of the record"
    echo "$1 was signed by the key of the record"
}

included() {
    at=$(sed -n 's/^index //p' "$2")
    last=$((size - 1))
    hash=$(leaf "$1")
    for beside in $(sed -n '/^index /,/^$/p' "$2" | sed '1d;/^$/d'); do
        [ "$last" -gt 0 ] || fail "$1"
        if isright; then hash=$(node "$beside" "$hash"); up; else hash=$(node "$hash" "$beside"); fi
        half
    done
    { [ "$last" -eq 0 ] && [ "$hash" = "$root" ]; } || fail "$1 is not in the record"
    echo "$1 is in the record"
}

# RFC 9162, section 2.1.4.2.
grew() {
    at=$(($1 - 1))
    last=$(($3 - 1))
    path=$(cat consistency.txt)
    while [ $((at % 2)) -eq 1 ]; do half; done
    [ $(($1 & ($1 - 1))) -ne 0 ] || path="$2 $path"
    before=
    for beside in $path; do
        if [ -z "$before" ]; then
            before=$beside
            after=$beside
            continue
        fi
        [ "$last" -gt 0 ] || fail "consistency.txt"
        if isright; then
            before=$(node "$beside" "$before")
            after=$(node "$beside" "$after")
            up
        else
            after=$(node "$after" "$beside")
        fi
        half
    done
    { [ "$last" -eq 0 ] && [ "$before" = "$2" ] && [ "$after" = "$4" ]; } || fail "the record did not only grow"
    echo "the record only grew from $1 to $3 entries"
}

signed checkpoint.txt
size=$(sed -n 2p checkpoint.txt)
root=$(sed -n 3p checkpoint.txt)
for proof in entry-*.tlog-proof; do
    [ ! -e "$proof" ] || included "${proof%.tlog-proof}.json" "$proof"
done
if [ -e other.txt ]; then
    signed other.txt
    othersize=$(sed -n 2p other.txt)
    otherroot=$(sed -n 3p other.txt)
    if [ "$othersize" -lt "$size" ]; then
        grew "$othersize" "$otherroot" "$size" "$root"
    else
        grew "$size" "$root" "$othersize" "$otherroot"
    fi
fi
echo "Everything fits."
