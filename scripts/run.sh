#!/usr/bin/env bash
# Sets up whatever is missing and starts the product with its demo city. Arguments go to the server.
#   ASPNETCORE_URLS   where to listen (default http://127.0.0.1:5080)
#   Data__Folder      where everything that changes is kept (default var/ beside this repository's README)
#   Demo__Enabled     false for an empty system (default true here)
# Any other setting of appsettings.json can be given the same way: Database__Provider, Mail__Mode, ...
set -euo pipefail
data_folder=$(realpath -m -- "${Data__Folder:-$(dirname "${BASH_SOURCE[0]}")/../var}")
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

need_tools
setup_npm
setup_fonts
server=src/Kaohe.Server/bin/Release/net10.0/Kaohe.Server.dll
setup_build src/Kaohe.Server/Kaohe.Server.csproj server "$server"

export Data__Folder=$data_folder
export Demo__Enabled=${Demo__Enabled:-true}
export ASPNETCORE_URLS=${ASPNETCORE_URLS:-http://127.0.0.1:5080}
mkdir -p "$Data__Folder"
say "Kaohe.Workflows: $ASPNETCORE_URLS   (data: $Data__Folder; Ctrl+C stops it)"
cd "$ROOT"
exec dotnet "$server" "$@"
