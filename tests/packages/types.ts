// What an editor's TypeScript knows of the package.
import { insertTag, type Choice } from "council-notice";

const tag: HTMLScriptElement = insertTag("https://notices.example/council-notice.js", { service: "a", form: "#f", kiosk: 60 });
tag.remove();
// @ts-expect-error: no such value
insertTag("https://notices.example/council-notice.js", { guardian: "perhaps" });
// @ts-expect-error: no such attribute
insertTag("https://notices.example/council-notice.js", { servise: "a" });

insertTag("https://notices.example/council-notice.0a1b2c3d.js", { integrity: "sha384-a" });
// @ts-expect-error: no such hash
insertTag("https://notices.example/council-notice.js", { integrity: 384 });

const told = (choice: Choice | null): readonly string[] => choice?.categories ?? [];
window.CouncilNotice?.onChoice(told);
document.addEventListener("council-notice:notice", (event) => event.detail.values.council_notice.length);
