# Sourced (bash): what everyone who installs the program does first.

# use VERSION CALL…: begins, builds, checks and shows a site in the present folder by that call of the program.
use() {
  local version="$1" lines
  shift
  "$@" --version | tr -d '\r' >version.txt
  grep -qx "council-notice $version" version.txt
  grep -Eqx 'engine [0-9a-f]{8}' version.txt
  "$@" init "my site" --name "Leeds City Council" --languages cy >/dev/null
  "$@" build --site "my site" --out "the files" >told.txt 2>&1 || show told.txt
  grep -q 'Leeds City Council' "the files/notices/example/index.html"
  test -s "the files/licences.html"
  # As Notepad saves files.
  find "my site" \( -name '*.toml' -o -name '*.md' \) -exec sed -i -e '1s/^/\xef\xbb\xbf/' -e 's/\r*$/\r/' {} +
  "$@" build --site "my site" --out "the same files" >told.txt 2>&1 || show told.txt
  diff -r "the files" "the same files"
  lines=0
  "$@" check --site "my site" >told.txt 2>&1 || lines=$?
  # What only the council can say is open.
  test "$lines" = 4 || show told.txt
  grep -q BAS-01 told.txt
  served "$@"
}

# Asks the preview for a page, and looks at it with a browser.
served() {
  local pid address=""
  : >address.txt
  setsid "$@" serve --site "my site" --port 0 >address.txt 2>served.txt &
  pid=$!
  for _ in {1..300}; do
    address="$(tr -d '\r' <address.txt | sed -n 's|^\(http://[^/]*\)/.*|\1|p')"
    [ -z "$address" ] || break
    sleep 0.1
  done
  [ -n "$address" ] || show served.txt
  for _ in {1..300}; do
    curl --silent --fail --output page.html "$address/notices/example/" && break
    sleep 0.1
  done
  grep -q 'Leeds City Council' page.html
  curl --silent --fail --head "$address/council-notice.js" | tr -d '\r' | grep -qi '^content-type: text/javascript'
  seen "$address/" || show page.html
  rebuilt "$address" || show served.txt
  kill -- -"$pid" 2>/dev/null || kill "$pid"
  wait "$pid" 2>/dev/null || true
}

# Whether the preview has a change within two seconds: at one of three times, as the machine may be busy for a moment.
rebuilt() {
  local before start turn took
  for turn in 1 2 3; do
    before="$(curl --silent "$1/_preview/build")"
    start="$(date +%s%3N)"
    printf '\n' >>"my site/notices/example.md"
    for _ in {1..600}; do
      [ "$(curl --silent "$1/_preview/build")" = "$before" ] || break
      sleep 0.05
    done
    took=$(($(date +%s%3N) - start))
    say "the preview has a change after $took ms"
    [ "$took" -ge 2000 ] || return 0
  done
  return 1
}

# Whether a browser shows the notice: beside a field stands "Why we ask" then, which only the widget puts there.
seen() {
  mkdir -p "$work/browser"
  HOME="$work/browser" chromium --headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$work/browser/profile" --virtual-time-budget=20000 --dump-dom "$1" >page.html 2>/dev/null
  grep -q '<council-notice-why' page.html
}

# helped SHARE: whether `man` finds a page of the program and of a command there, and shells complete one.
helped() {
  local page
  for page in council-notice council-notice-serve; do
    [[ "$(zcat "$1/man/man1/$page.1.gz")" == *".TH $page 1"* ]]
  done
  grep -q '^#compdef council-notice' "$1/zsh/vendor-completions/_council-notice"
  grep -q 'complete -c council-notice' "$1/fish/vendor_completions.d/council-notice.fish"
  # As bash asks for what may follow "council-notice ser".
  env -i bash --norc -c '. "$1" && COMP_WORDS=(council-notice ser) COMP_CWORD=1 && [[ "$(complete -p council-notice)" =~ -F\ ([^ ]+) ]] &&
    "${BASH_REMATCH[1]}" council-notice ser council-notice && test "${COMPREPLY[*]}" = serve' bash "$1/bash-completion/completions/council-notice"
}

empty() { [ -z "$(ls -A "$1")" ] || { echo "error: something was left in $1"; return 1; }; }

# Ends the trial with what was said.
show() {
  tail -40 "$1" >&2
  return 1
}
