#!/usr/bin/env bash
# A WordPress for the page trials: Debian's own, copied beside the other hosts, with a database that is filled once and that
# each trial copies. Nothing of it runs afterwards, and no service is installed.
. "$(dirname "$0")/lib.sh"

from="$repo/tests/hosts/wordpress"
to="$notice_hosts/wordpress"

# php-cgi and nginx-light are what WordPress's own package would else have Apache for.
apt_install "WordPress, and servers, for the trials" \
  wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentythree \
  php-cli php-cgi php-mysql mariadb-server-core mariadb-client-core nginx-light apache2-bin

database() {
  mariadbd --no-defaults --user="$(id -un)" --datadir="$to/data" --socket="$1" --pid-file="$1.pid" --skip-networking --skip-grant-tables \
    --innodb-log-file-size=4M --innodb-buffer-pool-size=16M --log-error="$1.log"
}

fill() {
  rm -rf "$to" && mkdir -p "$to" && cp -RL /usr/share/wordpress "$to/site" &&
    cp "$from/wp-config.php" "$to/site/" &&
    mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$to/data" --skip-test-db --innodb-log-file-size=4M >/dev/null || return
  local folder socket server filled=1
  folder="$(mktemp -d)" && socket="$folder/socket"
  database "$socket" & server=$!
  # Any of WordPress's pages would offer to install it: what fills it does that itself.
  for _ in {1..100}; do
    mariadb --no-defaults --socket="$socket" -e 'CREATE DATABASE IF NOT EXISTS wordpress' 2>/dev/null && break
    sleep 0.2
  done
  (cd "$to/site" && WORDPRESS_SOCKET="$socket" php -d display_errors=stderr "$from/fill.php") && filled=0
  kill "$server" && wait "$server"
  rm -rf "$folder"
  return "$filled"
}

made="$(dpkg-query -W -f '${Version}' wordpress) $(cat "$from"/*.php "${BASH_SOURCE[0]}" | sha256sum)"
if [ "$(cat "$to/made" 2>/dev/null)" != "$made" ]; then
  timed "filling a WordPress for the trials" fill || die "WordPress could not be filled" "run 'tools/wordpress.sh' and read what it says"
  printf '%s' "$made" >"$to/made"
fi
