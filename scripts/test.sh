#!/usr/bin/env bash
# Sets up, builds once and runs every test project, cheap ones first. The last line is "N passed, N failed".
#   --only NAME   run one project, by its name or the end of it (Kaohe.Storage.Tests, Storage.Tests, EndToEnd)
# Exit code 0 only when something ran and nothing failed.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

PACKAGES=(chromium libreoffice-writer-nogui poppler-utils qpdf postgresql opensmtpd dovecot-imapd zbar-tools
  default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java
  fonts-noto-cjk python3-fonttools fonts-lxgw-wenkai)
ORDER=(Kaohe.Architecture.Tests Kaohe.Assessment.Tests Kaohe.Office.Tests Kaohe.Workflows.Tests Kaohe.Documents.Tests
  Kaohe.Activities.Tests Kaohe.Cli.Tests Kaohe.Storage.Tests Kaohe.Server.Tests EndToEnd)
PROJECT_TIMEOUT=40m

only=
while [ $# -gt 0 ]; do
  case $1 in
    --only) only=${2:?"--only needs the name of a test project"}; shift 2 ;;
    *) die "unknown argument $1 (known: --only NAME)" ;;
  esac
done

install_packages() {
  local package missing=() sudo=()
  command -v apt-get >/dev/null || { warn "no apt-get here: tests need ${PACKAGES[*]}"; return; }
  for package in "${PACKAGES[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return
  say "Debian packages: ${missing[*]}"
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  local install=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends)
  "${sudo[@]}" apt-get update -q </dev/null >/dev/null || warn "apt-get update failed"
  "${install[@]}" "${missing[@]}" </dev/null >/dev/null && return
  for package in "${missing[@]}"; do
    "${install[@]}" "$package" </dev/null >/dev/null || warn "$package could not be installed; tests that need it will say so"
  done
}

# The test projects in running order: the known ones first, then any that ORDER does not know yet. Programs that tests start hold no tests.
test_projects() {
  local name
  { printf '%s\n' "${ORDER[@]}"
    find "$ROOT/tests" -mindepth 2 -maxdepth 2 -name '*.csproj' -printf '%f\n' | sed 's/\.csproj$//' | LC_ALL=C sort
  } | awk '!seen[$0]++' | grep -vx Benchmarks | while read -r name; do
    [ -f "$ROOT/tests/$name/$name.csproj" ] || continue
    ! grep -q '<IsTestProject>false' "$ROOT/tests/$name/$name.csproj" || continue
    case $name in *"$only") printf '%s\n' "$name" ;; esac
  done
}

passed=0 failed=0 skipped=0 failures=() broken=()

# The figure behind a word ("failed") in the summary that ends a log of `dotnet test`.
figure() { tac "$2" | sed -n "/^Test run summary/q; s/^  $1: \([0-9]*\)\$/\1/p" | head -1; }

run_project() {
  TMPDIR=$LOGS/tmp dotnet test --project "$ROOT/tests/$1/$1.csproj" -c Release --no-build --no-ansi --no-progress \
    --timeout "$PROJECT_TIMEOUT" --results-directory "$LOGS/$1" </dev/null >"$LOGS/$1.log" 2>&1
  printf '%s\n' $? >"$LOGS/$1.code"
}

# What is known of the failed tests: name, message and stack of each, or the end of the log where none is named (a crash, a time-out).
# The servers that tests start print into the same log, so the whole of it would push the one failure out of what a CI keeps.
failed_tests() {
  grep -q '^failed ' "$1" || { tail -200 "$1"; return; }
  awk '/^failed /{on = 1; print; next} /^[^ \t]/{on = 0} on' "$1" | cut -c1-2000 | head -400
}

report_project() {
  local name=$1 log=$LOGS/$1.log code ok bad not
  code=$(cat "$LOGS/$1.code" 2>/dev/null || echo 255)
  ok=$(figure succeeded "$log") bad=$(figure failed "$log") not=$(figure skipped "$log")
  ok=${ok:-0} bad=${bad:-0} not=${not:-0}
  if [ "$code" = 8 ] && [ $((ok + bad + not)) = 0 ]; then say "$name: no tests yet"; return; fi
  # A crash, a time-out or a broken clean-up fails the project even when no single test did.
  [ "$code" != 0 ] && [ "$bad" = 0 ] && bad=1
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + not))
  say "$name: $ok passed, $bad failed, $not skipped ($(figure_duration "$log"))"
  if [ "$bad" != 0 ]; then
    failed_tests "$log" | sed 's/^/   /'
    say "$name FAILED (exit code $code)"
    failures+=("$name")
    mapfile -t -O ${#broken[@]} broken < <(sed -n 's/^failed //p' "$log")
  elif [ "$not" != 0 ]; then
    grep -A1 '^skipped ' "$log" | sed 's/^/   /'
  fi
}

figure_duration() { sed -n 's/^  duration: //p' "$1" | tail -1; }

# Whatever happens, the files of this run go, and the last line says what ran.
finish() {
  local code=$? name
  trap - EXIT
  rm -rf "$LOGS"
  for name in "${broken[@]}"; do say "failed: $name"; done
  [ ${#failures[@]} = 0 ] || say "failed projects: ${failures[*]}"
  [ "$skipped" = 0 ] || say "$skipped skipped"
  printf '%s passed, %s failed\n' "$passed" "$failed"
  exit "$code"
}

cd "$ROOT" # global.json, read from here, is what makes `dotnet test` use Microsoft.Testing.Platform
mapfile -t projects < <(test_projects)
[ ${#projects[@]} -gt 0 ] || die "no test project is called $only"
LOGS=$(mktemp -d /tmp/kaohe-tests.XXXXXX)
mkdir "$LOGS/tmp"
chmod 755 "$LOGS" "$LOGS/tmp" # servers that tests start may drop root's rights
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

install_packages
need_tools
setup_npm
setup_fonts
setup_build Kaohe.Workflows.sln solution "tests/${projects[0]}/bin/Release/net10.0/${projects[0]}.dll"
export KAOHE_TEST_POSTGRES=${KAOHE_TEST_POSTGRES:-required} # the storage tests start a server of their own, and fail where they cannot
[ "$(id -u)" != 0 ] || export KAOHE_TEST_MAIL=${KAOHE_TEST_MAIL:-required} # the mail servers start only as root
for project in "${projects[@]}"; do run_project "$project"; report_project "$project"; done
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
