#!/bin/sh
# Installs what is missing of the system's programs, where this user may: programs.sh FOUND:PACKAGE...
# FOUND is a command, or a file where the package has none; PACKAGE is Debian's and Ubuntu's name of what brings it.
# Where it may not, it says what is missing and goes on: tests that need it are skipped (in continuous integration
# they fail).
set -eu

missing=
for pair; do
  found=${pair%%:*}
  case $found in
    /*) [ -e "$found" ] && continue ;;
    *) command -v "$found" >/dev/null 2>&1 && continue ;;
  esac
  missing="$missing ${pair#*:}"
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  root=
elif sudo -n true 2>/dev/null; then
  root="sudo -n"
else
  root=none
fi
if [ "$root" = none ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "warning: some programs are missing; install them (on Debian and Ubuntu: apt-get install$missing)" >&2
  exit 0
fi

echo "Installing$missing with apt-get"
log=$(mktemp)
# shellcheck disable=SC2086 # several words each
if $root apt-get update -qq >"$log" 2>&1 && DEBIAN_FRONTEND=noninteractive $root apt-get install -qq -y \
  --no-install-recommends -o DPkg::Lock::Timeout=300 $missing >>"$log" 2>&1; then
  rm "$log"
else
  tail -n 5 "$log" >&2
  echo "warning: apt-get could not install$missing; all it said is in $log" >&2
fi
