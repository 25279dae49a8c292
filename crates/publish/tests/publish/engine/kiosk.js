export default function init() { return new URL('kiosk_bg.wasm', import.meta.url); }
