// Stands in for the gate: hands its data to whoever evaluates it.
(() => {
  "use strict";
  told({
    version: DATA.version,
    revision: DATA.revision,
    optional: DATA.optional,
    consentCount: DATA.consentCount,
    aliases: DATA.aliases,
    services: DATA.services,
    accepted: DATA.accepted,
    refused: DATA.refused,
    up: DATA.up,
    files: DATA.files,
    cookies: DATA.cookies,
    wasm: DATA.wasm,
    langs: DATA.langs,
    hash: DATA.hash,
    css: DATA.css,
    places: DATA.places,
    words: DATA.words,
  });
})();
