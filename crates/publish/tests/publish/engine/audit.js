export default function init() { return new URL('audit_bg.wasm', import.meta.url); }
