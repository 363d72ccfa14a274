#!/bin/sh
# Installs the system libraries that Qt loads on Linux. The Python packages bring everything else.
#   deps.sh [--print] base      enough for tests and exports without a screen
#   deps.sh [--print] window    that, and what a window on X11 or Wayland needs (the default)
# --print writes the exact command and changes nothing. Exit codes: 0 done, 2 wrong usage, 3 cannot be done here.
# The Debian names are the ones of journey_editor/surroundings.py; a test holds them equal.
set -eu

print=no
[ "${1:-}" = --print ] && { print=yes; shift; }
set_name=${1:-window}
case $set_name in
  base | window) ;;
  *) sed -n '3,5p' "$0" >&2; exit 2 ;;
esac

debian_base="libglib2.0-0 libegl1 libgl1 libx11-6 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libbrotli1"
debian_window="libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1 \
libxkbcommon-x11-0 libxcb-glx0 libwayland-client0 libwayland-cursor0 libwayland-egl1"
fedora_base="glib2 libglvnd-egl libglvnd-glx libX11 dbus-libs fontconfig freetype libxkbcommon libbrotli"
fedora_window="libX11-xcb libxcb xcb-util xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms \
xcb-util-renderutil libxkbcommon-x11 libwayland-client libwayland-cursor libwayland-egl"
arch_base="glib2 libglvnd libx11 dbus fontconfig freetype2 libxkbcommon brotli"
arch_window="libxcb xcb-util xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil \
libxkbcommon-x11 wayland"

packages() { # BASE WINDOW
  if [ "$set_name" = window ]; then echo "$1 $2"; else echo "$1"; fi
}

if command -v apt-get >/dev/null; then
  install="apt-get install -y --no-install-recommends $(packages "$debian_base" "$debian_window")"
  before="apt-get update"
elif command -v dnf >/dev/null; then
  install="dnf install -y $(packages "$fedora_base" "$fedora_window")"
  before=
elif command -v pacman >/dev/null; then
  install="pacman -S --needed --noconfirm $(packages "$arch_base" "$arch_window")"
  before=
else
  echo "This system has neither apt-get nor dnf nor pacman; install what Debian calls:" \
    "$(packages "$debian_base" "$debian_window")" >&2
  exit 3
fi

if [ "$print" = yes ]; then
  echo "sudo $install"
  exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "This needs the rights of root: sudo $install" >&2
  exit 3
fi
export DEBIAN_FRONTEND=noninteractive
[ -z "$before" ] || $before -qq || exit 3
echo "Installing system libraries for Qt: $install" >&2
$install >/dev/null || exit 3
