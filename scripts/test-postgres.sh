# A throw-away PostgreSQL for one test run: own cluster in a temporary folder, a free loopback port, nothing kept.
# Source it after lib.sh: start_postgres sets KAOHE_TEST_POSTGRES unless the caller has, stop_postgres ends exactly that server.

POSTGRES_HOME=

# PostgreSQL refuses to run as root, so root borrows the account that Debian's package made.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

start_postgres() {
  [ -z "${KAOHE_TEST_POSTGRES:-}" ] || return 0
  local bin port password attempt
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  [ -n "$bin" ] || { warn "PostgreSQL is not installed: the tests that need it will fail"; return 0; }
  POSTGRES_HOME=$(mktemp -d /tmp/kaohe-postgres.XXXXXX)
  password=$(node -p 'require("crypto").randomBytes(18).toString("hex")')
  printf '%s\n' "$password" >"$POSTGRES_HOME/password"
  [ "$(id -u)" = 0 ] && chown -R postgres "$POSTGRES_HOME"
  (cd "$POSTGRES_HOME" && as_postgres "$bin/initdb" -D "$POSTGRES_HOME/data" -U kaohe --pwfile="$POSTGRES_HOME/password" \
    --auth=scram-sha-256 -E UTF8 --locale=C.UTF-8 --no-sync >"$POSTGRES_HOME/initdb.log" 2>&1) ||
    { cat "$POSTGRES_HOME/initdb.log" >&2; die "initdb failed"; }
  # Between asking for a free port and using it somebody else may take it, hence a few attempts.
  for attempt in 1 2 3 4 5; do
    port=$(free_port)
    if (cd "$POSTGRES_HOME" && as_postgres "$bin/pg_ctl" -D "$POSTGRES_HOME/data" -l "$POSTGRES_HOME/server.log" -w -t 60 \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$POSTGRES_HOME -c max_connections=300
          -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum_naptime=10s" \
      start </dev/null >/dev/null 2>&1); then
      export KAOHE_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=kaohe;Password=$password;Database=postgres;Include Error Detail=true"
      say "PostgreSQL $(basename "$(dirname "$bin")") on 127.0.0.1:$port"
      return 0
    fi
  done
  cat "$POSTGRES_HOME/server.log" >&2
  die "PostgreSQL did not start"
}

stop_postgres() {
  [ -n "$POSTGRES_HOME" ] || return 0
  local pid
  pid=$(head -1 "$POSTGRES_HOME/data/postmaster.pid" 2>/dev/null)
  if [ -n "$pid" ]; then
    kill -QUIT "$pid" 2>/dev/null
    for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
  fi
  rm -rf "$POSTGRES_HOME"
  POSTGRES_HOME=
}
