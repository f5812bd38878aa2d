# gonogo comes as a package whose bytes are known, or is there already, in exactly this version.
if [ -n "${GONOGO_URL:-}" ]; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  if ! command -v curl >/dev/null; then
    $as_root apt-get install -y -qq --no-install-recommends ca-certificates curl >/dev/null
  fi
  package=$(mktemp -d)/gonogo.deb
  curl -fsSL --retry 3 --output "$package" "$GONOGO_URL"
  echo "$GONOGO_SHA256  $package" | sha256sum --check --quiet
  chmod 755 "${package%/*}"
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
fi
have=$(gonogo --version || true)
if [ "$have" != "gonogo $GONOGO_VERSION" ]; then
  echo "gonogo: have ${have:-no gonogo}, want gonogo $GONOGO_VERSION: set GONOGO_URL and GONOGO_SHA256" >&2
  exit 2
fi
