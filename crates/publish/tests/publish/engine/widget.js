export default function init() { return import.meta.url; }
