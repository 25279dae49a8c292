// What the demo pages do themselves. They are complete without it; nothing here is needed to use the tag.

/** A Copy button beside every `.code`, where the browser can copy. */
function copyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll(".code")) {
    const row = document.createElement("div");
    const button = document.createElement("button");
    const said = document.createElement("span");
    row.className = "copy";
    button.type = "button";
    button.textContent = "Copy the tag";
    said.role = "status";
    button.addEventListener("click", async () => {
      said.textContent = "";
      try {
        await navigator.clipboard.writeText(block.querySelector("code").textContent);
        said.textContent = "Copied. Paste it into the head of your page.";
      } catch {
        said.textContent = "This browser did not let us copy. Select the text instead.";
      }
    });
    row.append(button, said);
    block.after(row);
  }
}

/** The kiosk's clock, date and greeting, kept to the minute. Without script the page says "Welcome". */
function clock() {
  const time = document.querySelector("[data-clock]");
  if (!time) return;
  const date = document.querySelector("[data-date]");
  const greeting = document.querySelector("[data-greeting]");
  const show = () => {
    const now = new Date();
    time.textContent = now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    date.textContent = now.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
    if (!document.documentElement.dataset.councilNoticeLang) greeting.textContent = ["Good morning", "Good afternoon", "Good evening"][(now.getHours() >= 12) + (now.getHours() >= 17)];
    setTimeout(show, 60_000 - (now.getTime() % 60_000));
  };
  show();
}

/**
 * The partner's page loads the tag from another origin, as a real partner does. A static file cannot know which
 * port it is served on, so the other origin is the same port under the machine's other name. Anywhere else there
 * is no second name to rely on, and the tag comes from this origin.
 */
function partnerTag() {
  const tag = document.querySelector("template#tag")?.content.querySelector("script");
  if (!tag) return;
  const other = new URL("/council-notice.js", location.href);
  other.hostname = { "127.0.0.1": "localhost", localhost: "127.0.0.1" }[location.hostname] ?? location.hostname;
  const script = document.importNode(tag, true);
  script.src = other.href;
  document.head.append(script);
}

/** The cookie page's log: what ran, in the order it ran. Gated content tells it through `demo:ran`. */
function runLog() {
  const log = document.querySelector(".log");
  if (!log) return;
  let empty = true;
  const say = (text) => {
    const line = document.createElement("li");
    line.textContent = text;
    if (empty) log.replaceChildren();
    empty = false;
    log.append(line);
  };
  document.addEventListener("demo:ran", (event) => say(event.detail));
  // `load` does not bubble; a frame that still waits has no `src`.
  document.addEventListener("load", ({ target }) => {
    if (target.tagName === "IFRAME" && target.getAttribute("src")) say("The frame loaded (media).");
  }, true);
  document.addEventListener("council-notice:choice", ({ detail }) => {
    say(`You chose. Allowed now: ${detail?.categories.join(", ") || "only what is essential"}.`);
  });
}

copyButtons();
clock();
partnerTag();
runLog();
