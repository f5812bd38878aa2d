# One comment for each command and plan, found again by its marker. It never decides: a job without
# the right to write comments only warns.
fail() {
  echo "::warning::gonogo: no comment on the pull request: $1"
  exit 0
}
if ! command -v jq >/dev/null || ! command -v curl >/dev/null; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get install -y -qq --no-install-recommends ca-certificates curl jq >/dev/null || fail "it needs curl and jq"
fi
number=$(jq -r '.pull_request.number // empty' "$GITHUB_EVENT_PATH")
[ -n "$number" ] || fail "the event isn't of a pull request"
api() { # METHOD PATH [FILE]
  printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" |
    curl -fsS --max-time 30 --config - --request "$1" --header 'Accept: application/vnd.github+json' \
      ${3:+--data-binary "@$3"} "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/$2"
}
marker="<!-- gonogo $COMMAND $PLAN -->"
work=$(mktemp -d)
{
  echo "$marker"
  gonogo evidence show "$EVIDENCE" ||
    [ $? != 2 ] || echo "gonogo: no evidence, so no verdict"
  echo
  echo "[The run]($GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID) has the evidence."
} >"$work/text"
jq -n --rawfile body "$work/text" '{$body}' >"$work/body"
page=1
mine=
while [ -z "$mine" ]; do
  api GET "issues/$number/comments?per_page=100&page=$page" >"$work/page" || fail "GitHub lists none"
  mine=$(jq -r --arg marker "$marker" \
    '[.[] | select(.user.type == "Bot" and (.body | startswith($marker)))][0].id // empty' "$work/page")
  [ "$(jq length "$work/page")" = 100 ] || break
  page=$((page + 1))
done
if [ -n "$mine" ]; then
  api PATCH "issues/comments/$mine" "$work/body" >/dev/null || fail "GitHub refuses the change"
else
  api POST "issues/$number/comments" "$work/body" >/dev/null || fail "GitHub refuses it"
fi
