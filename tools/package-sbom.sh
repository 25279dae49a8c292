#!/usr/bin/env bash
# What the program and the widget in it are made of, as CycloneDX: `tools/package-sbom.sh OUT VERSION`.
. "$(dirname "$0")/lib.sh"
cd "$repo"

out="$1" version="$2"
file=sbom.cdx

sbom() { # FOLDER TARGET NAME
  local folder="$1" target="$2" name="$3"
  (cd "$folder" && cargo cyclonedx --quiet --format json --spec-version 1.5 --target "$target" --override-filename "$file")
  # Our own crates have no address but their folder, which says nothing to anyone else.
  sed "s|path+file://$repo|council-notice:|g" "$folder/$file.json" >"$out/council-notice-$version-$name.cdx.json"
  # It writes one into every folder of the project.
  find . -name "$file.json" -not -path './target/*' -delete
}

sbom crates/publish x86_64-unknown-linux-musl program-linux
sbom crates/publish x86_64-pc-windows-gnu program-windows
sbom . wasm32-unknown-unknown widget
