# Nothing is done unless somebody typed the phrase, and each secret is the URL of a database.
if [ -z "$PHRASE" ] || [ "${CONFIRM:-}" != "$PHRASE" ]; then
  echo "gonogo: not confirmed, so nothing was done: type $PHRASE" >&2
  exit 2
fi
for name in $SECRETS; do
  case $(printenv "$name" || true) in
    *://?* | *=?*) ;;
    *)
      echo "gonogo: the secret $name isn't the URL of a database, so nothing was done" >&2
      exit 2
      ;;
  esac
done
