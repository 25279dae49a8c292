// Puts the tag into the page, with the attributes that the address names.
const asked = new URLSearchParams(location.search);
// The folder of a partner's gate.
const folder = /^[a-z0-9-]+\/$/.exec(asked.get("gate") || "");
asked.delete("gate");
const tag = document.createElement("script");
tag.async = true;
tag.src = `/${folder || ""}council-notice.js`;
for (const [name, value] of asked) tag.setAttribute("data-" + name, value);
document.head.append(tag);
