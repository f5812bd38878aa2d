#!/usr/bin/env bash
# What the scripts of whole migrations share. They get from the test: gonogo (the program), project
# (this repository), scratch (a folder), source and target (URLs of empty databases, as a superuser).
set -euo pipefail
: "${gonogo:?}" "${project:?}" "${scratch:?}" "${source:?}" "${target:?}"
cd "$scratch"

sql() { psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --dbname="$1" "${@:2}"; }

# Creates the role that gonogo reads as, and prints the URL of that role for a URL of a superuser.
reader_of() {
  sql "$1" --set=role=gonogo_reader --file="$project/sql/grants/gonogo.sql"
  sql "$1" --command="ALTER ROLE gonogo_reader BYPASSRLS PASSWORD 'reads-everything'"
  sed -E 's#^(postgres(ql)?://)[^@/]*@#\1gonogo_reader:reads-everything@#' <<<"$1"
}

# Runs gonogo, which must exit with the status $1. Prints its output only if it doesn't.
expect() {
  local want=$1 have=0
  shift
  "$gonogo" "$@" >out 2>&1 || have=$?
  [ "$have" = "$want" ] && return
  cat out
  echo "gonogo $*: status $have, want $want"
  exit 1
}

# The run before must have ended with NO-GO, for at most 5 reasons, of which one has the text $1.
damage_is_named() {
  local reasons
  reasons=$(sed -n '/^NO-GO /,/^evidence: /p' out | grep '^  ' || true)
  if ! grep --quiet --fixed-strings -- "$1" <<<"$reasons" || [ "$(wc -l <<<"$reasons")" -gt 5 ]; then
    cat out
    echo "want at most 5 reasons, and one with: $1"
    exit 1
  fi
}
