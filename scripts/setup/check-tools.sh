#!/bin/sh
# Says which of the tools that Cairn is built with are missing or too old, all at once, and how to get them.
# Uses nothing but the shell itself, so that it can say so on a bare machine. Exits 1 when something is wrong.

wrong=''

complain() { # what is wrong, what to do
  wrong="$wrong
  - $1
      $2"
}

# Is version $1 (such as v20.11.0 or 1.95.0-nightly) at least major $2, minor $3?
at_least() {
  version=${1#v}
  major=${version%%.*}
  rest=${version#*.}
  minor=${rest%%.*}
  case "$major$minor" in '' | *[!0-9]*) return 1 ;; esac
  [ "$major" -gt "$2" ] || { [ "$major" -eq "$2" ] && [ "$minor" -ge "$3" ]; }
}

# The last word on the first line of `$1 --version` that looks like a version; empty when it does not run.
version_of() {
  printed=$("$1" --version 2>/dev/null) || return 0
  for word in $printed; do
    case "${word#v}" in
    [0-9]*.[0-9]*)
      printf '%s' "$word"
      return 0
      ;;
    esac
  done
  printf 'of unknown version'
}

# name, major, minor, how to get it
need() {
  found=$(version_of "$1")
  if [ -z "$found" ]; then
    complain "$1 is missing (or does not run); version $2.$3 or newer is needed" "$4"
  elif ! at_least "$found" "$2" "$3"; then
    complain "$1 is $found; version $2.$3 or newer is needed" "$4"
  fi
}

# name, what it is, how to get it
need_any() {
  "$1" --version >/dev/null 2>&1 || complain "$1 ($2) is missing, or does not run" "$3"
}

node_help='Get it from https://nodejs.org/ or with your package manager; npm comes with it.'
rust_help='Get it from https://rustup.rs/, or bring it up to date with: rustup update stable'
cc_help='Debian, Ubuntu: sudo apt-get install build-essential; Fedora: sudo dnf install gcc make; macOS: xcode-select --install'

# A rust-toolchain file or an override of rustup counts for the folder in which it is asked.
cd "${0%/*}/../../prover" 2>/dev/null || :

need node 20 0 "$node_help"
need npm 9 0 "$node_help"
need cargo 1 95 "$rust_help"
need rustc 1 95 "$rust_help"
need_any cc 'a C compiler' "$cc_help"
need_any make 'make' "$cc_help"

if [ -n "$wrong" ]; then
  printf 'Cairn cannot be built here yet:\n%s\n\nThen run the command again.\n' "${wrong#?}" >&2
  exit 1
fi
