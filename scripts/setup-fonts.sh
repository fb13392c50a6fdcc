#!/usr/bin/env bash
# Brings the typefaces of official documents into <repository>/fonts (git-ignored). Safe to run again: what is there stays.
#
#   role in a document   file                                   from                                    licence
#   小标宋 title          NotoSerifSC-SemiBold.ttf, -Bold.ttf     npm @expo-google-fonts/noto-serif-sc    OFL
#   宋体 page number      NotoSerifSC-Regular.ttf                 same                                    OFL
#   name fallback        NotoSerifSC-Light.ttf                   same                                    OFL
#   黑体 headings         NotoSansSC-Medium.ttf                   npm @expo-google-fonts/noto-sans-sc     OFL
#   楷体 sub-headings     LXGWWenKai-Regular.ttf                  Debian fonts-lxgw-wenkai (optional)     OFL
#   仿宋 body             FandolFang-Regular.ttf                  Debian texlive-lang-chinese (optional)  GPL-3 + font exception
#
# The two Debian fonts are optional: without them 仿宋 and 楷体 are set in Noto Serif SC Light, and the script says so.
# A site that owns 方正小标宋简体, 仿宋_GB2312 or 楷体_GB2312 puts the .ttf files into fonts/ and names them first in fonts/chain.json.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(dirname "$here")"
fonts="${KAOHE_FONTS:-$root/fonts}"
version="0.4.3"
mkdir -p "$fonts"
work="$(mktemp -d)"
chmod 755 "$work" # apt-get fetches as user _apt
trap 'rm -rf "$work"' EXIT

say() { printf 'fonts: %s\n' "$*"; }

have() { local name; for name in "$@"; do [ -s "$fonts/$name" ] || return 1; done; }

# $1 npm package, $2 licence file to write, then pairs: path-in-package target-name
from_npm() {
  local package="$1" licence="$2" archive
  shift 2
  mkdir -p "$work/npm"
  say "fetching $package"
  archive="$(cd "$work/npm" && npm pack --silent "$package@$version" | tail -n 1)"
  local inner=()
  local pairs=("$@") i
  for ((i = 0; i < ${#pairs[@]}; i += 2)); do inner+=("package/${pairs[i]}"); done
  tar -xzf "$work/npm/$archive" -C "$work/npm" "${inner[@]}" package/LICENSE_FONT
  for ((i = 0; i < ${#pairs[@]}; i += 2)); do mv "$work/npm/package/${pairs[i]}" "$fonts/${pairs[i + 1]}"; done
  mv "$work/npm/package/LICENSE_FONT" "$fonts/$licence"
  rm -rf "$work/npm"
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi; }

# Fetches and unpacks a Debian package into $work/deb without installing it.
unpack_deb() {
  mkdir -p "$work/deb"
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  apt-cache show "$1" >/dev/null 2>&1 || as_root apt-get update -qq >/dev/null 2>&1 || true
  (cd "$work" && apt-get download -qq "$1" >/dev/null 2>&1) || return 1
  dpkg-deb -x "$work/$1"_*.deb "$work/deb" && rm -f "$work/$1"_*.deb
}

kai() {
  local installed=/usr/share/fonts/truetype/lxgw-wenkai base=""
  if [ ! -s "$installed/LXGWWenKai-Regular.ttf" ]; then unpack_deb fonts-lxgw-wenkai || return 1; base="$work/deb"; fi
  cp "$base/usr/share/doc/fonts-lxgw-wenkai/copyright" "$fonts/LICENSE-LXGWWenKai.txt" 2>/dev/null || true
  cp "$base$installed/LXGWWenKai-Regular.ttf" "$fonts/LXGWWenKai-Regular.ttf.part"
  mv "$fonts/LXGWWenKai-Regular.ttf.part" "$fonts/LXGWWenKai-Regular.ttf"
}

python_with_fonttools() {
  local python
  for python in /usr/bin/python3 python3; do
    if "$python" -c 'import fontTools' >/dev/null 2>&1; then echo "$python"; return 0; fi
  done
  as_root apt-get install -y -qq --no-install-recommends python3-fonttools >/dev/null 2>&1 || return 1
  /usr/bin/python3 -c 'import fontTools' >/dev/null 2>&1 && echo /usr/bin/python3
}

fang() {
  local python
  python="$(python_with_fonttools)" || return 1
  unpack_deb texlive-lang-chinese || return 1
  gzip -dc "$work/deb/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz" >"$fonts/LICENSE-Fandol.txt" 2>/dev/null || true
  say "converting FandolFang to TrueType (about half a minute)"
  "$python" "$here/fonts/cff_to_truetype.py" \
    "$work/deb/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf" "$fonts/FandolFang-Regular.ttf.part"
  mv "$fonts/FandolFang-Regular.ttf.part" "$fonts/FandolFang-Regular.ttf"
}

# Lets LibreOffice (tests, optional converter) find the same faces under the official names: FONTCONFIG_FILE=fonts/fonts.conf
write_fontconfig() {
  local fang="Noto Serif SC Light" kai="Noto Serif SC Light"
  have FandolFang-Regular.ttf && fang="FandolFang"
  have LXGWWenKai-Regular.ttf && kai="LXGW WenKai"
  {
    printf '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
    printf '  <dir>%s</dir>\n  <dir>/usr/share/fonts</dir>\n  <cachedir>%s/.cache</cachedir>\n' "$fonts" "$fonts"
    alias_of() { printf '  <match target="pattern"><test name="family"><string>%s</string></test><edit name="family" mode="assign" binding="same"><string>%s</string></edit></match>\n' "$1" "$2"; }
    alias_of '仿宋_GB2312' "$fang"; alias_of '仿宋' "$fang"
    alias_of '楷体_GB2312' "$kai"; alias_of '楷体' "$kai"
    alias_of '黑体' 'Noto Sans SC Medium'
    alias_of '方正小标宋简体' 'Noto Serif SC SemiBold'
    alias_of '宋体' 'Noto Serif SC'
    printf '</fontconfig>\n'
  } >"$fonts/fonts.conf.part"
  mv "$fonts/fonts.conf.part" "$fonts/fonts.conf"
}

have NotoSerifSC-Light.ttf NotoSerifSC-Regular.ttf NotoSerifSC-SemiBold.ttf NotoSerifSC-Bold.ttf LICENSE-NotoSerifSC.txt ||
  from_npm @expo-google-fonts/noto-serif-sc LICENSE-NotoSerifSC.txt \
    300Light/NotoSerifSC_300Light.ttf NotoSerifSC-Light.ttf \
    400Regular/NotoSerifSC_400Regular.ttf NotoSerifSC-Regular.ttf \
    600SemiBold/NotoSerifSC_600SemiBold.ttf NotoSerifSC-SemiBold.ttf \
    700Bold/NotoSerifSC_700Bold.ttf NotoSerifSC-Bold.ttf
have NotoSansSC-Medium.ttf LICENSE-NotoSansSC.txt ||
  from_npm @expo-google-fonts/noto-sans-sc LICENSE-NotoSansSC.txt 500Medium/NotoSansSC_500Medium.ttf NotoSansSC-Medium.ttf
have LXGWWenKai-Regular.ttf || kai || say "LXGW WenKai cannot be had here: 楷体 is set in Noto Serif SC Light"
have FandolFang-Regular.ttf || fang || say "FandolFang cannot be had here: 仿宋 is set in Noto Serif SC Light"
write_fontconfig
say "ready in $fonts: $(cd "$fonts" && ls ./*.ttf | wc -l) faces"
