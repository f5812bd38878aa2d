# Every SHARDS-th check of the plan. Only the merge can say GO, and it misses what no shard ran.
cases=$(gonogo list gate --plan "$PLAN")
set --
for check in $(echo "$cases" | sed -n 's/^  \([A-Za-z0-9_-]*\)\..*/\1/p' |
  awk -v shard="$SHARD" -v shards="$SHARDS" '!seen[$0]++ && n++ % shards == shard - 1'); do
  set -- "$@" --check "$check"
done
if [ $# = 0 ]; then
  echo "gonogo: shard $SHARD of $SHARDS has no check: use fewer shards" >&2
  exit 2
fi
exec gonogo run gate --plan "$PLAN" --out "$EVIDENCE" --no-color "$@"
