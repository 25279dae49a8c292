#!/usr/bin/env bash
# Rust for what the packages hold: programs for Linux that need no library of the system's, and for Windows. From rustup where
# it can download, else Debian's with the library built here; COUNCIL_NOTICE_RUST=debian skips rustup. Prints which: `rustup` or
# `debian`.
. "$(dirname "$0")/lib.sh"
. "$repo/tools/debian-std.sh"

linux=x86_64-unknown-linux-musl
windows=x86_64-pc-windows-gnu

[ "$(uname -m)" = x86_64 ] || die "the packages are built on x86_64 alone" "build the program with make program"

rustup_has() {
  local target
  for target in $linux $windows; do
    compgen -G "$(rustc --print target-libdir --target $target 2>/dev/null)/libstd-*.rlib" >/dev/null || return
  done
}

rustup_way() {
  have rustup && [ ! -e "$notice_cache/debian-rust" ] && [ "${COUNCIL_NOTICE_RUST:-}" != debian ] || return
  rustup_has && return
  # Where it had nothing to offer it is not asked again.
  debian_has $linux && debian_has $windows && return 1
  say "asking rustup for $linux and $windows"
  # A blocked network may hang rather than refuse.
  timeout 300 rustup --quiet target add $linux $windows
}

# What Rust's own builds for musl bring along: the C library, and how a program starts, stops and unwinds.
musl_objects() {
  local to="$1/self-contained" from=/usr/lib/x86_64-linux-musl name
  mkdir "$to" && cp $from/{crt1.o,rcrt1.o,Scrt1.o,crti.o,crtn.o,libc.a} "$to/" || return
  for name in crtbegin.o crtbeginS.o crtend.o crtendS.o; do cp "$(gcc -print-file-name=$name)" "$to/" || return; done
  unwinder "$to"
}

# LLVM's, of the compiler's version; GCC's asks for what glibc alone has. This one does for a single function, which checks how
# fprintf is called.
unwinder() (
  llvm="$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')"
  # Not installed: it goes with no other unwinder that somebody may need.
  from="$(mktemp -d)" && trap 'rm -rf "$from"' EXIT && cd "$from" || exit
  apt-get -qq -o APT::Sandbox::User=root download "libunwind-$llvm-dev" >/dev/null && dpkg-deb -x libunwind-*.deb . || exit
  cp "usr/lib/llvm-$llvm/lib/libunwind.a" "$1/" || exit
  gcc -c -O2 -fPIC -fno-stack-protector -o chk.o -xc - <<'C' && ar r "$1/libunwind.a" chk.o
int vfprintf(void *, const char *, __builtin_va_list);
int __fprintf_chk(void *to, int level, const char *format, ...) {
  __builtin_va_list rest;
  __builtin_va_start(rest, format);
  int written = vfprintf(to, format, rest);
  __builtin_va_end(rest);
  return written;
}
C
)

# Both ways link with the compiler for Windows.
apt_install "to link for Windows" gcc-mingw-w64-x86-64 >&2
if rustup_way >&2; then
  echo rustup
else
  {
    debian_compiler
    apt_install "the C library for Linux" musl-dev
    debian_std $linux musl_objects
    debian_std $windows
  } >&2
  echo debian
fi
