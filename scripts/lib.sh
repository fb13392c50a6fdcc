# Shared by the scripts beside it: where things are, what is already set up, and the set-up steps themselves.
# Source it; it changes no working directory and installs nothing by itself.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
STAMPS=$ROOT/obj/setup
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "== $*"; }
warn() { printf '%s\n' "warning: $*" >&2; }
die() { printf '%s\n' "error: $*" >&2; exit 1; }

need_tools() {
  local tool
  for tool in dotnet node npm; do
    command -v "$tool" >/dev/null || die "$tool is not installed (needed: the .NET 10 SDK, Node 20 or newer, npm)"
  done
}

# One hash over the content and the names of every file under the given paths (relative to the root), build output left out.
hash_of() {
  local path found=()
  for path in "$@"; do [ -e "$ROOT/$path" ] && found+=("$path"); done
  (cd "$ROOT" && find "${found[@]}" -type f -not -path '*/bin/*' -not -path '*/obj/*' -print0 |
    LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

is_done() { [ "$(cat "$STAMPS/$1" 2>/dev/null)" = "$2" ]; }
mark_done() { mkdir -p "$STAMPS" && printf '%s\n' "$2" >"$STAMPS/$1"; }

# Browser assets and data packages, exactly as package-lock.json says.
setup_npm() {
  local key; key=$(hash_of package.json package-lock.json .npmrc)
  [ -d "$ROOT/node_modules" ] && is_done npm "$key" && return
  say "npm packages"
  (cd "$ROOT" && npm ci --no-audit --no-fund --loglevel=error) || die "npm ci failed: is the npm registry reachable?"
  mark_done npm "$key"
}

# Fonts for the official documents. Without them the product runs; documents then say which font is missing.
setup_fonts() {
  local script=$ROOT/scripts/setup-fonts.sh key
  [ -f "$script" ] || return 0
  key=$(hash_of scripts/setup-fonts.sh scripts/fonts)
  [ -d "$ROOT/fonts" ] && is_done fonts "$key" && return
  say "fonts"
  if bash "$script"; then mark_done fonts "$key"; else warn "not every font could be set up; going on without"; fi
}

# What a build depends on; $1 is the name of its stamp.
build_key() {
  local inputs=(src workflows templates data appsettings.json global.json .editorconfig Directory.Build.props Directory.Packages.props package-lock.json)
  [ "$1" = solution ] && inputs+=(tests tools Kaohe.Workflows.sln)
  printf '%s-%s\n' "$(hash_of "${inputs[@]}")" "$(cd "$ROOT" && dotnet --version)"
}

# Restores (lock files unchanged) and builds one project or solution in Release, unless nothing has changed since the last time.
# $1: path relative to the root; $2: name of its stamp (server, cli, solution); $3: a file that the build must have made
setup_build() {
  local target=$1 name=$2 output=$3 key
  key=$(build_key "$name")
  [ -e "$ROOT/$output" ] && is_done "build-$name" "$key" && return
  say "build $target"
  (cd "$ROOT" &&
    dotnet restore "$target" --locked-mode -v quiet &&
    dotnet build "$target" -c Release --no-restore -nodeReuse:false -v quiet -nologo) || die "the build of $target failed"
  mark_done "build-$name" "$key"
  [ "$name" != solution ] || { mark_done build-server "$(build_key server)"; mark_done build-cli "$(build_key cli)"; }
}
