// Loads the page anew after a build, and shows in it what is wrong since the last one that went well.
{
  const ask = async (name) => (await fetch("/_preview/" + name)).text();
  // Of a page that stands in for others until a build has gone well: the build may be done before this asks.
  let before = new URL(document.currentScript.src).searchParams.get("build");
  const look = async () => {
    const now = await ask("build").catch(() => before);
    if (now == before) return;
    if (before != null) return location.reload();
    before = now;
    const wrong = await ask("wrong").catch(() => "");
    if (!wrong) return;
    const said = document.createElement("pre");
    said.id = "preview-wrong";
    said.role = "alert";
    said.tabIndex = 0;
    said.style.cssText = "margin: 0; padding: 1rem; overflow-x: auto; border-block-end: .25rem solid #b00020; background: #fff; color: #1a1a1a";
    said.textContent = `The preview cannot build the site. This page is of the last build that went well.\n\n${wrong}`;
    document.body.prepend(said);
  };
  look();
  setInterval(look, 500);
}
