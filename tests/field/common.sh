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
  as_role "$1" gonogo_reader reads-everything
}

# Prints the URL $1 with the role $2 and its password $3.
as_role() { sed -E "s#^(postgres(ql)?://)[^@/]*@#\\1$2:$3@#" <<<"$1"; }

# Starts a session pooler in front of the server of the URL $1, which knows that URL's role only. Sets
# the variable pooled to the URL through it.
start_pooler() {
  local role password host port=$((RANDOM % 10000 + 50000)) folder server
  IFS=: read -r role password <<<"$(sed -E 's#^[^:]*://([^@]*)@.*#\1#' <<<"$1")"
  host=$(sed -E 's#^[^@]*@([^/]*)/.*#\1#' <<<"$1")
  folder=$(mktemp -d)
  printf '"%s" "%s"\n' "$role" "$password" >"$folder/users"
  printf '%s\n' '[databases]' "* = host=${host%:*} port=${host#*:}" '[pgbouncer]' \
    'listen_addr = 127.0.0.1' "listen_port = $port" 'unix_socket_dir =' 'pool_mode = session' \
    'auth_type = scram-sha-256' "auth_file = $folder/users" >"$folder/pgbouncer.ini"
  chmod -R a+rX "$folder"
  server=(setpriv --pdeathsig TERM)
  if [ "$(id -u)" = 0 ]; then server+=(--reuid nobody --regid nogroup --clear-groups); fi
  "${server[@]}" pgbouncer "$folder/pgbouncer.ini" >pgbouncer.log 2>&1 &
  # shellcheck disable=SC2064  # now, because the variables are local
  trap "kill $!; rm -rf '$folder'" EXIT
  pooled=$(sed -E "s#@[^/]*/#@127.0.0.1:$port/#" <<<"$1")
  for _ in $(seq 100); do
    if sql "$pooled" --command='SELECT' >/dev/null 2>&1; then return; fi
    sleep 0.1
  done
  cat pgbouncer.log
  exit 1
}

# The stage gate must have left something of the provider out, and counted it: "grants of Supabase".
left_out() {
  grep --quiet -- "excluded on the target: [0-9]* $1" evidence/*/runs/*-gate/evidence.jsonl && return
  echo "the gate has counted no $1"
  exit 1
}

# Ends writing to the database, as the plan's check fence demands before the cutover.
make_read_only() {
  sql "$1" --command="DO \$\$ BEGIN EXECUTE format(
    'ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END \$\$"
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
  reasons=$(sed -n '/^NO-GO /,/^page: /p' out | grep '^  [^ ]' || true)
  if ! grep --quiet --fixed-strings -- "$1" <<<"$reasons" || [ "$(wc -l <<<"$reasons")" -gt 5 ]; then
    cat out
    echo "want at most 5 reasons, and one with: $1"
    exit 1
  fi
}
